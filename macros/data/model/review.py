"""A clinical review: by whom, when, and which texts were found right."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.data.model.base import Checked, Record, Text


def _as_fingerprint(value: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{8}", value, re.ASCII):
        what = "'{value}' is not a fingerprint like 1a2b3c4d; copy what `make reviewed` prints"
        raise PydanticCustomError("fingerprint", what, {"value": value})
    return value


Fingerprint = Annotated[str, Field(json_schema_extra={"pattern": "^[0-9a-f]{8}$"}), AfterValidator(_as_fingerprint)]
"""Tells whether a text is still the one that was reviewed."""


class Review(Record):
    """Who checked the guide as a clinician, when, which version, and what of it was right."""

    by: Annotated[Text, Field(max_length=200)]
    """Name and profession, such as 'Dr A, physiotherapist'."""

    date: Checked
    version: Text
    """The version that was read."""

    texts: Annotated[dict[str, Fingerprint], Field(min_length=1)]
    """What was found right, by its id, with its fingerprint. A mark counts only while the text is still the same.
    `python -m macros reviewed` writes this from a filled table."""
