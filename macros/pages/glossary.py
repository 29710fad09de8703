"""Hard words: the first of each in the text of a page opens its meaning, where it stands.

Only running text is touched: headings, links, labels, tables, pictures and attributes stay as they are. Each is a link
to the page of all words; a script shows the meaning in a popover instead (docs/assets/js/words.js), paper has a list.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from markupsafe import escape

from macros import addresses, anchors
from macros.data.model.glossary import Term
from macros.edition import Edition
from macros.pages.render import Renderer

LEFT_ALONE = re.compile(
    r"<(svg|h[1-6]|a|button|table|figure|nav|video|code|pre|script|style|summary)\b.*?</\1>"
    r'|<(ul|ol|span|div|p) class="(?:chips|references|tag|dose)\b.*?</\2>'
    r'|<!--.*?-->|<[^>"]*(?:"[^"]*"[^>"]*)*>',
    re.DOTALL,
)
"""What holds no running text, and every tag by itself."""

NEIGHBOURS = '<nav class="neighbours'
PAGES_OF = re.compile("<!--pages-of:([a-z0-9-]+)-->")
"""Where the page of all words lists the pages that use one."""

NAMED = 12
"""Pages that are listed for each word; a thousand exercises would make a page of links."""


class FirstUse(NamedTuple):
    """The first use of a word in the text of a page."""

    start: int
    end: int
    entry: Term


class Glossary:
    """Finds the words of one guide in finished pages."""

    def __init__(self, entries: Iterable[Term]) -> None:
        """Make one pattern of all words, the longest first, as they are written in HTML."""
        self._entries = {str(escape(word)).casefold(): entry for entry in entries for word in entry.written}
        longest = sorted(self._entries, key=lambda word: (-len(word), word))
        words = "|".join(map(re.escape, longest))
        firsts = re.escape("".join(sorted({word[0] for word in longest})))
        # Looking ahead at one character passes over what is left alone; most of the speed comes from it.
        pattern = rf"(?=[{firsts}])(?<![\w&#-])(?:{words})(?![\w-])" if longest else r"(?!)"
        self._pattern = re.compile(pattern, re.IGNORECASE)

    def places(self, html: str) -> list[FirstUse]:
        """Return the first use of each word in the text of a page, in order."""
        if not self._entries or PAGES_OF.search(html):
            return []
        text = LEFT_ALONE.sub(lambda match: "\0" * len(match[0]), html)
        first: dict[str, FirstUse] = {}
        for match in self._pattern.finditer(text):
            entry = self._entries[match[0].casefold()]
            first.setdefault(entry.id, FirstUse(*match.span(), entry))
        return list(first.values())


@dataclass
class Page:
    """A finished page."""

    address: str
    title: str
    """As HTML."""

    html: str


class HardWords:
    """Marks the hard words of every page of one build."""

    def __init__(self, edition: Edition, renderer: Renderer) -> None:
        self._glossary = Glossary(edition.guide.glossary)
        self._renderer = renderer

    def mark(self, pages: Iterable[Page]) -> None:
        """Mark the words on all *pages*, and list on the page of all words which pages use each.

        It happens at once, when no other plugin will edit the pages any more: places in the text hold only that long.
        """
        users: dict[str, list[Page]] = {}
        whole = list(pages)
        for page in whole:
            for term in self._mark(page):
                users.setdefault(term.id, []).append(page)
        for page in whole:
            page.html = PAGES_OF.sub(lambda match: self._list(users.get(match[1], []), page.address), page.html)  # noqa: B023 - used at once

    def _mark(self, page: Page) -> list[Term]:
        """Mark the words of one page, and return them; the page of all words itself is left alone."""
        if PAGES_OF.search(page.html):
            return []
        uses = self._glossary.places(page.html)
        entries = [use.entry for use in uses]
        if uses:
            meanings = self._renderer.inline("page_words", page.address, entries=entries)
            words = addresses.way(addresses.GLOSSARY, page.address)
            page.html = marked(page.html, uses, words, meanings)
        return entries

    def _list(self, users: list[Page], here: str) -> str:
        """Return the list of the pages that use one word, for the page at *here*."""
        shown = [(unescape(page.title), page.address) for page in users[:NAMED]]
        more = len(users[NAMED:])
        return self._renderer.inline("glossary_pages", here, pages=shown, more=more) if shown else ""


def marked(html: str, uses: Iterable[FirstUse], words: str, meanings: str) -> str:
    """Return the page with *uses* as links to the page of all *words*, and *meanings* at its end."""
    parts: list[str] = []
    at = 0
    for start, end, entry in uses:
        href, opens = f"{words}#{entry.id}", anchors.meaning(entry.id)
        link = f'<a class="term" id="{anchors.term(entry.id)}" href="{href}" data-opens="{opens}">'
        parts += [html[at:start], f"{link}{html[start:end]}</a>"]
        at = end
    last = html.rfind(NEIGHBOURS, at)
    last = len(html) if last < 0 else last
    return "".join((*parts, html[at:last], meanings, "\n", html[last:]))
