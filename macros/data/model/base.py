"""What every record of the data shares: strict keys, plain text, ids, and references that must exist."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError


class Record(BaseModel):
    """A map in the data whose keys are all known and whose values never change."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
    )


@dataclass(frozen=True)
class Known:
    """The ids that the data declares, gathered before it is checked, so that references can be."""

    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Ids by the kind of thing they name: exercise, source, study, card, figure."""

    levels: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Level ids by exercise id."""

    cited: frozenset[str] = frozenset()
    """Sources that something rests on."""

    figures: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Figures, as written, by the claim, study or outcome that states them; with them the year of its source."""


CONTROL = re.compile(
    "[\x00-\t\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2069\ufeff\ud800-\uf8ff\U000f0000-\U0010ffff]"
)
"""Control characters but the line feed, those that hide or turn text round, halves of characters, and code points
without a public meaning."""


def control_character(text: str) -> str | None:
    """Return what is wrong with *text* where it holds a control character; templates rely on there being none."""
    found = CONTROL.search(text)
    return f"holds a control character (U+{ord(found[0]):04X}); delete it" if found else None


def _as_text(value: str) -> str:
    if wrong := control_character(value):
        raise PydanticCustomError("control_character", "{wrong}", {"wrong": wrong})
    return unicodedata.normalize("NFC", " ".join(value.split()))


def _as_whole(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"-?\d{1,9}", value, re.ASCII):
        raise PydanticCustomError("whole_number", "'{value}' is not a whole number", {"value": value})
    return value


def _as_number(value: object) -> object:
    """Return *value* where it is a plain number; read as written, so that 69.40 keeps its last figure."""
    if isinstance(value, str) and not re.fullmatch(r"-?\d{1,9}(\.\d{1,9})?", value, re.ASCII):
        raise PydanticCustomError("plain_number", "'{value}' is not a number", {"value": value})
    return value


def _as_flag(value: object) -> object:
    if isinstance(value, str) and value not in {"true", "false"}:
        raise PydanticCustomError("flag", "'{value}' is neither true nor false", {"value": value})
    return value


def _as_day(value: object) -> object:
    """Return *value* where it is a date as people write it in data."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise PydanticCustomError("day", "'{value}' is not a date like 2026-11-22", {"value": value})
    return value


def _as_address(value: str) -> str:
    if CONTROL.search(value) or not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[^\s<>\"'`{}|\\^]*)?", value):
        raise PydanticCustomError(
            "address", "'{value}' is not a web address that starts with https:// or http://", {"value": value}
        )
    return value


def _as_id(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise PydanticCustomError(
            "id", "'{value}' is not an id: small letters and digits joined by hyphens", {"value": value}
        )
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), AfterValidator(_as_text)]
"""One run of plain text; whatever it holds is shown as written and never becomes markup."""

Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
"""At least one run of text."""

Id = Annotated[
    str, Field(max_length=60, json_schema_extra={"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}), AfterValidator(_as_id)
]
"""A name for addresses and references: small letters, digits and single hyphens; never reused."""

Whole = Annotated[int, BeforeValidator(_as_whole)]
Flag = Annotated[bool, BeforeValidator(_as_flag)]
Day = Annotated[date, BeforeValidator(_as_day)]
Number = Annotated[Decimal, BeforeValidator(_as_number)]
Address = Annotated[str, AfterValidator(_as_address), Field(max_length=500)]


def Reference(kind: str) -> AfterValidator:  # noqa: N802 - reads as a type where it is used
    """Return a check that an id names a *kind* of thing which the data declares."""

    def exists(value: str, info: ValidationInfo) -> str:
        known = info.context.ids.get(kind, frozenset()) if isinstance(info.context, Known) else None
        if known is not None and value not in known:
            raise unknown(kind, value, known)
        return value

    return AfterValidator(exists)


def unknown(kind: str, value: str, known: frozenset[str]) -> PydanticCustomError:
    """Return the mistake of naming a *kind* of thing that is not there; the loader adds the nearest id."""
    return PydanticCustomError(
        "unknown_id", "no {kind} '{value}'", {"kind": kind, "value": value, "known": sorted(known)}
    )


ExerciseId = Annotated[str, Reference("exercise")]
SourceId = Annotated[str, Reference("source")]
FigureId = Annotated[str, Reference("figure")]
ClaimId = Annotated[str, Reference("claim")]
StudyId = Annotated[str, Reference("study")]
OutcomeId = Annotated[str, Reference("outcome")]
