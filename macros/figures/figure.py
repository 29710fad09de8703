"""A figure as the data holds it, checked as it is read: every mistake has its place in the data."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, ValidationError, WithJsonSchema, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from macros.figures.items import Item
from macros.figures.pose import FrontBody, HeelBehind, LegAbove, SideBody
from macros.figures.scene import Scene
from macros.figures.values import Point, Record

Where = tuple[str | int, ...]
Sentence = Annotated[str, Field(min_length=1)]


class Expectation(Record):
    """What the movement must do, written `right head rises` or `length near.heel near.ball falls`."""

    measure: Literal["right", "height", "length", "angle"]
    """`right` and `height` of a joint, `length` between two, `angle` at a knee, hip or elbow."""

    joints: Annotated[tuple[str, ...], Field(min_length=1, max_length=2)]
    """The joint, or for a length the two joints."""

    change: Literal["rises", "falls", "same"]
    """From the start of the movement to its end."""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        words = value.split()
        if len(words) != (4 if words[:1] == ["length"] else 3):
            raise PydanticCustomError(
                "expectation", "'{text}' is not a measure, its joint and rises, falls or same", {"text": value}
            )
        return {"measure": words[0], "joints": tuple(words[1:-1]), "change": words[-1]}

    @property
    def needs(self) -> tuple[str, ...]:
        """The joints it is measured with; an angle is that between the bones at its joint."""
        if self.measure != "angle":
            return self.joints
        limb, _, joint = self.joints[0].rpartition(".")
        body, _, _ = limb.rpartition(".")
        ends = {
            "hip": (f"{body}.ear" if body else "ear", f"{limb}.knee"),
            "knee": (f"{limb}.hip", f"{limb}.ankle"),
            "elbow": (f"{limb}.shoulder", f"{limb}.wrist"),
        }
        return (*self.joints, *ends.get(joint, ()))

    @model_validator(mode="after")
    def _angle_has_bones(self) -> Self:
        if self.measure == "angle" and len(self.needs) != 3:
            raise PydanticCustomError("expectation", "an angle is measured at a hip, a knee or an elbow")
        return self

    def __str__(self) -> str:
        return " ".join((self.measure, *self.joints, self.change))


class Figure(Record):
    """A picture: what it is called, what it shows to those who cannot see it, what must hold, and what to draw."""

    title: Sentence
    """What the picture is of, in a few words."""

    desc: Annotated[str, Field(min_length=60)]
    """The picture in two to four plain sentences that a blind reader can act on: who, what moves where, what stays."""

    caption: Sentence
    """The line under the picture; names the view in plain words."""

    tone: Literal[1, 2, 3, 4] = 1
    """Set of skin and hair colours."""

    size: tuple[Annotated[int, Field(ge=100, le=480)], Annotated[int, Field(ge=100, le=400)]] = (480, 360)
    """Width and height of the canvas in drawing units."""

    seconds: Annotated[float, Field(ge=0.4, le=5)] = 1.6
    """Time of one run of the movement, there or back."""

    runs: Literal[1, 3, 5] = 3
    """How many runs are shown; odd, so that the movement rests on its last position."""

    stops: Annotated[int, Field(ge=2, le=5)] = 2
    """Positions that the movement is drawn from; more where a limb turns far."""

    contact: tuple[str, ...] = ()
    """Joints that stay on a floor line all the time."""

    expect: tuple[Annotated[Expectation, WithJsonSchema({"type": "string"})], ...] = ()
    """What the movement must do."""

    draw: Annotated[tuple[Item, ...], Field(min_length=1)]
    """The items, in painter's order."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        mistakes = list(_mistakes(self))
        if mistakes:
            raise ValidationError.from_exception_data("Figure", mistakes)
        return self


def draw_items(figure: Figure, scene: Scene) -> Scene:
    for index, item in enumerate(figure.draw):
        scene.item, scene.ghost = index, item.ghost
        item.draw(scene)
    return scene


def joints_at(figure: Figure, moment: float) -> dict[str, complex]:
    """Find every joint at *moment*; twice, so that a hand can reach for what is drawn later."""
    first = draw_items(figure, Scene(moment))
    return draw_items(figure, Scene(moment, first.joints)).joints


def scenes(figure: Figure, moments: tuple[float, ...]) -> list[Scene]:
    """Draw *figure* at each of *moments*, 0 (start) to 1 (the printed position)."""
    start, end = joints_at(figure, 0), joints_at(figure, 1)
    return [draw_items(figure, Scene(moment, joints_at(figure, moment), start, end)) for moment in moments]


def _error(where: Where, value: object, sentence: str) -> InitErrorDetails:
    return InitErrorDetails(
        type=PydanticCustomError("figure", "{sentence}", {"sentence": sentence}), loc=where, input=value
    )


def _mistakes(figure: Figure) -> Iterator[InitErrorDetails]:
    """Find what can only be seen in the whole figure: unknown joints, points off the canvas, too long a movement."""
    known = joints_at(figure, 1)
    yield from _same_names(figure)
    if figure.seconds * figure.runs > 5:
        yield _error(("runs",), figure.runs, "the movement may take at most 5 seconds: seconds times runs")
    for where, value in values_in(figure.draw, ("draw",)):
        match value:
            case Point(joint=""):
                if not _on_canvas(value, figure.size):
                    wide, high = figure.size
                    yield _error(where, value, f"the point is off the canvas, which is {wide} wide and {high} high")
            case Point():
                yield from _unknown(value.joint, known, where)
            case SideBody() | FrontBody() if value.pin != "hip":
                yield from _unknown(value.called(value.pin), known, (*where, "pin"))
    for index, joint in enumerate(figure.contact):
        yield from _unknown(joint, known, ("contact", index))
    for index, expectation in enumerate(figure.expect):
        for joint in expectation.needs:
            yield from _unknown(joint, known, ("expect", index))


def _same_names(figure: Figure) -> Iterator[InitErrorDetails]:
    """Find bodies whose joints could not be told apart."""
    seen: set[str] = set()
    for where, value in values_in(figure.draw, ("draw",)):
        match value:
            case SideBody() | FrontBody():
                name = value.name or ""
            case LegAbove():
                name = value.name or value.side
            case HeelBehind():
                name = value.name or "heelback"
            case _:
                continue
        if name in seen:
            yield _error(where, name, "another body before has the same joint names; give this one a name of its own")
        seen.add(name)


def _unknown(joint: str, known: dict[str, complex], where: Where) -> Iterator[InitErrorDetails]:
    if joint not in known:
        close = get_close_matches(joint, known) or sorted(known)
        yield _error(where, joint, f"no joint '{joint}'; there is {', '.join(close) or 'none'}")


def _on_canvas(point: Point, size: tuple[int, int]) -> bool:
    return all(0 <= x <= size[0] for x in point.x) and all(0 <= y <= size[1] for y in point.y)


def values_in(value: object, where: Where) -> Iterator[tuple[Where, object]]:
    """Walk through records and tuples; give every record with its place in the data."""
    if isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from values_in(entry, (*where, index))
    elif isinstance(value, BaseModel):
        yield where, value
        for name, field in type(value).model_fields.items():
            part: object = getattr(value, name)
            yield from values_in(part, (*where, field.alias or name))
