"""The contract of exercises.json: its records, from which its JSON Schema is made. CONTRIBUTING says what it promises.

Within a version keys and words of a vocabulary are only ever added. An address is relative to the file, in the same
way on every site, and ends in a slash where it is a page.
"""

from datetime import date
from typing import Literal

from macros.open_data.records import Exercise, Part, Programme

VERSION: Literal["1"] = "1"


class Call(Part):
    """Whom to call in an emergency."""

    where: str
    says: str


class Safety(Part):
    """The rules that hold for every exercise."""

    page: str
    at_once: str
    ask_in_short: str
    ask_first_if: tuple[str, ...]
    stop_if: tuple[str, ...]
    call: Call


class Source(Part):
    """Something that was read."""

    id: str
    page: str
    title: str | None
    """As printed; null where it was not found, and never made up."""

    described_as: str | None
    authors: tuple[str, ...]
    published_in: str | None
    year: int | None
    doi: str | None
    pmid: str | None
    pmcid: str | None
    url: str | None
    read: str
    """What was read of it: abstract, page, table, secondary (an account by others) or record (its register entry)."""


class Retired(Part):
    """What the guide no longer has; its page says what to do instead."""

    id: str
    former_ids: tuple[str, ...]
    kind: Literal["exercise", "programme", "page"]
    page: str
    name: str
    since: date
    says: str
    instead: str
    """Address of what to do or read instead."""


class About(Part):
    """The guide that this was made from."""

    title: str
    version: str
    released: date
    check_by: date
    """The day by which everything is read again."""

    language: str
    licence: str
    credit: str
    """Whom to name."""

    reviewed: str
    """Which clinician reviewed it, and how much of it; or that nobody has."""

    side: str
    """What one side is called, as in 'each foot'."""

    home: str
    changes: str
    feed: str


class Host(Part):
    """Who publishes this edition."""

    name: str
    url: str | None
    changed: date | None
    """When it last changed or left out something of the guide; null where it did not."""


class Contract(Part):
    """Every exercise and plan of a guide."""

    contract: Literal["1"]
    """Version of this contract."""

    described_by: str
    """Address of its JSON Schema."""

    site: str | None
    """Address of the site, which every address here is relative to; null where the build did not know it."""

    guide: About
    host: Host | None
    safety: Safety
    exercises: tuple[Exercise, ...]
    """In the order of a session."""

    programmes: tuple[Programme, ...]
    retired: tuple[Retired, ...]
    sources: tuple[Source, ...]
