"""Kinematics of the body from the side: joint angles to placed bones, with one joint pinned."""

from dataclasses import dataclass

from macros.figures.foot_side import SideFoot
from macros.figures.geometry import hanging, heading, reach, turn
from macros.figures.limbs import Arm, SideLeg
from macros.figures.pose import SidePose
from macros.figures.proportions import FOREARM, HIP_TO_NECK, HIP_TO_SHOULDER, SHANK, THIGH, UPPER_ARM
from macros.figures.scene import Scene


@dataclass(frozen=True)
class LegBones:
    """A leg in place; directions are degrees forward of straight down."""

    hip: complex
    knee: complex
    ankle: complex
    thigh: float
    shank: float
    foot: SideFoot

    def joints(self) -> dict[str, complex]:
        shin = (self.knee + self.ankle) / 2
        return {"hip": self.hip, "knee": self.knee, "ankle": self.ankle, "shin": shin, **self.foot.joints()}


@dataclass(frozen=True)
class ArmBones:
    """An arm in place; directions are degrees forward of straight down."""

    shoulder: complex
    elbow: complex
    wrist: complex
    upper: float
    fore: float

    def joints(self, stature: float, hand: float) -> dict[str, complex]:
        palm = self.wrist + hanging(hand) * 0.035 * stature
        return {"shoulder": self.shoulder, "elbow": self.elbow, "wrist": self.wrist, "hand": palm}


@dataclass(frozen=True)
class SideBones:
    """A body in place."""

    hip: complex
    up: complex
    """Unit vector of the trunk, hip to neck."""
    near: LegBones
    far: LegBones
    near_arm: ArmBones
    far_arm: ArmBones

    def neck(self, stature: float) -> complex:
        return self.hip + self.up * HIP_TO_NECK * stature - 0.002j * self.up * stature


def leg_bones(scene: Scene, hip: complex, body: SidePose, leg: SideLeg, *, far: bool) -> LegBones:
    stature = body.height
    if leg.ankle_at:
        bones = (THIGH * stature, SHANK * stature)
        knee, ankle = reach(hip, scene.point(leg.ankle_at), bones, -1)
        thigh, shank = heading(knee - hip), heading(ankle - knee)
    else:
        thigh = scene.now(leg.hip) - scene.now(body.lean)
        shank = thigh - scene.now(leg.knee)
        knee = hip + hanging(thigh) * THIGH * stature
        ankle = knee + hanging(shank) * SHANK * stature
    pitch = scene.now(leg.pitch) if leg.pitch else shank + scene.now(leg.ankle)
    inner = far if leg.inner is None else leg.inner
    toes, claw, arch = scene.now(leg.toes), scene.now(leg.claw), scene.now(leg.arch)
    foot = SideFoot(ankle, hanging(shank), pitch, stature, arch, toes, claw, inner, leg.hem)
    return LegBones(hip, knee, ankle, thigh, shank, foot)


def arm_bones(scene: Scene, shoulder: complex, body_lean: float, arm: Arm, stature: float) -> ArmBones:
    if arm.reach:
        bones = (UPPER_ARM * stature, FOREARM * stature)
        elbow, wrist = reach(shoulder, scene.point(arm.reach), bones, arm.elbow_side)
        return ArmBones(shoulder, elbow, wrist, heading(elbow - shoulder), heading(wrist - elbow))
    upper = scene.now(arm.shoulder) - body_lean
    fore = upper + scene.now(arm.elbow)
    elbow = shoulder + hanging(upper) * UPPER_ARM * stature
    return ArmBones(shoulder, elbow, elbow + hanging(fore) * FOREARM * stature, upper, fore)


def _bones_from(scene: Scene, hip: complex, body: SidePose) -> SideBones:
    lean, stature = scene.now(body.lean), body.height
    up = -1j * turn(lean)
    shoulder = hip + up * HIP_TO_SHOULDER * stature - 0.004j * up * stature
    return SideBones(
        hip,
        up,
        leg_bones(scene, hip, body, body.near, far=False),
        leg_bones(scene, hip, body, body.far, far=True),
        arm_bones(scene, shoulder, lean, body.near_arm, stature),
        arm_bones(scene, shoulder, lean, body.far_arm, stature),
    )


def side_bones(scene: Scene, body: SidePose) -> SideBones:
    """Return the bones of *body*, shifted so that its pinned joint is at its place."""
    loose = _bones_from(scene, 0j, body)
    side, _, joint = body.pin.partition(".")
    legs = {"near": loose.near, "far": loose.far}
    pinned = legs[side].joints().get(joint, 0j) if side in legs else 0j
    return _bones_from(scene, scene.point(body.at) - pinned, body)
