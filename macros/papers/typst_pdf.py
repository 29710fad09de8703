"""Typst: templates, data and pictures in, one PDF out."""

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType

import fontpkg_atkinson_hyperlegible
import fontpkg_public_sans
import typst

from macros.papers import notice
from macros.papers.catalogue import KINDS
from macros.papers.row_headers import with_row_headers

PUBLISHED = tuple(kind.name for kind in (*KINDS, notice.KIND))
"""The templates of every kind of paper on the site, and of what stands at the address of one that is gone."""

FONTS = tuple(Path(package.__file__).parent for package in (fontpkg_atkinson_hyperlegible, fontpkg_public_sans))
"""Folders of the typefaces: one for words, one for numerals, as a zero with a slash is read as a crossed out one."""


@dataclass(frozen=True)
class Templates:
    """The Typst templates of one build."""

    source: str

    @property
    def labels(self) -> set[str]:
        """Return the names of the labels, and of the groups of labels, that the templates use."""
        return set(re.findall(r"\blabels\.(\w+)", self.source))


def templates(names: Iterable[str] = PUBLISHED) -> Templates:
    """Return the templates as they are now: what all share, then the functions called *names*."""
    folder = Path(__file__).parent
    files = ("house", *names)
    return Templates("\n".join((folder / f"{name}.typ").read_text("utf-8") for name in files))


def font_files() -> list[Path]:
    """Return the files of the typefaces; raises FileNotFoundError where a package has none."""
    return [file for folder in FONTS for file in _fonts_in(folder)]


def _fonts_in(folder: Path) -> list[Path]:
    files = [file for file in folder.rglob("*") if file.suffix in {".ttf", ".otf"}]
    if not files:
        raise FileNotFoundError(f"no fonts in {folder}; delete .venv and run make site to install them again")
    return files


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=list(FONTS))
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


def program(templates: Templates, kind: object) -> bytes:
    """Return what Typst compiles for a paper of a *kind*."""
    ending = "#last-foot\n#if data.most_pages != none { at-most(data.most_pages) }"
    return f"{templates.source}\n#{kind}(data.body)\n{ending}\n".encode()


def pdf(
    templates: Templates, data: Mapping[str, object], released: date, own: Mapping[str, Path] = MappingProxyType({})
) -> bytes:
    """Return the PDF for *data*; *own* has photos and logos by the names that *data* has for them.

    Raises typst.TypstError.
    """
    root = Path(os.path.commonpath([file.resolve().parent for file in own.values()])) if own else FONTS[0]
    files = {name: f"/{file.resolve().relative_to(root).as_posix()}" for name, file in own.items()}
    document = _compiler().compile(
        program(templates, data["kind"]),
        format="pdf",
        root=root,
        sys_inputs={"data": json.dumps({**data, "files": files})},
        pdf_standards=["ua-1"],
        timestamp=datetime(released.year, released.month, released.day, tzinfo=UTC),
    )
    assert isinstance(document, bytes)  # noqa: S101 - PDFs come as one piece
    return with_row_headers(document)
