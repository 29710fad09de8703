"""Hard words: the first of each in the text of a page leads to its meaning at the end of that page.

Only running text is touched: whatever stands in a heading, link, label, table, picture or attribute stays as it is. A
link down and a link back work everywhere, on paper the meanings are printed, and nothing needs JavaScript.
"""

import re
from collections.abc import Iterable
from html import unescape
from typing import NamedTuple

from markupsafe import escape

from macros.data.model import Guide
from macros.data.model.glossary import Term
from macros.pages.render import Renderer

LEFT_ALONE = re.compile(
    r"<(svg|h[1-6]|a|button|table|figure|nav|video|code|pre|script|style)\b.*?</\1>"
    r'|<(ul|ol|span|div) class="(?:chips|references|tag|dose)\b.*?</\2>'
    r'|<!--.*?-->|<[^>"]*(?:"[^"]*"[^>"]*)*>',
    re.DOTALL,
)
"""What holds no running text, and every tag by itself."""

TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
NEIGHBOURS = '<nav class="neighbours'
PAGES_OF = re.compile("<!--pages-of:([a-z0-9-]+)-->")
"""Where the page of all words names the pages of one, once all pages are there."""

NAMED = 12
"""Pages that the page of all words names for each; a thousand exercises would make a page of links."""


class Place(NamedTuple):
    """The first time that a word stands in the text of a page."""

    start: int
    end: int
    entry: Term


class Glossary:
    """Finds the words of one guide in finished pages."""

    def __init__(self, entries: Iterable[Term]) -> None:
        """Make one pattern of all words, the longest first, as they stand in HTML."""
        self._entries = {str(escape(word)).casefold(): entry for entry in entries for word in entry.written}
        longest = sorted(self._entries, key=lambda word: (-len(word), word))
        words = "|".join(map(re.escape, longest))
        firsts = re.escape("".join(sorted({word[0] for word in longest})))
        # The look ahead at one sign passes over what is left alone, and is most of the speed.
        pattern = rf"(?=[{firsts}])(?<![\w&#-])(?:{words})(?![\w-])" if longest else r"(?!)"
        self._pattern = re.compile(pattern, re.IGNORECASE)

    def places(self, html: str) -> list[Place]:
        """Return where each word first stands in the text of a page, in order."""
        if not self._entries or PAGES_OF.search(html):
            return []
        return self._first(LEFT_ALONE.sub(lambda match: "\0" * len(match[0]), html))

    def titled(self, html: str) -> list[Term]:
        """Return the words that stand in the title of a page, which itself is left alone."""
        title = TITLE.search(html)
        return [place.entry for place in self._first(title[1])] if title and self._entries else []

    def _first(self, text: str) -> list[Place]:
        first: dict[str, Place] = {}
        for match in self._pattern.finditer(text):
            entry = self._entries[match[0].casefold()]
            first.setdefault(entry.id, Place(*match.span(), entry))
        return list(first.values())


class HardWords:
    """The hard words of every page of one build: read when the page is whole, marked when it is written."""

    def __init__(self, guide: Guide, renderer: Renderer) -> None:
        """Start with no page read."""
        self._glossary = Glossary(guide.glossary)
        self._renderer = renderer
        self._places: dict[str, list[Place]] = {}
        self._titled: dict[str, list[Term]] = {}
        self._pages: dict[str, list[tuple[str, str]]] = {}

    def read(self, html: str, title: str, address: str) -> None:
        """Note the words on the page at *address*; *title* is HTML."""
        places = self._glossary.places(html)
        in_text = {place.entry.id for place in places}
        titled = [] if PAGES_OF.search(html) else [e for e in self._glossary.titled(html) if e.id not in in_text]
        self._places[address], self._titled[address] = places, titled
        for entry in (*(place.entry for place in places), *titled):
            self._pages.setdefault(entry.id, []).append((unescape(title), address))

    def mark(self, html: str, address: str) -> str:
        """Return the page with the first of each hard word as a link to its meaning, which stands at its end."""
        places, titled = self._places[address], self._titled[address]
        if not places and not titled:
            return html
        entries = [place.entry for place in places]
        return marked(html, places, self._renderer.inline("page_words", address, entries=entries, titled=titled))

    def with_pages(self, html: str, address: str) -> str:
        """Return the page of all words at *address* with the pages that each stands on; any other page as it is."""
        return PAGES_OF.sub(lambda match: self._list(match[1], address), html)

    def _list(self, id_: str, address: str) -> str:
        pages = self._pages.get(id_, [])
        shown, more = pages[:NAMED], len(pages[NAMED:])
        return self._renderer.inline("glossary_pages", address, pages=shown, more=more) if shown else ""


def marked(html: str, places: Iterable[Place], meanings: str) -> str:
    """Return the page with the words at *places* as links, and *meanings* at its end."""
    parts: list[str] = []
    at = 0
    for start, end, entry in places:
        parts += [html[at:start], f'<a class="term" id="term-{entry.id}" href="#word-{entry.id}">{html[start:end]}</a>']
        at = end
    last = html.rfind(NEIGHBOURS, at)
    last = len(html) if last < 0 else last
    return "".join((*parts, html[at:last], meanings, "\n", html[last:]))
