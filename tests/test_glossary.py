"""Hard words: each leads to its meaning, and nothing but running text is touched."""

import pytest

from macros import addresses
from macros.data.model.glossary import Term
from macros.pages.glossary import Glossary, marked
from macros.wording.labels import labels
from tests.sites import GUIDES, Site, text_of

both = pytest.mark.parametrize("name", GUIDES)
ARCH = Term(id="arch", term="arch", forms=("arches",), says="The curve of the foot.")
ODD = Term(id="odd", term="<b>'s & co", says="Odd.")


def links(html: str) -> str:
    """Return *html* with its hard words marked."""
    return marked(html, Glossary([ARCH, ODD]).places(html), "glossary/", "")


@both
def test_every_marked_word_leads_to_its_meaning_and_to_the_page_of_all_words(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    entries = {entry.id: entry for entry in site.guide.glossary}
    for page in site.pages.values():
        for term in page.all("a", "term"):
            page_of_words, id_ = page.target(term.get("href", ""))
            entry = entries[id_]
            assert page_of_words == "glossary/"
            assert term.get("data-opens") == f"word-{id_}"
            assert text_of(term).casefold() in {word.casefold() for word in entry.written}
            meaning = next(e for e in page.root.iter() if e.get("id") == f"word-{entry.id}")
            assert entry.says in text_of(meaning)
            assert ("glossary/", entry.id) in {page.target(a.get("href", "")) for a in meaning.iter("a")}


@both
def test_every_word_of_the_glossary_is_on_a_page_that_it_names(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    standing = {e.get("id") for page in site.pages.values() for e in page.root.iter() if e.get("id")}
    assert [entry.id for entry in site.guide.glossary if f"word-{entry.id}" not in standing] == []


@both
def test_no_heading_link_button_or_label_holds_a_marked_word(sites: dict[str, Site], name: str) -> None:
    for page in sites[name].pages.values():
        for element in page.one("article").iter():
            if element.tag in {"h1", "h2", "h3", "h4", "a", "button", "table", "svg"}:
                inner = [e for e in element.iter("a") if e is not element and e.get("class") == "term"]
                assert inner == [], page.address


@both
def test_the_search_finds_each_word_on_the_page_of_all_words(sites: dict[str, Site], name: str) -> None:
    index = (sites[name].folder / addresses.SEARCH_INDEX).read_text(encoding="utf-8")
    assert all(f'["{addresses.term(entry.id)}",' in index for entry in sites[name].guide.glossary)
    assert labels().glossary.here not in index


def test_only_the_first_is_marked() -> None:
    link = '<a class="term" id="term-arch" href="glossary/#arch" data-opens="word-arch">Arch</a>'
    assert links("<p>Arch, arch.</p>") == f"<p>{link}, arch.</p>\n"


@pytest.mark.parametrize(
    "html",
    [
        "<h2>arch</h2>",
        '<p title="arch > arch">x</p>',
        '<a href="#"><b>arch</b></a>',
        "<svg><text>arch</text></svg>",
        "<code>arch</code>",
        "<!-- arch -->",
        "<p>monarch arch-like architect &arch;</p>",
        "<p><b>'s & co</p>",
    ],
)
def test_what_is_no_running_text_stays_as_it_is(html: str) -> None:
    assert links(html) == html + "\n"


def test_a_word_with_signs_of_html_is_found_as_text() -> None:
    html = "<p>A &lt;b&gt;&#39;s &amp; co.</p>"
    assert 'data-opens="word-odd">&lt;b&gt;&#39;s &amp; co</a>' in links(html)
