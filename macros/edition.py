"""A guide as one host publishes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Literal

from macros import addresses
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.model.safety import Place
from macros.review.marks import Marks

Framers = Literal["anyone", "nobody"] | tuple[str, ...]
"""Who may show the pages for embedding in pages of their own: anyone, nobody, or the origins that are listed."""

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Edition:
    """A guide, who hosts it, and where."""

    guide: Guide
    clinic: Clinic
    site: str = ""
    """Address of the site, sub-path included; empty where the build does not know it."""

    docs: Path = Path("docs")
    """Folder with files that every edition has: pages, photos, a logo."""

    changed: datetime = LONG_AGO
    """When the guide was released, or a clinic last changed it; calendars tell by it which file is newer."""

    source: str = ""
    """Address of the guide's source; empty where the settings have none."""

    kit: str = ""
    """Address of the ready ZIPs; empty where the settings have none."""

    own_files: Mapping[str, Path] = field(default_factory=dict)
    """The host's own files that are not in *docs*, by their paths on the site."""

    @cached_property
    def marks(self) -> Marks:
        """Return what a clinician has reviewed of the guide."""
        return Marks(self.guide, self.country)

    @property
    def framers(self) -> Framers:
        """Return who may show the pages for embedding, by the clinic's settings."""
        given = self.clinic.embed
        return "anyone" if given is None else given or "nobody"

    @property
    def country(self) -> Place:
        """Return whom to call: in the host's country, or anywhere."""
        return self.guide.safety.country_for(self.clinic.country)

    def file(self, path: str) -> Path:
        """Return the file of the host's own that is at *path* on the site."""
        return self.own_files.get(path, self.docs / path)

    def absolute(self, address: str) -> str | None:
        """Return *address* with the site's own address before it; None where that is not known."""
        return addresses.absolute(self.site, address) if self.site else None
