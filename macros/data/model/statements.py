"""Statements that rest on claims, studies and their figures."""

import re
from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from macros.data.model.base import ClaimId, Known, OutcomeId, Record, StudyId, Text, mistake_at

FIGURE = re.compile(r"\b\d+(?:\.\d+)?\b")
"""A number as it is written in a sentence, a word of its own."""


def must_be_sourced(text: str, key: str, rests_on: Iterable[str], known: Known) -> None:
    """Refuse a *text*, under the key *key*, with a number that nothing it rests on states."""
    stated = {number for id_ in rests_on for number in known.numbers.get(id_, ())}
    loose = next((number for number in FIGURE.findall(text) if number not in stated), None)
    if loose:
        raise mistake_at((key,), "the number {number} has no source here; name one that states it", number=loose)


class Statement(Record):
    """A sentence for readers and what it rests on, which states every number in it."""

    says: Text
    """Plain sentences. Leave out the figures of an outcome: name the outcome, and they follow."""

    claims: tuple[ClaimId, ...] = ()
    studies: tuple[StudyId, ...] = ()
    outcome: OutcomeId | None = None
    """An outcome whose figures follow the words, written from the data."""

    @model_validator(mode="after")
    def _has_its_numbers_from_somewhere(self, info: ValidationInfo) -> Self:
        if isinstance(info.context, Known):
            must_be_sourced(self.says, "says", self.rests_on, info.context)
        return self

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Return the ids of every claim, study and outcome that it rests on."""
        return (*self.claims, *self.studies, *filter(None, [self.outcome]))


class SupportedStatement(Statement):
    """A statement of evidence, which always rests on something."""

    @model_validator(mode="after")
    def _rests_on_something(self) -> Self:
        if not self.rests_on:
            raise PydanticCustomError("unsupported", "rests on nothing; name 'claims', 'studies' or an 'outcome'")
        return self


Statements = Annotated[tuple[Statement, ...], Field(min_length=1)]
