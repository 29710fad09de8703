"""A page to do an exercise from: what is on the first screens of a phone, its levels as tabs, its link to send."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.data.model.exercise import Exercise
from macros.plan import weeks_of_exercises
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from macros.wording.text import count_range
from tests.sites import Site, guide, text_of
from tests.windows import Engine, Window, window_of

PHONE = {"width": 390, "height": 844}
LONGEST = 2800
"""Pixels of a page on a phone while its folds are closed."""
FIRST_SCREEN = 844
STEPS_END = 1200
"""Where on a phone the last step of any exercise ends, in pixels."""

EXERCISES = guide("foot").exercises
every_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=[exercise.id for exercise in EXERCISES])
SHOWN = "[...document.querySelectorAll('.level')].filter(e => e.getClientRects().length).map(e => e.id)"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """Return a phone's screen."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    yield page
    page.close()


@every_exercise
def test_a_phone_shows_what_to_do_on_its_first_screens(phone: Page, server: str, exercise: Exercise) -> None:
    phone.goto(f"{server}exercises/{exercise.id}/")
    assert phone.evaluate("document.documentElement.scrollHeight") <= LONGEST
    limit = FIRST_SCREEN if exercise.id == "short-foot" else STEPS_END
    for level in exercise.levels:
        phone.goto(f"{server}exercises/{exercise.id}/#{level.id}")
        assert phone.evaluate("scrollY") == 0, "the link to a level leads to the top of the page"
        ends = "Math.max(...[...document.querySelectorAll('.level--shown .steps li')].map(e => e.getBoundingClientRect().bottom))"
        assert phone.evaluate(ends) <= (limit if level is exercise.levels[0] else STEPS_END)


@every_exercise
def test_picture_dose_and_steps_change_with_the_level(
    browser: Browser, server: str, foot: Site, exercise: Exercise
) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{server}exercises/{exercise.id}/")
    for level in exercise.levels:
        page.locator(".tabs a", has_text=level.name).click()
        assert page.evaluate(SHOWN) == [level.id]
        panel = page.get_by_role("tabpanel")
        expect(panel.locator(".dose-line")).to_contain_text(dose_phrase(level.dose, foot.guide.guide.side))
        assert panel.locator(".steps li").all_inner_texts() == list(exercise.steps_at(level))
        expect(panel.locator("figure svg")).to_be_visible()
        expect(panel.get_by_role("button", name=labels().play)).to_be_visible()
        for sign in foot.guide.stop_signs(exercise):
            expect(panel.locator(".stop")).to_contain_text(sign)
        assert page.url.endswith(f"#{level.id}")
    page.close()


