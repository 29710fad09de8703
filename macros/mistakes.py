"""What pydantic complains of, in words for an editor of the data."""

import difflib
import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails


@dataclass(frozen=True)
class Detail:
    """One complaint: the place in the data and what is wrong there."""

    path: tuple[str | int, ...]
    what: str


def details(error: ValidationError, record: type[BaseModel]) -> Iterator[Detail]:
    """Yield every complaint in *error* about a *record*, in an editor's words."""
    for item in error.errors(include_url=False):
        if item["type"] == "too_short" and item["input"]:
            continue  # its items are wrong, and said to be so; the list itself is long enough
        path = item["loc"]
        yield Detail(path[:-1] if item["type"] == "missing" else path, _what(item, record))


def _what(item: ErrorDetails, record: type[BaseModel]) -> str:
    context = item.get("ctx", {})
    given = item["input"]
    last = item["loc"][-1] if item["loc"] else ""
    match item["type"]:
        case "missing":
            return f"needs the key '{last}'"
        case "extra_forbidden":
            allowed = _keys(record, item["loc"][:-1])
            return f"unknown key '{last}'{_nearest(str(last), allowed)}; allowed: {', '.join(allowed)}"
        case "unknown_id":
            return f"{item['msg']}{_nearest(context['value'], context['known'])}"
        case "literal_error":
            allowed = [str(value) for value in context["expected"].replace(" or ", ", ").replace("'", "").split(", ")]
            return f"'{given}' is not allowed{_nearest(str(given), allowed)}; allowed: {', '.join(allowed)}"
        case "union_tag_invalid":
            allowed = context["expected_tags"].replace("'", "").split(", ")
            return f"'{context['tag']}' is no kind{_nearest(context['tag'], allowed)}; allowed: {', '.join(allowed)}"
        case "union_tag_not_found":
            return "needs the key 'kind'"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"{_given(given)}; allowed: a map of keys"
        case "tuple_type":
            return f"{_given(given)}; allowed: a list, each item after a '-'"
        case "string_type" | "decimal_type" | "int_type" | "bool_type" | "date_type":
            return f"{_given(given)}; allowed: {_types[item['type']]}"
        case "string_too_short":
            return "is empty; allowed: some text"
        case "string_too_long":
            return f"has {len(given)} characters; allowed: at most {context['max_length']}"
        case "too_short":
            return f"has {_items(context['actual_length'])}; allowed: at least {context['min_length']}"
        case "too_long":
            length = len(given) if isinstance(given, list) else context["actual_length"]
            return f"has {_items(length)}; allowed: at most {context['max_length']}"
        case "greater_than_equal":
            return f"{given} is too small; allowed: {context['ge']} or more"
        case "less_than_equal":
            return f"{given} is too large; allowed: {context['le']} or less"
        case "string_pattern_mismatch":
            return f"'{given}' has the wrong form; allowed: {context['pattern']}"
        case "date_from_datetime_parsing" | "date_parsing" | "date_from_datetime_inexact":
            return f"'{given}' is not a day of the calendar, as in 2026-11-22"
        case _:
            return item["msg"]


_types = {
    "string_type": "text",
    "decimal_type": "a number",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "date_type": "a date like 2026-11-22",
}


def _given(value: object) -> str:
    match value:
        case None:
            return "is empty"
        case dict():
            return "is a map of keys"
        case list():
            return "is a list"
        case _:
            return f"'{value}' is text"


def _items(count: int) -> str:
    return f"{count} item" + ("s" if count != 1 else "")


def _nearest(word: str, known: list[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"; did you mean '{near[0]}'?" if near else ""


def _keys(record: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Return the keys that the record at *path* inside a *record* may have."""
    kinds: list[type[BaseModel]] = [record]
    for part in path:
        kinds = kinds if isinstance(part, int) else [inner for kind in kinds for inner in _inside(kind, part)]
    return list(dict.fromkeys(field.alias or name for kind in kinds for name, field in kind.model_fields.items()))


def _inside(kind: type[BaseModel], part: str) -> list[type[BaseModel]]:
    """Return the records that can stand under the key *part* of a *kind*, or *kind* itself where *part* is its tag."""
    tag = kind.model_fields.get("kind")
    if tag is not None and tag.is_required() and part in get_args(tag.annotation) and len(get_args(tag.annotation)) == 1:
        return [kind]
    return [inner for name, field in kind.model_fields.items() if part in {name, field.alias} for inner in _records(field.annotation)]


def _records(annotation: object) -> list[type[BaseModel]]:
    """Return the records that *annotation* holds, through lists, unions and notes."""
    if get_origin(annotation) in {Annotated, tuple, Union, types.UnionType}:
        return [record for inner in get_args(annotation) for record in _records(inner)]
    return [annotation] if isinstance(annotation, type) and issubclass(annotation, BaseModel) else []
