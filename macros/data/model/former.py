"""Ids of the past: no former id is in use or was another's, so that an address always leads to one thing."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from pydantic import AfterValidator

from macros.data.model.base import Id, mistake_at
from macros.figures import Figure


class Renamed(Protocol):
    """A thing with an id and those that it had before."""

    @property
    def id(self) -> str: ...

    @property
    def former_ids(self) -> tuple[str, ...]: ...


Item = TypeVar("Item", bound=Renamed)


class Picture(Figure):
    """A figure with the ids it had before."""

    former_ids: tuple[Id, ...] = ()
    """Ids it had before, and those of pictures whose place it took; their files show this picture."""


def first_id(item: Renamed) -> str:
    """Return the first id that *item* ever had: devices and calendars go on knowing it by that."""
    return next(iter(item.former_ids), item.id)


def every_id(items: Iterable[Renamed]) -> frozenset[str]:
    """Return every id that is or was in use."""
    return frozenset(id_ for item in items for id_ in (item.id, *item.former_ids))


def FormerIds(kind: str) -> AfterValidator:  # noqa: N802 - reads as a type where it is used
    """Return a check that no former id in a list is or was the id of another *kind* of thing."""

    def are_free(items: tuple[Item, ...]) -> tuple[Item, ...]:
        seen = {item.id for item in items}
        for place, item in enumerate(items):
            _check(kind, (place,), item.former_ids, seen)
        return items

    return AfterValidator(are_free)


def figures_differ(figures: Mapping[str, Picture]) -> Mapping[str, Picture]:
    """Refuse a former id that is or was the id of another figure."""
    seen = set(figures)
    for id_, figure in figures.items():
        _check("figure", (id_,), figure.former_ids, seen)
    return figures


def _check(kind: str, place: tuple[str | int, ...], former_ids: tuple[str, ...], seen: set[str]) -> None:
    """Refuse the first of *former_ids* that was *seen*, and note the others."""
    for number, former in enumerate(former_ids):
        if former in seen:
            what = "the id '{id}' is or was the id of another {kind}"
            raise mistake_at((*place, "former_ids", number), what, id=former, kind=kind)
        seen.add(former)
