"""The feed of changes (Atom, RFC 4287): an entry for each release of a guide."""

from collections.abc import Iterator
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

from macros import addresses, anchors
from macros.data.model.about import Release
from macros.data.model.former import first_id
from macros.edition import Edition
from macros.wording.labels import labels

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
TYPE = "application/atom+xml"


def files(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the feed by its path."""
    ET.register_namespace("", ATOM)
    ET.register_namespace("xhtml", XHTML)
    feed = _Feed(edition).root()
    ET.indent(feed, " ")
    yield addresses.FEED, ET.tostring(feed, encoding="utf-8", xml_declaration=True).decode() + "\n"


class _Feed:
    """The feed of one edition; its links are whole where the site's address is known."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._about = edition.guide.guide

    def root(self) -> Element:
        """Return the whole feed."""
        about = self._about
        feed = Element(f"{{{ATOM}}}feed", {"xml:lang": about.language})
        _text(feed, "id", self._id())
        _text(feed, "title", f"{about.title}: {labels().menu.changes}")
        _text(feed, "updated", _moment(about.released))
        _text(feed, "rights", about.licence)
        _text(SubElement(feed, f"{{{ATOM}}}author"), "name", about.credit)
        self._link(feed, addresses.FEED, rel="self", type=TYPE)
        self._link(feed, addresses.CHANGES, rel="alternate", type="text/html")
        for release in about.releases:
            self._entry(feed, release)
        return feed

    def _entry(self, feed: Element, release: Release) -> None:
        entry = SubElement(feed, f"{{{ATOM}}}entry")
        _text(entry, "id", self._id(release.version))
        _text(entry, "title", f"{labels().version} {release.version}")
        _text(entry, "updated", _moment(release.date))
        self._link(entry, addresses.at(addresses.CHANGES, anchors.release(release.version)), rel="alternate")
        content = SubElement(entry, f"{{{ATOM}}}content", {"type": "xhtml"})
        changes = SubElement(SubElement(content, f"{{{XHTML}}}div"), f"{{{XHTML}}}ul")
        for change in release.changes:
            SubElement(changes, f"{{{XHTML}}}li").text = change

    def _id(self, *parts: str) -> str:
        """Return an id that never changes: of the guide, by the first id of its main programme, or of a release."""
        name = "/".join((first_id(self._edition.guide.programme), self._about.language, *parts))
        return uuid5(NAMESPACE_URL, name).urn

    def _link(self, parent: Element, address: str, **attributes: str) -> None:
        page, mark, anchor = address.partition("#")
        href = self._edition.absolute(address) or f"{addresses.way(page, addresses.CHANGES)}{mark}{anchor}"
        SubElement(parent, f"{{{ATOM}}}link", {**attributes, "href": href})


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _moment(day: date) -> str:
    """Return the beginning of *day*, as Atom writes it."""
    return f"{day.isoformat()}T00:00:00Z"
