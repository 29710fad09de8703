"""A link that worked once always works: to a page, to a place on it, and to a file."""

import pytest

from tests.addresses import WORDS, leads_to, published
from tests.sites import Site

PAGES = sorted({address.partition("#")[0] for address in published() if address.partition("#")[0].endswith("/")})
FILES = sorted(address for address in published() if "#" not in address and not address.endswith("/"))


def anchors_of(page: str) -> list[str]:
    """Return every anchor that was ever published on *page*."""
    return [address.partition("#")[2] for address in published() if address.startswith(f"{page}#")]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_was_published_is_there_with_its_anchors_or_leads_on(address: str, foot: Site) -> None:
    page = address.removeprefix("./")
    current = foot.moved.get(page, page)
    assert current in foot.pages | foot.embeds, (
        f"/{page} is gone; keep the id, or put it under former_ids of what took its place"
    )
    found = {anchor: leads_to(foot, page, anchor) for anchor in anchors_of(address)}
    words = {anchor for anchor, (at, _) in found.items() if anchor.startswith(WORDS) and at == "glossary/"}
    lost = [anchor for anchor, (_, id_) in found.items() if not id_ and anchor not in words]
    assert lost == [], f"/{page} has lost anchors; keep their ids, or let them lead on"


def test_a_file_that_was_published_is_there(foot: Site, hosted: Site) -> None:
    sites = (foot, hosted)  # a sitemap and pictures for chats are where the site's address is known
    lost = [file for file in FILES if not any((site.folder / file).is_file() for site in sites)]
    assert lost == [], "files are gone; a renamed one stays, as a copy of what took its place"


def test_the_papers_of_a_page_that_moved_stay_where_they_were(sites: dict[str, Site]) -> None:
    hand = sites["hand"]
    assert hand.moved
    for former, page in hand.moved.items():
        if page == "print/":
            continue  # nothing but ZIPs was in the folder of downloads
        papers = {file.name: file.read_bytes() for file in (hand.folder / page).glob("*.pdf")}
        assert papers or page.endswith("evidence/") or page in {"helpers/", "schedule/no-band/"}
        if papers:
            assert {file.name: file.read_bytes() for file in (hand.folder / former).glob("*.pdf")} == papers
