"""A person facing the viewer; right and left are the person's own."""

import math

from macros.figures.arm import ArmOutline, draw_arm
from macros.figures.drawable import Drawable
from macros.figures.foot_front import FrontFoot
from macros.figures.geometry import between, clamp, hanging, turn
from macros.figures.head import draw_front_head
from macros.figures.limbs import FrontLeg
from macros.figures.outline import Knot
from macros.figures.pose import FrontPose
from macros.figures.proportions import (
    HIP_HALF_WIDTH,
    HIP_TO_NECK,
    SHANK,
    SHANK_INNER,
    SHANK_OUTER,
    SHOULDER_HALF_WIDTH,
    THIGH,
    THIGH_INNER,
    THIGH_OUTER,
)
from macros.figures.scene import Look, Scene
from macros.figures.skeleton import arm_bones

CLOTH = 0.003
KNEE_AHEAD = 0.044
"""Half the breadth of a knee that points at the viewer, in statures."""
SHIRT = ((0.070, 0.290), (0.108, 0.272), (0.104, 0.225), (0.088, 0.195), (0.076, 0.140), (0.084, 0.075))
"""Half the shirt's outline: statures outward, statures above the hips."""


class FrontLegBones:
    """A leg in place, foreshortened by its flexion."""

    def __init__(self, scene: Scene, body: FrontPose, centre: complex, side: int) -> None:
        self.pose: FrontLeg = body.left if side > 0 else body.right
        self.side, self.stature = side, body.height
        hip_bend, knee_bend = scene.now(self.pose.hip), scene.now(self.pose.knee)
        self.thigh_seen = THIGH * math.cos(math.radians(hip_bend))
        self.shank_seen = SHANK * math.cos(math.radians(knee_bend - hip_bend))
        self.ahead = clamp((max(self.pose.hip) - 40) / 30)
        self.thigh = hanging(scene.now(self.pose.abduction) * side)
        self.shank = hanging(scene.now(self.pose.shank) * side)
        self.hip = centre + side * HIP_HALF_WIDTH * self.stature * turn(scene.now(body.hips))
        self.knee = self.hip + self.thigh * self.thigh_seen * self.stature
        self.ankle = self.knee + self.shank * self.shank_seen * self.stature
        tilt, pointed = scene.now(self.pose.tilt), scene.now(self.pose.pointed)
        self.foot = FrontFoot(self.ankle, self.stature, side, tilt, pointed)

    def joints(self) -> dict[str, complex]:
        return {"hip": self.hip, "knee": self.knee, "ankle": self.ankle, **self.foot.joints()}

    def _on_thigh(self, along: float, outward: float) -> complex:
        return self.hip + self.thigh * complex(along, -outward * self.side) * self.stature

    def _on_shank(self, share: float, outward: float) -> complex:
        return self.knee + self.shank * complex(share * self.shank_seen, -outward * self.side) * self.stature

    def _near(self, outward: float) -> float:
        """Widen a thigh that points at the viewer, whose knee is nearer."""
        return outward + math.copysign(max(0.0, KNEE_AHEAD - abs(outward)) * self.ahead, outward)

    def skin(self) -> list[Knot]:
        hem = self.pose.hem
        outer: list[Knot] = [(self._on_shank(hem, between(SHANK_OUTER, hem)), 0.0)]
        outer += [self._on_shank(u, v) for u, v in SHANK_OUTER if u > hem + 0.03]
        inner: list[Knot] = [self._on_shank(u, v) for u, v in reversed(SHANK_INNER) if u > hem + 0.03]
        return [*outer, *self.foot.outline(), *inner, (self._on_shank(hem, between(SHANK_INNER, hem)), 0.0)]

    def legging(self) -> list[Knot]:
        hem, h = self.pose.hem, self.stature
        points: list[Knot] = [(self._on_thigh(-0.055, 0.030), 0.0), self._on_thigh(-0.02, 0.046)]
        points += [self._on_thigh(u * self.thigh_seen, self._near(v) + CLOTH) for u, v in THIGH_OUTER]
        points += [self._on_shank(u, v + CLOTH) for u, v in SHANK_OUTER if u < hem - 0.05]
        points += [(self._on_shank(hem, between(SHANK_OUTER, hem) + 0.002), 0.0)]
        points += [(self._on_shank(hem, between(SHANK_INNER, hem) - 0.002), 0.0)]
        points += [self._on_shank(u, v - CLOTH) for u, v in reversed(SHANK_INNER) if u < hem - 0.05]
        inner = [(u, max(self._near(v) - CLOTH, -0.0535)) for u, v in reversed(THIGH_INNER) if u > 0.2]
        points += [self._on_thigh(u * self.thigh_seen, v) for u, v in inner]
        crotch = self.hip - self.side * 0.052 * h
        return [*points, (crotch + 0.022j * h, 0.0), (crotch - 0.085j * h, 0.0)]

    def draw(self, scene: Scene, name: str, *, plain: bool, works: bool) -> None:
        for joint, place in self.joints().items():
            scene.joints[f"{name}.{joint}"] = place
        if scene.joints_only:
            return
        scene.blob(self.skin(), Look.SKIN)
        if self.pose.shoe:
            self.foot.draw_shoe(scene, plain=plain)
        elif not plain:
            self.foot.draw_toes(scene)
        scene.blob(self.legging(), Look.WORKING if works else Look.LEGGING)
        if self.ahead:  # the lower edge of a knee that points at the viewer
            cap = ((0.03, -0.036), (0.115, -0.020), (0.135, 0), (0.115, 0.020), (0.03, 0.036))
            scene.line([self._on_shank(u, v) for u, v in cap], Look.DETAIL)
        elif max(self.pose.hip) > 21 and not plain:  # a bent knee shows the crease below the knee cap
            crease = ((0.05, -0.018), (0.09, 0), (0.05, 0.018))
            scene.line([self._on_shank(u, v) for u, v in crease], Look.DETAIL)


