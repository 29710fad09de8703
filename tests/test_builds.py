"""`make site` in a copy of the project: a good build replaces the site, a bad one leaves it byte for byte as it was."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.pages.macros import NAMES
from tests.sites import ROOT, guide

HAND = "tests/data/hand.yml"
STAMPS = ("site", "dev")
"""Files by which the Makefile knows that requirements are installed."""

DATED = {"sitemap.xml", "sitemap.xml.gz"}
"""What may differ between two builds of the same data."""


def copy_project(folder: Path) -> Path:
    """Copy the project into *folder*, with this run's environment standing in for its own."""
    ignore = shutil.ignore_patterns(".*", "__pycache__", "build", "site")
    shutil.copytree(ROOT, folder, ignore=ignore)
    environment = folder / ".venv"
    environment.mkdir()
    for part in Path(sys.prefix).iterdir():
        if part.name not in STAMPS:
            (environment / part.name).symlink_to(part)
    for stamp in STAMPS:
        (environment / stamp).touch()
    return folder


def make(project: Path, *words: str, data: str | Path = HAND, directory: Path | None = None) -> tuple[int, str]:
    """Run make in *project*; return its exit status and everything that it said."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "SITE_URL"))}
    done = subprocess.run(
        ["make", "-C", str(project), f"GUIDE={data}", *words],
        cwd=directory or project,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


def contents(site: Path) -> dict[str, str]:
    """Return a fingerprint of every file in *site*."""
    files = sorted(file for file in site.rglob("*") if file.is_file())
    return {str(file.relative_to(site)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project in which a good site stands."""
    folder = copy_project(tmp_path_factory.mktemp("project") / "guide")
    status, said = make(folder, "site")
    assert status == 0, said
    return folder


@pytest.fixture
def extra(project: Path) -> Iterator[Path]:
    """Return a page of an editor's own, which is taken away again."""
    page = project / "docs/extra.md"
    assert not page.exists()
    yield page
    page.unlink()


def fails(project: Path, data: str | Path = HAND) -> str:
    """Build what cannot be built; return what is said, the old site being whole and nothing left lying about."""
    before = contents(project / "site")
    status, said = make(project, "site", data=data)
    assert status != 0
    assert contents(project / "site") == before
    assert "Traceback" not in said
    assert 'File "' not in said
    return said


def test_a_good_build_makes_the_site(project: Path) -> None:
    made = contents(project / "site")
    assert {"index.html", "404.html", "exercises/fist/index.html", "schedule/week-2/index.html"} <= made.keys()
    assert not (project / "build/last").exists()


def test_the_shipped_guide_replaces_another(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "guide")
    for data in (HAND, "exercises.yml"):
        status, said = make(project, "site", data=data)
        assert status == 0, said
    made = contents(project / "site")
    assert {f"exercises/{exercise.id}/index.html" for exercise in guide("foot").exercises} <= made.keys()
    assert "exercises/fist/index.html" not in made


def test_two_builds_of_the_same_data_are_the_same_from_any_directory(project: Path) -> None:
    before = contents(project / "site")
    status, said = make(project, "site", directory=Path("/"))
    assert status == 0, said
    after = contents(project / "site")
    assert before.keys() == after.keys()
    assert {name for name, print_ in before.items() if after[name] != print_} <= DATED


def test_a_second_run_installs_nothing(project: Path) -> None:
    _, said = make(project, "--dry-run", "site")
    assert "mkdocs build" in said
    assert "pip install" not in said


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "{{ exercise_card('fits') }}",
            ["docs/extra.md: exercise_card('fits'): no exercise 'fits'; did you mean 'fist'?; known: fist, spread"],
        ),
        ("{{ exercise_page('x') }}", ["docs/extra.md: exercise_page('x'): no exercise 'x'; known: fist, spread"]),
        ("{{ dose_table('x') }}", ["docs/extra.md: dose_table('x'): no exercise 'x'; known: fist, spread"]),
        ("{{ week_sheet(3) }}", ["docs/extra.md: week_sheet(3): no week 3; known: 1 to 2"]),
        ("{{ cite('doe') }}", ["docs/extra.md: cite('doe'): no source 'doe'", "known: doe-2020"]),
        ("{{ prose('x') }}", ["docs/extra.md: prose('x'): no page 'x'", "known: helpers"]),
        ("{{ cite('a') }} {{ cite('b') }}", ["2 wrong macro calls", "cite('a')", "cite('b')"]),
        ("{{ exercise_crad('fist') }}", ["exercise_crad", "extra.md"]),
        ("{{ no_such_word }}", ["no_such_word", "extra.md"]),
        ("{% if %}", ["extra.md"]),
        ("[away](nowhere.md)", ["extra.md", "nowhere.md"]),
        ("[away](index.md#no-such-part)", ["extra.md", "#no-such-part"]),
        ("![picture](assets/none.png)", ["extra.md", "assets/none.png"]),
    ],
)
def test_a_slip_on_a_page_is_named_and_leaves_the_old_site(
    project: Path, extra: Path, written: str, told: list[str]
) -> None:
    extra.write_text(f"# Extra\n\n{written}\n", encoding="utf-8")
    said = fails(project)
    assert [part for part in told if part not in said] == [], said


