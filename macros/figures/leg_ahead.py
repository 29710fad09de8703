"""The lower leg and shoe of a person who sits facing the viewer, seen a little from above.

The shoe is a solid: points are foot lengths (outward, toward the toes, up) from the middle of the heel on the floor.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from macros.figures.drawable import Drawable
from macros.figures.geometry import Table, between, turn
from macros.figures.outline import Knot
from macros.figures.pose import LegAheadPose
from macros.figures.proportions import FOOT, SHANK, SHANK_INNER, SHANK_OUTER
from macros.figures.scene import Look, Scene

ELEVATION = 27
"""Degrees from which the viewer looks down."""
RIMS = 8
"""Points of the outline of a solid."""

SOLE = (
    (0, -0.02), (0.09, 0.0), (0.145, 0.09), (0.14, 0.28), (0.155, 0.48), (0.195, 0.66), (0.19, 0.82), (0.125, 0.97),
    (-0.02, 1.05), (-0.13, 1.01), (-0.19, 0.88), (-0.20, 0.70), (-0.155, 0.48), (-0.115, 0.28), (-0.13, 0.10), (-0.085, 0.0),
)  # fmt: skip
"""The sole's outline: outward, toward the toes."""
SECTIONS = (
    (0.02, 0.105, 0.30), (0.08, 0.115, 0.36), (0.22, 0.120, 0.38), (0.36, 0.120, 0.36), (0.48, 0.145, 0.27),
    (0.60, 0.170, 0.215), (0.72, 0.182, 0.180), (0.84, 0.172, 0.155), (0.95, 0.125, 0.130),
)  # fmt: skip
"""Cross-sections of the upper: toward the toes, half as wide, and high."""
COLLAR = ((0.095, 0.33, 0.29), (0, 0.40, 0.345), (-0.095, 0.33, 0.29))
"""The front of the opening."""
LACES = (0.54,)
ROLLS: Table = ((0.1, 0.25), (0.7, 1.0))
"""How much of the roll a part of the shoe makes: toward the toes, share."""
PIVOT = 0.14
"""What the shoe turns about: from the heel toward the toes."""
HEM = 0.74
"""Where the legging ends, as a share of the way from knee to ankle."""
KNEE = ((-0.45, 0.062), (-0.15, 0.055), (0.03, 0.044), (0.12, 0.028), (0.15, 0.0))
"""Half of a thigh that points at the viewer: shares of the shin below the knee, statures outward."""
WRAP = ((0.198, 0.68, 0.0), (0.186, 0.68, 0.10), (0.12, 0.67, 0.17), (0, 0.66, 0.20), (-0.12, 0.67, 0.17), (-0.19, 0.68, 0.10), (-0.202, 0.68, 0.0))  # fmt: skip
"""Over the front of the shoe, where a band lies."""
UNDER = ((0.13, 0.93, -0.05), (-0.14, 0.93, -0.05))
"""Under it, where the band closes."""


class Solid(NamedTuple):
    """A point of the shoe before it is turned."""

    out: float
    along: float
    up: float


