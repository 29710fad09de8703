"""Readers of the site, each with a browser of their own: what the tests of doses, plans, sessions and the log share."""

from collections.abc import Callable

from playwright.sync_api import Page

from macros.wording.labels import labels

Opens = Callable[..., Page]
"""Opens a page in a fresh browser: nothing is kept from another."""

WIDER = "document.documentElement.scrollWidth > innerWidth"
LARGE = "document.documentElement.style.fontSize = '250%'"
"""Text at 200 %: the pages' own size is 125 % of the browser's."""

REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
"""Storage that keeps nothing."""


def read_first(page: Page) -> None:
    """Say that one has read who asks first."""
    page.get_by_role("button", name=labels().own.have_read).click()


def until(page: Page, script: str) -> None:
    """Wait until *script* is true on a page; Playwright's own way needs a policy that allows eval."""
    for _ in range(400):
        if page.evaluate(script):
            return
        page.wait_for_timeout(25)
    raise AssertionError(script)
