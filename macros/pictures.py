"""The pictures of a guide: drawn into pages, and as files for cards, sheets and other people's leaflets."""

import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from markupsafe import Markup

from macros import figures
from macros.cache import cached_file, fingerprint
from macros.data.model import Guide
from macros.figures import Figure

STYLESHEET = "assets/css/figures.css"
PNG_WIDTH = 1200
AFTER_HEADER = 33
"""Bytes of a PNG's signature and header, after which texts may stand."""


class Pictures:
    """Draws the figures of one guide, each once."""

    def __init__(self, guide: Guide) -> None:
        self._figures = guide.figures
        self._rights = (guide.guide.credit, guide.guide.licence)
        self.inline = cache(self._inline)
        self.printed = cache(self._printed)

    def _inline(self, id_: str) -> Markup:
        """Return the figure as SVG for a page that has the stylesheet; it moves once, softly, where that is welcome."""
        figure = self._figures[id_]
        drawn = _cached(("inline", id_), figure, lambda: figures.inline_svg(figure, f"picture-{id_}").encode())
        return Markup(drawn.decode())  # noqa: S704 - we drew it

    def _printed(self, id_: str) -> Path:
        """Return the file of the figure as SVG for paper, in literal colours."""
        figure = self._figures[id_]
        key = ("print", id_, *self._rights)
        return _cached_file(key, figure, lambda: figures.print_svg(figure, id_, *self._rights).encode())

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file by its path on the site: the shared style, and each figure as SVG and as PNG."""
        yield STYLESHEET, figures.stylesheet().encode()
        for id_, figure in self._figures.items():
            yield f"figures/{id_}.svg", self._svg(id_, figure)
            yield f"figures/{id_}.png", self._png(id_, figure)

    def _svg(self, id_: str, figure: Figure) -> bytes:
        return _cached(
            ("svg", id_, *self._rights), figure, lambda: figures.file_svg(figure, id_, *self._rights).encode()
        )

    def _png(self, id_: str, figure: Figure) -> bytes:
        def draw() -> bytes:
            drawn = figures.raster(figures.print_svg(figure, id_, *self._rights), PNG_WIDTH)
            return with_texts(drawn, dict(zip(("Author", "Copyright"), self._rights, strict=True)))

        return _cached(("png", id_, str(PNG_WIDTH), *self._rights), figure, draw)


def with_texts(png: bytes, texts: dict[str, str]) -> bytes:
    """Return *png* with *texts* inside, under the keywords of the PNG standard (iTXt, UTF-8)."""
    chunks = b"".join(_chunk(b"iTXt", f"{key}\0\0\0\0\0{text}".encode()) for key, text in texts.items())
    return png[:AFTER_HEADER] + chunks + png[AFTER_HEADER:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _cached(use: tuple[str, ...], figure: Figure, draw: Callable[[], bytes]) -> bytes:
    """Return what *draw* makes of *figure* for *use*, or what it made before from the same data and the same code."""
    return _cached_file(use, figure, draw).read_bytes()


def _cached_file(use: tuple[str, ...], figure: Figure, draw: Callable[[], bytes]) -> Path:
    return cached_file("\n".join((*use, repr(figure), _fingerprint())), draw)


@cache
def _fingerprint() -> str:
    return fingerprint(*Path(figures.__file__).parent.glob("*.py"), Path(__file__))
