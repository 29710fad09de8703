"""The foot from above, the heel from behind, and the print of a sole.

Coordinates are foot lengths: x outward (toward the little toe), y forward from the ankle or the heel.
"""

import math
from functools import lru_cache

from macros.figures.drawable import Drawable
from macros.figures.geometry import between, clamp, turn, unit
from macros.figures.outline import Command, Knot, Path, smooth
from macros.figures.pose import HeelPose, LegAbovePose
from macros.figures.proportions import FOOT, SHANK, SHANK_INNER, SHANK_OUTER
from macros.figures.scene import Look, Scene

SOLE = (
    (0, 0), (0.088, 0.030), (0.128, 0.115), (0.122, 0.24), (0.135, 0.40), (0.165, 0.55), (0.190, 0.655), (0.170, 0.725),
    (0.10, 0.755), (0.0, 0.78), (-0.10, 0.775), (-0.172, 0.745), (-0.186, 0.67), (-0.150, 0.58), (-0.085, 0.46),
    (-0.075, 0.36), (-0.108, 0.22), (-0.125, 0.11), (-0.088, 0.030),
)  # fmt: skip
PRINT_TOES = (
    (-0.112, 0.885, 0.066, 0.088, 4), (-0.012, 0.895, 0.036, 0.062, 2), (0.062, 0.862, 0.033, 0.056, -4),
    (0.126, 0.815, 0.031, 0.050, -10), (0.180, 0.745, 0.030, 0.046, -18),
)  # fmt: skip
"""Toes of a print: centre x and y, half width, half length, degrees turned."""
TOES_ABOVE = (
    (0.162, 0.462, 0.184, 0.545, 0.034), (0.118, 0.492, 0.134, 0.602, 0.037), (0.056, 0.525, 0.066, 0.646, 0.040),
    (-0.016, 0.543, -0.008, 0.680, 0.043), (-0.112, 0.530, -0.120, 0.700, 0.066),
)  # fmt: skip
"""Toes from above, little toe first: base x and y, tip x and y, half width."""
FOOT_ABOVE = (
    (0.120, 0.02), (0.125, 0.09), (0.150, 0.22), (0.188, 0.36), (0.200, 0.43), (0.165, 0.485), (0.075, 0.535),
    (-0.03, 0.555), (-0.12, 0.545), (-0.172, 0.50), (-0.186, 0.43), (-0.165, 0.34), (-0.125, 0.22), (-0.108, 0.10),
    (-0.124, -0.015),
)  # fmt: skip
HEEL = (
    (0.120, -0.10), (0.134, -0.03), (0.156, 0.03), (0.142, 0.085), (0.134, 0.14), (0.146, 0.20), (0.138, 0.255),
    (0.07, 0.285), (-0.07, 0.285), (-0.138, 0.255), (-0.146, 0.20), (-0.134, 0.13), (-0.138, 0.06), (-0.158, -0.01),
    (-0.136, -0.07), (-0.122, -0.13),
)  # fmt: skip
"""The heel from behind: foot lengths outward and down from the ankle joint."""
FOREFOOT_BEHIND = ((0.06, 0.16), (0.15, 0.145), (0.215, 0.20), (0.225, 0.265), (0.18, 0.285), (0.06, 0.285))
"""The part of the forefoot that shows past the heel, on the side to which it swings."""


@lru_cache(maxsize=64)
def print_path(length: float, side: int, factor: complex) -> Path:
    """Return the print of a sole about its heel; *factor* turns the print, whose toes point right, to its direction."""

    def q(x: float, y: float) -> complex:
        return factor * complex(y, side * x) * length

    steps: list[Command] = [*smooth([q(x, y) for x, y in SOLE])]
    for x, y, wide, long, degrees in PRINT_TOES:
        angle = math.radians(degrees)
        across, along = (
            complex(math.cos(angle), -math.sin(angle)) * wide,
            complex(math.sin(angle), math.cos(angle)) * long,
        )
        rim = [complex(x, y) + way for way in (along, across, -along, -across)]
        steps += smooth([q(z.real, z.imag) for z in rim], slack=0.38)
    return tuple(steps)


