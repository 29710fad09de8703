"""An arm and hand, from the side or from the front, with its sleeve."""

import math
from typing import Literal

from macros.figures.geometry import clamp, hanging, unit
from macros.figures.outline import Knot
from macros.figures.proportions import FOREARM, UPPER_ARM
from macros.figures.scene import Look, Scene
from macros.figures.skeleton import ArmBones

Hand = Literal["open", "fist", "rest", "ready"]

SLEEVE = 0.48
"""How much of the upper arm the sleeve covers."""

FIST = ((0.008, 0.018), (0.030, 0.024), (0.049, 0.014), (0.050, -0.008), (0.034, -0.020), (0.010, -0.017))
"""Outline of the hand past the wrist: statures along it, statures toward the thumb."""
PALM = ((0.012, 0.0165), (0.036, 0.026), (0.050, 0.0255))
FINGERS = ((0.065, 0.012), (0.090, 0.007), (0.093, -0.003), (0.062, -0.0135), (0.025, -0.0165))
THUMB_CLEFT = (0.042, 0.0135)
FLAT = (
    (0.006, 0.0125), (0.030, 0.0150), (0.058, 0.0115), (0.085, 0.0045), (0.101, -0.0040), (0.102, -0.0095),
    (0.090, -0.0125), (0.055, -0.0125), (0.020, -0.0125),
)  # fmt: skip
"""Outline of a hand that lies flat, from its side."""
THUMB = ((0.022, 0.000), (0.044, -0.0050), (0.062, -0.0075))
KNUCKLES = ((0.028, 0.0045), (0.027, -0.0065))
"""Between the fingers of a fist: statures along, and toward the thumb."""


def draw_arm(
    scene: Scene,
    outline: "ArmOutline",
    looks: tuple[Look, Look],
    hand: Hand,
    view: Literal["far", "side", "front"],
) -> None:
    """Draw an arm with the *looks* of skin and sleeve."""
    scene.blob(outline.skin(hand), looks[0])
    for line in outline.creases(hand):
        scene.line(line, Look.DETAIL)
    sleeve = outline.sleeve()
    if view == "far":
        scene.blob(sleeve, looks[1])
    else:  # an open line is filled but not stroked along its open side: no seam at the shoulder
        scene.line(sleeve[2:6] if view == "side" else sleeve[:6], looks[1], 0.34)


class ArmOutline:
    """The outline of an arm about its bones."""

    def __init__(self, bones: ArmBones, stature: float) -> None:
        self.bones, self.stature = bones, stature
        self.upper, self.fore = hanging(bones.upper), hanging(bones.fore)
        self.palm = hanging(bones.hand)
        self.bend = bones.fore - bones.upper

    def _on(self, origin: complex, bone: complex, along: float, aside: float) -> complex:
        return origin + bone * complex(along, -aside) * self.stature

    def skin(self, hand: Hand) -> list[Knot]:
        b, elbow = self.bones, unit(-1j * (self.upper + self.fore)) * self.stature
        crease = math.tan(math.radians(clamp(abs(self.bend), 0, 140) / 2)) * 0.02
        start, above = SLEEVE * UPPER_ARM - 0.02, min(0.82 * UPPER_ARM, UPPER_ARM - crease)
        front: list[Knot] = [(self._on(b.shoulder, self.upper, start, 0.0235), 0.0)]
        front += [
            self._on(b.shoulder, self.upper, above, 0.0205),
            b.elbow + elbow * (0.020 if self.bend >= 0 else 0.022),
        ]
        fore = ((max(0.14 * FOREARM, crease), 0.0195), (0.36 * FOREARM, 0.020), (0.92 * FOREARM, 0.0125))
        front += [self._on(b.elbow, self.fore, u, v) for u, v in fore]
        under = ((0.90 * FOREARM, -0.0125), (0.5 * FOREARM, -0.0175), (0.18 * FOREARM, -0.021))
        back: list[Knot] = [self._on(b.elbow, self.fore, u, v) for u, v in under]
        back += [b.elbow - elbow * 0.0225, self._on(b.shoulder, self.upper, 0.82 * UPPER_ARM, -0.0205)]
        return [*front, *self._hand(hand), *back, (self._on(b.shoulder, self.upper, start, -0.0235), 0.0)]

    def _past_wrist(self, outline: tuple[tuple[float, float], ...]) -> list[Knot]:
        side = -1 if self.bones.back else 1
        return [self._on(self.bones.wrist, self.palm, u, v * side) for u, v in outline]

    def _hand(self, hand: Hand) -> list[Knot]:
        if hand == "open":
            cleft = self._on(self.bones.wrist, self.palm, *THUMB_CLEFT)
            return [*self._past_wrist(PALM), (cleft, 0.6), *self._past_wrist(FINGERS)]
        if self.bones.back:
            return self._past_wrist(FLAT)[::-1]
        return self._past_wrist(FIST if hand == "fist" else FLAT)

    def creases(self, hand: Hand) -> list[list[Knot]]:
        """Return the fine lines of the hand."""
        if hand == "open":
            return []
        if hand != "fist":
            return [self._past_wrist(THUMB)]
        return [self._past_wrist(((u, v), (u + 0.020, v + 0.001))) for u, v in KNUCKLES]

    def sleeve(self) -> list[Knot]:
        def q(along: float, aside: float) -> complex:
            return self._on(self.bones.shoulder, self.upper, along, aside)

        end = SLEEVE * UPPER_ARM
        front: list[Knot] = [q(-0.030, 0.004), q(-0.012, 0.026), q(0.03, 0.031), (q(end, 0.030), 0.0)]
        return [*front, (q(end + 0.003, -0.030), 0.0), q(0.03, -0.032), q(-0.014, -0.025)]
