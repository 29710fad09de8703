"""How high a page for embedding is: it cannot tell the page around it, which has to say so before."""

from collections.abc import Iterable
from math import ceil

from macros.data.model.exercise import Exercise, Level
from macros.edition import Edition
from macros.plan import Sheet, SheetRow
from macros.wording.calls import emergency_call
from macros.wording.dates import days_phrase
from macros.wording.doses import dose_phrase

LETTERS = 32
"""Letters of a line at 320 pixels, the narrowest phone, in a wide typeface."""

LINE, GAP = 23, 6
"""Pixels of a line, and between two paragraphs."""

PICTURE = 330
"""Pixels of a picture at its largest, with its caption and its box to tick."""

REST = 330
"""Pixels of what every such page has: name, levels, heading of the stop rules, way to the whole page, credit."""

STEP = 50
TODAY = 1700
"""Pixels of the page of today on a day that has much to do."""


def of_exercise(edition: Edition, exercise: Exercise) -> int:
    """Return the pixels that an exercise needs, whichever level shows."""
    rules = edition.guide.stop_signs(exercise)
    return max(_height((*_level(edition, exercise, level), *rules), edition, PICTURE) for level in exercise.levels)


def of_week(edition: Edition, sheet: Sheet) -> int:
    """Return the pixels that a week needs."""
    rules = edition.guide.safety.signs("stop", sheet.exercises)
    rows = (_row(edition, row) for row in sheet.rows)
    return _height((*rules, sheet.week.focus + sheet.week.advice, " " * LETTERS * 3, *rows), edition)


def _level(edition: Edition, exercise: Exercise, level: Level) -> list[str]:
    dose = dose_phrase(level.dose, edition.guide.guide.side)
    needs = " ".join((level.change or "", *exercise.equipment_at(level)))
    return [dose, needs, *exercise.setup_at(level), *level.not_for, *exercise.steps_at(level)]


def _row(edition: Edition, row: SheetRow) -> str:
    dose = dose_phrase(row.level.dose, edition.guide.guide.side)
    return " ".join((row.exercise.name, row.level.name, dose, days_phrase(row.has_days)))


def _height(texts: Iterable[str], edition: Edition, more: int = 0) -> int:
    """Return the pixels of *texts*, of the rules that every page has, and of the rest."""
    safety = edition.guide.safety
    call = emergency_call(safety, edition.country)
    rules = (safety.at_once, f"{call.where} {call.says}", safety.ask_in_short, edition.marks.sentence)
    lines = sum(ceil(len(text) / LETTERS) * LINE + GAP for text in (*texts, *rules))
    return ceil((lines + REST + more) / STEP) * STEP
