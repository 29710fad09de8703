"""The example clinic's edition, built as a clinic builds it: nothing offers what it hides, and it says whose it is."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pypdfium2 import PdfDocument

from macros import addresses
from macros.data.layers import LayerFile, Overlay
from macros.data.load import load
from macros.data.model import Guide
from macros.publishing.publish import publish
from tests.printing import squeezed, text_of_pdf
from tests.sites import ROOT, build_once, wait_for

PROFILE = ROOT / "clinics/example"
LAYER = PROFILE / "own.yml"
OVERLAY = Overlay((LayerFile(LAYER, "own.yml"),), (), "Harbour Physiotherapy")
CHANGED = "Changed by Harbour Physiotherapy on 1 December 2026."
OWN = ("exercises", "figures")
"""Keys of the layer that hold the clinic's own two exercises."""


@pytest.fixture(scope="session")
def edition(shared: Path) -> Path:
    """Return the built site of the example clinic, with its papers."""
    folder = shared / "edition"
    build_once(folder, lambda staged: publish(staged, PROFILE / "mkdocs.yml"))
    wait_for(folder)
    return folder


@pytest.fixture(scope="session")
def whole() -> Guide:
    """Return the guide as its makers publish it."""
    return load(ROOT / "exercises.yml")


@pytest.fixture(scope="session")
def own() -> Guide:
    """Return the clinic's guide."""
    return load(ROOT / "exercises.yml", OVERLAY)


def hidden(whole: Guide, own: Guide) -> dict[str, str]:
    """Return the names of the exercises that the clinic hides, by their ids."""
    left = {exercise.id for exercise in own.exercises}
    return {exercise.id: exercise.name for exercise in whole.exercises if exercise.id not in left}


def text_of(paper: Path) -> str:
    """Return the words of a PDF, squeezed."""
    return text_of_pdf(PdfDocument(paper))


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each page of a site with its address."""
    for file in folder.rglob("*.html"):
        yield file.relative_to(folder).as_posix().removesuffix("index.html"), file.read_text(encoding="utf-8")


def test_a_clinic_writes_little() -> None:
    """Three exercises and two weeks hidden, logo, colours, country, footer, beside two exercises of its own."""
    settings = (PROFILE / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    layer = LAYER.read_text(encoding="utf-8")
    without_own = re.split(r"^# Two exercises", layer, flags=re.MULTILINE)[0].splitlines()
    assert set(yaml.safe_load("\n".join(without_own))).isdisjoint(OWN)
    assert len([line for line in (*settings, *without_own) if line.strip()]) <= 25


def test_three_exercises_and_two_weeks_are_hidden_and_two_are_the_clinics_own(whole: Guide, own: Guide) -> None:
    assert len(hidden(whole, own)) == 3
    assert len(own.programme.weeks) == len(whole.programme.weeks) - 2
    assert len({exercise.id for exercise in own.exercises} - {exercise.id for exercise in whole.exercises}) == 2


def test_no_page_leads_to_what_is_hidden(edition: Path, whole: Guide, own: Guide) -> None:
    gone = [f"exercises/{id_}/" for id_ in hidden(whole, own)] + ["schedule/week-5/", "schedule/week-6/"]
    for address, html in pages(edition):
        if not address.startswith(tuple(gone)):
            links = re.findall(r'(?:href|src)="([^"#]*)', html)
            assert not [link for link in links for page in gone if f"/{page}" in f"/{link}"], address


def test_no_plan_paper_picture_or_calendar_has_what_is_hidden(edition: Path, whole: Guide, own: Guide) -> None:
    names = hidden(whole, own)
    for page in ("schedule", "today", "plan", "session", "print", "downloads"):
        for file in (edition / page).rglob("index.html"):
            text = file.read_text(encoding="utf-8")
            assert not [name for name in names.values() if re.search(rf"\b{name}\b", text)], file
    pictures = {*whole.figures} - {*own.figures}
    assert pictures
    assert not [id_ for id_ in pictures if (edition / addresses.figure(id_, "svg")).exists()]
    data = json.loads((edition / addresses.EXERCISES_DATA).read_text(encoding="utf-8"))
    assert not {exercise["id"] for exercise in data["exercises"]} & {*names}
    assert len(data["programmes"][0]["weeks"]) == 4
    booklet = text_of(edition / addresses.paper(addresses.PLAN, "booklet", "a4"))
    assert not [name for name in names.values() if squeezed(name) in booklet]


def test_every_page_and_paper_says_who_changed_the_guide(edition: Path, own: Guide) -> None:
    framed = {address: html for address, html in pages(edition) if "guide-foot" in html}
    assert len(framed) > len(own.exercises) * 2
    assert not [address for address, html in framed.items() if CHANGED not in html]
    about = (edition / addresses.ABOUT / "index.html").read_text(encoding="utf-8")
    assert "Left out:" in about
    for exercise in own.exercises[:3]:
        handout = text_of(edition / addresses.paper(addresses.exercise(exercise.id), "handout", "a4"))
        assert squeezed(CHANGED) in handout


def test_the_clinics_own_dose_names_the_clinic_on_page_and_paper(edition: Path) -> None:
    says = "Harbour Physiotherapy set this on 1 December 2026. It is not from this guide."
    page = addresses.exercise("heel-raise")
    assert says in (edition / page / "index.html").read_text(encoding="utf-8")
    assert squeezed(says) in text_of(edition / addresses.paper(page, "handout", "a4"))


def test_a_newer_release_laid_over_a_clinics_checkout_conflicts_with_nothing(tmp_path: Path) -> None:
    """The clinic's folder is as it was, and the corrected safety text is there."""
    checkout = tmp_path / "guide"
    checkout.mkdir()
    for name in ("macros", "overrides", "docs", "mkdocs.yml"):
        (checkout / name).symlink_to(ROOT / name)
    shutil.copytree(PROFILE, checkout / "clinics/harbour")
    before = {file.name: file.read_bytes() for file in (checkout / "clinics/harbour").iterdir()}
    text = (ROOT / "exercises.yml").read_text(encoding="utf-8")
    sign = load(ROOT / "exercises.yml").safety.signs("stop")[0]
    assert text.count(f"- {sign}\n") == 1
    (checkout / "exercises.yml").write_text(text.replace(f"- {sign}\n", "- it hurts at all\n"), encoding="utf-8")
    clinics = Overlay((LayerFile(checkout / "clinics/harbour/own.yml", "own.yml"),), (), "Harbour")
    newer = load(checkout / "exercises.yml", clinics)
    assert newer.safety.signs("stop")[0] == "it hurts at all"
    assert len(newer.exercises) == 9
    assert before == {file.name: file.read_bytes() for file in (checkout / "clinics/harbour").iterdir()}
