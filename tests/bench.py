"""`make bench`: guides of 10, 100 and 1,000 exercises next to empty Material pages and stock MkDocs, in one run.

Rows: guide is this project without PDFs; floor is as many empty Material pages outside nav; stock is MkDocs with Material
over the same text, flat in nav. Seconds are of the whole command, memory is its peak, size is that of the built site.
papers is the first making of every PDF of the real guide, edit the same after one exercise changed: seconds of that
alone, MB of PDFs.
"""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

import yaml

from macros import cache
from macros.bridge.build import Build
from macros.data.load import load
from macros.data.model.clinic import Clinic
from macros.edition import Edition

ROOT = Path(__file__).parent.parent
SIZES = (10, 100, 1000)
MEGA = 1024 * 1024


@dataclass(frozen=True)
class Row:
    """One measured build."""

    what: str
    exercises: int
    seconds: float
    peak_mb: float
    site_mb: float


def guide_of(count: int) -> dict[str, object]:
    """Return the real guide with *count* exercises, made from the real ones with their own ids and words."""
    data = yaml.load((ROOT / "exercises.yml").read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - text only
    real = data["exercises"]
    for number in range(len(real), count):
        copy = json.loads(json.dumps(real[number % len(real)]))
        words = f"variant {number}"
        copy |= {"id": f"{copy['id']}-{number}", "name": f"{copy['name']} {words}", "former_ids": []}
        copy["steps"] = [f"{step} ({words})" for step in copy["steps"]]
        data["exercises"].append(copy)
    data["exercises"] = data["exercises"][:count]
    return dict(data)


def build(config: Path, site: Path, guide: Path | None = None) -> tuple[float, float]:
    """Build *config* into *site*; return seconds and peak memory in MB."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PAPERS": "false"} | (
        {"GUIDE": str(guide)} if guide else {}
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(config), "--site-dir", str(site)]
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    log = process.stderr.read() if process.stderr else ""
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"{' '.join(command)} failed:\n{log}")
    return seconds, used.ru_maxrss / 1024


def size_mb(site: Path) -> float:
    """Return the size of all files in *site*."""
    return sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / MEGA


class _Text(HTMLParser):
    """Collects the article's text of a built page, for stock MkDocs to build again."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser's
        self.inside = self.inside or tag == "article"
        if self.inside and re.fullmatch("h[1-3]|p|li|td|dt|dd", tag):
            self.text.append("\n\n" + ("#" * int(tag[1]) + " " if tag[0] == "h" else ""))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "article"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text.append(" ".join(data.split()).replace("<", "&lt;") + " ")


def stock(folder: Path, pages: dict[str, str], *, flat: bool) -> Path:
    """Write a stock Material site of *pages*; flat puts each of them into nav."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    for name, text in pages.items():
        (folder / f"docs/{name}.md").write_text(text, encoding="utf-8")
    nav = ["index.md", *(f"{name}.md" for name in pages)] if flat else ["index.md"]
    config = {"site_name": "Stock", "theme": {"name": "material", "font": False}, "plugins": ["search"], "nav": nav}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return folder / "mkdocs.yml"


def measure(count: int, folder: Path) -> Iterator[Row]:
    """Yield the three rows for *count* exercises."""
    guide, site = folder / "guide.yml", folder / "site"
    guide.write_text(json.dumps(guide_of(count)), encoding="utf-8")
    yield Row("guide", count, *build(ROOT / "mkdocs.yml", site, guide), size_mb(site))
    pages = {page.parent.name: article(page) for page in site.glob("exercises/*/index.html")}
    empty = stock(folder / "floor", dict.fromkeys(pages, ""), flat=False)
    yield Row("floor", count, *build(empty, site), size_mb(site))
    yield Row("stock", count, *build(stock(folder / "stock", pages, flat=True), site), size_mb(site))


def papers(folder: Path) -> Iterator[Row]:
    """Yield the rows for the PDFs of the real guide: the first time, and after one edit."""
    cache.CACHE = folder / "cache"
    first = load(ROOT / "exercises.yml")
    exercise = first.exercises[0].model_copy(update={"feel": "You feel it."})
    edited = first.model_copy(update={"exercises": (exercise, *first.exercises[1:])})
    for what, guide in (("papers", first), ("edit", edited)):
        start = time.perf_counter()
        papers = Build(Edition(guide, Clinic(), docs=ROOT / "docs")).papers
        assert papers
        size = sum(papers.file(paper).stat().st_size for paper in papers.all()) / MEGA
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield Row(what, len(guide.exercises), time.perf_counter() - start, peak, size)


def article(page: Path) -> str:
    """Return the text of a built page as Markdown."""
    parser = _Text()
    parser.feed(page.read_text(encoding="utf-8"))
    return "".join(parser.text)


def main() -> None:
    """Measure every size, print the rows and keep them."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        measured = (row for count in SIZES for row in measure(count, Path(folder)))
        for row in chain(measured, papers(Path(folder))):  # a child's peak counts what its parent held
            rows.append(row)
            out = f"{row.what:6} {row.exercises:5} {row.seconds:7.2f} s {row.peak_mb:7.0f} MB peak"
            sys.stdout.write(f"{out} {row.site_mb:7.1f} MB site\n")
            sys.stdout.flush()
    file = ROOT / "build/bench.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
