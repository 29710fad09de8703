"""Every address ever published: pages, anchors and files. `python -m tests.addresses` adds those of site/ at a release.

Left out are what no link of a reader leads to: `assets/` and `search/`, what servers read, the theme's own controls (ids
that begin with two underscores), ids inside drawings, and the names of parts of a level.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from macros.anchors import basis, level_name
from tests.sites import ROOT, Page, Site

LIST = Path(__file__).with_name("addresses.txt")
SITE = ROOT / "site"
EXEMPT = ("assets/", "search/", "hosting/", "_headers", ".htaccess")
OWN = ("__", level_name(""), basis(""))
"""How ids begin that name parts of a level for other parts of its page; the level's own id is what links lead to."""

WORDS = ("word-", "term-", "page-words")
"""How the anchors of hard words begin; where a word is no longer on a page, they lead to the page of all words."""


def published() -> list[str]:
    """Return every address that was ever published, relative to the root of a site."""
    return LIST.read_text(encoding="utf-8").splitlines()


def addresses(site: Path) -> set[str]:
    """Return every page, anchor and file of a built *site*."""
    files = (file for file in site.rglob("*") if file.is_file())
    paths = {file.relative_to(site).as_posix(): file for file in files}
    return {
        address
        for path, file in paths.items()
        if not path.startswith(EXEMPT)
        for address in (_of_page(path, file) if file.name == "index.html" else [path])
    }


def _of_page(path: str, file: Path) -> Iterator[str]:
    address = path.removesuffix("index.html")
    yield address or "./"
    yield from (f"{address or './'}#{id_}" for id_ in anchors(Page(file, address)))


def anchors(page: Page) -> list[str]:
    """Return the ids on *page* that a link can lead to."""
    return [id_ for id_ in _ids(page.root) if not id_.startswith(OWN)]


def leads_to(site: Site, page: str, anchor: str) -> tuple[str, str]:
    """Return the page and the id that a link to *anchor* on *page* shows: a moved page and anchors.js lead on.

    The id is empty where nothing leads on.
    """
    here = (site.pages | site.embeds)[site.moved.get(page, page)]
    if anchor in here.ids or here.address in site.gone:  # that page says what to do instead of all that was on it
        return here.address, anchor
    names = [(name, link) for link in here.all("a") for name in link.get("data-anchors", "").split()]
    fitting = [it for it in names if it[0] == anchor or (it[0].endswith("-") and anchor.startswith(it[0]))]
    if not fitting:
        return here.address, ""
    name, link = max(fitting, key=lambda it: len(it[0]))
    address, own = here.target(link.get("href", ""))
    now = anchor.removeprefix(name) if "data-cut" in link.attrib else anchor
    return leads_to(site, address, own if address == here.address else now)


def _ids(element: Element) -> Iterator[str]:
    if id_ := element.get("id"):
        yield id_
    for child in element if not element.tag.endswith("svg") else ():
        yield from _ids(child)


if __name__ == "__main__":
    known = set(published()) if LIST.exists() else set()
    LIST.write_text("\n".join(sorted(known | addresses(SITE))) + "\n", encoding="utf-8")
