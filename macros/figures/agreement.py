"""What a picture must show so that it agrees with the words: gear, supports, hands that touch, sides, clear lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from macros.figures.drawing import Drawing
from macros.figures.equipment import Band
from macros.figures.geometry import clamp
from macros.figures.items import Inset
from macros.figures.leg_ahead import LegAhead
from macros.figures.limbs import Arm
from macros.figures.pose import BodyPose, FrontPose, SidePose
from macros.figures.problem import Problem, Where, values_in
from macros.figures.proportions import FOREARM, UPPER_ARM
from macros.figures.props import Box, Floor, Rail
from macros.figures.rules import unclipped
from macros.figures.scene import Look, Scene
from macros.figures.values import Point

TOUCH = 3.0
"""Drawing units by which a hand may miss what it rests on."""
ON_LAP = 0.085
"""Statures from the thigh bone to a hand that rests on the thigh."""
NEAR = (0.02, 0.09)
"""Statures between a hand that is ready and its support: clear of it, and at most a hand's width away."""
FOOT_JOINTS = frozenset(
    {
        "ball",
        "toe",
        "tip",
        "arch",
        "sole",
        "heel",
        "dorsum",
        "instep",
        "band",
        "bandtop",
        "bandsole",
        "in",
        "out",
        "over",
        "top",
    }
)

STEP = 4.0
"""Drawing units between the places of a line that are looked at."""
BODY = frozenset({Look.SKIN, Look.FAR_SKIN, Look.TOP, Look.LEGGING, Look.FAR_LEGGING, Look.WORKING, Look.FAR_WORKING})
"""Looks of a body."""

Rectangle = tuple[complex, complex]
"""Upper left and lower right corner."""


def _supports(drawing: Drawing) -> list[Rectangle]:
    """Return what a hand can rest on: walls, worktops, rails and floors."""
    found: list[Rectangle] = []
    for _, value in drawing.records:
        match value:
            case Box():
                corner = complex(value.left, value.top)
                found.append((corner, corner + complex(value.width, value.height)))
            case Rail():
                found.append((complex(value.left, value.y), complex(value.right, value.y + 7)))
            case Floor():
                found.append((complex(value.left, value.y), complex(value.right, value.y + 3)))
    return found


def _distance(place: complex, support: Rectangle) -> float:
    first, last = support
    return abs(place - complex(clamp(place.real, first.real, last.real), clamp(place.imag, first.imag, last.imag)))


def _arms(drawing: Drawing) -> Iterator[tuple[Where, BodyPose, str, Arm]]:
    """Yield every arm of a whole body with its place, its body and the side in its joints' names."""
    for where, value in drawing.records:
        match value:
            case SidePose(only="all"):
                arms = {"near": value.near_arm, "far": value.far_arm}
            case FrontPose(only="all"):
                arms = {"right": value.right_arm, "left": value.left_arm}
            case _:
                continue
        yield from (((*where, f"{side}_arm"), value, side, arm) for side, arm in arms.items() if not arm.hidden)


def misplaced_hands(drawing: Drawing, scenes: Sequence[Scene]) -> Iterator[Problem]:
    """Find hands that rest on nothing, and hands that are ready but touch their support or are far from it."""
    supports = _supports(drawing)
    for where, body, side, arm in _arms(drawing):
        palm = body.called(f"{side}.palm")
        gaps = [min((_distance(s.joints[palm], one) for one in supports), default=999.0) for s in scenes]
        if arm.hand == "rest" and max(gaps) > TOUCH and not all(_on_lap(scene, body, palm) for scene in scenes):
            yield Problem(where, f"the hand rests on nothing; the nearest support is {max(gaps):.0f} units away")
        low, high = (share * body.height for share in NEAR)
        if arm.hand == "ready" and not low <= gaps[-1] <= high:
            sentence = f"a hand that is ready is {low:.0f} to {high:.0f} units from its support, but is {gaps[-1]:.0f}"
            yield Problem(where, sentence)


def _on_lap(scene: Scene, body: BodyPose, palm: str) -> bool:
    place = scene.joints[palm]
    for side in ("near", "far", "right", "left"):
        hip, knee = (scene.joints.get(body.called(f"{side}.{joint}")) for joint in ("hip", "knee"))
        if hip is not None and knee is not None:
            along = clamp(((place - hip) / (knee - hip)).real)
            if abs(place - hip - along * (knee - hip)) <= ON_LAP * body.height:
                return True
    return False


