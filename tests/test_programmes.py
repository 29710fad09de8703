"""Programmes besides the main one: their pages, what they need, their rest days, and what the shipped ones promise."""

import pytest

from macros import addresses, calendar
from macros.data.model import Guide
from macros.data.model.clinic import Clinic, Course
from macros.data.model.paper_size import PaperSize
from macros.data.model.programme import DAYS, Programme
from macros.edition import Edition
from macros.pages import search_index
from macros.pages.macros import UnknownIdError
from macros.papers import catalogue
from macros.plan import ask_first, kit, other_programmes, sheets
from macros.wording.dates import rest_phrase
from macros.wording.labels import labels
from tests.sites import HOST, Site, guide, macros_of, text_of

FOOT, HAND = guide("foot"), guide("hand")
GENTLE, NO_KIT = FOOT.programmes[1:]
others = pytest.mark.parametrize("programme", FOOT.programmes[1:], ids=lambda programme: programme.id)


def test_the_first_programme_has_the_addresses_of_the_plan_and_the_others_have_their_own_below_it() -> None:
    main, other = HAND.programmes
    assert HAND.plan_page(main) == "schedule/"
    assert [sheet.address for sheet in sheets(HAND, main)] == ["schedule/week-1/", "schedule/week-2/"]
    assert HAND.plan_page(other) == "schedule/no-band/"
    assert [sheet.address for sheet in sheets(HAND, other)] == ["schedule/no-band/week-1/"]


def test_a_week_of_another_programme_has_its_title_before_it() -> None:
    main, other = (sheets(HAND, programme)[0] for programme in HAND.programmes)
    assert (main.name, main.title) == ("Week 1", "Week 1 of 2")
    assert (other.name, other.title) == ("No band: week 1", "No band: week 1 of 1")


def test_a_macro_takes_the_id_of_a_programme_and_names_the_known_ones() -> None:
    macros = macros_of(HAND, "schedule/")
    assert "No band: week 1 of 1" in macros.week_sheet(1, "no-band")
    with pytest.raises(UnknownIdError, match="no programme 'no-bands'; did you mean 'no-band'"):
        macros.plan_overview("no-bands")
    with pytest.raises(UnknownIdError, match="no week 2; known: 1 to 1"):
        macros.week_sheet(2, "no-band")


def test_a_day_without_entries_is_a_rest_day() -> None:
    (week,) = sheets(HAND, HAND.programmes[1])
    assert week.days == ("tue", "thu")
    assert week.rest_days == ("mon", "wed", "fri", "sat", "sun")
    assert rest_phrase(week.rest_days) == "Rest days: Mon, Wed, Fri, Sat, Sun."
    assert rest_phrase(["sun"]) == "Rest day: Sun."
    assert sheets(HAND, HAND.programme)[0].rest_days == ()
    assert rest_phrase(()) == ""


def test_what_a_programme_needs_comes_in_the_order_of_its_weeks_with_what_can_stand_in() -> None:
    first, band = sheets(HAND, HAND.programme)[0], kit(HAND, HAND.programme)
    assert [(need.thing, need.week) for need in band] == [("A rubber band", first.number)]
    assert band[0].stand_ins == {"A hair band.": ("Spread",)}
    assert kit(HAND, HAND.programmes[1]) == ()
    weeks = [need.week for need in kit(FOOT, GENTLE)]
    assert weeks == sorted(weeks)
    assert [need.thing for need in kit(FOOT, GENTLE) if need.week > 1] == [
        "Tape or a line on the floor",
        "Wall or worktop",
    ]


def test_a_stand_in_is_that_of_the_thing_it_replaces_alone() -> None:
    replaced = {exercise.stand_in_for for exercise in FOOT.exercises if exercise.stand_in}
    assert {need.thing for need in kit(FOOT, FOOT.programme) if need.stand_ins} == replaced


def test_one_text_that_two_exercises_share_is_one_stand_in() -> None:
    disc = next(need for need in kit(FOOT, FOOT.programme) if need.thing == "Air-filled balance disc")
    names = tuple(exercise.name for exercise in FOOT.exercises if exercise.stand_in_for == disc.thing)
    assert len(names) == 2
    assert tuple(disc.stand_ins.values()) == (names,)


def test_who_asks_first_is_asked_for_the_exercises_of_the_programme_alone() -> None:
    main, no_kit = (set(ask_first(FOOT, programme)) for programme in (FOOT.programme, NO_KIT))
    assert no_kit < main
    assert set(FOOT.safety.signs("ask")) <= no_kit
    bands = {sign for card in FOOT.safety.cards if card.grade == "ask" and card.exercises for sign in card.signs}
    assert main - no_kit <= bands


def texts(data: Guide, programme: Programme) -> calendar.CalendarTexts:
    """Return the texts of a programme's calendar."""
    return calendar.calendar_texts(Edition(data, Clinic()), programme)


