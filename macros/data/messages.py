"""pydantic's errors in words for an editor of the data."""

import difflib
import types
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

LONGEST = 60
"""Characters of a wrong value that a message repeats."""


@dataclass(frozen=True)
class Detail:
    """One complaint: the place in the data and what is wrong there."""

    path: tuple[str | int, ...]
    what: str


def details(error: ValidationError, record: type[BaseModel]) -> Iterator[Detail]:
    """Yield every complaint in *error* about a *record*, in an editor's words."""
    for item in error.errors(include_url=False):
        if item["type"] == "too_short" and len(item["input"]) >= item["ctx"]["min_length"]:
            continue  # its items are wrong and reported; the list itself is long enough
        path = (*item["loc"], *item.get("ctx", {}).get("place", ()))
        yield Detail(path[:-1] if item["type"] == "missing" else path, _what(item, record))


def _what(item: ErrorDetails, record: type[BaseModel]) -> str:
    if item["type"] == "extra_forbidden":
        return _unknown_key(str(item["loc"][-1]), _keys(record, item["loc"][:-1]))
    make = _MESSAGES.get(item["type"])
    what = make(item) if make else item["msg"]
    return what.replace(item["input"], _short(item["input"])) if isinstance(item["input"], str) else what


def _unknown_key(key: str, allowed: list[str]) -> str:
    return f"unknown key '{_short(key)}'{did_you_mean(key, allowed)}; allowed: {', '.join(allowed)}"


def _unknown_id(item: ErrorDetails) -> str:
    known = item["ctx"]["known"]
    allowed = f"; allowed: {', '.join(known)}" if item["ctx"]["kind"] == "country" else ""
    return item["msg"] + did_you_mean(item["ctx"]["value"].lower(), known) + allowed


def _not_allowed(item: ErrorDetails) -> str:
    allowed = _listed(item["ctx"]["expected"].replace(" or ", ", "))
    if item["input"] is None or isinstance(item["input"], dict | list):
        return f"{_given(item['input'])}; allowed: {', '.join(allowed)}"
    given = str(item["input"])
    return f"'{given}' is not allowed{did_you_mean(given, allowed)}; allowed: {', '.join(allowed)}"


def _no_kind(item: ErrorDetails) -> str:
    tag, allowed = item["ctx"]["tag"], _listed(item["ctx"]["expected_tags"])
    return f"'{_short(tag)}' is no kind{did_you_mean(tag, allowed)}; allowed: {', '.join(allowed)}"


def _wrong_type(allowed: str) -> Callable[[ErrorDetails], str]:
    return lambda item: f"{_given(item['input'])}; allowed: {allowed}"


def _no_text(item: ErrorDetails) -> str:
    quote = isinstance(item["input"], bool | int | float | date)
    return f"{_given(item['input'])}; " + ("put it in quotes" if quote else "allowed: text")


def _wrong_form(item: ErrorDetails) -> str:
    return f"'{item['input']}' has the wrong form; allowed: {_FORMS.get(str(item['loc'][-1]), item['ctx']['pattern'])}"


def _too_many_characters(item: ErrorDetails) -> str:
    return f"has {len(item['input'])} characters; allowed: at most {item['ctx']['max_length']}"


def _too_long(item: ErrorDetails) -> str:
    if isinstance(item["input"], str):
        return _too_many_characters(item)
    length = len(item["input"]) if isinstance(item["input"], list) else item["ctx"]["actual_length"]
    return f"has {_items(length)}; allowed: at most {item['ctx']['max_length']}"


def _no_day(item: ErrorDetails) -> str:
    return f"'{item['input']}' is not a day of the calendar, as in 2026-11-22"


