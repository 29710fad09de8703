"""The programmes: which level of which exercise on which days of which week."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from macros import reserved
from macros.anchors import PlanPart
from macros.data.model.base import Anchor, ExerciseId, Id, Known, Record, Text, Texts, Whole, mistake_at, unknown
from macros.data.model.dose import Basis, Seconds
from macros.data.model.former import FormerIds

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


def _has_a_page(id_: str) -> str:
    if reserved.is_programme(id_):
        what = "'{id}' is an address below the plan already, or looks like one; choose another id"
        raise PydanticCustomError("reserved", what, {"id": id_})
    return id_


ProgrammeAddress = Annotated[Id, AfterValidator(_has_a_page)]


class Programme(Record):
    """The weeks of a plan and the advice that goes with them."""

    id: ProgrammeAddress
    """Its address, /schedule/<id>/, where it is not the first; never changed without former_ids, never reused."""

    former_ids: tuple[ProgrammeAddress, ...] = ()
    """Ids it had before, its first one first; their addresses lead here, and the first still marks the plan in
    calendars, so that another import updates the same events. Never those of another programme: that one is retired."""

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    who_for: Text
    """Whom it suits, in one sentence."""

    about: Texts
    """What the plan is and is not: a starting point, never a study's dose. The first two are at the top of its page."""

    basis: Basis
    changeover: Seconds
    """Seconds to get ready for each exercise, counted in the minutes of a day."""

    weeks: Annotated[tuple[Week, ...], Field(min_length=1, max_length=52)]
    """In each, a day without entries is a rest day."""

    former_weeks: Annotated[Whole, Field(ge=2, le=52)] | None = None
    """How many weeks it had at most, where it has fewer now; the pages and sheets of the others say so."""

    advice: tuple[Advice, ...] = ()
    """What belongs to any programme is advice of the first; the pages of the others lead there."""

    @property
    def weeks_ever(self) -> int:
        """Return how many weeks it has had at most."""
        return self.former_weeks or len(self.weeks)

    @model_validator(mode="after")
    def _had_more_weeks(self) -> Self:
        if self.former_weeks and self.former_weeks <= len(self.weeks):
            what = "is no more than the weeks that it has now, {count}; leave it out"
            raise mistake_at(("former_weeks",), what, count=str(len(self.weeks)))
        return self

    @property
    def exercises(self) -> frozenset[str]:
        """Return the ids of its exercises."""
        return frozenset(entry.exercise for week in self.weeks for entry in week.entries)


def _titles_are_unique(programmes: tuple[Programme, ...]) -> tuple[Programme, ...]:
    """Refuse two programmes of one title: readers could not tell them apart."""
    first: dict[str, str] = {}
    for place, programme in enumerate(programmes):
        title = programme.title.casefold()
        if title in first:
            what = "'{title}' is the title of {id} too"
            raise mistake_at((place, "title"), what, title=programme.title, id=first[title])
        first[title] = programme.id
    return programmes


Programmes = Annotated[
    tuple[Programme, ...], Field(min_length=1), FormerIds("programme"), AfterValidator(_titles_are_unique)
]
"""The first is the main one: the plan at /schedule/, with the booklet and the calendar of a clinic's course."""
