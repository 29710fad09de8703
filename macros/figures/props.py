"""What is around a person: floor, wall, rail, chair, table leg and footprints."""

from typing import Annotated, Literal

from pydantic import Field

from macros.figures.drawable import Drawable
from macros.figures.foot_views import foot_above, print_path
from macros.figures.geometry import turn
from macros.figures.outline import Knot, polygon
from macros.figures.scene import Look, Scene, Shape
from macros.figures.values import Length, Point, Turn

Across = Annotated[float, Field(ge=-40, le=520)]
"""Drawing units from the left edge."""
Down = Annotated[float, Field(ge=-40, le=440)]
"""Drawing units from the upper edge."""


HATCH = 1.4
"""From one line of a wall's hatching to the next, in widths of the wall."""


class Floor(Drawable):
    """The floor, a level line that soles rest on."""

    y: Down
    """Height on the page."""

    left: Across = 20
    """Where it begins."""

    right: Across = 460
    """Where it ends."""

    def draw(self, scene: Scene) -> None:
        scene.line([complex(self.left, self.y), complex(self.right, self.y)], Look.FLOOR)


class Box(Drawable):
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

    wall: bool = False
    """True for a wall, which is hatched as if cut through."""

    def draw(self, scene: Scene) -> None:
        corner = complex(self.left, self.top)
        sides = (0, self.width, complex(self.width, self.height), 1j * self.height)
        scene.face([corner + side for side in sides], Look.PROP if self.light or self.wall else Look.DARK_PROP)
        if self.wall:
            for step in range(int((self.height - self.width) / (HATCH * self.width)) + 1):
                low = corner + (step * HATCH + 1) * self.width * 1j
                scene.path(polygon([low, low + complex(self.width, -self.width)], closed=False), Look.DETAIL)


class Chair(Drawable):
    """A chair from the side, for a person who faces right."""

    at: Point
    """The back corner of the top of the seat."""

    width: Length
    """Depth of the seat."""

    floor: Down
    """Height on the page of the floor under its feet."""

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


class Footprint(Drawable):
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
        side, factor, place = (1 if self.side == "right" else -1), turn(scene.now(self.turned)), scene.point(self.at)
        if not self.skin:
            scene.add(Shape(print_path(self.length, side, factor), Look.PRINT, stamp=place))
            return
        foot, lines, leg = foot_above(self.length, side, factor)
        for path, look in ((foot, Look.SKIN), (lines, Look.DETAIL), (leg, Look.WORKING)):
            scene.add(Shape(path, look, stamp=place))


class Rail(Drawable):
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
