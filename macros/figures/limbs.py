"""How limbs are posed: joint angles in degrees, within what joints can do."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from macros.figures.values import Point, PoseRecord, Share, Tilt, Turn, Tween, Within

HipAngle = Annotated[Tween, AfterValidator(Within(-30, 125))]
KneeAngle = Annotated[Tween, AfterValidator(Within(-2, 150))]
AnkleAngle = Annotated[Tween, AfterValidator(Within(-55, 30))]
ToeAngle = Annotated[Tween, AfterValidator(Within(-30, 70))]
ElbowAngle = Annotated[Tween, AfterValidator(Within(0, 150))]
ShoulderAngle = Annotated[Tween, AfterValidator(Within(-60, 180))]
WristAngle = Annotated[Tween, AfterValidator(Within(-90, 90))]
AbductionAngle = Annotated[Tween, AfterValidator(Within(-30, 180))]
ArchHeight = Annotated[Tween, AfterValidator(Within(-0.5, 1.2, "(0 is flat, 1 a full dome)"))]


class SideLeg(PoseRecord):
    """A leg seen from the side, facing right."""

    hip: HipAngle = (0.0,)
    """Flexion; minus is extension (thigh behind)."""

    knee: KneeAngle = (0.0,)
    """Flexion."""

    ankle: AnkleAngle = (0.0,)
    """Dorsiflexion; minus is plantarflexion. Not used where `pitch` is given."""

    pitch: Turn | None = None
    """Degrees by which the sole's front is lifted off level; minus is on tiptoe."""

    ankle_at: Point | None = None
    """Where the ankle is; hip and knee then bend to reach it."""

    toes: ToeAngle = (0.0,)
    """Extension of the toes at their base; minus is flexion."""

    claw: Share = (0.0,)
    """How far the toes are clawed."""

    arch: ArchHeight = (0.15,)
    """Height of the inner arch."""

    inner: bool | None = None
    """True when the big-toe side faces the viewer; where left out, the far leg shows its inner side and the near leg its outer."""

    hem: Annotated[float, Field(ge=0.3, le=0.9)] = 0.6
    """Where the legging ends, as a share of the way from knee to ankle."""

    crease: Annotated[float, Field(ge=0.5, le=3)] = 1.0
    """Depth of the hollow of a bent knee; more for a sharply bent one."""

    shoe: bool = False
    """True for a foot in a shoe."""

    plain: bool = False
    """True to leave out the fine lines, for a small picture."""

    hidden: bool = False
    """True to leave the leg out."""


class Arm(PoseRecord):
    """An arm seen from the side, or from the front in the body's own plane."""

    shoulder: ShoulderAngle = (0.0,)
    """Flexion from the side; abduction from the front."""

    elbow: ElbowAngle = (8.0,)
    """Flexion."""

    reach: Point | None = None
    """Where the wrist is, or the palm of a hand that rests or is ready; shoulder and elbow then bend to reach it."""

    elbow_side: Literal[-1, 1] = 1
    """Which side of the line from shoulder to wrist the elbow bends to."""

    wrist: WristAngle = (0.0,)
    """Extension of the hand; minus is flexion."""

    hand: Literal["open", "fist", "rest", "ready"] = "open"
    """Shape of the hand: open, a fist that grips, flat on a support that it touches, or flat and near a support."""

    against: Literal["top", "wall", "behind"] = "top"
    """What a hand rests on or is ready for: the top of something, a wall in front, or the floor behind, fingers back."""

    hidden: bool = False
    """True to leave the arm out."""


class FrontLeg(PoseRecord):
    """A leg seen from the front."""

    abduction: AbductionAngle = (3.0,)
    """Degrees by which the thigh goes outward; minus is inward."""

    shank: Tilt = (1.0,)
    """Degrees by which the shin goes outward; minus is inward."""

    hip: HipAngle = (0.0,)
    """Flexion, seen as a shorter thigh."""

    knee: KneeAngle = (0.0,)
    """Flexion, seen as a shorter shin."""

    tilt: Tilt = (0.0,)
    """Inversion of the foot; minus is eversion."""

    pointed: Share = (0.0,)
    """How far the foot hangs with its toes down."""

    shoe: bool = False
    """True for a foot in a shoe."""

    hem: Annotated[float, Field(ge=0.3, le=0.9)] = 0.6
    """Where the legging ends, as a share of the way from knee to ankle."""
