"""How a body is posed: joint angles in degrees, lengths as shares of stature, within what joints can do."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from macros.figures.values import Length, Point, Record, Share, Tilt, Turn, Tween, Within

HipAngle = Annotated[Tween, AfterValidator(Within(-30, 125))]
KneeAngle = Annotated[Tween, AfterValidator(Within(-2, 150))]
AnkleAngle = Annotated[Tween, AfterValidator(Within(-55, 30))]
ToeAngle = Annotated[Tween, AfterValidator(Within(-30, 70))]
ElbowAngle = Annotated[Tween, AfterValidator(Within(0, 150))]
ShoulderAngle = Annotated[Tween, AfterValidator(Within(-60, 180))]
WristAngle = Annotated[Tween, AfterValidator(Within(-90, 90))]
LeanAngle = Annotated[Tween, AfterValidator(Within(-30, 60))]
AbductionAngle = Annotated[Tween, AfterValidator(Within(-30, 180))]
ArchHeight = Annotated[Tween, AfterValidator(Within(-0.5, 1.2, "(0 is flat, 1 a full dome)"))]

Hair = Literal["bun", "short"]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*$")]
"""A short word for a second body; its joints are then called `word.near.ball` and so on."""


class SideLeg(Record):
    """A leg seen from the side, facing right."""

    hip: HipAngle = (0.0,)
    """Flexion; minus is extension (thigh behind)."""

    knee: KneeAngle = (0.0,)
    """Flexion."""

    ankle: AnkleAngle = (0.0,)
    """Dorsiflexion; minus is plantarflexion. Not used where `pitch` is given."""

    pitch: Turn | None = None
    """Degrees by which the sole's front is lifted off level; minus stands on the toes."""

    ankle_at: Point | None = None
    """Where the ankle is; hip and knee then bend to reach it."""

    toes: ToeAngle = (0.0,)
    """Extension of the toes at their base; minus is flexion."""

    claw: Share = (0.0,)
    """How far the toes are clawed."""

    arch: ArchHeight = (0.15,)
    """Height of the inner arch."""

    inner: bool | None = None
    """True when the big-toe side faces the viewer; left out, the far leg shows its inner side, the near leg its outer."""

    hem: Annotated[float, Field(ge=0.3, le=0.9)] = 0.6
    """Where the legging ends, as a share of the way from knee to ankle."""

    crease: Annotated[float, Field(ge=0.5, le=3)] = 1.0
    """Depth of the hollow of a bent knee; more for a sharply bent one."""

    plain: bool = False
    """True leaves out the fine lines, for a small picture."""

    hidden: bool = False
    """True leaves the leg out."""


class Arm(Record):
    """An arm seen from the side, or from the front in the body's own plane."""

    shoulder: ShoulderAngle = (0.0,)
    """Flexion from the side; abduction from the front."""

    elbow: ElbowAngle = (8.0,)
    """Flexion."""

    reach: Point | None = None
    """Where the wrist is; shoulder and elbow then bend to reach it."""

    elbow_side: Literal[-1, 1] = 1
    """Which side of the line from shoulder to wrist the elbow bends to."""

    wrist: WristAngle = (0.0,)
    """Extension of the hand; minus is flexion."""

    hand: Literal["open", "fist"] = "open"
    """Shape of the hand."""

    hidden: bool = False
    """True leaves the arm out."""


class Body(Record):
    """What bodies from any side share."""

    name: Name | None = None
    """A word to tell a second body's joints from the first's."""

    height: Length
    """Stature in drawing units."""

    at: Point
    """Where the pinned joint is."""

    lean: LeanAngle = (0.0,)
    """Degrees by which the trunk leans: forward from the side, to the viewer's right from the front."""

    neck: Turn = (4.0,)
    """Degrees by which the neck leans on from the trunk."""

    hair: Hair = "bun"
    """Hair of the person drawn."""

    sway: Tilt = (0.0,)
    """Degrees by which the whole body is turned, clockwise, about `about`."""

    about: Point | None = None
    """The centre of the sway; the pinned joint where left out."""

    ghost: bool = False
    """True shows the start of the movement palely behind."""

    def called(self, joint: str) -> str:
        """Give the full name of one of this body's joints."""
        return f"{self.name}.{joint}" if self.name else joint


class SideBody(Body):
    """A whole person, or one leg, seen from the side and facing right."""

    pin: str = "near.heel"
    """The joint that stays at `at`."""

    only: Literal["all", "near"] = "all"
    """`near` draws the near leg alone, for a close-up."""

    near: SideLeg = SideLeg()
    """The leg nearer to the viewer."""

    far: SideLeg = SideLeg()
    """The leg farther from the viewer."""

    near_arm: Arm = Arm()
    """The arm nearer to the viewer."""

    far_arm: Arm = Arm()
    """The arm farther from the viewer."""


class FrontLeg(Record):
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

    hem: Annotated[float, Field(ge=0.3, le=0.9)] = 0.6
    """Where the legging ends, as a share of the way from knee to ankle."""


class FrontBody(Body):
    """A whole person facing the viewer; right and left are the person's own."""

    plain: bool = False
    """True leaves out the fine lines, for a small picture."""

    pin: str = "left.sole"
    """The joint that stays at `at`."""

    order: tuple[Literal["right", "left"], Literal["right", "left"]] = ("right", "left")
    """Which leg is drawn first, so that the other lies over it."""

    right: FrontLeg = FrontLeg()
    """The person's right leg, on the viewer's left."""

    left: FrontLeg = FrontLeg()
    """The person's left leg."""

    right_arm: Arm = Arm(shoulder=(12.0,), elbow=(6.0,))
    """The person's right arm; `shoulder` is abduction."""

    left_arm: Arm = Arm(shoulder=(12.0,), elbow=(6.0,))
    """The person's left arm; `shoulder` is abduction."""


class LegAbove(Record):
    """A right or left lower leg and foot seen from above, toes up the page, as one sees one's own."""

    name: Name | None = None
    """The word before its joints' names; `right` or `left` where left out."""

    at: Point
    """Where the ankle is."""

    height: Length
    """Stature in drawing units."""

    side: Literal["right", "left"] = "right"
    """Which leg."""

    swing: Tilt = (0.0,)
    """Degrees by which the toes turn outward."""

    roll: Tilt = (0.0,)
    """Degrees of inversion, seen as the inner edge coming up; minus is eversion."""

    shin: Annotated[float, Field(ge=0.1, le=1)] = 1.0
    """How long the shin looks; less when the knee is bent and the shin points at the viewer."""

    hem: Annotated[float, Field(ge=0.3, le=0.9)] = 0.6
    """Where the legging ends, as a share of the way from knee to ankle."""

    ghost: bool = False
    """True shows the start of the movement palely behind."""


class HeelBehind(Record):
    """The heel and lower leg of a right or left foot, seen from behind."""

    name: Name | None = None
    """The word before its joints' names; `heelback` where left out."""

    at: Point
    """Where the ankle is."""

    height: Length
    """Stature in drawing units."""

    side: Literal["right", "left"] = "right"
    """Which foot."""

    tilt: Tilt = (0.0,)
    """Degrees of inversion (sole turned inward); minus is eversion."""
