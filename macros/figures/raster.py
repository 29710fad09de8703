"""A picture as PNG, without a browser."""

import resvg_py


def raster(svg: str, width: int) -> bytes:
    """Draw the text of `print_svg` as a PNG *width* pixels wide; where nothing is drawn it is see-through."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width))
