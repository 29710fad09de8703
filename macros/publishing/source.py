"""The source of a guide and of one profile: what somebody needs to build the site again."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from macros.publishing.profile import ROOT

FILES = (
    *("mkdocs.yml", "Makefile", "pyproject.toml", "LICENSE", "CITATION.cff", "README.md", "CONTRIBUTING.md"),
    *("CHANGELOG.md", "readme.png", "requirements.in", "requirements.txt", "requirements-dev.in"),
    *("requirements-dev.txt", "requirements-editions.in", "requirements-editions.txt"),
)
"""Files at the top that belong to the project."""

FOLDERS = ("docs", "macros", "overrides", "tests", "clinics/example", "clinics/hosting", ".ci")
"""Its folders. Other clinics' folders are theirs alone."""

LEFT = ("__pycache__", ".DS_Store", "Thumbs.db")
"""What tools and systems leave behind."""


def files(guide: Path, profile: Path | None) -> Iterator[tuple[str, Path]]:
    """Yield every file of the project by its path, with the data file *guide* and the folder of the *profile*."""
    known = _not_ignored()
    for name in FILES:
        if (ROOT / name).is_file():
            yield name, ROOT / name
    for folder in FOLDERS:
        for file in _files_in(ROOT / folder):
            path = file.relative_to(ROOT).as_posix()
            if not known or path in known:
                yield path, file
    yield guide.relative_to(ROOT).as_posix() if guide.is_relative_to(ROOT) else guide.name, guide
    own = profile.parent if profile else None
    if own and own not in {ROOT, ROOT / "clinics/example"}:
        for file in _files_in(own):
            yield f"clinics/{own.name}/{file.relative_to(own).as_posix()}", file


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
