"""What every record of the data shares: strict keys, plain text, ids, and references that must exist."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from macros import anchors
from macros.data.model.changes import Changes


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

    numbers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Numbers, as written, by the claim, study or outcome that states them; with them the year of its source."""

    check_by: date | None = None
    """The day by which everything is to be read again."""

    changes: Changes | None = None
    """What an edition changed of the guide."""


CONTROL = re.compile(
    "[\x00-\t\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2069\ufdd0-\ufdef\ufeff\ufff9-\uffff"
    "\ud800-\uf8ff\U000f0000-\U0010ffff]"
)
"""Control characters but the line feed, those that hide or turn text round, halves of characters, the sign for a lost
character, and code points without a public meaning, of which XML allows some nowhere."""

BLANK = "\u115f\u1160\u2800\u3164\uffa0\U0001d159"
"""Letters and symbols that are blank: Hangul fillers, the empty Braille cell, a note without a head."""

WINDOWS_NAMES = re.compile(r"con|nul|aux|prn|com[1-9]|lpt[1-9]")
"""Names that Windows gives to devices, so that no file or folder can have them."""


def control_character(text: str) -> str | None:
    """Return what is wrong with *text* where it holds a control character; templates rely on there being none."""
    match = CONTROL.search(text)
    return f"holds a control character (U+{ord(match[0]):04X}); delete it" if match else None


def _is_visible(character: str) -> bool:
    """Return whether *character* is a letter, number, sign or symbol; a mark without one of them shows nothing."""
    return unicodedata.category(character)[0] in "LNPS" and character not in BLANK


def _as_text(value: str) -> str:
    if wrong := control_character(value):
        raise PydanticCustomError("control_character", "{wrong}", {"wrong": wrong})
    if not any(map(_is_visible, value)):
        raise PydanticCustomError("blank_text", "has no visible character; allowed: some text")
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


def _as_day_of_our_time(value: date) -> date:
    """Refuse years that are slips of the hand; ZIP files cannot hold those before 1980 or after 2107."""
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        years = {"value": str(value), "first": FIRST_YEAR, "last": LAST_YEAR}
        raise PydanticCustomError("year", "'{value}' is not between the years {first} and {last}", years)
    return value


def _before_the_next_check(value: date, info: ValidationInfo) -> date:
    """Refuse a day after guide.check_by: a slip, or check_by is out of date.

    Today's date is not asked, so that the same data is right or wrong on every machine and on every day.
    """
    limit = info.context.check_by if isinstance(info.context, Known) else None
    if limit and value > limit:
        days = {"value": str(value), "limit": str(limit)}
        raise PydanticCustomError("after_check_by", "'{value}' is after guide.check_by, {limit}", days)
    return value


def as_address(value: str) -> str:
    """Return *value* where it is a web address."""
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
    if WINDOWS_NAMES.fullmatch(value):
        raise PydanticCustomError(
            "windows_name", "'{value}' cannot be the name of a file on Windows; choose another id", {"value": value}
        )
    return value


FIRST_YEAR, LAST_YEAR = 2000, 2099

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), AfterValidator(_as_text)]
"""One run of plain text, always shown as written and never turned into markup."""

Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
"""At least one run of text."""

Id = Annotated[
    str, Field(max_length=60, json_schema_extra={"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}), AfterValidator(_as_id)
]
"""A name for addresses and references: small letters, digits and single hyphens; never reused."""

Whole = Annotated[int, BeforeValidator(_as_whole)]
Flag = Annotated[bool, BeforeValidator(_as_flag)]
Day = Annotated[date, BeforeValidator(_as_day), AfterValidator(_as_day_of_our_time)]
Checked = Annotated[Day, AfterValidator(_before_the_next_check)]
"""A day on which something was read."""

Number = Annotated[Decimal, BeforeValidator(_as_number)]
Address = Annotated[str, AfterValidator(as_address), Field(max_length=500)]


def Anchor(parts: type[StrEnum]) -> AfterValidator:  # noqa: N802 - reads as a type where it is used
    """Return a check that an id is free to be an anchor on the page with these *parts*."""

    def is_free(value: str) -> str:
        if anchors.is_reserved(parts, value):
            raise PydanticCustomError(
                "reserved", "'{id}' is an anchor that its page uses itself; choose another id", {"id": value}
            )
        return value

    return AfterValidator(is_free)


def Reference(kind: str, among: str = "") -> AfterValidator:  # noqa: N802 - reads as a type where it is used
    """Return a check that an id names a *kind* of thing which the data declares, or one *among* others of that kind."""

    def exists(value: str, info: ValidationInfo) -> str:
        known = info.context.ids.get(among or kind, frozenset()) if isinstance(info.context, Known) else None
        if known is not None and value not in known:
            raise unknown(kind, value, known)
        return value

    return AfterValidator(exists)


def unknown(kind: str, value: str, known: frozenset[str], place: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """Return the mistake of naming, at *place*, a *kind* of thing that does not exist; the nearest id is added."""
    values = {"kind": kind, "value": value, "known": sorted(known), "place": place}
    return PydanticCustomError("unknown_id", "no {kind} '{value}'", values)


def mistake_at(place: tuple[str | int, ...], what: str, **values: str) -> PydanticCustomError:
    """Return the mistake *what*, found by a check of the whole, at the *place* inside it that is wrong."""
    return PydanticCustomError("mistake_at", "{what}", {"what": what.format(**values), "place": place})


ExerciseId = Annotated[str, Reference("exercise")]
StudiedId = Annotated[str, Reference("exercise", among="studied")]
"""An exercise that evidence or a safety card is about; an edition may leave it out, and they stay whole."""

SourceId = Annotated[str, Reference("source")]
FigureId = Annotated[str, Reference("figure")]
ClaimId = Annotated[str, Reference("claim")]
StudyId = Annotated[str, Reference("study")]
OutcomeId = Annotated[str, Reference("outcome")]
