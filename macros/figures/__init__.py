"""Pictures of exercises, drawn from pose data.

`Figure` is what the data holds. `svg` writes a figure as SVG, `palette` the style that pages share, `raster` a PNG.
"""

from macros.figures.figure import Figure

__all__ = ["Figure"]
