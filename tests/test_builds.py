"""`make site` in a copy of the project: a good build replaces the site in one step, a bad one leaves it as it was."""

import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from macros.bridge.events import NO_ADDRESS
from macros.pages.macros import NAMES
from macros.publishing.swap import exchange, put_in_place_in_two_steps, recover
from tests.sites import ROOT, guide

HAND = "tests/data/hand.yml"
SITE, WORK = "site-hand", ".site-hand.build"
"""Where that guide is published to, and where it is built."""

PATIENCE = 60
STAMPS = ("site", "dev")
"""Files by which the Makefile knows that requirements are installed."""

DATED = {"sitemap.xml", "sitemap.xml.gz"}
"""What may differ between two builds of the same data."""


def copy_project(folder: Path) -> Path:
    """Copy the project into *folder*, with this run's environment in place of its own."""
    ignore = shutil.ignore_patterns(".*", "__pycache__", "build", "site", "site-*")
    shutil.copytree(ROOT, folder, ignore=ignore)
    environment = folder / ".venv"
    environment.mkdir()
    for part in Path(sys.prefix).iterdir():
        if part.name not in STAMPS:
            (environment / part.name).symlink_to(part)
    for stamp in STAMPS:
        (environment / stamp).touch()
    return folder


def start(project: Path, *words: str, data: str | Path = HAND, papers: bool = False) -> subprocess.Popen[str]:
    """Start make in *project*, in a process group of its own; without PDFs, which take seconds, unless asked for."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "SITE_URL"))}
    return subprocess.Popen(
        ["make", "-C", str(project), f"GUIDE={data}", *words],
        cwd="/",  # a build must not depend on the folder it is started from
        env={**environment, "PAPERS": str(papers).lower()},
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def make(project: Path, *words: str, data: str | Path = HAND, papers: bool = False) -> tuple[int, str]:
    """Run make in *project*; return its exit status and all its output."""
    process = start(project, *words, data=data, papers=papers)
    output, _ = process.communicate(timeout=PATIENCE)
    return process.returncode, output


def contents(site: Path) -> dict[str, str]:
    """Return a fingerprint of every file in *site*."""
    files = sorted(file for file in site.rglob("*") if file.is_file() and file.name not in DATED)
    return {str(file.relative_to(site)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project with a good site in it."""
    folder = copy_project(tmp_path_factory.mktemp("project") / "guide")
    status, output = make(folder, "site")
    assert status == 0, output
    return folder


@pytest.fixture
def extra(project: Path) -> Iterator[Path]:
    """Return a page of an editor's own, which is deleted again."""
    page = project / "docs/extra.md"
    assert not page.exists()
    yield page
    page.unlink()


def built(project: Path) -> None:
    """Build the site."""
    status, output = make(project, "site")
    assert status == 0, output
    assert leftovers(project) == []


def fails(project: Path, *words: str, data: str | Path = HAND) -> str:
    """Build what cannot be built; return the output. The old site is whole and nothing else is left."""
    before = contents(project / SITE)
    status, output = make(project, *(words or ("site",)), data=data)
    assert status != 0, output
    assert contents(project / SITE) == before
    assert leftovers(project) == []
    assert "Traceback" not in output
    assert 'File "' not in output
    return output


def leftovers(project: Path) -> list[str]:
    """Return what builds have left behind, other than sites, the cache and the file of the lock."""
    files = [*project.glob(".site*/*"), *(project / "build").glob("*")]
    return sorted(file.name for file in files if file.name not in {"lock", "cache"})


@contextmanager
def moved_away(path: Path) -> Iterator[None]:
    """Move *path* away for as long as the block lasts."""
    aside = path.rename(path.with_name("aside"))
    try:
        yield
    finally:
        aside.rename(path)


