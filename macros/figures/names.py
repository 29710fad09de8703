"""What a figure refers to must exist: joints by their names, and points on the canvas."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from macros.figures.drawing import Drawing
from macros.figures.pose import FrontPose, Pose, SidePose
from macros.figures.problem import Problem, Where
from macros.figures.values import Point


def unknown_places(drawing: Drawing, size: tuple[int, int]) -> Iterator[Problem]:
    """Find points off the canvas, and joints that no body has."""
    for where, value in drawing.records:
        match value:
            case Point(joint=""):
                if not _on_canvas(value, size):
                    yield Problem(where, f"the point is off the canvas, which is {size[0]} wide and {size[1]} high")
            case Point():
                yield from unknown_joint(value.joint, drawing.end, where)
            case SidePose() | FrontPose() if value.pin != "hip":
                yield from unknown_joint(value.called(value.pin), drawing.end, (*where, "pin"))


def shared_names(drawing: Drawing) -> Iterator[Problem]:
    """Find bodies whose joints would have the names of another body's."""
    seen: set[str] = set()
    for where, value in drawing.records:
        if isinstance(value, Pose):
            if value.prefix in seen:
                sentence = "another body before has the same joint names; give this one a name of its own"
                yield Problem(where, sentence)
            seen.add(value.prefix)


def unknown_joint(joint: str, known: Iterable[str], where: Where) -> Iterator[Problem]:
    if joint not in known:
        close = get_close_matches(joint, known) or sorted(known)
        yield Problem(where, f"no joint '{joint}'; there is {', '.join(close) or 'none'}")


def _on_canvas(point: Point, size: tuple[int, int]) -> bool:
    return all(0 <= x <= size[0] for x in point.x) and all(0 <= y <= size[1] for y in point.y)
