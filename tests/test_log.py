"""The log at /log/ and on /today/: what a device keeps of each day, its files, its paper, and the stop rules next to pain."""

import csv
import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pydantic import JsonValue

from macros.wording.labels import labels
from macros.wording.text import count
from tests.axe import violations
from tests.printing import PAPERS, Paper
from tests.readers import FULL, LARGE, REFUSED, WIDER, Opens
from tests.sites import Site, guide
from tests.windows import ENGINES, Engine, window_of

OWN, LOG, TODAY = labels().own, labels().own.log, labels().own.today
FOOT = guide("foot")
SHORT_FOOT, ROLLING = "short-foot/sitting", "ball-rolling/sitting"
WEDNESDAY = datetime(2026, 11, 25, 9, 30)  # noqa: DTZ001 - the device's own time
TODAYS, MONDAYS = "2026-11-25", "2026-11-23"
FOLLOWED = "#v=1&plan=six-weeks&start=2026-11-23"
STOP = [*FOOT.safety.signs("stop", ()), FOOT.safety.at_once]

GARBAGE = "Storage.prototype.getItem = () => '{\"2026-11-25\":';"
NO_PRINTER = "window.print = () => {};"
"""The browser of the tests prints by itself."""

DAYS: dict[str, dict[str, JsonValue]] = {
    "2026-09-30": {"done": [SHORT_FOOT], "effort": None, "pain": None, "word": ""},
    "2026-11-22": {"done": [], "effort": 0, "pain": 10, "word": 'calf, "tight"; left'},
    MONDAYS: {"done": [SHORT_FOOT, "gone/level"], "effort": 4, "pain": 0, "word": "=1+1"},
    "2026-11-24": {"done": [ROLLING], "effort": None, "pain": 3, "word": "'-für später"},
}
"""A log with whatever a file may trip over."""


@pytest.fixture
def opens(opens: Opens) -> Opens:
    """Return what opens a page in a fresh browser, on a Wednesday."""

    def dated(**options: Any) -> Page:
        page = opens(**options)
        page.clock.install(time=WEDNESDAY)
        return page

    return dated


def export(days: dict[str, dict[str, JsonValue]]) -> str:
    """Return days as the JSON file that the page makes."""
    return json.dumps({"version": 1, "days": [{"date": date, **day} for date, day in days.items()]}, ensure_ascii=False)


def bring(page: Page, text: str | bytes, name: str = "log.json") -> Locator:
    """Bring a file back, and return what the page says of it."""
    data = text.encode() if isinstance(text, str) else text
    status = page.locator(".own-log > p[role=status]").last
    status.evaluate("e => { e.textContent = '' }")
    page.get_by_label(LOG.bring_back).set_input_files({"name": name, "mimeType": "text/plain", "buffer": data})
    expect(status).not_to_be_empty()
    return status


def came_in(days: int, lost: int = 0) -> str:
    """Return what the page says of a file."""
    lines = LOG.lines_lost.format(lines=count(lost, LOG.line)) if lost else ""
    return f"{LOG.came_in.format(days=count(days, labels().day))} {lines}".strip()


