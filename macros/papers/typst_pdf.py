"""Typst: data and pictures in, one PDF out."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import fontpkg_atkinson_hyperlegible as type_on_paper
import typst

HERE = Path(__file__).parent
PARTS = ("house", "sheet", "handout", "summary", "booklet", "main")


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[Path(type_on_paper.__file__).parent]
    )
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


@cache
def source() -> bytes:
    """Return the templates, one after the other."""
    return b"".join((HERE / f"{part}.typ").read_bytes() for part in PARTS)


def pdf(data: Mapping[str, object], docs: Path, made: date) -> bytes:
    """Return the PDF for *data*; photos and logos are read from below *docs*. Raises typst.TypstError."""
    done = _compiler().compile(
        source(),
        format="pdf",
        root=docs,
        sys_inputs={"data": json.dumps(data)},
        pdf_standards=["ua-1"],
        timestamp=datetime(made.year, made.month, made.day, tzinfo=UTC),
    )
    assert isinstance(done, bytes)  # noqa: S101 - PDFs come as one piece
    return done


def png(data: Mapping[str, object], docs: Path) -> bytes:
    """Return the first page as a picture, to look at."""
    done = _compiler().compile(source(), format="png", ppi=150, root=docs, sys_inputs={"data": json.dumps(data)})
    return done[0] if isinstance(done, list) else bytes(done or b"")