def test_a_build_without_the_sites_address_says_that_codes_are_left_out(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "guide")
    told = "site_url is not set, so prints and PDFs have no QR codes; set it in mkdocs.yml, or SITE_URL"
    assert told in make(project, "site")[1]
    (project / "mkdocs.yml").write_text(
        (project / "mkdocs.yml").read_text("utf-8").replace('!ENV [SITE_URL, ""]', "https://a.example/"), "utf-8"
    )
    assert told not in make(project, "site")[1]


def test_every_macro_can_stand_on_a_page_of_an_editor_s_own(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "guide")
    given = {"week_sheet": "1", "cite": "'sulowska-2019'", "prose": "'coaches'"}
    given |= dict.fromkeys(("exercise_card", "exercise_page", "dose_table"), "'short-foot'")
    for name in NAMES:
        page = f"# A page with {name}\n\nBefore it.\n\n{{{{ {name}({given.get(name, '')}) }}}}\n\nAfter it.\n"
        (project / f"docs/{name.replace('_', '-')}.md").write_text(page, encoding="utf-8")
    status, said = make(project, "site", data=ROOT / "exercises.yml")
    assert status == 0, said
    for name in NAMES:
        html = (project / f"site/{name.replace('_', '-')}/index.html").read_text(encoding="utf-8")
        assert "<p>Before it.</p>" in html, name
        assert "<p>After it.</p>" in html, name


BROKEN = [
    ("title: Hand Guide", ""),
    ("title: Hand Guide", "titel: Hand Guide"),
    ("title: Hand Guide", "title: Hand Guide\n  title: Twice"),
    ("side: hand", "side: [hand]"),
    ("date: 2026-11-22", "date: 22.11.2026"),
    ("check_by: 2027-11-22", "check_by: soon"),
    ("start: fist", "start: fits"),
    ("- id: fist", "- id: Fist"),
    ("- id: spread", "- id: fist"),
    ("kind: mobility", "kind: mobile"),
    ("sets: 3", "sets: yes"),
    ("sets: 3", "sets: 0"),
    ("hold: 5", "hold: 1:30"),
    ("repetitions: 8 to 12", "repetitions: 12 to 8"),
    ("sides: each", "sides: both"),
    ("kind: repetitions", "kind: reps"),
    ("former_ids: [fan]", "former_ids: [fist]"),
    ("sources: [doe-2020]", "sources: [doe-2021]"),
    ("steps: [Close your hand slowly., Open it again.]", "steps: [Close your hand slowly.]"),
    ("summary: Close the hand and open it again.", f"summary: {'Close the hand. ' * 20}"),
    ("days: [mon, wed]", "days: [mon, mon]"),
    ("days: [mon, wed]", "days: [monday]"),
    ("level: light", "level: lite"),
    ("changeover: 30", "changeover: 1.5"),
    ("grade: emergency", "grade: urgent"),
    ("signs: [it swells]", "signs: []"),
    ("DOI: 10.1234/hands", "DOI: hands"),
    ("before: 69.40", "before: 69,40"),
    ("randomised: false", "randomised: no"),
    ("group: all", "group: some"),
    ("exercises: [fist]", "exercises: [fits]"),
    ("exercises:\n", "exercises: &all\n  - *all\n"),
    ("pages:", "pages: *nothing\npage:"),
    ("lead: A tiny", "\tlead: A tiny"),
    ("  title: Hand Guide", " title: Hand Guide"),
    ("lead: How to help.", "lead: !!python/name:os.system How"),
    ("safety:", "saftey:"),
    ("id: doe-study", "id: '<b>'"),
]


@pytest.mark.parametrize(("old", "new"), BROKEN)
def test_broken_data_is_told_by_line_and_leaves_the_old_site(project: Path, tmp_path: Path, old: str, new: str) -> None:
    data = tmp_path / "broken.yml"
    good = (ROOT / HAND).read_text(encoding="utf-8")
    assert old in good
    data.write_text(good.replace(old, new, 1), encoding="utf-8")
    said = fails(project, data)
    assert "broken.yml cannot be used, " in said
    assert "\nbroken.yml:" in said


def test_data_that_is_not_there_is_told(project: Path, tmp_path: Path) -> None:
    said = fails(project, tmp_path / "none.yml")
    assert "none.yml:1: cannot be read: No such file or directory" in said


def test_a_bare_make_lists_every_target_with_its_line(project: Path) -> None:
    status, said = make(project)
    assert status == 0
    listed = {line.split()[1] for line in said.splitlines() if line.startswith("  make ")}
    assert listed >= {"site", "serve", "test", "check", "schema", "lock", "bench", "clean"}
    assert all(len(line.split()) > 3 for line in said.splitlines() if line.startswith("  make "))
