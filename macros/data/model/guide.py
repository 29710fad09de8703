"""The whole guide: everything that exercises.yml may hold."""

from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros import addresses, anchors
from macros.anchors import AnyPart, HomePart, SafetyPart
from macros.data.model.base import Anchor, Day, ExerciseId, Flag, Id, Record, Text, Texts, mistake_at, unknown
from macros.data.model.evidence import Evidence
from macros.data.model.exercise import Exercise
from macros.data.model.exercises import Exercises
from macros.data.model.glossary import Entries
from macros.data.model.pose_data import with_numbers
from macros.data.model.programme import Programme, Programmes
from macros.data.model.review import Review
from macros.data.model.safety import MOST_SIGNS, Safety
from macros.data.model.search import Search
from macros.data.model.statements import SupportedStatement
from macros.figures import Figure


class Section(Record):
    """A heading with paragraphs and bullets under it."""

    id: Annotated[Id, Anchor(AnyPart)]
    """Its anchor on its page."""

    heading: Text
    says: tuple[Text, ...] = ()
    bullets: tuple[Text, ...] = ()
    findings: tuple[SupportedStatement, ...] = ()
    """Bullets that state evidence, each with what it rests on."""

    shows: Literal["sharing", "embed"] | None = None
    """What the guide puts under its words. `sharing`: how to send a dose or a plan, in five pictures. `embed`: the code
    that shows an exercise, a week or today on other people's pages."""

    clinical: Flag = False
    """Whether it says who asks first, when to stop or how much to do, so that a clinician has to check it."""


def _is_free(id_: str) -> str:
    if addresses.is_reserved_page(id_):
        raise PydanticCustomError(
            "reserved", "'{id}' is an address of the guide's own, or a language's; choose another id", {"id": id_}
        )
    return id_


class Page(Record):
    """A page of plain text at /<id>/, such as the one for coaches."""

    id: Annotated[Id, AfterValidator(_is_free)]
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


class Release(Record):
    """What changed for readers in one version."""

    version: Text
    date: Day
    changes: Texts


def _newest_first(releases: tuple[Release, ...]) -> tuple[Release, ...]:
    """Refuse releases out of order and a version that is used twice."""
    for place, (newer, older) in enumerate(pairwise(releases), 1):
        if older.date > newer.date:
            raise mistake_at((place, "date"), "is after the release above it; the newest release comes first")
        if older.version in {release.version for release in releases[:place]}:
            raise mistake_at((place, "version"), "'{version}' is the version of two releases", version=older.version)
    return releases


class About(Record):
    """The guide's own facts."""

    title: Text
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "en"
    """Language tag of its words."""

    side: Text
    """What one side is called, as in 'each foot'."""

    licence: Text
    credit: Text
    """Whom to name when its words or pictures are used."""

    releases: Annotated[tuple[Release, ...], Field(min_length=1), AfterValidator(_newest_first)]
    """Newest first; the first is the version of this guide."""

    review: Review | None = None
    """Clinical review; left out until a clinician has done it, and every page says so."""

    check_by: Day
    """The day by which everything is to be read again."""

    @model_validator(mode="after")
    def _is_checked_after_its_release(self) -> Self:
        if self.check_by < self.released:
            raise mistake_at(("check_by",), "is before the date of the newest release, {day}", day=str(self.released))
        return self

    @property
    def version(self) -> str:
        """Return the version of this guide."""
        return self.releases[0].version

    @property
    def released(self) -> Day:
        """Return the day of this version."""
        return self.releases[0].date


HANDS_FREE = frozenset({"free", "hands-free"})
"""Ids of levels at which one lets go of a support that stays within reach."""


class Guide(Record):
    """A guide to one set of exercises."""

    guide: About
    home: Home
    figures: Annotated[dict[Id, Figure], BeforeValidator(with_numbers)] = Field(default_factory=dict)
    """Pictures as pose data, by id; exercises, levels and faults name them."""

    exercises: Exercises
    programmes: Programmes
    safety: Safety
    evidence: Evidence
    pages: tuple[Page, ...] = ()
    glossary: Entries = ()
    """Hard words and their meanings."""

    search: Search = Search()
    """What people type, and where it leads."""

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
        pages = (addresses.EXERCISES, addresses.EVIDENCE, addresses.SAFETY, addresses.DOWNLOADS)
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
    def _has_short_lists_of_stop_signs(self) -> Self:
        for place, exercise in enumerate(self.exercises):
            own, signs = ("exercises", place, "stop_if"), self.stop_signs(exercise)
            if len(signs) > MOST_SIGNS:
                what = "with the stop cards that is {count} signs; allowed: at most {most}"
                raise mistake_at(own, what, count=str(len(signs)), most=str(MOST_SIGNS))
            if double := next((sign for sign in exercise.stop_if if signs.count(sign) > 1), None):
                raise mistake_at(own, "'{sign}' is on a stop card or in this list already", sign=double)
        return self
