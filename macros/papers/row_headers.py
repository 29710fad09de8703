"""Heads of rows in the tables of a PDF, which Typst has no tag for; and a third off its size."""

from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf


def with_row_headers(pdf: bytes) -> bytes:
    """Return *pdf* with the first cell of a row as the head of that row, where there is a paragraph in it.

    The heads of a cell then follow from their scope, so the lists of heads that Typst writes are left out.
    """
    out = BytesIO()
    with Pdf.open(BytesIO(pdf)) as document:
        for table in _elements(document.Root.StructTreeRoot, Name.Table):
            _mend(table)
        document.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _mend(table: Object) -> None:
    rows = [list(_children(row)) for row in _elements(table, Name.TR)]
    heads = [cells[0] for cells in rows if _has_a_head(cells)]
    for head in heads:
        head.S = Name.TH
        _of_table(head).Scope = Name.Row
    for cell in [cell for cells in rows for cell in cells] if heads else []:
        attributes = _of_table(cell)
        if Name.Headers in attributes:
            del attributes.Headers


def _has_a_head(cells: list[Object]) -> bool:
    """Return whether the first of *cells* names the others: one alone is a line across the table."""
    return len(cells) > 1 and cells[0].S == Name.TD and any(_elements(cells[0], Name.P))


def _of_table(cell: Object) -> Object:
    """Return the attributes that *cell* has as a part of a table."""
    return next(it for it in cell.A if isinstance(it, Dictionary) and Name.Table == it.O)


def _elements(element: Object, name: Name) -> Iterator[Object]:
    """Yield every element called *name* below *element*."""
    for child in _children(element):
        if name == child.S:
            yield child
        yield from _elements(child, name)


def _children(element: Object) -> Iterator[Object]:
    inner = element.get(Name.K)
    for child in inner if isinstance(inner, Array) else [inner]:
        if isinstance(child, Dictionary) and Name.S in child:
            yield child