def missing_gear(drawing: Drawing) -> Iterator[Problem]:
    """Find a band round a bare foot, and people with a band but without eye protection or with the face in its way."""
    shod = _shod(drawing)
    bands = [(where, value) for where, value in drawing.records if isinstance(value, Band)]
    for where, band in bands:
        bare = sorted({leg for leg in _legs_of(band) if not shod.get(leg, True)})
        if bare and band.rounds < 2:
            yield Problem(where, f"the band slips off a bare foot; give {bare[0]} a shoe, or the band rounds: 2")
    for where, value in drawing.records if bands else ():
        match value:
            case SidePose(only="all", turned=False) | SidePose(only="all", glasses=False):
                yield Problem(where, "a person with a band wears glasses: true and turns the face away, turned: true")
            case FrontPose(only="all", glasses=False):
                yield Problem(where, "a person with a band wears safety glasses; add glasses: true")


def _legs_of(band: Band) -> Iterator[str]:
    """Yield the legs whose feet the band touches."""
    for line in (*band.strands, *band.wraps):
        for point in line:
            leg, _, joint = point.joint.rpartition(".")
            if joint in FOOT_JOINTS:
                yield leg


def _shod(drawing: Drawing) -> dict[str, bool]:
    """Return whether each leg wears a shoe."""
    shod: dict[str, bool] = {}
    for _, value in drawing.records:
        match value:
            case SidePose():
                shod |= {value.called("near"): value.near.shoe, value.called("far"): value.far.shoe}
            case FrontPose():
                shod |= {value.called("right"): value.right.shoe, value.called("left"): value.left.shoe}
            case LegAhead():
                shod[value.prefix] = True
    return shod


def wrong_sides(drawing: Drawing) -> Iterator[Problem]:
    """Find feet seen from the side that is turned away from the viewer, in a whole body or in its close-up."""
    for where, value in drawing.records:
        match value:
            case SidePose(only="all"):
                if value.near.inner:
                    yield Problem((*where, "near", "inner"), "the near foot shows its outer side; use the far leg")
                if value.far.inner is False:
                    yield Problem((*where, "far", "inner"), "the far foot shows its inner side; use the near leg")
            case Inset(of=Point() as place):
                yield from _wrong_close_up(where, value, far=place.joint.rpartition(".")[0].endswith("far"))


def _wrong_close_up(where: Where, inset: Inset, *, far: bool) -> Iterator[Problem]:
    for inner_where, value in values_in(inset.items, (*where, "draw")):
        if isinstance(value, SidePose) and value.only == "near" and (value.near.inner or False) != far:
            leg, side = ("far", "inner") if far else ("near", "outer")
            yield Problem(inner_where, f"the close-up is of the {leg} foot, which shows its {side} side")


def crossing_lines(scenes: Sequence[Scene]) -> Iterator[Problem]:
    """Find lines that lead to a close-up across a body, in the printed position."""
    shapes = [(item, shape) for item, shape in unclipped(scenes[-1]) if shape.circle is None]
    bodies = [shape.points for _, shape in shapes if shape.look in BODY]
    for item, line in shapes:
        if line.look is Look.LEADER and any(_inside(place, body) for place in _along(line.points) for body in bodies):
            yield Problem(("draw", item, "inset"), "the line to the close-up crosses a body; lead it round with via")


def _along(corners: Sequence[complex]) -> Iterator[complex]:
    """Yield places on a line, a few drawing units apart."""
    for start, end in pairwise(corners):
        steps = max(1, round(abs(end - start) / STEP))
        yield from (start + (end - start) * step / steps for step in range(steps + 1))


def _inside(place: complex, outline: Sequence[complex]) -> bool:
    """Return whether *place* is within an outline, by the edges that a ray to the right crosses."""
    crossed = 0
    for one, other in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (one.imag > place.imag) != (other.imag > place.imag):
            share = (place.imag - one.imag) / (other.imag - one.imag)
            crossed += one.real + share * (other.real - one.real) > place.real
    return crossed % 2 == 1


def holds_on(drawing: Drawing) -> bool:
    """Return whether a hand of someone standing rests on a support."""
    return any(arm.hand == "rest" for _, _, _, arm in _arms(drawing))


def support_in_reach(drawing: Drawing) -> bool:
    """Return whether somebody has a wall, a worktop or a rail within an arm's reach."""
    floors = {value.y for _, value in drawing.records if isinstance(value, Floor)}
    supports = [one for one in _supports(drawing) if one[0].imag not in floors]
    for _, body, side, _ in _arms(drawing):
        shoulder = drawing.end[body.called(f"{side}.shoulder")]
        arm = (UPPER_ARM + FOREARM + NEAR[1]) * body.height
        if any(_distance(shoulder, support) <= arm for support in supports):
            return True
    return False
