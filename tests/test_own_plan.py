"""A plan of somebody's own: built on /plan/, sent as a link, printed, put in a calendar, followed on /today/."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect

from macros.plan import sheets
from macros.wording.doses import dose_short, work_phrase
from macros.wording.labels import labels
from macros.wording.text import count
from tests.axe import violations
from tests.printing import PAPERS, Paper
from tests.readers import FULL, LARGE, REFUSED, WIDER, Opens, read_first, until
from tests.sites import Site, guide, served
from tests.windows import ENGINES, Engine, window_of

OWN, PLAN, TODAY = labels().own, labels().own.plan, labels().own.today
FOOT = guide("foot")
MAIN = FOOT.programme
FOUR = ("ball-rolling", "short-foot", "vele-forward-lean", "band-eversion")
NAMES = [next(e.name for e in FOOT.exercises if e.id == id_) for id_ in FOUR]

WEDNESDAY = datetime(2026, 11, 25, 9, 30)  # noqa: DTZ001 - the device's own time
FOLLOWED = "#v=1&plan=six-weeks&start=2026-11-23"
GARBAGE = "Storage.prototype.getItem = () => '#v=1&do=%00{';"


def link_of(page: Page) -> str:
    """Return the link that the page offers."""
    return page.get_by_label(OWN.links.link, exact=True).input_value()


def build(page: Page, server: str) -> None:
    """Build a plan of four exercises over two weeks."""
    page.goto(f"{server}plan/")
    page.get_by_role("button", name=PLAN.nothing).click()
    read_first(page)
    page.get_by_label(PLAN.weeks, exact=True).select_option("2")
    for id_ in FOUR:
        page.locator("[data-add]").select_option(id_)
    page.get_by_label(OWN.fields.sets, exact=True).fill("2")
    page.get_by_label(OWN.fields.rest).fill("40")
    for day in ("Tue", "Thu", "Sat", "Sun"):
        page.locator(".own-days label", has_text=day).click()
    page.locator("[name=from]").fill("Anna")


def items(page: Page) -> list[str]:
    """Return the names of the exercises in the plan."""
    return page.locator(".own-item__what > a").all_inner_texts()


def test_a_plan_of_four_exercises_is_built_sent_opened_and_printed(opens: Opens, server: str) -> None:
    coach = opens(viewport={"width": 390, "height": 844})
    build(coach, server)
    assert items(coach) == NAMES
    link = link_of(coach)
    assert len(link) <= 250
    coach.reload()
    assert items(coach) == NAMES, "it is kept on the device"
    assert link_of(coach) == link

    athlete = opens(viewport={"width": 320, "height": 640}, color_scheme="dark")
    athlete.goto(link)
    read_first(athlete)
    assert items(athlete) == NAMES
    expect(athlete.locator(".own-dose__from")).to_have_text(PLAN.plan_from.format_map({"from": "Anna"}))
    expect(athlete.get_by_text(OWN.links.unchecked)).to_be_visible()
    expect(athlete.locator(".own-item").last).to_contain_text(
        "2 sets of 10, each foot, rest 40 seconds. Mon, Wed, Fri."
    )
    expect(athlete.get_by_role("button", name=re.compile(PLAN.up))).to_have_count(0)
    assert athlete.evaluate(WIDER) is False

    stop = [*FOOT.safety.signs("stop", FOUR), FOOT.safety.at_once]
    for size in PAPERS:
        paper = Paper(athlete.pdf(format=size, prefer_css_page_size=True))
        assert paper.sheets == 1
        assert paper.lacks(*NAMES, *(day[:3] for day in labels().days.values()), *stop) == []
        assert paper.codes() == [link]


def test_a_sheet_has_every_exercise_day_and_box(opens: Opens, server: str) -> None:
    page = opens()
    page.goto(f"{server}plan/#v=1&plan=six-weeks")
    read_first(page)
    first = page.locator(".own-sheet").first
    week = sheets(FOOT, MAIN)[0]
    rows = first.locator("tbody tr")
    for place, row in enumerate(week.rows):
        shown = rows.nth(place)
        for text in (row.exercise.name, row.level.name, dose_short(row.level.dose)):
            expect(shown).to_contain_text(text)
        assert shown.locator(".box").count() == sum(row.days)
        assert shown.locator("img").count() == 1
    assert rows.nth(len(week.rows)).locator("td").all_text_contents() == [
        f"{minutes}" if minutes else labels().rest_day[0] for minutes in week.minutes
    ]


@pytest.mark.parametrize("size", PAPERS)
def test_ten_exercises_are_one_sheet_with_a_code_that_is_read_back(opens: Opens, server: str, size: str) -> None:
    page = opens()
    page.goto(f"{server}plan/#v=1&plan=six-weeks&from=Anna&note=Slow")
    read_first(page)
    page.get_by_role("button", name=OWN.plan.change_plan).click()
    page.get_by_role("button", name=re.compile(f"^{OWN.change}: ")).first.click()
    page.get_by_label(OWN.fields.sets, exact=True).fill("2")
    link = link_of(page)
    paper = Paper(page.pdf(format=size, prefer_css_page_size=True))
    groups = page.locator(".own-sheet").count()
    assert paper.sheets == groups
    assert paper.codes() == [link] * groups
    module = "e => e.getBoundingClientRect().width / Number(e.dataset.modules) / 96 * 25.4"
    page.emulate_media(media="print")
    assert page.locator(".own-sheet svg").first.evaluate(module) >= 0.4


def test_minutes_add_up_as_in_the_guides_own_week_and_a_full_day_is_said(opens: Opens, server: str) -> None:
    page = opens()
    page.goto(f"{server}plan/")
    page.get_by_role("button", name=MAIN.title, exact=True).click()
    read_first(page)
    first = sheets(FOOT, MAIN)[0]
    cells = page.locator(".own-load tbody tr").first.locator("td").all_inner_texts()
    assert [cell.split()[0] for cell in cells] == [f"{minutes}" for minutes in first.minutes]
    expect(page.locator(".own-load__full")).to_have_count(0)
    field = page.get_by_label(PLAN.most_minutes)
    field.fill("30")
    field.press("Tab")
    expect(page.locator(".own-load__full").first).to_contain_text(PLAN.full)
    expect(page.get_by_text("You have 30.").first).to_be_visible()


def test_the_order_changes_by_keyboard_and_the_focus_stays(opens: Opens, server: str) -> None:
    page = opens()
    build(page, server)
    page.get_by_role("button", name=f"{PLAN.up}: {NAMES[3]}").focus()
    page.keyboard.press("Enter")
    assert items(page) == [NAMES[0], NAMES[1], NAMES[3], NAMES[2]]
    expect(page.get_by_role("button", name=f"{PLAN.up}: {NAMES[3]}")).to_be_focused()
    expect(page.locator(".sr[role=status]").last).to_contain_text(
        PLAN.moved_to.format(exercise=NAMES[3], place=3, all=4)
    )
    for _ in range(2):
        page.keyboard.press("Enter")
    assert items(page)[0] == NAMES[3]
    expect(page.get_by_role("button", name=f"{PLAN.down}: {NAMES[3]}")).to_be_focused()
    page.get_by_role("button", name=f"{OWN.remove}: {NAMES[3]}").press("Enter")
    assert items(page) == NAMES[:3]


def test_a_plan_is_cleared_after_asking_twice(opens: Opens, server: str) -> None:
    page = opens()
    build(page, server)
    page.get_by_role("button", name=PLAN.clear_plan).click()
    assert items(page) == NAMES
    page.get_by_role("button", name=PLAN.clear_sure).click()
    expect(page.get_by_role("button", name=PLAN.nothing)).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name=PLAN.nothing)).to_be_visible()


def test_an_exercise_that_is_gone_is_named(opens: Opens, server: str) -> None:
    page = opens()
    page.goto(f"{server}plan/#v=1&do=gone/sitting&do=short-foot/sitting&do=short-foot/flying")
    read_first(page)
    assert items(page) == ["Short foot"]
    expect(page.get_by_text(OWN.links.no_exercise.format(exercise="gone"))).to_be_visible()
    expect(page.get_by_text(OWN.links.no_level.format(exercise="Short foot", level="flying"))).to_be_visible()


@pytest.mark.parametrize("harm", [REFUSED, FULL, GARBAGE], ids=["refused", "full", "broken"])
def test_a_device_that_keeps_nothing_is_said_and_nothing_else_fails(opens: Opens, server: str, harm: str) -> None:
    page = opens()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(harm)
    if harm == GARBAGE:
        page.goto(f"{server}plan/")
        expect(page.locator(".own-lost")).to_be_visible()
    else:
        build(page, server)
        assert items(page) == NAMES
        expect(page.get_by_text(PLAN.not_kept)).to_be_visible()
    for address in ("today/", "", "exercises/short-foot/"):
        page.goto(f"{server}{address}")
    assert errors == []


def test_the_calendar_of_an_own_plan_has_every_session(opens: Opens, server: str) -> None:
    page = opens()
    build(page, server)
    page.get_by_text(PLAN.in_calendar).click()
    page.get_by_label(labels().calendar.start).fill("2026-11-30")
    with page.expect_download() as download:
        page.get_by_role("button", name=labels().calendar.make).click()
    calendar = icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes())
    events = list(calendar.walk("VEVENT"))
    assert len(events) == 14
    assert len({event["UID"] for event in events}) == 14
    monday, tuesday = (str(event["DESCRIPTION"]) for event in events[:2])
    assert all(name in monday for name in NAMES)
    assert "2 sets of 10, each foot, rest 40 seconds" in monday
    assert NAMES[3] not in tuesday
    assert FOOT.safety.at_once in monday


def test_today_is_one_screen_of_a_phone_with_one_button(opens: Opens, server: str) -> None:
    page = opens(viewport={"width": 390, "height": 844})
    page.clock.install(time=WEDNESDAY)
    page.goto(f"{server}today/{FOLLOWED}")
    read_first(page)
    week = sheets(FOOT, MAIN)[0]
    rows = [row for row in week.rows if row.days[2]]
    assert page.locator(".own-row__what > a").all_inner_texts() == [row.exercise.name for row in rows]
    for row in rows:
        expect(page.get_by_text(work_phrase(row.level.dose, "foot")).first).to_be_visible()
    expect(page.locator(".own-today__what")).to_contain_text(count(week.minutes[2], labels().minute))
    go = page.locator(".own-today__go .button")
    expect(go).to_have_text(TODAY.begin.format(minutes=count(week.minutes[2], labels().minute)))
    assert page.locator(".own-today .button").count() == 1
    assert go.evaluate("e => e.getBoundingClientRect().bottom") <= 844
    page.get_by_label(TODAY.tick.format(exercise=rows[0].exercise.name)).check()
    assert f"{rows[0].exercise.id}/" not in str(go.get_attribute("href"))
    assert f"{rows[1].exercise.id}/" in str(go.get_attribute("href"))
    page.reload()
    expect(page.get_by_label(TODAY.tick.format(exercise=rows[0].exercise.name))).to_be_checked()


@pytest.mark.parametrize(
    ("start", "says"),
    [
        ("2026-11-30", TODAY.starts_on.format(date="Monday 30 November 2026")),
        ("2026-09-07", TODAY.ended_on.format(date="Sunday 18 October 2026")),
    ],
)
def test_before_and_after_the_plan_today_says_so(opens: Opens, server: str, start: str, says: str) -> None:
    page = opens()
    page.clock.install(time=WEDNESDAY)
    page.goto(f"{server}today/#v=1&plan=six-weeks&start={start}")
    read_first(page)
    expect(page.get_by_text(says)).to_be_visible()


def test_today_asks_for_a_plan_and_a_first_day_and_home_shows_it_too(opens: Opens, server: str) -> None:
    page = opens(viewport={"width": 390, "height": 844})
    page.clock.install(time=WEDNESDAY)
    page.goto(server)
    expect(page.locator("[data-own-kept]")).to_be_hidden()
    page.goto(f"{server}today/")
    page.get_by_role("button", name=MAIN.title, exact=True).click()
    read_first(page)
    page.get_by_label(TODAY.first_day).fill("2026-11-25")
    page.get_by_role("button", name=TODAY.start_plan, exact=True).click()
    expect(page.locator(".own-row")).to_have_count(sheets(FOOT, MAIN)[0].exercises_a_day[2])
    page.goto(server)
    panel = page.locator("[data-own-kept]")
    expect(panel).to_contain_text(count(sheets(FOOT, MAIN)[0].minutes[2], labels().minute))
    panel.get_by_role("link", name=TODAY.open_today).click()
    expect(page.locator(".own-row").first).to_be_visible()


def test_a_links_plan_asks_for_its_own_first_day(opens: Opens, server: str) -> None:
    page = opens()
    page.clock.install(time=WEDNESDAY)
    page.goto(f"{server}plan/#v=1&do=short-foot/sitting,w1-8&start=2026-11-16")
    read_first(page)
    page.get_by_role("button", name=PLAN.use).click()
    expect(page.locator(".own-today__what")).to_contain_text(TODAY.week_of.format(week=2, weeks=8))
    page.goto(server)
    page.goto(f"{server}today/#v=1&plan=no-kit")
    read_first(page)
    expect(page.get_by_label(TODAY.first_day)).to_be_visible()
    expect(page.locator(".own-row")).to_have_count(0)


def test_another_plan_begins_on_a_day_of_its_own_and_the_address_forgets_the_first(opens: Opens, server: str) -> None:
    page = opens()
    page.clock.install(time=WEDNESDAY)
    page.goto(f"{server}today/#v=1&plan=six-weeks&start=2026-11-09")
    read_first(page)
    page.get_by_role("button", name=TODAY.first_day).click()
    page.get_by_role("button", name=TODAY.start_plan, exact=True).click()
    assert page.url == f"{server}today/"
    page.get_by_role("button", name=TODAY.change_today).click()
    page.get_by_role("button", name=FOOT.programmes[1].title, exact=True).click()
    read_first(page)
    expect(page.get_by_label(TODAY.first_day)).to_have_value("2026-11-25")
    page.reload()
    expect(page.locator(".own-today")).to_contain_text(f"{TODAY.plan_here} {FOOT.programmes[1].title}")
    expect(page.get_by_label(TODAY.first_day)).to_be_visible()


def test_an_own_dose_goes_from_today_to_the_exercises_page(opens: Opens, server: str) -> None:
    page = opens()
    page.clock.install(time=WEDNESDAY)
    page.goto(f"{server}today/#v=1&do=short-foot/sitting,2x8h3L&start=2026-11-25&from=Anna")
    read_first(page)
    page.locator(".own-row__what a").click()
    expect(page.locator(".own-dose")).to_contain_text("2 sets of 8, hold 3 seconds, left foot")


@pytest.mark.parametrize("name", ["foot", "hand"])
def test_every_link_of_the_pages_that_carries_something_is_read_whole(
    browser: Browser, sites: dict[str, Site], name: str
) -> None:
    site = sites[name]
    ways = {way for page in site.pages.values() for a in page.all("a") if "#v=" in (way := a.get("href", ""))}
    ways |= {way for page in site.pages.values() for tab in page.all("button") if (way := tab.get("data-session", ""))}
    assert len(ways) > len(site.guide.exercises)
    page = browser.new_page()
    with served(site.folder) as at:
        page.goto(f"{at}session/")
        until(page, "() => window.guide.links !== undefined")
        for way in ways:
            address, _, fragment = way.partition("#")
            id_ = address.rstrip("/").split("/")[-1] if "dose=" in fragment else ""
            read = page.evaluate("([link, id]) => guide.links.read(link, id)", [f"#{fragment}", id_])
            assert read["items"], way
            assert read["lost"] == [], way
    page.close()


def test_without_a_script_the_guides_own_plans_and_weeks_are_there(opens: Opens, server: str) -> None:
    page = opens(java_script_enabled=False)
    page.goto(f"{server}plan/")
    for programme in FOOT.programmes:
        expect(page.get_by_role("article").get_by_role("link", name=programme.title)).to_be_visible()
    page.goto(f"{server}today/")
    page.get_by_role("article").get_by_role("link").first.click()
    assert page.url == f"{server}schedule/week-1/"


def test_from_a_folder_a_plan_is_built_and_printed_without_a_link(opens: Opens, foot: Site) -> None:
    page = opens()
    page.goto((foot.folder / "plan/index.html").as_uri())
    page.get_by_role("button", name=MAIN.title, exact=True).click()
    read_first(page)
    expect(page.get_by_text(OWN.links.from_folder)).to_be_visible()
    paper = Paper(page.pdf(prefer_css_page_size=True))
    assert paper.lacks(*(exercise.name for exercise in FOOT.exercises)) == []
    assert paper.codes() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state_and_nothing_is_cut_off(opens: Opens, server: str, scheme: str) -> None:
    page = opens(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page.clock.install(time=WEDNESDAY)
    steps: tuple[Callable[[], object], ...] = (
        lambda: page.goto(f"{server}plan/"),
        lambda: build(page, server),
        lambda: page.get_by_text(PLAN.in_calendar).click(),
        lambda: page.goto(f"{server}plan/#v=1&plan=six-weeks&from=Anna&note=Slow"),
        lambda: read_first(page),
        lambda: page.goto(f"{server}today/"),
        lambda: page.get_by_role("button", name=TODAY.start_plan, exact=True).click(),
        lambda: page.evaluate(LARGE),
    )
    for step in steps:
        step()
        assert violations(page) == ""
        assert page.evaluate(WIDER) is False


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_builds_a_plan(
    engine: Engine, request: pytest.FixtureRequest, server: str, tmp_path: Path
) -> None:
    with window_of(engine, lambda: request.getfixturevalue("browser"), tmp_path / "settings") as window:
        window.open(f"{server}plan/")
        window.click(".own-starts button")
        window.click(".own-ask .button")
        assert window.run("return document.querySelectorAll('.own-item').length") == 24
        link = window.run("return document.querySelector('.own-send input').value")
        assert link == f"{server}plan/#v=1&plan=six-weeks"
