"""What the pictures of how to send a dose and a plan show: a dose of the guide on the days of its plan, and a week."""

from dataclasses import dataclass

from macros import addresses
from macros.data.model import Guide
from macros.data.model.dose import Repetitions, Steps, Time
from macros.data.model.exercise import Exercise, Level
from macros.data.model.programme import DAYS, Day
from macros.pages.own_data import FROM, NOTE
from macros.plan import SheetRow, sheet, weeks_of_exercises
from macros.wording.doses import amount
from macros.wording.labels import labels

ROWS = 3
"""Exercises of the week that fit into a small picture."""


@dataclass(frozen=True)
class SharingExample:
    """A dose that could be sent as it is, and the rows of a week."""

    exercise: Exercise
    level: Level
    days: tuple[Day, ...]
    side: str
    """Whom or what the dose is for, as in 'each foot'."""

    link: str
    """Where the dose is sent from, with the site's address where that is known."""

    rows: tuple[SheetRow, ...]
    sender: int = FROM
    """Characters of a sender's name, at most."""

    note: int = NOTE
    """Characters of a note, at most."""

    @property
    def numbers(self) -> list[tuple[str, str]]:
        """Return the dose as a form has it: the name of each field, and its number."""
        dose, fields = self.level.dose, labels().own.fields
        match dose:
            case Repetitions():
                own = [(fields.repetitions, amount(dose)), (fields.hold, str(dose.hold))]
            case Time():
                own = [(fields.seconds, str(dose.seconds))]
            case Steps():
                own = [(fields.steps, str(dose.steps))]
        return [(fields.sets, str(dose.sets)), *own]


def sharing_example(guide: Guide, site: str) -> SharingExample:
    """Return the exercise to start with as the main programme first has it, on any day where it has not."""
    exercise = next(exercise for exercise in guide.exercises if exercise.id == guide.home.start)
    planned = weeks_of_exercises(guide).get(exercise.id, [(1, exercise.levels[0], DAYS)])
    _, level, days = planned[0]
    sides = labels().own.sides | {"together": labels().own.together}
    numbers = "".join(str(place) for place, day in enumerate(DAYS, 1) if day in days)
    return SharingExample(
        exercise,
        level,
        days,
        sides[level.dose.sides].format(side=guide.guide.side),
        addresses.absolute(site, addresses.own_dose(exercise.id, level.id, numbers)),
        sheet(guide, guide.programme, 1).rows[:ROWS],
    )
