"""Every PDF of a guide, each made once and kept until something that goes into it changes."""

import hashlib
import json
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

import typst

from macros.cache import cached_file, fingerprint
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.papers import typst_pdf
from macros.papers.catalogue import SIZES, Paper, papers
from macros.papers.layout import Contents, Data, drawings
from macros.papers.zips import archive
from macros.pictures import Pictures

NAMES = {"a4": "A4", "letter": "US Letter"}
WHERE = {
    "handout": "exercises.{}: its handout",
    "sheet": "programme.weeks.{}: its sheet",
    "summary": "evidence.plain.half-page{}: its paper",
    "booklet": "the booklet{}",
}
HINTS = {
    "handout": "shorten its steps, setup, not_for or the changes of its levels",
    "sheet": "take exercises off that week or shorten its advice",
    "summary": "shorten its sentences",
    "booklet": "shorten what it says",
}


class PaperError(Exception):
    """A paper cannot be made as it has to be; says which, and what to do."""


class Papers:
    """Makes the papers of one guide."""

    def __init__(self, guide: Guide, clinic: Clinic, site: str, docs: Path) -> None:
        """Compile nothing yet. *site* is the site's own address, where it is known; photos and logos are in *docs*."""
        if clinic.logo and not (docs / clinic.logo).is_file():
            raise PaperError(f"extra.clinic.logo: there is no docs/{clinic.logo}; put it there")
        self._released = guide.guide.released
        self._contents = Contents(guide, clinic, site)
        self._pictures = Pictures(guide)
        self._descs = {id_: figure.desc for id_, figure in guide.figures.items()}
        self._docs = docs
        self._logo = clinic.logo
        self._all = tuple(papers(guide))
        self.file = cache(self._file)

    def all(self) -> tuple[Paper, ...]:
        """Return every paper, made or not."""
        return self._all

    def _file(self, paper: Paper) -> Path:
        """Return the PDF of *paper*, made now unless it was made before. Raises PaperError."""
        data = self._contents.of(paper)
        ids = sorted(drawings(data["body"]))
        own = [self._docs / name for name in (self._logo, _photo(data)) if name]
        shown = [_hash(file.read_bytes()) for file in (*map(self._pictures.printed, ids), *own)]
        key = json.dumps([_fingerprint(), version("typst"), data, [self._descs[id_] for id_ in ids], shown])
        return cached_file(key, lambda: self._made(paper, data, ids))

    def _made(self, paper: Paper, data: Data, ids: list[str]) -> bytes:
        pictures = {
            id_: {"svg": self._pictures.printed(id_).read_text("utf-8"), "desc": self._descs[id_]} for id_ in ids
        }
        try:
            return typst_pdf.pdf({**data, "pictures": pictures}, self._docs, self._released)
        except typst.TypstError as error:
            raise PaperError(_problem(paper, error)) from error

    def archives(self) -> dict[str, Path]:
        """Return a ZIP of all papers for each paper size, by its place on the site."""
        return {f"downloads/handouts-{size}.zip": self._archive(size) for size in SIZES}

    def _archive(self, size: str) -> Path:
        files = [(paper.path.replace("/", "-"), self.file(paper)) for paper in self._all if paper.size == size]
        key = json.dumps([_fingerprint(), str(self._released), [(name, file.name) for name, file in files]])
        return cached_file(key, lambda: archive(files, self._released))


def _photo(data: Data) -> str | None:
    match data["body"]:
        case {"picture": {"file": str(file)}}:
            return file
        case _:
            return None


def _problem(paper: Paper, error: typst.TypstError) -> str:
    """Return what is wrong with *paper* in words for an editor of the data."""
    where = WHERE[paper.kind].format(paper.about)
    if found := re.search(r"pages=(\d+)", str(error)):
        return f"{where} needs {found[1]} pages of {NAMES[paper.size]}; {HINTS[paper.kind]}"
    return f"{where} cannot be printed on {NAMES[paper.size]}: {error}"


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@cache
def _fingerprint() -> str:
    here = Path(__file__).parent
    return fingerprint(*here.glob("*.typ"), here / "typst_pdf.py", here / "zips.py")
