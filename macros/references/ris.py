"""CSL-JSON to RIS, which reference managers import.

RIS knows no escapes: an author is a family name, a comma and the given names, and a body is as written.
"""

from collections.abc import Iterator

from macros.references.csl import CslDate, Item

KINDS = {"article-journal": "JOUR", "report": "RPRT", "thesis": "THES"}
"""Types of RIS; any other is 'ELEC', a web page."""


def ris(item: Item) -> str:
    """Return *item* as a record, with the line ends that the format asks for."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _fields(item))


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", KINDS.get(item["type"], "ELEC")
    yield "ID", item["id"]
    for person in item.get("author", []):
        yield "AU", person.get("literal") or ", ".join(filter(None, (person["family"], person.get("given"))))
    first, _, last = item.get("page", "").partition("-")
    for tag, value in (
        ("TI", item.get("title")),
        ("T2", item.get("container-title")),
        ("PB", item.get("publisher")),
        ("PY", str(item["issued"]["date-parts"][0][0]) if "issued" in item else None),
        ("DA", _date(item.get("issued"))),
        ("ET", item.get("version")),
        ("VL", item.get("volume")),
        ("IS", item.get("issue")),
        ("SP", first),
        ("EP", last),
        ("DO", item.get("DOI")),
        ("AN", item.get("PMID")),
        ("C2", item.get("PMCID")),
        ("UR", item.get("URL")),
        ("Y2", _date(item.get("accessed"))),
        ("N1", item.get("annote")),
    ):
        if value:
            yield tag, value
    yield "ER", ""


def _date(when: CslDate | None) -> str | None:
    """Return a whole date as YYYY/MM/DD; none where only the year is known."""
    parts = when["date-parts"][0] if when else []
    return "/".join(f"{part:02}" for part in parts) if len(parts) > 1 else None
