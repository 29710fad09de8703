"""How a browser shows the pictures: still for those who ask, and light and still on paper."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page
from pydantic import TypeAdapter

from macros.figures import Figure
from macros.figures.palette import stylesheet
from macros.figures.svg import inline_svg, moment_svg

HERE = Path(__file__).parent
FIGURES = TypeAdapter(dict[str, Figure]).validate_python(
    {
        **yaml.safe_load((HERE.parent / "exercises.yml").read_text(encoding="utf-8"))["figures"],
        **yaml.safe_load((HERE / "data" / "extra-figures.yml").read_text(encoding="utf-8")),
    }
)
MOVING = [name for name, figure in FIGURES.items() if "fg-play" in inline_svg(figure, name)]
LOOK = "body{margin:0;display:grid;grid-template-columns:repeat(4,300px)}svg{display:block}"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Open a small page for readers who do not mind motion."""
    small = browser.new_page(viewport={"width": 300, "height": 240}, reduced_motion="no-preference")
    yield small
    small.close()


def page_of(names: list[str], scheme: str) -> str:
    pictures = "".join(inline_svg(FIGURES[name], name) for name in names)
    style = f"<style>{stylesheet()}{LOOK}body{{background:#fff}}@media screen{{body[data-md-color-scheme=slate]{{background:#14191d}}}}</style>"
    return f'<!doctype html>{style}<body data-md-color-scheme="{scheme}">{pictures}'


def picture(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot(full_page=True, animations="allow"))).convert("RGB")


def changed_pixels(first: Image.Image, second: Image.Image) -> int:
    difference = ImageChops.difference(first, second).convert("L")
    return sum(difference.histogram()[1:])


def plainly_different(first: Image.Image, second: Image.Image) -> int:
    """Count the pixels that differ by more than the edge of a line drawn twice."""
    return sum(ImageChops.difference(first, second).convert("L").histogram()[64:])


def test_nothing_moves_for_readers_who_ask_for_less_motion(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 900}, reduced_motion="reduce")
    page.set_content(page_of(list(FIGURES), "default"))
    picture(page)  # the first one also lays out the page at its full height
    first = picture(page)
    page.wait_for_timeout(700)
    assert page.evaluate("document.getAnimations().length") == 0
    assert changed_pixels(first, picture(page)) == 0
    page.close()


@pytest.mark.parametrize("name", MOVING)
def test_a_movement_moves_and_rests_on_the_printed_position(page: Page, name: str) -> None:
    page.set_content(page_of([name], "default"))
    page.evaluate("document.getAnimations().forEach(a => { a.pause(); a.currentTime = 0; })")
    start = picture(page)
    page.evaluate("document.getAnimations().forEach(a => a.finish())")
    end = picture(page)
    page.evaluate("document.querySelectorAll('svg').forEach(s => s.classList.remove('fg-play'))")
    assert changed_pixels(start, end) > 100
    assert changed_pixels(end, picture(page)) == 0


@pytest.mark.parametrize("name", [name for name in MOVING if "fg-g" not in inline_svg(FIGURES[name], name)])
def test_the_moving_picture_passes_the_positions_that_the_data_names(page: Page, name: str) -> None:
    figure = FIGURES[name]
    for moment in (0.0, 0.5) if figure.stops % 2 else (0.0,):
        page.set_content(page_of([name], "default"))
        page.evaluate(
            f"document.getAnimations().forEach(a => {{ a.pause(); a.currentTime = {figure.seconds * 1000 * moment}; }})"
        )
        moving = picture(page)
        page.set_content(f"<!doctype html><style>{stylesheet()}{LOOK}</style>{moment_svg(figure, name, moment)}")
        assert plainly_different(moving, picture(page)) < 40


def test_taking_the_class_off_and_on_plays_a_movement_again(page: Page) -> None:
    page.set_content(page_of(["squat"], "default"))
    page.evaluate("document.getAnimations().forEach(a => a.finish())")
    assert page.evaluate("document.getAnimations().filter(a => a.playState === 'running').length") == 0
    page.evaluate("""() => {
        const svg = document.querySelector('svg');
        svg.classList.remove('fg-play'); svg.getBoundingClientRect(); svg.classList.add('fg-play');
    }""")
    assert page.evaluate("document.getAnimations().filter(a => a.playState === 'running').length") > 0


def test_a_dark_page_prints_as_a_light_one_and_still(browser: Browser) -> None:
    names = list(FIGURES)
    shots = []
    for scheme in ("slate", "default"):
        page = browser.new_page(viewport={"width": 1200, "height": 900}, color_scheme="dark")
        page.set_content(page_of(names, scheme))
        page.emulate_media(media="print")
        shots.append(picture(page))
        assert page.evaluate("document.getAnimations().length") == 0
        page.close()
    assert changed_pixels(*shots) == 0


def test_a_dark_page_is_dark_on_screen(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 300, "height": 240}, reduced_motion="reduce")
    page.set_content(page_of(["lean-deeper"], "slate"))
    ground = page.evaluate("getComputedStyle(document.querySelector('svg')).getPropertyValue('--fig-bg').trim()")
    assert ground == "#14191d"
    page.close()