class FrontBody(FrontPose, Drawable):
    """A whole person facing the viewer; right and left are the person's own."""

    def draw(self, scene: Scene) -> None:
        side, _, joint = self.pin.partition(".")
        loose = FrontLegBones(scene, self, 0j, 1 if side == "left" else -1).joints()
        centre = scene.point(self.at) - loose.get(joint, 0j)
        with scene.swayed(scene.now(self.sway), scene.point(self.about or self.at)):
            for leg in self.order:
                bones = FrontLegBones(scene, self, centre, 1 if leg == "left" else -1)
                bones.draw(scene, self.called(leg), plain=self.plain, works=self.works in {leg, "both"})
            if self.only == "all":
                _draw_trunk(scene, self, centre)
                for arm in ("right", "left"):
                    _draw_arm(scene, self, centre, arm)


def _draw_trunk(scene: Scene, body: FrontPose, centre: complex) -> None:
    up = -1j * turn(scene.now(body.lean))

    def w(outward: float, high: float) -> complex:
        return centre + up * complex(high, outward) * body.height

    nod = up * turn(scene.now(body.neck) if body.neck != (4.0,) else 0.0)
    neck: list[Knot] = [(w(-0.036, 0.290), 0.3), w(-0.032, 0.325), (w(-0.032, 0.350), 0.4), (w(0.032, 0.350), 0.4)]
    scene.blob([*neck, w(0.032, 0.325), (w(0.036, 0.290), 0.3), w(0, 0.272)], Look.SKIN)
    for name, place in draw_front_head(scene, w(0, HIP_TO_NECK), nod, body).items():
        scene.joints[body.called(name)] = place
    left: list[Knot] = [(w(-0.038, 0.302), 0.3), *(w(-x, y) for x, y in SHIRT)]
    pelvis = turn(scene.now(body.hips)) * body.height
    hem: list[Knot] = [(centre + pelvis * complex(side * 0.101, -0.010), 0.0) for side in (-1, 1)]
    collar: list[Knot] = [(w(0.038, 0.302), 0.3), w(0.022, 0.284), w(0, 0.277), w(-0.022, 0.284)]
    scene.blob([*left, *hem, *(w(x, y) for x, y in reversed(SHIRT)), *collar], Look.TOP)


def _draw_arm(scene: Scene, body: FrontPose, centre: complex, name: str) -> None:
    """Draw an arm; the right one, on the viewer's left, is the mirror image of a left one."""
    arm = body.left_arm if name == "left" else body.right_arm
    side = 1 if name == "left" else -1
    lean = scene.now(body.lean)
    shoulder = centre - 1j * turn(lean) * complex(0.262, side * SHOULDER_HALF_WIDTH) * body.height
    bones = arm_bones(scene, shoulder, body, arm, side)

    def draw() -> None:
        if not scene.joints_only:
            draw_arm(scene, ArmOutline(bones, body.height), (Look.SKIN, Look.TOP), arm.hand, "front")
        for joint, place in bones.joints(body.height).items():
            scene.joints[body.called(f"{name}.{joint}")] = place

    if side > 0:
        draw()
    else:
        with scene.mirrored(shoulder.real):
            draw()
