"""`make serve`: the preview follows the data, templates and words, and outlives a mistake."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import ROOT

PATIENCE = 40
"""Seconds until a change must show; it takes about one, more on a busy machine."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project that a test may change."""
    folder = tmp_path_factory.mktemp("serve")
    for name in ("macros", "docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copy(ROOT / "tests/data/hand.yml", folder / "exercises.yml")
    return folder


@pytest.fixture(scope="module")
def preview(project: Path) -> Iterator[str]:
    """Yield the address of a running preview."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "GUIDE": "exercises.yml"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    with (project / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=project, env=environment, stdout=log, stderr=log)
        try:
            wait(f"http://{address}/exercises/fist/", "Close the hand and open it again.", project)
            yield f"http://{address}/"
        finally:
            server.terminate()
            server.wait(10)


def wait(address: str, text: str, project: Path) -> None:
    """Wait until the page at *address* has *text*."""
    end = time.monotonic() + PATIENCE
    while text not in read(address):
        assert time.monotonic() < end, f"{text!r} never came to {address}:\n{(project / 'log').read_text()[-2000:]}"
        time.sleep(0.2)


def read(address: str) -> str:
    """Return a page, or nothing while there is none."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode(errors="replace"))
    except OSError:
        return ""


def change(file: Path, old: str, new: str) -> None:
    """Change a file as an editor would."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("exercises.yml", "summary: Close the hand and open it again.", "summary: Close it; open it."),
        (
            "macros/pages/templates/exercise_page.html",
            '<ol class="steps"',
            '<ol class="steps" data-changed="template"',
        ),
        ("macros/wording/labels.yml", "feel: You should feel", "feel: It is right to feel"),
        ("overrides/partials/footer.html", '<footer class="guide-foot">', '<footer class="guide-foot changed">'),
    ],
)
def test_a_change_shows_by_itself(preview: str, project: Path, file: str, old: str, new: str) -> None:
    change(project / file, old, new)
    wait(f"{preview}exercises/fist/", new.rsplit(": ", 1)[-1], project)


def test_a_change_of_a_style_sheet_or_a_script_shows_by_itself(preview: str, project: Path) -> None:
    for ending, file, old, new in (
        ("css", "frame.css", "z-index: 10;", "z-index: 11;"),
        ("js", "colours.js", '"guide-colours"', '"guide-hues"'),
    ):
        before = joined(preview, ending)
        change(project / f"docs/assets/{ending}/{file}", old, new)
        end = time.monotonic() + PATIENCE
        while joined(preview, ending) in {before, ""}:
            assert time.monotonic() < end, (project / "log").read_text()[-2000:]
            time.sleep(0.2)
        assert new.replace(" ", "").strip(";") in read(f"{preview}{joined(preview, ending)}")


def joined(preview: str, ending: str) -> str:
    """Return the address of the style sheet or the script of the first page."""
    found = re.search(rf"assets/{ending}/guide-\w+\.{ending}", read(preview))
    return found[0] if found else ""


SLIPS = [
    ("exercises.yml", "sets: 3", "sets: yes", "is not a whole number"),
    (
        "macros/pages/templates/exercise_page.html",
        "{% if weeks or also_in %}",
        "{% if wekes or also_in %}",
        "&#39;wekes&#39; is undefined",
    ),
    ("macros/pages/templates/exercise_page.html", "{% if weeks or also_in %}", "{% if %}", "Expected an expression"),
]


@pytest.mark.parametrize("slip", SLIPS, ids=["data", "template", "syntax"])
def test_a_slip_shows_in_the_browser_and_the_preview_goes_on_when_it_is_corrected(
    preview: str, project: Path, slip: tuple[str, str, str, str]
) -> None:
    file, old, new, problem = slip
    page = f"{preview}exercises/fist/"
    change(project / file, old, new)
    wait(page, "The rebuild failed", project)
    assert problem in read(page)
    change(project / file, new, old)
    wait(page, '<ol class="steps"', project)


def test_a_change_of_a_paper_shows_by_itself(preview: str, project: Path) -> None:
    paper = f"{preview}exercises/fist/handout-a4.pdf"
    before = read(paper)
    assert before.startswith("%PDF")
    change(project / "macros/papers/house.typ", "top: 10mm", "top: 12mm")
    end = time.monotonic() + PATIENCE
    while read(paper) == before:
        assert time.monotonic() < end, (project / "log").read_text()[-2000:]
        time.sleep(0.2)
