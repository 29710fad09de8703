"""The site in a real browser: for everyone, on every screen, in both colours, with and without JavaScript."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, expect

from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from tests.axe import violations
from tests.readers import until
from tests.sites import Site, guide

KINDS = (
    "home",
    "index",
    "exercise",
    "schedule",
    "week",
    "evidence",
    "studies",
    "findings",
    "article",
    "sources",
    "checklist",
    "safety",
    "prose",
    "glossary",
    "changes",
    "404",
)
SCREENS: dict[str, ViewportSize] = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("dark", "light")
"""The dark first: a page must be dark from the start; that it starts light is seen in most tests."""

COLOURS: dict[Scheme, str] = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 25, 29)"}
LIGHT, DARK = COLOURS.values()
NO_WORKER = "Service Worker registration blocked by Playwright"
NOT_FOUND = "Failed to load resource: the server responded with a status of 404 (Not Found)"
every_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def at(server: str, foot: Site) -> dict[str, str]:
    """Return the address of one page of each kind."""
    return {kind: server + address for kind, address in foot.kinds().items()}


@contextmanager
def page_of(
    browser: Browser,
    *,
    scheme: Scheme = "light",
    screen: str = "desktop",
    scripts: bool = True,
) -> Iterator[Page]:
    """Yield an empty page of a reader who has never been here."""
    context = browser.new_context(
        color_scheme=scheme,
        viewport=SCREENS[screen],
        java_script_enabled=scripts,
        reduced_motion="reduce",
        service_workers="block",
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def background(page: Page) -> str:
    """Return the colour behind the text."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@every_kind
def test_axe_finds_no_violation_in_light_or_dark_on_a_desktop_or_a_phone(
    browser: Browser, at: dict[str, str], kind: str
) -> None:
    with page_of(browser, scheme=SCHEMES[0]) as page:
        page.goto(at[kind])
        for scheme, (screen, size) in product(SCHEMES, SCREENS.items()):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            expect(page.locator("body")).to_have_css("background-color", COLOURS[scheme])
            assert violations(page) == "", (scheme, screen)


def test_the_check_itself_finds_a_picture_without_a_description(browser: Browser) -> None:
    with page_of(browser) as page:
        page.set_content('<html lang="en"><title>A</title><main><h1>A</h1><img src="data:,"></main></html>')
        assert "image-alt" in violations(page)


@every_kind
def test_no_page_is_wider_than_the_screen(browser: Browser, at: dict[str, str], kind: str) -> None:
    with page_of(browser) as page:
        page.goto(at[kind])
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate("document.body.scrollWidth") <= width


def test_no_request_leaves_the_host_and_nothing_goes_wrong(
    browser: Browser, server: str, at: dict[str, str], foot: Site
) -> None:
    asked: list[str] = []
    wrong: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            wrong.append(f"{message.location.get('url')}: {message.text}")

    with page_of(browser) as page:
        page.context.on("request", lambda request: asked.append(request.url))
        page.context.on("console", console)
        page.context.on("weberror", lambda error: wrong.append(str(error.error)))
        tabs = [page, *(page.context.new_page() for _ in KINDS[1:])]
        for tab, kind in zip(tabs, KINDS, strict=True):
            tab.goto(at[kind])
        for tab in tabs:
            tab.wait_for_load_state("networkidle")
        page.bring_to_front()
        search(page, foot.guide.exercises[1].name)
    hosts = {urlsplit(url).netloc for url in asked if urlsplit(url).scheme not in {"data", "blob"}}
    assert hosts == {urlsplit(server).netloc}
    assert any(urlsplit(url).path.endswith("/search/index.js") for url in asked)
    lost = (f"{at['404']}: {NOT_FOUND}", f"not-found.js: {NOT_FOUND}")  # it looks for its script in folders upwards
    assert [line for line in wrong if not line.endswith(lost) and NO_WORKER not in line] == []


def search(page: Page, query: str) -> None:
    """Open the search and type the *query*."""
    page.get_by_role("button", name=labels().search.name).click()
    page.get_by_label(labels().search.field).press_sequentially(query)
    page.locator(".search__results a").first.wait_for()


@pytest.mark.parametrize("screen", SCREENS)
def test_the_search_leads_to_an_exercise(browser: Browser, server: str, foot: Site, screen: str) -> None:
    exercise = foot.guide.exercises[1]
    with page_of(browser, screen=screen) as page:
        page.goto(server, wait_until="networkidle")
        search(page, exercise.name)
        page.locator(f".search__results a[href*='exercises/{exercise.id}/']").first.click()
        page.wait_for_url(f"{server}exercises/{exercise.id}/")
        expect(page.locator("h1")).to_have_text(exercise.full_name)


