"""What stands round a person: floor, wall, chair, disc, ball, towel, rail, table leg, band and footprints."""

import math
from typing import Annotated, Literal

from pydantic import Field

from macros.figures.foot_views import print_path
from macros.figures.geometry import turn
from macros.figures.outline import Knot, arc, smooth
from macros.figures.scene import Look, Scene, Shape
from macros.figures.values import Length, Point, Record, Tilt, Turn

Across = Annotated[float, Field(ge=-40, le=520)]
"""Drawing units from the left edge."""
Down = Annotated[float, Field(ge=-40, le=440)]
"""Drawing units from the upper edge."""


class Floor(Record):
    """The floor, a level line that soles rest on."""

    y: Down
    """Height on the page."""

    left: Across = 20
    """Where it begins."""

    right: Across = 460
    """Where it ends."""

    def draw(self, scene: Scene) -> None:
        scene.line([complex(self.left, self.y), complex(self.right, self.y)], Look.FLOOR)


class Box(Record):
    """A wall, a post, a worktop or a table leg, as a plain rectangle."""

    left: Across
    """Its left edge."""

    top: Down
    """Its upper edge."""

    width: Length
    """Drawing units."""

    height: Length
    """Drawing units."""

    light: bool = False
    """True for the lighter of the two greys."""

    def draw(self, scene: Scene) -> None:
        corner = complex(self.left, self.top)
        sides = (0, self.width, complex(self.width, self.height), 1j * self.height)
        scene.face([corner + side for side in sides], Look.PROP if self.light else Look.DARK_PROP)


class Chair(Record):
    """A chair from the side, for a person who faces right."""

    at: Point
    """The back corner of the top of the seat."""

    width: Length
    """Depth of the seat."""

    floor: Down
    """Where its feet stand."""

    back: Length = 110
    """Height of the back above the seat."""

    thick: Length = 9
    """Thickness of the seat."""

    def draw(self, scene: Scene) -> None:
        corner, wide, thick = scene.point(self.at), self.width, self.thick

        def q(right: float, down: float) -> complex:
            return corner + complex(right, down)

        for top, foot in ((wide * 0.84, wide * 0.9), (2, -6)):
            ground = self.floor - corner.imag
            scene.face(
                [q(top, thick), q(top + thick * 0.8, thick), q(foot + thick * 0.7, ground), q(foot, ground)],
                Look.DARK_PROP,
            )
        rest: list[Knot] = [
            (q(-2, thick), 0.0),
            (q(-9, 4 - self.back), 0.0),
            q(-5, -self.back),
            (q(0, 3 - self.back), 0.0),
        ]
        scene.blob([*rest, (q(7, 0), 0.0)], Look.DARK_PROP)
        seat: list[Knot] = [(q(-4, 0), 0.0), (q(wide - 4, 0), 0.0), q(wide, thick / 2), (q(wide - 4, thick), 0.0)]
        scene.blob([*seat, (q(-4, thick), 0.0)], Look.PROP)


class Disc(Record):
    """An air-filled balance disc from the side: domed above, resting on the floor."""

    at: Point
    """The middle of its base, on the floor."""

    width: Length
    """Drawing units across."""

    height: Length
    """Drawing units from floor to the top of the dome."""

    tilt: Tilt = (0.0,)
    """Degrees by which its top rocks clockwise."""

    def draw(self, scene: Scene) -> None:
        base, wide, high = scene.point(self.at), self.width / 2, self.height
        lean = math.tan(math.radians(scene.now(self.tilt)))

        def q(x: float, y: float) -> complex:
            return base + complex(x * wide, -y * high + x * wide * lean * y)

        rim: list[Knot] = [(q(-0.72, 0), 0.5), q(-0.95, 0.14), q(-1, 0.36), q(-0.88, 0.60), q(-0.5, 0.90), q(0, 1.0)]
        rim += [q(0.5, 0.90), q(0.88, 0.60), q(1, 0.36), q(0.95, 0.14), (q(0.72, 0), 0.5)]
        scene.blob(rim, Look.DISC)
        scene.line([q(-1, 0.36), q(-0.55, 0.20), q(0, 0.15), q(0.55, 0.20), q(1, 0.36)], Look.DETAIL)
        for x in (-0.66, -0.24, 0.24, 0.66):
            scene.circle(q(x, 0.62 - 0.28 * abs(x)), high * 0.045, Look.EYE)


class DiscAbove(Record):
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


class Ball(Record):
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


class Towel(Record):
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


class Band(Record):
    """An elastic band: strands along points, and where it wraps the foot."""

    strands: tuple[tuple[Point, ...], ...] = ()
    """Each strand is drawn through its points, in a nearly straight line."""

    wraps: tuple[tuple[Point, ...], ...] = ()
    """Each wrap is a broad strip laid over the foot through its points."""

    broad: Length = 9
    """Breadth of a wrap."""

    def draw(self, scene: Scene) -> None:
        lines = [([scene.point(p) for p in strand], None, 0.12) for strand in self.strands]
        wraps = [([scene.point(p) for p in wrap], self.broad, 0.36) for wrap in self.wraps]
        for points, width, slack in [*lines, *wraps]:
            path = smooth(points, closed=False, slack=slack)
            scene.path(path, Look.BAND_EDGE, width and width + 2.4)
            scene.path(path, Look.BAND, width)


class Footprint(Record):
    """The print of a sole, or a foot on a disc seen from above."""

    at: Point
    """The back of the heel."""

    length: Length
    """Drawing units from heel to toes."""

    side: Literal["right", "left"] = "right"
    """Which foot."""

    turned: Turn = (0.0,)
    """Degrees clockwise from toes pointing right."""

    skin: bool = False
    """True paints it as a foot, not as a print."""

    def draw(self, scene: Scene) -> None:
        path = print_path(self.length, 1 if self.side == "right" else -1, turn(scene.now(self.turned)))
        scene.add(Shape(path, Look.SKIN if self.skin else Look.PRINT, stamp=scene.point(self.at)))


class Rail(Record):
    """A handrail on a wall behind the person, or a worktop's edge."""

    y: Down
    """Its upper edge."""

    left: Across
    """Where it begins."""

    right: Across
    """Where it ends."""

    def draw(self, scene: Scene) -> None:
        bar = [complex(self.left, self.y), complex(self.right, self.y)]
        scene.face([*bar, *(z + 7j for z in reversed(bar))], Look.DARK_PROP)
