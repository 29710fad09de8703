"""QR codes, so that a sheet of paper leads back to its page."""

import io
from functools import cache

import segno
from markupsafe import Markup

QUIET = 4
"""Width of the white border in modules, as ISO/IEC 18004 asks."""


@cache
def qr_svg(address: str) -> Markup:
    """Return the QR code of *address* as SVG, black on white in every colour scheme."""
    out = io.BytesIO()
    qr = segno.make(address, error="m", micro=False)
    qr.save(out, kind="svg", border=QUIET, light="#fff", xmldecl=False, omitsize=True, nl=False)
    return Markup(out.getvalue().decode())  # noqa: S704 - segno writes numbers alone
