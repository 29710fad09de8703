"""The safety page as somebody who is hurt reads it, the stop box, and the way to both in the bar."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.anchors import SafetyPart
from macros.data.model.safety import URGENCIES
from macros.wording.calls import emergency_call
from macros.wording.labels import labels
from tests.printing import printed
from tests.sites import GUIDES, HOST, Site, guide, text_of

both = pytest.mark.parametrize("name", GUIDES)
SAFETY = guide("foot").safety
TALLEST = 7500
"""Pixels that the safety page may take on a phone; version 2.0.0 took 10,889."""

TALLEST_BOX = {"": 430, "exercises/band-inversion/": 560, "schedule/week-1/": 560}
"""Pixels that a stop box may take on a phone, by the page; version 2.0.0 took up to 773."""

PLACED = "e => { const box = e.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; }"


@contextmanager
def phone(browser: Browser, address: str, *, width: int = 390, scripts: bool = True) -> Iterator[Page]:
    """Open a page on a phone."""
    context = browser.new_context(
        viewport={"width": width, "height": 844}, java_script_enabled=scripts, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


@both
def test_the_page_is_in_the_order_of_urgency(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    page, safety = site.pages["safety/"], site.guide.safety
    headings = [e.get("id") for e in page.one("article").iter() if e.tag in {"h2", "h3"} and e.get("id")]
    expected: list[str] = []
    for urgency, cards in safety.by_urgency().items():
        expected += [urgency, *(card.id for card in cards)]
        expected += [SafetyPart.WHO_TO_CALL] if urgency == "today" else []
    assert headings[: len(expected)] == expected
    assert headings[len(expected) :][:2] == [SafetyPart.SORENESS, SafetyPart.ABOUT]


def test_the_parts_of_the_page_are_emergency_today_stop_and_ask() -> None:
    assert list(URGENCIES) == ["emergency", "today", "stop", "ask"]
    cards = SAFETY.by_urgency()
    assert [card.id for card in cards["emergency"]] == ["emergency-now", "emergency-eye", "emergency-fall"]
    assert [card.grade for card in cards["today"]] == ["injury", "urgent", "urgent"]
    assert [card.grade for card in cards["stop"]] == ["stop", "stop", "see"]
    assert SAFETY.cards == tuple(card for group in cards.values() for card in group), "the data is in another order"


@both
def test_four_jumps_lead_to_the_parts(sites: dict[str, Site], name: str) -> None:
    page = sites[name].pages["safety/"]
    links = [(link.get("href"), text_of(link)) for link in page.one("ul", "jumps").iter("a")]
    assert links == [(f"#{urgency}", labels().urgency[urgency]) for urgency in URGENCIES]
    assert {href.removeprefix("#") for href, _ in links if href} <= set(page.ids)


@both
def test_every_number_is_next_to_its_country(sites: dict[str, Site], name: str) -> None:
    page, safety = sites[name].pages["safety/"], sites[name].guide.safety
    numbers = {text_of(next(row.iter("dt"))): text_of(next(row.iter("dd"))) for row in page.one("dl", "numbers")}
    assert numbers == {country.state: country.call for country in safety.countries}
    places = {row.get("id"): text_of(row) for row in page.one("dl", "places")}
    assert places == {
        place.id: f"{place.name} {labels().emergency}: {place.emergency} {labels().urgent}: {place.urgent}"
        for place in (safety.anywhere, *safety.countries)
    }
    assert page.all("table") == []


def test_a_clinic_s_country_is_first_and_larger_than_the_others(browser: Browser, host: str) -> None:
    country = SAFETY.country_for(HOST.country)
    with phone(browser, f"{host}safety/") as page:
        own = page.locator(".numbers__own")
        expect(own).to_have_text(f"{country.name}: {country.emergency}")
        expect(page.locator(".numbers dt").first).to_have_text("United Kingdom")
        expect(page.locator(".numbers")).not_to_contain_text(country.name)
        sizes = [
            float(e.evaluate("e => parseFloat(getComputedStyle(e).fontSize)"))
            for e in (own, page.locator(".numbers dd").first)
        ]
        assert sizes[0] > sizes[1]
        assert own.evaluate(PLACED)[3] <= page.locator(".numbers").evaluate(PLACED)[1] < 844
        assert page.locator(".places > div").first.get_attribute("id") == HOST.country


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 844)])
def test_every_emergency_number_is_on_the_first_screen_of_a_phone(
    browser: Browser, server: str, width: int, height: int
) -> None:
    with phone(browser, f"{server}safety/", width=width) as page:
        rows = page.locator(".numbers > div").all()
        assert len(rows) == len(SAFETY.numbers(SAFETY.anywhere))
        for row in rows:
            left, _, right, bottom = row.evaluate(PLACED)
            assert (left >= 0, right <= width, bottom <= height) == (True, True, True), row.inner_text()


def test_the_page_is_short_on_a_phone_and_nothing_in_it_is_cut(browser: Browser, server: str) -> None:
    with phone(browser, f"{server}safety/") as page:
        assert page.evaluate("document.documentElement.scrollHeight") <= TALLEST
        for fold in page.locator("details.fold > summary").all():
            fold.click()
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 844})
            wide = page.evaluate(
                "w => [...document.querySelectorAll('article *')].filter(e => e.checkVisibility()"
                " && !e.matches('.sr') && (e.getBoundingClientRect().right > w || e.scrollWidth > e.clientWidth + 1)"
                " && getComputedStyle(e).display !== 'inline').map(e => e.outerHTML.slice(0, 100))",
                width,
            )
            assert wide == []


@pytest.mark.parametrize("page_", TALLEST_BOX)
def test_the_stop_box_is_short_on_a_phone(browser: Browser, server: str, page_: str) -> None:
    with phone(browser, server + page_) as page:
        box = page.locator(".stop:visible").bounding_box()
        assert box
        assert box["height"] <= TALLEST_BOX[page_]


@both
def test_the_stop_box_is_in_the_list_of_headings_and_calls_in_one_line(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    call = emergency_call(site.guide.safety, site.guide.safety.anywhere)
    boxes = [(page, box) for page in site.pages.values() for box in page.all("aside", "stop")]
    assert len(boxes) >= len(site.guide.exercises) + len(site.guide.programme.weeks)
    for page, box in boxes:
        assert [text_of(heading) for heading in box.iter("h2")] == [labels().stop_if]
        rules, line = [text_of(text) for text in box.iter("p")]
        assert rules == site.guide.safety.at_once
        assert line == f"{call.where}: {call.says} {labels().all_signs}"
        levels = [int(e.tag[1]) for e in page.one("article").iter() if e.tag in {"h1", "h2", "h3", "h4"}]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.address


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("width", [390, 320])
def test_the_way_to_the_stop_rules_is_in_the_bar_of_a_phone(
    browser: Browser, server: str, width: int, *, scripts: bool
) -> None:
    with phone(browser, f"{server}exercises/short-foot/", width=width, scripts=scripts) as page:
        link, name = page.locator(".guide-bar__stop"), page.locator(".guide-bar__name span")
        expect(link).to_have_text(labels().menu.safety)
        expect(link).to_be_in_viewport(ratio=1)
        box = link.bounding_box()
        assert box
        assert (box["height"] >= 44, box["width"] >= 44) == (True, True)
        assert name.evaluate("e => e.clientWidth") >= 90
        assert page.locator(".guide-bar").evaluate("e => e.clientHeight") <= 64
        link.click()
        page.wait_for_url(f"{server}safety/")
        expect(page.locator(".guide-bar__stop")).to_have_attribute("aria-current", "page")


@pytest.mark.parametrize("width", [390, 320])
def test_text_of_twice_the_size_leaves_name_and_buttons_in_the_bar(browser: Browser, server: str, width: int) -> None:
    with phone(browser, f"{server}safety/", width=width) as page:
        page.evaluate("document.documentElement.style.fontSize = '250%'")  # twice the 125 % of base.css
        for part in page.locator(".guide-bar__inner > :visible").all():
            left, _, right, _ = part.evaluate(PLACED)
            assert 0 <= left < right <= width
        assert page.locator(".guide-bar__name span").evaluate("e => e.clientWidth") >= 90


def test_on_a_desktop_the_menu_alone_leads_to_the_stop_rules(browser: Browser, server: str) -> None:
    with phone(browser, server, width=1280) as page:
        expect(page.locator(".guide-bar__stop")).to_be_hidden()
        expect(page.locator(".guide-bar__menu").get_by_role("link", name=labels().menu.safety)).to_be_visible()


@pytest.mark.parametrize("anchor", ["who-to-call", "new-zealand", "anywhere", "emergency-now", "see-soon", "soreness"])
def test_an_anchor_of_before_leads_to_its_place_and_opens_its_fold(browser: Browser, server: str, anchor: str) -> None:
    with phone(browser, f"{server}safety/#{anchor}") as page:
        expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_without_a_script_whom_to_call_is_one_press_away(browser: Browser, server: str) -> None:
    with phone(browser, f"{server}safety/", scripts=False) as page:
        england = page.locator("#england")
        expect(england).to_be_hidden()
        page.locator("summary", has_text=labels().who_to_call).press("Enter")
        expect(england).to_be_visible()


def test_on_paper_the_emergency_is_a_sheet_of_its_own_and_nothing_is_smaller_than_9_points(
    browser: Browser, server: str
) -> None:
    result = printed(browser, f"{server}safety/", "A4")
    assert result.sheets <= 6
    assert result.smallest() >= 9
    for card in SAFETY.by_urgency()["emergency"]:
        assert result.first_lacks(card.heading, *card.signs) == []
    assert result.first_lacks(*(f"{state} {call}" for state, call in SAFETY.numbers(SAFETY.anywhere).items())) == []
    assert result.lacks(*(card.basis.says for card in SAFETY.cards)) == []  # folded on screen
    assert result.lacks(labels().all_signs) == [labels().all_signs]
