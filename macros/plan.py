"""The programmes laid out: each week's rows and minutes, what a programme needs, and the weeks of each exercise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros import addresses
from macros.data.model import Guide
from macros.data.model.exercise import Exercise, Level
from macros.data.model.programme import DAYS, Day, Programme, Week
from macros.wording.labels import labels


@dataclass(frozen=True)
class SheetRow:
    """One exercise of a week: what, how much, on which days."""

    exercise: Exercise
    level: Level
    days: tuple[bool, ...]
    """Monday to Sunday."""

    @property
    def has_days(self) -> tuple[Day, ...]:
        """Return the days on which it is done."""
        return tuple(day for day, has in zip(DAYS, self.days, strict=True) if has)


@dataclass(frozen=True)
class Sheet:
    """A week as it is printed."""

    programme: Programme
    plan: str
    """Address of the programme's page."""

    number: int
    week: Week
    rows: tuple[SheetRow, ...]
    """In session order."""

    minutes: tuple[int, ...]
    """Minutes of each day, Monday to Sunday; 0 on a rest day."""

    @property
    def id(self) -> str:
        """Return its place under `programmes` in the data."""
        return f"{self.programme.id}.weeks.{self.number}"

    @property
    def address(self) -> str:
        """Return the address of its page."""
        return addresses.week(self.number, self.plan)

    @property
    def is_main(self) -> bool:
        """Return whether it is a week of the main programme."""
        return self.plan == addresses.PLAN

    @property
    def name(self) -> str:
        """Return 'Week 1', after the title of its programme where that is not the main one."""
        week = f"{labels().menu.week} {self.number}"
        return week if self.is_main else f"{self.programme.title}: {week.lower()}"

    @property
    def title(self) -> str:
        """Return its name and how many weeks there are."""
        return f"{self.name} {labels().of} {len(self.programme.weeks)}"

    @property
    def days(self) -> tuple[Day, ...]:
        """Return the days that have exercises."""
        return tuple(day for day, minutes_ in zip(DAYS, self.minutes, strict=True) if minutes_)

    @property
    def rest_days(self) -> tuple[Day, ...]:
        """Return the days without exercises."""
        return tuple(day for day in DAYS if day not in self.days)

    @property
    def exercises(self) -> tuple[str, ...]:
        """Return the ids of its exercises."""
        return tuple(row.exercise.id for row in self.rows)

    @property
    def exercises_a_day(self) -> tuple[int, ...]:
        """Return how many exercises each day has; none on a rest day."""
        return tuple(sum(row.days[place] for row in self.rows) for place in range(len(DAYS)))

    @property
    def shortest(self) -> int:
        """Return the minutes of the shortest day with exercises."""
        return min(minute for minute in self.minutes if minute)

    @property
    def longest(self) -> int:
        """Return the minutes of the longest day."""
        return max(self.minutes)


@dataclass(frozen=True)
class Need:
    """A thing that one needs for a programme."""

    thing: str
    week: int
    """The first week that needs it."""

    stand_ins: Mapping[str, tuple[str, ...]]
    """What can stand in for it, with the names of the exercises in which it can."""


def sheets(guide: Guide, programme: Programme) -> tuple[Sheet, ...]:
    """Return every week of a programme, laid out."""
    return tuple(sheet(guide, programme, number) for number in range(1, len(programme.weeks) + 1))


def levels_on(sheet: Sheet, place: int) -> list[tuple[str, str]]:
    """Return the ids of each exercise and its level on a day of a week, Monday being 0."""
    return [(row.exercise.id, row.level.id) for row in sheet.rows if row.days[place]]


def all_sheets(guide: Guide) -> tuple[Sheet, ...]:
    """Return every week of every programme, laid out, the main programme first."""
    return tuple(sheet for programme in guide.programmes for sheet in sheets(guide, programme))


def sheet(guide: Guide, programme: Programme, number: int) -> Sheet:
    """Return week *number* of a programme, the first being 1."""
    week = programme.weeks[number - 1]
    rows, minutes = tuple(_rows(guide, week)), guide.minutes(programme, week)
    return Sheet(programme, guide.plan_page(programme), number, week, rows, minutes)


def _rows(guide: Guide, week: Week) -> Iterator[SheetRow]:
    """Yield the week's rows in session order, which is the order of the exercises in the data."""
    entries = {entry.exercise: entry for entry in week.entries}
    for exercise in guide.exercises:
        if entry := entries.get(exercise.id):
            level = next(level for level in exercise.levels if level.id == entry.level)
            yield SheetRow(exercise, level, tuple(day in entry.days for day in DAYS))


def kit(guide: Guide, programme: Programme) -> tuple[Need, ...]:
    """Return what the levels of a programme need, in the order in which they need it."""
    weeks: dict[str, int] = {}
    stand_ins: dict[str, dict[str, tuple[str, ...]]] = {}
    for week in sheets(guide, programme):
        for row in week.rows:
            exercise = row.exercise
            for thing in exercise.equipment_at(row.level):
                weeks.setdefault(thing, week.number)
                if exercise.stand_in and thing == exercise.stand_in_for:
                    names = stand_ins.setdefault(thing, {}).get(exercise.stand_in, ())
                    stand_ins[thing][exercise.stand_in] = tuple(dict.fromkeys((*names, exercise.name)))
    return tuple(Need(thing, week, stand_ins.get(thing, {})) for thing, week in weeks.items())


def ask_first(guide: Guide, programme: Programme) -> tuple[str, ...]:
    """Return who asks a clinician before starting a programme: the signs of the ask cards about its exercises."""
    return guide.safety.signs("ask", programme.exercises)


def weeks_of_exercises(guide: Guide) -> dict[str, list[tuple[int, Level, tuple[Day, ...]]]]:
    """Return, by exercise id, the number, level and days of every week of the main programme that has the exercise."""
    weeks: dict[str, list[tuple[int, Level, tuple[Day, ...]]]] = {}
    levels = {(exercise.id, level.id): level for exercise in guide.exercises for level in exercise.levels}
    for number, week in enumerate(guide.programme.weeks, 1):
        for entry in week.entries:
            weeks.setdefault(entry.exercise, []).append((number, levels[entry.exercise, entry.level], entry.days))
    return weeks


def other_programmes(guide: Guide) -> dict[str, list[Programme]]:
    """Return, by exercise id, the programmes besides the main one that have the exercise."""
    found: dict[str, list[Programme]] = {}
    for programme in guide.programmes[1:]:
        for id_ in programme.exercises:
            found.setdefault(id_, []).append(programme)
    return found
