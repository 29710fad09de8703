"""ZIP archives that come out the same, byte for byte, from the same files."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

STORED = (".zip", ".pdf", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".mp4", ".webm")
"""Endings of files that are packed already."""


def archive(files: Iterable[tuple[str, Path | bytes]], day: date, *, packed: bool = False) -> bytes:
    """Return a ZIP of *files* by their names, each from the beginning of *day*; *packed* makes texts smaller."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as written:
        for name, file in files:
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            is_small = not packed or name.endswith(STORED)
            entry.compress_type = zipfile.ZIP_STORED if is_small else zipfile.ZIP_DEFLATED
            written.writestr(entry, file if isinstance(file, bytes) else file.read_bytes())
    return out.getvalue()
