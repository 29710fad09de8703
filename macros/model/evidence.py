"""What was tested, in whom, and what came out: sources, studies, claims."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from macros.model.checklist import Checklist
from macros.model.record import (
    Address,
    ExerciseId,
    Flag,
    Id,
    Known,
    Record,
    SourceId,
    StudyId,
    Text,
    Texts,
    Whole,
    as_day,
    as_number,
)
from macros.model.said import Finding, Plain, Sentence, must_stand_in

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

    @model_validator(mode="after")
    def _is_cited(self, info: ValidationInfo) -> Self:
        if isinstance(info.context, Known) and self.id not in info.context.cited:
            raise PydanticCustomError("uncited", "nothing cites this source; name it where it is used, or take it out")
        return self


class Group(Record):
    """A group of people in a study."""

    id: Id
    name: Text
    size: Annotated[Whole, Field(ge=1)]
    did: Text


class Outcome(Record):
    """One measure in one group, before and after."""

    id: Id
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

    @property
    def read(self) -> bool:
        """Return whether both figures were read."""
        return self.before is not None and self.after is not None


class Plot(Record):
    """Figures before and after, side by side on one scale."""

    id: Id
    title: Text
    outcomes: Annotated[tuple[Id, ...], Field(min_length=1, max_length=6)]
    """Outcomes of the study with both figures, in one unit and with one better direction."""

    low: Number
    """Where the scale starts."""

    high: Number
    """Where it ends."""


class Study(Record):
    """A trial: design, people, duration, results and limits."""

    id: Id
    source: SourceId
    sources: tuple[SourceId, ...] = ()
    """What else was read of it, such as its entry in a register or a score of its quality."""

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
    plots: tuple[Plot, ...] = ()
    """What can be drawn honestly from the outcomes."""

    found: Texts
    """What it reported beside the figures of its outcomes, a sentence each."""

    missing: tuple[Text, ...] = ()
    """What is not there, or was not read."""

    limits: Texts
    """What it cannot show, a sentence each."""

    funding: Text

    @model_validator(mode="after")
    def _knows_its_groups(self) -> Self:
        _named("group", [outcome.group for outcome in self.outcomes], [group.id for group in self.groups])
        return self

    @model_validator(mode="after")
    def _draws_what_it_has(self) -> Self:
        known = {outcome.id: outcome for outcome in self.outcomes}
        for plot in self.plots:
            _named("outcome", plot.outcomes, known)
            drawn = [known[id_] for id_ in plot.outcomes]
            figures = [figure for outcome in drawn for figure in (outcome.before, outcome.after)]
            fit = all(figure is not None and plot.low <= figure <= plot.high for figure in figures)
            alike = len({(outcome.unit, outcome.better) for outcome in drawn}) == 1
            if not (fit and alike and plot.low < plot.high):
                raise PydanticCustomError(
                    "plot",
                    "the plot '{id}' needs figures before and after, of one unit and direction, from low to high",
                    {"id": plot.id},
                )
        return self

    def group(self, id_: str) -> Group:
        """Return the group called *id_*."""
        return next(group for group in self.groups if group.id == id_)


def _named(kind: str, names: Iterable[str], known: Iterable[str]) -> None:
    allowed = sorted(known)
    wrong = next((name for name in names if name not in allowed), None)
    if wrong:
        raise PydanticCustomError(
            "named",
            "no {kind} '{wrong}'; allowed: {allowed}",
            {"kind": kind, "wrong": wrong, "allowed": ", ".join(allowed)},
        )


class Certainty(Record):
    """How sure one can be of a claim, and who says so."""

    level: Literal["very-low", "low-to-very-low", "low", "moderate", "high", "not-rated"]
    """The four grades of GRADE; not-rated where there is nothing to rate, as with an idea."""

    says: Text
    """Why, in plain words."""

    rated_by: Annotated[Literal["guide", "source", "others"], Field(alias="rated-by")]
    """guide: our own reading. source: a GRADE rating that we read in the source. others: the source's own rating, which
    we know from somebody's account of it."""


class Claim(Record):
    """A sentence of evidence with the place it comes from."""

    id: Id
    says: Text
    source: SourceId
    where: Text
    """Where in the source: abstract, table, page, register entry."""

    relation: Literal["supports", "measured", "no-effect", "contradicts", "opinion", "not-checked"]
    """What the source shows: a gain, a reading that is not a gain by itself, none, harm or the opposite, a view without
    a test, a report we could not check."""

    people: Text
    """Who was studied."""

    certainty: Certainty
    topic: Text
    """What it is about, in a word or two; claims of one topic stand together."""

    exercises: tuple[ExerciseId, ...] = ()
    """Exercises on whose pages it stands; none for claims about training as a whole."""

    checked: Day


class Compared(Record):
    """What the article behind the guide says beside what the papers say."""

    article: Text
    papers: Text
    verdict: Literal["confirmed", "differs", "other-study", "not-checked"]
    sources: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def _has_its_numbers_from_somewhere(self, info: ValidationInfo) -> Self:
        if isinstance(info.context, Known):
            must_stand_in(self.papers, self.sources, info.context)
        return self


class Ratings(Record):
    """What the four grades of certainty mean."""

    says: Texts
    source: SourceId
    where: Text
    high: Text
    moderate: Text
    low: Text
    very_low: Annotated[Text, Field(alias="very-low")]


class Brief(Record):
    """The one study that matters most, in half a minute."""

    study: StudyId
    title: Text
    points: Annotated[tuple[Finding, ...], Field(min_length=1, max_length=6)]


class Evidence(Record):
    """The evidence page."""

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    brief: Brief | None = None
    key: Annotated[tuple[Finding, ...], Field(min_length=1)]
    """Key messages, most important first."""

    article: Text
    """What the article is that the guide grew out of."""

    compared: tuple[Compared, ...] = ()
    unknown: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    """What nobody knows, or we have not read."""

    plain: Plain | None = None
    """The plain summary, on a page of its own."""

    checklist: Checklist | None = None
    """What is reported of the exercises, and what is not, on a page of its own."""

    ratings: Ratings | None = None
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    studies: tuple[Study, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def read_between(self) -> tuple[Day, Day]:
        """Return the first and the last day on which a source was read."""
        days = [source.checked for source in self.sources]
        return min(days), max(days)

    @property
    def sources_of(self) -> dict[str, str]:
        """Return the source behind each claim, study and outcome, by its id."""
        of_claims = {claim.id: claim.source for claim in self.claims}
        of_outcomes = {outcome.id: study.source for study in self.studies for outcome in study.outcomes}
        return of_outcomes | {study.id: study.source for study in self.studies} | of_claims

    def study(self, id_: str) -> Study:
        """Return the study called *id_*."""
        return next(study for study in self.studies if study.id == id_)

    def source(self, id_: str) -> Source:
        """Return the source called *id_*."""
        return next(source for source in self.sources if source.id == id_)
