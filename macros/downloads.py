"""Every file that a reader can take away: its address, what it is, and how big."""

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from macros import addresses
from macros.cache import cached_file
from macros.data.model.paper_size import PaperSize
from macros.papers.catalogue import Paper
from macros.papers.make import Papers
from macros.wording.labels import labels

PATIENCE = 1
"""Seconds of work before the progress shows."""


@dataclass(frozen=True)
class Download:
    """One file to take away."""

    path: str
    page: str
    """Address of the page it belongs to."""

    group: str
    """What it is of: the name of an exercise, a week, the plan."""

    label: str
    """What it is: 'A4', 'A4, large print'."""

    kind: str
    bytes: int
    edition: str = ""
    """Paper and print size as the name of the file has them: 'a4', 'a4-large'; empty for a file that is not paper."""

    by_hand: bool = False
    """Whether it is empty, to be filled in by hand."""

    @property
    def format(self) -> str:
        """Return the kind of file: 'PDF'."""
        return self.path.rpartition(".")[2].upper()


class Downloads:
    """The files of one edition; those of the paper size that is offered first come first."""

    def __init__(
        self,
        papers: Papers | None,
        first: PaperSize,
        course: bytes = b"",
        former: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        """Take no *papers* where a preview goes without them.

        *course* is a calendar file; *former* has the addresses that a page had before, where its papers stay too.
        """
        self._papers = papers
        self._former = former
        self._sizes = sorted(PaperSize, key=lambda size: size != first)
        self._course = cached_file(course.decode(), lambda: course) if course else None

    @property
    def sizes(self) -> list[PaperSize]:
        """Return every paper size, the one that is offered first at the front."""
        return self._sizes

    @property
    def editions(self) -> list[tuple[PaperSize, bool]]:
        """Return every paper size in normal and in large print; the one that is offered first comes first."""
        return [(size, large) for large in (False, True) for size in self._sizes]

    @property
    def count(self) -> int:
        """Return how many files there are."""
        return bool(self._course) + (
            len((*self._papers.all(), *self._papers.notices)) + len(self.editions) if self._papers else 0
        )

    def files(self) -> Iterator[tuple[str, Path]]:
        """Yield every file by its path on the site, made where it is not cached."""
        if self._course:
            yield addresses.CALENDAR, self._course
        if self._papers:
            for paper in (*self._papers.all(), *self._papers.notices):
                former = () if paper.page == addresses.PRINT else self._former.get(paper.page, ())
                past = (page + paper.path.removeprefix(paper.page) for page in former)
                for path in (*paper.paths, *past):  # nothing but ZIPs was ever in the folder of downloads
                    yield path, self._papers.file(paper)
            for size, large in self.editions:
                yield addresses.archive(size, large=large), self._papers.archive(size, large=large)

    @cached_property
    def all(self) -> tuple[Download, ...]:
        """Return every download."""
        return tuple(self._all())

    def _all(self) -> Iterator[Download]:
        if self._course:
            name, size = labels().formats["ics"], self._course.stat().st_size
            yield Download(addresses.CALENDAR, addresses.PLAN, name, name, "calendar", size)
        if self._papers:
            yield from (self._printed(self._papers, paper) for paper in sorted(self._papers.all(), key=self._order))
            yield from (self._archive(self._papers, size, large=large) for size, large in self.editions)

    def _order(self, paper: Paper) -> tuple[str, bool, int]:
        return paper.page, paper.large, self._sizes.index(paper.format.size)

    def _printed(self, papers: Papers, paper: Paper) -> Download:
        label, edition = _edition(paper.size_name, paper.format.size, large=paper.large)
        name, size = paper.kind.name, papers.file(paper).stat().st_size
        return Download(paper.path, paper.page, paper.title, label, name, size, edition, paper.kind.by_hand)

    def _archive(self, papers: Papers, size: PaperSize, *, large: bool) -> Download:
        label, edition = _edition(labels().paper_sizes[size], size, large=large)
        path, length = addresses.archive(size, large=large), papers.archive(size, large=large).stat().st_size
        return Download(path, addresses.PLAN, labels().downloads.all, label, "archive", length, edition)

    @cached_property
    def _by_page(self) -> dict[str, list[Download]]:
        pages: dict[str, list[Download]] = {}
        for download in self.all:
            pages.setdefault(download.page, []).append(download)
        return pages

    def of(self, page: str) -> list[Download]:
        """Return what belongs to the page at the address *page*."""
        return self._by_page.get(page, [])


def _edition(name: str, size: PaperSize, *, large: bool) -> tuple[str, str]:
    """Return a paper, called *name*, and print size in words; and as names of files have them."""
    return (f"{name}, {labels().downloads.large}", size + addresses.LARGE) if large else (name, str(size))


def with_progress(downloads: Downloads) -> Iterator[tuple[str, Path]]:
    """Yield the files of *downloads*; where that takes long, show on a terminal how far it is."""
    start, shown, total = time.monotonic(), False, downloads.count
    for number, file in enumerate(downloads.files(), 1):
        if sys.stderr.isatty() and time.monotonic() - start > PATIENCE:
            sys.stderr.write(f"\r{number} of {total} PDFs, ZIPs and calendars")
            shown = True
        yield file
    if shown:
        sys.stderr.write("\n")
