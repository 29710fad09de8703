"""What must be true of a drawn figure at every moment of its movement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from macros.figures.drawing import Drawing
from macros.figures.expectation import Expectation
from macros.figures.geometry import angle_between
from macros.figures.limbs import SideLeg
from macros.figures.pose import SidePose
from macros.figures.problem import Problem, Where
from macros.figures.proportions import SHANK, THIGH
from macros.figures.props import Floor
from macros.figures.scene import Detail, Look, Scene, Shape, Window, WindowEnd
from macros.figures.skeleton import LegBones, side_bones

MOMENTS = (0.0, 0.25, 0.5, 0.75, 1.0)
NEAR_FLOOR = 1.5
"""Drawing units by which a sole may miss the floor."""
UNDER_FLOOR = 2.5
"""Drawing units by which a foot may sink into the floor, as soft flesh does."""
OVER_EDGE = 2.0
"""Drawing units by which a shape may pass the canvas: half an outline."""
TIP_TO_EDGE = 4.0
"""Drawing units that an arrow's tip must be inside the canvas."""
SAME = 1.0
"""Drawing units, or degrees, within which a measure counts as the same."""
ANKLE_RANGE = (-60, 40)
"""Degrees of plantarflexion (minus) and dorsiflexion that an ankle can do."""
RUNS_OFF = frozenset({Look.LEGGING, Look.FAR_LEGGING, Look.WORKING, Look.FAR_WORKING, Look.DARK_PROP, Look.PROP})
"""Looks that may run off the canvas, as the leg of a close-up and a wall do."""


def moments(drawing: Drawing) -> list[Scene]:
    """Draw the moments that the rules look at."""
    return [drawing.scene(moment, Detail.KNOTS) for moment in MOMENTS]


def off_floor(contact: Sequence[str], drawing: Drawing, scenes: Sequence[Scene]) -> Iterator[Problem]:
    """Find joints that must stay on a floor and do not; each is reported where it is farthest away."""
    floors = _floors(drawing)
    for index, joint in enumerate(contact):
        if not floors:
            yield Problem(("contact", index), f"{joint} must stay on the floor, but the picture has no floor")
            continue
        gap, moment = max((min(abs(s.joints[joint].imag - y) for y in floors), s.moment) for s in scenes)
        if gap > NEAR_FLOOR:
            sentence = f"{joint} must stay on the floor, but is {gap:.0f} units from it at {moment:.0%} of the movement"
            yield Problem(("contact", index), sentence)


def _floors(drawing: Drawing) -> list[float]:
    return [value.y for _, value in drawing.records if isinstance(value, Floor)]


def unexpected(expect: Sequence[Expectation], scenes: Sequence[Scene]) -> Iterator[Problem]:
    """Find measures that change in another way than the figure promises."""
    for index, expectation in enumerate(expect):
        growth = _measure(expectation, scenes[-1].joints) - _measure(expectation, scenes[0].joints)
        seen = "same" if abs(growth) < SAME else "rises" if growth > 0 else "falls"
        if seen != expectation.change:
            yield Problem(("expect", index), f"'{expectation}' is expected, but it changes by {growth:.1f}")


def _measure(expectation: Expectation, joints: dict[str, complex]) -> float:
    place, *others = (joints[name] for name in expectation.needs)
    match expectation.measure:
        case "right":
            return place.real
        case "height":
            return -place.imag
        case "length":
            return abs(place - others[0])
        case "angle":
            return angle_between(others[0], place, others[1])


@dataclass(frozen=True)
class DrawnLeg:
    """A visible leg of *body* at every moment."""

    where: Where
    side: Literal["near", "far"]
    body: SidePose
    scenes: Sequence[Scene]

    @property
    def name(self) -> str:
        return self.body.called(self.side)

    @property
    def pose(self) -> SideLeg:
        return self.body.near if self.side == "near" else self.body.far

    @cached_property
    def bones(self) -> list[LegBones]:
        """Its bones at every moment, before the body sways."""
        both = [side_bones(scene, self.body) for scene in self.scenes]
        return [bones.near if self.side == "near" else bones.far for bones in both]

    def joints(self, name: str) -> list[complex]:
        """Return the place of one of its joints at every moment."""
        return [scene.joints[f"{self.name}.{name}"] for scene in self.scenes]


def impossible_legs(drawing: Drawing, scenes: Sequence[Scene]) -> Iterator[Problem]:
    """Find legs that do what no leg can do, each fault at its worst moment."""
    floors = _floors(drawing)
    for leg in _legs(drawing, scenes):
        yield from _wrong_length(leg)
        yield from _out_of_reach(leg)
        yield from _bent_too_far(leg)
        yield from _under_floor(leg, floors)


