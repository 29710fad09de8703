"""The whole guide: everything that exercises.yml may hold."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from macros.data.model.base import Day, ExerciseId, Id, Record, Text, Texts
from macros.data.model.evidence import Evidence
from macros.data.model.exercise import Exercise, Exercises
from macros.data.model.glossary import Entries
from macros.data.model.programme import Programme
from macros.data.model.safety import Safety
from macros.data.model.statements import Finding
from macros.figures import Figure


class Review(Record):
    """Who checked the guide as a clinician, and when."""

    by: Text
    date: Day


class Section(Record):
    """A heading with paragraphs and bullets under it."""

    id: Id
    heading: Text
    says: tuple[Text, ...] = ()
    bullets: tuple[Text, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Bullets that state evidence, each with what it rests on."""


TAKEN = frozenset(
    {
        "index",
        "exercises",
        "schedule",
        "evidence",
        "safety",
        "changes",
        "glossary",
        "plan",
        "downloads",
        "embed",
        "figures",
        "assets",
        "search",
        "404",
    }
)
"""Addresses that the guide itself uses, now or by promise."""


def _is_free(id_: str) -> str:
    if id_ in TAKEN:
        raise PydanticCustomError("taken", "'{id}' is an address of the guide's own; choose another id", {"id": id_})
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


class Release(Record):
    """What changed for readers in one version."""

    version: Text
    date: Day
    changes: Texts


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

    releases: Annotated[tuple[Release, ...], Field(min_length=1)]
    """Newest first; the first is the version of this guide."""

    review: Review | None = None
    """Clinical review; left out until a clinician has done it, and every page says so."""

    check_by: Day
    """When everything is to be read again at the latest."""

    @property
    def version(self) -> str:
        """Return the version of this guide."""
        return self.releases[0].version

    @property
    def released(self) -> Day:
        """Return the day of this version."""
        return self.releases[0].date


def _with_numbers(value: object) -> object:
    """Return pose data with its numbers as numbers; the loader hands everything on as written."""
    match value:
        case dict():
            return {key: _with_numbers(inner) for key, inner in value.items()}
        case list():
            return [_with_numbers(inner) for inner in value]
        case "true" | "false":
            return value == "true"
        case str() if re.fullmatch(r"-?\d{1,6}(\.\d{1,6})?", value, re.ASCII):
            return float(value) if "." in value else int(value)
        case _:
            return value


class Guide(Record):
    """A guide to one set of exercises."""

    guide: About
    home: Home
    figures: Annotated[dict[Id, Figure], BeforeValidator(_with_numbers)] = Field(default_factory=dict)
    """Pictures as pose data, by id; exercises, levels and faults name them."""

    exercises: Exercises
    programme: Programme
    safety: Safety
    evidence: Evidence
    pages: tuple[Page, ...] = ()
    glossary: Entries = ()
    """Hard words and their meanings."""

    def exercise(self, id_: str) -> Exercise | None:
        """Return the exercise called *id_*, if there is one."""
        return next((exercise for exercise in self.exercises if exercise.id == id_), None)
