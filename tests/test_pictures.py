"""Pictures on the site: on every page that has one, as files for others, still where that is asked for."""

import re

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from macros.addresses import dark_figure, figure
from macros.data.model import Guide
from macros.data.model.exercise import Exercise
from macros.data.model.media import Media
from macros.figures.palette import stylesheet
from tests.sites import Site, guide, macros_of

FOOT = guide("foot")
every_exercise = pytest.mark.parametrize("exercise", FOOT.exercises, ids=lambda exercise: exercise.id)
every_figure = pytest.mark.parametrize("id_", FOOT.figures)


def page_of(exercise: Exercise, data: Guide) -> str:
    """Return the macro's output for *exercise* in *data*."""
    changed = tuple(exercise if other.id == exercise.id else other for other in data.exercises)
    copy = data.model_copy(update={"exercises": changed})
    macros = macros_of(copy, f"exercises/{exercise.id}/")
    return macros.exercise_page(exercise.id)


@every_exercise
def test_every_exercise_and_every_level_has_its_picture(exercise: Exercise, foot: Site) -> None:
    page = (foot.folder / "exercises" / exercise.id / "index.html").read_text(encoding="utf-8")
    assert exercise.figure
    assert f'aria-label="{FOOT.figures[exercise.figure].alt}"' in page
    assert FOOT.figures[exercise.figure].caption in page
    for level in exercise.levels:
        assert f"figures/{exercise.figure_at(level)}.svg" in page


@every_exercise
def test_every_card_shows_a_still_file_whose_size_is_known(exercise: Exercise, foot: Site) -> None:
    index = (foot.folder / "exercises" / "index.html").read_text(encoding="utf-8")
    width, height = FOOT.figures[exercise.figure or ""].size
    for file in (f"figures/{exercise.figure}.svg", f"assets/figures/dark/{exercise.figure}.svg"):
        assert f'src="../{file}" alt="" width="{width}" height="{height}"' in index
        assert (foot.folder / file).is_file()


@every_figure
def test_every_figure_is_used(id_: str) -> None:
    used = {exercise.figure for exercise in FOOT.exercises}
    used |= {level.figure for exercise in FOOT.exercises for level in exercise.levels}
    used |= {fault.figure for exercise in FOOT.exercises for fault in exercise.faults}
    assert id_ in used


@every_figure
def test_every_figure_can_be_taken_away_with_its_licence_and_credit(id_: str, foot: Site) -> None:
    svg = (foot.folder / f"figures/{id_}.svg").read_text(encoding="utf-8")
    assert FOOT.guide.credit in svg
    assert FOOT.guide.licence in svg
    png = Image.open(foot.folder / f"figures/{id_}.png")
    png.load()
    assert (png.info["Author"], png.info["Copyright"]) == (FOOT.guide.credit, FOOT.guide.licence)


def test_the_classes_of_pictures_are_in_the_one_style_sheet(foot: Site) -> None:
    (sheet,) = foot.folder.glob("assets/css/guide-*.css")
    drawn = set(re.findall(r"\.(fg-[\w-]+)", stylesheet()))
    assert drawn
    assert drawn <= set(re.findall(r"\.(fg-[\w-]+)", sheet.read_text(encoding="utf-8")))


def test_an_exercise_without_a_figure_shows_the_hosts_own_photo() -> None:
    data = guide("hand")
    photo = Media(file="assets/own/fist.jpg", alt="A closed hand", author="A. Doe", licence="CC BY 4.0")
    page = page_of(data.exercises[0].model_copy(update={"media": photo}), data)
    assert '<img src="../../assets/own/fist.jpg" alt="A closed hand">' in page
    assert "A. Doe, CC BY 4.0" in page


def test_an_exercise_without_a_figure_shows_the_hosts_own_video() -> None:
    data = guide("hand")
    film = Media(file="assets/own/fist.mp4", alt="A hand closes", author="A. Doe", licence="CC BY 4.0")
    page = page_of(data.exercises[0].model_copy(update={"media": film}), data)
    assert '<video src="../../assets/own/fist.mp4" controls' in page
    assert 'aria-label="A hand closes"' in page


def test_an_exercise_with_neither_has_no_empty_place() -> None:
    page = page_of(guide("hand").exercises[0], guide("hand"))
    assert "picture" not in page
    assert "<img" not in page


def test_the_picture_of_an_exercise_moves_and_can_be_stopped(browser: Browser, server: str) -> None:
    page = browser.new_page(reduced_motion="no-preference")
    page.goto(f"{server}exercises/short-foot/")
    button = page.get_by_role("button", name="Pause")
    expect(button).to_be_visible()
    button.click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    assert page.evaluate("document.querySelector('.picture svg').animationsPaused()")
    page.close()


def shown(page: Page) -> list[str]:
    """Return the files of the stills that show, once they have loaded."""
    for still in page.locator(".still:visible").all():
        still.scroll_into_view_if_needed()
        expect(still).not_to_have_js_property("naturalWidth", 0)
    files = page.locator(".still:visible").evaluate_all("all => all.map(one => new URL(one.src).pathname)")
    return [str(file) for file in files]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_stills_have_the_colours_of_the_page(browser: Browser, server: str, *, scripts: bool) -> None:
    context = browser.new_context(color_scheme="dark", java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{server}exercises/")
    assert set(shown(page)) == {f"/{dark_figure(one.figure or '')}" for one in FOOT.exercises}
    context.close()


def test_a_dark_page_prints_light_stills(browser: Browser, server: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(f"{server}exercises/")
    page.emulate_media(media="print")
    assert set(shown(page)) == {f"/{figure(one.figure or '', 'svg')}" for one in FOOT.exercises}
    page.close()
