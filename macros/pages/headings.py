"""The table of contents of a page, read from its headings."""

import re
from typing import TypedDict

HEADING = re.compile(r'<h([23])\b[^>]*? id="([^"]+)"[^>]*>(.*?)(?:<a class="headerlink".*?</a>)?</h[23]>', re.DOTALL)


class Entry(TypedDict):
    """A heading as Markdown's own toc extension tells it."""

    level: int
    id: str
    name: str
    children: list["Entry"]


def contents(html: str) -> list[Entry]:
    """Return the headings of the second level in *html*, each with those of the third below it."""
    found: list[Entry] = []
    for level, id_, name in HEADING.findall(html):
        entry = Entry(level=int(level), id=id_, name=re.sub(r"<[^>]+>", "", name), children=[])
        (found[-1]["children"] if found and level == "3" else found).append(entry)
    return found
