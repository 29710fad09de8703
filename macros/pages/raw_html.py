"""A Markdown extension that keeps finished HTML out of Markdown's way.

What is between OPEN and CLOSE goes to Markdown's own store of raw HTML before any block is read, so that text in it
stays text: in Markdown even escaped `*`, `#` or `[x](javascript:…)` come alive.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

OPEN, CLOSE = "<guide-html>", "</guide-html>"
AFTER_NORMALIZE_WHITESPACE = 25  # which has priority 30, and html_block, which must come later, 20


class RawHtml(Preprocessor):
    """Swap each piece of finished HTML for a placeholder."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with the placeholders in place."""
        store = lambda match: f"\n\n{self.md.htmlStash.store(match[1])}\n\n"  # noqa: E731 - shorter than a function
        text = re.sub(f"{OPEN}\n?(.*?)\n?{CLOSE}", store, "\n".join(lines), flags=re.DOTALL)
        return text.split("\n")


class RawHtmlExtension(Extension):
    """Register the preprocessor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register it where raw HTML is still to be read."""
        md.preprocessors.register(RawHtml(md), "guide-html", AFTER_NORMALIZE_WHITESPACE)


def makeExtension(**options: object) -> RawHtmlExtension:  # noqa: N802 - Markdown's name
    """Return the extension, as Markdown asks for it by module name."""
    return RawHtmlExtension(**options)
