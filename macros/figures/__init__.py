"""Pictures of exercises, drawn from pose data.

`Figure` is what the data holds; validating it reports every mistake with its place in the data. `problems` tells what is
wrong with the drawing itself. `inline_svg` writes a picture for a page that carries `stylesheet` once, `file_svg` a still
file for `<img>`, `print_svg` one for paper, and `raster` makes a PNG of the latter.
"""

from macros.figures.figure import Figure
from macros.figures.palette import stylesheet
from macros.figures.raster import raster
from macros.figures.rules import problems
from macros.figures.svg import file_svg, inline_svg, print_svg

__all__ = ["Figure", "file_svg", "inline_svg", "print_svg", "problems", "raster", "stylesheet"]
