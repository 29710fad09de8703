"""A profile packed to travel: its files, as they lie around the guide, unpacked around the guide of another machine."""

import io
import os
import re
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.data.mistakes import GuideError
from macros.data.settings import guide_named
from macros.data.settings_file import inherited
from macros.publishing.profile import ROOT, SETTINGS
from macros.publishing.same_guide import is_compared

VARIABLE = re.compile(r"!ENV\s*\[?\s*(\w+)")
"""An environment variable that settings read."""

ALWAYS = ("GUIDE", "SOURCE_DATE_EPOCH")
"""Those that a build reads itself."""


@dataclass(frozen=True)
class Parcel:
    """One edition to build."""

    name: str

    guide: str
    """Folder of the guide that it was packed next to, from the root of the file system."""

    profile: str
    """File of the profile, from there too."""

    files: bytes
    """The profile's files as tar, each with its time and its path from there."""

    environment: Mapping[str, str | None]
    """Every environment variable that changes what is built; None for one that is not set."""


def pack(name: str, profile: Path) -> Parcel:
    """Return *profile* with every file that it may use and that is no part of the guide."""
    profile, written = Path.cwd() / profile, io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as tar:
        for file in sorted(set(files_of(profile))):
            tar.add(file, _from_root(file), recursive=False)
    variables = {*ALWAYS, *(name for file in (profile, *_parents(profile)) for name in _variables(file))}
    environment = {name: os.environ.get(name) for name in sorted(variables)}
    return Parcel(name, _from_root(ROOT), _from_root(profile), written.getvalue(), environment)


def _parents(profile: Path) -> list[Path]:
    """Return the settings that *profile* inherits from; none where they cannot be read, which its build reports."""
    try:
        return [file.path for file in inherited(profile)[1:]]
    except GuideError:
        return []


def _variables(settings: Path) -> list[str]:
    return VARIABLE.findall(settings.read_text(encoding="utf-8", errors="replace"))


def files_of(profile: Path) -> Iterator[Path]:
    """Yield every file that *profile* may use and that is no part of the guide."""
    yield from _below(profile.parent)
    parents = _parents(profile)
    for file in parents:
        if not (file.exists() and file.samefile(SETTINGS)):
            yield from _next_to(file)
    guide = guide_named(profile) if parents else SETTINGS
    if guide.is_file() and not is_compared(guide):
        yield guide


def _next_to(parent: Path) -> Iterator[Path]:
    """Yield what lies next to settings that profiles inherit from, without the profiles that lie there too."""
    for path in parent.parent.iterdir():
        if path.is_file():
            yield path
        elif not (path / "mkdocs.yml").exists() and not path.name.startswith("."):
            yield from _below(path)


def _below(folder: Path) -> Iterator[Path]:
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(path, name) for name in names)


def _from_root(file: Path) -> str:
    return file.relative_to(file.anchor).as_posix()


@dataclass(frozen=True)
class Unpacked:
    """A profile on the machine that builds it."""

    profile: Path

    guide: Path
    """Folder that stands for the guide's, from which files are named in messages."""


def unpack(parcel: Parcel, folder: Path) -> Unpacked:
    """Lay out the files of *parcel* in *folder*, with links to this machine's guide where the other one was."""
    with tarfile.open(fileobj=io.BytesIO(parcel.files)) as tar:
        tar.extractall(folder, filter="data")
    guide = folder / parcel.guide
    guide.mkdir(parents=True, exist_ok=True)
    for own in _parts_of_the_guide(ROOT.iterdir()):
        if not (guide / own.name).exists():
            (guide / own.name).symlink_to(own)
    return Unpacked(folder / parcel.profile, guide)


def _parts_of_the_guide(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield those that a profile may name."""
    for path in paths:
        if not path.name.startswith((".", "site")) and path.name != "build":
            yield path
