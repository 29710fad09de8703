"""A person seen from the side: outlines of trunk, legs and whole body riding on the bones."""

import math

from macros.figures.arm import ArmOutline, draw_arm
from macros.figures.drawable import Drawable
from macros.figures.geometry import between, clamp, hanging, heading, turn, unit
from macros.figures.head import draw_side_head
from macros.figures.limbs import SideLeg
from macros.figures.outline import Knot
from macros.figures.pose import SidePose
from macros.figures.proportions import SHANK, SHANK_BACK, SHANK_FRONT, THIGH, THIGH_BACK, THIGH_FRONT
from macros.figures.scene import Look, Scene
from macros.figures.skeleton import ArmBones, LegBones, SideBones, side_bones

CLOTH = 0.0035
"""Thickness of a legging, in statures."""
LEGGINGS = {
    (False, False): Look.LEGGING,
    (False, True): Look.WORKING,
    (True, False): Look.FAR_LEGGING,
    (True, True): Look.FAR_WORKING,
}
"""Look of a legging, by whether it is on the far leg and whether that leg works."""
SEAT = 0.074
"""Depth of the buttock behind the hip joint, in statures."""
FAR_SEAT = 0.060
"""The same for the far leg: a little less, so that it does not show behind the near one."""


class SideBody(SidePose, Drawable):
    """A whole person, or one leg, seen from the side and facing right."""

    def draw(self, scene: Scene) -> None:
        bones = side_bones(scene, self)
        with scene.swayed(scene.now(self.sway), scene.point(self.about or self.at)):
            scene.ghost = self.ghost is True
            if self.only == "all":
                _draw_arm(scene, self, bones.far_arm, far=True)
                _draw_leg(scene, self, bones, far=True)
                _draw_head(scene, self, bones)
            _draw_leg(scene, self, bones, far=False)
            if self.only == "all":
                _draw_trunk(scene, bones, self.height)
                _draw_arm(scene, self, bones.near_arm, far=False)


def _draw_head(scene: Scene, body: SidePose, bones: SideBones) -> None:
    nod = -1j * turn(scene.now(body.lean) + scene.now(body.neck))
    joints = draw_side_head(scene, bones.neck(body.height), (bones.up, nod), body)
    scene.joints.update({body.called(name): place for name, place in joints.items()})


def _draw_arm(scene: Scene, body: SidePose, bones: ArmBones, *, far: bool) -> None:
    arm, side = (body.far_arm, "far") if far else (body.near_arm, "near")
    for name, place in bones.joints(body.height).items():
        scene.joints[body.called(f"{side}.{name}")] = place
    if not (arm.hidden or scene.joints_only):
        looks = (Look.FAR_SKIN, Look.FAR_TOP) if far else (Look.SKIN, Look.TOP)
        draw_arm(scene, ArmOutline(bones, body.height), looks, arm.hand, "far" if far else "side")


def _draw_leg(scene: Scene, body: SidePose, bones: SideBones, *, far: bool) -> None:
    leg, limb, side = (body.far, bones.far, "far") if far else (body.near, bones.near, "near")
    for name, place in limb.joints().items():
        scene.joints[body.called(f"{side}.{name}")] = place
    if leg.hidden or scene.joints_only:
        return
    if body.traced:
        scene.line(limb.foot.top(), Look.TRACE)
        return
    works = body.works in {side, "both"}
    scene.ghost = body.ghost is True or (body.ghost == "leg" and works)
    limb.foot.draw(scene, Look.FAR_SKIN if far else Look.SKIN, leg)
    scene.ghost = body.ghost is True
    outline = LeggingSide(limb, bones.up, body.height, leg, FAR_SEAT if far else SEAT).outline()
    scene.blob(outline, LEGGINGS[far, works])


def _draw_trunk(scene: Scene, bones: SideBones, stature: float) -> None:
    if scene.joints_only:
        return

    def q(up: float, forward: float) -> complex:
        return bones.hip + bones.up * complex(up, forward) * stature

    chest: list[Knot] = [(q(0.302, 0.030), 0.3), q(0.272, 0.050), q(0.225, 0.068), q(0.175, 0.066), q(0.12, 0.0585)]
    hem: list[Knot] = [(q(0.045, 0.063), 0.0), (q(0.035, -0.077), 0.0)]
    back: list[Knot] = [q(0.075, -0.064), q(0.115, -0.054), q(0.165, -0.055), q(0.215, -0.066), q(0.268, -0.058)]
    scene.blob([*chest, *hem, *back, q(0.300, -0.040), (q(0.315, -0.034), 0.3)], Look.TOP)


