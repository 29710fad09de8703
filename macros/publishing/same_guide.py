"""Whether two machines have the same guide installed: its code, its data and the packages that build it."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from macros.publishing.profile import ROOT

PARTS = ("exercises.yml", "mkdocs.yml", "macros", "overrides", "docs")
"""What a site is built from."""

REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
NAMED = 3
"""Differences that a message names."""

Guide = Mapping[str, str]
"""A hash for each file, a version for each package."""


def installed() -> Guide:
    """Return what this machine has."""
    files = {
        file.relative_to(ROOT).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(_files())
    }
    names = REQUIREMENT.findall((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    return files | {name: _version(name) for name in names}


def fingerprint(guide: Guide) -> str:
    """Return one hash for all of it."""
    return hashlib.sha256("\n".join(f"{name} {value}" for name, value in sorted(guide.items())).encode()).hexdigest()


def difference(here: Guide, there: Guide) -> str:
    """Return in words what another machine has otherwise; empty where nothing is."""
    names = [name for name in sorted({*here, *there}) if here.get(name) != there.get(name)]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def is_compared(file: Path) -> bool:
    """Return whether *file* is a part of the guide that machines compare, so that it need not travel."""
    return file.is_relative_to(ROOT) and file.relative_to(ROOT).parts[0] in PARTS


def _files() -> Iterator[Path]:
    for part in (ROOT / name for name in PARTS):
        for file in part.rglob("*") if part.is_dir() else (part,):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
