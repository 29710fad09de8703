"""Builds one edition on a worker, in a process of its own, so that nothing of one edition can reach another.

That process is forked from one that has imported MkDocs already, where the system can fork.
"""

import io
import multiprocessing
import os
import runpy
import sys
import tarfile
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from macros import cache
from macros.publishing import same_guide
from macros.publishing.parcel import Parcel, Unpacked, unpack
from macros.publishing.profile import ROOT, PublishError, entry, mistakes
from macros.publishing.publish import mkdocs_command, plain_words

FORKS = "forkserver" in multiprocessing.get_all_start_methods()
IMPORTED = ["mkdocs.__main__", "mkdocs.commands.build", "macros.bridge.events", "macros.bridge.mkdocs_macros", __name__]
"""What builds need, imported once."""

CHANGED = "the worker has another guide than the others, or it was changed meanwhile; bring it to the same version"
DAEMON = "the worker may start no process of its own; start it with make editions-worker"


@dataclass(frozen=True)
class Built:
    """What became of an edition."""

    name: str
    mistakes: tuple[str, ...] = ()
    """Why there is no site, a line each."""

    seconds: float = 0
    peak: int = 0
    """Bytes of memory that its build held at most; 0 where the system does not say."""

    made: int = 0
    """Pictures and papers that were made for it."""

    found: int = 0
    """Pictures and papers that were there already."""

    files: int = 0
    size: int = 0
    """Bytes of the site."""

    site: bytes = b""
    """The site as tar."""


def build(parcel: Parcel, guide: str) -> Built:
    """Build *parcel* with this machine's guide, whose fingerprint has to be *guide*."""
    if multiprocessing.current_process().daemon:
        return Built(parcel.name, (DAEMON,))
    context = multiprocessing.get_context("forkserver") if FORKS else multiprocessing.get_context("spawn")
    context.set_forkserver_preload(IMPORTED)
    mine, its = context.Pipe(duplex=False)
    process = context.Process(target=_build, args=(its, parcel, guide))
    process.start()
    its.close()
    try:
        return _received(mine) or Built(parcel.name, (f"the build was killed ({_reason(process)})",))
    finally:
        process.join()


def _received(connection: Connection) -> Built | None:
    try:
        built = connection.recv()
    except EOFError:
        return None
    return built if isinstance(built, Built) else None


def _reason(process: multiprocessing.process.BaseProcess) -> str:
    process.join()
    status = process.exitcode or 0
    return f"signal {-status}" if status < 0 else f"exit status {status}"


def _build(connection: Connection, parcel: Parcel, guide: str) -> None:
    """Build in this process, which does nothing else, and send what became of it."""
    began = time.perf_counter()
    for name, value in {**parcel.environment, "NO_MKDOCS_2_WARNING": "1"}.items():
        os.environ.pop(name, None)
        if value is not None:
            os.environ[name] = value
    with tempfile.TemporaryDirectory(prefix="edition-") as folder:
        try:
            same = same_guide.fingerprint(same_guide.installed()) == guide
            built = _tried(parcel, Path(folder)) if same else Built(parcel.name, (CHANGED,))
        except (PublishError, OSError) as error:
            built = Built(parcel.name, tuple(str(error).splitlines()))
    seconds = time.perf_counter() - began
    connection.send(replace(built, seconds=seconds, peak=_peak(), made=cache.USE.made, found=cache.USE.found))


def _tried(parcel: Parcel, folder: Path) -> Built:
    """Return the edition, or every mistake in its profile."""
    unpacked = unpack(parcel, folder)
    if wrong := mistakes(unpacked.profile, unpacked.guide):
        return Built(parcel.name, tuple(map(str, wrong)))
    site = folder / "site"
    with entry(unpacked.profile, f"{parcel.name}-{folder.name}") as settings:
        words = _mkdocs(mkdocs_command(settings, site), folder / "output", unpacked)
    if words:
        return Built(parcel.name, words)
    files = [file for file in sorted(site.rglob("*")) if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    return Built(parcel.name, files=len(files), size=size, site=_packed(site))


def _mkdocs(command: list[str], output: Path, unpacked: Unpacked) -> tuple[str, ...]:
    """Run MkDocs in this process; return why there is no site."""
    sys.argv = command
    with _written_to(output):
        try:
            runpy.run_module(command[0], run_name="__main__", alter_sys=True)
            status: object = 0
        except SystemExit as left:
            status = left.code
        except Exception:  # noqa: BLE001 - whatever it is, it is about this edition alone
            traceback.print_exc()
            status = 1
    if not status:
        return ()
    with output.open(encoding="utf-8", errors="replace") as lines:
        told = "".join(plain_words(lines)).replace(f"{os.path.relpath(unpacked.guide, ROOT)}/", "")
    return tuple(line for line in told.splitlines() if line and not line.startswith("INFO"))


@contextmanager
def _written_to(file: Path) -> Iterator[None]:
    """Let *file* have what this process says, for as long as the block lasts."""
    sys.stdout.flush()
    sys.stderr.flush()
    before = os.dup(1), os.dup(2)
    with file.open("wb") as opened:
        os.dup2(opened.fileno(), 1)
        os.dup2(opened.fileno(), 2)
    try:
        yield
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        for descriptor, place in zip(before, (1, 2), strict=True):
            os.dup2(descriptor, place)
            os.close(descriptor)


def _packed(site: Path) -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as tar:
        tar.add(site, ".")
    return written.getvalue()


def _peak() -> int:
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - Windows has no such module

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
