"""A picture as PNG, without a browser."""

import resvg_py


def raster(svg: str, width: int) -> bytes:
    """Return the SVG of `print_svg` as a PNG *width* pixels wide, with a transparent background."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width))
