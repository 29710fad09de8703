"""The reader's questions, and how many studies found what."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, model_validator

from macros.anchors import EvidencePart
from macros.data.model.base import Anchor, ClaimId, Flag, Id, Known, Text
from macros.data.model.source import Source
from macros.data.model.statements import SupportedStatement, must_be_sourced


class Side(StrEnum):
    """What a study found, for the question that it is counted for."""

    BETTER = "better"
    MIXED = "mixed"
    SAME = "same"
    WORSE = "worse"


SIDES: Mapping[str, Side] = {
    "supports": Side.BETTER,
    "mixed": Side.MIXED,
    "no-effect": Side.SAME,
    "contradicts": Side.WORSE,
}
"""The side of each relation of a claim; claims of the other relations are not counted."""


def side_of(sides: Collection[Side]) -> Side:
    """Return the side of a study by those of its claims: harm outweighs no difference, a gain beside it is mixed."""
    match sorted(set(sides)):
        case [side]:
            return side
        case [Side.SAME, Side.WORSE]:
            return Side.WORSE
        case _:
            return Side.MIXED


class Answer(SupportedStatement):
    """A reader's question and what its `claims` say; the studies behind them are counted and drawn."""

    id: Annotated[Id, Anchor(EvidencePart)]
    question: Text
    short: Text
    """The answer in a few words; `says` goes on from there."""

    why: Text
    """Why one cannot be surer, in a sentence; how sure one can be follows from the claims."""

    claims: Annotated[tuple[ClaimId, ...], Field(min_length=1)]
    """Every claim that speaks to the question, for or against. Each is counted once, and so is each study."""

    safety: Flag = False
    """True where the answer leads to the safety page as well."""

    @model_validator(mode="after")
    def _has_its_reason_from_somewhere(self, info: ValidationInfo) -> Self:
        if isinstance(info.context, Known):
            must_be_sourced(self.why, "why", self.rests_on, info.context)
        return self


@dataclass(frozen=True)
class Count:
    """The studies and reviews that are on one side."""

    side: Side
    studies: tuple[Source, ...]
    reviews: tuple[Source, ...]
    claims: tuple[str, ...]
    """Ids of the claims behind them."""

    cited: tuple[str, ...]
    """Ids of their sources, and of others' accounts that the claims come from."""

    @property
    def people(self) -> int:
        """Return how many people took part in the studies; those of reviews may be among them, and are not added."""
        return sum(study.took_part or 0 for study in self.studies)
