"""Content-addressed file cache, outside the site: what took long to make, by the hash of everything that went into it.

An entry is a folder named after its key with one file named after its own content, so a damaged file is noticed when it
is read, and made again.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

CACHE = Path(__file__).parent.parent / "build" / "cache"
LIMIT = 500_000_000
"""Bytes that may stay after a build; the files used longest ago go first."""

IN_USE = 3600
"""Seconds for which a file is safe after its last use, so that no build loses one that it is about to publish."""

REFRESH = 600
"""Seconds after which a use is noted again."""


def cached_file(key: str, make: Callable[[], bytes]) -> Path:
    """Return the file that holds what *make* returns for *key*; *make* is called only where no sound file is cached.

    *key* names everything that goes in, data and code: see `fingerprint`. Raises OSError where nothing can be written.
    """
    folder = CACHE / _hash(key.encode())
    return _sound_file(folder) or _write(folder, make())


def _sound_file(folder: Path) -> Path | None:
    try:
        file = next((file for file in folder.iterdir() if file.name == _hash(file.read_bytes())), None)
    except FileNotFoundError:
        return None
    if file and time.time() - file.stat().st_mtime > REFRESH:
        os.utime(file)
    return file


def _write(folder: Path, content: bytes) -> Path:
    """Write *content* under its own name in one step, so that no other build sees half of it."""
    CACHE.mkdir(parents=True, exist_ok=True)
    file = folder / _hash(content)
    with tempfile.TemporaryDirectory(dir=CACHE, prefix=".new-") as unfinished:
        new = Path(unfinished) / file.name
        new.write_bytes(content)
        folder.mkdir(exist_ok=True)
        new.replace(file)
    for other in set(folder.iterdir()) - {file}:
        other.unlink(missing_ok=True)
    return file


def prune(limit: int = LIMIT) -> None:
    """Delete the files used longest ago until the cache holds at most *limit* bytes; files in use stay."""
    now = time.time()
    files = sorted((file.stat().st_mtime, file.stat().st_size, file) for file in CACHE.rglob("*") if file.is_file())
    surplus = sum(size for _, size, _ in files) - limit
    for used, size, file in files:
        if surplus <= 0 or now - used < IN_USE:
            return
        file.unlink(missing_ok=True)
        surplus -= size
        if file.parent != CACHE and not any(file.parent.iterdir()):
            file.parent.rmdir()


def fingerprint(files: Iterable[Path]) -> str:
    """Return a hash of source files, so that a change to one of them changes every key that holds it."""
    return _hash(b"\n".join(file.read_bytes() for file in sorted(files)))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
