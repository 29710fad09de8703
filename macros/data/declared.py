"""What the data rests on, gathered before it is checked: sources that are cited, and figures that have a source."""

from collections.abc import Iterator, Mapping

from macros.data.model.statements import FIGURE


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
    """Return the numbers that each claim, study, outcome and source states, by its id; a source's year too."""
    evidence = data.get("evidence") if isinstance(data, Mapping) else None
    found: dict[str, frozenset[str]] = {}
    for id_, source in _records(evidence, "sources"):
        found[id_] = frozenset((*_numbers(source.get("issued")), *_numbers(source.get("volume"))))
    for id_, record in (*_records(evidence, "claims"), *_records(evidence, "studies")):
        source_id = str(record.get("source"))
        stated = found.get(source_id, frozenset()) | frozenset(_numbers(record))
        for name in (id_, source_id, *(outcome for outcome, _ in _records(record, "outcomes"))):
            found[name] = found.get(name, frozenset()) | stated
    return found


def _records(data: object, key: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield each map with an id in the list under *key*, after its id."""
    items = data.get(key) if isinstance(data, Mapping) else None
    for item in items if isinstance(items, list) else ():
        id_ = item.get("id") if isinstance(item, Mapping) else None
        if isinstance(id_, str):
            yield id_, item


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