def _legs(drawing: Drawing, scenes: Sequence[Scene]) -> Iterator[DrawnLeg]:
    for where, body in drawing.records:
        if isinstance(body, SidePose):
            yield DrawnLeg((*where, "near"), "near", body, scenes)
            if body.only == "all" and not body.far.hidden:
                yield DrawnLeg((*where, "far"), "far", body, scenes)


def _wrong_length(leg: DrawnLeg) -> Iterator[Problem]:
    for upper, lower, share in (("hip", "knee", THIGH), ("knee", "ankle", SHANK)):
        length = share * leg.body.height
        ends = zip(leg.joints(upper), leg.joints(lower), strict=True)
        if any(abs(abs(first - second) - length) > 0.02 * length for first, second in ends):
            yield Problem(leg.where, f"{leg.name}: {upper} to {lower} changes its length")


def _out_of_reach(leg: DrawnLeg) -> Iterator[Problem]:
    place = leg.pose.ankle_at
    if place is None:
        return
    missed = max(abs(scene.point(place) - bones.ankle) for scene, bones in zip(leg.scenes, leg.bones, strict=True))
    if missed > NEAR_FLOOR:
        sentence = f"{leg.name}.ankle cannot reach its place; it is {missed:.0f} units away"
        yield Problem((*leg.where, "ankle_at"), sentence)


def _bent_too_far(leg: DrawnLeg) -> Iterator[Problem]:
    """Find a foot whose pitch bends its ankle past what an ankle can do."""
    if leg.pose.pitch is None:
        return
    low, high = ANKLE_RANGE
    bends = [bones.foot.pitch - bones.shank for bones in leg.bones]
    worst = max(bends, key=lambda bend: max(low - bend, bend - high))
    if not low <= worst <= high:
        sentence = f"{leg.name}.ankle bends {worst:.0f} degrees, which is outside {low} to {high}"
        yield Problem((*leg.where, "pitch"), sentence)


def _under_floor(leg: DrawnLeg, floors: list[float]) -> Iterator[Problem]:
    """Find a foot under the floor; close-ups have floors of their own and are left to `contact`."""
    if leg.body.name or not floors:
        return
    for joint in ("heel", "ball", "toe"):
        depth = max(place.imag for place in leg.joints(joint)) - max(floors)
        if depth > UNDER_FLOOR:
            yield Problem(leg.where, f"{leg.name}.{joint} is {depth:.0f} units under the floor")


def outside(size: tuple[int, int], scenes: Sequence[Scene]) -> Iterator[Problem]:
    """Find arrows and shapes that leave the canvas, each once for an item."""
    problems = [problem for scene in scenes for problem in (*_tips_outside(size, scene), *_shapes_outside(size, scene))]
    yield from {(problem.where, problem.sentence.partition(" at ")[0]): problem for problem in problems}.values()


def _tips_outside(size: tuple[int, int], scene: Scene) -> Iterator[Problem]:
    for item, tip in scene.tips:
        if not _inside([tip], size, -TIP_TO_EDGE):
            yield Problem(("draw", item), f"an arrow leaves the picture at {tip.real:.0f}, {tip.imag:.0f}")


def _shapes_outside(size: tuple[int, int], scene: Scene) -> Iterator[Problem]:
    for item, shape in unclipped(scene):
        if shape.look not in RUNS_OFF and not _inside(_extent(shape), size, OVER_EDGE):
            yield Problem(("draw", item), f"something leaves the picture: {shape.look.name.lower().replace('_', ' ')}")


def _extent(shape: Shape) -> list[complex]:
    """Return points that are on the canvas where the whole shape is."""
    if shape.circle is None:
        return shape.points
    centre, radius = shape.circle
    return [centre - radius, centre + radius, centre - radius * 1j, centre + radius * 1j]


def unclipped(scene: Scene) -> Iterator[tuple[int, Shape]]:
    """Yield the shapes that no window clips, each with the index of its item."""
    windows = 0
    for placed in scene.parts:
        windows += isinstance(placed.part, Window) - isinstance(placed.part, WindowEnd)
        if not windows and isinstance(placed.part, Shape):
            yield placed.item, placed.part


def _inside(points: Sequence[complex], size: tuple[int, int], beyond: float) -> bool:
    across, down = [point.real for point in points], [point.imag for point in points]
    return (
        min(across) >= -beyond
        and max(across) <= size[0] + beyond
        and min(down) >= -beyond
        and max(down) <= size[1] + beyond
    )
