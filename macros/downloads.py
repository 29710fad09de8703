"""Every file that a reader can take away: its address, what it is, and how big."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros import calendar
from macros.cache import cached_file
from macros.papers import Papers
from macros.papers.catalogue import SIZES, Size
from macros.wording.phrases import words

PATIENCE = 1
"""Seconds of work without a word."""


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


class Downloads:
    """The files of one guide; those of the paper that is offered first stand first."""

    def __init__(self, papers: Papers | None, first: Size, course: bytes = b"") -> None:
        """Offer no *papers* where there are none: a preview may go without them. *course* is a calendar file."""
        self._papers = papers
        self._first = first
        self._course = cached_file(course.decode(), lambda: course) if course else None

    @property
    def count(self) -> int:
        """Return how many files there are."""
        return len(self._papers.all()) + len(SIZES) if self._papers else 0

    def files(self) -> Iterator[tuple[str, Path]]:
        """Yield every file by its place on the site, made where it was not there yet."""
        if self._course:
            yield calendar.FILE, self._course
        if self._papers is None:
            return
        for paper in self._papers.all():
            yield paper.path, self._papers.file(paper)
        yield from self._papers.archives().items()

    @cached_property
    def all(self) -> tuple[Download, ...]:
        """Return every download."""
        said = words().model_dump()["downloads"]
        found = []
        if self._course:
            size = self._course.stat().st_size
            found.append(Download(calendar.FILE, "schedule/", said["course"], said["course"], "calendar", size))
        if self._papers is None:
            return tuple(found)
        for paper in sorted(self._papers.all(), key=lambda paper: (paper.page, paper.large, paper.size != self._first)):
            label = said["sizes"][paper.size] + (f", {said['large']}" if paper.large else "")
            size = self._papers.file(paper).stat().st_size
            found.append(Download(paper.path, paper.page, paper.title, label, paper.kind, size))
        archives = self._papers.archives()
        for paper_size in sorted(SIZES, key=lambda it: it != self._first):
            path = f"downloads/handouts-{paper_size}.zip"
            label = said["sizes"][paper_size]
            found.append(Download(path, "schedule/", said["all"], label, "archive", archives[path].stat().st_size))
        return tuple(found)

    @cached_property
    def _by_page(self) -> dict[str, list[Download]]:
        pages: dict[str, list[Download]] = {}
        for download in self.all:
            pages.setdefault(download.page, []).append(download)
        return pages

    def of(self, page: str) -> list[Download]:
        """Return what belongs to the page at the address *page*."""
        return self._by_page.get(page, [])


def told(downloads: Downloads) -> Iterator[tuple[str, Path]]:
    """Yield the files of *downloads*; where that takes long, tell a terminal how far it is."""
    start, shown, total = time.monotonic(), False, downloads.count
    for number, found in enumerate(downloads.files(), 1):
        if sys.stderr.isatty() and time.monotonic() - start > PATIENCE:
            sys.stderr.write(f"\r{number} of {total} PDFs and ZIPs")
            shown = True
        yield found
    if shown:
        sys.stderr.write("\n")
