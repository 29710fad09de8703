"""The source of a guide and of one profile: what somebody needs to build the site again."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from macros.publishing.parcel import files_of
from macros.publishing.profile import ROOT, profile_name

FILES = (
    *("mkdocs.yml", "Makefile", "pyproject.toml", "LICENSE", "CITATION.cff", "README.md", "CONTRIBUTING.md"),
    *("CHANGELOG.md", "readme.png", "requirements.in", "requirements.txt", "requirements-dev.in"),
    *("requirements-dev.txt", "requirements-editions.in", "requirements-editions.txt"),
)
"""Files at the top that belong to the project."""

FOLDERS = ("docs", "macros", "overrides", "tests", "clinics/example", "clinics/hosting", ".ci")
"""Its folders. Other clinics' folders are theirs alone."""

INHERITS = re.compile(rb"^INHERIT:.*$", re.MULTILINE)

LEFT = ("__pycache__", ".DS_Store", "Thumbs.db")
"""What tools and systems leave behind."""


def files(guide: Path, profile: Path | None) -> Iterator[tuple[str, Path | bytes]]:
    """Yield every file of the project by its path, with the data file *guide* and all that *profile* may use."""
    known = _not_ignored()
    found: dict[str, Path | bytes] = {name: ROOT / name for name in FILES if (ROOT / name).is_file()}
    for folder in FOLDERS:
        for file in _files_in(ROOT / folder):
            path = file.relative_to(ROOT).as_posix()
            if not known or path in known:
                found[path] = file
    found[guide.relative_to(ROOT).as_posix() if guide.is_relative_to(ROOT) else guide.name] = guide
    for file in _of(profile) if profile else ():
        if file.is_relative_to(ROOT):
            found[file.relative_to(ROOT).as_posix()] = file
        elif profile and file.is_relative_to(profile.parent):
            path = f"clinics/{profile_name(profile)}/{file.relative_to(profile.parent).as_posix()}"
            found[path] = _inside(file) if file == profile else file
    yield from sorted(found.items(), key=lambda item: item[0])


def _of(profile: Path) -> Iterator[Path]:
    """Yield what belongs to a profile; one next to the guide's own settings has no folder."""
    yield from [profile] if profile.parent == ROOT else files_of(profile)


def _inside(profile: Path) -> bytes:
    """Return the settings of a profile outside the project, as they are in a folder of it."""
    return INHERITS.sub(rb"INHERIT: ../../mkdocs.yml", profile.read_bytes(), count=1)


def _files_in(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not any(part in LEFT for part in file.parts):
            yield file


def _not_ignored() -> frozenset[str]:
    """Return the paths that Git does not ignore; none where this is no checkout, as after unpacking a ZIP."""
    if not (ROOT / ".git").exists():
        return frozenset()
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - whichever Git there is
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return frozenset()
    return frozenset(listed.stdout.split("\0"))