def file_of(page: Page, name: str) -> str:
    """Return the file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    assert download.value.suggested_filename == f"log-{TODAYS}.{'csv' if name == LOG.get_csv else 'json'}"
    return Path(download.value.path()).read_bytes().decode()


def cell(page: Page, date: str) -> Locator:
    """Return a day among the weeks."""
    return page.locator(f"[data-date='{date}']")


def shown(page: Page) -> dict[str, str]:
    """Return what the weeks say of each day that has something."""
    texts = page.locator(".log-cell").evaluate_all("all => all.map(e => [e.dataset.date, e.ariaLabel])")
    return {date: text for date, text in texts if not text.endswith(LOG.nothing_noted)}


def log_with(page: Page, server: str) -> None:
    """Open the log and fill it from a file."""
    page.goto(f"{server}log/")
    expect(bring(page, export(DAYS))).to_have_text(came_in(len(DAYS)))


def note(page: Page, effort: str, pain: str, word: str) -> None:
    """Fill in the fields of the day that is open."""
    page.get_by_label(labels().how_hard).select_option(effort)
    page.get_by_label(LOG.pain).select_option(pain)
    page.get_by_label(LOG.word.format(most=80)).fill(word)


def follow(page: Page, server: str) -> None:
    """Open what to do today."""
    page.goto(f"{server}today/{FOLLOWED}")
    page.get_by_role("button", name=OWN.have_read).click()


def test_what_is_ticked_and_noted_today_is_in_the_log_until_it_is_cleared(opens: Opens, server: str) -> None:
    page = opens(viewport={"width": 390, "height": 844})
    follow(page, server)
    page.locator(".own-row input").first.check()
    page.get_by_text(LOG.log_note).click()
    note(page, "4", "2", "calf tired")
    page.reload()
    expect(page.locator(".own-row input").first).to_be_checked()
    page.get_by_text(LOG.log_note).click()
    expect(page.get_by_label(LOG.word.format(most=80))).to_have_value("calf tired")

    page.locator(".own-today__more").get_by_role("link", name=LOG.log_title).click()
    expect(cell(page, TODAYS)).to_have_attribute(
        "aria-label", "Wednesday 25 November 2026: 1 exercise done, Effort 4, Pain 2, calf tired"
    )
    assert cell(page, TODAYS).inner_text().split() == ["25", "✓…", "4/2"]
    expect(page.get_by_text(LOG.log_kept)).to_be_visible()
    page.get_by_role("button", name=LOG.clear_log).click()
    assert len(shown(page)) == 1
    page.get_by_role("button", name=OWN.plan.clear_sure).click()
    expect(page.get_by_text(LOG.log_cleared)).to_be_visible()
    page.reload()
    assert shown(page) == {}
    assert page.evaluate("Object.keys(localStorage).filter(key => key.endsWith(' log'))") == []


def test_a_day_opens_in_place_and_what_was_done_is_added_and_removed_by_keyboard(opens: Opens, server: str) -> None:
    page = opens()
    page.goto(f"{server}log/")
    cell(page, MONDAYS).press("Enter")
    expect(page.locator(".log-day > h2").first).to_be_focused()
    expect(page.get_by_text(LOG.nothing_done)).to_be_visible()
    page.get_by_label(LOG.add_done).select_option(SHORT_FOOT)
    page.get_by_label(LOG.add_done).select_option(ROLLING)
    page.get_by_role("button", name=f"{OWN.remove}: Short foot, Sitting").press("Enter")
    expect(page.get_by_label(LOG.add_done)).to_be_focused()
    note(page, "3", "", "")
    page.get_by_role("button", name=OWN.close).press("Enter")
    expect(cell(page, MONDAYS)).to_be_focused()
    page.reload()
    assert shown(page) == {MONDAYS: "Monday 23 November 2026: 1 exercise done, Effort 3"}
    cell(page, MONDAYS).click()
    expect(page.locator(".log-done li")).to_have_text(["Ball rolling, Sitting Remove"])
    expect(page.locator(".log-cell[data-date='2026-11-26']")).to_have_count(0)


def test_any_day_of_the_past_can_be_opened_and_older_weeks_are_one_press_away(opens: Opens, server: str) -> None:
    page = opens()
    page.goto(f"{server}log/")
    dates = [f"2025-{month:02}-15" for month in range(1, 13)]
    bring(page, export({date: {"effort": 1} for date in dates}))
    assert len(shown(page)) == 8
    page.get_by_role("button", name=LOG.older).click()
    assert len(shown(page)) == 12
    page.get_by_label(LOG.another_day).fill("2001-02-03")
    page.get_by_label(LOG.another_day).blur()
    expect(page.locator(".log-day > h2").first).to_have_text("Saturday 3 February 2001")


def test_both_files_bring_the_same_log_into_a_fresh_browser(opens: Opens, server: str) -> None:
    page = opens()
    log_with(page, server)
    says = shown(page)
    files = {name: file_of(page, name) for name in (LOG.get_csv, LOG.get_json)}
    assert json.loads(files[LOG.get_json]) == json.loads(export(DAYS))
    for name, text in files.items():
        other = opens()
        other.goto(f"{server}log/")
        expect(bring(other, text)).to_have_text(came_in(len(DAYS)))
        assert shown(other) == says
        assert file_of(other, name) == text


def test_a_spreadsheet_reads_the_csv_and_finds_no_formula_in_it(opens: Opens, server: str) -> None:
    page = opens()
    log_with(page, server)
    text = file_of(page, LOG.get_csv)
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == text.count("\n") == len(DAYS) + 1
    head, *rows = csv.reader(io.StringIO(text[1:]), strict=True)
    assert tuple(head) == LOG.log_columns
    assert rows == [
        ["2026-09-30", SHORT_FOOT, "", "", ""],
        ["2026-11-22", "", "0", "10", 'calf, "tight"; left'],
        [MONDAYS, f"{SHORT_FOOT} gone/level", "4", "0", "'=1+1"],
        ["2026-11-24", ROLLING, "", "3", "''-für später"],
    ]


def test_a_file_is_merged_by_date_and_its_days_win(opens: Opens, server: str) -> None:
    page = opens()
    log_with(page, server)
    expect(bring(page, f"{MONDAYS},,1\n2026-11-20,,2,2,new", "log.csv")).to_have_text(came_in(2))
    says = shown(page)
    assert len(says) == len(DAYS) + 1
    assert says[MONDAYS] == "Monday 23 November 2026: Effort 1"


BROKEN: dict[str, tuple[str | bytes, tuple[int, int] | None]] = {
    "empty": ("", None),
    "nothing but lines": ("\r\n\n\r", None),
    "only a head": ("Date,Done,Effort,Pain,Word\r\n", None),
    "no JSON": ("{", None),
    "other JSON": ('{"days": []}', None),
    "a list": ("[1, 2]", None),
    "a version that is none": ('{"version": "1", "days": []}', None),
    "nested": ("[" * 100_000, None),
    "a newer version": ('{"version": 2, "days": [{"date": "2026-11-25", "pain": 1, "sleep": 8}]}', (1, 0)),
    "days of any type": ('{"version": 1, "days": [null, 1, "a", [], {}, {"date": 5}]}', (0, 6)),
    "wrong types": (export({TODAYS: {"done": "x", "effort": "3", "pain": [1], "word": {}}}), (0, 1)),
    "beyond the scale": (export({TODAYS: {"effort": 11, "pain": -1, "word": "ok"}}), (1, 1)),
    "half a number": (export({TODAYS: {"effort": 2.5, "pain": 2}}), (1, 1)),
    "no such days": (export({"2026-02-30": {"pain": 1}, "1999-12-31": {"pain": 1}, "2100-01-01": {"pain": 1}}), (0, 3)),
    "a prototype": ('{"version": 1, "days": [{"date": "__proto__", "pain": 1}], "__proto__": {"pain": 3}}', (0, 1)),
    "no ids": (export({TODAYS: {"done": ["<b>", "a/b/c", 1, "a/b"], "pain": 1}}), (1, 1)),
    "a long word": (export({TODAYS: {"word": "x" * 81}}), (1, 1)),
    "a quote that never ends": (f'{TODAYS},,1,1,"word\n2026-11-24,,2', (1, 1)),
    "text after a quote": (f'{TODAYS},,1,1,"word" more\n2026-11-24,,2', (1, 1)),
    "another table": ("Name;Age\nAnna;31", (0, 1)),
    "semicolons": (f"Datum;Getan;M\u00fche;Schmerz;Wort\n{TODAYS};{SHORT_FOOT};3;4;gut", (1, 0)),
    "tabs": (f"{TODAYS}\t{SHORT_FOOT}\t3\t4\tok", (1, 0)),
    "dates of a spreadsheet": ("Date,Done,Effort\n25/11/2026,,3\n11/25/2026,,3", (0, 2)),
    "a column less": (f"{TODAYS},,3", (1, 0)),
    "numbers with words": (f"{TODAYS},,about 3,4", (1, 1)),
    "lines between": (f"\n\n{TODAYS},,3\n\n\n2026-11-24,,1\n,,,,\n", (2, 0)),
    "the same day twice": (f"{TODAYS},,3\n{TODAYS},,4", (1, 0)),
    "no text": (bytes(range(256)) * 20, (0, -1)),
}
"""Files that are broken, and how many days and lost lines the page tells of; nothing where it is no log at all."""


def test_a_broken_file_is_told_and_harms_nothing(opens: Opens, server: str) -> None:
    page = opens()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    log_with(page, server)
    stored = page.evaluate("localStorage.getItem('guide-own / log')")
    for name, (file, result) in BROKEN.items():
        page.evaluate("text => localStorage.setItem('guide-own / log', text)", stored)
        said = bring(page, file).inner_text()
        if result is None:
            assert said == LOG.file_wrong, name
        elif result[1] >= 0:
            assert said == came_in(*result), name
        else:
            assert said.startswith(came_in(0)), name
        if not result or not result[0]:
            assert page.evaluate("localStorage.getItem('guide-own / log')") == stored, name
    assert errors == []


STORED = {
    "broken": ('{"2026-11-25":', 0),
    "a list": ("[]", 0),
    "nothing": ("null", 0),
    "wrong types": ('{"2026-11-25":{"d":"x","e":"3"},"2026-11-24":5,"2026-11-23":{"p":2}}', 1),
    "other dates": ('{"2026-13-01":{"p":1},"today":{"p":1},"2026-11-24":{"p":1}}', 1),
    "beyond": ('{"2026-11-24":{"p":11,"e":10}}', 1),
}
"""What another program may have left in storage, and how many days of it can be used."""


@pytest.mark.parametrize("name", STORED)
def test_what_is_broken_on_the_device_is_left_out_and_said(name: str, opens: Opens, server: str) -> None:
    page = opens()
    text, days = STORED[name]
    page.goto(f"{server}log/")
    page.evaluate("text => localStorage.setItem('guide-own / log', text)", text)
    page.reload()
    expect(page.get_by_text(LOG.log_hurt)).to_be_visible()
    assert len(shown(page)) == days


@pytest.mark.parametrize("harm", [REFUSED, FULL, GARBAGE], ids=["refused", "full", "broken"])
def test_a_device_that_keeps_nothing_is_said_and_nothing_else_fails(opens: Opens, server: str, harm: str) -> None:
    page = opens()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(harm)
    page.goto(f"{server}log/")
    cell(page, TODAYS).click()
    note(page, "3", "2", "fine")
    expect(page.get_by_text(LOG.log_not_kept)).to_be_visible()
    if harm != GARBAGE:
        assert "Effort 3, Pain 2, fine" in shown(page)[TODAYS]
        assert json.loads(file_of(page, LOG.get_json))["days"][0]["word"] == "fine"
    follow(page, server)
    page.locator(".own-row input").first.check()
    expect(page.get_by_text(labels().week_page.not_kept)).to_be_visible()
    assert errors == []


def test_the_stop_rules_stand_next_to_pain_whatever_is_entered(opens: Opens, server: str) -> None:
    page = opens(viewport={"width": 390, "height": 844})
    page.goto(f"{server}log/")
    cell(page, TODAYS).click()
    stop = page.locator(".log-day .stop")
    before = stop.inner_text()
    for rule in STOP:
        assert rule in before
    for pain in ("0", "3", "10", ""):
        note(page, "5", pain, "worse")
        assert stop.inner_text() == before
    gap = "document.querySelector('.log-day .stop').getBoundingClientRect().top - arguments_.getBoundingClientRect().bottom"
    pain_field = page.get_by_label(LOG.pain).element_handle()
    assert 0 <= page.evaluate(f"arguments_ => {gap}", pain_field) < 24
    page.set_viewport_size({"width": 1280, "height": 900})
    boxes = [where.bounding_box() for where in (page.get_by_label(LOG.pain), stop)]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["x"] + boxes[0]["width"] < boxes[1]["x"]
    assert boxes[1]["y"] < boxes[0]["y"] + boxes[0]["height"]

    follow(page, server)
    page.get_by_text(LOG.log_note).click()
    today = page.locator(".log-beside .stop")
    before = today.inner_text()
    note(page, "9", "9", "bad")
    assert today.inner_text() == before


@pytest.mark.parametrize("size", PAPERS)
def test_the_log_is_a_table_on_paper_and_an_empty_one_is_one_sheet(opens: Opens, server: str, size: str) -> None:
    page = opens(color_scheme="dark")
    page.add_init_script(NO_PRINTER)
    log_with(page, server)
    cell(page, MONDAYS).click()
    page.get_by_role("button", name=LOG.print_log).click()
    paper = Paper(page.pdf(format=size, prefer_css_page_size=True))
    words = [str(day["word"]) for day in DAYS.values() if day["word"]]
    dates = ["Wednesday 30 September 2026", "Monday 23 November 2026"]
    done = ["Short foot, Sitting", "Ball rolling, Sitting", "gone, level"]
    assert paper.lacks(*LOG.log_columns, *words, *dates, *done, *STOP) == []
    assert paper.lacks(LOG.by_hand, LOG.print_log, LOG.bring_back) == [LOG.by_hand, LOG.print_log, LOG.bring_back]

    page.goto(f"{server}plan/#v=1&plan=six-weeks")
    page.get_by_role("button", name=OWN.have_read).click()
    page.get_by_role("button", name=OWN.plan.change_plan).click()  # a plan with bands has the most stop rules
    page.goto(f"{server}log/")
    page.get_by_role("button", name=LOG.print_empty).click()
    empty = Paper(page.pdf(format=size, prefer_css_page_size=True))
    assert empty.sheets == 1
    weeks = [OWN.plan.one_week.format_map({"from": week}) for week in range(1, 7)]
    assert empty.lacks(LOG.by_hand, *weeks, *labels().days.values(), *STOP) == []
    assert empty.lacks(*words) == words
    assert empty.smallest() >= 9
    assert Paper(page.pdf(format=size, prefer_css_page_size=True)).lacks(*words) == [], "what prints next is the log"


def test_without_a_script_the_page_says_so_and_nothing_is_dead(opens: Opens, server: str) -> None:
    page = opens(java_script_enabled=False)
    page.goto(f"{server}log/")
    article = page.get_by_role("article")
    expect(article).to_contain_text(OWN.pages.log_without_script)
    expect(article.locator("button, input, select, table")).to_have_count(0)
    article.get_by_role("link", name=labels().downloads.title).click()
    assert page.url == f"{server}print/"


def test_from_a_folder_the_log_works_as_far_as_the_browser_keeps_things(opens: Opens, foot: Site) -> None:
    page = opens()
    page.goto((foot.folder / "log/index.html").as_uri())
    cell(page, TODAYS).click()
    note(page, "3", "2", "fine")
    page.reload()
    assert shown(page) == {TODAYS: "Wednesday 25 November 2026: Effort 3, Pain 2, fine"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state_and_nothing_is_cut_off(opens: Opens, server: str, scheme: str) -> None:
    page = opens(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    steps = (
        lambda: page.goto(f"{server}log/"),
        lambda: log_with(page, server),
        lambda: cell(page, MONDAYS).click(),
        lambda: note(page, "10", "10", "x" * 80),
        lambda: page.evaluate(LARGE),
        lambda: page.set_viewport_size({"width": 1920, "height": 1080}),
        lambda: follow(page, server),
        lambda: page.get_by_text(LOG.log_note).click(),
    )
    for step in steps:
        step()
        assert violations(page) == ""
        assert page.evaluate(WIDER) is False


def test_the_weeks_fit_the_smallest_phone_and_the_next_day_can_be_opened(opens: Opens, server: str) -> None:
    page = opens(viewport={"width": 320, "height": 640})
    log_with(page, server)
    assert page.locator(".log-weeks").evaluate("e => e.scrollWidth <= e.clientWidth")
    expect(cell(page, "2026-11-26")).to_have_count(0)
    page.clock.set_system_time(datetime(2026, 11, 26, 0, 5))  # noqa: DTZ001 - the device's own time
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(cell(page, "2026-11-26")).to_be_visible()


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_keeps_a_day(engine: Engine, request: pytest.FixtureRequest, server: str, tmp_path: Path) -> None:
    with window_of(engine, lambda: request.getfixturevalue("browser"), tmp_path / "settings") as window:
        window.open(f"{server}log/")
        window.run("document.querySelector('.log-cell:not([aria-expanded=true])').click()")
        window.run(
            "const pain = document.querySelectorAll('.log-day__numbers select')[1];"
            "pain.value = '7'; pain.dispatchEvent(new Event('change', { bubbles: true }))"
        )
        window.open(f"{server}log/")
        assert window.run("return document.querySelector('.log-cell span:last-child').textContent") == "–/7"
        assert window.run("return document.querySelectorAll('.log-sheet__days').length") == 1
