"""QR codes, so that a sheet of paper leads back to its page."""

import io
from functools import cache

import segno
from markupsafe import Markup

QUIET = 4
"""Modules of white around a code, as ISO/IEC 18004 asks."""


@cache
def qr_svg(address: str) -> Markup:
    """Return the QR code of *address* as SVG, black on white whatever the page's colours are."""
    out = io.BytesIO()
    drawn = segno.make(address, error="m", micro=False)
    drawn.save(out, kind="svg", border=QUIET, light="#fff", xmldecl=False, omitsize=True, nl=False)
    return Markup(out.getvalue().decode())  # noqa: S704 - segno writes numbers alone
