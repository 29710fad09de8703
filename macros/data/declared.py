"""What the data declares, read before it is checked: ids, sources that are cited, numbers that have a source."""

from collections.abc import Iterator, Mapping
from datetime import date

from macros.data.model.base import Known
from macros.data.model.statements import FIGURE


def known(data: object, whole: object = None) -> Known:
    """Return what *data* declares, whatever else is wrong with it; the *whole* has what an edition hides as well."""
    whole = data if whole is None else whole
    exercises = dict(records(data, "exercises"))
    drawn = _under(data, "figures")
    studies = dict(records(data, "evidence", "studies"))
    ids = {
        "exercise": exercises,
        "studied": dict(records(whole, "exercises")),
        "source": dict(records(data, "evidence", "sources")),
        "claim": dict(records(data, "evidence", "claims")),
        "study": studies,
        "outcome": dict(outcome for study in studies.values() for outcome in records(study, "outcomes")),
        "figure": drawn if isinstance(drawn, Mapping) else {},
    }
    return Known(
        ids={kind: frozenset(names) for kind, names in ids.items()},
        levels={name: frozenset(dict(records(exercise, "levels"))) for name, exercise in exercises.items()},
        cited=frozenset(cited(whole)),
        numbers=numbers(data),
        check_by=_day(_under(data, "guide", "check_by")),
    )


def records(data: object, *path: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield each map with an id in the list at *path*, after its id."""
    items = _under(data, *path)
    for item in items if isinstance(items, list) else ():
        id_ = _under(item, "id")
        if isinstance(id_, str):
            yield id_, item


def _under(data: object, *path: str) -> object:
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def cited(data: object, key: str = "") -> Iterator[str]:
    """Yield every source that something in *data* names."""
    match data:
        case Mapping():
            for name, value in data.items():
                yield from cited(value, name)
        case list():
            for item in data:
                yield from cited(item, key)
        case str() if key in {"source", "sources"}:
            yield data


def numbers(data: object) -> Mapping[str, frozenset[str]]:
    """Return the numbers that each claim, study, outcome and source states, by its id; a source's year too."""
    stated: dict[str, frozenset[str]] = {}
    for id_, source in records(data, "evidence", "sources"):
        stated[id_] = frozenset((*_numbers(source.get("issued")), *_numbers(source.get("volume"))))
    for id_, record in (*records(data, "evidence", "claims"), *records(data, "evidence", "studies")):
        source_id = str(record.get("source"))
        own = stated.get(source_id, frozenset()) | frozenset(_numbers(record))
        for name in (id_, source_id, *dict(records(record, "outcomes"))):
            stated[name] = stated.get(name, frozenset()) | own
        study = record.get("tested-in", source_id)
        stated[str(study)] = stated.get(str(study), frozenset()) | frozenset(_numbers(record))
    return stated


def _numbers(data: object) -> Iterator[str]:
    """Yield every number in the texts of *data*, as written, but those of the day it was read."""
    match data:
        case Mapping():
            for key, value in data.items():
                yield from _numbers(value) if key != "checked" else ()
        case list():
            for item in data:
                yield from _numbers(item)
        case str():
            yield from FIGURE.findall(data)