def wait_for(condition: Callable[[], object], process: subprocess.Popen[str]) -> None:
    """Wait until *condition* is true while *process* runs."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert process.poll() is None, process.communicate()[0]
        assert time.monotonic() < end


def test_a_good_build_creates_the_site(project: Path) -> None:
    pages = {"index.html", "404.html", "exercises/fist/index.html", "schedule/week-2/index.html"}
    assert pages <= contents(project / SITE).keys()
    assert leftovers(project) == []


def test_each_guide_has_a_site_of_its_own(project: Path) -> None:
    before = contents(project / SITE)
    status, output = make(project, "site", data="exercises.yml")
    assert status == 0, output
    shipped = contents(project / "site")
    assert {f"exercises/{exercise.id}/index.html" for exercise in guide("foot").exercises} <= shipped.keys()
    assert "exercises/fist/index.html" not in shipped
    assert contents(project / SITE) == before


def test_two_builds_of_the_same_data_are_the_same(project: Path) -> None:
    before = contents(project / SITE)
    built(project)
    assert contents(project / SITE) == before


def test_a_second_run_installs_nothing(project: Path) -> None:
    _, output = make(project, "--dry-run", "site")
    assert "macros build" in output
    assert "pip install" not in output


def test_the_site_is_there_at_every_moment_while_it_is_replaced(project: Path) -> None:
    index, missing, looks = project / SITE / "index.html", 0, 0
    process = start(project, "site")
    while process.poll() is None:
        looks += 1
        missing += not index.exists()
    assert process.communicate()[0]
    assert process.returncode == 0
    assert looks > 1000
    assert missing == 0


def test_builds_at_once_are_all_good(project: Path) -> None:
    before = contents(project / SITE)
    builds = [start(project, "site") for _ in range(3)]
    outputs = [build.communicate(timeout=PATIENCE)[0] for build in builds]
    assert [build.returncode for build in builds] == [0, 0, 0], outputs
    assert contents(project / SITE) == before
    assert leftovers(project) == []


def test_a_build_says_that_it_waits_for_another(project: Path) -> None:
    lock = FileLock(project / WORK / "lock")
    lock.acquire()
    with start(project, "site") as process:
        lines = iter(process.stdout or ())
        assert f"Another build of {SITE}/ is running; waiting for it to finish.\n" in lines
        assert list((project / WORK).glob("new-*")) == []
        lock.release()
        assert f"The site is in {SITE}/.\n" in list(lines)
    assert process.returncode == 0


def test_builds_of_two_guides_do_not_wait_for_each_other(project: Path, tmp_path: Path) -> None:
    other = shutil.copy(ROOT / HAND, tmp_path / "other.yml")
    with FileLock(project / WORK / "lock"):
        status, output = make(project, "site", data=other)
    assert status == 0, output
    assert unhashed(contents(project / "site-other")) == unhashed(contents(project / SITE))


def unhashed(files: Iterable[str]) -> set[str]:
    """Return the names of *files* without the digests in them: the script with a guide's own data has another."""
    return {re.sub(r"-[0-9a-f]{10}(?=\.)", "", file) for file in files}


