"""What search reads of a page: headings and words, without markup, data or texts to copy.

Reading all markup is a third of the time of a large build.
"""

import re

EXCLUDED = re.compile(r"<(\w+)[^>]*\bdata-search-exclude\b")
HARD_WORD = re.compile(r'<a class="term"[^>]*>(.*?)</a>', re.DOTALL)
SILENT = re.compile(r'<a class="headerlink".*?</a>|<script.*?</script>|<(?!/?h[1-6][ >])[^>]*>', re.DOTALL)
"""Links to headings, data, and every tag save those of headings."""


def search_text(html: str) -> str:
    """Return the headings and words of a page."""
    return SILENT.sub(" ", HARD_WORD.sub(r"\1", _without_excluded(html)))


def _without_excluded(html: str) -> str:
    """Return the page without the elements that say `data-search-exclude`, whatever is inside them."""
    parts, at = [], 0
    while start := EXCLUDED.search(html, at):
        parts.append(html[at : start.start()])
        at = _end(html, start.start(), start[1])
    return "".join((*parts, html[at:]))


def _end(html: str, start: int, tag: str) -> int:
    """Return where the element that begins at *start* ends; others of the same tag may be inside."""
    depth = 0
    for edge in re.compile(rf"<(/?){tag}\b[^>]*>").finditer(html, start):
        depth += -1 if edge[1] else 1
        if depth == 0:
            return edge.end()
    return len(html)
