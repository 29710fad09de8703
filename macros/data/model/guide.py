"""The whole guide: everything that exercises.yml may hold."""

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from macros import addresses, anchors, reserved
from macros.anchors import AnyPart, HomePart, SafetyPart
from macros.data.model.about import About
from macros.data.model.base import Anchor, ExerciseId, Flag, Id, Known, Record, Text, mistake_at, unknown
from macros.data.model.changes import Changes
from macros.data.model.dose import minutes, seconds
from macros.data.model.evidence import Evidence
from macros.data.model.exercise import Exercise
from macros.data.model.exercises import Exercises
from macros.data.model.former import FormerIds, Picture, figures_differ
from macros.data.model.glossary import Entries
from macros.data.model.pose_data import with_numbers
from macros.data.model.programme import DAYS, Programme, Programmes, Week
from macros.data.model.retired import AllRetired, check_retired
from macros.data.model.safety import MOST_SIGNS, Safety
from macros.data.model.search import Search
from macros.data.model.statements import SupportedStatement


class Section(Record):
    """A heading with paragraphs and bullets under it."""

    id: Annotated[Id, Anchor(AnyPart)]
    """Its anchor on its page."""

    heading: Text
    says: tuple[Text, ...] = ()
    bullets: tuple[Text, ...] = ()
    numbered: Flag = False
    """Whether the bullets are steps, to be done in their order."""

    findings: tuple[SupportedStatement, ...] = ()
    """Bullets that state evidence, each with what it rests on."""

    shows: Literal["sharing", "embed", "kit", "source"] | None = None
    """What the guide puts under its words. `sharing`: how to send a dose or a plan, in five pictures. `embed`: the code
    that shows an exercise, a week or today on other people's pages. `kit`: where to get the guide to put it up.
    `source`: where its source is, if the settings say so."""

    clinical: Flag = False
    """Whether it says who asks first, when to stop or how much to do, so that a clinician has to check it."""


def _is_free(id_: str) -> str:
    if reserved.is_page(id_):
        raise PydanticCustomError(
            "reserved", "'{id}' is an address of the guide's own, or a language's; choose another id", {"id": id_}
        )
    return id_


PageAddress = Annotated[Id, AfterValidator(_is_free)]


class Page(Record):
    """A page of plain text at /<id>/, such as the one for coaches."""

    id: PageAddress
    """Its address, /<id>/; never changed without former_ids, never reused."""

    former_ids: tuple[PageAddress, ...] = ()
    """Ids it had before; their addresses lead here."""

    menu: Text
    """Its name in the menu."""

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    lead: Text
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]


