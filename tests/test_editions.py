"""`make editions`: every profile of a folder, in parallel, on a cluster of which one worker dies, and on one machine."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest
from PIL import Image

from macros.publishing.editions import NO_DASK
from macros.publishing.publish import publish
from macros.publishing.same_guide import difference
from tests.sites import GUIDES, ROOT
from tests.test_builds import contents

pytestmark = pytest.mark.xdist_group("editions")  # one cluster for all

PATIENCE = 90
"""Seconds to wait for a process; machines are busy."""

COLOURS = {"ash": "#1f4e8c", "birch": "#6a1b6d", "cedar": "#b3122b", "elm": "#0b6b2e"}
"""The good profiles, each with a colour that is only its own."""

BROKEN = {
    "broken": "theme: {logo: logo.svg}\nsite_name: No",
    "dose": "extra: {clinic: {name: Dose, layer: own.yml}}",
    "lost": "extra: {clinic: {logo: none.svg}}",
}
"""Profiles with mistakes."""

WITHOUT_DAY = "hide: [exercises/none]\n"
"""A layer with a mistake."""

WITHOUT = {key: value for key, value in os.environ.items() if key not in {"GUIDE", "SITE_URL", "FOLDER"}}
SETTINGS: Mapping[str, str] = {**WITHOUT, "PAPERS": "false"}
COMMAND = (sys.executable, "-m", "macros", "editions")


def write_profiles(folder: Path) -> Path:
    """Write the good and the broken profiles into *folder*, on top of this project; return it."""
    inherits = f"INHERIT: {os.path.relpath(ROOT / 'mkdocs.yml', folder / 'any')}\n"
    hand = os.path.relpath(GUIDES["hand"], folder / "any")
    for number, (name, colour) in enumerate(COLOURS.items()):
        own = folder / name
        own.mkdir(parents=True)
        Image.new("L", (300 + number, 100), 90).save(own / "logo.png")
        (own / f"{name}.css").write_text(f".{name} {{ color: {colour} }}", encoding="utf-8")
        clinic = json.dumps({"name": f"{name.title()} Clinic", "logo": "logo.png", "colours": {"main": colour}})
        text = (
            f"site_url: https://{name}.example/\nextra_css: [{name}.css]\nextra: {{guide: {hand}, clinic: {clinic}}}\n"
        )
        (own / "mkdocs.yml").write_text(inherits + text, encoding="utf-8")
    for name, text in BROKEN.items():
        (folder / name).mkdir()
        (folder / name / "mkdocs.yml").write_text(f"{inherits}{text}\n", encoding="utf-8")
    (folder / "dose/own.yml").write_text(WITHOUT_DAY, encoding="utf-8")
    (folder / "no-profile").mkdir()
    return folder


@contextmanager
def running(*words: str | Path, cwd: Path = ROOT) -> Iterator[subprocess.Popen[str]]:
    """Run a Python command in a group of its own, of which nothing is left when the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", *map(str, words)],
        cwd=cwd,
        env={**SETTINGS, "DASK_DISTRIBUTED__WORKER__DAEMON": "False"},
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        end(process, signal.SIGTERM)
        end(process, signal.SIGKILL)
        if process.stdout:
            process.stdout.close()


def end(process: subprocess.Popen[str], how: signal.Signals) -> None:
    """Send a signal to a process that a test started, and to what that has started, and wait for it."""
    try:
        os.killpg(process.pid, how)
        process.wait(PATIENCE if how is signal.SIGKILL else 5)
    except (ProcessLookupError, subprocess.TimeoutExpired):
        pass


def wait_for(condition: Callable[[], object]) -> None:
    """Wait until *condition* is true."""
    late = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < late
        time.sleep(0.02)


class Run(NamedTuple):
    """What a run of the command has left."""

    folder: Path
    out: Path
    status: int
    output: str

    @property
    def report(self) -> dict[str, dict[str, object]]:
        """Return the report's entry of each edition, by its name."""
        rows = json.loads((self.out / "report.json").read_text(encoding="utf-8"))["editions"]
        return {row["name"]: row for row in rows}


class Cluster(NamedTuple):
    """A scheduler and two workers, of which one is killed."""

    run: Run
    refusal: str
    """What was said when its only worker had another guide."""

    finished: int
    """Editions that were done when the worker was killed."""


def start_worker(stack: ExitStack, address: str, project: Path) -> subprocess.Popen[str]:
    """Start a worker in the folder of a guide, and wait until it has joined."""
    options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
    worker = stack.enter_context(running("dask", "worker", address, *options, cwd=project))
    lines = iter(worker.stdout or ())
    assert any("Registered to" in line for line in lines)
    return worker


