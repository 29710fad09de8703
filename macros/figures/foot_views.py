"""The heel from behind, and the print of a sole.

Coordinates are foot lengths: x outward (toward the little toe), y forward from the ankle or the heel.
"""

import math
from functools import lru_cache

from macros.figures.drawable import Drawable
from macros.figures.geometry import clamp, turn
from macros.figures.outline import Command, Knot, Path, smooth
from macros.figures.pose import HeelPose
from macros.figures.proportions import FOOT
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
        scene.line(axis, Look.WRONG_GUIDE if heel.wrong else Look.GUIDE)
    for joint, x in (("in", -0.14), ("out", 0.14), ("heel", 0)):
        scene.joints[f"{heel.prefix}.{joint}"] = foot(x, 0.285)
