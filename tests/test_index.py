"""The first page and the page of all exercises: short on a phone, with filters that a link can carry."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.anchors import slug
from macros.wording.doses import dose_minutes
from macros.wording.labels import labels
from tests.sites import Site

LONGEST = 4000
"""Pixels of either page on a phone."""

SEEN = "[...document.querySelectorAll('.grid li')].filter(e => e.getClientRects().length).map(e => e.querySelector('b').textContent)"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a phone's screen."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    yield page
    page.close()


@pytest.mark.parametrize("address", ["", "exercises/"])
def test_it_is_short_on_a_phone(page: Page, server: str, address: str) -> None:
    page.goto(server + address)
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST


def test_who_asks_first_and_the_plans_are_on_the_first_two_screens(page: Page, server: str, foot: Site) -> None:
    page.goto(server)
    named = (foot.guide.safety.ask_in_short, *(programme.title for programme in foot.guide.programmes))
    for text in named:
        box = page.get_by_text(text).first.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 2 * 844, text


def test_filters_show_what_fits_and_the_address_carries_them(page: Page, server: str, foot: Site) -> None:
    exercises = foot.guide.exercises
    page.goto(f"{server}exercises/")
    page.get_by_label(labels().filters.kind).select_option("strength")
    page.get_by_label(labels().filters.position).select_option("sitting")
    page.get_by_label(labels().filters.minutes).select_option("5")
    fit = [e.name for e in exercises if e.kind == "strength" and "sitting" in e.positions]
    fit = [e.name for e in exercises if e.name in fit and min(dose_minutes(le.dose) for le in e.levels) <= 5]
    assert page.evaluate(SEEN) == fit
    expect(page.get_by_role("status")).to_have_text(labels().filters.shown[1].format(count=len(fit)))
    address = page.url
    page.goto(f"{server}about/")
    page.goto(address)
    assert page.evaluate(SEEN) == fit
    page.get_by_role("button", name=labels().filters.all).click()
    expect(page.locator(".grid li:visible")).to_have_count(len(exercises))
    page.wait_for_url(f"{server}exercises/")


def test_what_one_has_at_hand_shows_what_a_level_can_be_done_with(page: Page, server: str, foot: Site) -> None:
    page.goto(f"{server}exercises/?have=chair")
    expect(page.get_by_label("Chair", exact=True)).to_be_checked()
    can = [e.name for e in foot.guide.exercises if any(set(e.equipment_at(level)) <= {"Chair"} for level in e.levels)]
    assert can
    assert page.evaluate(SEEN) == can
    page.goto(f"{server}exercises/?kind=balance&have={slug('Chair')}")
    expect(page.get_by_role("status")).to_have_text(labels().filters.none)


@pytest.mark.parametrize(
    "query", ["?kind=%3Cimg%20src%3Dx%3E&minutes=x&%22=1&have=no&position=__proto__", "?", "?kind"]
)
def test_a_broken_address_filters_nothing_it_does_not_know(page: Page, server: str, query: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{server}exercises/{query}")
    expect(page.locator(".grid li:visible")).to_have_count(10)
    assert errors == []


def test_without_a_script_the_kinds_have_anchors(browser: Browser, server: str, foot: Site) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{server}exercises/")
    expect(page.locator("[data-filters]")).to_be_hidden()
    kinds = list(dict.fromkeys(exercise.kind for exercise in foot.guide.exercises))
    links = page.locator("noscript a, .chips a").evaluate_all("links => links.map(link => link.hash)")
    assert links == [f"#{kind}" for kind in kinds]
    assert [kind for kind in kinds if page.locator(f"#{kind}").count() != 1] == []
    page.close()
