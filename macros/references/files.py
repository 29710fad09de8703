"""The files of references for other programs, of all sources, of each, and of the guide itself."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from macros import addresses
from macros.edition import Edition
from macros.references import csl
from macros.references.bibtex import bibtex
from macros.references.csl import Item
from macros.references.ris import ris


def _json(items: Sequence[Item]) -> str:
    return json.dumps(list(items), ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Item]], str]] = {
    "bib": lambda items: "\n".join(map(bibtex, items)),
    "ris": lambda items: "\r\n".join(map(ris, items)),
    "json": _json,
}
"""What writes each format, by the ending of its files; its name for readers is in labels.yml under `formats`."""


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield every file by its path on the site."""
    items = [csl.item(source) for source in edition.guide.evidence.sources]
    yield from _written(addresses.ALL_SOURCES, items)
    for item in items:
        yield from _written(addresses.source_files(item["id"]), [item])
    itself = csl.guide_item(edition.guide, edition.clinic, edition.site)
    yield from _written(addresses.GUIDE_CITATION, [itself])


def _written(path: str, items: Sequence[Item]) -> Iterator[tuple[str, bytes]]:
    for ending, write in FORMATS.items():
        yield f"{path}.{ending}", write(items).encode()