def test_the_calendars_of_two_programmes_share_no_uid_and_name_their_own_pages() -> None:
    course = Course.model_validate({"start": "2026-11-30", "time": "18:00"})
    files = [calendar.to_ics(texts(FOOT, programme), course).decode() for programme in FOOT.programmes]
    uids = [{line for line in file.splitlines() if line.startswith("UID")} for file in files]
    assert len(set.union(*uids)) == sum(map(len, uids))
    for programme in FOOT.programmes[1:]:
        sessions = texts(FOOT, programme).sessions
        assert len(sessions) == sum(len(sheet.days) for sheet in sheets(FOOT, programme))
        assert {session.page for session in sessions} == {sheet.address for sheet in sheets(FOOT, programme)}
        assert all(session.summary.startswith(programme.title) for session in sessions)


def test_a_course_of_a_clinic_is_on_the_page_of_the_main_programme_alone(hosted: Site) -> None:
    assert HOST.course
    course = labels().calendar.course
    assert [page.address for page in hosted.pages.values() if course in page.text] == ["schedule/"]


def test_a_search_for_an_exercise_finds_the_weeks_of_the_main_programme_alone() -> None:
    entries = [entry for entry in search_index.entries(FOOT) if entry.kind == search_index.Kind.WEEK]
    assert {entry.address for entry in entries if entry.words} == {
        sheet.address for sheet in sheets(FOOT, FOOT.programme)
    }


def test_an_exercise_leads_to_the_other_programmes_that_have_it(sites: dict[str, Site]) -> None:
    hand = sites["hand"]
    assert {id_: [p.id for p in found] for id_, found in other_programmes(HAND).items()} == {"fist": ["no-band"]}
    links = {id_: [a.get("href", "") for a in hand.exercise(id_).root.iter("a")] for id_ in ("fist", "spread")}
    targets = {id_: {hand.exercise(id_).target(href)[0] for href in hrefs} for id_, hrefs in links.items()}
    assert "schedule/no-band/" in targets["fist"]
    assert "schedule/no-band/" not in targets["spread"]


@pytest.mark.parametrize("name", ["foot", "hand"])
def test_each_programme_leads_to_the_others_and_to_the_advice_that_holds_for_all(
    sites: dict[str, Site], name: str
) -> None:
    site = sites[name]
    pages = {site.guide.plan_page(programme): programme for programme in site.guide.programmes}
    for address, programme in pages.items():
        page = site.pages[address]
        targets = {page.target(a.get("href", "")) for a in page.root.iter("a")}
        assert {(other, "") for other in pages} - targets - {(address, "")} == set()
        assert programme.who_for in page.text
        assert address == addresses.PLAN or (addresses.PLAN, site.guide.programme.advice[0].id) in targets
        assert all(text in page.text for text in programme.about)
        assert programme.basis.says in page.text


def test_a_rest_day_says_so_on_the_sheet_and_has_nothing_to_fill_in(sites: dict[str, Site]) -> None:
    table = sites["hand"].pages["schedule/no-band/week-1/"].one("table", "week")
    minutes, effort = list(table.iter("tr"))[-2:]
    rests = [text_of(cell) == labels().rest_day[0] for cell in minutes.iter("td")]
    assert rests == [day not in {"tue", "thu"} for day in DAYS]
    assert [any(cell.iter("span")) for cell in effort.iter("td")] == [not rest for rest in rests]


def test_another_programme_has_sheets_and_no_booklet() -> None:
    papers = {paper.path for paper in catalogue.papers(HAND)}
    assert {f"schedule/no-band/week-1/sheet-{size}.pdf" for size in PaperSize} <= papers
    assert [path for path in papers if "booklet" in path and "no-band" in path] == []


@others
def test_another_programme_of_this_guide_is_own_teaching_that_says_so(programme: Programme) -> None:
    assert programme.basis.kind == "own"
    assert any("No study tested it." in text for text in programme.about)
    for sheet in sheets(FOOT, programme):
        assert len(sheet.days) == 4
        assert sheet.rest_days


def test_the_gentler_start_keeps_what_it_promises() -> None:
    weeks = sheets(FOOT, GENTLE)
    assert len(weeks) == 4
    assert {minutes for week in weeks for minutes in week.minutes if minutes} <= {9, 10, 11}
    assert all(row.level is row.exercise.levels[0] for week in weeks for row in week.rows)


def test_the_plan_with_nothing_to_buy_needs_nothing_that_is_bought() -> None:
    weeks = sheets(FOOT, NO_KIT)
    assert len(weeks) == 6
    assert {len(week.rows) for week in weeks} == {4}
    assert {need.thing for need in kit(FOOT, NO_KIT)} == {
        *("Chair", "Wall", "Wall or worktop", "Tape or a line on the floor"),
    }


def test_the_plan_says_that_it_has_no_rest_day_and_which_day_is_shortest() -> None:
    weeks = sheets(FOOT, FOOT.programme)
    assert {week.rest_days for week in weeks} == {()}
    assert all(week.minutes[-1] < min(week.minutes[:-1]) for week in weeks)
    assert any("no rest day" in text and "Sunday, the shortest day" in text for text in FOOT.programme.about)