@every_kind
def test_without_javascript_colours_follow_the_device_and_every_part_is_a_click_away(
    browser: Browser, at: dict[str, str], foot: Site, kind: str
) -> None:
    with page_of(browser, scheme=SCHEMES[0], scripts=False) as page:
        page.goto(at[kind])
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            expect(page.locator("body")).to_have_css("background-color", COLOURS[scheme])
            assert page.locator("h1").evaluate("e => getComputedStyle(e).color") != COLOURS[scheme]
        for name in (labels().menu.exercises, foot.guide.programme.title, labels().menu.safety):
            expect(page.locator(".guide-bar__menu").get_by_role("link", name=name, exact=True)).to_be_visible()


@pytest.mark.parametrize("id_", [exercise.id for exercise in guide("foot").exercises])
def test_without_javascript_an_exercise_shows_everything(browser: Browser, server: str, foot: Site, id_: str) -> None:
    exercise = foot.guide.exercise(id_)
    assert exercise
    with page_of(browser, screen="phone", scripts=False) as page:
        page.goto(f"{server}exercises/{id_}/")
        for fold in page.locator("details.fold").all():
            fold.locator("> summary").click()
        seen = " ".join(page.locator("body").inner_text().split())
        doses = [dose_phrase(level.dose, foot.guide.guide.side) for level in exercise.levels]
        fixes = [fault.fix for fault in exercise.faults]
        for text in (
            *(step for level in exercise.levels for step in exercise.steps_at(level)),
            *doses,
            *fixes,
            *foot.guide.stop_signs(exercise),
            *foot.guide.ask_first(exercise),
        ):
            assert text in seen


def test_the_keyboard_reaches_the_menu_and_shows_where_it_is(browser: Browser, server: str) -> None:
    with page_of(browser) as page:
        page.goto(server)
        reached = []
        for _ in range(12):
            page.keyboard.press("Tab")
            reached.append(
                page.evaluate(
                    "(e => [e.closest('.guide-bar__menu') !== null, getComputedStyle(e).outlineStyle,"
                    " e.getClientRects().length])(document.activeElement)"
                )
            )
        in_menu = [(outline, boxes) for menu, outline, boxes in reached if menu]
        assert len(in_menu) == page.locator(".guide-bar__menu a").count()
        assert all(outline == "solid" and boxes for outline, boxes in in_menu)


def test_on_a_phone_the_drawer_leads_on(browser: Browser, server: str, foot: Site) -> None:
    with page_of(browser, screen="phone") as page:
        page.goto(server)
        page.locator("[data-drawer] summary").click()
        page.locator("[data-drawer]").get_by_role("link", name=foot.guide.programme.title).first.click()
        page.wait_for_url(f"{server}schedule/")


def test_the_dark_switch_goes_round_and_is_remembered(browser: Browser, server: str) -> None:
    with page_of(browser) as page:
        page.goto(server)
        seen = [background(page)]
        for _ in range(3):
            page.locator("[data-colours]").click()
            page.wait_for_timeout(100)
            seen.append(background(page))
            page.reload()
            assert background(page) == seen[-1]
        assert seen == [LIGHT, LIGHT, DARK, LIGHT]


def test_a_wrong_address_helps(browser: Browser, server: str, foot: Site) -> None:
    with page_of(browser) as page:
        answer = page.goto(f"{server}exercises/no-such/thing/")
        assert answer
        assert answer.status == 404
        exercise = foot.guide.exercises[0]
        page.locator("article").get_by_role("link", name=exercise.name).click()
        page.wait_for_url(f"{server}exercises/{exercise.id}/")
        expect(page.locator("h1")).to_have_text(exercise.full_name)


def test_the_print_button_prints(browser: Browser, server: str, foot: Site) -> None:
    with page_of(browser) as page:
        page.goto(server + foot.kinds()["week"])
        page.evaluate("window.print = () => { window.printed = true; }")
        page.get_by_role("button", name=labels().print).click()
        until(page, "window.printed")


def test_a_hard_word_shows_its_meaning_where_it_stands(browser: Browser, server: str) -> None:
    with page_of(browser) as page:
        page.goto(f"{server}exercises/short-foot/")
        word = page.locator("a.term:visible").first
        meaning = page.locator(f"#{word.get_attribute('data-opens')}")
        expect(meaning).to_be_hidden()
        for key in ("", "Enter", " "):
            word.press(key) if key else word.click()
            expect(meaning).to_be_visible()
            expect(meaning).to_be_focused()
            page.keyboard.press("Escape")
            expect(meaning).to_be_hidden()
            expect(word).to_be_focused()
        assert page.url == f"{server}exercises/short-foot/"


def test_without_a_script_a_hard_word_leads_to_the_page_of_all_words(browser: Browser, server: str) -> None:
    with page_of(browser, scripts=False) as page:
        page.goto(f"{server}exercises/short-foot/")
        word = page.locator("a.term:visible").first
        id_ = str(word.get_attribute("data-opens")).removeprefix("word-")
        word.click()
        page.wait_for_url(f"{server}glossary/#{id_}")


def test_a_fold_opens_by_key_without_a_script(browser: Browser, server: str) -> None:
    with page_of(browser, scripts=False) as page:
        page.goto(f"{server}safety/")
        fold = page.locator("details.fold").first
        fold.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(fold.locator("dd").first).to_be_visible()
