"""What came out, for and against: claims, how sure one can be, and the page that they stand on."""

from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, model_validator

from macros.data.model.base import Day, ExerciseId, Id, Known, Record, SourceId, StudyId, Text, Texts
from macros.data.model.checklist import Checklist
from macros.data.model.source import Source
from macros.data.model.statements import Finding, Plain, Sentence, must_stand_in
from macros.data.model.study import Study


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
