"""The pages of a week and of a programme, as somebody uses them: on a phone, by touch and key, without a script, on paper."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.data.model.programme import Programme
from macros.plan import Sheet, SheetRow, all_sheets, ask_first, kit
from macros.wording.doses import work_phrase
from macros.wording.labels import labels
from macros.wording.text import count
from tests.sites import Site, guide, served, text_of
from tests.test_frame import FULL, LACKS, POLICY, REFUSED
from tests.windows import ENGINES, Engine, window_of

LONGEST_WEEK = 1_500
LONGEST_PLAN = 3_500
"""Pixels on a phone, 390 wide."""

WEDNESDAY = datetime(2026, 11, 25, 9, 30)  # noqa: DTZ001 - the device's own time
WEEKS = all_sheets(guide("foot"))
TEXT = labels().week_page
NAMES = tuple(labels().days.values())
NO_SCRIPTS = "no scripts"
GARBAGE = "Storage.prototype.getItem = () => '{';"
BROKEN_WORDS = """() => {
    const walk = document.createTreeWalker(document.querySelector(".overview"), NodeFilter.SHOW_TEXT);
    const broken = [];
    while (walk.nextNode()) for (const word of walk.currentNode.data.matchAll(/[^\\s-]+/g)) {
        const range = document.createRange();
        range.setStart(walk.currentNode, word.index);
        range.setEnd(walk.currentNode, word.index + word[0].length);
        if (range.getClientRects().length > 1) broken.push(word[0]);
    }
    return broken;
}"""
"""Finds words of the overview that begin on one line and end on another."""

SMALL_LETTERS = """() => [...document.querySelectorAll("body *")]
    .filter(e => e.getClientRects().length && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .filter(e => parseFloat(getComputedStyle(e).fontSize) < 12 && !e.closest(".sr"))
    .map(e => e.outerHTML.slice(0, 80))"""
"""Finds letters of less than 9 points, which are 12 pixels."""

every_programme = pytest.mark.parametrize("programme", guide("foot").programmes, ids=lambda programme: programme.id)
every_week = pytest.mark.parametrize("week", WEEKS, ids=lambda week: week.id)


@contextmanager
def phone(
    browser: Browser, address: str, script: str = "", *, at: datetime = WEDNESDAY, width: int = 390
) -> Iterator[Page]:
    """Yield a page on a phone whose clock stands at a moment, and in which *script* ran first."""
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        has_touch=True,
        reduced_motion="reduce",
        java_script_enabled=script != NO_SCRIPTS,
    )
    context.set_default_timeout(10_000)
    if script and script != NO_SCRIPTS:
        context.add_init_script(script)
    page = context.new_page()
    if script != NO_SCRIPTS:
        page.clock.set_fixed_time(at)
    page.goto(address)
    yield page
    context.close()


def tab(page: Page, day: str) -> Locator:
    """Return the tab of a day."""
    return page.get_by_role("tab", name=day)


def heading(week: Sheet, day: str, *, name: str = "") -> str:
    """Return what stands above the exercises of a day."""
    has = f"{count(len(on(week, day)), TEXT.exercise)}, {count(week.minutes[NAMES.index(day)], labels().minute)}"
    return TEXT.heading.format(day=name or day, has=has)


def shown(page: Page) -> list[str]:
    """Return the names of the exercises that show."""
    return page.locator(".today li:visible a").all_inner_texts()


def on(week: Sheet, day: str) -> list[SheetRow]:
    """Return the rows of a day."""
    return [row for row in week.rows if row.days[NAMES.index(day)]]


def height(page: Page) -> int:
    """Return how long the page is."""
    return int(page.evaluate("document.documentElement.scrollHeight"))


@every_week
def test_on_a_phone_a_week_is_short_on_each_of_its_days(browser: Browser, server: str, week: Sheet) -> None:
    with phone(browser, server + week.address) as page:
        heights = {}
        for day in NAMES:
            tab(page, day).tap()
            heights[day] = height(page)
        assert max(heights.values()) <= LONGEST_WEEK, heights


@every_week
def test_each_day_of_a_week_has_its_exercises_with_their_doses(browser: Browser, server: str, week: Sheet) -> None:
    side = guide("foot").guide.side
    with phone(browser, server + week.address) as page:
        for day in NAMES:
            tab(page, day).tap()
            rows = on(week, day)
            assert shown(page) == [row.exercise.name for row in rows]
            for row, item in zip(rows, page.locator(".today li:visible").all(), strict=True):
                expect(item).to_contain_text(f"{row.level.name}. {work_phrase(row.level.dose, side)}")
                link = item.get_by_role("link", name=row.exercise.name)
                assert str(link.get_attribute("href")).endswith(f"exercises/{row.exercise.id}/#{row.level.id}")
                expect(item.get_by_role("checkbox", name=TEXT.tick.format(exercise=row.exercise.name))).to_be_visible()


def test_the_day_of_the_device_is_chosen_and_named_today(browser: Browser, server: str) -> None:
    week = WEEKS[0]
    for ahead, day in enumerate(("Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday")):
        with phone(browser, server + week.address, at=WEDNESDAY + timedelta(days=ahead)) as page:
            expect(tab(page, day)).to_have_attribute("aria-selected", "true")
            expect(page.locator(".today h2")).to_have_text(heading(week, day, name=TEXT.today))


def test_another_day_is_chosen_by_touch_and_named(browser: Browser, server: str) -> None:
    week = WEEKS[0]
    with phone(browser, server + week.address) as page:
        tab(page, "Tuesday").tap()
        expect(page.locator(".today h2")).to_have_text(heading(week, "Tuesday"))
        expect(page.get_by_role("tabpanel", name="Tuesday")).to_be_visible()
        tab(page, "Wednesday").tap()
        expect(page.locator(".today h2")).to_have_text(heading(week, "Wednesday", name=TEXT.today))


def test_a_page_left_open_over_night_shows_the_new_day(browser: Browser, server: str) -> None:
    week = WEEKS[0]
    with phone(browser, server + week.address) as page:
        page.clock.set_fixed_time(WEDNESDAY + timedelta(days=1))
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.locator(".today h2")).to_have_text(heading(week, "Thursday", name=TEXT.today))


def test_days_are_chosen_by_key_and_only_the_chosen_one_is_reached_by_tab(browser: Browser, server: str) -> None:
    with phone(browser, server + WEEKS[0].address) as page:
        tab(page, "Wednesday").focus()
        keys = {"ArrowRight": "Thursday", "ArrowLeft": "Wednesday", "End": "Sunday", "Home": "Monday"}
        wrapped = {"ArrowLeft": "Sunday", "ArrowRight": "Monday"}
        for key, day in (*keys.items(), *wrapped.items()):
            page.keyboard.press(key)
            expect(tab(page, day)).to_be_focused()
            expect(tab(page, day)).to_have_attribute("aria-selected", "true")
            selected = page.locator("[role=tab][aria-selected=true], [role=tab][tabindex='0']")
            assert selected.count() == 1
            assert shown(page)
        page.keyboard.press("Tab")
        expect(page.locator(".today li:visible a").first).to_be_focused()


def test_a_tick_stays_on_its_day_after_a_reload_and_goes_when_it_is_cleared(browser: Browser, server: str) -> None:
    with phone(browser, server + WEEKS[0].address) as page:
        boxes = page.locator(".today li:visible input")
        effort = page.get_by_label(labels().how_hard)
        boxes.nth(0).tap()
        boxes.nth(2).focus()
        page.keyboard.press("Space")
        effort.select_option("7")
        assert page.evaluate("Object.keys(localStorage).sort()") == [
            "guide-effort/six-weeks/1/wed",
            *sorted(f"guide-ticks/six-weeks/1/wed/{row.exercise.id}" for row in on(WEEKS[0], "Wednesday")[0:3:2]),
        ]
        page.reload()
        assert [box.is_checked() for box in boxes.all()][:4] == [True, False, True, False]
        expect(effort).to_have_value("7")
        tab(page, "Friday").tap()
        assert not any(box.is_checked() for box in boxes.all())
        expect(effort).to_have_value("")
        tab(page, "Wednesday").tap()
        expect(boxes.nth(0)).to_be_checked()
        page.get_by_role("button", name=TEXT.clear).tap()
        expect(page.locator(".today [role=status]")).to_have_text(TEXT.cleared)
        page.reload()
        assert not any(box.is_checked() for box in boxes.all())
        expect(effort).to_have_value("")
        assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("lack", [REFUSED, FULL, LACKS, GARBAGE], ids=["refused", "full", "lacking", "broken"])
def test_where_nothing_can_be_kept_ticks_last_until_the_page_is_left(browser: Browser, server: str, lack: str) -> None:
    with phone(browser, server + WEEKS[0].address, lack) as page:
        boxes = page.locator(".today li:visible input")
        boxes.first.tap()
        page.get_by_label(labels().how_hard).select_option("10")
        if lack != GARBAGE:
            expect(page.locator(".today [role=status]")).to_have_text(TEXT.not_kept)
            tab(page, "Friday").tap()
            expect(boxes.first).not_to_be_checked()
            tab(page, "Wednesday").tap()
            expect(page.get_by_label(labels().how_hard)).to_have_value("10")
        expect(boxes.first).to_be_checked()
        page.get_by_role("button", name=TEXT.clear).tap()
        expect(boxes.first).not_to_be_checked()


def test_a_tick_shows_in_another_tab_at_once(browser: Browser, server: str) -> None:
    with phone(browser, server + WEEKS[0].address) as page:
        other = page.context.new_page()
        other.clock.set_fixed_time(WEDNESDAY)
        other.goto(page.url)
        page.locator(".today li:visible input").first.tap()
        expect(other.locator(".today li:visible input").first).to_be_checked()


def test_a_day_without_exercises_is_a_rest_day(browser: Browser, sites: dict[str, Site]) -> None:
    hand = sites["hand"]
    week = next(week for week in all_sheets(hand.guide) if 0 in week.minutes)
    day = next(day for day in NAMES if day != "Wednesday" and not on(week, day))
    with phone(browser, (hand.folder / week.address / "index.html").as_uri()) as page:
        tab(page, day).tap()
        expect(page.locator(".today h2")).to_have_text(TEXT.heading.format(day=day, has=labels().rest_day[0].lower()))
        expect(page.get_by_text(TEXT.nothing_today)).to_be_visible()
        assert shown(page) == []
        expect(page.get_by_label(labels().how_hard)).to_be_hidden()


@pytest.mark.parametrize("width", [390, 320])
def test_what_is_pressed_on_a_week_is_large_enough_for_a_thumb(browser: Browser, server: str, width: int) -> None:
    with phone(browser, server + WEEKS[0].address, width=width) as page:
        for part in page.locator(".today .tick:visible, .week-sheet__go a:visible, .effort select:visible").all():
            box = part.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 44
        assert {box["height"] for tab in page.get_by_role("tab").all() if (box := tab.bounding_box())} == {44}
        assert {box["width"] for tick in page.locator(".tick:visible input").all() if (box := tick.bounding_box())} == {
            34
        }


@every_week
def test_nothing_is_wider_than_a_small_phone(browser: Browser, server: str, week: Sheet) -> None:
    with phone(browser, server + week.address, width=320) as page:
        for address in (week.address, week.plan):
            page.goto(server + address)
            page.evaluate("for (const fold of document.querySelectorAll('details.fold')) fold.open = true")
            assert (
                page.evaluate(
                    "[...document.querySelectorAll('html, body, .plan *')].filter(e => e.scrollWidth > 320).length"
                )
                == 0
            )


@every_week
def test_without_a_script_a_week_is_the_grid_and_nothing_is_dead(browser: Browser, server: str, week: Sheet) -> None:
    with phone(browser, server + week.address, NO_SCRIPTS) as page:
        grid = page.locator("table.week")
        for row in week.rows:
            expect(grid.get_by_role("link", name=row.exercise.name, exact=True)).to_be_visible()
        assert page.locator("article :is(button, select, input, [role=tab]):visible").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_each_mark_of_the_grid_says_of_what_and_of_which_day_it_is(foot: Site) -> None:
    for week in WEEKS:
        table = foot.pages[week.address].one("table", "week")
        for row, cells in zip(week.rows, list(table.iter("tr"))[1:], strict=False):
            named = [text_of(cell) for cell, on in zip(list(cells)[1:], row.days, strict=True) if on]
            days = [day for day, on in zip(NAMES, row.days, strict=True) if on]
            assert named == [TEXT.cell.format(exercise=row.exercise.name, day=day) for day in days]
            assert cells[0].get("scope") == "row"


@pytest.mark.parametrize("engine", ENGINES)
def test_days_and_ticks_work_in_every_engine(
    engine: Engine, request: pytest.FixtureRequest, foot: Site, tmp_path: Path
) -> None:
    selected = "return document.querySelector('[role=tab][aria-selected=true]').dataset.day"
    ticked = "return document.querySelectorAll('.today li:not([hidden]) input:checked').length"
    box = ".today li:not([hidden]) input"
    with (
        served(foot.folder, POLICY) as at,
        window_of(engine, lambda: request.getfixturevalue("browser"), tmp_path / "own") as window,
    ):
        window.open(at + WEEKS[0].address)
        window.click("[data-day=mon]")
        assert window.run(selected) == "mon"
        window.press("[data-day=mon]", "ArrowRight")
        assert window.run(selected) == "tue"
        window.click(box)
        assert window.run(ticked) == 1
        window.press(box, "Space")
        assert window.run(ticked) == 0
        window.click(box)
        window.open(at + WEEKS[0].address)
        window.click("[data-day=tue]")
        assert window.run(ticked) == 1
        assert window.run(f"return document.querySelector('{box}').getBoundingClientRect().width") == 34
        window.click("[data-clear]")
        assert window.run(ticked) == 0


@every_programme
def test_on_a_phone_a_programme_is_short(browser: Browser, server: str, foot: Site, programme: Programme) -> None:
    with phone(browser, server + foot.guide.plan_page(programme)) as page:
        assert height(page) <= LONGEST_PLAN


@every_programme
def test_a_programme_says_who_asks_first_and_what_to_have(foot: Site, programme: Programme) -> None:
    page = foot.pages[foot.guide.plan_page(programme)]
    assert [text_of(sign) for sign in page.one("section", "plan__ask").iter("li")] == list(
        ask_first(foot.guide, programme)
    )
    kit_list = text_of(page.one("ul", "kit"))
    for need in kit(foot.guide, programme):
        assert need.thing in kit_list
        assert [text for text in need.stand_ins if text not in kit_list] == []
    assert programme.about[0] in page.text
    others = [other for other in foot.guide.programmes if other is not programme]
    leads = {page.target(link.get("href", ""))[0] for link in page.one("ul", "weeks--others").iter("a")}
    assert leads == {foot.guide.plan_page(other) for other in others}


def test_on_a_phone_the_strip_of_weeks_comes_first_and_what_to_have_before_the_folds(
    browser: Browser, server: str
) -> None:
    with phone(browser, f"{server}schedule/") as page:
        places = [
            page.locator(part).first.evaluate("e => e.getBoundingClientRect().top + scrollY")
            for part in ("h1", ".plan__ask", "ol.weeks", ".weeks--others", ".kit", ".stop", ".plan__folds")
        ]
        assert places == sorted(places)
        weeks = page.locator("ol.weeks a")
        assert weeks.count() == len(guide("foot").programme.weeks)
        assert all(box["height"] >= 44 for week in weeks.all() if (box := week.bounding_box()))


@pytest.mark.parametrize("scripts", [True, False])
def test_the_calendar_and_advice_are_a_fold_away_and_a_link_to_them_opens_it(
    browser: Browser, server: str, foot: Site, *, scripts: bool
) -> None:
    anchors = [advice.id for advice in foot.guide.programme.advice] + ["calendar", "at-a-glance", "about-this-plan"]
    with phone(browser, f"{server}schedule/", "" if scripts else NO_SCRIPTS) as page:
        for anchor in anchors:
            fold = page.locator(f"details:has([id='{anchor}'])")
            assert fold.get_attribute("open") is None
            if scripts:
                page.evaluate("anchor => { location.hash = anchor; }", anchor)
            else:
                fold.locator("summary").click()
            expect(fold.locator("summary ~ *").first).to_be_visible()


def test_the_weeks_at_a_glance_are_whole_words_on_a_phone(browser: Browser, server: str) -> None:
    with phone(browser, f"{server}schedule/#at-a-glance") as page:
        table = page.locator(".overview")
        expect(table).to_be_visible()
        assert (
            table.evaluate(
                "e => [e, ...e.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth).length"
            )
            == 0
        )
        assert page.evaluate(BROKEN_WORDS) == []


def test_on_a_desktop_the_weeks_are_three_by_two_and_the_page_uses_its_width(browser: Browser, server: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{server}schedule/")
    boxes = [box for week in page.locator("ol.weeks a").all() if (box := week.bounding_box())]
    assert [len({box[side] for box in boxes}) for side in ("x", "y")] == [3, 2]
    article = page.locator("article").bounding_box()
    assert article
    for part in ("ol.weeks", ".stop"):
        box = page.locator(part).bounding_box()
        assert box
        assert box["x"] + box["width"] >= article["x"] + article["width"] - 1
    page.close()


@pytest.mark.parametrize("address", ["schedule/", WEEKS[0].address])
def test_on_paper_the_smallest_letters_have_nine_points(browser: Browser, server: str, address: str) -> None:
    page = browser.new_page()
    page.goto(server + address)
    page.emulate_media(media="print")
    page.evaluate("document.querySelector('.page-words')?.remove()")
    assert page.evaluate(SMALL_LETTERS) == []
    page.close()
