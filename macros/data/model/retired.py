"""What the guide no longer has: its address says so, since when, and what to do instead."""

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from macros import reserved
from macros.data.model.base import Day, Id, Record, Text, Whole, mistake_at, unknown
from macros.data.model.former import FormerIds, Renamed, every_id

Kind = Literal["exercise", "programme", "page"]

OWN_KEYS = {"levels": "exercise", "weeks": "programme"}
"""Keys that only one kind may have."""


class Retired(Record):
    """An exercise, a programme or a page of text that is gone; no other of its kind ever has its id."""

    id: Id
    kind: Kind = "exercise"
    """What it was: exercise, programme or page."""

    former_ids: tuple[Id, ...] = ()
    """Ids it had before it went."""

    name: Text
    """What it was called."""

    since: Day
    """The day of the release that no longer has it."""

    by: Text | None = None
    """The clinic that leaves it out of its edition; the build writes it, and the guide itself still has it."""

    says: Text = ""
    """Why it is gone and what to do instead, in one or two sentences; needed unless a clinic leaves it out."""

    instead: Id | None = None
    """Id of the exercise, programme or page to do or read instead."""

    levels: tuple[Id, ...] = ()
    """Ids that the levels of an exercise had: links to them, and their pictures in chats, say that it is gone."""

    weeks: Annotated[Whole, Field(ge=0, le=52)] = 0
    """How many weeks a programme had: their pages and sheets say that it is gone."""

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if not (self.says or self.by):
            raise mistake_at((), "needs the key 'says'")
        return self

    @model_validator(mode="after")
    def _has_keys_of_its_kind(self) -> Self:
        for key, kind in OWN_KEYS.items():
            if getattr(self, key) and self.kind != kind:
                raise mistake_at((key,), "is for a retired {kind} alone; leave it out", kind=kind)
        return self


AllRetired = Annotated[tuple[Retired, ...], FormerIds("retired thing")]


def check_retired(
    retired: Sequence[Retired], exercises: Sequence[Renamed], programmes: Sequence[Renamed], pages: Sequence[Renamed]
) -> None:
    """Refuse a retired id that is in use, is an address of the guide's own, or leads to nothing that there is."""
    in_use: dict[Kind, Sequence[Renamed]] = {"exercise": exercises, "programme": programmes, "page": pages}
    for kind, items in in_use.items():
        gone = every_id(item for item in retired if item.kind == kind)
        for place, item in enumerate(items):
            own: dict[tuple[str | int, ...], str] = {("id",): item.id}
            own |= {("former_ids", number): id_ for number, id_ in enumerate(item.former_ids)}
            for key, id_ in own.items():
                if id_ in gone:
                    what = "'{id}' is the id of a retired {kind}; ids are never used again"
                    raise mistake_at((f"{kind}s", place, *key), what, id=id_, kind=kind)
    for place, item in enumerate(retired):
        if any(map(RESERVED[item.kind], (item.id, *item.former_ids))):
            raise mistake_at(("retired", place), "has an id that is an address of the guide's own")
        known = frozenset(other.id for other in in_use[item.kind])
        if item.instead and item.instead not in known:
            raise unknown(item.kind, item.instead, known, ("retired", place, "instead"))


RESERVED = {
    "exercise": reserved.is_exercise,
    "programme": reserved.is_programme,
    "page": reserved.is_page,
}
"""What tells whether an id is an address of the guide's own, by the kind of thing that would have it."""
