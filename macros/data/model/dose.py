"""How much of an exercise to do in one session, in the terms of exercise reporting."""

import math
import re
from datetime import date
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.data.model.base import Record, SourceId, Text, Whole

Seconds = Annotated[Whole, Field(ge=0, le=600, title="Seconds")]
Count = Annotated[Whole, Field(ge=1, le=100)]


class Range(Record):
    """A number, or a lowest and a highest one."""

    low: Count
    high: Count

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if self.low > self.high:
            raise PydanticCustomError("range", "the lower number comes first, as in '8 to 12'")
        return self


def _as_range(value: object) -> object:
    if isinstance(value, str):
        if hyphen := re.fullmatch(r"(\d+)\s*[-–]\s*(\d+)", value):
            wrong = {"value": value, "low": hyphen[1], "high": hyphen[2]}
            raise PydanticCustomError("range_hyphen", "'{value}' has a hyphen; write '{low} to {high}'", wrong)
        low, to, high = value.partition(" to ")
        return {"low": low, "high": high if to else low}
    if isinstance(value, int):
        return {"low": value, "high": value}
    return value


FROM_STUDIES = frozenset({"tested", "used", "protocol"})
"""Kinds of basis that rest on a study of people."""


class Basis(Record):
    """Where something that is taught comes from; always given."""

    kind: Literal["tested", "used", "protocol", "guidance", "weak", "own", "clinic"]
    """tested: a study tested just this. used: a study used it, as one part of what people did. protocol: from the plan
    of a study, with no results. guidance: taught by a health service or professional body. weak: only a clinic, seller
    or copy says it. own: this guide's own teaching, common practice without a source. clinic: set or changed by the
    clinic whose edition it is; the build writes that where a layer changes something."""

    by: Text | None = None
    """The clinic, for the kind 'clinic' alone; the build writes it."""

    on: date | None = None
    """When the clinic set or changed it, for the kind 'clinic' alone; the build writes it."""

    people: Text | None = None
    """Who did it in the study, how many, and what else they got; needed for tested, used and protocol."""

    says: Text = ""
    """The sentence a reader sees; needed for every kind but 'clinic'."""

    sources: tuple[SourceId, ...] = ()
    """What it rests on; needed for every kind but 'own' and 'clinic'."""

    @model_validator(mode="after")
    def _is_sourced(self) -> Self:
        if self.kind not in {"own", "clinic"} and not self.sources:
            raise PydanticCustomError("basis", "a basis of kind '{kind}' names its sources", {"kind": self.kind})
        return self

    @model_validator(mode="after")
    def _is_said(self) -> Self:
        if (self.kind == "clinic") != bool(self.by and self.on):
            raise PydanticCustomError(
                "basis", "the kind 'clinic' is what the build gives to a layer's own texts and doses"
            )
        if self.kind != "clinic" and not self.says:
            raise PydanticCustomError("basis", "needs the key 'says'")
        return self

    @model_validator(mode="after")
    def _names_people(self) -> Self:
        if self.kind in FROM_STUDIES and not self.people:
            raise PydanticCustomError(
                "basis", "a basis of kind '{kind}' says who the 'people' were", {"kind": self.kind}
            )
        return self


class _Amount(Record):
    sets: Annotated[Whole, Field(ge=1, le=10)]
    """Rounds in one session."""

    rest: Seconds = 0
    """Seconds of rest between two rounds."""

    sides: Literal["each", "together"]
    """each: one side after the other, the numbers are for each side. together: both at once."""

    basis: Basis
    """Where the numbers come from."""


class Repetitions(_Amount):
    """So many repetitions."""

    kind: Literal["repetitions"]
    repetitions: Annotated[Range, BeforeValidator(_as_range, json_schema_input_type=int | str)]
    """A number, or a range such as '8 to 12'."""

    seconds_each: Annotated[Whole, Field(ge=1, le=60)]
    """Seconds that one repetition takes, without the hold."""

    hold: Seconds = 0
    """Seconds to hold each repetition; 0 where nothing is held."""


class Time(_Amount):
    """So many seconds."""

    kind: Literal["time"]
    seconds: Annotated[Whole, Field(ge=5, le=1800)]
    """Seconds in one round."""


class Steps(_Amount):
    """So many steps; a round is one length of the line."""

    kind: Literal["steps"]
    steps: Count
    """Steps in one length."""

    seconds_each: Annotated[Whole, Field(ge=1, le=60)]
    """Seconds that one step takes."""


Dose = Annotated[Repetitions | Time | Steps, Field(discriminator="kind")]


class Numbers(NamedTuple):
    """What one set of any kind of dose has."""

    low: int
    high: int
    """Repetitions, seconds or steps, at least and at most."""

    seconds_each: int
    """Seconds that each takes."""

    hold: int


def numbers(dose: Repetitions | Time | Steps) -> Numbers:
    """Return the numbers of one set in a shape that all kinds share."""
    match dose:
        case Repetitions():
            return Numbers(dose.repetitions.low, dose.repetitions.high, dose.seconds_each, dose.hold)
        case Time():
            return Numbers(dose.seconds, dose.seconds, 1, 0)
        case Steps():
            return Numbers(dose.steps, dose.steps, dose.seconds_each, 0)


def seconds(dose: Repetitions | Time | Steps) -> int:
    """Return how long *dose* takes: the upper number of a range, every side, and the rests between rounds."""
    sides = 2 if dose.sides == "each" else 1
    match dose:
        case Repetitions():
            round_ = dose.repetitions.high * (dose.seconds_each + dose.hold)
        case Time():
            round_ = dose.seconds
        case Steps():
            round_ = dose.steps * dose.seconds_each
    return dose.sets * round_ * sides + (dose.sets - 1) * dose.rest


MINUTE = 60


def minutes(duration: int) -> int:
    """Return *duration* in seconds as whole minutes, rounded up, at least 1."""
    return max(1, math.ceil(duration / MINUTE))
