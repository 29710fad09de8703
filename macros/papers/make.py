"""Every PDF of an edition, each made once and cached until something that goes into it changes."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

import typst

from macros.cache import cached_file, fingerprint
from macros.data.model.paper_size import PaperSize
from macros.edition import Edition
from macros.papers import typst_pdf
from macros.papers.catalogue import Paper, notices, papers
from macros.papers.fold import to_fold
from macros.papers.layout import Data, Layout, figures_on
from macros.papers.zips import archive
from macros.pictures import Pictures
from macros.wording.labels import labels


class PaperError(Exception):
    """A paper cannot be made as it has to be; says which, and what to do."""


class Papers:
    """Makes the papers of one edition."""

    def __init__(self, edition: Edition, pictures: Pictures) -> None:
        """Compile nothing yet."""
        self._edition = edition
        self._layout = Layout(edition)
        self._pictures = pictures
        self._alts = {id_: figure.alt for id_, figure in edition.guide.figures.items()}
        self._all = tuple(papers(edition.guide))
        self.notices = tuple(notices(edition.guide))
        """What stands at the addresses of papers that the guide no longer has."""

        self._templates = typst_pdf.templates()
        self._code = _fingerprint(self._templates)
        self.file = cache(self._file)
        self.archive = cache(self._archive)

    def all(self) -> tuple[Paper, ...]:
        """Return every paper, made or not."""
        return self._all

    def data(self, paper: Paper) -> Data:
        """Return everything that is on *paper* but the drawings themselves."""
        kind = paper.kind
        return {
            **self._layout.shared(),
            "labels": labels().model_dump(mode="json", include=self._templates.labels),
            "kind": kind.name,
            "title": paper.title,
            "paper": paper.format.typst,
            "large": paper.large,
            "landscape": False,
            "folds": paper.format.folds,
            "foot_at_end": paper.large or kind.foot_at_end,
            "most_pages": kind.most_large_pages if paper.large else kind.most_pages,
            "body": kind.layout(self._layout, paper.about),
        }

    def _file(self, paper: Paper) -> Path:
        """Return the PDF of *paper*. Raises PaperError."""
        data = self.data(paper)
        ids = sorted(figures_on(data["body"]))
        own = {name: self._edition.file(name) for name in (self._edition.clinic.logo, _photo(data)) if name}
        shown = [fingerprint([file]) for file in (*map(self._pictures.printed, ids), *own.values())]
        key = json.dumps([self._code, data, [self._alts[id_] for id_ in ids], shown])
        return cached_file(key, lambda: self._compile(paper, data, ids, own))

    def _compile(self, paper: Paper, data: Data, ids: list[str], own: Mapping[str, Path]) -> bytes:
        pictures = {id_: {"svg": self._pictures.printed(id_).read_text("utf-8"), "alt": self._alts[id_]} for id_ in ids}
        released = self._edition.guide.guide.released
        try:
            flat = typst_pdf.pdf(self._templates, {**data, "pictures": pictures}, released, own)
            return to_fold(flat) if paper.format.folds else flat
        except typst.TypstError as error:
            raise PaperError(_problem(paper, error)) from error

    def _archive(self, size: PaperSize, *, large: bool) -> Path:
        """Return the ZIP of all papers of one size, in normal or in large print."""
        inside = [paper for paper in self._all if paper.format.size == size and paper.large == large]
        files = [(paper.path.replace("/", "-"), self.file(paper)) for paper in inside]
        released = self._edition.guide.guide.released
        key = json.dumps([self._code, str(released), [(name, file.name) for name, file in files]])
        return cached_file(key, lambda: archive(files, released))


def _photo(data: Data) -> str | None:
    match data["body"]:
        case {"picture": {"file": str(file)}}:
            return file
        case _:
            return None


def _problem(paper: Paper, error: typst.TypstError) -> str:
    """Return what is wrong with *paper* in words for an editor of the data."""
    where, size = paper.kind.where.format(paper.about), paper.size_name
    if needed := re.search(r"pages=(\d+)", str(error)):
        return f"{where} needs {needed[1]} pages of {size}; {paper.kind.hint}"
    return f"{where} cannot be printed on {size}: {error}"


def _fingerprint(templates: typst_pdf.Templates) -> str:
    """Return what a paper depends on besides its data: templates, our code, the compiler and the fonts."""
    folder = Path(__file__).parent
    ours = [folder / f"{name}.py" for name in ("typst_pdf", "row_headers", "fold", "zips")]
    code = fingerprint([*ours, *typst_pdf.font_files()])
    return f"{templates.source} {code} {version('typst')} {version('pikepdf')}"
