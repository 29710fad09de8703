"""The pictures of a guide: drawn into pages, and as files for cards, sheets and other people's leaflets."""

import hashlib
import struct
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from markupsafe import Markup

from macros import figures
from macros.model import Guide

KEPT = Path(__file__).parent.parent / "build" / "cache"
"""Raster pictures, each under the hash of what it was made from; outside the site, so that a build can reuse them."""

STYLESHEET = "assets/css/figures.css"
PNG_WIDTH = 1200
AFTER_HEADER = 33
"""Bytes of a PNG's signature and header, after which texts may stand."""


class Pictures:
    """Draws the figures of one guide, each once."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self.inline = cache(self._inline)

    def _inline(self, id_: str) -> Markup:
        """Return the figure as SVG for a page that has the stylesheet; it moves once, softly, where that is welcome."""
        return Markup(figures.inline_svg(self._guide.figures[id_], f"picture-{id_}"))  # noqa: S704 - we drew it

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """Yield every file by its path on the site: the shared style, and each figure as SVG and as PNG."""
        yield STYLESHEET, figures.stylesheet()
        about = self._guide.guide
        for id_, figure in self._guide.figures.items():
            yield f"figures/{id_}.svg", figures.file_svg(figure, id_, about.credit, about.licence)
            drawn = png(figures.print_svg(figure, id_, about.credit, about.licence))
            yield f"figures/{id_}.png", with_texts(drawn, {"Author": about.credit, "Copyright": about.licence})


def with_texts(png: bytes, texts: dict[str, str]) -> bytes:
    """Return *png* with *texts* inside, under the keywords of the PNG standard (iTXt, UTF-8)."""
    chunks = b"".join(_chunk(b"iTXt", f"{key}\0\0\0\0\0{text}".encode()) for key, text in texts.items())
    return png[:AFTER_HEADER] + chunks + png[AFTER_HEADER:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(svg: str) -> bytes:
    """Return *svg* as a PNG, drawn only where the same was not drawn before."""
    kept = KEPT / f"{hashlib.sha256(f'{PNG_WIDTH} {svg}'.encode()).hexdigest()}.png"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(".new")
        fresh.write_bytes(figures.raster(svg, PNG_WIDTH))
        fresh.replace(kept)
    return kept.read_bytes()
