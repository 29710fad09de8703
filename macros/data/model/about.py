"""The guide's own facts: its title, licence, language, releases and review."""

from itertools import pairwise
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from macros.data.model.base import Day, Record, Text, Texts, mistake_at
from macros.data.model.review import Review


class Release(Record):
    """What changed for readers in one version."""

    version: Text
    date: Day
    changes: Texts


def _newest_first(releases: tuple[Release, ...]) -> tuple[Release, ...]:
    """Refuse releases out of order and a version that is used twice."""
    for place, (newer, older) in enumerate(pairwise(releases), 1):
        if older.date > newer.date:
            raise mistake_at((place, "date"), "is after the release above it; the newest release comes first")
        if older.version in {release.version for release in releases[:place]}:
            raise mistake_at((place, "version"), "'{version}' is the version of two releases", version=older.version)
    return releases


class About(Record):
    """The guide's own facts."""

    title: Text
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "en"
    """Language tag of its words."""

    side: Text
    """What one side is called, as in 'each foot'."""

    licence: Text
    credit: Text
    """Whom to name when its words or pictures are used."""

    releases: Annotated[tuple[Release, ...], Field(min_length=1), AfterValidator(_newest_first)]
    """Newest first; the first is the version of this guide."""

    review: Review | None = None
    """Clinical review; left out until a clinician has done it, and every page says so."""

    check_by: Day
    """The day by which everything is to be read again."""

    @model_validator(mode="after")
    def _is_checked_after_its_release(self) -> Self:
        if self.check_by < self.released:
            raise mistake_at(("check_by",), "is before the date of the newest release, {day}", day=str(self.released))
        return self

    @property
    def version(self) -> str:
        """Return the version of this guide."""
        return self.releases[0].version

    @property
    def released(self) -> Day:
        """Return the day of this version."""
        return self.releases[0].date
