"""A fault of a figure with its place in the data, and the walk that finds places."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

Where = tuple[str | int, ...]
"""Keys and indices that lead to a place in the data, such as ("draw", 2, "body")."""


@dataclass(frozen=True)
class Problem:
    """One fault of a figure, in a plain sentence."""

    where: Where
    sentence: str


def values_in(value: object, where: Where) -> Iterator[tuple[Where, object]]:
    """Walk through records and tuples, and yield every record with its place in the data."""
    if isinstance(value, tuple):
        for index, entry in enumerate(value):
            if isinstance(entry, tuple | BaseModel):
                yield from values_in(entry, (*where, index))
    elif isinstance(value, BaseModel):
        yield where, value
        for name, field in type(value).model_fields.items():
            part: object = getattr(value, name)
            if isinstance(part, tuple | BaseModel):
                yield from values_in(part, (*where, field.alias or name))
