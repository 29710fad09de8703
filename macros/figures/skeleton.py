"""Kinematics of the body from the side: joint angles to placed bones, with one joint pinned."""

from dataclasses import dataclass

from macros.figures.foot_side import SideFoot
from macros.figures.geometry import hanging, heading, reach, turn
from macros.figures.limbs import Arm, SideLeg
from macros.figures.pose import BodyPose, SidePose
from macros.figures.proportions import FOREARM, HIP_TO_NECK, HIP_TO_SHOULDER, SHANK, THIGH, UPPER_ARM
from macros.figures.scene import Scene

PALM = complex(0.055, 0.0125)
"""Statures along the hand and toward its palm, from the wrist to the place that rests on something."""
FLAT = {"top": 90.0, "wall": 180.0, "behind": -90.0}
"""Direction of a flat hand, in degrees forward of straight down, by what it rests on."""


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
    hand: float
    back: bool = False
    """True for a hand whose palm is on its other side, as behind the body."""

    def joints(self, stature: float) -> dict[str, complex]:
        way = hanging(self.hand)
        palm = PALM.conjugate() if self.back else PALM
        places = {"hand": self.wrist + way * 0.035 * stature, "palm": self.wrist + way * palm * stature}
        return {"shoulder": self.shoulder, "elbow": self.elbow, "wrist": self.wrist, **places}


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


def arm_bones(scene: Scene, shoulder: complex, body: BodyPose, arm: Arm, side: int = 1) -> ArmBones:
    """Return an arm hanging from *shoulder*; with *side* -1 it is the mirror image, about the shoulder, of what it shows."""
    stature = body.height
    flat = FLAT[arm.against] if arm.hand in {"rest", "ready"} else None
    back = arm.against == "behind"
    if arm.reach:
        bones = (UPPER_ARM * stature, FOREARM * stature)
        palm = 0j if flat is None else hanging(flat) * (PALM.conjugate() if back else PALM) * stature
        place = scene.point(arm.reach)
        target = place if side > 0 else complex(2 * shoulder.real - place.real, place.imag)
        elbow, wrist = reach(shoulder, target - palm, bones, arm.elbow_side)
        upper, fore = heading(elbow - shoulder), heading(wrist - elbow)
    else:
        upper = scene.now(arm.shoulder) - scene.now(body.lean) * side
        fore = upper + scene.now(arm.elbow)
        elbow = shoulder + hanging(upper) * UPPER_ARM * stature
        wrist = elbow + hanging(fore) * FOREARM * stature
    hand = fore + scene.now(arm.wrist) if flat is None else flat + scene.now(arm.wrist)
    return ArmBones(shoulder, elbow, wrist, upper, fore, hand, back)


def _bones_from(scene: Scene, hip: complex, body: SidePose) -> SideBones:
    lean, stature = scene.now(body.lean), body.height
    up = -1j * turn(lean)
    shoulder = hip + up * HIP_TO_SHOULDER * stature - 0.004j * up * stature
    return SideBones(
        hip,
        up,
        leg_bones(scene, hip, body, body.near, far=False),
        leg_bones(scene, hip, body, body.far, far=True),
        arm_bones(scene, shoulder, body, body.near_arm),
        arm_bones(scene, shoulder, body, body.far_arm),
    )


def side_bones(scene: Scene, body: SidePose) -> SideBones:
    """Return the bones of *body*, shifted so that its pinned joint is at its place."""
    loose = _bones_from(scene, 0j, body)
    side, _, joint = body.pin.partition(".")
    legs = {"near": loose.near, "far": loose.far}
    pinned = legs[side].joints().get(joint, 0j) if side in legs else 0j
    return _bones_from(scene, scene.point(body.at) - pinned, body)
