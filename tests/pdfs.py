"""The PDFs of an edition, read back: what the tests of paper share."""

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject, PdfObject
from pypdfium2 import PdfDocument, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_TEXT, FPDFPageObj_GetMarkedContentID

from macros.bridge.build import Build
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.edition import Edition
from macros.papers.make import Papers
from tests.printing import faces, sizes, squeezed, text_of_pdf
from tests.sites import guide

FOOT = guide("foot")
SITE = "https://clinic.example/foot/"
DOCS = Path(__file__).parent.parent / "docs"
CLINIC = Clinic.model_validate({"name": "Harbour Physiotherapy", "phone": "01632 960 123", "url": "https://a.example/"})


def papers_of(data: Guide = FOOT, clinic: Clinic = CLINIC, site: str = SITE, docs: Path = DOCS) -> Papers:
    """Return the papers of an edition."""
    papers = Build(Edition(data, clinic, site, docs)).papers
    assert papers
    return papers


PAPERS = papers_of()


class Tag(NamedTuple):
    """An element of a PDF's structure."""

    name: str
    alt: str
    scope: str
    """Of the head of a table: /Row or /Column."""


class Read:
    """A PDF, read back."""

    def __init__(self, file: Path) -> None:
        self.pdf = PdfReader(file)
        self._file = file

    @cached_property
    def text(self) -> str:
        """All text, squeezed."""
        with PdfDocument(self._file) as document:
            return text_of_pdf(document)

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, squeezed."""
        with PdfDocument(self._file) as document:
            return [text_of_pdf([sheet]) for sheet in document]

    def sizes(self) -> set[float]:
        """Return every size of type, in points."""
        with PdfDocument(self._file) as document:
            return {size for sheet in document for size in sizes(sheet)}

    def lacks(self, *texts: str) -> list[str]:
        """Return those of *texts* that are not on the paper."""
        return self.lacks_on(self.text, *texts)

    @staticmethod
    def lacks_on(page: str, *texts: str) -> list[str]:
        """Return those of *texts* that are not on a *page*."""
        return [text for text in texts if squeezed(text) not in page]

    def scale(self, page: int) -> float:
        """Return the points of a unit in the largest drawing on a page."""
        with PdfDocument(self._file) as document:
            scales = {float(path.get_matrix().a) for path in document[page].get_objects(filter=[FPDF_PAGEOBJ_PATH])}
        return max(scale for scale in scales if scale < 0.5)  # a line of the page itself is drawn in points

    def faces(self) -> set[tuple[str, str]]:
        """Return every character with the typeface that it is in."""
        with PdfDocument(self._file) as document:
            return {pair for sheet in document for pair in faces(sheet)}

    def spoken(self) -> list[str]:
        """Return what a screen reader says, in its order: the text of each piece, and the alternative of each picture."""
        with PdfDocument(self._file) as document:
            pieces = [_pieces(sheet) for sheet in document]
        places = {
            page.indirect_reference.idnum: place for place, page in enumerate(self.pdf.pages) if page.indirect_reference
        }
        return list(filter(None, _said(self.part("/StructTreeRoot"), 0, places, pieces)))

    def part(self, *names: str) -> DictionaryObject:
        """Return a part of the catalogue by the way that leads to it."""
        element = self.pdf.trailer["/Root"]
        for name in names:
            element = dictionary(element)[name]
        return dictionary(element)

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Every element of the structure, in reading order."""
        return tuple(_under(self.part("/StructTreeRoot")))

    def named(self) -> list[str]:
        """Return the name of every element of the structure."""
        return [tag.name for tag in self.tags]

    def scopes(self) -> list[str]:
        """Return what each head of a table is the head of: /Row or /Column."""
        return [tag.scope for tag in self.tags if tag.name == "/TH"]

    def alts(self) -> list[str]:
        """Return the text alternative of every picture."""
        return [tag.alt for tag in self.tags if tag.name == "/Figure"]

    def fonts(self) -> Iterator[DictionaryObject]:
        """Yield every font of every page."""
        for page in self.pdf.pages:
            yield from _fonts(dictionary(page["/Resources"]))


def _fonts(resources: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield the fonts of a page, and of the pages that are placed on it."""
    yield from map(dictionary, dictionary(resources.get("/Font", DictionaryObject())).values())
    for drawing in dictionary(resources.get("/XObject", DictionaryObject())).values():
        if "/Resources" in dictionary(drawing):
            yield from _fonts(dictionary(dictionary(drawing)["/Resources"]))


@cache
def read_back(file: Path) -> Read:
    """Return a PDF, read once for all questions that a worker asks of it."""
    return Read(file)


def dictionary(element: PdfObject | None) -> DictionaryObject:
    resolved = element and element.get_object()
    assert isinstance(resolved, DictionaryObject)
    return resolved


def _under(element: PdfObject | None) -> Iterator[Tag]:
    resolved = element and element.get_object()
    if isinstance(resolved, ArrayObject):
        for inner in resolved:
            yield from _under(inner)
    elif isinstance(resolved, DictionaryObject):
        if "/S" in resolved:
            yield Tag(str(resolved["/S"]), str(resolved.get("/Alt", "")), _scope(resolved))
        yield from _under(resolved.get("/K"))


def _scope(element: DictionaryObject) -> str:
    attributes = element.get("/A", ArrayObject()).get_object()
    tables = [it.get_object() for it in attributes if isinstance(attributes, ArrayObject)]
    return next((str(it["/Scope"]) for it in tables if isinstance(it, DictionaryObject) and "/Scope" in it), "")


def _pieces(sheet: PdfPage) -> dict[int, str]:
    """Return the text of each piece of marked content on a page."""
    pieces: dict[int, str] = {}
    for piece in sheet.get_objects(filter=[FPDF_PAGEOBJ_TEXT], textpage=sheet.get_textpage()):
        mark = FPDFPageObj_GetMarkedContentID(piece)
        pieces[mark] = pieces.get(mark, "") + piece.extract()
    return pieces


def _said(element: PdfObject, page: int, places: dict[int, int], pieces: list[dict[int, str]]) -> Iterator[str]:
    """Yield what is said of *element*, whose text is on *page* where it does not name another."""
    resolved = element.get_object()
    if isinstance(resolved, ArrayObject):
        for inner in resolved:
            yield from _said(inner, page, places, pieces)
    elif isinstance(resolved, DictionaryObject):
        own = resolved.raw_get("/Pg") if "/Pg" in resolved else None
        page = places[own.idnum] if isinstance(own, IndirectObject) else page
        if "/Alt" in resolved:
            yield str(resolved["/Alt"])
        elif "/MCID" in resolved:
            yield pieces[page].get(int(str(resolved["/MCID"])), "")
        elif "/K" in resolved:
            yield from _said(resolved.raw_get("/K"), page, places, pieces)
    elif isinstance(resolved, NumberObject):
        yield pieces[page].get(int(resolved), "")
