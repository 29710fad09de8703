"""Colours: each is written once, in tokens.css, with its light, dark and paper value; drawings use the page's own."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from macros.figures.palette import DARK, GROUNDS, LIGHT
from tests.printing import SCHEMES, Scheme
from tests.sites import ROOT

CSS = ROOT / "docs/assets/css"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
HEX = r"#[0-9a-f]{3,8}\b"
TOKEN = rf"^  --([a-z-]+): var\(--if-light, ({HEX})\) var\(--if-dark, ({HEX})\) var\(--if-print, ({HEX})\);$"


def long(colour: str) -> str:
    """Return `#fff` as `#ffffff`."""
    return colour if len(colour) == 7 else "#" + "".join(digit * 2 for digit in colour[1:])


COLOURS = {
    name: {"light": long(light), "dark": long(dark), "print": long(paper)}
    for name, light, dark, paper in re.findall(TOKEN, TOKENS, re.MULTILINE)
}
"""The colours of every token: `COLOURS["stop-background"]["dark"]`."""

STOP = '<div class="typeset"><div class="stop"><p class="stop__heading">Stop</p></div></div>'


def rgb(colour: str) -> str:
    """Return `#14191d` in the form in which a browser computes it."""
    return f"rgb({', '.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))})"


def stop_colours(page: Page) -> tuple[str, str, str]:
    """Return the background, edge and heading colours of the stop box on *page*."""
    background, edge, heading = page.evaluate(
        """() => {
          const box = getComputedStyle(document.querySelector(".stop"));
          const heading = getComputedStyle(document.querySelector(".stop__heading"));
          return [box.backgroundColor, box.borderLeftColor, heading.color];
        }"""
    )
    return str(background), str(edge), str(heading)


def expected(scheme: str) -> tuple[str, str, str]:
    """Return the colours of the stop box that tokens.css gives for *scheme*."""
    background, edge, heading = (rgb(COLOURS[f"stop-{part}"][scheme]) for part in ("background", "edge", "heading"))
    return background, edge, heading


@contextmanager
def stop_box(browser: Browser, device: Scheme, chosen: str) -> Iterator[Page]:
    """Open a page with a stop box on a *device* that prefers light or dark, whose reader has *chosen* a scheme or none."""
    style = TOKENS + (CSS / "safety.css").read_text(encoding="utf-8")
    page = browser.new_page(color_scheme=device)
    page.set_content(
        f'<!doctype html><html lang="en"{chosen and f" data-scheme={chosen}"}><style>{style}</style><body>{STOP}'
    )
    yield page
    page.close()


def test_every_colour_is_written_in_tokens_css_alone_and_in_one_line_there() -> None:
    written = re.findall(HEX, re.sub(r"/\*.*?\*/", "", TOKENS, flags=re.DOTALL))
    assert [long(colour) for colour in written] == [colour for token in COLOURS.values() for colour in token.values()]
    for file in {*CSS.glob("*.css")} - {CSS / "tokens.css"}:
        text = file.read_text(encoding="utf-8")
        assert re.findall(rf"{HEX}|\b(?:rgba?|hsla?|oklch|light-dark)\(", text) == [], file.name


def test_every_token_is_used_and_every_property_used_is_a_token() -> None:
    """A misspelt name is not an error in CSS: the colour is just missing."""
    text = "".join(file.read_text(encoding="utf-8") for file in CSS.glob("*.css"))
    tokens = set(re.findall(r"^ +(--[\w-]+):", TOKENS, re.MULTILINE))
    assert set(re.findall(r"var\((--[\w-]+)", text)) == tokens


@pytest.mark.parametrize("scheme", SCHEMES)
def test_drawings_use_the_colours_of_the_page(scheme: Scheme) -> None:
    page = {name: token[scheme] for name, token in COLOURS.items()}
    palette = {"light": LIGHT, "dark": DARK}[scheme]
    assert GROUNDS[scheme] == (page["paper"], page["mist"])
    assert (palette["bg"], palette["mark"]) == (page["paper"], page["ink"])
    assert palette["line"] == page["ink" if scheme == "light" else "paper"]
    assert palette["wrong"] == page["stop-edge"]


@pytest.mark.parametrize(
    ("device", "chosen", "scheme"),
    [
        ("light", "light", "light"),
        ("dark", "light", "light"),
        ("light", "dark", "dark"),
        ("dark", "dark", "dark"),
        ("light", "", "light"),
        ("dark", "", "dark"),
    ],
)
def test_the_stop_box_has_the_colours_of_the_scheme_and_of_paper_when_printed(
    browser: Browser, device: Scheme, chosen: str, scheme: str
) -> None:
    with stop_box(browser, device, chosen) as page:
        assert stop_colours(page) == expected(scheme)
        assert page.evaluate("getComputedStyle(document.body).colorScheme") == scheme
        page.emulate_media(media="print", color_scheme=device)
        assert stop_colours(page) == expected("print")
        assert page.evaluate("getComputedStyle(document.body).colorScheme") == "light"
