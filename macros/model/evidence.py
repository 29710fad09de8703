"""What was tested, in whom, and what came out: sources, studies, claims."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from macros.model.record import (
    Address,
    ExerciseId,
    Flag,
    Id,
    Record,
    SourceId,
    Text,
    Texts,
    Whole,
    as_day,
    as_number,
)

Day = Annotated[date, BeforeValidator(as_day)]
Number = Annotated[Decimal, BeforeValidator(as_number)]
Year = Annotated[Whole, Field(ge=1900, le=2100)]


class Name(Record):
    """A person or a body that wrote something, as CSL has it."""

    family: Text | None = None
    given: Text | None = None
    """Given names or initials."""

    literal: Text | None = None
    """The name of a body."""

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        if bool(self.family) == bool(self.literal):
            raise PydanticCustomError("name", "has either 'family' (a person) or 'literal' (a body)")
        return self


class Crossref(Record):
    """What Crossref says of a source; `make check-sources` writes it, nobody else."""

    checked: Day
    """When Crossref was asked."""

    result: Literal["agrees", "differs", "corrected", "retracted", "not-there"]
    """agrees: year, title and authors are the same. corrected, retracted: a notice says so. not-there: no such DOI."""

    says: tuple[Text, ...] = ()
    """What differs and which notices there are, one each."""


class Source(Record):
    """Something read; the field names are those of CSL-JSON."""

    id: Id
    type: Literal["article-journal", "webpage", "report", "thesis"]
    title: Text
    author: tuple[Name, ...] = ()
    """All authors in order; empty where they were not read."""

    container_title: Annotated[Text | None, Field(alias="container-title")] = None
    """The journal or the site; of a report or thesis, who published it."""

    issued: Year | None = None
    """Year of publication; empty where it was not found."""

    volume: Text | None = None
    issue: Text | None = None
    page: Text | None = None
    number: Text | None = None
    """Article number, where there are no pages."""

    DOI: Annotated[str | None, Field(pattern=r"^10\.\d{4,9}/[^\s<>{}\\\"]+$")] = None
    PMID: Annotated[str | None, Field(pattern=r"^\d{5,9}$")] = None
    PMCID: Annotated[str | None, Field(pattern=r"^PMC\d{5,9}$")] = None
    URL: Address | None = None
    read: Literal["abstract", "page", "table", "secondary", "record"]
    """What was read: its abstract, its page, a table or figure, only somebody's account of it, its register entry."""

    note: Text | None = None
    """What a reader needs to know of how it was read."""

    checked: Day
    """When it was last read for this guide."""

    crossref: Crossref | None = None
    """What Crossref said of its DOI; left out until it was asked."""

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not (self.DOI or self.URL):
            raise PydanticCustomError("source_address", "needs a DOI or a URL")
        return self


class Group(Record):
    """A group of people in a study."""

    id: Id
    name: Text
    size: Annotated[Whole, Field(ge=1)]
    did: Text


class Outcome(Record):
    """One measure in one group, before and after."""

    measure: Text
    group: Text
    """Id of one of the study's groups."""

    before: Number | None = None
    after: Number | None = None
    unit: Text | None = None
    better: Literal["higher", "lower"]
    """Which way is better."""

    reported: Text
    """What the paper says of it, in plain words."""


class Study(Record):
    """A trial: design, people, duration, results and limits."""

    id: Id
    source: SourceId
    name: Text
    """What the guide calls it, such as 'The 2019 study'."""

    about: Texts
    design: Text
    randomised: Flag
    blinded: Flag | None = None
    """Left out where it was not read."""

    control: Flag
    """True where one group did not exercise."""

    registration: Text
    people: Text
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    weeks: Annotated[Whole, Field(ge=1, le=104)]
    frequency: Text
    measured: Texts
    outcomes: tuple[Outcome, ...] = ()
    found: Texts
    """What it reported, a sentence each."""

    limits: Texts
    """What it cannot show, a sentence each."""

    funding: Text

    @model_validator(mode="after")
    def _knows_its_groups(self, info: ValidationInfo) -> Self:  # noqa: ARG002 - pydantic's signature
        known = {group.id for group in self.groups}
        wrong = next((o.group for o in self.outcomes if o.group not in known), None)
        if wrong:
            allowed = ", ".join(sorted(known))
            raise PydanticCustomError(
                "group", "no group '{wrong}'; allowed: {allowed}", {"wrong": wrong, "allowed": allowed}
            )
        return self


class Claim(Record):
    """A sentence of evidence with the place it comes from."""

    id: Id
    says: Text
    source: SourceId
    where: Text
    """Where in the source: abstract, table, page, register entry."""

    relation: Literal["supports", "no-effect", "contradicts", "opinion", "not-checked"]
    """What the source shows: a gain, none, harm or the opposite, a view without a test, a report we could not check."""

    people: Text
    """Who was studied."""

    certainty: Text
    """How sure one can be, in words."""

    rated_by: Annotated[Text, Field(alias="rated-by")]
    """Whose rating that is; 'this guide' where it is our own reading."""

    exercises: tuple[ExerciseId, ...] = ()
    """Exercises on whose pages it stands; none for claims about training as a whole."""

    checked: Day


class Compared(Record):
    """What the article behind the guide says beside what the papers say."""

    article: Text
    papers: Text
    verdict: Literal["confirmed", "differs", "other-study", "not-checked"]
    sources: tuple[SourceId, ...] = ()


class Evidence(Record):
    """The evidence page."""

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    key: Texts
    """Key messages, most important first."""

    article: Text
    """What the article is that the guide grew out of."""

    compared: tuple[Compared, ...] = ()
    unknown: Texts
    """What nobody knows, or we have not read."""

    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    studies: tuple[Study, ...] = ()
    claims: tuple[Claim, ...] = ()
