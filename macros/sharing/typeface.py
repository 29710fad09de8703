"""How wide text is: read from the tables of a TrueType font, so that a picture breaks its lines itself."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from struct import unpack_from

MORE = "…"
"""Ends a text that is longer than its place."""

UNICODE = (3, 1)
"""Platform and encoding of the table that has a glyph for each character."""

ENDS = (re.compile(r"(?<=,) "), re.compile(r"(?<!\d) "))
"""Where a line ends: after a comma if that will do, else after a word, but not between a number and what it counts."""


class Typeface:
    """One font file; widths are sums of advances, which kerning makes no wider than a hair."""

    def __init__(self, file: Path) -> None:
        """Read which characters the font has, and how wide each is."""
        data = file.read_bytes()
        tables = dict(_tables(data))
        self._em: int = unpack_from(">H", data, tables["head"] + 18)[0]
        count: int = unpack_from(">H", data, tables["hhea"] + 34)[0]
        advances: tuple[int, ...] = unpack_from(">" + "Hh" * count, data, tables["hmtx"])[::2]
        glyphs = _glyphs(data, tables["cmap"])
        self._advances: dict[int, int] = {code: advances[min(glyph, count - 1)] for code, glyph in glyphs}
        self._unknown = max(advances)

    def writes(self, text: str) -> bool:
        """Return whether the font has every character of *text*."""
        return all(ord(sign) in self._advances for sign in text if not sign.isspace())

    def width(self, text: str, size: float) -> float:
        """Return how wide *text* is, in the unit of its *size*."""
        return sum(self._advances.get(ord(sign), self._unknown) for sign in text) * size / self._em

    def lines(self, text: str, size: float, width: float, most: int) -> tuple[str, ...]:
        """Return *text* in at most so many lines that fit into *width*; what is left out shows as '…'."""
        for ends in ENDS:
            units = ends.split(" ".join(text.split()))
            widest = max(self.width(unit, size) for unit in units)
            lines = tuple(_filled(units, lambda line: self.width(line, size) <= width))
            if widest <= width and len(lines) <= most:
                return self._balanced(units, size, (widest, width), len(lines))
        pieces = [piece for unit in units for piece in self._pieces(unit, size, width)]
        lines = tuple(_filled(pieces, lambda line: self.width(line, size) <= width))
        return lines if len(lines) <= most else (*lines[: most - 1], self._cut(lines[most - 1], size, width))

    def _balanced(self, units: Sequence[str], size: float, between: tuple[float, float], count: int) -> tuple[str, ...]:
        """Return *units* in *count* lines, as narrow as they can be."""
        narrow, wide = between
        while wide - narrow > 1:
            middle = (narrow + wide) / 2
            lines = tuple(_filled(units, lambda line: self.width(line, size) <= middle))  # noqa: B023 - used at once
            narrow, wide = (narrow, middle) if len(lines) <= count else (middle, wide)
        return tuple(_filled(units, lambda line: self.width(line, size) <= wide))

    def _pieces(self, unit: str, size: float, width: float) -> Iterator[str]:
        """Yield *unit*, in pieces where it is wider than a line."""
        piece = ""
        for sign in unit:
            if piece and self.width(piece + sign, size) > width:
                yield piece
                piece = ""
            piece += sign
        yield piece

    def _cut(self, line: str, size: float, width: float) -> str:
        """Return as much of *line* as has room before '…'."""
        while line and self.width(line + MORE, size) > width:
            line = line.rpartition(" ")[0] or line[:-1]
        return line.rstrip(",") + MORE


def _filled(units: Iterable[str], fits: Callable[[str], bool]) -> Iterator[str]:
    """Yield lines of *units*, each as full as it can be."""
    line = ""
    for unit in units:
        longer = f"{line} {unit}".lstrip()
        if line and not fits(longer):
            yield line
            longer = unit
        line = longer
    yield line


@cache
def typeface(file: Path) -> Typeface:
    """Return the typeface in *file*, read once."""
    return Typeface(file)


def _tables(data: bytes) -> Iterator[tuple[str, int]]:
    """Yield the name and the place of each table."""
    (count,) = unpack_from(">H", data, 4)
    for place in range(12, 12 + 16 * count, 16):
        name, _, offset, _ = unpack_from(">4sIII", data, place)
        yield name.decode("latin-1"), offset


def _glyphs(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Yield the code of each character with its glyph, from the table of format 4 that every such font has."""
    (count,) = unpack_from(">H", data, cmap + 2)
    records = [unpack_from(">HHI", data, cmap + 4 + 8 * record) for record in range(count)]
    start = cmap + next(offset for *kind, offset in records if tuple(kind) == UNICODE)
    double = unpack_from(">H", data, start + 6)[0]
    columns = (start + 14, *(start + 16 + double * column for column in (1, 2, 3)))
    ends, starts, deltas, ranges = (unpack_from(f">{double // 2}H", data, column) for column in columns)
    for segment, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, last + 1):
            glyph = code
            if ranges[segment]:
                (glyph,) = unpack_from(">H", data, columns[3] + 2 * segment + ranges[segment] + 2 * (code - first))
            if glyph and (moved := (glyph + deltas[segment]) % 0x10000):
                yield code, moved
