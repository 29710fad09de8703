"""`make bench-editions`: 1, 10 and 100 editions of invented clinics, beside one of them built alone, in one run.

Seconds are of the whole command, start of Dask included. `alone` is `python -m macros build` of one more profile, with what
profiles share in the cache. ADDRESS=true gives each clinic an address, so that it has pictures for chats too. Memory is the most that the command and all its processes held at once, what they share counted
once (Linux's PSS; elsewhere the sum of what is resident). Each size begins with an empty cache.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from macros.cache import CACHE
from macros.publishing.publish import site_folder

ROOT = Path(__file__).parent.parent
SIZES = (1, 10, 100)
MEGA = 1_000_000
LOOK = 3
"""Seconds from one look at the memory to the next; a look takes time from the builds."""

COLOURS = ("#1f4e8c", "#6a1b6d", "#b3122b", "#0b6b2e", "#1d6b78")
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><text x="10" y="60">Clinic {}</text></svg>'


def write_profiles(folder: Path, count: int) -> Path:
    """Write *count* profiles that differ in name, contact, address, logo and colours; return *folder*."""
    way = os.path.relpath(ROOT / "mkdocs.yml", folder / "any")
    for number in range(count):
        own = folder / f"clinic-{number:05}"
        own.mkdir(parents=True)
        (own / "logo.svg").write_text(LOGO.format(number), encoding="utf-8")
        clinic = {
            "name": f"Clinic {number}",
            "phone": f"01632 960 {number % 1000:03}",
            "country": "england",
            "logo": "logo.svg",
            "colours": {"main": COLOURS[number % len(COLOURS)]},
        }
        address = {"site_url": f"https://c{number}.example/"} if os.environ.get("ADDRESS") else {}
        settings = {"INHERIT": way, **address, "extra": {"clinic": clinic}}
        (own / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    return folder


def run(*words: str | Path) -> tuple[float, int]:
    """Run a command of the guide's; return seconds, and the most memory of it and its children in bytes."""
    began, most = time.perf_counter(), 0
    environment = {key: value for key, value in os.environ.items() if key not in {"GUIDE", "FOLDER"}}
    command = [sys.executable, "-m", "macros", *map(str, words)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while process.poll() is None:
        most = max(most, held(psutil.Process(process.pid)))
        time.sleep(LOOK)
    if process.returncode:
        sys.exit((process.stderr.read() if process.stderr else b"").decode())
    return time.perf_counter() - began, most


def held(parent: psutil.Process) -> int:
    """Return the memory of a process and its children."""
    total = 0
    for process in (parent, *parent.children(recursive=True)):
        try:
            memory = process.memory_full_info()
            total += int(getattr(memory, "pss", memory.rss))
        except psutil.Error:  # it has just ended
            pass
    return total


def measure(count: int, folder: Path) -> dict[str, object]:
    """Return what *count* editions take, and how that compares with building each alone."""
    profiles, out = write_profiles(folder / str(count), count), folder / "out"
    shutil.rmtree(CACHE, ignore_errors=True)
    seconds, memory = run("editions", profiles, "--out", out)
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    rows = report["editions"]
    one = write_profiles(folder / "one", count + 1) / f"clinic-{count:05}"
    alone, _ = run("build", "--settings", one)
    shutil.rmtree(site_folder(ROOT / "exercises.yml", one / "mkdocs.yml"))
    shutil.rmtree(out)
    shutil.rmtree(folder / "one")
    return {
        "editions": count,
        "seconds": seconds,
        "each": seconds / count,
        "alone": alone,
        "times faster": alone * count / seconds,
        "memory": memory,
        "one build": max(row["peak"] for row in rows),
        "site": sum(row["size"] for row in rows) // count,
        "made": sum(row["made"] for row in rows),
        "shared": sum(row["found"] for row in rows),
    }


def table(rows: Iterator[dict[str, object]]) -> Iterator[str]:
    """Yield a line for each of *rows*, below their names."""
    for place, row in enumerate(rows):
        if not place:
            yield "  ".join(name.rjust(12) for name in row)
        yield "  ".join(_cell(name, value).rjust(12) for name, value in row.items())


def _cell(name: str, value: object) -> str:
    if name in {"memory", "one build", "site"}:
        return f"{int(str(value)) / MEGA:.1f} MB"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def main() -> None:
    """Measure every size that the command line names, or all."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    with tempfile.TemporaryDirectory() as folder:
        for line in table(measure(count, Path(folder)) for count in sizes):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
