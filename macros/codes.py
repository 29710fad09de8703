"""QR codes, so that a sheet of paper leads back to its page."""

from functools import cache

import segno
from markupsafe import Markup

QUIET = 4
"""Modules of white around a code, as ISO/IEC 18004 asks."""


@cache
def code(address: str) -> Markup:
    """Return the QR code of *address* as SVG, black on white whatever the page's colours are."""
    drawn = segno.make(address, error="m", micro=False)
    looks = {"border": QUIET, "dark": "#000", "light": "#fff", "svgclass": None, "lineclass": None}
    svg = drawn.svg_inline(svgns=True, omitsize=True, **looks)
    return Markup(svg)  # noqa: S704 - segno writes numbers alone
