"""What must be true of a drawn figure in every moment: one list of plain sentences, for the loader and the tests."""

from collections.abc import Iterator

from macros.figures.figure import Expectation, Figure, scenes, values_in
from macros.figures.geometry import angle_between
from macros.figures.pose import SideBody
from macros.figures.proportions import SHANK, THIGH
from macros.figures.props import Floor
from macros.figures.scene import Look, Scene, Shape, Window, WindowEnd
from macros.figures.skeleton import side_bones

MOMENTS = (0.0, 0.25, 0.5, 0.75, 1.0)
NEAR_FLOOR = 1.5
"""Drawing units by which a sole may miss the floor."""
UNDER_FLOOR = 2.5
"""Drawing units by which a foot may sink into the floor, as soft flesh does."""
OVER_EDGE = 2.0
"""Drawing units by which a shape may pass the canvas: half an outline."""
SAME = 1.0
"""Drawing units, or degrees, within which a measure counts as the same."""
ANKLE_RANGE = (-60, 40)
"""Degrees of plantarflexion (minus) and dorsiflexion that an ankle can do."""
CORNERS = {"knee": ("hip", "ankle"), "elbow": ("shoulder", "wrist")}
RUNS_OFF = frozenset({Look.LEGGING, Look.FAR_LEGGING, Look.DARK_PROP, Look.PROP})
"""Looks that may run off the canvas, as the leg of a close-up and a wall do."""


def problems(figure: Figure) -> list[str]:
    """List what is wrong with how *figure* comes out, in plain sentences; empty when all is well."""
    states = scenes(figure, MOMENTS)
    found = [*_contact(figure, states), *_expect(figure, states), *_bones(figure, states), *_joints(figure, states)]
    return list(dict.fromkeys([*found, *_floor(figure, states), *_frame(figure, states)]))


def _floors(figure: Figure) -> list[float]:
    return [value.y for _, value in values_in(figure.draw, ()) if isinstance(value, Floor)]


def _contact(figure: Figure, states: list[Scene]) -> Iterator[str]:
    floors = _floors(figure)
    for joint in figure.contact:
        for scene in states:
            gap = min((abs(scene.joints[joint].imag - y) for y in floors), default=999)
            if gap > NEAR_FLOOR:
                yield f"{joint} must stay on the floor, but is {gap:.0f} units from it at {scene.moment:.0%} of the movement"


def _measure(expectation: Expectation, joints: dict[str, complex]) -> float:
    here = joints[expectation.joints[0]]
    match expectation.measure:
        case "right":
            return here.real
        case "height":
            return -here.imag
        case "length":
            return abs(here - joints[expectation.joints[1]])
        case "angle":
            return _bend(expectation.joints[0], joints)


def _bend(name: str, joints: dict[str, complex]) -> float:
    """Give the angle at a joint: of knee and elbow between their bones, of the hip between ear and knee."""
    limb, _, joint = name.rpartition(".")
    body, _, _ = limb.rpartition(".")
    if joint == "hip":
        first, second = (f"{body}.ear" if body else "ear"), f"{limb}.knee"
    else:
        first, second = (f"{limb}.{end}" for end in CORNERS[joint])
    return angle_between(joints[first], joints[name], joints[second])


def _expect(figure: Figure, states: list[Scene]) -> Iterator[str]:
    for expectation in figure.expect:
        grows = _measure(expectation, states[-1].joints) - _measure(expectation, states[0].joints)
        seen = "same" if abs(grows) < SAME else "rises" if grows > 0 else "falls"
        if seen != expectation.change:
            yield f"'{expectation}' is expected, but it changes by {grows:.1f}"


def _side_bodies(figure: Figure) -> list[SideBody]:
    return [value for _, value in values_in(figure.draw, ()) if isinstance(value, SideBody)]


def _sides(body: SideBody) -> list[str]:
    """Name the legs that are drawn."""
    prefix = f"{body.name}." if body.name else ""
    far = body.only == "all" and not body.far.hidden
    return [f"{prefix}near", *([f"{prefix}far"] if far else [])]


def _bones(figure: Figure, states: list[Scene]) -> Iterator[str]:
    """Find bones that change their length, and ankles that do not reach where they are sent."""
    for body in _side_bodies(figure):
        for side in _sides(body):
            leg = body.near if side.endswith("near") else body.far
            for scene in states:
                joints = scene.joints
                pairs = (("hip", "knee", THIGH), ("knee", "ankle", SHANK))
                for upper, lower, share in pairs:
                    size = abs(joints[f"{side}.{upper}"] - joints[f"{side}.{lower}"])
                    if abs(size / body.height - share) > 0.02 * share:
                        yield f"{side}: {upper} to {lower} changes its length"
                missed = (
                    abs(scene.point(leg.ankle_at) - joints[f"{side}.ankle"]) if leg.ankle_at and not body.sway[0] else 0
                )
                if missed > NEAR_FLOOR:
                    yield f"{side}.ankle cannot reach its place; it is {missed:.0f} units away"


def _joints(figure: Figure, states: list[Scene]) -> Iterator[str]:
    """Find a foot whose pitch bends its ankle past what an ankle can do."""
    for body in _side_bodies(figure):
        for scene in states:
            bones = side_bones(scene, body)
            for side, leg, limb in (("near", body.near, bones.near), ("far", body.far, bones.far)):
                bend = limb.foot.pitch - limb.shank
                if leg.pitch and not leg.hidden and not ANKLE_RANGE[0] <= bend <= ANKLE_RANGE[1]:
                    yield f"{side}.ankle bends {bend:.0f} degrees, which is outside {ANKLE_RANGE[0]} to {ANKLE_RANGE[1]}"


def _floor(figure: Figure, states: list[Scene]) -> Iterator[str]:
    floors = _floors(figure)
    for body in _side_bodies(figure):
        limit = max((y for y in floors), default=999.0) if body.name is None else 999.0
        for side in _sides(body):
            for scene in states:
                for joint in ("heel", "ball", "toe"):
                    deep = scene.joints[f"{side}.{joint}"].imag - limit
                    if deep > UNDER_FLOOR:
                        yield f"{side}.{joint} is {deep:.0f} units under the floor"


def _frame(figure: Figure, states: list[Scene]) -> Iterator[str]:
    wide, high = figure.size
    for scene in states:
        for tip in scene.tips:
            if not (4 <= tip.real <= wide - 4 and 4 <= tip.imag <= high - 4):
                yield f"an arrow leaves the picture at {tip.real:.0f}, {tip.imag:.0f}"
        windows = 0
        for placed in scene.parts:
            windows += isinstance(placed.part, Window) - isinstance(placed.part, WindowEnd)
            if windows or not isinstance(placed.part, Shape) or placed.part.look in RUNS_OFF:
                continue
            yield from _outside(placed.part, wide, high)


def _outside(shape: Shape, wide: int, high: int) -> Iterator[str]:
    for point in shape.points:
        if not (-OVER_EDGE <= point.real <= wide + OVER_EDGE and -OVER_EDGE <= point.imag <= high + OVER_EDGE):
            yield f"something leaves the picture: {shape.look.name.lower().replace('_', ' ')}"
            return
