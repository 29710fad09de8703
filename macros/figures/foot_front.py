"""The foot from the front: toes toward the viewer, flat, tilted or hanging."""

from dataclasses import dataclass

from macros.figures.geometry import turn
from macros.figures.outline import Knot
from macros.figures.proportions import FOOT
from macros.figures.scene import Look, Scene

LARGER = 1.18
"""Feet seen from the front are drawn this much larger than life, so that they are not lost."""

OUTLINE = (
    (0.125, 0.015), (0.135, 0.07), (0.165, 0.135), (0.215, 0.190), (0.240, 0.232), (0.225, 0.262), (0.12, 0.268),
    (-0.02, 0.268), (-0.135, 0.266), (-0.195, 0.258), (-0.212, 0.215), (-0.190, 0.155), (-0.150, 0.085),
    (-0.130, 0.02), (-0.128, -0.03),
)  # fmt: skip
"""Foot lengths from the ankle joint: outward, down."""
SHOE = (
    (0.150, -0.005), (0.160, 0.07), (0.195, 0.135), (0.235, 0.19), (0.25, 0.24), (0.22, 0.275), (0, 0.28),
    (-0.19, 0.275), (-0.225, 0.235), (-0.210, 0.18), (-0.175, 0.11), (-0.155, 0.05), (-0.150, -0.005), (0, 0.03),
)  # fmt: skip
SHOE_SOLE = ((0.252, 0.235), (0.245, 0.275), (0, 0.283), (-0.215, 0.275), (-0.227, 0.235), (0, 0.25))
TOE_GAPS = ((-0.092, 0.038), (-0.012, 0.022), (0.055, 0.012), (0.118, 0.000))
"""Gaps between the toes: outward, and how much higher the gap starts."""


@dataclass(frozen=True)
class FrontFoot:
    """A foot in place."""

    ankle: complex
    stature: float
    side: int
    """1 for the person's left foot, on the viewer's right; -1 for the right."""
    tilt: float
    """Degrees of inversion."""
    pointed: float

    def place(self, outward: float, down: float) -> complex:
        length = FOOT * self.stature
        wide = LARGER * (1 - 0.12 * self.pointed)
        factor = turn(self.tilt * self.side * (1 if down > 0.04 else 0.5))
        drop = max(down, 0) * (1 + self.pointed) + min(down, 0)
        return self.ankle + complex(self.side * outward * wide, drop) * factor * length

    def outline(self) -> list[Knot]:
        return [self.place(*point) for point in OUTLINE]

    def joints(self) -> dict[str, complex]:
        return {
            "sole": complex(self.place(0, 0.268).real, max(self.place(x, 0.268).imag for x in (-0.2, 0, 0.22))),
            "in": self.place(-0.215, 0.245),
            "out": self.place(0.24, 0.245),
            "over": self.place(0, 0.165),
            "top": self.place(0, 0.1),
        }

    def draw_shoe(self, scene: Scene, *, plain: bool) -> None:
        scene.blob([self.place(*point) for point in SHOE], Look.SHOE)
        scene.blob([self.place(*point) for point in SHOE_SOLE], Look.SHOE_SOLE)
        for y in () if plain else (0.07, 0.11, 0.15):
            scene.line([self.place(-0.06, y), self.place(0.06, y)], Look.DETAIL)

    def draw_toes(self, scene: Scene) -> None:
        for x, high in TOE_GAPS:
            gap = ((x + 0.036, 0.266), (x + 0.034, 0.228 - high * 0.5), (x + 0.030, 0.205 - high))
            scene.line([self.place(*point) for point in gap], Look.DETAIL)
