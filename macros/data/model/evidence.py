"""What studies showed, for and against: claims, how certain they are, and the answers that rest on them."""

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, model_validator

from macros.data.model.answers import SIDES, Answer, Count, Side, side_of
from macros.data.model.base import (
    Checked,
    Day,
    Id,
    Known,
    Record,
    SourceId,
    StudiedId,
    StudyId,
    Text,
    Texts,
    mistake_at,
)
from macros.data.model.checklist import Checklist
from macros.data.model.source import Source
from macros.data.model.statements import Statement, Statements, SupportedStatement, must_be_sourced
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
    tested_in: Annotated[SourceId | None, Field(alias="tested-in")] = None
    """The study's own source, where `source` is another's account of it; people are counted there once."""

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

    exercises: tuple[StudiedId, ...] = ()
    """Exercises whose pages show it; none for claims about training as a whole."""

    checked: Checked

    @property
    def study(self) -> str:
        """Return the source of the study or review that the claim is about."""
        return self.tested_in or self.source


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
    """The evidence pages."""

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    answers: Annotated[tuple[Answer, ...], Field(min_length=1, max_length=9)]
    """What readers ask, most important first; the evidence page and the PDF of one page."""

    limits: Statements
    """What limits all the answers, each said once."""

    looked: Statements
    """What was looked for and read, and how up to date it is; the days on which sources were read are added to it."""

    brief: Brief | None = None
    article: Text
    """What the article is that the guide grew out of."""

    compared: tuple[Compared, ...] = ()
    unknown: Annotated[tuple[Statement, ...], Field(min_length=1)]
    """What nobody knows, or we have not read."""

    checklist: Checklist | None = None
    """What is reported of the exercises, and what is not, on a page of its own."""

    ratings: Ratings | None = None
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    studies: tuple[Study, ...] = ()
    claims: tuple[Claim, ...] = ()

    @model_validator(mode="after")
    def _knows_whom_it_counts(self) -> Self:
        known, sources = {it.id: it for it in self.claims}, {it.id: it for it in reversed(self.sources)}
        for place, answer in enumerate(self.answers):
            for item, id_ in enumerate(answer.claims):
                claim = known.get(id_)
                source = sources.get(claim.study) if claim and claim.relation in SIDES else None
                if source and not source.design:
                    what = "the source '{source}' is counted here, so it needs a 'design'"
                    raise mistake_at(("answers", place, "claims", item), what, source=source.id)
        return self

    def counts(self, answer: Answer) -> tuple[Count, ...]:
        """Return the studies and reviews behind *answer* by what they found, each once.

        A gain and no difference are among them even where nobody found one, unless the question is about harm alone.
        """
        found: dict[str, list[Claim]] = {}
        for claim in self.claims_of(answer):
            if claim.relation in SIDES:
                found.setdefault(claim.study, []).append(claim)
        sides = {id_: side_of([SIDES[claim.relation] for claim in claims]) for id_, claims in found.items()}
        on = set(sides.values())
        shown = on if on <= {Side.WORSE} else on | {Side.BETTER, Side.SAME}
        return tuple(self._count(side, found, sides) for side in Side if side in shown)

    def _count(self, side: Side, found: dict[str, list[Claim]], sides: dict[str, Side]) -> Count:
        counted = sorted((id_ for id_, on in sides.items() if on == side), key=self.numbers.__getitem__)
        sources = [self.source(id_) for id_ in counted]
        claims = [claim for source in sources for claim in found[source.id]]
        cited = {*counted, *(claim.source for claim in claims)}
        return Count(
            side,
            studies=tuple(source for source in sources if source.design == "study"),
            reviews=tuple(source for source in sources if source.design == "review"),
            claims=tuple(claim.id for claim in claims),
            cited=tuple(sorted(cited, key=self.numbers.__getitem__)),
        )

    def claims_of(self, answer: Answer) -> list[Claim]:
        """Return the claims behind *answer*, each once."""
        return [claim for claim in self.claims if claim.id in answer.claims]

    def uncounted(self, answer: Answer) -> list[str]:
        """Return the sources that *answer* rests on and its counts leave out."""
        counted = {id_ for count in self.counts(answer) for id_ in count.cited}
        return sorted((id_ for id_ in self.sources_for(answer) if id_ not in counted), key=self.numbers.__getitem__)

    def claim(self, id_: str) -> Claim:
        """Return the claim called *id_*."""
        return next(claim for claim in self.claims if claim.id == id_)

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
