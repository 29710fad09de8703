"""The plan laid out: each week's rows and minutes, and the weeks of each exercise."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.data.model import Guide
from macros.data.model.dose import seconds
from macros.data.model.exercise import Exercise, Level
from macros.data.model.programme import DAYS, Day, Week
from macros.wording.doses import minutes


@dataclass(frozen=True)
class SheetRow:
    """One exercise of a week: what, how much, on which days."""

    exercise: Exercise
    level: Level
    days: tuple[bool, ...]
    """Monday to Sunday."""


@dataclass(frozen=True)
class Sheet:
    """A week as it is printed."""

    number: int
    week: Week
    rows: tuple[SheetRow, ...]
    """In session order."""

    minutes: tuple[int, ...]
    """Minutes of each day, Monday to Sunday."""

    @property
    def exercises(self) -> tuple[str, ...]:
        """Return the ids of its exercises."""
        return tuple(row.exercise.id for row in self.rows)

    @property
    def shortest(self) -> int:
        """Return the minutes of the shortest day with exercises."""
        return min(minute for minute in self.minutes if minute)

    @property
    def longest(self) -> int:
        """Return the minutes of the longest day."""
        return max(self.minutes)


def sheets(guide: Guide) -> tuple[Sheet, ...]:
    """Return every week of the plan, laid out."""
    return tuple(sheet(guide, number) for number in range(1, len(guide.programme.weeks) + 1))


def sheet(guide: Guide, number: int) -> Sheet:
    """Return week *number*, the first being 1."""
    week = guide.programme.weeks[number - 1]
    rows = tuple(_rows(guide, week))
    return Sheet(number, week, rows, tuple(_minutes(guide, rows, place) for place in range(len(DAYS))))


def _rows(guide: Guide, week: Week) -> Iterator[SheetRow]:
    """Yield the week's rows in session order, which is the order of the exercises in the data."""
    entries = {entry.exercise: entry for entry in week.entries}
    for exercise in guide.exercises:
        if entry := entries.get(exercise.id):
            level = next(level for level in exercise.levels if level.id == entry.level)
            yield SheetRow(exercise, level, tuple(day in entry.days for day in DAYS))


def _minutes(guide: Guide, rows: tuple[SheetRow, ...], place: int) -> int:
    doses = [seconds(row.level.dose) + guide.programme.changeover for row in rows if row.days[place]]
    return minutes(sum(doses)) if doses else 0


def weeks_of_exercises(guide: Guide) -> dict[str, list[tuple[int, Level, tuple[Day, ...]]]]:
    """Return, by exercise id, the number, level and days of every week that has the exercise."""
    weeks: dict[str, list[tuple[int, Level, tuple[Day, ...]]]] = {}
    levels = {(exercise.id, level.id): level for exercise in guide.exercises for level in exercise.levels}
    for number, week in enumerate(guide.programme.weeks, 1):
        for entry in week.entries:
            weeks.setdefault(entry.exercise, []).append((number, levels[entry.exercise, entry.level], entry.days))
    return weeks
