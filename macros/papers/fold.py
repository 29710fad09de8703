"""A booklet to fold: two pages on each side of a sheet, in the order of a saddle stitch."""

from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf


class Side(NamedTuple):
    """A side of a sheet: the numbers of its pages, the first being 1; none where a page is empty."""

    left: int | None
    right: int | None


class Moved(NamedTuple):
    """Where a page went."""

    sheet: Object
    x: float
    """Points from the left edge of the sheet."""

    form: Object
    """The drawing that the page is now."""


def order(pages: int) -> tuple[Side, ...]:
    """Return the sides of the sheets of a booklet, front and back of each, from the outermost sheet in.

    Printed on both sides, turned over the short edge, laid on each other and folded, they are a booklet.
    """
    most = -(-pages // 4) * 4
    numbers = [number if number <= pages else None for number in range(most + 1)]
    sides = [Side(most - place, place + 1) for place in range(most // 2)]
    outward = [side if place % 2 == 0 else Side(side.right, side.left) for place, side in enumerate(sides)]
    return tuple(Side(numbers[left or 0], numbers[right or 0]) for left, right in outward)


def to_fold(pdf: bytes) -> bytes:
    """Return *pdf* with two of its pages on each side of a sheet; it is read aloud in the order of its pages."""
    out = BytesIO()
    with Pdf.open(BytesIO(pdf)) as document:
        pages = list(document.pages)
        moved: dict[tuple[int, int], Moved] = {}
        sheets = [_sheet(document, pages, side, moved) for side in order(len(pages))]
        for part in document.objects:
            _lead_on(part, moved)
        for sheet in sheets:
            document.pages.append(Page(sheet))
        del document.pages[: len(pages)]
        document.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _sheet(document: Pdf, pages: list[Page], side: Side, moved: dict[tuple[int, int], Moved]) -> Object:
    """Return a side of a sheet, and add to *moved* where each of its pages went, by its number in the file."""
    _, _, wide, high = (float(it) for it in pages[0].mediabox)
    sheet = document.make_indirect(Dictionary(Type=Name.Page, MediaBox=[0, 0, 2 * wide, high], Tabs=Name.S))
    forms, drawing, annotations = Dictionary(), "", Array()
    for name, number, x in (("/Left", side.left, 0.0), ("/Right", side.right, wide)):
        if number is not None:
            page = pages[number - 1].obj
            forms[name] = form = _form(document, pages[number - 1])
            drawing += f"q 1 0 0 1 {x:.4f} 0 cm {name} Do Q\n"
            moved[page.objgen] = Moved(sheet, x, form)
            for annotation in page.get(Name.Annots, Array()):
                annotation.Rect = _shifted(annotation.Rect, x)
                annotations.append(annotation)
    sheet.Resources = Dictionary(XObject=forms)
    sheet.Contents = document.make_stream(drawing.encode())
    if len(annotations):
        sheet.Annots = annotations
    return sheet


def _form(document: Pdf, page: Page) -> Object:
    """Return a page as a drawing that keeps its tags."""
    form = document.make_indirect(page.as_form_xobject())
    if Name.StructParents in page.obj:
        form.StructParents = page.obj.StructParents
    return form


def _shifted(box: Object, x: float) -> Array:
    left, bottom, right, top = (float(it) for it in box)
    return Array([left + x, bottom, right + x, top])


def _lead_on(part: Object, moved: Mapping[tuple[int, int], Moved]) -> None:
    """Lead what points to a page, such as a tag or a link, to where the page is now."""
    if isinstance(part, Array):
        if len(part) > 1 and isinstance(part[1], Name) and (it := _moved(part[0], moved)):
            part[0] = it.sheet
            if part[1] == Name.XYZ:
                part[2] = float(part[2]) + it.x
        inner = list(part)
    elif isinstance(part, Dictionary):
        if it := _moved(part.get(Name.Pg), moved):
            _tag(part, it)
        inner = list(part.values())
    else:
        return
    for child in inner:
        if isinstance(child, Array | Dictionary) and not child.is_indirect:
            _lead_on(child, moved)


def _moved(page: Object | None, moved: Mapping[tuple[int, int], Moved]) -> Moved | None:
    return moved.get(page.objgen) if isinstance(page, Dictionary) else None


def _tag(part: Object, it: Moved) -> None:
    """Lead a tag, or a piece of one, to where its page is now; a number alone becomes a piece of the drawing."""
    part.Pg = it.sheet
    if part.get(Name.Type) == Name.MCR:
        part.Stm = it.form
    elif Name.K in part:
        pieces = list(part.K) if isinstance(part.K, Array) else [part.K]
        part.K = Array(
            [
                Dictionary(Type=Name.MCR, Pg=it.sheet, Stm=it.form, MCID=piece) if isinstance(piece, int) else piece
                for piece in pieces
            ]
        )
