"""What the data rests on, gathered before it is checked: sources that are cited, and figures that have a source."""

from collections.abc import Iterator, Mapping

from macros.model.said import FIGURE


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


def figures(data: object) -> Mapping[str, frozenset[str]]:
    """Return the numbers that each claim, study, outcome and source states, by its id; a source's year is one of them."""
    evidence = data.get("evidence") if isinstance(data, Mapping) else None
    found: dict[str, frozenset[str]] = {}
    for source in _records(evidence, "sources"):
        found[source["id"]] = frozenset((*_numbers(source.get("issued")), *_numbers(source.get("volume"))))
    for record in (*_records(evidence, "claims"), *_records(evidence, "studies")):
        source_id = record.get("source")
        of_source = found.get(source_id, frozenset()) if isinstance(source_id, str) else frozenset()
        stated = of_source | frozenset(_numbers(record))
        for id_ in (record["id"], source_id, *(outcome["id"] for outcome in _records(record, "outcomes"))):
            if isinstance(id_, str):
                found[id_] = found.get(id_, frozenset()) | stated
    return found


def _records(data: object, key: str) -> Iterator[dict[str, object]]:
    """Yield each map with an id in the list under *key*."""
    items = data.get(key) if isinstance(data, Mapping) else None
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            yield item


def _numbers(data: object) -> Iterator[str]:
    """Yield every number in the texts of *data*, as written."""
    match data:
        case Mapping():
            for value in data.values():
                yield from _numbers(value)
        case list():
            for item in data:
                yield from _numbers(item)
        case str():
            yield from FIGURE.findall(data)
