"""The plan: which level of which exercise on which days of which week."""

from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, model_validator

from macros.anchors import PlanPart
from macros.data.model.base import Anchor, ExerciseId, Id, Known, Record, Text, Texts, mistake_at, unknown
from macros.data.model.dose import Basis, Seconds

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Entry(Record):
    """One exercise at one level on some days of a week."""

    exercise: ExerciseId
    level: str
    """Id of one of that exercise's levels, which holds the dose."""

    days: Annotated[tuple[Day, ...], Field(min_length=1, max_length=7)]

    @model_validator(mode="after")
    def _is_known(self, info: ValidationInfo) -> Self:
        if len(set(self.days)) < len(self.days):
            raise mistake_at(("days",), "names a day twice")
        known = info.context.levels.get(self.exercise) if isinstance(info.context, Known) else None
        if known is not None and self.level not in known:
            raise unknown(f"level of {self.exercise}", self.level, known, ("level",))
        return self


class Week(Record):
    """One week and its sheet; its number is its place in the list."""

    focus: Text
    """What this week is about, in a few words."""

    advice: Text
    """What to watch for this week."""

    entries: Annotated[tuple[Entry, ...], Field(min_length=1, max_length=12)]

    @model_validator(mode="after")
    def _has_each_once(self) -> Self:
        names = [entry.exercise for entry in self.entries]
        for place, name in enumerate(names):
            if name in names[:place]:
                raise mistake_at(("entries", place), "'{name}' is in this week twice; put its days together", name=name)
        return self


class Advice(Record):
    """What to do when life gets in the way."""

    id: Annotated[Id, Anchor(PlanPart)]
    """Its anchor on the page of the plan."""

    heading: Text
    says: Texts
    basis: Basis


class Programme(Record):
    """The weeks of the plan and the advice that goes with them."""

    id: Id
    """Marks the plan in calendars; never changed, so that another import updates the same events."""

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    about: Texts
    """What the plan is and is not: a starting point, never a study's dose."""

    basis: Basis
    changeover: Seconds
    """Seconds to get ready for each exercise, counted in the minutes of a day."""

    weeks: Annotated[tuple[Week, ...], Field(min_length=1, max_length=52)]
    advice: tuple[Advice, ...] = ()
