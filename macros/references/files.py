"""The files of references for other programs: BibTeX, RIS and CSL-JSON, of all sources, of each, and of the guide."""

import json
from collections.abc import Callable, Iterator, Sequence

from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.references import csl
from macros.references.bibtex import bibtex
from macros.references.csl import Item
from macros.references.ris import ris


def _json(items: Sequence[Item]) -> str:
    return json.dumps(list(items), ensure_ascii=False, indent=1) + "\n"


WRITERS: dict[str, Callable[[Sequence[Item]], str]] = {
    "bib": lambda items: "\n".join(map(bibtex, items)),
    "ris": lambda items: "\r\n".join(map(ris, items)),
    "json": _json,
}
"""What writes a file, by how its name ends."""


def all_sources() -> str:
    """Return the path of the file with every source, without its ending."""
    return "evidence/references"


def one_source(id_: str) -> str:
    """Return the path of the file with one source, without its ending."""
    return f"evidence/sources/{id_}"


def the_guide() -> str:
    """Return the path of the file that cites the guide itself, without its ending."""
    return "evidence/guide"


def files(guide: Guide, clinic: Clinic, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield every file by its path on the site."""
    items = [csl.item(source) for source in guide.evidence.sources]
    yield from _written(all_sources(), items)
    for item in items:
        yield from _written(one_source(item["id"]), [item])
    yield from _written(the_guide(), [csl.guide_item(guide, clinic, site)])


def _written(path: str, items: Sequence[Item]) -> Iterator[tuple[str, bytes]]:
    for ending, write in WRITERS.items():
        yield f"{path}.{ending}", write(items).encode()
