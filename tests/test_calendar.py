"""The plan in a calendar: the page's file and the build's are the same, survive any text, and update what is there."""

import json
import os
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from jinja2 import Environment
from playwright.sync_api import Browser, Download, Locator, Page, expect

from macros import addresses, assets, calendar
from macros.bridge.build import build_from
from macros.data.load import GuideError
from macros.data.model.clinic import Clinic, Course
from macros.data.model.programme import Programme
from macros.data.settings import settings
from macros.edition import Edition
from macros.pages import own_data
from macros.plan import sheets
from macros.wording.calls import emergency_call
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from tests.axe import violations
from tests.sites import GUIDES, HOST, HOSTED_AT, ROOT, SUBPATH, Site, guide, macros_of, mkdocs, project_of, served
from tests.test_frame import POLICY
from tests.windows import ENGINES, Engine, window_of

LABELS = labels().calendar
CHANGED = datetime(2026, 11, 22, 19, 30, 15, tzinfo=UTC)
MONDAY = date(2026, 11, 30)
DOCS = ROOT / "docs"
HOSTILE = (
    "comma, semicolon; backslash \\ and \\n and \\N and C:\\New, \\; \\, \\\\",
    "</script><script>document.title='taken'</script> <!-- <script> ]]> {{ 7*7 }} & &amp; \"quoted\" 'and'",
    "🦶🏽👣" * 40,
    "e\u0301é" + "ü" * 60 + "\\" * 80 + "^n^^" * 30,
    "END:VCALENDAR BEGIN:VEVENT \u2028 \u2029 $& $1 {first}",
)
both = pytest.mark.parametrize("name", GUIDES)


def texts(
    name: str = "foot", site: str = "", at: datetime = CHANGED, clinic: Clinic | None = None
) -> calendar.CalendarTexts:
    """Return the texts of a guide's calendar."""
    data = guide(name)
    return calendar.calendar_texts(Edition(data, clinic or Clinic(), site, changed=at), data.programme)


def unescaped(value: str) -> str:
    """Return TEXT as RFC 5545 reads it; the library's reader takes an escaped backslash before an n for a new line."""
    return re.sub(r"\\(.)", lambda escape: "\n" if escape[1] in "nN" else escape[1], value)


def lines(file: bytes) -> list[str]:
    """Return the lines of a calendar file, unfolded, after a look at their form."""
    assert file.endswith(b"\r\n")
    assert file.count(b"\n") == file.count(b"\r") == file.count(b"\r\n")
    for line in file.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no character is split
    return file.replace(b"\r\n ", b"").decode().splitlines() if b"\xe2\x80\xa8" not in file else _by_crlf(file)


def _by_crlf(file: bytes) -> list[str]:
    return file.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def values(file: bytes, name: str) -> list[str]:
    """Return every value of the text property *name*, in order."""
    return [unescaped(line.partition(":")[2]) for line in lines(file) if line.startswith(f"{name}:")]


@dataclass(frozen=True)
class Event:
    """A session as another program reads it."""

    begin: datetime
    end: datetime
    stamp: datetime
    modified: datetime
    sequence: int
    description: str
    address: str | None


def events(file: bytes) -> dict[str, Event]:
    """Return the sessions in a calendar file by UID."""
    components = Calendar.from_ical(file).events
    by_uid = {
        str(one["UID"]): Event(
            begin=moment(one.decoded("DTSTART")),
            end=moment(one.decoded("DTEND")),
            stamp=moment(one.decoded("DTSTAMP")),
            modified=moment(one.decoded("LAST-MODIFIED")),
            sequence=int(str(one["SEQUENCE"])),
            description=str(one["DESCRIPTION"]),
            address=str(one["URL"]) if "URL" in one else None,
        )
        for one in components
    }
    assert len(by_uid) == len(components)
    return by_uid


def moment(value: object) -> datetime:
    """Return *value*, which is a date with a time."""
    assert isinstance(value, datetime)
    return value