class LeggingSide:
    """The outline of a legging from hip to hem, with knee and hip creasing as they bend."""

    def __init__(self, bones: LegBones, up: complex, stature: float, leg: SideLeg, seat: float) -> None:
        self.bones, self.up, self.stature, self.leg, self.seat = bones, up, stature, leg, seat
        self.thigh, self.shank = hanging(bones.thigh), hanging(bones.shank)
        knee_bend = clamp(bones.thigh - bones.shank, 0, 150)
        hip_bend = clamp(heading(self.thigh) - heading(-up), 0, 140)
        self.knee_bend = knee_bend
        self.knee_clear = clamp(0.036 * math.tan(math.radians(knee_bend / 2)) / SHANK * leg.crease + 0.05, 0.08, 0.55)
        self.hip_clear = clamp(0.058 * math.tan(math.radians(hip_bend / 2)) / THIGH + 0.04, 0.10, 0.6)

    def _on(self, origin: complex, bone: complex, along: float, aside: float) -> complex:
        """Place a point *along* a bone (statures) and *aside* of it (statures forward), on the cloth."""
        return origin + bone * complex(along, -(aside + math.copysign(CLOTH, aside))) * self.stature

    def outline(self) -> list[Knot]:
        return [*self._front(), *self._hem(), *self._back()]

    def _front(self) -> list[Knot]:
        hip, knee = self.bones.hip, self.bones.knee
        waist: list[Knot] = [
            (self._trunk(0.110, 0.046), 0.0),
            self._trunk(max(0.055, self.hip_clear * THIGH * 0.9), 0.056),
        ]
        thigh = [self._on(hip, self.thigh, _clear(u, self.hip_clear, 0.10) * THIGH, v) for u, v in THIGH_FRONT]
        cap = knee + self._forward(self.thigh, self.shank) * (0.0385 + CLOTH) * self.stature
        shin = [self._on(knee, self.shank, u * SHANK, v) for u, v in SHANK_FRONT if u < self.leg.hem - 0.05]
        round_cap = clamp((self.knee_bend - 40) / 40)  # a bent knee is round about its joint
        thigh[-1] += (knee - 1j * self.thigh * 0.0415 * self.stature - thigh[-1]) * round_cap
        shin[0] += (knee - 1j * self.shank * 0.0395 * self.stature - shin[0]) * round_cap
        return [*waist, *thigh, cap, *shin]

    def _hem(self) -> list[Knot]:
        hem, knee = self.leg.hem, self.bones.knee
        front = self._on(knee, self.shank, hem * SHANK, between(SHANK_FRONT, hem) + 0.001)
        back = self._on(knee, self.shank, hem * SHANK, between(SHANK_BACK, hem) - 0.001)
        return [(front, 0.0), (back, 0.0)]

    def _back(self) -> list[Knot]:
        hip, knee, hem = self.bones.hip, self.bones.knee, self.leg.hem
        calf = [
            self._on(knee, self.shank, min(_clear(u, self.knee_clear, 0.10), hem - 0.04) * SHANK, v)
            for u, v in reversed(SHANK_BACK)
            if u < hem - 0.05
        ]
        crease = self.leg.crease
        depth = min(0.034 * crease / max(0.35, math.cos(math.radians(self.knee_bend / 2))), 0.075 * crease)
        hollow = knee - self._forward(self.thigh, self.shank) * depth * self.stature
        thigh = [
            self._on(knee, self.thigh, -_clear(1 - u, self.knee_clear, 0.13) * THIGH, v)
            for u, v in reversed(THIGH_BACK)
        ]
        buttock = hip - self._forward(-self.up, self.thigh) * (self.seat + CLOTH) * self.stature
        return [*calf, hollow, *thigh, buttock, self._trunk(0.050, -0.062), (self._trunk(0.095, -0.045), 0.0)]

    def _trunk(self, up: float, forward: float) -> complex:
        return self.bones.hip + self.up * complex(up, forward + math.copysign(CLOTH, forward)) * self.stature

    def _forward(self, upper: complex, lower: complex) -> complex:
        """Return the direction that halves the bend of two bones, on their front."""
        return unit(-1j * (upper + lower))


def _clear(along: float, crease: float, near: float) -> float:
    """Slide a point of the inner side of a bend away from the crease."""
    return along + max(0.0, crease - near) * (1 - along) ** 2 * 1.2
