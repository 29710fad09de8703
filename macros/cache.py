"""What was made once and need not be made again: files by the hash of all that went into them, outside the site."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

CACHE = Path(__file__).parent.parent / "build" / "cache"


def cached_file(key: str, make: Callable[[], bytes]) -> Path:
    """Return the file that holds what *make* gives for *key*, made now unless it was made before.

    *key* names everything that goes in, data and code: see `fingerprint`.
    """
    file = CACHE / hashlib.sha256(key.encode()).hexdigest()
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        fresh.write_bytes(make())
        fresh.replace(file)
    return file


def fingerprint(*files: Path) -> str:
    """Return a hash of source files, so that a change to them makes everything anew."""
    return hashlib.sha256(b"\n".join(file.read_bytes() for file in sorted(files))).hexdigest()
