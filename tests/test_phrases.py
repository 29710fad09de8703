"""Doses, days and minutes in words, and the weeks of the plan, as a reader of a page or a sheet sees them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from macros import anchors
from macros.data.load import load
from macros.data.model.dose import Dose, Repetitions, Steps, Time, seconds
from macros.data.model.programme import DAYS
from macros.plan import sheets
from macros.wording import dates, doses, references

Amount = Repetitions | Time | Steps
DOSE: TypeAdapter[Amount] = TypeAdapter(Dose)
HAND = load(Path(__file__).with_name("data") / "hand.yml")
OWN = {"kind": "own", "says": "Made up for the tests."}
MANY = {"kind": "repetitions", "sets": 3, "repetitions": "8 to 12", "seconds_each": 3, "sides": "each"}
ONE = {"kind": "repetitions", "sets": 1, "repetitions": 1, "seconds_each": 1, "sides": "together"}
MINUTE = {"kind": "time", "sets": 2, "seconds": 60, "rest": 20, "sides": "together"}
WALK = {"kind": "steps", "sets": 2, "steps": 10, "seconds_each": 2, "sides": "together"}


def dose(given: Mapping[str, object], **more: object) -> Amount:
    """Return the dose that the data gives."""
    return DOSE.validate_python({**given, "basis": OWN, **more})


@pytest.mark.parametrize(
    ("given", "phrase"),
    [
        (dose(MANY), "3 sets of 8 to 12, each hand"),
        (dose(MANY, repetitions=10), "3 sets of 10, each hand"),
        (dose(MANY, repetitions="10 to 10"), "3 sets of 10, each hand"),
        (dose(MANY, hold=5), "3 sets of 8 to 12, hold 5 seconds, each hand"),
        (dose(MANY, hold=1, rest=45), "3 sets of 8 to 12, hold 1 second, each hand, rest 45 seconds"),
        (dose(MANY, sides="together", rest=60), "3 sets of 8 to 12, rest 1 minute"),
        (dose(ONE), "1 set of 1"),
        (dose(ONE, rest=30), "1 set of 1"),
        (dose(MINUTE), "2 sets of 1 minute, rest 20 seconds"),
        (dose(MINUTE, seconds=90, rest=120, sides="each"), "2 sets of 90 seconds, each hand, rest 2 minutes"),
        (dose(MINUTE, sets=1, seconds=300), "1 set of 5 minutes"),
        (dose(WALK), "2 lengths of 10 steps"),
        (dose(WALK, sets=1, steps=1), "1 length of 1 step"),
        (dose(WALK, rest=30, sides="each"), "2 lengths of 10 steps, each hand, rest 30 seconds"),
    ],
)
def test_a_dose_is_one_phrase(given: Amount, phrase: str) -> None:
    assert doses.dose_phrase(given, "hand") == phrase


@pytest.mark.parametrize(
    ("given", "short"),
    [
        (dose(MANY), "3 × 8 to 12"),
        (dose(MANY, hold=5), "3 × 8 to 12 · 5 s"),
        (dose(MANY, repetitions=10, hold=60), "3 × 10 · 1 min"),
        (dose(MINUTE), "2 × 1 min"),
        (dose(MINUTE, seconds=90), "2 × 90 s"),
        (dose(WALK), "2 × 10 steps"),
        (dose(WALK, steps=1), "2 × 1 step"),
    ],
)
def test_a_sheet_has_a_short_form(given: Amount, short: str) -> None:
    assert doses.dose_short(given) == short


@pytest.mark.parametrize(
    ("given", "duration", "minutes"),
    [
        (dose(MANY), 3 * 12 * 3 * 2, 4),  # the upper number of the range, both sides: 216 s
        (dose(MANY, hold=5, rest=30), 3 * 12 * (3 + 5) * 2 + 2 * 30, 11),  # a rest between rounds: 636 s
        (dose(MANY, sides="together"), 3 * 12 * 3, 2),  # 108 s
        (dose(ONE, rest=30), 1, 1),  # one round has no rest; no dose takes less than a minute
        (dose(MINUTE), 2 * 60 + 20, 3),
        (dose(MINUTE, sets=1), 60, 1),
        (dose(MINUTE, sides="each"), 2 * 60 * 2 + 20, 5),
        (dose(WALK), 2 * 10 * 2, 1),
        (dose(WALK, sets=3, rest=15, sides="each"), 3 * 10 * 2 * 2 + 2 * 15, 3),
    ],
)
def test_the_time_of_a_dose_counts_rounds_sides_and_rests(given: Amount, duration: int, minutes: int) -> None:
    assert seconds(given) == duration
    assert doses.dose_minutes(given) == minutes


@pytest.mark.parametrize(
    ("low", "high", "phrase"),
    [(22, 28, "22 to 28 minutes"), (5, 5, "5 minutes"), (1, 1, "1 minute"), (0, 1, "0 to 1 minute")],
)
def test_minutes_are_a_range_where_they_differ(low: int, high: int, phrase: str) -> None:
    assert doses.minutes_range(low, high) == phrase


@pytest.mark.parametrize(
    ("days", "phrase"),
    [
        (DAYS, "every day"),
        (("mon",), "Mon"),
        (("fri", "mon", "wed"), "Mon, Wed, Fri"),
        (DAYS[:6], "Mon, Tue, Wed, Thu, Fri, Sat"),
        ((), ""),
    ],
)
def test_days_are_named_in_the_order_of_the_week(days: tuple[str, ...], phrase: str) -> None:
    assert dates.days_phrase(days) == phrase


@pytest.mark.parametrize(
    ("day", "phrase"),
    [(date(2026, 11, 22), "22 November 2026"), (date(2027, 1, 1), "1 January 2027")],
)
def test_a_date_has_its_month_in_letters(day: date, phrase: str) -> None:
    assert dates.date_phrase(day) == phrase


@pytest.mark.parametrize(
    ("text", "anchor"), [("If it hurts", "if-it-hurts"), ("  A & B? ", "a-b"), ("Week 1: start", "week-1-start")]
)
def test_a_heading_has_an_anchor_of_its_words(text: str, anchor: str) -> None:
    assert anchors.slug(text) == anchor


def test_a_source_is_shown_with_all_its_authors_and_where_it_appeared() -> None:
    source = HAND.evidence.sources[0]
    assert references.authors(source) == "Doe J, Hand Society"
    assert references.published(source) == "Journal of Hands 2020;1(2):3-4."


@pytest.mark.parametrize(
    ("change", "published"),
    [
        ({"volume": None, "issue": None}, "Journal of Hands 2020;3-4."),
        ({"page": None, "number": "e7"}, "Journal of Hands 2020;1(2):e7."),
        ({"issue": None, "page": None}, "Journal of Hands 2020;1."),
        ({"issued": None, "volume": None, "issue": None, "page": None}, "Journal of Hands."),
        ({"container_title": None, "issued": None, "volume": None, "issue": None, "page": None}, ""),
        ({"container_title": None}, "2020;1(2):3-4."),
    ],
)
def test_what_is_not_known_of_a_source_leaves_no_marks_behind(change: dict[str, str | None], published: str) -> None:
    assert references.published(HAND.evidence.sources[0].model_copy(update=change)) == published


def test_a_sheet_has_its_rows_in_the_order_of_a_session_not_of_the_entries() -> None:
    rows = [[(row.exercise.id, row.level.id) for row in sheet.rows] for sheet in sheets(HAND, HAND.programme)]
    assert rows == [[("fist", "open"), ("spread", "light")], [("fist", "open"), ("spread", "walk")]]
    assert [entry.exercise for entry in HAND.programme.weeks[1].entries] == ["spread", "fist"]


def test_a_sheet_has_a_box_on_each_day_of_an_entry() -> None:
    first, second = sheets(HAND, HAND.programme)
    assert [row.days for row in first.rows] == [(True,) * 7, (True, False, True, False, False, False, False)]
    assert [row.days for row in second.rows] == [(True, *(False,) * 6), (False, True, *(False,) * 5)]


def test_the_minutes_of_a_day_are_those_of_its_exercises_and_of_getting_ready() -> None:
    fist = 3 * 12 * (3 + 5) * 2 + 2 * 30 + 30  # 666 s: 11 min 6 s
    light = 2 * 60 + 1 * 20 + 30  # 170 s; with the fist 836 s: 13 min 56 s
    walk = 2 * 10 * 2 + 30  # 70 s
    assert (fist, fist + light, walk) == (666, 836, 70)
    first, second = sheets(HAND, HAND.programme)
    assert first.minutes == (14, 12, 14, 12, 12, 12, 12)
    assert second.minutes == (12, 2, 0, 0, 0, 0, 0)


def test_the_shortest_day_of_a_week_is_one_with_exercises() -> None:
    first, second = sheets(HAND, HAND.programme)
    assert (first.number, first.shortest, first.longest) == (1, 12, 14)
    assert (second.number, second.shortest, second.longest) == (2, 2, 12)
