"""Prints of pages, read back: what the tests of paper share."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Literal

import zxingcpp
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

Scheme = Literal["light", "dark"]
PAPERS = ("A4", "Letter")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SIZES = {"A4": (595, 842), "Letter": (612, 792)}
"""Width and height in points."""


SHARP = 2
"""Dots for a point: 144 an inch, as a cheap printer has."""

HYPHEN = "[\x02\ufffe]"
"""What the reader of PDFs gives for a hyphen at the end of a line."""


def squeezed(text: str) -> str:
    """Return *text* without what a PDF does to it: line breaks, spaces, ligatures, capitals."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def text_of_pdf(document: Iterable[PdfPage]) -> str:
    """Return all text of a PDF, squeezed: PDFium reads it ten times as fast as pypdf."""
    text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    return squeezed(re.sub(HYPHEN, "-", text).replace("\u200b", ""))


def sizes(sheet: PdfPage) -> Iterator[float]:
    """Yield the size of every piece of type on a page in points, as it is seen: scaled by its matrix."""
    for piece in sheet.get_objects(filter=[FPDF_PAGEOBJ_TEXT], textpage=sheet.get_textpage()):
        if piece.extract().strip():
            yield round(abs(piece.get_matrix().d) * piece.get_font_size(), 1)


def faces(sheet: PdfPage) -> Iterator[tuple[str, str]]:
    """Yield every character on a page with the name of its typeface."""
    for piece in sheet.get_objects(filter=[FPDF_PAGEOBJ_TEXT], textpage=sheet.get_textpage()):
        name = piece.get_font().get_base_name().partition("+")[2].partition("-")[0]
        yield from ((sign, name) for sign in piece.extract())


class Paper:
    """A printed page of the site."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._sheets = list(PdfReader(BytesIO(pdf)).pages)
        self.sheets = len(self._sheets)
        self.size = tuple(round(float(side)) for side in self._sheets[0].mediabox[2:])
        with PdfDocument(pdf) as document:
            self._text = text_of_pdf(document)

    def inks(self) -> set[tuple[float, ...]]:
        """Return every colour of text, red, green and blue from 0 to 1."""
        drawn = b"".join(part.get_data() for sheet in self._sheets if (part := sheet.get_contents()) is not None)
        colours = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) rg\s(?:/\w+ gs\s)?BT\b", drawn)
        return {tuple(map(float, colour)) for colour in colours}

    def codes(self) -> list[str]:
        """Return what a phone reads from the QR codes on the paper."""
        with PdfDocument(self._pdf) as document:
            pictures = [sheet.render(scale=SHARP).to_pil() for sheet in document]
        return [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]

    def lacks(self, *texts: str) -> list[str]:
        """Return those of *texts* that are not on the paper."""
        return [text for text in texts if squeezed(text) not in self._text]

    def first_lacks(self, *texts: str) -> list[str]:
        """Return those of *texts* that are not on the first sheet."""
        with PdfDocument(self._pdf) as document:
            first = text_of_pdf([document[0]])
        return [text for text in texts if squeezed(text) not in first]

    def smallest(self) -> float:
        """Return the size of the smallest letter, in points."""
        with PdfDocument(self._pdf) as document:
            return min(size for sheet in document for size in sizes(sheet))


@contextmanager
def opened(browser: Browser, address: str, scheme: Scheme = "light", *, scripts: bool = True) -> Iterator[Page]:
    """Yield a page as a reader sees it before printing."""
    context = browser.new_context(color_scheme=scheme, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


@cache
def _prints(browser: Browser, address: str) -> dict[tuple[str, Scheme], bytes]:
    prints: dict[tuple[str, Scheme], bytes] = {}
    with opened(browser, address) as page:
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for paper in PAPERS:
                prints[paper, scheme] = page.pdf(format=paper)
    return prints


@cache
def printed(browser: Browser, address: str, paper: str, scheme: Scheme = "light") -> Paper:
    """Print the page at *address*; a worker loads it once for all papers and schemes, and reads each print once."""
    result = Paper(_prints(browser, address)[paper, scheme])
    width, height = SIZES[paper]
    assert abs(result.size[0] - width) + abs(result.size[1] - height) <= 2
    return result