def another_guide(folder: Path) -> Path:
    """Return a copy of the project in which a word of the data differs."""
    ignore = shutil.ignore_patterns(".*", "__pycache__", "build", "site", "site-*", "tests")
    shutil.copytree(ROOT, folder, ignore=ignore)
    with (folder / "exercises.yml").open("a", encoding="utf-8") as data:
        data.write("# changed\n")
    return folder


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Build all profiles on a cluster, and kill one of its two workers after the first edition."""
    folder = tmp_path_factory.mktemp("cluster")
    profiles, out = write_profiles(folder / "clinics"), folder / "out"
    for name in ("ash", "broken"):
        (out / name).mkdir(parents=True)
        (out / name / "index.html").write_text("the last good edition", encoding="utf-8")
    with ExitStack() as stack:
        about = folder / "scheduler.json"
        options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--dashboard-address", "127.0.0.1:0")
        stack.enter_context(running("dask", "scheduler", *options, "--scheduler-file", about))
        wait_for(about.exists)
        address = json.loads(about.read_text(encoding="utf-8"))["address"]
        command = [*COMMAND, str(profiles), "--out", str(out), "--scheduler", address]

        other = start_worker(stack, address, another_guide(folder / "guide"))
        refused = subprocess.run(command, cwd=ROOT, env=SETTINGS, check=False, capture_output=True, text=True)
        assert refused.returncode == 1
        end(other, signal.SIGTERM)

        first, _ = (start_worker(stack, address, ROOT) for _ in range(2))
        with running(*command[2:]) as run:
            lines, output = iter(run.stdout or ()), ""
            while "1 of " not in output:
                output += next(lines)
            os.killpg(first.pid, signal.SIGKILL)
            finished = output.count(" of ")
            output += "".join(lines)
            status = run.wait(PATIENCE)
        assert first.wait(PATIENCE) == -signal.SIGKILL
        yield Cluster(Run(profiles, out, status, output), refused.stderr, finished)


def test_a_worker_with_another_guide_is_refused_with_what_differs(cluster: Cluster) -> None:
    said = r"tcp://127\.0\.0\.1:\d+ has another guide: exercises\.yml; bring it to this version and start it again\n"
    assert re.fullmatch(said, cluster.refusal)


def test_differences_between_guides_are_named() -> None:
    here = {"a": "1", "b": "1", "c": "1", "d": "1", "typst": "0.14"}
    assert difference(here, here) == ""
    assert difference(here, {**here, "typst": "0.13"}) == "typst"
    assert difference(here, {"a": "1", "e": "1"}) == "b, c, d and 2 more"


def test_nothing_is_lost_when_a_worker_is_killed_in_the_middle(cluster: Cluster) -> None:
    assert cluster.finished < len(COLOURS)
    assert [name for name, row in cluster.run.report.items() if row["built"]] == list(COLOURS)
    for name in COLOURS:
        assert (cluster.run.out / name / "index.html").stat().st_size > 1000


def test_each_edition_has_a_line_when_it_is_done(cluster: Cluster) -> None:
    total = len(COLOURS) + len(BROKEN)
    lines = re.findall(r"^(\d+) of (\d+): ([\w-]+), (?:\d+\.\d s|refused)", cluster.run.output, re.MULTILINE)
    assert [(int(number), int(of)) for number, of, _ in lines] == [(number + 1, total) for number in range(total)]
    assert {name for _, _, name in lines} == {*COLOURS, *BROKEN}


def test_a_broken_profile_stops_no_other_and_leaves_its_last_good_edition(cluster: Cluster) -> None:
    assert cluster.run.status == 1
    assert [name for name, row in cluster.run.report.items() if not row["built"]] == sorted(BROKEN)
    assert (cluster.run.out / "broken/index.html").read_text(encoding="utf-8") == "the last good edition"
    assert not (cluster.run.out / "lost").exists()
    assert "the last good edition" not in (cluster.run.out / "ash/index.html").read_text(encoding="utf-8")


def test_the_report_has_every_mistake_with_its_file_and_line(cluster: Cluster) -> None:
    mistakes = {name: cluster.run.report[name]["mistakes"] for name in BROKEN}
    place = os.path.relpath(cluster.run.folder, ROOT)
    assert mistakes["broken"] == [
        f"{place}/broken/mkdocs.yml:2: theme.logo: is shown nowhere; say extra.clinic.logo",
        f'{place}/broken/mkdocs.yml:3: site_name: put it in quotes, or it is not read as text: site_name: "No"',
    ]
    assert mistakes["lost"] == [
        f"{place}/lost/mkdocs.yml:2: extra.clinic.logo: there is no {place}/lost/none.svg; put the file there"
    ]
    assert mistakes["dose"] == [f"{place}/dose/own.yml:1: needs the key 'changed': the day of its last change"]


def test_the_report_is_a_table_to_read_too_and_on_the_terminal(cluster: Cluster) -> None:
    table = (cluster.run.out / "report.txt").read_text(encoding="utf-8")
    assert table in cluster.run.output
    assert re.search(r"^ash +built +\d+\.\d +\d+\.\d MB +\d+\.\d MB +\d+ +\d+$", table, re.MULTILINE)
    for row in cluster.run.report.values():
        for mistake in row["mistakes"] if isinstance(row["mistakes"], list) else ():
            assert f"\n  {mistake}\n" in table
    assert re.search(r"^4 of 7 built, 3 refused, in \d+\.\d s; ", table, re.MULTILINE)


def test_the_report_says_what_each_edition_took(cluster: Cluster) -> None:
    for name in COLOURS:
        row = cluster.run.report[name]
        files = [file for file in (cluster.run.out / name).rglob("*") if file.is_file()]
        assert row["files"] == len(files)
        assert row["size"] == sum(file.stat().st_size for file in files)
        assert isinstance(row["peak"], int)
        assert row["peak"] > 30_000_000
        assert isinstance(row["seconds"], float)
        assert row["seconds"] > 0


def test_the_report_says_what_was_made_and_what_was_there_already(cluster: Cluster) -> None:
    counted = [(row["made"], row["found"]) for name, row in cluster.run.report.items() if name in COLOURS]
    made, found = (sum(int(str(number)) for number in numbers) for numbers in zip(*counted, strict=True))
    assert found >= len(COLOURS) - 1
    assert f"; {made} pictures and papers made, {found} shared or made before; " in cluster.run.output


def test_no_file_of_one_edition_is_in_another(cluster: Cluster) -> None:
    for name, colour in COLOURS.items():
        site = cluster.run.out / name
        own = {file.name for file in (site / "assets/clinic").rglob("*") if file.is_file()}
        assert "logo.png" in own
        assert (site / "assets/clinic/logo.png").read_bytes() == (cluster.run.folder / name / "logo.png").read_bytes()
        whole = b"\n".join(
            file.read_bytes() for file in site.rglob("*") if file.suffix in {".html", ".css", ".js", ".json"}
        )
        assert colour.encode() in whole
        for other in {*COLOURS} - {name}:
            assert COLOURS[other].encode() not in whole
            assert f"{other.title()} Clinic".encode() not in whole
            assert f"{other}.css".encode() not in whole


@pytest.mark.parametrize("name", ["ash", "elm"])
def test_an_edition_has_the_bytes_that_it_has_when_it_is_built_alone(
    cluster: Cluster, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GUIDE", raising=False)
    publish(tmp_path / "site", cluster.run.folder / name / "mkdocs.yml", PAPERS="false")
    assert contents(tmp_path / "site") == contents(cluster.run.out / name)


def test_nothing_is_written_into_the_guides_folder(cluster: Cluster) -> None:
    written = {f".site-{name}.yml" for name in cluster.run.report}
    assert len(written) == len(COLOURS) + len(BROKEN)
    assert written & {file.name for file in ROOT.iterdir()} == set()


@pytest.mark.slow
def test_one_machine_builds_them_by_itself_and_answers_to_no_other(tmp_path: Path) -> None:
    profiles = write_profiles(tmp_path / "clinics")
    for name in (*BROKEN, "cedar", "elm"):
        shutil.rmtree(profiles / name)
    heard: set[str] = set()
    with running(*COMMAND[2:], profiles, "--out", tmp_path / "out", "--workers", "2") as run:
        lines = iter(run.stdout or ())
        output = next(lines)
        for process in (parent := psutil.Process(run.pid), *parent.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):  # it has just ended
                heard |= {one.laddr.ip for one in process.net_connections() if one.status == psutil.CONN_LISTEN}
        output += "".join(lines)
        status = run.wait(PATIENCE)
    assert status == 0, output
    assert heard == {"127.0.0.1"}
    assert {name for name in COLOURS if (tmp_path / "out" / name / "index.html").exists()} == {"ash", "birch"}


def said(*words: str, code: str = "pass") -> str:
    """Return what the command says when it refuses."""
    script = f"import sys; {code}; from macros.__main__ import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", script, "editions", *words]
    done = subprocess.run(command, cwd=ROOT, env=SETTINGS, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    return done.stderr


def test_a_folder_without_a_profile_is_refused(tmp_path: Path) -> None:
    said_of = f"{tmp_path}: no profile there; each is a folder of its own in it, with an mkdocs.yml\n"
    assert said(str(tmp_path)) == said_of


def test_without_dask_the_command_says_how_to_get_it() -> None:
    assert said("clinics", code="sys.modules['distributed'] = None") == f"{NO_DASK}\n"


def test_a_scheduler_that_is_none_is_refused() -> None:
    assert said("clinics", "--scheduler", "nowhere://x").startswith("no scheduler answers at nowhere://x: ")