def test_a_build_killed_in_the_middle_leaves_the_site_and_the_next_one_cleans_up(project: Path) -> None:
    before = contents(project / SITE)
    process = start(project, "site")
    wait_for(lambda: list((project / WORK).glob("*/index.html")), process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert leftovers(project) != []
    assert contents(project / SITE) == before
    built(project)


def test_a_site_lost_between_two_renames_is_back_after_the_next_build_even_a_bad_one(project: Path) -> None:
    before = contents(project / SITE)
    (project / SITE).rename(project / WORK / "old")
    status, output = make(project, "site", data=project / "tests/none/hand.yml")
    assert status != 0
    assert "The last build was killed while it replaced" in output
    assert contents(project / SITE) == before
    assert leftovers(project) == []


def test_a_file_system_without_exchange_gets_two_renames(tmp_path: Path) -> None:
    new, site, old = (tmp_path / name for name in ("new", "site", "old"))
    new.mkdir()
    (site / "page").mkdir(parents=True)
    assert not exchange(tmp_path / "nothing", site)
    put_in_place_in_two_steps(new, site, old)
    assert list(site.iterdir()) == []
    assert (old / "page").is_dir()
    with pytest.raises(FileNotFoundError):
        put_in_place_in_two_steps(new, old, tmp_path / "older")
    assert (old / "page").is_dir()
    assert not recover(site, old)
    site.rmdir()
    assert recover(site, old)
    assert (site / "page").is_dir()


def test_a_web_server_can_read_the_site_whatever_the_umask_is(project: Path) -> None:
    previous = os.umask(0o077)
    try:
        built(project)
    finally:
        os.umask(previous)
    files = [project / SITE, *(project / SITE).rglob("*")]
    assert {(file.is_dir(), file.stat().st_mode & 0o777) for file in files} == {(True, 0o755), (False, 0o644)}


def test_a_link_stays_and_the_folder_that_it_leads_to_is_replaced(project: Path, tmp_path: Path) -> None:
    web = tmp_path / "web"
    (project / SITE).rename(web)
    (project / SITE).symlink_to(web)
    (web / "stale.html").touch()
    built(project)
    assert (project / SITE).is_symlink()
    assert (web / "index.html").exists()
    assert not (web / "stale.html").exists()
    (project / SITE).unlink()
    web.rename(project / SITE)


def test_a_link_to_where_nothing_can_be_written_is_reported(project: Path) -> None:
    with moved_away(project / SITE):
        (project / SITE).symlink_to("/dev/null/web")
        status, output = make(project, "site")
        (project / SITE).unlink()
    assert status != 0
    assert "/dev/null/.web.build: Not a directory. There is no site yet." in output
    assert "Traceback" not in output


def test_a_file_in_the_place_of_the_site_is_reported_and_stays(project: Path, tmp_path: Path) -> None:
    (project / "site-note").write_text("my own", encoding="utf-8")
    status, output = make(project, "site", data=shutil.copy(ROOT / HAND, tmp_path / "note.yml"))
    assert status != 0
    assert "site-note is a file, and the site needs a folder of that name; move the file away" in output
    assert (project / "site-note").read_text(encoding="utf-8") == "my own"
    (project / "site-note").unlink()


def test_a_cache_that_cannot_be_written_is_reported(project: Path) -> None:
    with moved_away(project / "build"):
        (project / "build").touch()
        output = fails(project)
        (project / "build").unlink()
    assert f"Not a directory: '{project}/build/cache" in output
    assert f"{project / SITE} is as it was." in output


def test_a_full_disk_is_reported(project: Path) -> None:
    limited = ["sh", "-c", f"ulimit -f 100; exec make -C '{project}' site GUIDE={HAND}"]
    before = contents(project / SITE)
    build = subprocess.run(limited, check=False, capture_output=True, text=True, env={**os.environ, "PAPERS": "false"})
    assert build.returncode != 0
    assert "A file cannot be written or read: File too large" in build.stderr
    assert "Traceback" not in build.stderr
    assert contents(project / SITE) == before
    assert leftovers(project) == []


def test_a_python_that_does_not_run_is_reported(project: Path) -> None:
    with moved_away(project / ".venv/bin"):
        output = fails(project)
    assert "The Python in .venv does not run" in output
    assert "Delete the folder .venv and run make again." in output


def test_a_preview_on_a_port_in_use_is_refused_in_one_sentence(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        output = fails(project, "serve", f"PORT={port}")
    assert f"Port {port} cannot be used (Address already in use); choose another: make serve PORT=8001" in output


def test_every_wrong_id_on_a_page_is_named_and_leaves_the_old_site(project: Path, extra: Path) -> None:
    calls = {
        "exercise_card('fits')": "exercise_card('fits'): no exercise 'fits'; did you mean 'fist'?; known: fist, spread",
        "exercise_page('x')": "exercise_page('x'): no exercise 'x'; known: fist, spread",
        "dose_table('x')": "dose_table('x'): no exercise 'x'; known: fist, spread",
        "week_sheet(3)": "week_sheet(3): no week 3; known: 1 to 2",
        "cite('doe')": "cite('doe'): no source 'doe'",
        "prose('x')": "prose('x'): no page 'x'",
    }
    extra.write_text("# Extra\n\n" + "\n\n".join(f"{{{{ {call} }}}}" for call in calls), encoding="utf-8")
    output = fails(project)
    assert "6 mistakes in pages or templates" in output
    assert [text for text in calls.values() if f"docs/extra.md: {text}" not in output] == [], output


def test_every_link_that_leads_nowhere_is_named_and_leaves_the_old_site(project: Path, extra: Path) -> None:
    links = "[away](nowhere.md)\n[away](index.md#no-such-part)\n![picture](assets/none.png)\n"
    extra.write_text(f"# Extra\n\n{links}", encoding="utf-8")
    output = fails(project)
    assert [name for name in ("nowhere.md", "#no-such-part", "assets/none.png") if name not in output] == [], output


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("{{ exercise_crad('fist') }}", "exercise_crad"),
        ("{{ no_such_word }}", "no_such_word"),
        ("{% if %}", "extra.md"),
    ],
)
def test_a_slip_on_a_page_is_named_and_leaves_the_old_site(
    project: Path, extra: Path, written: str, named: str
) -> None:
    extra.write_text(f"# Extra\n\n{written}\n", encoding="utf-8")
    output = fails(project)
    assert "extra.md" in output
    assert named in output


