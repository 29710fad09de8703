"""What axe, the accessibility checker, finds wrong with a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page) -> str:
    """Return axe's report of what is wrong with *page*, or nothing where all is well."""
    results = Axe().run(page)
    assert results.response["passes"], "axe checked nothing"
    return str(results.generate_report()) if results.violations_count else ""
