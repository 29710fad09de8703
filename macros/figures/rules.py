"""What must be true of a drawn figure in every moment: one list of plain sentences, for the loader and the tests."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.figures.figure import Expectation, Figure, scenes, values_in
from macros.figures.geometry import angle_between
from macros.figures.pose import SideBody, SideLeg
from macros.figures.proportions import SHANK, THIGH
from macros.figures.props import Floor
from macros.figures.scene import Look, Scene, Shape, Window, WindowEnd
from macros.figures.skeleton import LegBones, side_bones

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
RUNS_OFF = frozenset({Look.LEGGING, Look.FAR_LEGGING, Look.DARK_PROP, Look.PROP})
"""Looks that may run off the canvas, as the leg of a close-up and a wall do."""


def problems(figure: Figure) -> list[str]:
    """List what is wrong with how *figure* comes out, in plain sentences; empty when all is well."""
    states, floors = scenes(figure, MOMENTS), _floors(figure)
    found = [*_contact(figure, states, floors), *_expect(figure, states)]
    for leg in _legs(figure, states):
        found += [*_bones(leg), *_reach(leg), *_bend(leg), *_floor(leg, floors)]
    return list(dict.fromkeys([*found, *_frame(figure, states)]))


def _floors(figure: Figure) -> list[float]:
    return [value.y for _, value in values_in(figure.draw, ()) if isinstance(value, Floor)]


def _contact(figure: Figure, states: list[Scene], floors: list[float]) -> Iterator[str]:
    for joint in figure.contact:
        for scene in states:
            gap = min((abs(scene.joints[joint].imag - y) for y in floors), default=999)
            if gap > NEAR_FLOOR:
                yield f"{joint} must stay on the floor, but is {gap:.0f} units from it at {scene.moment:.0%} of the movement"


def _measure(expectation: Expectation, joints: dict[str, complex]) -> float:
    here, *others = (joints[name] for name in expectation.needs)
    match expectation.measure:
        case "right":
            return here.real
        case "height":
            return -here.imag
        case "length":
            return abs(here - others[0])
        case "angle":
            return angle_between(others[0], here, others[1])


def _expect(figure: Figure, states: list[Scene]) -> Iterator[str]:
    for expectation in figure.expect:
        grows = _measure(expectation, states[-1].joints) - _measure(expectation, states[0].joints)
        seen = "same" if abs(grows) < SAME else "rises" if grows > 0 else "falls"
        if seen != expectation.change:
            yield f"'{expectation}' is expected, but it changes by {grows:.1f}"


@dataclass(frozen=True)
class DrawnLeg:
    """A leg that is seen, with its bones at one moment."""

    scene: Scene
    body: SideBody
    pose: SideLeg
    bones: LegBones
    name: str

    def joint(self, name: str) -> complex:
        return self.scene.joints[f"{self.name}.{name}"]


def _legs(figure: Figure, states: list[Scene]) -> Iterator[DrawnLeg]:
    for _, body in values_in(figure.draw, ()):
        if not isinstance(body, SideBody):
            continue
        for scene in states:
            bones = side_bones(scene, body)
            yield DrawnLeg(scene, body, body.near, bones.near, body.called("near"))
            if body.only == "all" and not body.far.hidden:
                yield DrawnLeg(scene, body, body.far, bones.far, body.called("far"))


def _bones(leg: DrawnLeg) -> Iterator[str]:
    """Find bones that change their length."""
    for upper, lower, share in (("hip", "knee", THIGH), ("knee", "ankle", SHANK)):
        size = abs(leg.joint(upper) - leg.joint(lower)) / leg.body.height
        if abs(size - share) > 0.02 * share:
            yield f"{leg.name}: {upper} to {lower} changes its length"


def _reach(leg: DrawnLeg) -> Iterator[str]:
    """Find an ankle that does not get where it is sent."""
    if leg.pose.ankle_at:
        missed = abs(leg.scene.point(leg.pose.ankle_at) - leg.bones.ankle)
        if missed > NEAR_FLOOR:
            yield f"{leg.name}.ankle cannot reach its place; it is {missed:.0f} units away"


def _bend(leg: DrawnLeg) -> Iterator[str]:
    """Find a foot whose pitch bends its ankle past what an ankle can do."""
    bend = leg.bones.foot.pitch - leg.bones.shank
    low, high = ANKLE_RANGE
    if leg.pose.pitch and not low <= bend <= high:
        yield f"{leg.name}.ankle bends {bend:.0f} degrees, which is outside {low} to {high}"


def _floor(leg: DrawnLeg, floors: list[float]) -> Iterator[str]:
    """Find a foot under the floor; close-ups have floors of their own and are left to `contact`."""
    if leg.body.name or not floors:
        return
    for joint in ("heel", "ball", "toe"):
        deep = leg.joint(joint).imag - max(floors)
        if deep > UNDER_FLOOR:
            yield f"{leg.name}.{joint} is {deep:.0f} units under the floor"


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
