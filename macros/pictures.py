"""The pictures of a guide: drawn into pages, and as files for cards, sheets and other people's leaflets."""

import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from markupsafe import Markup

from macros import addresses, figures
from macros.cache import cached_file, fingerprint
from macros.data.model import Guide
from macros.data.model.dose import Dose, Repetitions, Steps, Time
from macros.figures import Figure
from macros.figures.palette import stylesheet
from macros.figures.playing import Tempo, playing
from macros.figures.raster import raster
from macros.figures.svg import file_svg, inline_svg

PNG_WIDTH = 1200
WAY = 2
"""Seconds of a movement there, and of one back, where a dose does not say."""
AFTER_HEADER = 33
"""Bytes of a PNG's signature and header, after which texts may follow."""


def tempo(dose: Dose) -> str:
    """Return the seconds of a movement in the picture of an exercise: there, hold, and back; no way back for a step."""
    match dose:
        case Repetitions():
            way = dose.seconds_each / 2
            return f"{way:g} {dose.hold} {way:g}"
        case Steps():
            return f"{dose.seconds_each} 0 0"
        case Time():
            return f"{WAY} 0 {WAY}"


class Pictures:
    """Draws the figures of one guide, each once."""

    def __init__(self, guide: Guide) -> None:
        self._figures = guide.figures
        self._rights = (guide.guide.credit, guide.guide.licence)
        self._code = _fingerprint()
        self.inline = cache(self._inline)
        self.playing = cache(self._playing)
        self.printed = cache(self._printed)

    def _inline(self, id_: str, again: str = "") -> Markup:
        """Return the figure as SVG for a page that has the style sheet; picture.js moves it.

        *again* sets its ids apart where a page has it already.
        """
        figure, name = self._figures[id_], "-".join(filter(None, ("picture", id_, again)))
        drawing = self._cached(figure, "inline", name, draw=lambda: inline_svg(figure, name).encode())
        return Markup(drawing.read_text("utf-8"))  # noqa: S704 - we drew it

    def _playing(self, id_: str, tempo: str, again: str = "") -> Markup:
        """Return the figure as SVG for a page without a script: it moves by itself, at a *tempo*."""
        seconds = Tempo(*map(float, tempo.split()))
        return Markup(playing(self.inline(id_, again), seconds))  # noqa: S704 - we drew it

    def _printed(self, id_: str) -> Path:
        """Return the file of the figure as SVG for paper."""
        return self._file(id_, "svg", _svg)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file by its path: the shared style, each figure in each format, under former ids too."""
        yield addresses.FIGURE_STYLES, stylesheet().encode()
        for id_, figure in self._figures.items():
            for name in (id_, *figure.former_ids):
                for ending, draw in FORMATS.items():
                    yield addresses.figure(name, ending), self._file(id_, ending, draw).read_bytes()
                yield addresses.dark_figure(name), self._file(id_, "dark", _dark).read_bytes()

    def _file(self, id_: str, use: str, draw: Callable[[Figure, str, str, str], bytes]) -> Path:
        """Return the file of a figure for a *use*."""
        figure = self._figures[id_]
        return self._cached(figure, use, id_, *self._rights, draw=lambda: draw(figure, id_, *self._rights))

    def _cached(self, figure: Figure, *use: str, draw: Callable[[], bytes]) -> Path:
        """Return the file of what *draw* makes of *figure* for a *use*."""
        return cached_file("\n".join((*use, repr(figure), self._code)), draw)


def _svg(figure: Figure, id_: str, credit: str, licence: str) -> bytes:
    return file_svg(figure, id_, credit, licence).encode()


def _dark(figure: Figure, id_: str, credit: str, licence: str) -> bytes:
    return file_svg(figure, id_, credit, licence, "dark").encode()


def _png(figure: Figure, id_: str, credit: str, licence: str) -> bytes:
    drawing = raster(file_svg(figure, id_, credit, licence), PNG_WIDTH)
    return with_texts(drawing, {"Author": credit, "Copyright": licence})


FORMATS: dict[str, Callable[[Figure, str, str, str], bytes]] = {"svg": _svg, "png": _png}
"""What draws each format, by the ending of its files; its name for readers is in labels.yml under `formats`."""


def with_texts(png: bytes, texts: dict[str, str]) -> bytes:
    """Return *png* with *texts* inside, under the keywords of the PNG standard (iTXt, UTF-8)."""
    chunks = b"".join(_chunk(b"iTXt", f"{key}\0\0\0\0\0{text}".encode()) for key, text in texts.items())
    return png[:AFTER_HEADER] + chunks + png[AFTER_HEADER:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _fingerprint() -> str:
    """Return what a drawing depends on besides its data: our code, the library that draws PNGs, and their width."""
    code = fingerprint([*Path(figures.__file__).parent.glob("*.py"), Path(__file__)])
    return f"{code} {version('resvg-py')} {PNG_WIDTH}"
