"""The table of contents of a page, read from its headings."""

import re
from typing import TypedDict

HEADING = re.compile(r'<h([23])\b[^>]*? id="([^"]+)"[^>]*>(.*?)</h[23]>', re.DOTALL)


class Heading(TypedDict):
    """A heading in the form of Markdown's own toc extension."""

    level: int
    id: str
    name: str
    children: list["Heading"]


def headings(html: str) -> list[Heading]:
    """Return the headings of the second level in *html*, each with those of the third below it."""
    tree: list[Heading] = []
    for level, id_, name in HEADING.findall(html):
        heading = Heading(level=int(level), id=id_, name=re.sub(r"<[^>]+>", "", name), children=[])
        (tree[-1]["children"] if tree and level == "3" else tree).append(heading)
    return tree
