"""The values that figures are written in: records, movements ("0 -> 10"), angles with limits, and points."""

import math
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

ARROW: Final = "->"


class PoseRecord(BaseModel):
    """A map in pose data: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, use_attribute_docstrings=True)


def _refuse(value: object) -> PydanticCustomError:
    return PydanticCustomError(
        "movement", "{text} is not a number or a movement such as '0 -> 10'", {"text": repr(value)}
    )


def _stops(value: object) -> tuple[float, ...]:
    """Parse a number, or numbers joined by arrows, into the values that the movement passes through."""
    if isinstance(value, tuple):
        return tuple(float(stop) for stop in value)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise _refuse(value)
    words = value.split(ARROW) if isinstance(value, str) else [value]
    if isinstance(value, str) and len(words) < 2:
        raise _refuse(value)
    try:
        stops = tuple(float(word) for word in words)
    except ValueError:
        raise _refuse(value) from None
    if not all(map(math.isfinite, stops)):
        raise _refuse(value)
    return stops


@dataclass(frozen=True)
class Within:
    """A check that every stop of a movement is between two limits."""

    low: float
    high: float
    unit: str = "degrees"

    def __call__(self, stops: tuple[float, ...]) -> tuple[float, ...]:
        for stop in stops:
            if not self.low <= stop <= self.high:
                raise PydanticCustomError(
                    "limit",
                    "{stop} is outside {low} to {high} {unit}",
                    {"stop": f"{stop:g}", "low": f"{self.low:g}", "high": f"{self.high:g}", "unit": self.unit},
                )
        return stops


Tween = Annotated[
    tuple[float, ...],
    BeforeValidator(_stops),
    WithJsonSchema(
        {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^\s*-?[\d.]+(\s*->\s*-?[\d.]+)+\s*$"}]}
    ),
]
"""A number, or a movement "from -> to" (or "from -> over -> to"). The printed picture shows the last value."""

Share = Annotated[Tween, AfterValidator(Within(0, 1, "(a share of the whole)"))]
Tilt = Annotated[Tween, AfterValidator(Within(-30, 30))]
Turn = Annotated[Tween, AfterValidator(Within(-180, 180))]

Length = Annotated[float, Field(gt=0, le=4000)]
"""Drawing units; the usual canvas is 480 wide and 360 high."""


def value_at(stops: tuple[float, ...], moment: float) -> float:
    """Return the value of a movement at *moment*, 0 (start) to 1 (the printed position)."""
    if len(stops) == 1:
        return stops[0]
    place = moment * (len(stops) - 1)
    before = min(int(place), len(stops) - 1)
    after = min(before + 1, len(stops) - 1)
    return stops[before] + (stops[after] - stops[before]) * (place - before)


class Point(PoseRecord):
    """A place: `[x, y]` on the canvas, a joint such as `near.ball`, or `[near.ball, dx, dy]`.

    A joint followed by `@0` is where that joint was at the start of the movement.
    """

    model_config = ConfigDict(
        json_schema_extra={"type": ["array", "string"], "properties": {}, "examples": [[240, 180], "near.ball"]}
    )

    joint: str = ""
    """The joint's name, with its body's name before it where the body has one; empty for a place on the canvas."""

    at_start: bool = False
    """True for the joint's place at the start of the movement."""

    x: Tween = (0.0,)
    """Drawing units to the right."""

    y: Tween = (0.0,)
    """Drawing units down."""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        if isinstance(value, str):
            return {"joint": value.removesuffix("@0"), "at_start": value.endswith("@0")}
        if isinstance(value, list | tuple) and len(value) == 2:
            return {"x": value[0], "y": value[1]}
        if isinstance(value, list | tuple) and len(value) == 3 and isinstance(value[0], str):
            name = value[0]
            return {"joint": name.removesuffix("@0"), "at_start": name.endswith("@0"), "x": value[1], "y": value[2]}
        if isinstance(value, Point):
            return value
        raise PydanticCustomError(
            "point", "{text} is not [x, y], a joint such as near.ball, or [near.ball, dx, dy]", {"text": repr(value)}
        )