@contextmanager
def form(browser: Browser, address: str, zone: str = "Europe/London", at: datetime = CHANGED) -> Iterator[Page]:
    """Yield the schedule page as a reader in the time zone *zone* sees it, at the moment *at*."""
    context = browser.new_context(timezone_id=zone, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.clock.set_fixed_time(at)
    page.goto(address)
    page.evaluate("for (const fold of document.querySelectorAll('details.calendar')) fold.open = true")
    for shown in page.locator("form[data-calendar]").all():
        expect(shown).to_be_visible()
    yield page
    context.close()


def get(page: Page, start: date | None = None, time: str = "18:00", without: tuple[str, ...] = ()) -> bytes:
    """Fill in the form and return the file that it gives."""
    if start:
        page.get_by_label(LABELS.start).fill(str(start))
    page.get_by_label(LABELS.time).fill(time)
    for day in without:
        page.get_by_label(labels().days[day]).uncheck()
    with page.expect_download() as download:
        page.get_by_role("button", name=LABELS.make).click()
    return Path(download.value.path()).read_bytes()


SHOWN = """new Promise((resolve) => {
    const form = document.querySelector(".calendar form");
    if (!form.hidden) resolve();
    new MutationObserver(() => form.hidden || resolve()).observe(form, { attributes: true });
})"""
"""A promise that the form of a page is ready."""


def made(page: Page) -> Locator:
    """Return the part of the form that says what was made."""
    return page.locator(".calendar__made")


def unreached(page: Page) -> Locator:
    """Return the part of the form that says what the ticked days never reach."""
    return page.locator(".calendar__unreached")


def carried(page: Page) -> dict[str, object]:
    """Return the texts that the page carries."""
    plan = json.loads(page.locator("[data-calendar-plan]").inner_text() or "{}")
    assert isinstance(plan, dict)
    return plan


def local(folder: Path) -> str:
    """Return the schedule page's address on the reader's own disk."""
    return (folder / "schedule/index.html").as_uri()


def built(plan: calendar.CalendarTexts, start: date, time: str = "18:00") -> bytes:
    """Return the build's file."""
    return calendar.to_ics(plan, Course(start=start, time=time))


def bare_page(folder: Path, plan: calendar.CalendarTexts) -> str:
    """Write a page that holds the form for *plan* and the scripts that it needs; return its address."""
    edition = Edition(guide("hand"), Clinic())
    html = macros_of(edition.guide, "schedule/").plan_overview()
    known = calendar.calendar_texts(edition, edition.guide.programme)
    assert html.count(as_json(known)) == 1
    body = html.replace(as_json(known), as_json(plan))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "own.css").write_text("", encoding="utf-8")
    ways = ' data-own-styles="own.css"'
    for name, data in (("base", own_data.script(edition)), ("plan", "")):
        (listed,) = re.findall(rf"^    {name}:\n((?:      - .+\n)+)", settings, re.MULTILINE)
        paths = re.findall(r"- (\S+)", listed)
        parts = [assets.Asset(path, (DOCS / path).read_text(encoding="utf-8")) for path in paths]
        joined = assets.on_demand(name, parts, data)
        own = folder / joined.path
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(joined.content, encoding="utf-8")
        ways += f' data-own-{name}="{joined.path}"'
    on_demand = (DOCS / "assets/js/on-demand.js").read_text(encoding="utf-8")
    page = folder / "page.html"
    head = f"<!doctype html><meta charset=utf-8><body{ways}>"
    page.write_text(f"{head}{body}<script>{on_demand}</script>", encoding="utf-8")
    return page.as_uri()


def as_json(plan: calendar.CalendarTexts) -> str:
    """Return *plan* as a page carries it."""
    return Environment(autoescape=True).from_string("{{ it | tojson }}").render(it=plan.to_json())


STARTS = [
    (MONDAY, "18:00", "Europe/London"),
    (date(2026, 12, 2), "06:05", "Pacific/Auckland"),  # a Wednesday
    (date(2026, 10, 12), "02:30", "Europe/Berlin"),  # clocks go back on 25 October; 02:30 is there twice
    (date(2026, 10, 19), "01:30", "America/New_York"),  # and here on 1 November
    (date(2027, 3, 1), "02:30", "America/New_York"),  # 02:30 is not there on 14 March
    (date(2028, 2, 26), "23:50", "Asia/Kolkata"),  # a leap day; sessions end after midnight
    (date(2027, 12, 29), "00:00", "Pacific/Apia"),
]


@both
@pytest.mark.parametrize("when", STARTS, ids=lambda when: f"{when[0]}-{when[2]}".replace("/", "-"))
def test_the_page_and_the_build_make_the_same_file(
    browser: Browser, sites: dict[str, Site], name: str, when: tuple[date, str, str]
) -> None:
    start, time, zone = when
    with form(browser, local(sites[name].folder), zone) as page:
        own = carried(page)
        at = datetime.strptime(str(own["changed"]), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        page.clock.set_fixed_time(at)
        file = get(page, start, time)
    assert file == built(texts(name, at=at), start, time)
    begins = {f"{event.begin:%H:%M}{event.begin.tzinfo or ''}" for event in events(file).values()}
    assert begins == {time}, "a session is at another hour"


def test_under_a_known_address_both_files_have_the_links(browser: Browser, host: str) -> None:
    with form(browser, f"{host}schedule/") as page:
        at = datetime.strptime(str(carried(page)["changed"]), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        page.clock.set_fixed_time(at)
        file = get(page, MONDAY)
    assert file == built(texts(site=SUBPATH, at=at, clinic=HOST), MONDAY)
    for uid, event in events(file).items():
        week = re.findall(r"week-(\d+)", uid)[0]
        assert event.address == f"{SUBPATH}schedule/week-{week}/"
        assert event.description.endswith(f"{LABELS.link} {event.address}")


def test_a_page_on_the_web_uses_its_own_address_where_the_build_knew_none(browser: Browser, server: str) -> None:
    with form(browser, f"{server}schedule/?from=mail#calendar") as page:
        file = get(page, MONDAY)
    assert {event.address for event in events(file).values()} == {
        f"{server}schedule/week-{week}/" for week in range(1, len(guide("foot").programme.weeks) + 1)
    }


def test_a_page_on_the_reader_s_disk_puts_no_address_of_the_disk_into_the_file(browser: Browser, foot: Site) -> None:
    with form(browser, local(foot.folder)) as page:
        file = get(page, MONDAY)
    assert b"file:" not in file
    assert b"URL:" not in file


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_survives_in_both_files(browser: Browser, tmp_path: Path, text: str) -> None:
    plan = texts("hand")
    odd = tuple(replace(session, summary=text, description=f"{text}\n\n{text}") for session in plan.sessions)
    plan = replace(plan, name=text, alarm=text, stop=text, sessions=odd)
    with form(browser, bare_page(tmp_path, plan)) as page:
        before = page.title()
        file = get(page, MONDAY)
        assert page.title() == before
    assert file == built(plan, MONDAY)
    assert set(values(file, "SUMMARY")) == {text}
    assert set(values(file, "DESCRIPTION")) == {f"{text}\n\n{text}\n\n{text}", text}
    assert values(file, "X-WR-CALNAME") == values(file, "NAME") == [text]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=300))
