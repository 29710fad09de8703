"""How a browser shows the drawings: still by themselves, dark on dark pages, light on paper, the same in a file."""

import io
from pathlib import Path
from typing import Literal

import pytest
import yaml
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page
from pydantic import TypeAdapter

from macros.figures import Figure
from macros.figures.palette import stylesheet
from macros.figures.svg import file_svg, inline_svg

HERE = Path(__file__).parent
FIGURES = TypeAdapter(dict[str, Figure]).validate_python(
    {
        **yaml.safe_load((HERE.parent / "exercises.yml").read_text(encoding="utf-8"))["figures"],
        **yaml.safe_load((HERE / "data" / "extra-figures.yml").read_text(encoding="utf-8")),
    }
)
LOOK = "body{margin:0;display:grid;grid-template-columns:repeat(4,300px)}svg{display:block}"


def page_of(names: list[str], scheme: str) -> str:
    pictures = "".join(inline_svg(FIGURES[name], name) for name in names)
    style = f"<style>{stylesheet()}{LOOK}body{{background:#fff}}@media screen{{[data-scheme=dark] body{{background:#14191d}}}}</style>"
    return f'<!doctype html><html data-scheme="{scheme}">{style}<body>{pictures}'


def picture(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot(full_page=True, animations="allow"))).convert("RGB")


def changed_pixels(first: Image.Image, second: Image.Image) -> int:
    difference = ImageChops.difference(first, second).convert("L")
    return sum(difference.histogram()[1:])


def test_a_drawing_stands_still_without_the_script(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 900}, reduced_motion="no-preference")
    page.set_content(page_of(list(FIGURES), "light"))
    picture(page)  # the first one also lays out the page at its full height
    first = picture(page)
    page.wait_for_timeout(300)
    assert page.evaluate("document.getAnimations().length + document.querySelectorAll('animate, set').length") == 0
    assert changed_pixels(first, picture(page)) == 0
    page.close()


def test_a_dark_page_prints_as_a_light_one(browser: Browser) -> None:
    names = list(FIGURES)
    shots = []
    for scheme in ("dark", "light"):
        page = browser.new_page(viewport={"width": 1200, "height": 900}, color_scheme="dark")
        page.set_content(page_of(names, scheme))
        page.emulate_media(media="print")
        shots.append(picture(page))
        page.close()
    assert changed_pixels(*shots) == 0


def test_a_dark_page_is_dark_on_screen(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 300, "height": 240}, reduced_motion="reduce")
    page.set_content(page_of(["lean-deeper"], "dark"))
    ground = page.evaluate("getComputedStyle(document.querySelector('svg')).getPropertyValue('--fig-bg').trim()")
    assert ground == "#14191d"
    page.close()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_file_looks_like_the_drawing_on_a_page(browser: Browser, mode: Literal["light", "dark"]) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.set_content(page_of(list(FIGURES), mode))
    picture(page)
    inline = picture(page)
    files = "".join(file_svg(figure, name, "A", "CC BY 4.0", mode) for name, figure in FIGURES.items())
    ground = "#fff" if mode == "light" else "#14191d"
    page.set_content(f"<!doctype html><style>{LOOK}body{{background:{ground}}}</style>{files}")
    picture(page)
    assert changed_pixels(inline, picture(page)) == 0
    page.close()
