"""The site's worker, which keeps pages for readers without a connection; it is made once every other file is there."""

import hashlib
import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

import rjsmin

from macros import addresses
from macros.wording.text import file_size

KEPT = frozenset((".html", ".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico"))
"""How the files of the whole guide end: pages, pictures, and what pages are shown with."""

HASHED = r"-[0-9a-f]{10}\.(css|js)$"
"""A file whose name changes with what is in it."""

EMBEDS = (addresses.EMBED, *(posixpath.splitext(path)[0] for path in (addresses.EMBED_STYLES, addresses.EMBED_SCRIPT)))
"""How the paths of pages for embedding begin, and of their files: they are shown on pages of others, which have a
connection."""

DIGITS = 10
"""Digits of a digest, as the worker computes it too."""


def keeping(source: str, site: Path) -> str:
    """Return the worker that keeps the pages of the built *site*: its data, then *source*."""
    files = {quote(path): file for path, file in _files(site)}
    digests = {path: _digest(file.read_bytes()) for path, file in files.items()}
    about = {
        "size": file_size(sum(file.stat().st_size for file in files.values())),
        "hashed": HASHED,
        "offline": addresses.OFFLINE,
        "needed": [path for path in digests if _is_needed(path)],
        "files": digests,
    }
    code = str(rjsmin.jsmin(source))
    version = _digest((code + _json(about)).encode())
    return f"const GUIDE={_json({'version': version, **about})};\n{code}\n"


def leaving(source: str) -> str:
    """Return the worker that clears what an earlier one kept, and goes."""
    return f"{rjsmin.jsmin(source)}\n"


def _files(site: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file of the whole guide by its address; pictures to take away are not among them."""
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if (
            file.suffix.lower() in KEPT
            and path not in {addresses.WORKER, addresses.NOT_FOUND}
            and not path.startswith(EMBEDS)
            and not _to_take_away(path)
        ):
            yield re.sub(r"(^|/)index\.html$", r"\1", path), file


def _to_take_away(path: str) -> bool:
    """Tell whether no page shows a picture: it is for papers, chats, or the device's own menu."""
    folder, name = posixpath.split(path)
    share, _ = posixpath.splitext(addresses.share_picture(""))
    is_figure = folder == posixpath.dirname(addresses.figure("", "png"))
    return name.endswith(".png") and (is_figure or name.startswith(share) or folder == addresses.ICONS)


def _is_needed(path: str) -> bool:
    """Tell whether the worker keeps a file from the start: the first page, and the one that says what is kept."""
    stems = tuple(posixpath.splitext(file)[0] for file in (addresses.STYLES, addresses.SCRIPT))
    return path in {addresses.HOME, addresses.OFFLINE} or path.startswith(stems)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGITS]


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, separators=(",", ":"))
