"""What a clinic lays over the guide: its files, what its settings hide, and its name."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Hide:
    """Something to leave out, and where that is said."""

    address: str
    """Its address on the site, as a clinic writes it: 'exercises/short-foot' or 'exercises/short-foot/#standing'."""

    file: str
    line: int


@dataclass(frozen=True)
class LayerFile:
    """A file in the guide's own form that holds only what differs."""

    path: Path
    name: str
    """Its name in messages."""


@dataclass(frozen=True)
class Overlay:
    """All that a clinic changes."""

    files: tuple[LayerFile, ...] = ()
    """Each is laid over the guide and the files before it."""

    hide: tuple[Hide, ...] = ()
    """What the settings leave out."""

    by: str = ""
    """Name of the clinic, which pages and papers give beside what is its own."""

    on: date | None = None
    """When the settings changed what they leave out; each file says by itself when it was changed."""


NOTHING = Overlay()
"""The guide as its makers publish it."""