def test_a_build_without_the_sites_address_says_in_one_line_what_is_left_out(project: Path) -> None:
    notice = NO_ADDRESS
    output = make(project, "site", papers=True)[1]
    assert output.count("site_url") == 1
    assert notice in output
    assert not (project / "site/sitemap.xml").exists()
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(settings.replace('!ENV [SITE_URL, ""]', "https://a.example/"), "utf-8")
    assert notice not in make(project, "site", papers=True)[1]
    (project / "mkdocs.yml").write_text(settings, "utf-8")


def test_every_macro_works_on_a_page_of_an_editor_s_own(project: Path) -> None:
    words = {"week_sheet": "1", "cite": "'sulowska-2019'", "prose": "'coaches'"}
    words |= dict.fromkeys(("exercise_card", "exercise_page", "exercise_findings", "dose_table"), "'short-foot'")
    pages = {name: project / f"docs/own-{name.replace('_', '-')}.md" for name in NAMES}
    for name, page in pages.items():
        call = f"{{{{ {name}({words.get(name, '')}) }}}}"
        page.write_text(f"# A page with {name}\n\nBefore it.\n\n{call}\n\nAfter it.\n", encoding="utf-8")
    status, output = make(project, "site", data="exercises.yml")
    assert status == 0, output
    for name, page in pages.items():
        html = (project / "site" / page.stem / "index.html").read_text(encoding="utf-8")
        assert "<p>Before it.</p>" in html, name
        assert "<p>After it.</p>" in html, name
        page.unlink()


@pytest.mark.parametrize(
    ("old", "new"),
    [("title: Hand Guide", ""), ("kind: mobility", "kind: mobile"), ("  title: Hand Guide", " title: Hand Guide")],
)
def test_broken_data_is_reported_by_line_and_leaves_the_old_site(
    project: Path, tmp_path: Path, old: str, new: str
) -> None:
    data = tmp_path / "hand.yml"
    good = (ROOT / HAND).read_text(encoding="utf-8")
    assert old in good
    data.write_text(good.replace(old, new, 1), encoding="utf-8")
    output = fails(project, data=data)
    assert "hand.yml cannot be used, " in output
    assert "\nhand.yml:" in output


def test_data_that_is_not_there_is_reported(project: Path, tmp_path: Path) -> None:
    output = fails(project, data=tmp_path / "hand.yml")
    assert "hand.yml:1: cannot be read: No such file or directory" in output


def test_a_bare_make_lists_every_target_with_its_line(project: Path) -> None:
    status, output = make(project)
    assert status == 0
    listed = {line.split()[1] for line in output.splitlines() if line.startswith("  make ")}
    assert listed >= {"site", "serve", "test", "check", "schema", "lock", "bench", "clean"}
    assert all(len(line.split()) > 3 for line in output.splitlines() if line.startswith("  make "))