_MAP = _wrong_type("a map of keys")
_MESSAGES: dict[str, Callable[[ErrorDetails], str]] = {
    "missing": lambda item: f"needs the key '{item['loc'][-1]}'",
    "unknown_id": _unknown_id,
    "literal_error": _not_allowed,
    "enum": _not_allowed,
    "union_tag_invalid": _no_kind,
    "union_tag_not_found": lambda item: "needs the key 'kind'",  # noqa: ARG005 - all take the complaint
    "model_type": _MAP,
    "model_attributes_type": _MAP,
    "dict_type": _MAP,
    "tuple_type": _wrong_type("a list, each item after a '-'"),
    "string_type": _no_text,
    "decimal_type": _wrong_type("a number"),
    "int_type": _wrong_type("a whole number"),
    "bool_type": _wrong_type("true or false"),
    "date_type": _wrong_type("a date like 2026-11-22"),
    "string_too_short": lambda item: "is empty; allowed: some text",  # noqa: ARG005 - all take the complaint
    "string_too_long": _too_many_characters,
    "too_short": lambda item: f"has {_items(len(item['input']))}; allowed: at least {item['ctx']['min_length']}",
    "too_long": _too_long,
    "greater_than_equal": lambda item: f"{item['input']} is too small; allowed: {item['ctx']['ge']} or more",
    "less_than_equal": lambda item: f"{item['input']} is too large; allowed: {item['ctx']['le']} or less",
    "string_pattern_mismatch": _wrong_form,
    "date_from_datetime_parsing": _no_day,
    "date_parsing": _no_day,
    "date_from_datetime_inexact": _no_day,
}
"""The message for each type of pydantic's errors; the model's own errors bring their message with them."""

_FORMS = {
    "DOI": "a DOI like 10.1155/2019/6947273, without https://",
    "PMID": "5 to 9 digits",
    "PMCID": "PMC and 5 to 9 digits",
    "file": "a path like assets/own/heel-raise.jpg that ends in jpg, jpeg, png, webp, avif, svg, mp4 or webm",
    "layer": "a path like own.yml of a file in this folder",
    "language": "a language tag like en or en-GB",
}
"""What a key with a pattern may hold, in words; the message for any other key shows its pattern."""


_TYPES: dict[type, str] = {
    type(None): "is empty",
    dict: "is a map of keys",
    list: "is a list",
    bool: "is true or false",
    int: "is a number",
    float: "is a number",
    date: "is a date",
    datetime: "is a date",
}
"""How to call a value of another type than text."""


def _given(value: object) -> str:
    return _TYPES.get(type(value), f"'{value}' is text")


def _short(value: str) -> str:
    return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"


def _listed(quoted: str) -> list[str]:
    return quoted.replace("'", "").split(", ")


def _items(count: int) -> str:
    return f"{count} item" + ("s" if count != 1 else "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint at the known word that is nearest to *word*, to go on after a message; empty if none is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean '{near[0]}'?" if near else ""


def _keys(record: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Return the keys that the record at *path* inside a *record* may have."""
    kinds: list[type[BaseModel]] = [record]
    for part in path:
        if isinstance(part, str):
            inside = [inner for kind in kinds for inner in _inside(kind, part)]
            kinds = _tagged(kinds, part) or inside or kinds  # kinds: the part is a key of a map by id
    return list(dict.fromkeys(field.alias or name for kind in kinds for name, field in kind.model_fields.items()))


def _tagged(kinds: list[type[BaseModel]], tag: str) -> list[type[BaseModel]]:
    """Return the one of several *kinds* that *tag* names; pydantic puts the tag into paths before the keys."""
    if len(kinds) == 1:
        return []
    tags = {kind: kind.model_fields.get("kind") for kind in kinds}
    return [kind for kind, field in tags.items() if field and get_args(field.annotation) == (tag,)]


def _inside(kind: type[BaseModel], part: str) -> list[type[BaseModel]]:
    """Return the records that may be under the key *part* of a *kind*."""
    fields = (field for name, field in kind.model_fields.items() if part in {name, field.alias})
    return [inner for field in fields for inner in _records(field.annotation)]


def _records(annotation: object) -> list[type[BaseModel]]:
    """Return the records that *annotation* holds, inside lists, unions and annotations."""
    if get_origin(annotation) in {Annotated, tuple, dict, Union, types.UnionType}:
        return [record for inner in get_args(annotation) for record in _records(inner)]
    return [annotation] if isinstance(annotation, type) and issubclass(annotation, BaseModel) else []
