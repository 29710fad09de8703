"""A clinic's own settings, in any folder: checked before a build, and given to MkDocs as seen from the guide."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.data.mistakes import GuideError, Mistake
from macros.data.settings import check_settings
from macros.data.settings_file import ENTRY, inherited

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "mkdocs.yml"


class PublishError(Exception):
    """The site was not published; the message says why, and where the last good site is."""


def profile_file(settings: Path) -> Path | None:
    """Return the file of the profile *settings*, which may be its folder; None where they are the guide's own."""
    file = Path(os.path.normpath(Path.cwd() / (settings / "mkdocs.yml" if settings.is_dir() else settings)))
    return None if file == SETTINGS else file


def profile_name(profile: Path) -> str:
    """Return what a site is named after: the profile's folder, or its file where that has a name of its own."""
    return profile.parent.name if profile.name == "mkdocs.yml" else profile.stem


def choose(guide: Path | None) -> None:
    """Let *guide* win over the data file that settings name, for this process and MkDocs."""
    if guide:
        os.environ["GUIDE"] = str(guide)


def check(profile: Path) -> None:
    """Raise PublishError with every mistake in the settings of *profile*."""
    if wrong := mistakes(profile):
        raise PublishError(str(GuideError(profile, wrong)))


def mistakes(profile: Path, seen_from: Path = ROOT) -> list[Mistake]:
    """Return every mistake in the settings of *profile*; files are named as seen from the guide's folder."""
    try:
        guides = inherited(profile, seen_from)[-1]
    except GuideError as error:
        return error.mistakes
    if guides.path.samefile(SETTINGS):
        return check_settings(profile, seen_from)
    way = Path(os.path.relpath(SETTINGS, guides.path.parent)).as_posix()
    return [Mistake(guides.name, 1, "", f"does not build on the guide; begin it with the line 'INHERIT: {way}'")]


@contextmanager
def entry(settings: Path, name: str) -> Iterator[Path]:
    """Yield *settings* as seen from the guide's folder, for as long as the block lasts.

    MkDocs takes every path of a chain of settings from the folder of the first file; the guide's own are right there.
    """
    if settings.parent == ROOT:
        yield settings
        return
    way = settings.relative_to(ROOT) if settings.is_relative_to(ROOT) else settings
    file = ROOT / ENTRY.format(name)
    file.write_text(f"INHERIT: {json.dumps(way.as_posix())}\n", encoding="utf-8")
    try:
        yield file
    finally:
        file.unlink(missing_ok=True)
