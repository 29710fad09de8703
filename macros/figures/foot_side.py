"""The foot from the side: its outline with arch, toes and claw, its joints and its fine lines."""

import math
from dataclasses import dataclass
from functools import cached_property

from macros.figures.geometry import between, clamp, turn
from macros.figures.limbs import SideLeg
from macros.figures.outline import Knot
from macros.figures.proportions import (
    ANKLE_ABOVE_SOLE,
    ANKLE_FROM_HEEL,
    DOME_LIFTS,
    DOME_SHORTENS,
    FOOT,
    SHANK,
    SHANK_BACK,
    SHANK_FRONT,
)
from macros.figures.scene import Look, Scene

TOE_BASE = complex(0.745, 0.055)
"""The first metatarsophalangeal joint, in foot lengths from the back of the heel, y up."""
TOE = (
    (0.82, 0.116, 0.0, 0.060), (0.885, 0.112, -0.005, 0.085), (0.945, 0.098, -0.010, 0.070), (0.985, 0.070, -0.030, 0.035),
    (1.0, 0.038, -0.040, 0.010), (0.985, 0.010, -0.035, -0.004), (0.95, 0.0, -0.040, 0.0), (0.89, 0.002, -0.010, 0.035),
    (0.85, 0.017, 0.0, 0.060), (0.805, 0.004, 0.0, 0.025),
)  # fmt: skip
"""The big toe, over its tip to the ball: foot lengths as below, and how far clawing moves each point."""
NAIL = ((0.922, 0.102, 0.024, 0.028), (0.938, 0.074, -0.005, 0.016), (0.992, 0.060, -0.037, 0.0))

SHOE = (
    (0.425 + 0.385j, 0.3), (0.50 + 0.325j, 1), (0.61 + 0.255j, 1), (0.74 + 0.185j, 1), (0.88 + 0.160j, 1),
    (0.99 + 0.135j, 1), (1.05 + 0.075j, 1), (1.045 + 0.02j, 0.5), (-0.015 + 0.02j, 0.5), (-0.035 + 0.10j, 1),
    (-0.02 + 0.20j, 1), (0.005 + 0.29j, 1), (0.02 + 0.375j, 0.3), (0.12 + 0.345j, 1), (0.24 + 0.325j, 1),
)  # fmt: skip
"""A shoe: foot lengths from the back of the heel, y up, with tensions."""
OTHER_TOES = (
    (0.70, 0.150, 0.0, 0.0), (0.78, 0.130, 0.0, 0.075), (0.85, 0.115, 0.01, 0.115), (0.92, 0.105, 0.015, 0.085),
    (0.97, 0.085, 0.025, 0.02), (0.995, 0.045, 0.01, -0.01), (0.985, 0.010, 0.0, -0.008), (0.95, 0.0, 0.0, 0.0),
    (0.90, 0.02, 0.01, 0.03), (0.80, 0.03, 0.0, 0.04),
)  # fmt: skip
"""The toes behind the big toe: foot lengths as for a shoe, and how far clawing moves each point."""
SHOE_SOLE = (
    (1.055 + 0.055j, 0.6), (1.03 + 0.005j, 1), (0.94 - 0.008j, 1), (0.10 - 0.008j, 1), (-0.015 + 0.0j, 1), (-0.038 + 0.06j, 0.6),
    (0.3 + 0.065j, 1), (0.7 + 0.055j, 1),
)  # fmt: skip
LACES = (((0.47, 0.30), (0.52, 0.335)), ((0.535, 0.262), (0.585, 0.292)), ((0.60, 0.225), (0.65, 0.252)))


