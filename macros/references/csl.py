"""A source, and the guide itself, as CSL-JSON: the form that citation programs read."""

from datetime import date
from typing import TypedDict

from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.model.source import Name, Source
from macros.wording.phrases import words


class Person(TypedDict, total=False):
    """A person, or a body under 'literal'."""

    family: str
    given: str
    literal: str


Dated = TypedDict("Dated", {"date-parts": list[list[int]]})
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
        "issued": Dated,
        "accessed": Dated,
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
    """Return *source* as CSL-JSON; an article number stands for the pages, as its journal means it."""
    made: Item = {"id": source.id, "type": source.type, "title": source.title, "accessed": day(source.checked)}
    if source.author:
        made["author"] = [_person(name) for name in source.author]
    if source.container_title:
        made["publisher" if source.type in PUBLISHED_BY else "container-title"] = source.container_title
    _add_issue(made, source)
    _add_addresses(made, source)
    made["annote"] = " ".join(filter(None, (words().read[source.read], source.note)))
    return made


def _add_issue(made: Item, source: Source) -> None:
    if source.issued:
        made["issued"] = {"date-parts": [[source.issued]]}
    if source.volume:
        made["volume"] = source.volume
    if source.issue:
        made["issue"] = source.issue
    if page := source.number or source.page:
        made["page"] = page


def _add_addresses(made: Item, source: Source) -> None:
    if source.DOI:
        made["DOI"] = source.DOI
    if source.PMID:
        made["PMID"] = source.PMID
    if source.PMCID:
        made["PMCID"] = source.PMCID
    if source.URL:
        made["URL"] = source.URL


def guide_item(guide: Guide, clinic: Clinic, site: str) -> Item:
    """Return the guide itself as CSL-JSON; *site* is its address, where that is known."""
    about = guide.guide
    made: Item = {
        "id": "guide",
        "type": "document",
        "title": about.title,
        "version": about.version,
        "issued": day(about.released),
    }
    if about.credit != about.title:
        made["author"] = [{"literal": about.credit}]
    if clinic.name:
        made["publisher"] = clinic.name
    if site:
        made["URL"] = site
    return made


def day(when: date) -> Dated:
    """Return a day as CSL-JSON has it."""
    return {"date-parts": [[when.year, when.month, when.day]]}


def _person(name: Name) -> Person:
    if name.literal:
        return {"literal": name.literal}
    made: Person = {"family": name.family or ""}
    if name.given:
        made["given"] = name.given
    return made
