"""What explains a movement: arrows, dots, guide lines and step numbers."""

import math
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.figures.drawable import Drawable
from macros.figures.geometry import turn, unit
from macros.figures.outline import Command, Path, arc, polygon
from macros.figures.scene import Look, Scene
from macros.figures.values import Length, Point

Degrees = Annotated[float, Field(ge=-360, le=360)]
"""Degrees clockwise from the right."""


class Arrow(Drawable):
    """An arrow: straight or bowed (`start`, `end`, `via`), or part of a circle (`centre`, `radius`, `sweep`)."""

    start: Point | None = None
    """Where a straight or bowed arrow begins."""

    end: Point | None = None
    """Where its head is."""

    via: Point | None = None
    """A point that a bowed arrow passes."""

    centre: Point | None = None
    """The middle of a round arrow's circle."""

    radius: Length | None = None
    """Drawing units from the middle to the arrow."""

    sweep: tuple[Degrees, Degrees] | None = None
    """Where a round arrow begins and ends."""

    both: bool = False
    """True for a head at each end."""

    width: Length = 6
    """Drawing units across the shaft."""

    head: Length = 18
    """Drawing units along a head."""

    wrong: bool = False
    """True for the movement of a fault: dotted, in the colour of faults."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        given = self.model_fields_set - {"both", "width", "head", "wrong"}
        if given not in ({"start", "end"}, {"start", "end", "via"}, {"centre", "radius", "sweep"}):
            raise PydanticCustomError("arrow", "an arrow has either start and end, or centre, radius and sweep")
        return self

    def draw(self, scene: Scene) -> None:
        shaft, ends = self._round(scene) or self._straight(scene)
        scene.tips += [(scene.item, tip) for tip, _ in ends]
        scene.path(shaft, Look.ARROW_EDGE, self.width + 4)
        heads = [command for tip, back in ends for command in arrow_head(tip, back, self.head)]
        scene.path(tuple(heads), Look.WRONG_HEAD if self.wrong else Look.ARROW_HEAD)
        scene.path(shaft, Look.WRONG_ARROW if self.wrong else Look.ARROW, self.width)

    def _round(self, scene: Scene) -> tuple[Path, list[tuple[complex, complex]]] | None:
        if self.centre is None or self.radius is None or self.sweep is None:
            return None
        centre, radius, (first, last) = scene.mark(self.centre), self.radius, self.sweep
        cut = min(math.degrees(self.head * 0.7 / radius), abs(last - first)) * (1 if last > first else -1)
        ends = [(centre + radius * turn(last), centre + radius * turn(last - cut * 1.3))]
        if self.both:
            ends.append((centre + radius * turn(first), centre + radius * turn(first + cut * 1.3)))
        return arc(centre, radius, first + cut if self.both else first, last - cut), ends

    def _straight(self, scene: Scene) -> tuple[Path, list[tuple[complex, complex]]]:
        if self.start is None or self.end is None:
            return (), []
        first, last = scene.mark(self.start), scene.mark(self.end)
        bow = 2 * scene.mark(self.via) - (first + last) / 2 if self.via else (first + last) / 2
        ends = [(last, bow), (first, bow)] if self.both else [(last, bow)]
        tail = first + unit(bow - first) * self.head * 0.7 if self.both else first
        neck = last + unit(bow - last) * self.head * 0.7
        if not self.via:
            return polygon([tail, neck], closed=False), ends
        curve = Command("C", (tail + (bow - tail) * 2 / 3, neck + (bow - neck) * 2 / 3, neck))
        return (Command("M", (tail,)), curve), ends


def arrow_head(tip: complex, back: complex, size: float) -> Path:
    """Return a triangle with its tip at *tip*, pointing away from *back*."""
    way = unit(tip - back)
    foot = tip - way * size
    return polygon([tip, foot + 1j * way * size * 0.55, foot - 1j * way * size * 0.55])


class Dot(Drawable):
    """A dot on a joint, which moves with the joint."""

    at: Point
    """The joint."""

    radius: Length = 6
    """Drawing units."""

    def draw(self, scene: Scene) -> None:
        scene.circle(scene.point(self.at), self.radius, Look.DOT)


class GuideLine(Drawable):
    """A dashed line to compare positions with."""

    points: Annotated[tuple[Point, ...], Field(min_length=2)]
    """The points that it runs through."""

    level: bool = False
    """True for a quiet grey line on the page; otherwise the line is bold enough to show on a body."""

    solid: bool = False
    """True for an unbroken line, such as one to walk along."""

    wrong: bool = False
    """True for the line of a fault: dotted, in the colour of faults. Other lines show the right way."""

    def draw(self, scene: Scene) -> None:
        path = polygon([scene.point(p) for p in self.points], closed=False)
        if not (self.solid or self.level):
            scene.path(path, Look.GUIDE_EDGE)
        scene.path(path, self._look)

    @property
    def _look(self) -> Look:
        if self.wrong:
            return Look.WRONG_GUIDE
        return Look.FLOOR if self.solid else Look.LEVEL if self.level else Look.GUIDE


class Number(Drawable):
    """The number of a step, 1 to 4, drawn with lines so that it needs no font."""

    at: Point
    """The middle of the number."""

    number: Literal[1, 2, 3, 4]
    """Which step."""

    height: Length = 15
    """Drawing units."""

    on_print: bool = False
    """True for a number on a footprint; otherwise the number is on the page itself."""

    def draw(self, scene: Scene) -> None:
        centre = scene.mark(self.at)
        look = Look.PRINT_DIGIT if self.on_print else Look.DIGIT
        scene.line([(centre + complex(x, y) * self.height, tension) for x, y, tension in DIGITS[self.number]], look)


DIGITS: Final[dict[int, tuple[tuple[float, float, float], ...]]] = {
    1: ((-0.2, -0.32, 0), (0.05, -0.5, 0), (0.05, 0.5, 0)),
    2: ((-0.26, -0.28, 1), (0, -0.5, 1), (0.26, -0.24, 1), (-0.28, 0.5, 0), (0.3, 0.5, 0)),
    3: (
        (-0.24, -0.36, 1),
        (0, -0.5, 1),
        (0.24, -0.27, 1),
        (-0.04, -0.04, 0),
        (0.27, 0.22, 1),
        (0, 0.5, 1),
        (-0.27, 0.36, 1),
    ),
    4: ((0.14, 0.5, 0), (0.14, -0.5, 0), (-0.3, 0.2, 0), (0.32, 0.2, 0)),
}
"""Strokes of the numbers: x, y and tension, in heights of the number."""