def test_a_link_opens_its_level_and_old_anchors_open_what_they_name(browser: Browser, server: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    for anchor, level in {
        "standing": "standing",
        "one-leg": "one-leg",
        "how": "sitting",
        "get-ready": "sitting",
    }.items():
        page.goto(f"{server}exercises/#")
        page.goto(f"{server}exercises/short-foot/#{anchor}")
        assert page.evaluate(SHOWN) == [level]
    page.goto(f"{server}exercises/short-foot/#what-goes-wrong")
    expect(page.locator(".faults dt").first).to_be_visible()
    for anchor in ("technique", f"claim-{guide('foot').evidence.claims[0].id}"):
        page.goto(f"{server}exercises/#")
        page.goto(f"{server}exercises/short-foot/#{anchor}")
        page.wait_for_url(f"{server}exercises/short-foot/evidence/#{anchor}")
    page.close()


@pytest.mark.parametrize("anchor", ["%", "%E0%A4%A", "<img src=x onerror=alert(1)>", "__proto__", "no-such-part"])
def test_a_broken_anchor_breaks_nothing(browser: Browser, server: str, anchor: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{server}exercises/short-foot/#{anchor}")
    assert page.evaluate(SHOWN) == ["sitting"]
    page.get_by_role("tab").nth(1).click()
    assert page.evaluate(SHOWN) == ["standing"]
    assert errors == []
    page.close()


def test_the_keyboard_moves_between_levels(browser: Browser, server: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{server}exercises/short-foot/")
    tabs = page.get_by_role("tab")
    tabs.first.focus()
    for key, place in (
        ("ArrowRight", 1),
        ("ArrowRight", 2),
        ("ArrowRight", 0),
        ("End", 2),
        ("Home", 0),
        ("ArrowLeft", 2),
    ):
        page.keyboard.press(key)
        expect(tabs.nth(place)).to_be_focused()
        expect(tabs.nth(place)).to_have_attribute("aria-selected", "true")
    assert page.evaluate(SHOWN) == ["one-leg"]
    assert tabs.evaluate_all("tabs => tabs.filter(tab => tab.tabIndex === 0).length") == 1
    page.close()


def test_without_a_script_all_levels_follow_one_another(browser: Browser, server: str) -> None:
    page = browser.new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto(f"{server}exercises/short-foot/")
    assert [e.get_attribute("id") for e in page.locator(".level:visible").all()] == ["sitting", "standing", "one-leg"]
    for name in (labels().copy_link, labels().print_short, labels().play):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    page.locator(".tabs a").nth(1).click()
    assert page.url.endswith("#standing")
    page.close()


def test_the_link_of_the_shown_level_is_copied_or_shown(browser: Browser, server: str) -> None:
    address = f"{server}exercises/short-foot/#standing"
    for allowed in (["clipboard-read", "clipboard-write"], []):
        context = browser.new_context(permissions=allowed)
        page = context.new_page()
        if not allowed:
            page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        page.goto(f"{server}exercises/short-foot/")
        page.get_by_role("tab").nth(1).click()
        page.get_by_role("tabpanel").get_by_role("button", name=labels().copy_link).click()
        if allowed:
            expect(page.get_by_role("button", name=labels().link_copied)).to_be_visible()
            assert page.evaluate("navigator.clipboard.readText()") == address
        else:
            expect(page.get_by_role("textbox", name=labels().copy_link)).to_have_value(address)
        context.close()


def test_from_a_folder_no_link_is_offered(browser: Browser, foot: Site) -> None:
    page = browser.new_page()
    page.goto((foot.folder / "exercises/short-foot/index.html").as_uri() + "#standing")
    assert page.evaluate(SHOWN) == ["standing"]
    expect(page.get_by_role("button", name=labels().copy_link)).to_have_count(0)
    page.close()


@every_exercise
def test_how_often_the_plan_has_it_is_beside_the_dose(foot: Site, exercise: Exercise) -> None:
    planned = weeks_of_exercises(foot.guide)[exercise.id]
    panels = foot.exercise(exercise.id).all("section", "level")
    for panel, level in zip(panels, exercise.levels, strict=True):
        often = [len(days) for _, rung, days in planned if rung == level]
        days = count_range(min(often), max(often), labels().day)
        assert labels().a_week_in_plan.format(days=days) in text_of(panel)


def test_where_a_dose_comes_from_is_one_press_away(browser: Browser, server: str, foot: Site) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{server}exercises/short-foot/")
    basis = foot.guide.exercises[1].levels[0].dose.basis
    button = page.get_by_role("tabpanel").get_by_role("button", name=labels().bases[basis.kind])
    text = page.locator("#basis-sitting")
    expect(text).to_be_hidden()
    button.click()
    expect(text).to_be_visible()
    expect(text).to_contain_text(basis.says)
    page.keyboard.press("Escape")
    expect(text).to_be_hidden()
    page.close()


@pytest.mark.parametrize("engine", ["WebKit"])
def test_on_an_iphone_levels_folds_and_words_open(
    engine: Engine, browser: Browser, server: str, tmp_path: Path
) -> None:
    with window_of(engine, lambda: browser, tmp_path) as window:
        _uses_the_page(window, f"{server}exercises/short-foot/")


def _uses_the_page(window: Window, address: str) -> None:
    window.open(address)
    window.click(".tabs a:nth-child(2)")
    assert window.run(f"return {SHOWN}") == ["standing"]
    window.press(".tabs a:nth-child(2)", "Enter")
    window.click("#what-goes-wrong")
    assert window.run("return document.querySelector('.faults dt').getClientRects().length") == 1
    word = ".ask-line .term"
    window.click(word)
    shown = "document.getElementById(document.querySelector(arguments[0]).dataset.opens)"
    assert window.run(f"return {shown}.matches(':popover-open')", word) is True
