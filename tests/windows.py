"""A window of a browser, asked the same things whatever its engine is."""

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Literal, Protocol

from PIL import Image
from playwright.sync_api import Browser, Page
from pydantic import JsonValue, TypeAdapter

from tests.webkit import webkit

JSON: TypeAdapter[JsonValue] = TypeAdapter(JsonValue)
Engine = Literal["Chromium", "WebKit"]
ENGINES: tuple[Engine, ...] = ("Chromium", "WebKit")


class Window(Protocol):
    """What the tests ask of a window."""

    def open(self, address: str) -> None:
        """Open a page and wait until it has loaded."""

    def run(self, script: str, *arguments: JsonValue) -> JsonValue:
        """Return what a *script* with `return` gives."""

    def click(self, selector: str) -> None:
        """Click the first element of a selector."""

    def press(self, selector: str, key: str) -> None:
        """Send a key to the first element of a selector."""

    def picture(self, selector: str) -> Image.Image:
        """Return how an element looks."""


class Chromium:
    """A window of Chromium."""

    def __init__(self, page: Page) -> None:
        """Take a *page*."""
        self._page = page

    def open(self, address: str) -> None:
        """Open a page and wait until it has loaded."""
        self._page.goto(address)

    def run(self, script: str, *arguments: JsonValue) -> JsonValue:
        """Return what a *script* with `return` gives."""
        given = self._page.evaluate(f"list => (function () {{ {script} }}).apply(null, list)", list(arguments))
        return JSON.validate_python(given)

    def click(self, selector: str) -> None:
        """Click the first element of a selector."""
        self._page.locator(selector).first.click()

    def press(self, selector: str, key: str) -> None:
        """Send a key to the first element of a selector."""
        self._page.locator(selector).first.press(key)

    def picture(self, selector: str) -> Image.Image:
        """Return how an element looks."""
        png = self._page.locator(selector).first.screenshot(animations="allow")
        return Image.open(io.BytesIO(png)).convert("RGB")


@contextmanager
def _chromium(browser: Browser, *, less_motion: bool) -> Iterator[Window]:
    motion: Literal["reduce", "no-preference"] = "reduce" if less_motion else "no-preference"
    page = browser.new_page(viewport={"width": 700, "height": 860}, reduced_motion=motion)
    yield Chromium(page)
    page.close()


def window_of(
    engine: Engine, browser: Callable[[], Browser], settings: Path, *, less_motion: bool = False
) -> AbstractContextManager[Window]:
    """Open a window of an *engine*; *browser* starts Chromium, and WebKit keeps its settings in a folder of its own."""
    if engine == "Chromium":
        return _chromium(browser(), less_motion=less_motion)
    return webkit(settings, less_motion=less_motion)