class FootAbove:
    """A lower leg and foot from above, in place, toes up the page."""

    def __init__(self, scene: Scene, leg: LegAbovePose) -> None:
        self.leg, self.ankle = leg, scene.point(leg.at)
        self.side = 1 if leg.side == "right" else -1
        self.length = FOOT * leg.height
        self.swing, self.roll = scene.now(leg.swing), scene.now(leg.roll)

    def place(self, x: float, y: float, edge: float = 0.0) -> complex:
        """Place a point of the foot; the skin at the ankle turns gradually. *edge* shifts it to the side that rises."""
        share = clamp(y / 0.2)
        return (
            self.ankle
            + complex(self.side * (x - edge * share), -y) * turn(self.swing * self.side * share) * self.length
        )

    def shin(self, share: float, outward: float) -> complex:
        length = SHANK * self.leg.shin * self.leg.height
        return self.ankle + complex(self.side * outward * self.leg.height, (1 - share) * length)

    def joints(self) -> dict[str, complex]:
        named = {"ball": (0, 0.44), "in": (-0.20, 0.42), "out": (0.21, 0.38), "tip": (-0.12, 0.74), "toe2": (0, 0.74)}
        places = {name: self.place(*point) for name, point in named.items()}
        return {"ankle": self.ankle, "heel": self.ankle, **places}

    def draw(self, scene: Scene) -> None:
        edge = 0.15 * math.sin(math.radians(self.roll))
        scene.blob([self.place(x, y, edge) for x, y in FOOT_ABOVE[1:-1]], Look.FAR_SKIN)
        scene.blob(self._skin(), Look.SKIN)
        nails: list[Command] = []
        for toe in TOES_ABOVE:
            nails += self._draw_toe(scene, toe)
        scene.path(tuple(nails), Look.NAIL)
        scene.line([self.place(-0.085, 0.45), self.place(-0.0735, 0.365), self.place(-0.062, 0.28)], Look.DETAIL)
        for way in (1, -1):
            bone = ((way * 0.075, 0.035 + 0.018 * way), (way * 0.052, 0), (way * 0.072, -0.04))
            scene.line([self.ankle + complex(self.side * x, y) * self.length for x, y in bone], Look.DETAIL)
        scene.blob(self._legging(), Look.LEGGING)

    def _skin(self) -> list[Knot]:
        hem = self.leg.hem
        outer: list[Knot] = [(self.shin(hem, between(SHANK_OUTER, hem)), 0.0)]
        outer += [self.shin(u, v) for u, v in SHANK_OUTER if u > hem + 0.03]
        inner: list[Knot] = [self.shin(u, v) for u, v in reversed(SHANK_INNER) if u > hem + 0.03]
        foot = [self.place(x, y) for x, y in FOOT_ABOVE]
        return [*outer, *foot, *inner, (self.shin(hem, between(SHANK_INNER, hem)), 0.0)]

    def _legging(self) -> list[Knot]:
        hem = self.leg.hem
        outer: list[Knot] = [
            (self.shin(-0.2, 0.033), 0.0),
            *(self.shin(u, v + 0.003) for u, v in SHANK_OUTER if u < hem - 0.05),
        ]
        ends: list[Knot] = [(self.shin(hem, between(table, hem)), 0.0) for table in (SHANK_OUTER, SHANK_INNER)]
        inner: list[Knot] = [self.shin(u, v - 0.003) for u, v in reversed(SHANK_INNER) if u < hem - 0.05]
        return [*outer, *ends, *inner, (self.shin(-0.2, -0.033), 0.0)]

    def _draw_toe(self, scene: Scene, toe: tuple[float, float, float, float, float]) -> Path:
        """Draw a toe and return the outline of its nail."""
        base, tip, half = complex(toe[0], toe[1]), complex(toe[2], toe[3]), toe[4]
        along, size = unit(tip - base), abs(tip - base)
        across = along * 1j * half
        root, knuckle, pulp = base, base + along * size * 0.55, tip - along * half * 0.6
        edge: list[Knot] = [
            (self._at(root + across * 0.92), 0.0),
            self._at(knuckle + across),
            self._at(pulp + across * 0.92),
        ]
        edge += [self._at(tip + along * half * 0.35), self._at(pulp - across * 0.92), self._at(knuckle - across)]
        scene.line([*edge, (self._at(root - across * 0.92), 0.0)], Look.SKIN)
        middle = tip - along * half * 0.35
        low, high = middle - along * half * 0.5, middle + along * half * 0.3
        rim = [low + across * 0.58, high + across * 0.52, high - across * 0.52, low - across * 0.58]
        return smooth([self._at(z) for z in rim], slack=0.3)

    def _at(self, z: complex) -> complex:
        return self.place(z.real, z.imag)


class LegAbove(LegAbovePose, Drawable):
    """A right or left lower leg and foot seen from above, toes up the page, as one sees one's own."""

    def draw(self, scene: Scene) -> None:
        foot = FootAbove(scene, self)
        for joint, place in foot.joints().items():
            scene.joints[f"{self.prefix}.{joint}"] = place
        if not scene.joints_only:
            foot.draw(scene)


class HeelBehind(HeelPose, Drawable):
    """The heel and lower leg of a right or left foot, seen from behind."""

    def draw(self, scene: Scene) -> None:
        _draw_heel(scene, self)


def _draw_heel(scene: Scene, heel: HeelPose) -> None:
    """Draw lower leg and heel; from behind, a right foot has its little toe on the right."""
    ankle, length = scene.point(heel.at), FOOT * heel.height
    side, tilt = (1 if heel.side == "right" else -1), scene.now(heel.tilt)

    def foot(x: float, y: float) -> complex:
        return ankle + complex(side * x, y) * turn(tilt * side * clamp((y + 0.03) / 0.13)) * length

    def leg(x: float, y: float) -> complex:
        return ankle + complex(side * x, y) * length

    inward = -1 if heel.tilt[-1] > 0 else 1  # the forefoot swings the way the sole turns
    scene.blob([foot(inward * x, y) for x, y in FOREFOOT_BEHIND], Look.FAR_SKIN)
    calf: list[Knot] = [(leg(0.150, -0.62), 0.0), leg(0.112, -0.32)]
    scene.blob([*calf, *(foot(x, y) for x, y in HEEL), leg(-0.114, -0.34), (leg(-0.165, -0.62), 0.0)], Look.SKIN)
    for way in (1, -1):
        tendon = [leg(way * 0.066, -0.58), leg(way * 0.042, -0.28), foot(way * 0.040, -0.06), foot(way * 0.066, 0.06)]
        scene.line(tendon, Look.DETAIL)
    for axis in ([leg(0, -0.60), leg(0, -0.04)], [foot(0, 0.02), foot(0, 0.27)]):
        scene.line(axis, Look.GUIDE_EDGE)
        scene.line(axis, Look.GUIDE)
    for joint, x in (("in", -0.14), ("out", 0.14), ("heel", 0)):
        scene.joints[f"{heel.prefix}.{joint}"] = foot(x, 0.285)