@dataclass(frozen=True)
class SideFoot:
    """A foot in place: coordinates are foot lengths, x from the heel toward the toes, y up from the sole."""

    ankle: complex
    shank: complex
    """Unit vector from knee to ankle."""
    pitch: float
    """Degrees by which the front of the sole is up."""
    stature: float
    arch: float
    toes: float
    """Degrees of extension at the base of the toes."""
    claw: float
    inner: bool
    hem: float

    @cached_property
    def forward(self) -> complex:
        """Unit vector from heel to toes."""
        return turn(-self.pitch)

    @property
    def length(self) -> float:
        return FOOT * self.stature

    @property
    def apex(self) -> float:
        """Height of the top of the arch."""
        return 0.038 + 0.062 * self.arch if self.inner else 0.020

    def rigid(self, x: float, y: float) -> complex:
        """Place a point that neither arch nor toes move."""
        offset = self.forward * complex(x - ANKLE_FROM_HEEL, -(y - ANKLE_ABOVE_SOLE))
        return self.ankle + offset * self.length

    def soft(self, x: float, y: float) -> complex:
        """Place a point of the sole, instep or toes: the arch draws it back and up, the toes turn it."""
        drawn = DOME_SHORTENS * self.arch
        back = x - drawn * clamp((x - 0.24) / 0.46)
        up = y + DOME_LIFTS * self.arch * math.exp(-(((x - 0.54) / 0.17) ** 2)) * clamp((y - 0.10) / 0.10)
        if x <= 0.755 or not self.toes:
            return self.rigid(back, up)
        place = (complex(back + drawn, up) - TOE_BASE) * turn(self.toes) + TOE_BASE
        return self.rigid(place.real - drawn, place.imag)

    def clawed(self, rows: tuple[tuple[float, float, float, float], ...]) -> list[complex]:
        """Place points of toes, moved as far as the toes are clawed."""
        return [self.soft(x + self.claw * along, y + self.claw * up) for x, y, along, up in rows]

    def shin(self, share: float, aside: float) -> complex:
        """Place a point of the lower leg: *share* of the shank from the ankle up (minus), *aside* statures forward."""
        return self.ankle + self.shank * share * SHANK * self.stature - 1j * self.shank * aside * self.stature

    def joints(self) -> dict[str, complex]:
        return {
            "heel": self.rigid(0.13, 0),
            "heelback": self.rigid(0, 0.1),
            "ball": self.soft(0.735, 0),
            "toe": self.soft(0.95, 0),
            "tip": self.soft(1, 0.04),
            "arch": self.soft(0.455, self.apex),
            "sole": self.rigid(0.455, 0),
            "instep": self.soft(0.5, 0.3),
            "dorsum": self.soft(0.68, 0.185),
            "bandtop": self.rigid(0.66, 0.235),
            "band": self.rigid(0.70, 0.10),
            "bandsole": self.rigid(0.72, -0.02),
        }

    def outline(self) -> list[Knot]:
        return [*self._front(), *self._toes_and_sole(), *self._heel_and_back()]

    def top(self) -> list[Knot]:
        """Return the part of the outline from the instep to the tip of the toes, where a change of the arch shows."""
        return [*self._front()[-5:], *self._toes_and_sole()[:6]]

    def _front(self) -> list[Knot]:
        top: list[Knot] = [(self.shin(self.hem - 1, between(SHANK_FRONT, self.hem)), 0.0)]
        shin = [self.shin(u - 1, v) for u, v in SHANK_FRONT if u > self.hem + 0.03]
        bend = (self.shin(-0.06, 0.0235) + self.soft(0.414, 0.362)) / 2
        instep = ((0.458, 0.322), (0.525, 0.279), (0.61, 0.226), (0.70, 0.171), (0.762, 0.146))
        return [*top, *shin, bend, *(self.soft(x, y) for x, y in instep)]

    def _toes_and_sole(self) -> list[Knot]:
        g, apex = self.soft, self.apex
        toe = self.clawed(TOE)
        toes: list[Knot] = [*toe[:5], (toe[5], 0.8), *toe[6:8], (toe[8], 0.8), toe[9]]
        ball: list[Knot] = [g(0.735, 0), (g(0.68, 0.005), 0.8)]
        arch: list[Knot] = [g(0.625, 0.40 * apex), g(0.55, 0.84 * apex), g(0.465, apex), g(0.385, 0.90 * apex)]
        arch += [g(0.32, 0.52 * apex), (g(0.265, 0.10 * apex), 0.8)]
        return [*toes, *ball, *arch]

    def _heel_and_back(self) -> list[Knot]:
        heel = ((0.20, 0.0), (0.12, 0.0), (0.055, 0.010), (0.016, 0.048), (0.0, 0.10), (0.012, 0.165))
        achilles = self.shin(0, -0.0315) * 0.2 + self.soft(0.045, 0.245) * 0.8
        calf = [self.shin(u - 1, v) for u, v in reversed(SHANK_BACK) if u > self.hem + 0.03]
        top: list[Knot] = [(self.shin(self.hem - 1, between(SHANK_BACK, self.hem)), 0.0)]
        return [*(self.soft(x, y) for x, y in heel), achilles, *calf, *top]

    def draw(self, scene: Scene, skin: Look, leg: SideLeg) -> None:
        if max(leg.claw) > 0:  # the other toes, which a clawed big toe no longer hides
            scene.blob(self.clawed(OTHER_TOES), Look.FAR_SKIN)
        scene.blob(self.outline(), skin)
        if leg.shoe:
            self._draw_shoe(scene, plain=leg.plain)
        if leg.plain or leg.shoe:
            return
        if self.inner:
            self._draw_inner(scene)
        else:
            scene.line(
                [self.rigid(x, y) for x, y in ((0.185, 0.265), (0.21, 0.30), (0.25, 0.30), (0.275, 0.265))], Look.DETAIL
            )
            toe = ((0.865, 0.066), (0.90, 0.078), (0.955, 0.070), (0.99, 0.04))
            scene.line([self.soft(x, y) for x, y in toe], Look.DETAIL)

    def _draw_shoe(self, scene: Scene, *, plain: bool) -> None:
        scene.blob([(self.rigid(point.real, point.imag), tension) for point, tension in SHOE], Look.SHOE)
        scene.blob([(self.rigid(point.real, point.imag), tension) for point, tension in SHOE_SOLE], Look.SHOE_SOLE)
        if not plain:
            for lace in LACES:
                scene.line([self.rigid(x, y) for x, y in lace], Look.DETAIL)

    def _draw_inner(self, scene: Scene) -> None:
        """Draw the shade under the arch, the ankle bone and the nail of the big toe."""
        g, apex = self.soft, self.apex
        shade: list[Knot] = [(g(0.27, 0.004), 0.5), g(0.34, 0.55 * apex + 0.022), g(0.46, apex + 0.042)]
        shade += [g(0.57, 0.80 * apex + 0.030), (g(0.665, 0.012), 0.5), g(0.60, 0.45 * apex + 0.004)]
        shade += [g(0.55, 0.84 * apex), g(0.465, apex), g(0.385, 0.90 * apex), g(0.32, 0.52 * apex)]
        scene.blob(shade, Look.SHADE)
        scene.line(
            [self.rigid(x, y) for x, y in ((0.205, 0.300), (0.225, 0.345), (0.27, 0.358), (0.31, 0.328))], Look.DETAIL
        )
        scene.line(self.clawed(NAIL), Look.DETAIL)
