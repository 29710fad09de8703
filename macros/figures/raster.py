"""A picture as PNG, without a browser."""

from collections.abc import Iterable
from pathlib import Path

import resvg_py


def raster(svg: str, width: int, fonts: Iterable[Path] = ()) -> bytes:
    """Return a still SVG as a PNG *width* pixels wide, transparent where nothing is drawn; texts are in *fonts* alone."""
    files = [str(font) for font in fonts]
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, font_files=files, skip_system_fonts=True))
