"""Errors in pose data: each is reported with its line, its place and what is allowed."""

from pathlib import Path

import pytest

from macros.data.load import GuideError, read

HAND = (Path(__file__).parent / "data/hand.yml").read_text(encoding="utf-8")
FIGURES = """
figures:
  standing:
    title: Standing on the floor
    desc: A person stands upright on the floor with both feet flat, seen from the side, and leans forward a little.
    caption: Seen from the side.
    tone: 2
    contact: [near.heel, near.ball]
    expect: [right head rises]
    draw:
      - floor: {y: 338, left: 20, right: 270}
      - body:
          height: 296
          at: [117, 338]
          pin: near.heel
          lean: 0 -> 10
          near: {ankle: 0 -> 10}
          far: {hidden: true}
      - dot: {at: near.ball}
"""
FIRST = HAND.count("\n") + 1
"""The line before the first of FIGURES."""


def mistakes(text: str) -> list[str]:
    """Return every error that the loader reports in *text*."""
    try:
        read(text.encode(), Path("hand.yml"))
    except GuideError as error:
        return [str(mistake) for mistake in error.mistakes]
    return []


def test_the_figure_is_right_before_it_is_broken() -> None:
    assert mistakes(HAND + FIGURES) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("ankle: 0 -> 10", "ankle: 0 -> 80", 17, "draw.2.body.near.ankle: 80 is outside -55 to 30 degrees"),
        ("lean: 0 -> 10", "lean: 0 ->", 16, "draw.2.body.lean: '0 ->' is not a number or a movement such as '0 -> 10'"),
        ("tone: 2", "tone: 9", 7, "tone: '9' is not allowed; allowed: 1, 2, 3, 4"),
        ("at: near.ball", "at: near.bal", 19, "draw.3.dot.at: no joint 'near.bal'"),
        ("at: [117, 338]", "at: [117, 900]", 14, "draw.2.body.at: the point is off the canvas, which is 480 wide"),
        ("- floor:", "- flor:", 11, "draw.1.flor: unknown key 'flor'; did you mean 'floor'?"),
        ("right head rises", "head rises", 9, "expect.1: 'head rises' is not a measure, its joint and rises"),
        ("title: Standing on the floor", "title:", 4, "title: is empty; allowed: text"),
        (
            "dot: {at: near.ball}",
            "band: {strands: [[]]}",
            19,
            "draw.3.band.strands.1: has 0 items; allowed: at least 2",
        ),
        ("dot: {at: near.ball}", "band: {strands: []}", 19, "draw.3.band: a band has strands or wraps, or both"),
        ("dot: {at: near.ball}", "dot:", 19, "draw.3: 'dot' is empty; it needs its own keys"),
    ],
)
def test_an_error_is_reported_with_its_line(old: str, new: str, line: int, problem: str) -> None:
    assert FIGURES.count(old) == 1
    reported = mistakes(HAND + FIGURES.replace(old, new))
    assert len(reported) == 1
    assert reported[0].startswith(f"hand.yml:{FIRST + line - 1}: figures.standing.{problem}")


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("right head rises", "right head falls", 9, "expect.1: 'right head falls' is expected, but it changes by 46.6"),
        ("near.heel, near.ball", "near.heel, near.instep", 8, "contact.2: near.instep must stay on the floor, but"),
        ("- floor: {y: 338, left: 20", "- rail: {y: 338, left: 20", 8, "contact.1: near.heel must stay on the floor"),
        (
            "far: {hidden: true}",
            "far: {ankle_at: [117, 9]}",
            18,
            "draw.2.body.far.ankle_at: far.ankle",
        ),
        ("near: {ankle: 0 -> 10}", "near: {ankle: 0 -> 10, pitch: 50}", 17, "draw.2.body.near.pitch: near.ankle bends"),
        ("{ankle: 0 -> 10}", "{ankle: -50}", 17, "draw.2.body.near: near.toe is"),
        ("height: 296", "height: 396", 12, "draw.2: something leaves the picture: skin"),
        (
            "dot: {at: near.ball}",
            "arrow: {start: [60, 60], end: [1, 60]}",
            19,
            "draw.3: an arrow leaves the picture at 1, 60",
        ),
    ],
)
def test_a_figure_that_breaks_a_rule_of_its_own_is_refused_with_its_line(
    old: str, new: str, line: int, problem: str
) -> None:
    assert FIGURES.count(old) == 1
    reported = mistakes(HAND + FIGURES.replace(old, new))
    start = f"hand.yml:{FIRST + line - 1}: figures.standing.{problem}"
    assert any(mistake.startswith(start) for mistake in reported), reported


def test_an_unknown_figure_is_reported() -> None:
    reported = mistakes(HAND.replace("    kind: mobility", "    figure: standin\n    kind: mobility") + FIGURES)
    line = HAND[: HAND.index("    kind: mobility")].count("\n") + 1
    assert reported == [f"hand.yml:{line}: exercises.fist.figure: no figure 'standin'; did you mean 'standing'?"]
