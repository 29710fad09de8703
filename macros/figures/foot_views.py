"""The heel from behind, and the print of a sole.

Coordinates are foot lengths: x outward (toward the little toe), y forward from the ankle or the heel.
"""

import math
from collections.abc import Callable
from functools import lru_cache

from macros.figures.drawable import Drawable
from macros.figures.geometry import clamp, turn
from macros.figures.outline import Command, Knot, Path, polygon, smooth
from macros.figures.pose import HeelPose
from macros.figures.proportions import FOOT
from macros.figures.scene import Look, Scene

SOLE = (
    (0, 0), (0.088, 0.030), (0.128, 0.115), (0.122, 0.24), (0.135, 0.40), (0.165, 0.55), (0.190, 0.655), (0.170, 0.725),
    (0.10, 0.755), (0.0, 0.78), (-0.10, 0.775), (-0.172, 0.745), (-0.186, 0.67), (-0.150, 0.58), (-0.085, 0.46),
    (-0.075, 0.36), (-0.108, 0.22), (-0.125, 0.11), (-0.088, 0.030),
)  # fmt: skip
ABOVE = (
    (0, 0), (0.085, 0.030), (0.125, 0.115), (0.125, 0.24), (0.145, 0.40), (0.178, 0.55), (0.208, 0.665), (0.222, 0.745),
    (0.200, 0.802), (0.168, 0.806), (0.164, 0.858), (0.126, 0.888), (0.100, 0.872), (0.092, 0.922), (0.056, 0.944),
    (0.028, 0.918), (0.016, 0.964), (-0.018, 0.978), (-0.046, 0.935), (-0.070, 0.985), (-0.125, 1.0), (-0.178, 0.955),
    (-0.185, 0.85), (-0.192, 0.72), (-0.175, 0.60), (-0.135, 0.46), (-0.118, 0.34), (-0.118, 0.22), (-0.122, 0.11),
    (-0.085, 0.030),
)  # fmt: skip
"""A foot from above, with its toes."""
TOE_LINES = (
    ((-0.046, 0.935), (-0.052, 0.80)), ((0.028, 0.918), (0.018, 0.80)), ((0.100, 0.872), (0.080, 0.775)),
    ((0.168, 0.806), (0.140, 0.735)),
)  # fmt: skip
"""Lines between the toes, from their tips back."""
LEG_ABOVE = ((0, 0.09), (0.115, 0.21), (0, 0.35), (-0.115, 0.21))
"""The lower leg that stands on the foot, from above."""
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
FOREFOOT_BEHIND = (
    (0.06, 0.15), (0.16, 0.145), (0.235, 0.185), (0.268, 0.235), (0.262, 0.272), (0.22, 0.285), (0.0, 0.285), (-0.15, 0.285),
    (-0.185, 0.265), (-0.182, 0.21), (-0.13, 0.16), (-0.05, 0.15),
)  # fmt: skip
"""The forefoot, which shows past the heel, more on the outer side."""
TOES_BEHIND = (((0.222, 0.284), (0.226, 0.252), (0.215, 0.225)), ((0.178, 0.284), (0.180, 0.262), (0.170, 0.24)))
ANKLE_BONES = (((0.118, 0.055), (0.148, 0.04), (0.147, 0.01)), ((-0.118, 0.015), (-0.148, 0.0), (-0.147, -0.03)))
SOLE_BEHIND = 0.285
"""From the ankle joint down to the sole."""
EDGES = (-0.185, -0.146, 0.146, 0.262)
"""Where the sole's edges are: outward of the ankle joint."""


@lru_cache(maxsize=64)
def print_path(length: float, side: int, factor: complex) -> Path:
    """Return the print of a sole about its heel; *factor* turns the print, whose toes point right, to its direction."""

    def q(place: complex) -> complex:
        return factor * complex(place.imag, side * place.real) * length

    return (*smooth([q(complex(x, y)) for x, y in SOLE]), *_toes(q))


@lru_cache(maxsize=64)
def foot_above(length: float, side: int, factor: complex) -> tuple[Path, Path, Path]:
    """Return the foot, the lines between its toes and the leg on it, seen from above, about its heel as a print is."""

    def q(place: tuple[float, float]) -> complex:
        return factor * complex(place[1], side * place[0]) * length

    lines = tuple(step for line in TOE_LINES for step in polygon([q(place) for place in line], closed=False))
    return smooth([q(place) for place in ABOVE]), lines, smooth([q(place) for place in LEG_ABOVE], slack=0.38)


def _toes(q: Callable[[complex], complex]) -> list[Command]:
    """Return the ovals of the toes of a print."""
    steps: list[Command] = []
    for x, y, half_wide, half_long, degrees in PRINT_TOES:
        along = complex(math.sin(math.radians(degrees)), math.cos(math.radians(degrees)))
        centre, across = complex(x, y), -1j * along * half_wide
        rim = [centre + way for way in (along * half_long, across, -along * half_long, -across)]
        steps += smooth([q(place) for place in rim], slack=0.38)
    return steps


class HeelBehind(HeelPose, Drawable):
    """The heel and lower leg of a right or left foot, seen from behind."""

    def draw(self, scene: Scene) -> None:
        _draw_heel(scene, self)


def _draw_heel(scene: Scene, heel: HeelPose) -> None:
    """Draw lower leg and heel; from behind, a right foot has its little toe on the right."""
    length, side, tilt = FOOT * heel.height, (1 if heel.side == "right" else -1), scene.now(heel.tilt)
    lowest = max((complex(side * x, SOLE_BEHIND) * turn(tilt * side)).imag for x in EDGES)
    ankle = scene.point(heel.at) + 1j * (SOLE_BEHIND - lowest) * length

    def foot(x: float, y: float) -> complex:
        return ankle + complex(side * x, y) * turn(tilt * side * clamp((y + 0.03) / 0.13)) * length

    def leg(x: float, y: float) -> complex:
        return ankle + complex(side * x, y) * length

    scene.blob([foot(x, y) for x, y in FOREFOOT_BEHIND], Look.FAR_SKIN)
    for toe in TOES_BEHIND:
        scene.line([foot(x, y) for x, y in toe], Look.DETAIL)
    calf: list[Knot] = [(leg(0.165, -0.62), 0.0), leg(0.118, -0.30)]
    scene.blob([*calf, *(foot(x, y) for x, y in HEEL), leg(-0.118, -0.32), (leg(-0.165, -0.62), 0.0)], Look.SKIN)
    for bone in ANKLE_BONES:
        scene.line([foot(x, y) for x, y in bone], Look.DETAIL)
    for way in (1, -1):
        tendon = [leg(way * 0.052, -0.40), leg(way * 0.042, -0.22), foot(way * 0.040, -0.06), foot(way * 0.066, 0.06)]
        scene.line(tendon, Look.DETAIL)
    hem: list[Knot] = [(leg(0.175, -0.48), 0.0), (leg(-0.175, -0.48), 0.0)]
    scene.blob([*hem, leg(-0.22, -0.9), (leg(-0.22, -1.7), 0.0), (leg(0.22, -1.7), 0.0), leg(0.22, -0.9)], Look.WORKING)
    for axis in ([leg(0, -0.42), leg(0, -0.04)], [foot(0, 0.02), foot(0, 0.27)]):
        scene.line(axis, Look.GUIDE_EDGE)
        scene.line(axis, Look.WRONG_GUIDE if heel.wrong else Look.GUIDE)
    for joint, x in (("in", -0.146), ("out", 0.146), ("heel", 0)):
        scene.joints[f"{heel.prefix}.{joint}"] = foot(x, SOLE_BEHIND)
