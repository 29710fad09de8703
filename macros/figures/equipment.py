"""Equipment: balance disc, ball, towel and elastic band."""

import math
from collections.abc import Callable
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.figures.drawable import Drawable
from macros.figures.geometry import turn
from macros.figures.outline import Knot, arc
from macros.figures.scene import Look, Scene
from macros.figures.values import Length, Point, Tilt, Turn


class Disc(Drawable):
    """An air-filled balance disc from the side: domed above, resting on the floor."""

    at: Point
    """The middle of its base, on the floor."""

    width: Length
    """Drawing units across."""

    height: Length
    """Drawing units from floor to the top of the dome."""

    tilt: Tilt = (0.0,)
    """Degrees by which its top rocks clockwise."""

    give: Annotated[float, Field(ge=0, le=0.5)] = 0.0
    """How far it gives under the feet, evenly, as a share of its height."""

    under: Annotated[float, Field(gt=0, le=0.8)] = 0.45
    """Half the breadth of the feet on it, as a share of half its width."""

    def draw(self, scene: Scene) -> None:
        base, wide, high = scene.point(self.at), self.width / 2, self.height
        lean = math.tan(math.radians(scene.now(self.tilt)))

        def q(x: float, y: float) -> complex:
            return base + complex(x * wide, -y * high + x * wide * lean * y)

        left: list[Knot] = [(q(-0.72, 0), 0.5), q(-0.95, 0.14), q(-1, 0.36), q(-0.9, 0.62)]
        right: list[Knot] = [q(0.9, 0.62), q(1, 0.36), q(0.95, 0.14), (q(0.72, 0), 0.5)]
        scene.blob([*left, *self._top(q), *right], Look.DISC)
        scene.line([q(-1, 0.36), q(-0.55, 0.20), q(0, 0.15), q(0.55, 0.20), q(1, 0.36)], Look.DETAIL)
        for x in (-0.66, -0.24, 0.24, 0.66):
            scene.circle(q(x, 0.62 - 0.28 * abs(x)), high * 0.045, Look.EYE)

    def _top(self, q: Callable[[float, float], complex]) -> list[Knot]:
        """Return the top: a dome, or a hollow where feet press."""
        if not self.give:
            return [q(-0.5, 0.90), q(0, 1.0), q(0.5, 0.90)]
        low, edge = 1 - self.give, self.under
        brim = [(-edge - 0.16, 0.92 - 0.1 * edge), (-edge, low + 0.02), (0, low)]
        return [q(x, y) for x, y in (*brim, (edge, low + 0.02), (edge + 0.16, 0.92 - 0.1 * edge))]


class DiscAbove(Drawable):
    """A balance disc from above."""

    at: Point
    """Its middle."""

    radius: Length
    """Drawing units."""

    def draw(self, scene: Scene) -> None:
        centre = scene.point(self.at)
        scene.circle(centre, self.radius, Look.DISC)
        path = arc(centre, self.radius * 0.86, 0, 360)
        scene.path(path, Look.DETAIL)


class Ball(Drawable):
    """A ball with a seam."""

    at: Point
    """Its middle."""

    radius: Length
    """Drawing units."""

    spin: Turn = (0.0,)
    """Degrees by which it has rolled clockwise."""

    def draw(self, scene: Scene) -> None:
        centre, r, way = scene.point(self.at), self.radius, turn(scene.now(self.spin))
        scene.circle(centre, r, Look.BALL)
        for side in (1, -1):
            seam = (complex(side * 0.92, -0.38), complex(side * 0.38, 0), complex(side * 0.92, 0.38))
            scene.line([centre + way * z * r for z in seam], Look.SEAM)


class Towel(Drawable):
    """A rolled towel, end on."""

    at: Point
    """Its middle."""

    radius: Length = 12
    """Drawing units."""

    def draw(self, scene: Scene) -> None:
        c, r = scene.point(self.at), self.radius
        scene.blob([c - r * 1.25, c - 0.95j * r, c + r * 1.25, c + 0.95j * r], Look.PROP, 0.5)
        roll = (0.55, 0.42j, -0.55, -0.38j, complex(0.28, -0.04))
        scene.line([c + r * z for z in roll], Look.DETAIL)


BandLine = Annotated[tuple[Point, ...], Field(min_length=2)]
"""The points of one line of a band, from end to end."""


class Band(Drawable):
    """An elastic band: strands along points, and where it wraps the foot."""

    strands: tuple[BandLine, ...] = ()
    """Each strand is drawn through its points, in a nearly straight line."""

    wraps: tuple[BandLine, ...] = ()
    """Each wrap is a broad strip over the foot, drawn through its points."""

    broad: Length = 9
    """Breadth of a wrap."""

    rounds: Literal[1, 2] = 1
    """How often it goes round a bare foot; twice, so that it cannot slip off."""

    @model_validator(mode="after")
    def _draws_something(self) -> Self:
        if not (self.strands or self.wraps):
            raise PydanticCustomError("band", "a band has strands or wraps, or both")
        return self

    def draw(self, scene: Scene) -> None:
        lines: list[tuple[list[Knot], float | None, float]] = [
            ([scene.point(p) for p in strand], None, 0.12) for strand in self.strands
        ]
        wraps: list[tuple[list[Knot], float | None, float]] = [
            ([scene.point(p) for p in wrap], self.broad, 0.36) for wrap in self.wraps
        ]
        for points, width, slack in [*lines, *wraps]:
            path = scene.curve(points, slack, closed=False)
            scene.path(path, Look.BAND_EDGE, width and width + 2.4)
            scene.path(path, Look.BAND, width)
