"""Content-addressed file cache, outside the site: what took long to make, by the hash of everything that went into it.

An entry is a folder named after its key with one file named after its own content, so a damaged file is noticed when it
is read, and made again. Several builds may use the cache at once; what one of them makes, the others wait for.
"""

import hashlib
import math
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

CACHE = Path(__file__).parent.parent / "build" / "cache"
LIMIT = 500_000_000
"""Bytes that may stay after a build; the files used longest ago go first."""

IN_USE = 3600
"""Seconds for which a file is safe after its last use, so that no build loses one that it is about to publish."""

REFRESH = 600
"""Seconds after which a use is noted again."""


@dataclass
class Use:
    """How often this process found a file in the cache, and how often it had to make one."""

    found: int = 0
    made: int = 0


USE = Use()


def cached_file(key: str, make: Callable[[], bytes]) -> Path:
    """Return the file that holds what *make* returns for *key*; *make* is called only where no sound file is cached.

    *key* names everything that goes in, data and code: see `fingerprint`. Raises OSError where nothing can be written.
    """
    folder = CACHE / _hash(key.encode())
    file = _sound_file(folder)
    if not (file and _age(file) < REFRESH):
        with _turn(folder):  # while no other build deletes what is old
            file = _sound_file(folder)
            if not file:
                USE.made += 1
                return _write(folder, make())
            os.utime(file)
    USE.found += 1
    return file


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """Wait while another process makes the same entry; the system frees the lock of one that was killed."""
    CACHE.mkdir(parents=True, exist_ok=True)
    file = CACHE / f".{folder.name}.lock"
    with FileLock(file):
        yield
        with suppress(OSError):  # one who waits for it finds the entry, and makes nothing
            file.unlink()


def _sound_file(folder: Path) -> Path | None:
    try:
        return next((file for file in folder.iterdir() if file.name == _hash(file.read_bytes())), None)
    except FileNotFoundError:  # not there, or just deleted by another build
        return None


def _age(file: Path) -> float:
    """Return the seconds since the last use of a file; without end where it is gone."""
    try:
        return time.time() - file.stat().st_mtime
    except FileNotFoundError:
        return math.inf


def _write(folder: Path, content: bytes) -> Path:
    """Write *content* under its own name in one step, so that no other build sees half of it."""
    file = folder / _hash(content)
    with tempfile.TemporaryDirectory(dir=CACHE, prefix=".new-") as unfinished:
        new = Path(unfinished) / file.name
        new.write_bytes(content)
        try:
            folder.mkdir(exist_ok=True)
            new.replace(file)
        except FileNotFoundError:  # another build has deleted the folder, which was empty
            folder.mkdir(exist_ok=True)
            new.replace(file)
    for other in set(folder.iterdir()) - {file}:
        other.unlink(missing_ok=True)
    return file


def prune(limit: int = LIMIT) -> None:
    """Delete the files used longest ago until the cache holds at most *limit* bytes; files in use stay."""
    now = time.time()
    files = sorted(_files())
    surplus = sum(size for _, size, _ in files) - limit
    for used, size, file in files:
        if surplus <= 0 or now - used < IN_USE:
            return
        surplus -= size
        if file.parent == CACHE:
            file.unlink(missing_ok=True)
            continue
        with _turn(file.parent):
            if _age(file) >= IN_USE:  # still: another build may just have used it
                file.unlink(missing_ok=True)
            with suppress(OSError):  # there is more in it, or it is gone already
                file.parent.rmdir()


def _files() -> Iterator[tuple[float, int, Path]]:
    """Yield last use, size and path of every file; another build may delete some meanwhile."""
    for folder, _, names in os.walk(CACHE):
        for file in (Path(folder, name) for name in names):
            with suppress(FileNotFoundError):
                about = file.stat()
                yield about.st_mtime, about.st_size, file


def fingerprint(files: Iterable[Path]) -> str:
    """Return a hash of source files, so that a change to one of them changes every key that holds it."""
    return _hash(b"\n".join(file.read_bytes() for file in sorted(files)))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
