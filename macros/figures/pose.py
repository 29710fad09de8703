"""How a whole body, a lower leg or a heel is placed and posed."""

from abc import abstractmethod
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from macros.figures.limbs import Arm, FrontLeg, SideLeg
from macros.figures.values import Length, Point, PoseRecord, Tilt, Turn, Tween, Within

LeanAngle = Annotated[Tween, AfterValidator(Within(-30, 60))]
Hair = Literal["bun", "short"]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*$")]
"""A short word for a second body; its joints are then called `word.near.ball` and so on."""


class Pose(PoseRecord):
    """A body or part of one, whose joints other items may name."""

    @property
    @abstractmethod
    def prefix(self) -> str:
        """The word before its joints' names; empty where their names are used alone."""


class BodyPose(Pose):
    """What bodies seen from any side have in common."""

    name: Name | None = None
    """A word before this body's joint names, to distinguish a second body from the first."""

    height: Length
    """Stature in drawing units."""

    at: Point
    """Where the pinned joint is."""

    lean: LeanAngle = (0.0,)
    """Degrees by which the trunk leans: forward from the side, to the viewer's right from the front."""

    neck: Turn = (4.0,)
    """Degrees by which the neck leans further than the trunk."""

    hair: Hair = "bun"
    """Hair of the person drawn."""

    glasses: bool = False
    """True for a person who wears safety glasses."""

    sway: Tilt = (0.0,)
    """Degrees by which the whole body is turned, clockwise, about `about`."""

    about: Point | None = None
    """The centre of the sway; the pinned joint where left out."""

    ghost: bool | Literal["leg"] = False
    """True to show the start of the movement palely behind; `leg` for the foot that works alone, up to the hem."""

    @property
    def shows_start(self) -> bool:
        return self.ghost is not False

    @property
    def prefix(self) -> str:
        return self.name or ""

    def called(self, joint: str) -> str:
        """Return the full name of one of this body's joints."""
        return f"{self.name}.{joint}" if self.name else joint


class SidePose(BodyPose):
    """A whole person, or one leg, seen from the side and facing right."""

    pin: str = "near.heel"
    """The joint that stays at `at`."""

    only: Literal["all", "near"] = "all"
    """`near` to draw the near leg alone, for a close-up."""

    turned: bool = False
    """True for a head that is turned to the viewer, away from what is in front of the person."""

    works: Literal["near", "far", "both"] = "near"
    """The leg that does the exercise, which alone is in colour."""

    traced: bool = False
    """True to draw only a dashed line over the foot, such as the start of a movement over its end."""

    near: SideLeg = SideLeg()
    """The leg nearer to the viewer."""

    far: SideLeg = SideLeg()
    """The leg farther from the viewer."""

    near_arm: Arm = Arm()
    """The arm nearer to the viewer."""

    far_arm: Arm = Arm()
    """The arm farther from the viewer."""


class FrontPose(BodyPose):
    """A whole person facing the viewer; right and left are the person's own."""

    plain: bool = False
    """True to leave out the fine lines, for a small picture."""

    pin: str = "left.sole"
    """The joint that stays at `at`."""

    only: Literal["all", "legs"] = "all"
    """`legs` to leave out all that is above the hips, for a close-up."""

    hips: Tilt = (0.0,)
    """Degrees by which the pelvis tilts, clockwise on the page: plus drops the person's left hip."""

    works: Literal["right", "left", "both"] = "both"
    """The leg that does the exercise, which alone is in colour."""

    order: tuple[Literal["right", "left"], Literal["right", "left"]] = ("right", "left")
    """Which leg is drawn first, so that the other covers it."""

    right: FrontLeg = FrontLeg()
    """The person's right leg, on the viewer's left."""

    left: FrontLeg = FrontLeg()
    """The person's left leg."""

    right_arm: Arm = Arm(shoulder=(12.0,), elbow=(6.0,))
    """The person's right arm; `shoulder` is abduction."""

    left_arm: Arm = Arm(shoulder=(12.0,), elbow=(6.0,))
    """The person's left arm; `shoulder` is abduction."""


class LegAheadPose(Pose):
    """A right or left lower leg and shoe of a sitting person who faces the viewer, seen a little from above."""

    name: Name | None = None
    """The word before its joints' names; `right` or `left` where left out."""

    at: Point
    """Where the heel is on the floor."""

    height: Length
    """Stature in drawing units."""

    side: Literal["right", "left"] = "right"
    """Which leg; the person's right is on the viewer's left."""

    swing: Tilt = (0.0,)
    """Degrees by which the toes turn outward; minus is inward."""

    roll: Tilt = (0.0,)
    """Degrees of inversion, which lifts the inner edge; minus is eversion."""

    shin: Annotated[float, Field(ge=0.1, le=1)] = 1.0
    """How much of the shin is seen."""

    knee: bool = False
    """True to draw the knee and the thigh above it, in a drawing that has room for them."""

    works: bool = True
    """True for the leg that does the exercise, which alone is in colour."""

    ghost: bool = False
    """True to show the start of the movement palely behind."""

    @property
    def shows_start(self) -> bool:
        return self.ghost

    @property
    def prefix(self) -> str:
        return self.name or self.side


class HeelPose(Pose):
    """The heel and lower leg of a right or left foot, seen from behind."""

    name: Name | None = None
    """The word before its joints' names; `heelback` where left out."""

    at: Point
    """Where the ankle is while the foot is level; a tilted foot rests on its lower edge, at the same height."""

    height: Length
    """Stature in drawing units."""

    side: Literal["right", "left"] = "right"
    """Which foot."""

    tilt: Tilt = (0.0,)
    """Degrees of inversion (sole turned inward); minus is eversion."""

    wrong: bool = False
    """True for a fault: the axes of leg and heel are dotted, in the colour of faults."""

    @property
    def prefix(self) -> str:
        return self.name or "heelback"
