"""`python -m tests.compare BEFORE AFTER` lists what differs between two built sites: files, text of pages, bytes."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.addresses import anchors
from tests.sites import Page

DATED = {"sitemap.xml", "sitemap.xml.gz", "plan.ics"}
"""Files that hold the day of the build."""


def differences(before: Path, after: Path) -> Iterator[str]:
    """Yield a line for each file that is missing, new or other."""
    old, new = _files(before), _files(after)
    yield from (f"gone: {name}" for name in sorted(old.keys() - new.keys()))
    yield from (f"new: {name}" for name in sorted(new.keys() - old.keys()))
    for name in sorted(old.keys() & new.keys()):
        if old[name].read_bytes() != new[name].read_bytes() and old[name].name not in DATED:
            yield from _difference(name, old[name], new[name])


def _difference(name: str, before: Path, after: Path) -> Iterator[str]:
    if before.suffix != ".html":
        yield f"bytes: {name}"
        return
    old, new = Page(before, name), Page(after, name)
    if old.text != new.text:
        yield f"text: {name}"
    elif anchors(old) != anchors(new):
        yield f"anchors: {name}"
    else:
        yield f"markup alone: {name}"


def _files(site: Path) -> dict[str, Path]:
    return {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}


if __name__ == "__main__":
    found = list(differences(Path(sys.argv[1]), Path(sys.argv[2])))
    sys.stdout.write("\n".join([*found, f"{len(found)} differences"]) + "\n")
    sys.exit(bool(found))
