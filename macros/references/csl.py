"""A source, and the guide itself, as CSL-JSON, the format of citation programs."""

from datetime import date
from typing import TypedDict

from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.model.source import Name, Source
from macros.wording.labels import labels


class Person(TypedDict, total=False):
    """A person, or a body under 'literal'."""

    family: str
    given: str
    literal: str


CslDate = TypedDict("CslDate", {"date-parts": list[list[int]]})
Item = TypedDict(
    "Item",
    {
        "id": str,
        "type": str,
        "title": str,
        "author": list[Person],
        "container-title": str,
        "publisher": str,
        "version": str,
        "issued": CslDate,
        "accessed": CslDate,
        "volume": str,
        "issue": str,
        "page": str,
        "DOI": str,
        "PMID": str,
        "PMCID": str,
        "URL": str,
        "annote": str,
    },
    total=False,
)
"""The keys of CSL-JSON that the guide uses."""

PUBLISHED_BY = frozenset({"report", "thesis"})
"""Types whose container is the body that published them."""


def item(source: Source) -> Item:
    """Return *source* as CSL-JSON; an article number takes the place of pages, as its journal means it."""
    entry: Item = {"id": source.id, "type": source.type, "accessed": day(source.checked)}
    if source.title:
        entry["title"] = source.title
    if source.author:
        entry["author"] = [_person(name) for name in source.author]
    if source.container_title:
        entry["publisher" if source.type in PUBLISHED_BY else "container-title"] = source.container_title
    _add_issue(entry, source)
    _add_addresses(entry, source)
    untitled = None if source.title else labels().untitled_note
    entry["annote"] = " ".join(filter(None, (untitled, labels().read[source.read], source.note)))
    return entry


def _add_issue(entry: Item, source: Source) -> None:
    if source.issued:
        entry["issued"] = {"date-parts": [[source.issued]]}
    if source.volume:
        entry["volume"] = source.volume
    if source.issue:
        entry["issue"] = source.issue
    if page := source.number or source.page:
        entry["page"] = page


def _add_addresses(entry: Item, source: Source) -> None:
    if source.DOI:
        entry["DOI"] = source.DOI
    if source.PMID:
        entry["PMID"] = source.PMID
    if source.PMCID:
        entry["PMCID"] = source.PMCID
    if source.URL:
        entry["URL"] = source.URL


def guide_item(guide: Guide, clinic: Clinic, site: str) -> Item:
    """Return the guide itself as CSL-JSON; *site* is its address, where that is known."""
    about = guide.guide
    entry: Item = {
        "id": "guide",
        "type": "document",
        "title": about.title,
        "version": about.version,
        "issued": day(about.released),
    }
    if about.credit != about.title:
        entry["author"] = [{"literal": about.credit}]
    if clinic.name:
        entry["publisher"] = clinic.name
    if site:
        entry["URL"] = site
    return entry


def day(when: date) -> CslDate:
    """Return a day in the form of CSL-JSON."""
    return {"date-parts": [[when.year, when.month, when.day]]}


def _person(name: Name) -> Person:
    if name.literal:
        return {"literal": name.literal}
    entry: Person = {"family": name.family or ""}
    if name.given:
        entry["given"] = name.given
    return entry
