"""The table that a clinician fills in, as CSV: written so that spreadsheets open it, read however they save it."""

import csv
import io
from collections.abc import Iterable
from typing import NamedTuple

from macros.review.item import Item

COLUMNS = ("id", "page", "text", "source", "right", "wrong", "say instead", "fingerprint")
NEEDED = ("id", "right", "wrong", "say instead", "fingerprint")
"""Columns without which a table cannot be read back."""

SIGN = "#"
"""Before each fingerprint, so that no spreadsheet takes one for a number: 00123456 and 12345e67 would be lost."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that spreadsheets would calculate."""


class TableError(Exception):
    """A file is not a table to review; says why."""


class Row(NamedTuple):
    """What a clinician wrote about one text."""

    id: str
    right: bool
    wrong: bool
    say_instead: str
    fingerprint: str


def to_csv(items: Iterable[Item]) -> bytes:
    """Return the table of *items* with empty boxes; it begins with a byte order mark, so that Excel reads UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for item in items:
        page = "" if item.page is None else f"/{item.page}"
        cells = (item.id, page, item.text, item.source, "", "", "", f"{SIGN}{item.fingerprint}")
        writer.writerow(map(_harmless, cells))
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """Return *cell* so that no spreadsheet calculates it."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def read_csv(content: bytes) -> list[Row]:
    """Return every row of a filled table. Raises TableError where it is not one."""
    lines = io.StringIO(_text(content), newline="")
    first = lines.readline()
    lines.seek(0)
    reader = csv.DictReader(lines, delimiter=max(",;\t", key=first.count), strict=True)
    try:
        rows = [{(key or "").strip().casefold(): value for key, value in row.items()} for row in reader]
    except csv.Error as error:
        raise TableError(f"line {reader.reader.line_num} is not CSV: {error}") from error
    names = [(name or "").strip().casefold() for name in reader.fieldnames or ()]
    if missing := [name for name in NEEDED if name not in names]:
        raise TableError(f"the first line needs the columns {', '.join(NEEDED)}; missing: {', '.join(missing)}")
    return [_row(row) for row in rows]


def _text(content: bytes) -> str:
    """Return the text of a file that a spreadsheet saved: as UTF-8, as Unicode text, or as Windows does."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _row(cells: dict[str, str | list[str] | None]) -> Row:
    id_, right, wrong, say_instead, fingerprint = (_cell(cells[name]) for name in NEEDED)
    return Row(id_, bool(right), bool(wrong), say_instead, fingerprint.removeprefix(SIGN))


def _cell(value: str | list[str] | None) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
