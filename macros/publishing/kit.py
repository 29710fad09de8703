"""Two ZIPs for whoever puts the guide up: one for a web server, one for a folder that is opened by a double click."""

import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from macros import anchors
from macros.data.mistakes import GuideError
from macros.data.model import Guide
from macros.data.settings import edition, guide_named
from macros.papers.zips import archive
from macros.publishing.notice import notice
from macros.publishing.profile import ROOT, SETTINGS, PublishError, check, choose, profile_file, profile_name
from macros.publishing.publish import publish
from macros.publishing.read_me import read_me
from macros.publishing.source import files as source_files

DIST = ROOT / "dist"
"""Where the ZIPs are put."""

Use = Literal["web", "folder"]


class _Made(NamedTuple):
    """What is in both ZIPs."""

    name: str
    """How their names begin."""

    guide: Guide
    day: date
    """The time of every file in them."""

    source: bytes


def main(guide: Path | None, settings: Path, out: Path = DIST) -> int:
    """Make both ZIPs of the guide that *settings* describe in the folder *out*; return the exit status."""
    profile = profile_file(settings)
    choose(guide)
    try:
        if profile:
            check(profile)
        for file in kits(profile, out):
            sys.stderr.write(f"{file.relative_to(ROOT) if file.is_relative_to(ROOT) else file}\n")
    except (PublishError, GuideError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def kits(profile: Path | None, out: Path) -> Iterator[Path]:
    """Yield the ZIP for the web, then the one for a folder. Raises PublishError where a site cannot be built."""
    file = guide_named(profile or SETTINGS)
    guide, _ = edition(profile or SETTINGS, ROOT)
    day = max(guide.guide.released, guide.changes.on if guide.changes else date.min)
    source = archive(source_files(file, profile), day, packed=True)
    own_name = anchors.slug(f"{guide.guide.title} {guide.guide.version}")
    made = _Made(profile_name(profile) if profile else own_name, guide, day, source)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{made.name}-", dir=out) as work:
        for use in ("web", "folder"):
            site = Path(work) / use
            publish(site, profile or SETTINGS, FOLDER="true" if use == "folder" else "false")
            content = archive(_contents(made, use, site), day, packed=True)
            target = out / f"{made.name}-{use}.zip"
            staged = Path(work) / target.name
            staged.write_bytes(content)
            yield staged.replace(target)


def _contents(made: _Made, use: Use, site: Path) -> Iterator[tuple[str, Path | bytes]]:
    """Yield every file of a ZIP by its name."""
    yield "READ-ME.html", read_me(made.guide, use).encode()
    yield "LICENSE.txt", ROOT / "LICENSE"
    yield "NOTICE.txt", notice().encode()
    yield "source.zip", made.source
    folder = "website" if use == "web" else "guide"
    for file in sorted(site.rglob("*")):
        if file.is_file():
            yield f"{folder}/{file.relative_to(site).as_posix()}", file
