"""QR codes that lead from paper to a page."""

import io

import segno


def code(address: str) -> str:
    """Return the QR code of *address* as SVG, with the quiet border that scanners need."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=4, light="#fff", xmldecl=False, nl=False)
    return out.getvalue().decode()
