"""How pictures move on pages: in Chromium, and in WebKit, the engine of every browser on iPhones."""

import io
import shutil
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, expect
from pypdfium2 import PdfDocument

from macros.bridge.build import Build
from macros.data.model.clinic import Clinic
from macros.data.model.dose import Basis, Dose, Repetitions, Steps, Time
from macros.edition import Edition
from macros.figures.palette import stylesheet
from macros.figures.svg import inline_svg, moment_svg
from macros.pictures import tempo
from tests.sites import ROOT, guide, served
from tests.test_figures_browser import FIGURES
from tests.windows import ENGINES, Window, window_of

MOVING = [name for name, figure in FIGURES.items() if " data-" in inline_svg(figure, name)]
BASIS = Basis(kind="own", says="Ours.")
ONCE = Repetitions.model_validate(
    {"kind": "repetitions", "sets": 1, "repetitions": 8, "seconds_each": 4, "sides": "together", "basis": BASIS}
)
HELD = ONCE.model_copy(update={"hold": 5})
STEPS = Steps(kind="steps", sets=1, steps=10, seconds_each=3, sides="together", basis=BASIS)
MINUTE = Time(kind="time", sets=1, seconds=60, sides="together", basis=BASIS)
POLICY = "default-src 'self'"
WATCH = """
addEventListener("securitypolicyviolation", (event) => {
  const seen = document.documentElement.dataset.refused ?? "";
  document.documentElement.dataset.refused = `${seen}${event.violatedDirective} ${event.blockedURI} `;
});
"""
PAGE = """<!doctype html>
<html lang="en" data-scheme="light">
<meta charset="utf-8">
<title>A picture</title>
<script src="watch.js"></script>
<link rel="stylesheet" href="assets/css/tokens.css">
<link rel="stylesheet" href="assets/css/base.css">
<link rel="stylesheet" href="assets/css/frame.css">
<link rel="stylesheet" href="assets/css/picture.css">
<link rel="stylesheet" href="figures.css">
<script defer src="assets/js/picture.js"></script>
<body class="typeset">
{% import "_parts.html" as parts with context %}
{% for id in ids %}{{ parts.picture(id, dose) }}{% endfor %}
{{ below | safe }}
"""
DRAWING = "document.querySelector('svg')"
BUTTON = ".picture__play"


