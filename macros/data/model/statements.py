"""Sentences that rest on claims, studies and their figures, and the summary made of them."""

import re
from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from macros.data.model.base import ClaimId, Known, OutcomeId, Record, StudyId, Text

FIGURE = re.compile(r"\b\d+(?:\.\d+)?\b")
"""A number as it stands in a sentence, a word of its own."""


def must_stand_in(text: str, rests_on: Iterable[str], known: Known) -> None:
    """Refuse a *text* with a number that nothing it rests on states."""
    stated = {number for id_ in rests_on for number in known.figures.get(id_, ())}
    loose = next((number for number in FIGURE.findall(text) if number not in stated), None)
    if loose:
        raise PydanticCustomError(
            "loose_number",
            "the number {number} has no source here; name one that states it",
            {"number": loose},
        )


class Sentence(Record):
    """What a reader is told, and what it rests on; every number in it stands there."""

    says: Text
    """Plain sentences. Figures of an outcome need not stand here: name it, and they follow."""

    claims: tuple[ClaimId, ...] = ()
    studies: tuple[StudyId, ...] = ()
    outcome: OutcomeId | None = None
    """An outcome whose figures follow the words, made from the data."""

    @model_validator(mode="after")
    def _has_its_numbers_from_somewhere(self, info: ValidationInfo) -> Self:
        if isinstance(info.context, Known):
            must_stand_in(self.says, self.rests_on, info.context)
        return self

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Return the ids of every claim, study and outcome behind it."""
        return (*self.claims, *self.studies, *filter(None, [self.outcome]))


class Finding(Sentence):
    """A sentence of evidence, which always rests on something."""

    @model_validator(mode="after")
    def _rests_on_something(self) -> Self:
        if not self.rests_on:
            raise PydanticCustomError("unsupported", "rests on nothing; name 'claims', 'studies' or an 'outcome'")
        return self


Sentences = Annotated[tuple[Sentence, ...], Field(min_length=1)]


class Plain(Record):
    """A summary in plain words, in the order of Cochrane's plain language summaries."""

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    key: Annotated[tuple[Finding, ...], Field(min_length=1)]
    """Key messages."""

    asked: Sentences
    """What the reader needs to know first, and what was to be found out."""

    done: Sentences
    """What was read, and how."""

    found: Sentences
    limits: Sentences
    """The main limits of the evidence."""

    current: Sentences
    """How up to date it is; the days on which sources were read follow by themselves."""

    half_page: Annotated[Sentences, Field(alias="half-page")]
    """The same in half a page, for a handout."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return every sentence, in order."""
        return (*self.key, *self.asked, *self.done, *self.found, *self.limits, *self.current, *self.half_page)