class Home(Record):
    """What the first page says."""

    title: Text
    """The promise, in a few words."""

    lead: Text
    summary: Annotated[Text, Field(max_length=160)]
    start: ExerciseId
    """The exercise that the first button leads to."""

    sections: Annotated[tuple[Section, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _has_one_anchor_each(self) -> Self:
        for place, section in enumerate(self.sections):
            if anchors.is_reserved(HomePart, section.id):
                what = "'{id}' is an anchor that its page uses itself; choose another id"
                raise mistake_at(("sections", place, "id"), what, id=section.id)
        return self


HANDS_FREE = frozenset({"free", "hands-free"})
"""Ids of levels at which one lets go of a support that stays within reach."""


class Guide(Record):
    """A guide to one set of exercises."""

    guide: About
    home: Home
    figures: Annotated[dict[Id, Picture], BeforeValidator(with_numbers), AfterValidator(figures_differ)] = Field(
        default_factory=dict
    )
    """Pictures as pose data, by id; exercises, levels and faults name them."""

    exercises: Exercises
    programmes: Programmes
    safety: Safety
    evidence: Evidence
    pages: Annotated[tuple[Page, ...], FormerIds("page")] = ()
    glossary: Entries = ()
    """Hard words and their meanings."""

    search: Search = Search()
    """What people type, and where it leads."""

    retired: AllRetired = ()
    """What the guide no longer has; each keeps its address, and no other ever has it."""

    _changes: Changes | None = PrivateAttr(default=None)

    def model_post_init(self, context: object) -> None:
        """Keep what an edition changed."""
        self._changes = context.changes if isinstance(context, Known) else None

    @property
    def changes(self) -> Changes | None:
        """Return what the edition changed; None in the guide as its makers publish it."""
        return self._changes

    @model_validator(mode="after")
    def _hands_free_pictures_show_support(self) -> Self:
        for index, exercise in enumerate(self.exercises):
            for rung, level in enumerate(exercise.levels):
                figure = exercise.figure_at(level)
                if level.id in HANDS_FREE and figure in self.figures and not self.figures[figure].shows_hands_free:
                    place = ("exercises", index, "levels", rung)
                    what = "its picture '{figure}' must show nobody holding on, and a support within reach of a hand"
                    raise mistake_at(place, what, figure=figure)
        return self

    @property
    def programme(self) -> Programme:
        """Return the main programme."""
        return self.programmes[0]

    def plan_page(self, programme: Programme) -> str:
        """Return the address of a programme's page."""
        return addresses.PLAN if programme.id == self.programme.id else addresses.programme(programme.id)

    @cached_property
    def _seconds(self) -> dict[tuple[str, str], int]:
        """How long each level takes at its dose, by the ids of its exercise and its own."""
        return {(one.id, level.id): seconds(level.dose) for one in self.exercises for level in one.levels}

    def minutes(self, programme: Programme, week: Week) -> tuple[int, ...]:
        """Return the minutes of each day of a *week*, Monday to Sunday; 0 on a rest day."""
        days = {day: [entry for entry in week.entries if day in entry.days] for day in DAYS}
        taken = {
            day: sum(self._seconds[entry.exercise, entry.level] + programme.changeover for entry in entries)
            for day, entries in days.items()
        }
        return tuple(minutes(taken[day]) if days[day] else 0 for day in DAYS)

    def exercise(self, id_: str) -> Exercise | None:
        """Return the exercise called *id_*, if there is one."""
        return next((exercise for exercise in self.exercises if exercise.id == id_), None)

    def stop_signs(self, exercise: Exercise) -> tuple[str, ...]:
        """Return when to stop *exercise*: the general signs, then its own."""
        return (*self.safety.signs("stop", [exercise.id]), *exercise.stop_if)

    def ask_first(self, exercise: Exercise) -> tuple[str, ...]:
        """Return who asks a clinician before doing *exercise*: the general list, then its own and its levels'."""
        own = (*exercise.not_for, *(sign for level in exercise.levels for sign in level.not_for))
        return (*self.safety.signs("ask", [exercise.id]), *dict.fromkeys(own))

    @property
    def places(self) -> frozenset[str]:
        """Return every address that the search may lead to."""
        pages = (addresses.EXERCISES, addresses.EVIDENCE, addresses.SAFETY, addresses.PRINT)
        cards = (*SafetyPart, *(card.id for card in self.safety.cards))
        return frozenset(
            (
                *pages,
                *(addresses.exercise(exercise.id) for exercise in self.exercises),
                *map(self.plan_page, self.programmes),
                *(addresses.at(self.plan_page(p), advice.id) for p in self.programmes for advice in p.advice),
                *(addresses.at(addresses.SAFETY, card) for card in cards),
                *(addresses.text_page(page.id) for page in self.pages),
                *(addresses.term(term.id) for term in self.glossary),
                *([addresses.GLOSSARY] if self.glossary else []),
            )
        )

    @model_validator(mode="after")
    def _searches_lead_to_places(self) -> Self:
        known = self.places
        for place, lead in enumerate(self.search.leads):
            if lead.to not in known:
                raise unknown("place", lead.to, known, ("search", "leads", place, "to"))
        return self

    @model_validator(mode="after")
    def _retired_ids_are_not_used_again(self) -> Self:
        check_retired(self.retired, self.exercises, self.programmes, self.pages)
        return self

    @model_validator(mode="after")
    def _has_short_lists_of_stop_signs(self) -> Self:
        for place, exercise in enumerate(self.exercises):
            own, signs = ("exercises", place, "stop_if"), self.stop_signs(exercise)
            if len(signs) > MOST_SIGNS:
                what = "with the stop cards that is {count} signs; allowed: at most {most}"
                raise mistake_at(own, what, count=str(len(signs)), most=str(MOST_SIGNS))
            if double := next((sign for sign in exercise.stop_if if signs.count(sign) > 1), None):
                raise mistake_at(own, "'{sign}' is on a stop card or in this list already", sign=double)
        return self
