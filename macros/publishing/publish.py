"""Builds a site in a folder of its own and puts it in place when it is complete; several builds may run at once."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from macros.publishing.profile import ROOT, SETTINGS, PublishError, check, choose, entry, profile_file, profile_name
from macros.publishing.swap import put_in_place, recover

SHIPPED = "exercises.yml"
"""The guide that is built to site/; another one, such as hand.yml, is built to site-hand/."""

TRACEBACK = "Traceback (most recent call last):"
SYSTEM_ERROR = re.compile(r"\w+: \[Errno \d+\] (?P<reason>.+)")
MISSING_MODULE = re.compile(r"ModuleNotFoundError: (?P<reason>.+)")


def main(guide: Path | None, settings: Path = SETTINGS) -> int:
    """Build the site of *settings*; return the exit status.

    A *guide*, as seen from mkdocs.yml, wins over the one that the settings name.
    """
    profile = profile_file(settings)
    target = site_folder(guide or Path(SHIPPED), profile)
    choose(guide)
    try:
        if profile:
            check(profile)
        publish(target, profile or SETTINGS)
    except PublishError as error:
        _say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130  # what a shell returns after Ctrl-C
    _say(f"The site is in {target.name}/.")
    return 0


def site_folder(guide: Path, profile: Path | None = None) -> Path:
    """Return the folder that the site of *guide*, or of a *profile*, is published to."""
    if profile:
        return ROOT / f"site-{profile_name(profile)}"
    file = (ROOT / guide).resolve()
    return ROOT / ("site" if file == (ROOT / SHIPPED).resolve() else f"site-{file.stem}")


def publish(target: Path, settings: Path = SETTINGS, **variables: str) -> None:
    """Build the site that the MkDocs settings in *settings* describe, and replace *target* by the result.

    *variables* are added to the environment, which settings read. Raises PublishError.
    """

    def build(staged: Path) -> None:
        with entry(settings, target.name.removeprefix("site-")) as first:
            if _run_mkdocs(first, staged, variables):
                raise PublishError("The build failed.")

    replace(target, build)


def replace(target: Path, fill: Callable[[Path], None]) -> None:
    """Let *fill* write a site into a folder, and replace *target* by that when it is complete.

    Where *target* is a symbolic link, the folder that it leads to is replaced. Raises PublishError.
    """
    folder = Path(os.path.realpath(target))
    if folder.exists() and not folder.is_dir():
        raise PublishError(f"{target} is a file, and the site needs a folder of that name; move the file away")
    work = folder.with_name(f".{folder.name}.build")  # next to the site, so that a rename reaches it
    try:
        work.mkdir(parents=True, exist_ok=True)
        with _only_build(work / "lock", target):
            _clean_up(work, folder)
            _fill_and_replace(fill, folder, work)
    except OSError as error:
        raise PublishError(f"{error.filename or folder}: {error.strerror}. {_last_good(folder, work)}") from error


@contextmanager
def _only_build(file: Path, target: Path) -> Iterator[None]:
    """Wait until no other build of *target* runs; the system frees the lock of a build that was killed."""
    lock = FileLock(file)
    try:
        lock.acquire(timeout=1)
    except Timeout:
        _say(f"Another build of {target.name}/ is running; waiting for it to finish.")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _clean_up(work: Path, folder: Path) -> None:
    """Delete what builds that were killed have left."""
    if recover(folder, work / "old"):
        _say(f"The last build was killed while it replaced {folder}; the site from before it is back.")
    for left in work.iterdir():
        if left.name != "lock":
            _delete(left)


def _fill_and_replace(fill: Callable[[Path], None], folder: Path, work: Path) -> None:
    staged = Path(tempfile.mkdtemp(prefix="new-", dir=work))
    try:
        try:
            fill(staged)
        except PublishError as error:
            raise PublishError(f"{error} {_last_good(folder, work)}") from error
        _let_everyone_read(staged)
        put_in_place(staged, folder, work / "old")
    finally:
        _delete(staged)
    _delete(work / "old")


def _run_mkdocs(settings: Path, staged: Path, variables: Mapping[str, str]) -> int:
    """Run MkDocs and pass its output on; return its exit status."""
    command = [sys.executable, "-m", *mkdocs_command(settings, staged)]
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ, **variables}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, errors="replace") as process:  # noqa: S603 - our own command
        for line in plain_words(process.stderr or ()):
            sys.stderr.write(line)
    return process.returncode


def mkdocs_command(settings: Path, folder: Path) -> list[str]:
    """Return the words that build a site into *folder*."""
    return ["mkdocs", "build", "--strict", "--config-file", str(settings), "--site-dir", str(folder)]


def plain_words(output: Iterable[str]) -> Iterator[str]:
    """Yield the lines of MkDocs's *output*, with plain words in place of the traceback that may end it."""
    traceback: list[str] = []
    for line in output:
        if traceback or line.startswith(TRACEBACK):
            traceback.append(line)
        else:
            yield line
    yield _in_plain_words(traceback)


def _in_plain_words(traceback: list[str]) -> str:
    """Return one sentence for a full disk and the like; a fault of the code keeps its traceback."""
    last = traceback[-1] if traceback else ""
    if error := SYSTEM_ERROR.match(last):
        return f"A file cannot be written or read: {error['reason']}\n"
    if error := MISSING_MODULE.match(last):
        return f"{error['reason']}: the installation is incomplete; delete the folder .venv and run make again\n"
    return "".join(traceback)


def _let_everyone_read(folder: Path) -> None:
    """Let a web server read the site, whatever this user's umask is."""
    for file in (folder, *folder.rglob("*")):
        file.chmod(file.stat().st_mode | (0o755 if file.is_dir() else 0o644))


def _delete(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)  # what cannot be deleted now is tried again by the next build


def _last_good(folder: Path, work: Path) -> str:
    if folder.exists():
        return f"{folder} is as it was."
    old = work / "old"
    return f"The last good site is in {old}; the next build puts it back." if old.exists() else "There is no site yet."


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
