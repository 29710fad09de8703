"""One build: its edition, and everything made for it, each once and only when it is asked for."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path

from macros import addresses, app
from macros.assets import brand_rules
from macros.calendar import CalendarTexts, calendar_texts, to_ics
from macros.data.mistakes import Mistake
from macros.data.own_files import Assets
from macros.data.settings import settings
from macros.downloads import Downloads, with_progress
from macros.edition import Edition
from macros.former import before
from macros.open_data import exercises, feed
from macros.pages import catalogue
from macros.pages.glossary import HardWords
from macros.pages.linked_data import LinkedData
from macros.pages.macros import Macros
from macros.pages.render import Renderer
from macros.pages.share_tags import ShareTags
from macros.papers.make import Papers
from macros.pictures import Pictures
from macros.references import files as references
from macros.sharing.pictures import SharePictures
from macros.wording import labels

LATEST = 3_900_000_000
"""The last moment that a calendar's SEQUENCE can count, in seconds from 1970."""


class Build:
    """Everything of one build; nothing outlives it but the cache of files."""

    def __init__(self, edition: Edition, *, with_papers: bool = True, assets: Assets | None = None) -> None:
        """Make nothing yet. A preview may go without papers; *assets* are the host's style sheets and scripts."""
        self.edition = edition
        self.assets = assets or Assets()
        self.macro_errors: list[str] = []
        """Macro calls that named something unknown, each with its page."""

        self.sources: tuple[Path, ...] = ()
        """Files of settings that it was made from."""

        self.own_files: dict[str, str] = {}
        """Paths of the scripts and of the style sheet that pages load on demand, by their names."""

        self.worker_source = ""
        """Script of the worker, without what it has to know of the site."""

        self.notes: tuple[Mistake, ...] = ()
        """Texts that still name something which the edition hides."""

        self._with_papers = with_papers

    @cached_property
    def pictures(self) -> Pictures:
        """The drawings."""
        return Pictures(self.edition.guide)

    @cached_property
    def papers(self) -> Papers | None:
        """The PDFs, unless the build goes without."""
        return Papers(self.edition, self.pictures) if self._with_papers else None

    @cached_property
    def calendar(self) -> CalendarTexts:
        """The texts of the main programme's calendar, which a clinic's course uses."""
        return calendar_texts(self.edition, self.edition.guide.programme)

    @cached_property
    def downloads(self) -> Downloads:
        """Every file to take away."""
        clinic = self.edition.clinic
        course = to_ics(self.calendar, clinic.course) if clinic.course else b""
        return Downloads(self.papers, clinic.paper, course, before(self.edition.guide))

    @cached_property
    def renderer(self) -> Renderer:
        """The templates."""
        return Renderer(self.edition, self.pictures, self.downloads)

    @cached_property
    def hard_words(self) -> HardWords:
        """The glossary, at work on pages."""
        return HardWords(self.edition, self.renderer)

    @cached_property
    def linked_data(self) -> LinkedData:
        """What pages are, for machines."""
        return LinkedData(self.edition)

    @cached_property
    def share_pictures(self) -> SharePictures:
        """The pictures that chats show of links."""
        return SharePictures(self.edition)

    @cached_property
    def share_tags(self) -> ShareTags:
        """What chats read of pages."""
        return ShareTags(self.edition, self.share_pictures)

    def macros(self, here: Callable[[], str]) -> Macros:
        """Return the macros for the page whose address *here* returns."""
        return Macros(self.edition, self.renderer, here)

    def pages(self) -> Iterator[catalogue.Page]:
        """Yield every page that is made from the data."""
        yield from catalogue.pages(self.edition.guide)
        yield from catalogue.gone(self.edition.guide)

    def small_files(self) -> Iterator[tuple[str, str | bytes]]:
        """Yield, by its path on the site, every file that is made in memory."""
        yield from catalogue.moved(self.edition.guide, self.renderer)
        yield from self.pictures.files()
        if self.edition.clinic.colours:
            yield addresses.BRAND_STYLES, brand_rules(self.edition.clinic.colours).encode()
        yield from references.files(self.edition)
        yield from exercises.files(self.edition, with_papers=self._with_papers)
        yield from feed.files(self.edition)
        yield from app.icons()
        if self.edition.clinic.offline:
            yield addresses.MANIFEST, app.manifest(self.edition.guide)

    def large_files(self) -> Iterator[tuple[str, Path]]:
        """Yield, by its path on the site, every file that is copied from the cache; show how far it is."""
        if self.edition.site:
            yield from self.share_pictures.files()
        yield from self.edition.own_files.items()
        yield from with_progress(self.downloads)


def build_from(config_file: Path, extra: Mapping[str, object], site: str, docs: Path, source: str = "") -> Build:
    """Return the build that the settings describe; *site* and *source* are web addresses.

    Raises GuideError with every mistake in the data file, or in the settings.
    """
    labels.labels.cache_clear()  # `mkdocs serve` builds again after a change
    read = settings(config_file, extra, docs)
    changes = [read.guide.changes.on] if read.guide.changes else []
    said = [read.clinic.changed] if read.clinic.changed else []
    changed = last_change(read.guide.guide.released, *changes, *said)
    kit = str(extra.get("kit") or "")
    edition = Edition(read.guide, read.clinic, site, docs, changed, source, kit, read.own_files)
    build = Build(edition, with_papers=bool(extra.get("papers", True)), assets=read.assets)
    build.sources, build.notes = read.files, read.notes
    return build


class EnvironmentValueError(Exception):
    """An environment variable holds something that it may not."""


def last_change(*days: date) -> datetime:
    """Return the beginning of the last of *days*, or the moment in SOURCE_DATE_EPOCH.

    The times of files are not asked, so that every clone builds the same. Raises EnvironmentValueError where
    SOURCE_DATE_EPOCH is not a number of seconds since 1970.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return datetime.combine(max(days), time(), UTC)
    if not re.fullmatch(r"\d{1,11}", given, re.ASCII) or int(given) > LATEST:
        raise EnvironmentValueError(
            f"SOURCE_DATE_EPOCH is '{given}'; allowed: seconds since 1970, before the year 2094, such as 1795305600"
        )
    return datetime.fromtimestamp(int(given), UTC)
