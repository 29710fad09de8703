"""Builds twice at once, and kills builds, again and again: `python -m tests.stress 50` counts when the site was not whole.

A process of its own looks at the site all the time, as a web server would: by path, one file after another.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from pathlib import Path

from tests.test_builds import DATED, SITE, WORK, copy_project, leftovers, make, start

PROCESSES = get_context("spawn")


def sizes(site: Path) -> dict[Path, int]:
    """Return the size of every file in *site*."""
    return {file: file.stat().st_size for file in site.rglob("*") if file.is_file() and file.name not in DATED}


def is_whole(files: dict[Path, int]) -> bool:
    """Return whether every file is there, in its full length."""
    try:
        return all(file.stat().st_size == size for file, size in files.items())
    except FileNotFoundError:
        return False


def watch(files: dict[Path, int], end: Event, counts: "Queue[Counter[str]]") -> None:
    """Look at the site until *end* is set."""
    looks: Counter[str] = Counter()
    while not end.is_set():
        looks["looks at the site"] += 1
        looks["of these, not whole"] += not is_whole(files)
    counts.put(looks)


@contextmanager
def watched(project: Path, title: str, results: Counter[str]) -> Iterator[None]:
    """Watch the site in another process for as long as the block lasts; print *results* and what was seen."""
    end, counts = PROCESSES.Event(), PROCESSES.Queue()
    watcher = PROCESSES.Process(target=watch, args=(sizes(project / SITE), end, counts))
    watcher.start()
    begun = time.monotonic()
    yield
    end.set()
    results.update(counts.get())
    watcher.join()
    sys.stdout.write(f"{title}, {time.monotonic() - begun:.0f} s: {dict(results)}\n")


def build_at_once(project: Path, times: int) -> None:
    """Start two builds at the same moment, *times* times."""
    results = Counter({"failed builds": 0})
    with watched(project, f"{times} x 2 builds at once", results):
        for _ in range(times):
            builds = [start(project, "site") for _ in range(2)]
            for build in builds:
                output, _ = build.communicate()
                results["failed builds"] += build.returncode != 0
                results["that waited"] += "waiting for it" in output
        results["left behind"] = len(leftovers(project))


def kill(project: Path, times: int, longest: float) -> None:
    """Kill *times* builds: in turn at any moment, and about when the site is replaced; each time, build again after it."""
    results = Counter({"killed": 0, "failed builds after a kill": 0, "left behind after that": 0})
    with watched(project, f"{times} builds killed", results):
        for number in range(times):
            process = start(project, "site")
            if number % 2:
                wait_until_staged(project, process)
                time.sleep(random.uniform(0, 0.15))  # noqa: S311 - not a secret
            else:
                time.sleep(random.uniform(0, longest))  # noqa: S311 - not a secret
            results["killed"] += process.poll() is None
            kill_all_or_one(process, number)
            results["failed builds after a kill"] += make(project, "site")[0] != 0
            results["left behind after that"] += len(leftovers(project))


def wait_until_staged(project: Path, process: subprocess.Popen[str]) -> None:
    """Wait until MkDocs has written its last page."""
    while process.poll() is None and not list((project / WORK).glob("*/changes/index.html")):
        time.sleep(0.001)


def kill_all_or_one(process: subprocess.Popen[str], number: int) -> None:
    """Kill make with all that it started or, every third time, its build alone, so that MkDocs goes on by itself."""
    children = subprocess.run(["pgrep", "-P", str(process.pid)], check=False, capture_output=True, text=True)
    if number % 3 == 0 and children.stdout:
        os.kill(int(children.stdout.split()[-1]), signal.SIGKILL)
    elif process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()  # not for the end of its output, which a MkDocs that goes on holds open


def main(times: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder) / "guide")
        make(project, "site")
        begun = time.monotonic()
        make(project, "site")
        longest = time.monotonic() - begun
        kill(project, times, longest)
        build_at_once(project, times)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
