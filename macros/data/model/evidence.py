"""What studies showed, for and against: claims, how certain they are, and the page that lists them."""

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, model_validator

from macros.data.model.base import Checked, Day, ExerciseId, Id, Known, Record, SourceId, StudyId, Text, Texts
from macros.data.model.checklist import Checklist
from macros.data.model.source import Source
from macros.data.model.statements import Plain, Statement, SupportedStatement, must_be_sourced
from macros.data.model.study import Outcome, Study


class Certainty(Record):
    """How certain a claim is, and who rated it."""

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

    relation: Literal["supports", "mixed", "measured", "no-effect", "contradicts", "opinion", "not-checked"]
    """What the source shows: a gain, results that point both ways, a reading that is not a gain by itself, none, harm
    or the opposite, a view without a test, a report we could not check."""

    people: Text
    """Who was studied."""

    certainty: Certainty
    topic: Text
    """What it is about, in a word or two; claims of one topic are listed together."""

    exercises: tuple[ExerciseId, ...] = ()
    """Exercises whose pages show it; none for claims about training as a whole."""

    checked: Checked


class Compared(Record):
    """What the article behind the guide says, next to what the papers say."""

    article: Text
    papers: Text
    verdict: Literal["confirmed", "differs", "other-study", "not-checked"]
    sources: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def _has_its_numbers_from_somewhere(self, info: ValidationInfo) -> Self:
        if isinstance(info.context, Known):
            must_be_sourced(self.papers, "papers", self.sources, info.context)
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
    points: Annotated[tuple[SupportedStatement, ...], Field(min_length=1, max_length=6)]


class Evidence(Record):
    """The evidence page."""

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    brief: Brief | None = None
    key: Annotated[tuple[SupportedStatement, ...], Field(min_length=1)]
    """Key messages, most important first."""

    article: Text
    """What the article is that the guide grew out of."""

    compared: tuple[Compared, ...] = ()
    unknown: Annotated[tuple[Statement, ...], Field(min_length=1)]
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

    @cached_property
    def sources_of(self) -> dict[str, str]:
        """Return the source behind each claim, study and outcome, by its id."""
        of_claims = {claim.id: claim.source for claim in self.claims}
        of_outcomes = {outcome.id: study.source for study in self.studies for outcome in study.outcomes}
        return of_outcomes | {study.id: study.source for study in self.studies} | of_claims

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Return the number of each source in the list of references, by its id; the first is 1."""
        return {source.id: number for number, source in enumerate(self.sources, 1)}

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        """Return every outcome of every study by its id."""
        return {outcome.id: outcome for study in self.studies for outcome in study.outcomes}

    def sources_for(self, statement: Statement) -> list[str]:
        """Return the ids of the sources that *statement* rests on, each once."""
        return list(dict.fromkeys(self.sources_of[id_] for id_ in statement.rests_on))

    def study(self, id_: str) -> Study:
        """Return the study called *id_*."""
        return next(study for study in self.studies if study.id == id_)

    def source(self, id_: str) -> Source:
        """Return the source called *id_*."""
        return next(source for source in self.sources if source.id == id_)