def page_of(dose: Dose, *names: str, below: str = "") -> str:
    """Return a page with the pictures of figures, by the template of the site."""
    data = guide("foot").model_copy(update={"figures": FIGURES})
    renderer = Build(Edition(data, Clinic()), with_papers=False).renderer
    return renderer.environment.from_string(PAGE).render(ids=names, dose=dose, below=below)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a page for each figure, as strictly as a host can."""
    folder = tmp_path_factory.mktemp("stage")
    shutil.copytree(ROOT / "docs/assets", folder / "assets")
    (folder / "figures.css").write_text(stylesheet(), encoding="utf-8")
    (folder / "404.html").touch()
    (folder / "watch.js").write_text(WATCH, encoding="utf-8")
    for name in FIGURES:
        (folder / f"{name}.html").write_text(page_of(ONCE, name), encoding="utf-8")
    (folder / "all.html").write_text(page_of(ONCE, *FIGURES), encoding="utf-8")
    (folder / "held.html").write_text(page_of(HELD, "short-foot-sitting"), encoding="utf-8")
    (folder / "steps.html").write_text(page_of(STEPS, "gait-free"), encoding="utf-8")
    room = '<svg width="1" height="3000"/>'
    (folder / "tall.html").write_text(page_of(ONCE, "squat", below=room), encoding="utf-8")
    with served(folder, POLICY) as address:
        yield address


@pytest.fixture(scope="module", params=ENGINES)
def window(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """Open a window of each engine for readers who do not mind motion."""
    settings = tmp_path_factory.mktemp("settings")
    with window_of(request.param, lambda: request.getfixturevalue("browser"), settings) as opened:
        yield opened


@pytest.fixture(scope="module", params=ENGINES)
def calm(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """Open a window of each engine for readers who ask for less motion."""
    settings = tmp_path_factory.mktemp("settings")
    with window_of(request.param, lambda: request.getfixturevalue("browser"), settings, less_motion=True) as opened:
        yield opened


def at(window: Window, seconds: float) -> Image.Image:
    """Return the drawing so many seconds into its movement."""
    window.run(f"{DRAWING}.pauseAnimations(); {DRAWING}.setCurrentTime(arguments[0]);", seconds)
    return window.picture("svg")


def apart(first: Image.Image, second: Image.Image) -> int:
    """Count the pixels that differ by more than the edge of a line drawn twice."""
    return sum(ImageChops.difference(first, second).convert("L").histogram()[64:])


def moves(window: Window) -> bool:
    """Tell whether the drawing changes by itself within a moment."""
    before = window.run(f"return {DRAWING}.getCurrentTime()")
    time.sleep(0.25)
    return window.run(f"return {DRAWING}.getCurrentTime()") != before


def waits_until(window: Window, *, moving: bool) -> bool:
    """Give the page two seconds to begin or to stop."""
    return any(moves(window) is moving for _ in range(8))


@pytest.mark.parametrize("name", MOVING)
def test_a_movement_looks_different_at_each_of_five_moments(calm: Window, stage: str, name: str) -> None:
    calm.open(f"{stage}{name}.html")
    five = [at(calm, 2 + 2 * moment / 4) for moment in range(5)]
    changes = [apart(first, second) for first, second in pairwise(five)]
    assert min(changes) > 20, changes


@pytest.mark.parametrize("name", MOVING)
def test_a_movement_begins_and_ends_in_the_still_picture(calm: Window, stage: str, name: str) -> None:
    calm.open(f"{stage}{name}.html")
    begin, end = at(calm, 0), at(calm, 3.9999)
    calm.run("document.querySelectorAll('animate, animateTransform').forEach((one) => one.remove());")
    still = calm.picture("svg")
    assert apart(begin, still) < 20
    assert apart(end, still) < 40


def test_it_plays_by_itself_while_it_is_seen_and_goes_on(window: Window, stage: str) -> None:
    window.open(f"{stage}squat.html")
    assert waits_until(window, moving=True)
    assert window.run("return document.querySelector('.picture__play').textContent") == "Pause"
    window.run(f"{DRAWING}.setCurrentTime(400);")  # after a hundred rounds
    first = window.picture("svg")
    time.sleep(0.5)
    assert apart(first, window.picture("svg")) > 20


def test_it_waits_while_it_is_out_of_sight(window: Window, stage: str) -> None:
    window.open(f"{stage}tall.html")
    assert waits_until(window, moving=True)
    window.run("scrollTo(0, 2500);")
    assert waits_until(window, moving=False)
    window.run("scrollTo(0, 0);")
    assert waits_until(window, moving=True)


def named(window: Window) -> object:
    """Return the name of the button."""
    return window.run("return document.querySelector('.picture__play').textContent")


def test_a_click_stops_it_and_another_one_goes_on(window: Window, stage: str) -> None:
    window.open(f"{stage}squat.html")
    window.click(BUTTON)
    assert (named(window), moves(window)) == ("Play", False)
    window.click(BUTTON)
    assert (named(window), moves(window)) == ("Pause", True)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_stops_it_and_another_one_goes_on(window: Window, stage: str, key: str) -> None:
    window.open(f"{stage}squat.html")
    window.press(BUTTON, key)
    assert (named(window), moves(window)) == ("Play", False)
    window.press(BUTTON, key)
    assert (named(window), moves(window)) == ("Pause", True)


def test_nothing_moves_for_readers_who_ask_for_less_motion_before_they_play_it(calm: Window, stage: str) -> None:
    calm.open(f"{stage}squat.html")
    first = calm.picture("svg")
    time.sleep(0.7)
    assert apart(first, calm.picture("svg")) == 0
    assert named(calm) == "Play"
    calm.click(BUTTON)
    assert (named(calm), moves(calm)) == ("Pause", True)


def test_the_button_is_large_enough_for_a_thumb(window: Window, stage: str) -> None:
    window.open(f"{stage}squat.html")
    box = "document.querySelector('.picture__play').getBoundingClientRect()"
    assert window.run(f"return {box}.width >= 44 && {box}.height >= 44")


def test_a_strict_policy_refuses_nothing_of_any_picture(window: Window, stage: str) -> None:
    window.open(f"{stage}all.html")
    assert window.run("return document.documentElement.dataset.refused ?? ''") == ""


def test_the_policy_of_these_tests_refuses_what_it_must(window: Window, stage: str) -> None:
    window.open(f"{stage}squat.html")
    window.run("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\"></p>');")
    assert "style-src" in str(window.run("return document.documentElement.dataset.refused ?? ''"))


@pytest.mark.parametrize("name", ["fault-knee-falling-in", "fault-toes-clawing"])
def test_a_picture_that_does_not_move_has_no_button(window: Window, stage: str, name: str) -> None:
    window.open(f"{stage}{name}.html")
    assert window.run("return document.querySelector('.picture__play').hidden")


@pytest.mark.parametrize("name", MOVING)
def test_the_moving_picture_passes_the_positions_that_the_data_names(calm: Window, stage: str, name: str) -> None:
    """Without the pale start, which a drawing of one moment does not have."""
    figure = FIGURES[name]
    for moment in (0.0, 0.5) if figure.stops % 2 else (0.0,):
        calm.open(f"{stage}{name}.html")
        calm.run("document.querySelectorAll('.fg-g').forEach((ghost) => ghost.setAttribute('display', 'none'));")
        still, moving = at(calm, 0), at(calm, 2 + 2 * moment)
        calm.run("document.querySelector('svg').outerHTML = arguments[0];", moment_svg(figure, name, moment))
        drawn = calm.picture("svg")
        assert apart(moving, drawn) < max(80, apart(still, drawn) / 6)


def test_a_hold_is_as_long_as_in_the_dose(calm: Window, stage: str) -> None:
    calm.open(f"{stage}held.html")
    still, held, over = at(calm, 0), at(calm, 6.5), at(calm, 9 + 1.5)
    assert apart(still, held) == 0
    assert apart(still, over) > 20


def test_a_step_goes_one_way_only(window: Window, stage: str) -> None:
    window.open(f"{stage}steps.html")
    seen = window.run(
        "return [...document.querySelectorAll('[data-d] > [attributeName=d]')].map((one) =>"
        " one.getAttribute('values').split(';').map((path) => path === one.parentNode.getAttribute('d')))"
    )
    assert isinstance(seen, list)
    assert seen
    assert all(is_the_end == [True, True, False, False, False, True] for is_the_end in seen)


@pytest.mark.parametrize(
    ("dose", "seconds"), [(ONCE, "2 0 2"), (HELD, "2 5 2"), (STEPS, "3 0 0"), (MINUTE, "2 0 2")], ids=str
)
def test_the_tempo_is_that_of_the_dose(dose: Dose, seconds: str) -> None:
    assert tempo(dose) == seconds


def test_without_a_script_the_still_picture_shows_and_no_button(browser: Browser, stage: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 700, "height": 860})
    page = context.new_page()
    page.goto(f"{stage}lean-deeper.html")
    expect(page.locator("button")).to_be_hidden()
    shots = [page.locator("svg").screenshot(animations="allow")]
    page.wait_for_timeout(500)
    shots.append(page.locator("svg").screenshot(animations="allow"))
    context.close()
    plain = window_of("Chromium", lambda: browser, Path(), less_motion=True)
    with plain as window:
        window.open(f"{stage}lean-deeper.html")
        window.run("document.querySelector('button').remove()")  # it may stand on the drawing
        first, second = (Image.open(io.BytesIO(shot)).convert("RGB") for shot in shots)
        assert apart(first, second) == 0
        assert apart(first, window.picture("svg")) == 0


def test_paper_shows_the_still_picture_even_while_it_moves(browser: Browser, stage: str) -> None:
    page = browser.new_page(reduced_motion="no-preference")
    page.goto(f"{stage}lean-deeper.html")
    page.evaluate(f"{DRAWING}.setCurrentTime(2)")
    moving = paper(page.pdf())
    assert page.evaluate(f"{DRAWING}.getCurrentTime()") >= 2, "it goes on where it was"
    page.close()
    context = browser.new_context(java_script_enabled=False)
    still = context.new_page()
    still.goto(f"{stage}lean-deeper.html")
    assert apart(moving, paper(still.pdf())) == 0
    context.close()


def paper(pdf: bytes) -> Image.Image:
    """Return how the first sheet looks."""
    with PdfDocument(pdf) as document:
        sheet: Image.Image = document[0].render(scale=1).to_pil()
        return sheet.convert("RGB")