def test_any_text_at_all_survives_in_the_build_s_file(text: str) -> None:
    plan = texts("hand")
    file = built(replace(plan, alarm=text, sessions=plan.sessions[:1]), MONDAY)
    assert values(file, "DESCRIPTION")[1] == text


@both
def test_the_file_has_every_day_of_the_plan_once_with_its_minutes(name: str) -> None:
    data = guide(name)
    expected = [
        (MONDAY + timedelta(days=7 * (week.number - 1) + place), minutes)
        for week in sheets(data, data.programme)
        for place, minutes in enumerate(week.minutes)
        if minutes
    ]
    sessions = events(built(texts(name), MONDAY)).values()
    assert [(e.begin.date(), (e.end - e.begin).seconds // 60) for e in sessions] == expected


@both
@pytest.mark.parametrize("start", [MONDAY + timedelta(days=offset) for offset in range(7)], ids=str)
def test_whatever_weekday_is_first_each_date_has_its_weekday_s_exercises_of_that_week(name: str, start: date) -> None:
    data = guide(name)
    sessions = events(built(texts(name), start))
    assert len(sessions) == sum(
        map(bool, [minutes for week in sheets(data, data.programme) for minutes in week.minutes])
    )
    for uid, event in sessions.items():
        day = event.begin.date()
        number, place = (day - start).days // 7 + 1, day.weekday()
        assert uid == f"{data.programme.id}-{start}-week-{number}-{list(labels().days)[place]}@foot-core-guide"
        for row in sheets(data, data.programme)[number - 1].rows:
            line = f"{row.exercise.name}, {row.level.name}: {dose_phrase(row.level.dose, data.guide.side)}"
            assert (line in event.description) is row.days[place]


def test_every_session_says_when_to_stop_and_whom_to_call() -> None:
    data = guide("foot")
    clinic = Clinic(country="new-zealand")
    plan = calendar.calendar_texts(Edition(data, clinic, changed=CHANGED), data.programme)
    country = next(place for place in data.safety.countries if place.id == "new-zealand")
    for event in events(built(plan, MONDAY)).values():
        for text in (*data.safety.signs("stop"), data.safety.at_once, country.emergency):
            assert text in event.description


def test_times_have_no_zone_and_an_alarm_sounds_before() -> None:
    rows = lines(built(texts(), date(2026, 10, 19), "07:15"))
    begins = [line for line in rows if line.startswith("DTSTART")]
    assert all(re.fullmatch(r"DTSTART:\d{8}T071500", line) for line in begins)
    assert rows.count(f"TRIGGER:-PT{calendar.AHEAD}M") == rows.count("ACTION:DISPLAY") == len(begins)
    assert f"{calendar.AHEAD} minutes" in values(built(texts(), MONDAY), "DESCRIPTION")[1]


def test_the_file_says_what_it_is() -> None:
    rows = lines(built(texts(), MONDAY))
    assert rows[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert {"CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Foot Core Guide: 6 weeks"} <= set(rows)
    assert Calendar.from_ical(built(texts(), MONDAY))["PRODID"] == "-//foot-core-guide//six-weeks//EN"


def copy_of(folder: Path) -> Path:
    """Return a settings file of its own next to a copy of the small guide."""
    (folder / "hand.yml").write_bytes(GUIDES["hand"].read_bytes())
    (folder / "mkdocs.yml").write_text("extra:\n  guide: hand.yml\n", encoding="utf-8")
    return folder / "mkdocs.yml"


def test_after_an_edit_the_uids_stay_and_the_sequence_rises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    config, extra = copy_of(tmp_path), {"guide": "hand.yml"}
    data = tmp_path / "hand.yml"
    files = []
    for day, (old, new) in {22: ("", ""), 23: ("sets: 3", "sets: 4"), 24: ("name: Fist", "name: A fist")}.items():
        text = data.read_text(encoding="utf-8").replace(old, new, 1)
        data.write_text(re.sub(r"date: 2026-11-\d\d", f"date: 2026-11-{day}", text, count=1), encoding="utf-8")
        plan = build_from(config, extra, "", tmp_path).calendar
        files.append(events(built(plan, MONDAY)))
    first, second, third = files
    assert first.keys() == second.keys() == third.keys()
    for uid, event in first.items():
        assert event.sequence + 10 <= second[uid].sequence
        assert second[uid].sequence + 10 <= third[uid].sequence
        assert event.modified < second[uid].modified
    assert all("4 sets" in event.description for event in second.values() if "Fist" in event.description)
    assert any("A fist" in event.description for event in third.values())


def test_the_day_on_which_a_clinic_changed_something_raises_the_sequence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    config, extra = copy_of(tmp_path), {"guide": "hand.yml"}
    assert build_from(config, extra, "", tmp_path).edition.changed == datetime(2026, 11, 22, tzinfo=UTC)
    config.write_text("extra:\n  guide: hand.yml\n  clinic: {changed: 2026-12-01}\n", encoding="utf-8")
    assert build_from(config, extra, "", tmp_path).edition.changed == datetime(2026, 12, 1, tzinfo=UTC)


def test_a_clone_with_other_times_of_files_makes_the_same_calendar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    config, extra = copy_of(tmp_path), {"guide": "hand.yml"}
    before = build_from(config, extra, "", tmp_path).calendar
    for file in (config, tmp_path / "hand.yml"):
        os.utime(file, (1, 1))
    assert build_from(config, extra, "", tmp_path).calendar == before


def test_a_build_of_a_given_moment_is_the_same_on_every_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = copy_of(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(CHANGED.timestamp())))
    assert build_from(config, {"guide": "hand.yml"}, "", tmp_path).edition.changed == CHANGED


def test_a_sequence_fits_into_31_bits_and_is_never_below_nothing() -> None:
    assert 0 < texts(at=datetime(2090, 1, 1, tzinfo=UTC)).sequence < 2**31
    assert texts(at=datetime(1980, 1, 1, tzinfo=UTC)).sequence == 0


def test_a_file_created_again_at_another_hour_is_the_newer_one(browser: Browser, foot: Site) -> None:
    files = []
    for time, at in (("18:00", CHANGED), ("07:00", CHANGED + timedelta(minutes=5))):
        with form(browser, local(foot.folder), at=at) as page:
            files.append(events(get(page, MONDAY, time)))
    first, second = files
    assert first.keys() == second.keys()
    for uid, event in first.items():
        assert event.sequence == second[uid].sequence
        assert event.stamp < second[uid].stamp


def test_another_start_is_a_calendar_of_its_own() -> None:
    first, second = (events(built(texts(), start)).keys() for start in (MONDAY, MONDAY + timedelta(days=7)))
    assert first.isdisjoint(second)


def uids(site: str = "", **clinic: str) -> set[str]:
    """Return the UIDs of the guide's calendar as a clinic at the address *site* publishes it."""
    return set(events(built(texts(site=site, clinic=Clinic.model_validate(clinic)), MONDAY)))


def test_two_hosts_of_one_guide_never_update_each_other_s_sessions() -> None:
    hosts = (
        uids(),
        uids("https://one.example/"),
        uids("https://one.example/feet/"),
        uids("https://two.example/"),
        uids(name="Harbour"),
        uids(name="Hill"),
        uids(name="Hill", url="https://hill.example/"),
    )
    assert len(set.union(*hosts)) == sum(map(len, hosts))


def test_one_host_has_the_same_uids_in_every_build() -> None:
    assert uids("https://one.example/") == uids("http://one.example") == uids("https://one.example/", name="Harbour")
    assert uids(name="Harbour") == uids(name="Harbour", country="england", phone="01632 960 123")


def test_where_no_host_is_known_the_uids_are_those_of_earlier_versions() -> None:
    first = f"{guide('foot').programme.id}-{MONDAY}-week-1-mon"
    assert f"{first}@foot-core-guide" in uids()
    assert all(uid.endswith("@foot-core-guide") for uid in uids())
    assert any(re.fullmatch(rf"{first}@[0-9a-f]{{10}}\.foot-core-guide", uid) for uid in uids("https://one.example/"))


def test_the_title_of_the_guide_is_no_part_of_a_uid() -> None:
    data = guide("foot")
    other = data.model_copy(update={"guide": data.guide.model_copy(update={"title": "Another"})})
    plan = calendar.calendar_texts(Edition(other, Clinic(), changed=CHANGED), other.programme)
    assert events(built(plan, MONDAY)).keys() == uids()


def test_days_without_a_tick_are_left_out(browser: Browser, foot: Site) -> None:
    with form(browser, local(foot.folder)) as page:
        file = events(get(page, MONDAY, without=("sat", "sun")))
        expect(made(page)).to_have_text(
            LABELS.made.format(sessions="30 sessions", first="Monday 30 November 2026", last="Friday 8 January 2027")
        )
    every = events(built(texts(), MONDAY))
    assert file.keys() == {uid for uid in every if not re.search("-(sat|sun)@", uid)}
    assert {uid: event.description for uid, event in file.items()} == {uid: every[uid].description for uid in file}


def missed(programme: Programme, ticked: Collection[str]) -> set[str]:
    """Return the lines about the exercises that are on none of the *ticked* days."""
    days: dict[str, set[str]] = {}
    for week in programme.weeks:
        for entry in week.entries:
            days.setdefault(entry.exercise, set()).update(entry.days)
    names = {exercise.id: exercise.name for exercise in guide("foot").exercises}
    short = {id_: [name[:3] for day, name in labels().days.items() if day in days[id_]] for id_ in days}
    return {
        LABELS.unreached_one.format(exercise=names[id_], days=", ".join(short[id_]))
        for id_ in days
        if not days[id_] & set(ticked)
    }


TICKED = [("sat", "sun"), ("tue", "thu"), ("sun",), ("mon", "wed", "fri")]


@pytest.mark.parametrize("ticked", TICKED, ids="-".join)
@pytest.mark.parametrize("programme", guide("foot").programmes, ids=lambda programme: programme.id)
def test_an_exercise_that_the_days_never_reach_is_named_before_the_file_with_its_days(
    browser: Browser, server: str, foot: Site, programme: Programme, ticked: tuple[str, ...]
) -> None:
    with form(browser, server + foot.guide.plan_page(programme)) as page:
        expect(unreached(page)).to_have_text("")
        boxes = {str(box.get_attribute("value")): box for box in page.locator("[name=day]").all()}
        for day in boxes.keys() - set(ticked):
            boxes[day].uncheck()
        lines = missed(programme, ticked) if boxes.keys() & set(ticked) else set()
        expect(unreached(page).locator("li")).to_have_count(len(lines))
        assert set(unreached(page).locator("li").all_inner_texts()) == lines
        expect(unreached(page)).to_have_text(re.compile(f"^{LABELS.unreached}" if lines else "^$"))
        for box in boxes.values():
            box.check()
        expect(unreached(page)).to_have_text("")


def test_what_is_never_reached_is_above_the_button_and_read_out_and_people_choose(
    browser: Browser, server: str
) -> None:
    with form(browser, f"{server}schedule/") as page:
        file = events(get(page, MONDAY, without=("mon", "wed", "fri")))
        expect(unreached(page)).to_have_attribute("role", "status")
        expect(unreached(page)).to_contain_text("Turn your foot out (Mon, Wed, Fri)")
        button, said = page.get_by_role("button", name=LABELS.make).bounding_box(), unreached(page).bounding_box()
    assert button
    assert said
    assert said["y"] + said["height"] <= button["y"]
    assert len(file) == 4 * len(guide("foot").programme.weeks)


@pytest.mark.parametrize(
    ("today", "zone", "monday"),
    [
        ("2026-11-22T12:00:00", "UTC", "2026-11-23"),
        ("2026-11-23T12:00:00", "UTC", "2026-11-30"),
        ("2026-11-22T12:00:00", "Pacific/Auckland", "2026-11-30"),  # it is Monday there already
        ("2026-11-23T02:00:00", "America/Los_Angeles", "2026-11-23"),  # it is still Sunday there
        ("2026-12-30T12:00:00", "UTC", "2027-01-04"),
    ],
)
def test_the_first_day_is_next_monday_until_another_is_picked(
    browser: Browser, foot: Site, today: str, zone: str, monday: str
) -> None:
    at = datetime.fromisoformat(today).replace(tzinfo=UTC)
    with form(browser, local(foot.folder), zone, at) as page:
        expect(page.get_by_label(LABELS.start)).to_have_value(monday)
        with page.expect_download() as download:
            page.get_by_role("button", name=LABELS.make).click()
        assert download.value.suggested_filename == f"six-weeks-{monday}.ics"


@pytest.mark.parametrize(
    ("label", "value", "message"),
    [
        ("start", "", "no_date"),
        ("start", "0202-01-01", "no_date"),
        ("time", "", "no_time"),
    ],
)
def test_a_field_left_empty_is_reported_and_focused(
    browser: Browser, foot: Site, label: str, value: str, message: str
) -> None:
    with form(browser, local(foot.folder)) as page:
        field = page.get_by_label(getattr(LABELS, label))
        field.fill(value)
        page.get_by_role("button", name=LABELS.make).click()
        expect(page.get_by_role("alert")).to_have_text(getattr(LABELS, message))
        expect(made(page)).to_have_text("")
        expect(field).to_be_focused()
        field.fill("2026-11-30" if label == "start" else "09:30")
        get(page, time="09:30")
        expect(page.get_by_role("alert")).to_have_text("")


def test_no_day_ticked_is_reported(browser: Browser, foot: Site) -> None:
    with form(browser, local(foot.folder)) as page:
        for day in labels().days.values():
            page.get_by_label(day).uncheck()
        page.get_by_role("button", name=LABELS.make).click()
        expect(page.get_by_role("alert")).to_have_text(LABELS.no_day)
        expect(page.get_by_label("Monday")).to_be_focused()


def test_the_form_asks_no_one_and_keeps_nothing(browser: Browser, server: str) -> None:
    asked: list[str] = []
    with form(browser, f"{server}schedule/") as page:
        page.wait_for_load_state("networkidle")
        page.context.on("request", lambda request: asked.append(request.url))
        stored = page.evaluate("JSON.stringify([Object.entries(localStorage), document.cookie])")
        get(page, MONDAY)
        assert page.url == f"{server}schedule/"
        assert page.evaluate("JSON.stringify([Object.entries(localStorage), document.cookie])") == stored
    own = ("blob:", f"{server}assets/icons/")  # the browser fetches its icon when it pleases
    assert [url for url in asked if not url.startswith(own)] == []


@pytest.mark.parametrize("opened", ["by hand", "by a link"])
def test_the_script_comes_when_the_form_is_opened_and_breaks_no_policy(
    browser: Browser, foot: Site, opened: str
) -> None:
    asked: list[str] = []
    with served(foot.folder, POLICY) as address:
        page = browser.new_page()
        page.add_init_script("addEventListener('securitypolicyviolation', () => { window.broken = true })")
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}schedule/", wait_until="networkidle")
        assert [url for url in asked if "/own-" in url] == []
        if opened == "by hand":
            page.locator("details.calendar summary").click()
        else:
            page.evaluate("location.hash = 'calendar'")
        expect(page.locator("form[data-calendar]")).to_be_visible()
        page.get_by_label(LABELS.time).fill("07:15")
        for _ in range(2):
            page.locator("details.calendar summary").click()
        expect(page.get_by_label(LABELS.time)).to_have_value("07:15")
        files: list[Download] = []
        page.on("download", lambda file: files.append(file))  # noqa: PLW0108 - Playwright takes no built-in method
        for _ in range(2):
            assert get(page, MONDAY, "07:15").startswith(b"BEGIN:VCALENDAR")
        assert len(files) == 2, "the form was set up twice"
        assert len([url for url in asked if "/own-" in url]) == 3
        assert page.evaluate("window.broken") is None
        page.close()


def test_a_script_that_does_not_come_is_said_and_asked_for_again(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.route("**/own-*.js", lambda route: route.abort())
    page.goto(f"{server}schedule/#calendar")
    expect(page.get_by_text(labels().own.pages.failed)).to_be_visible()
    expect(page.locator("form[data-calendar]")).to_be_hidden()
    page.unroute("**/own-*.js")
    for _ in range(2):
        page.locator("details.calendar summary").click()
    expect(page.locator("form[data-calendar]")).to_be_visible()
    expect(page.get_by_text(labels().own.pages.failed)).to_be_hidden()
    page.close()


@pytest.mark.parametrize("engine", ENGINES)
def test_the_form_works_in_every_engine(
    engine: Engine, request: pytest.FixtureRequest, foot: Site, tmp_path: Path
) -> None:
    with (
        served(foot.folder, POLICY) as address,
        window_of(engine, lambda: request.getfixturevalue("browser"), tmp_path / "own") as window,
    ):
        window.open(f"{address}schedule/#calendar")
        assert window.run(f"return {SHOWN}.then(() => document.querySelector('.calendar form').hidden)") is False
        for day in ("mon", "wed", "fri"):
            window.click(f"[name=day][value={day}]")
        said = "return document.querySelector('.calendar__unreached').innerText.split('\\n').filter(Boolean)"
        assert window.run(f"{said}.length") == 5
        window.click(".calendar [type=submit]")
        assert "24 sessions" in str(window.run("return document.querySelector('.calendar__made').textContent"))


def test_without_javascript_a_sentence_shows_and_the_form_does_not(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}schedule/")
    page.locator("details.calendar summary").click()
    expect(page.get_by_text(LABELS.needs_script)).to_be_visible()
    expect(page.locator("form[data-calendar]")).to_be_hidden()
    context.close()


def test_with_javascript_the_form_shows_and_the_sentence_does_not(browser: Browser, server: str) -> None:
    with form(browser, f"{server}schedule/") as page:
        expect(page.locator("form[data-calendar]")).to_be_visible()
        expect(page.get_by_text(LABELS.needs_script)).to_be_hidden()
        expect(page.get_by_text(labels().nothing_leaves).first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_a_result_or_a_mistake(browser: Browser, server: str, scheme: str) -> None:
    with form(browser, f"{server}schedule/") as page:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        get(page, MONDAY, without=("mon", "wed", "fri"))
        assert violations(page) == ""
        page.get_by_label(LABELS.start).fill("")
        page.get_by_role("button", name=LABELS.make).click()
        assert violations(page) == ""


def test_every_part_of_the_form_is_large_enough_for_a_thumb(browser: Browser, server: str) -> None:
    with form(browser, f"{server}schedule/") as page:
        parts = page.locator(".calendar__when input, .calendar__days label, form[data-calendar] button")
        assert parts.count() == 10
        for part in parts.all():
            box = part.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 44


def test_the_form_is_worked_with_keys_alone(browser: Browser, server: str) -> None:
    with form(browser, f"{server}schedule/") as page:
        page.get_by_label("Monday").focus()
        page.keyboard.press("Space")
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        sessions = events(Path(download.value.path()).read_bytes())
    assert not any("-mon@" in uid for uid in sessions)
    assert len(sessions) == 36


def test_the_form_is_not_printed_and_each_week_leads_to_it(browser: Browser, server: str, foot: Site) -> None:
    with form(browser, f"{server}schedule/week-1/") as page:
        page.get_by_role("link", name=labels().week_page.calendar).click()
        page.wait_for_url(f"{server}schedule/#calendar")
        page.emulate_media(media="print")
        expect(page.locator("details.calendar")).to_be_hidden()
        assert foot.pages["schedule/"].ids.count("calendar") == 1


def test_the_search_does_not_read_the_texts_of_the_file(foot: Site) -> None:
    index = (foot.folder / addresses.SEARCH_INDEX).read_text(encoding="utf-8")
    assert "foot-core-guide" not in index
    assert "DTSTART" not in index


def test_without_a_course_there_is_no_ready_file(foot: Site) -> None:
    assert not (foot.folder / addresses.CALENDAR).exists()
    assert LABELS.course not in foot.pages["schedule/"].text


def test_a_course_has_a_ready_file_that_needs_no_javascript(browser: Browser, host: str, hosted: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}schedule/")
    link = page.get_by_role("link", name=f"{LABELS.course} Wednesday 2 December 2026, 09:30")
    with page.expect_download() as download:
        link.click()
    file = Path(download.value.path()).read_bytes()
    context.close()
    assert file == (hosted.folder / addresses.CALENDAR).read_bytes()
    assert file == built(texts(site=SUBPATH, at=HOSTED_AT, clinic=HOST), date(2026, 12, 2), "09:30")


def test_the_form_on_a_course_s_page_gives_the_same_file_as_the_build(browser: Browser, hosted: Site) -> None:
    with form(browser, local(hosted.folder), at=HOSTED_AT) as page:
        expect(page.get_by_label(LABELS.time)).to_have_value("09:30")
        assert get(page, date(2026, 12, 2), "09:30") == (hosted.folder / addresses.CALENDAR).read_bytes()


OWN_FILE = """([link, start, days]) => {
    const texts = guide.calendar.ofPlan(guide.links.read(link), start);
    return guide.calendar.file(texts, guide.calendar.dates(texts, start, days), start, "18:00");
}"""
OWN = "#v=1&weeks=2&do=short-foot/standing,2x8h3r45L,d135/one-leg,d246w2;reverse-tandem-gait/free,d16w1"


def own_file(page: Page, link: str = OWN, days: Collection[str] = tuple(labels().days)) -> bytes:
    """Return the calendar file of the plan that a *link* carries."""
    text = page.evaluate(OWN_FILE, [link, str(MONDAY), list(days)])
    assert isinstance(text, str)
    return text.encode()


def test_a_plan_of_one_s_own_has_every_session_with_its_doses(browser: Browser, server: str) -> None:
    with form(browser, f"{server}schedule/") as page:
        sessions = {f"{event.begin:%a %d %H:%M}": event for event in events(own_file(page)).values()}
    data = guide("foot")
    levels = {(e.id, level.id): (e.name, level) for e in data.exercises for level in e.levels}

    def line(exercise: str, id_: str, dose: str = "") -> str:
        name, level = levels[exercise, id_]
        return f"- {name}, {level.name}: {dose or dose_phrase(level.dose, data.guide.side)}"

    standing = line("short-foot", "standing", "2 sets of 8, hold 3 seconds, left foot, rest 45 seconds")
    one_leg, gait = line("short-foot", "one-leg"), line("reverse-tandem-gait", "free")
    assert {when: event.description.split("\n\n")[1] for when, event in sessions.items()} == {
        "Mon 30 18:00": f"{standing}\n{gait}",
        "Wed 02 18:00": standing,
        "Fri 04 18:00": standing,
        "Sat 05 18:00": gait,
        "Mon 07 18:00": standing,
        "Tue 08 18:00": one_leg,
        "Wed 09 18:00": standing,
        "Thu 10 18:00": one_leg,
        "Fri 11 18:00": standing,
        "Sat 12 18:00": one_leg,
    }
    for event in sessions.values():
        for sign in (
            *data.safety.signs("stop"),
            data.safety.at_once,
            emergency_call(data.safety, data.safety.anywhere).says,
        ):
            assert sign in event.description


@both
def test_a_programme_as_a_plan_of_one_s_own_has_the_programme_s_sessions(
    browser: Browser, sites: dict[str, Site], name: str
) -> None:
    with form(browser, local(sites[name].folder)) as page:
        own = events(own_file(page, f"#v=1&plan={guide(name).programme.id}")).values()
    known = events(built(texts(name), MONDAY)).values()
    assert [(event.begin, event.end) for event in own] == [(event.begin, event.end) for event in known]
    for one, other in zip(own, known, strict=True):
        focus, *rest = other.description.split("\n\n")
        assert one.description.split("\n\n") == [focus.splitlines()[1], *rest]


def own_uids(page: Page, link: str) -> set[str]:
    """Return the UIDs of the plan that a *link* carries."""
    return set(events(own_file(page, link)))


PLAN = "#v=1&weeks=2&do=short-foot/sitting,d135&do=ball-rolling/sitting"


@pytest.mark.parametrize(
    "same",
    [
        "#v=1&weeks=2&do=short-foot/sitting,1x5,d135;ball-rolling/sitting,1x30sL",
        "#v=1&weeks=2&do=ball-rolling/sitting&do=short-foot/sitting,d135",
        "#v=1&weeks=2&do=short-foot/sitting,d135w1-2&do=ball-rolling/sitting&from=Ann&note=Slowly",
    ],
    ids=["doses", "order", "sender"],
)
def test_the_same_plan_again_updates_its_sessions(browser: Browser, server: str, same: str) -> None:
    with form(browser, f"{server}schedule/") as page:
        assert own_uids(page, same) == own_uids(page, PLAN)


def test_two_plans_share_no_uid_and_neither_do_two_hosts(browser: Browser, server: str, host: str) -> None:
    others = [
        "#v=1&weeks=2&do=short-foot/sitting,d135&do=ball-rolling/standing",
        "#v=1&weeks=2&do=short-foot/sitting,d136&do=ball-rolling/sitting",
        "#v=1&weeks=2&do=short-foot/sitting,d135&do=ball-rolling/sitting,w1",
        "#v=1&weeks=3&do=short-foot/sitting,d135&do=ball-rolling/sitting",
        "#v=1&weeks=2&do=short-foot/sitting,d135",
        f"#v=1&plan={guide('foot').programme.id}",
    ]
    with form(browser, f"{server}schedule/") as page:
        plans = [own_uids(page, link) for link in (PLAN, *others)]
    with form(browser, f"{host}schedule/") as page:
        plans.append(own_uids(page, PLAN))
    assert len(set.union(*plans)) == sum(map(len, plans))
    assert all(
        re.fullmatch(r"[0-9a-z]{8}-2026-11-30-week-\d-\w{3}@([0-9a-f]{10}\.)?foot-core-guide", uid)
        for uid in set.union(*plans)
    )
    assert plans[-1].isdisjoint(uids(SUBPATH)), "a plan and the guide's own are apart"
    assert {uid.partition("@")[2] for uid in plans[-1]} == {uid.partition("@")[2] for uid in uids(SUBPATH)}


def test_a_session_of_one_s_own_plan_leads_to_the_plan_and_from_a_folder_nowhere(
    browser: Browser, server: str, foot: Site
) -> None:
    with form(browser, f"{server}schedule/") as page:
        addresses_ = {event.address for event in events(own_file(page)).values()}
        assert len(addresses_) == 1
        address = str(addresses_.pop())
        same = page.evaluate(
            "([link, start, fragment]) => [{ ...guide.links.read(link), start }, guide.links.read(fragment)].map(JSON.stringify)",
            [OWN, str(MONDAY), f"#{address.partition('#')[2]}"],
        )
    assert address.startswith(f"{server}{addresses.OWN_PLAN}#v=1&")
    assert same[0] == same[1]
    with form(browser, local(foot.folder)) as page:
        file = own_file(page)
    assert b"file:" not in file
    assert b"URL:" not in file


def test_days_that_never_reach_an_exercise_of_one_s_own_plan_are_known(browser: Browser, server: str) -> None:
    script = (
        "([link, days]) => guide.calendar.unreached(guide.calendar.ofPlan(guide.links.read(link), '2026-11-30'), days)"
    )
    gait = next(exercise.name for exercise in guide("foot").exercises if exercise.id == "reverse-tandem-gait")
    with form(browser, f"{server}schedule/") as page:
        assert page.evaluate(script, [OWN, ["tue", "wed", "fri"]]) == [{"name": gait, "days": ["Mon", "Sat"]}]
        assert page.evaluate(script, [OWN, list(labels().days)]) == []
        file = own_file(page, days=("wed", "fri"))
    assert {f"{event.begin:%a}" for event in events(file).values()} == {"Wed", "Fri"}


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        ("time: 9:30", '5: extra.clinic.course.time: \'9:30\' is not a time like "18:00" or "09:30"'),
        ('time: "25:00"', '5: extra.clinic.course.time: \'25:00\' is not a time like "18:00" or "09:30"'),
        ('time: "6 pm"', '5: extra.clinic.course.time: \'6 pm\' is not a time like "18:00" or "09:30"'),
        ("time:", '5: extra.clinic.course.time: \'\' is not a time like "18:00" or "09:30"'),
        ("start: 30.11.2026", "4: extra.clinic.course.start: '30.11.2026' is not a date like 2026-11-22"),
        (
            'start: "2026-02-30"',
            "4: extra.clinic.course.start: '2026-02-30' is not a day of the calendar, as in 2026-11-22",
        ),
        ("start: 20261130", "4: extra.clinic.course.start: '20261130' is not a date like 2026-11-22"),
        ("start: 2026-11-30 18:00:00", "4: extra.clinic.course.start: "),
    ],
)
def test_a_slip_in_the_settings_is_named_with_its_line(tmp_path: Path, written: str, mistake: str) -> None:
    keys = {"start": "start: 2026-11-30", "time": 'time: "18:00"'} | {written.partition(":")[0]: written}
    config = tmp_path / "own.yml"
    text = f"extra:\n  clinic:\n    course:\n      {keys['start']}\n      {keys['time']}\n"
    config.write_text(text, encoding="utf-8")
    with pytest.raises(GuideError) as caught:
        settings(config, {"guide": str(GUIDES["hand"])}, tmp_path)
    assert f"own.yml:{mistake}" in str(caught.value)


def test_a_day_and_a_time_need_no_quotes(tmp_path: Path) -> None:
    config = tmp_path / "own.yml"
    config.write_text("extra: {clinic: {course: {start: 2026-11-30, time: 18:00}}}\n", encoding="utf-8")
    course = settings(config, {"guide": str(GUIDES["hand"])}, tmp_path).clinic.course
    assert course
    assert (str(course.start), course.time) == ("2026-11-30", "18:00")


def test_a_slip_in_the_settings_ends_the_build_and_names_the_line(tmp_path: Path) -> None:
    own = "INHERIT: mkdocs.yml\nextra:\n  clinic: {course: {start: 2026-11-30, time: 9:30}}\n"
    with pytest.raises(AssertionError) as failed:
        mkdocs(project_of(tmp_path, own), tmp_path / "site")
    assert "own.yml:3: extra.clinic.course.time: '9:30' is not a time like" in str(failed.value)
    assert "Traceback" not in str(failed.value)