class AheadFoot:
    """A shoe in place, turned under the ankle."""

    def __init__(self, scene: Scene, leg: LegAheadPose) -> None:
        self.leg, self.heel = leg, scene.point(leg.at)
        self.side = -1 if leg.side == "right" else 1
        self.length = FOOT * leg.height
        self.swing, self.roll = scene.now(leg.swing), scene.now(leg.roll)

    def place(self, out: float, along: float, up: float) -> complex:
        """Project a point of the shoe onto the page; the heel rolls less than the front, so that it stays under the leg."""
        share = between(ROLLS, along)
        rolled = complex(out, up) * turn(-self.roll * share) + 0.10j * share * abs(math.sin(math.radians(self.roll)))
        swung = complex(rolled.real, along - PIVOT) * turn(-self.swing) + 1j * PIVOT
        return self._seen(swung.real, swung.imag, rolled.imag)

    def _seen(self, out: float, along: float, up: float) -> complex:
        down = along * math.sin(math.radians(ELEVATION)) - up * math.cos(math.radians(ELEVATION))
        return self.heel + complex(self.side * out, down) * self.length

    def shin(self, share: float, outward: float) -> complex:
        """Place a point of the lower leg, which does not turn."""
        ankle = self._seen(0, 0.24, 0.30)
        length = SHANK * self.leg.shin * self.leg.height
        return ankle + complex(self.side * outward * self.leg.height, -(1 - share) * length)

    def joints(self) -> dict[str, complex]:
        wrap = [self.place(*point) for point in (*WRAP, *UNDER)]
        names = ("out", "outside", "outtop", "top", "intop", "inside", "in", "outunder", "inunder")
        others = {
            "heel": self.heel,
            "tip": self.place(0, 1.05, 0.05),
            "ankle": self.shin(1, 0),
            "shin": self.shin(0.5, 0),
            "knee": self.shin(0.02, 0),
        }
        return {**dict(zip(names, wrap, strict=True)), **others}

    def draw(self, scene: Scene, *, works: bool) -> None:
        look = Look.WORKING if works else Look.LEGGING
        scene.blob(self._between((HEM - 0.05, 0.0235), (0.86, 0.0190), (1.02, 0.0200)), Look.SKIN)
        scene.blob(self._between((0.87, 0.0200), (0.95, 0.0205), (1.04, 0.0215)), Look.SHOE)
        scene.blob(self._legging(), look)
        if self.leg.knee:
            below = [self.shin(share, -width) for share, width in reversed(KNEE[1:-1])]
            top: list[Knot] = [(self.shin(KNEE[0][0], width), 0.0) for width in (-KNEE[0][1], KNEE[0][1])]
            scene.blob([*(self.shin(*place) for place in KNEE[1:]), *below, *top], look)
        sole = [*(self.place(x, y, 0) for x, y in SOLE), *(self.place(x, y, 0.075) for x, y in SOLE)]
        scene.blob(_rim(sole), Look.SHOE_SOLE)
        scene.blob(_rim(self._upper(SECTIONS[:5])), Look.SHOE)
        scene.blob(_rim(self._upper(SECTIONS[3:])), Look.SHOE)
        lines = [COLLAR, *(self._lace(along) for along in LACES)] if works else [COLLAR]
        for line in lines:
            scene.line([self.place(*point) for point in line], Look.DETAIL)

    def _lace(self, along: float) -> tuple[tuple[float, float, float], ...]:
        wide, high = between([(y, w) for y, w, _ in SECTIONS], along), between([(y, h) for y, _, h in SECTIONS], along)
        return ((wide * 0.42, along, high * 0.93), (0, along, high * 1.02), (-wide * 0.42, along, high * 0.93))

    def _upper(self, sections: Sequence[tuple[float, float, float]]) -> list[complex]:
        """Return the upper of the shoe along *sections*: the heel with its collar, or the front."""
        points: list[complex] = []
        for along, wide, high in sections:
            for step in range(7):
                way = turn(180 * step / 6)
                points.append(self.place(way.real * wide, along, 0.06 + way.imag * (high - 0.06)))
        return points

    def _between(self, *rows: tuple[float, float]) -> list[Knot]:
        """Return the outline of a piece of the lower leg: shares of the shin, half widths."""
        (above, wide), *middle, (below, narrow) = rows
        outer: list[Knot] = [(self.shin(above, wide), 0.0), *(self.shin(u, v) for u, v in middle)]
        inner: list[Knot] = [*(self.shin(u, -v) for u, v in reversed(middle)), (self.shin(above, -wide), 0.0)]
        return [*outer, (self.shin(below, narrow), 0.0), (self.shin(below, -narrow), 0.0), *inner]

    def _legging(self) -> list[Knot]:
        def side(table: Table, cloth: float) -> list[Knot]:
            """Return one side below the knee."""
            return [self.shin(share, width + cloth) for share, width in table if 0.1 < share < HEM - 0.05]

        hem = between(SHANK_OUTER, HEM) + 0.004
        outer: list[Knot] = [(self.shin(0.0, 0.036), 0.0), *side(SHANK_OUTER, 0.003), (self.shin(HEM, hem), 0.0)]
        inner: list[Knot] = [
            (self.shin(HEM, -hem), 0.0),
            *reversed(side(SHANK_INNER, -0.003)),
            (self.shin(0.0, -0.036), 0.0),
        ]
        return [*outer, *inner]


def _rim(points: list[complex]) -> list[Knot]:
    """Return the outline round *points*, always with the same number of knots, so that it can move."""
    ways = [turn(360 * step / RIMS) for step in range(RIMS)]
    reached = [max((point * way.conjugate()).real for point in points) for way in ways]
    corners: list[complex] = []
    for step, way in enumerate(ways):  # where the edges of two directions meet
        after = (step + 1) % RIMS
        angle = math.radians(360 / RIMS)
        aside = (reached[after] - reached[step] * math.cos(angle)) / math.sin(angle)
        corners.append(way * complex(reached[step], aside))
    return [(one + other) / 2 for one, other in zip(corners, [*corners[1:], corners[0]], strict=True)]


class LegAhead(LegAheadPose, Drawable):
    """A right or left lower leg and shoe of a sitting person who faces the viewer, seen a little from above."""

    def draw(self, scene: Scene) -> None:
        foot = AheadFoot(scene, self)
        for joint, place in foot.joints().items():
            scene.joints[f"{self.prefix}.{joint}"] = place
        if not scene.joints_only:
            foot.draw(scene, works=self.works)
