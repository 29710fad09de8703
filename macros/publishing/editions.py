"""Builds every profile in a folder, several at a time, and reports on all of them."""

import io
import os
import sys
import tarfile
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from macros.publishing import publish, same_guide
from macros.publishing.edition_task import Built
from macros.publishing.editions_report import Report
from macros.publishing.parcel import pack
from macros.publishing.profile import PublishError

if TYPE_CHECKING:
    from distributed import Client

NO_DASK = (
    "Dask builds many editions, and is not installed. make editions installs it; without make: "
    "pip install --require-hashes -r requirements-editions.txt"
)


def main(folder: Path, out: Path, scheduler: str | None, workers: int | None) -> int:
    """Build every profile in *folder* into *out*; return the exit status."""
    found = profiles(folder)
    if not found:
        return _refused(f"{folder}: no profile there; each is a folder of its own in it, with an mkdocs.yml")
    if not find_spec("distributed"):
        return _refused(NO_DASK)
    from macros.publishing.cluster import ClusterError  # noqa: PLC0415 - Dask is needed here alone

    try:
        report = _build_all(found, out, scheduler, workers or os.cpu_count() or 1)
    except ClusterError as error:
        return _refused(str(error))
    except KeyboardInterrupt:
        return 130  # what a shell returns after Ctrl-C
    report.write(out)
    sys.stdout.write(f"\n{report.to_text()}{out}/report.txt and report.json have it too.\n")
    return 1 if report.refused else 0


def profiles(folder: Path) -> Mapping[str, Path]:
    """Return the file of each profile in *folder*, by its name."""
    files = sorted(folder.glob("[!.]*/mkdocs.yml"))
    return {file.parent.name: file for file in files}


def _build_all(found: Mapping[str, Path], out: Path, scheduler: str | None, workers: int) -> Report:
    """Build each of *found* and put it in place as soon as it is done."""
    from macros.publishing import cluster  # noqa: PLC0415

    began, editions = time.perf_counter(), []
    at: AbstractContextManager[Client] = (
        cluster.of_scheduler(scheduler) if scheduler else cluster.on_this_machine(min(workers, len(found)))
    )
    with at as client:
        for built in cluster.built(client, (pack(name, file) for name, file in found.items())):
            editions.append(replace(_placed(built, out / built.name), site=b""))
            _say(f"{len(editions)} of {len(found)}: {built.name}, {_outcome(editions[-1])}")
    in_order = tuple(sorted(editions, key=lambda edition: edition.name))
    return Report(in_order, time.perf_counter() - began, same_guide.fingerprint(same_guide.installed()))


def _placed(built: Built, target: Path) -> Built:
    """Put the site that was built at *target*; what was there stays where there is none."""

    def fill(staged: Path) -> None:
        with tarfile.open(fileobj=io.BytesIO(built.site)) as tar:
            tar.extractall(staged, filter="data")

    if not built.mistakes:
        try:
            publish.replace(target, fill)
        except PublishError as error:
            return replace(built, mistakes=(str(error),))
    return built


def _outcome(built: Built) -> str:
    mistakes = len(built.mistakes)
    return f"refused, {mistakes} line{'s' * (mistakes > 1)} below" if mistakes else f"{built.seconds:.1f} s"


def _refused(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 1


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()  # a build of many may be watched through a pipe
