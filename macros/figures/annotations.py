"""What explains a movement: arrows, dots, guide lines, wobble marks, step numbers and the cross of a fault."""

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

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        given = self.model_fields_set - {"both", "width", "head"}
        if given not in ({"start", "end"}, {"start", "end", "via"}, {"centre", "radius", "sweep"}):
            raise PydanticCustomError("arrow", "an arrow has either start and end, or centre, radius and sweep")
        return self

    def draw(self, scene: Scene) -> None:
        shaft, ends = self._round(scene) or self._straight(scene)
        scene.tips += [(scene.item, tip) for tip, _ in ends]
        scene.path(shaft, Look.ARROW_EDGE, self.width + 4)
        heads = [command for tip, back in ends for command in arrow_head(tip, back, self.head)]
        scene.path(tuple(heads), Look.ARROW_HEAD)
        scene.path(shaft, Look.ARROW, self.width)

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


class Lock(Drawable):
    """A small wedge that means: this does not move."""

    at: Point
    """The tip, at the thing that stays."""

    turned: Degrees = 90
    """Where the wedge points from its tip; 90 is down."""

    size: Length = 16
    """Drawing units from the tip to the far side."""

    def draw(self, scene: Scene) -> None:
        tip, way = scene.mark(self.at), turn(self.turned)
        foot = tip + way * self.size
        scene.face([tip, foot + 1j * way * self.size * 0.6, foot - 1j * way * self.size * 0.6], Look.LOCK)


class GuideLine(Drawable):
    """A dashed line to compare positions with."""

    points: Annotated[tuple[Point, ...], Field(min_length=2)]
    """The points that it runs through."""

    level: bool = False
    """True for a quiet grey line on the page; otherwise the line is bold enough to show on a body."""

    solid: bool = False
    """True for an unbroken line, such as one to walk along."""

    def draw(self, scene: Scene) -> None:
        path = polygon([scene.point(p) for p in self.points], closed=False)
        if not (self.solid or self.level):
            scene.path(path, Look.GUIDE_EDGE)
        scene.path(path, Look.FLOOR if self.solid else Look.LEVEL if self.level else Look.GUIDE)


class Wobble(Drawable):
    """Small bows on both sides of something that rocks a little."""

    centre: Point
    """The middle of what rocks."""

    radius: Length
    """Distance of the nearer bow."""

    spread: Degrees = 16
    """Half the angle that a bow covers."""

    def draw(self, scene: Scene) -> None:
        centre = scene.mark(self.centre)
        for side in (0, 180):
            for more in (0, 9):
                bow = self.spread * (1 if more else 0.7)
                scene.path(arc(centre, self.radius + more, side - bow, side + bow), Look.WOBBLE)


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


class Cross(Drawable):
    """A cross in a ring, which means: not like this."""

    at: Point
    """Its middle."""

    radius: Length = 20
    """Drawing units."""

    def draw(self, scene: Scene) -> None:
        centre, r = scene.mark(self.at), self.radius
        scene.circle(centre, r, Look.CROSS)
        bars = [polygon([centre - z * r * 0.62, centre + z * r * 0.62], closed=False) for z in (turn(45), turn(135))]
        scene.path(tuple(command for bar in bars for command in bar), Look.CROSS)
