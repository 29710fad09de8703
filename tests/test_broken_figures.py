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
    alt: A person leans a little.
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
        (
            "Seen from the side.\n",
            "Seen" + " from the side" * 4 + ".\n",
            6,
            "caption: has 61 characters; allowed: at most 50",
        ),
        ("leans a little.\n", "leans a little" + " more" * 12 + ".\n", 20, "alt: has 17 words; allowed: at most 15"),
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
        ("right head rises", "right head falls", 9, "expect.1: 'right head falls' is expected, but it changes by 46.1"),
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
        (
            "dot: {at: near.ball}",
            "band: {strands: [[near.ball, [200, 300]]]}",
            19,
            "draw.3.band: the band slips off a bare foot; give near a shoe, or the band rounds: 2",
        ),
        (
            "dot: {at: near.ball}",
            "band: {strands: [[near.ball, [200, 300]]], rounds: 2}",
            13,
            "draw.2.body: a person with a band wears glasses: true and turns the face away, turned: true",
        ),
        (
            "dot: {at: near.ball}",
            "band: {strands: [[near.ball, [200, 300]]], rounds: 2}\n      - body_front: {name: b, height: 90, at: [60, 338]}",
            20,
            "draw.4.body_front: a person with a band wears safety glasses; add glasses: true",
        ),
        (
            "far: {hidden: true}",
            "near_arm: {reach: [190, 200], hand: rest}",
            18,
            "draw.2.body.near_arm: the hand rests on nothing; the nearest support is",
        ),
        (
            "far: {hidden: true}",
            "near_arm: {reach: [190, 180], hand: ready}",
            18,
            "draw.2.body.near_arm: a hand that is ready is 6 to 27 units from its support, but is",
        ),
        (
            "near: {ankle: 0 -> 10}",
            "near: {ankle: 0 -> 10, inner: true}",
            17,
            "draw.2.body.near.inner: the near foot shows its outer side; use the far leg",
        ),
        (
            "far: {hidden: true}",
            "far: {inner: false}",
            18,
            "draw.2.body.far.inner: the far foot shows its inner side; use the near leg",
        ),
        (
            "dot: {at: near.ball}",
            "inset: {at: [400, 90], radius: 60, of: near.ball, draw: [body: {name: z, height: 500, at: [360, 120], only: near, near: {inner: true}}]}",
            19,
            "draw.3.inset.draw.1.body: the close-up is of the near foot, which shows its outer side",
        ),
        (
            "dot: {at: near.ball}",
            "inset: {at: [60, 90], radius: 50, of: near.ball, draw: [dot: {at: [60, 90]}]}",
            19,
            "draw.3.inset: the line to the close-up crosses a body; lead it round with via",
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


def test_a_figure_needs_a_short_description() -> None:
    without = FIGURES.replace("    alt: A person leans a little.\n", "")
    assert mistakes(HAND + without) == [f"hand.yml:{FIRST + 3}: figures.standing: needs the key 'alt'"]


WALL = "      - box: {left: 190, top: 40, width: 10, height: 298}\n"
HOLDING = "          near_arm: {reach: [190, 150], hand: rest, against: wall}\n"


def guide_with_a_hands_free_level(wall: str, arm: str) -> str:
    """Return a guide with a level of that name, whose picture shows a person at a wall who stands still."""
    hand = HAND.replace("      - id: walk\n", "      - id: hands-free\n        figure: standing\n")
    still = FIGURES.replace("0 -> 10", "0").replace("head rises", "head same")
    person = still.replace("          far: {hidden: true}\n", "          far: {hidden: true}\n" + arm)
    return hand.replace("level: walk", "level: hands-free") + person.replace("      - floor", wall + "      - floor")


def test_a_level_without_holding_on_is_right_with_a_support_in_reach() -> None:
    assert mistakes(guide_with_a_hands_free_level(WALL, "")) == []


@pytest.mark.parametrize(("wall", "arm"), [("", ""), (WALL.replace("190", "260"), ""), (WALL, HOLDING)])
def test_a_level_without_holding_on_needs_a_support_in_reach_that_no_hand_touches(wall: str, arm: str) -> None:
    text = guide_with_a_hands_free_level(wall, arm)
    line = text[: text.index("      - id: hands-free")].count("\n") + 1
    what = "its picture 'standing' must show nobody holding on, and a support within reach of a hand"
    assert mistakes(text) == [f"hand.yml:{line}: exercises.spread.levels.hands-free: {what}"]


def test_an_unknown_figure_is_reported() -> None:
    reported = mistakes(HAND.replace("    kind: mobility", "    figure: standin\n    kind: mobility") + FIGURES)
    line = HAND[: HAND.index("    kind: mobility")].count("\n") + 1
    assert reported == [f"hand.yml:{line}: exercises.fist.figure: no figure 'standin'; did you mean 'standing'?"]
