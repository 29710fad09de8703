"""What comes out of the printer: each kind of page printed to PDF by the browser, and read again."""

import re
import struct
import zlib

import pytest
from playwright.sync_api import Browser

from macros.plan import Sheet, sheets
from macros.review.marks import Marks
from macros.wording.about import version_phrase
from macros.wording.calls import emergency_call
from macros.wording.dates import rest_phrase
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from tests.printing import PAPERS, SCHEMES, Paper, opened, printed
from tests.sites import HOST, SUBPATH, Site, guide

PALE = """() => [...document.querySelectorAll("article *")]
    .filter(e => e.getClientRects().length && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .map(e => [e.outerHTML.slice(0, 80), getComputedStyle(e).color])
    .filter(([, colour]) => Math.max(...colour.match(/\\d+/g).slice(0, 3).map(Number)) > 0x33)"""
"""Finds text in an article that is paler than the darkest grey of tokens.css."""

FADED = """() => Promise.all(
    document.getAnimations().filter(a => a instanceof CSSTransition).map(a => a.finished.catch(() => null)))"""
"""Waits until links have faded to their new colour."""

KINDS = (
    *("home", "index", "schedule", "evidence", "studies", "findings", "article", "sources", "checklist", "safety"),
    *("prose", "changes"),
)
"""Kinds of page that print as they are on screen."""

SMALL_TEXT = """() => [...document.querySelectorAll("article *")]
    .filter(e => e.getClientRects().length && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .filter(e => !e.closest(".basis, .tag, figcaption, .week-sheet__address, svg"))
    .filter(e => parseFloat(getComputedStyle(e).fontSize) < 10 * 96 / 72 - 0.1)
    .map(e => e.outerHTML.slice(0, 80))"""
"""Finds what is smaller than 10 points on paper, but for notes: what a dose rests on, captions, the address."""

MILLIMETRE = 96 / 25.4
WEEKS = sheets(guide("foot"), guide("foot").programme)
every_paper = pytest.mark.parametrize("paper", PAPERS)
every_week = pytest.mark.parametrize("number", range(1, len(WEEKS) + 1))
every_exercise = pytest.mark.parametrize("id_", [exercise.id for exercise in guide("foot").exercises])


@every_paper
@every_week
def test_a_week_as_a_clinic_hosts_it_is_one_sheet_with_its_code(
    browser: Browser, host: str, number: int, paper: str
) -> None:
    address = f"{SUBPATH}schedule/week-{number}/"
    for scheme in SCHEMES:
        result = printed(browser, f"{host}schedule/week-{number}/", paper, scheme)
        assert result.sheets == 1
        assert result.lacks(*on_the_sheet(WEEKS[number - 1]), help_at(hosted=True), address) == []
        assert result.codes() == [address]


@every_paper
@every_week
def test_a_week_is_one_sheet(browser: Browser, server: str, number: int, paper: str) -> None:
    address = f"{server}schedule/week-{number}/"
    for scheme in SCHEMES:
        result = printed(browser, address, paper, scheme)
        assert result.sheets == 1
        assert result.lacks(*on_the_sheet(WEEKS[number - 1]), help_at(hosted=False), address) == []
        assert result.codes() == []


@every_paper
def test_a_week_with_rest_days_is_one_sheet_that_names_them(browser: Browser, server: str, paper: str) -> None:
    week = sheets(guide("foot"), guide("foot").programmes[1])[0]
    result = printed(browser, f"{server}{week.address}", paper, "light")
    assert result.sheets == 1
    assert result.lacks(week.title, *on_the_sheet(week), rest_phrase(week.rest_days), labels().rest_day[0]) == []


def on_the_sheet(week: Sheet) -> tuple[str, ...]:
    """Return what is on the sheet of a week: its rows and days, what to fill in, the stop rules and the foot."""
    data = guide("foot")
    safety = data.safety
    days = "".join(day[:3] for day in labels().days.values())
    doses = [dose_phrase(row.level.dose, data.guide.side) for row in week.rows]
    rows = [f"{row.exercise.name}, {row.level.name}. {dose}" for row, dose in zip(week.rows, doses, strict=True)]
    lines = [
        getattr(labels(), label)
        for label in ("made_for", "made_by", "phone", "from_week_of", "notes", "minutes_a_day", "how_hard")
    ]
    stop = (labels().stop_if, *safety.signs("stop", week.exercises), safety.at_once)
    ask = (labels().ask_first_if, *safety.signs("ask", week.exercises))
    foot = (version_phrase(data.guide), Marks(data).sentence, week.week.advice)
    return (days, *rows, *lines, *stop, *ask, *foot)


def help_at(*, hosted: bool) -> str:
    """Return what to do in an emergency: where the clinic is, or anywhere."""
    safety = guide("foot").safety
    return emergency_call(safety, safety.country_for(HOST.country if hosted else None)).says


@every_paper
@every_exercise
def test_an_exercise_is_at_most_two_sheets_with_its_code(browser: Browser, host: str, id_: str, paper: str) -> None:
    data = guide("foot")
    exercise = data.exercise(id_)
    assert exercise
    result = printed(browser, f"{host}exercises/{id_}/", paper)
    assert result.sheets <= 2
    levels = [text for level in exercise.levels for text in (level.name, level.change)]
    faults = [f"{fault.wrong} {fault.fix}" for fault in exercise.faults]
    assert result.lacks(exercise.name, *exercise.setup, *exercise.steps, exercise.feel, *levels, *faults) == []
    assert result.lacks(labels().stop_if, *data.stop_signs(exercise), *data.ask_first(exercise)) == []
    assert result.lacks(version_phrase(data.guide), Marks(data).sentence, f"{SUBPATH}exercises/{id_}/") == []
    bases = [level.dose.basis.says for level in exercise.levels]
    assert result.lacks(labels().move_up, exercise.progress_when, *bases) == []  # folded on screen
    left_out = (labels().does_it_work, exercise.muscles)
    assert result.lacks(*left_out) == list(left_out), "findings are on a page of their own"
    for scheme in SCHEMES:
        assert printed(browser, f"{host}exercises/{id_}/", paper, scheme).codes() == [f"{SUBPATH}exercises/{id_}/"]


@every_paper
def test_an_exercise_without_a_code_is_at_most_two_sheets_too(browser: Browser, server: str, paper: str) -> None:
    longest = max(guide("foot").exercises, key=lambda exercise: len(str(exercise)))
    result = printed(browser, f"{server}exercises/{longest.id}/", paper)
    assert result.sheets <= 2
    assert result.codes() == []


@every_paper
@pytest.mark.parametrize("kind", KINDS)
def test_any_page_prints_whole_and_without_the_screen_s_own_parts(
    browser: Browser, server: str, foot: Site, kind: str, paper: str
) -> None:
    address = foot.kinds()[kind]
    result = printed(browser, server + address, paper)
    article = foot.pages[address].one("article")
    screen = [inner for e in article.iter() if "screen-only" in e.get("class", "").split() for inner in e.iter()]
    blocks = [e for e in article.iter() if e.tag in {"h2", "h3", "p", "li", "td"}]
    seen = [text for e in blocks if e not in screen for text in own_text(e.text)]
    assert len(seen) > 1
    assert result.lacks(*seen) == []
    left_out = [text for e in blocks if e in screen for text in own_text(e.text)]
    assert result.lacks(*left_out) == left_out
    assert result.lacks(Marks(foot.guide).sentence) == []
    assert result.lacks("Skip to content", "Back to top") == ["Skip to content", "Back to top"]


@pytest.mark.parametrize("kind", [*KINDS, "exercise", "week", "glossary"])
def test_nothing_is_smaller_than_9_points_and_the_address_is_on_paper(
    browser: Browser, server: str, foot: Site, kind: str
) -> None:
    address = server + foot.kinds()[kind]
    result = printed(browser, address, "A4")
    assert result.smallest() >= 9
    assert result.lacks(address) == []


@pytest.mark.parametrize("kind", ["exercise", "week"])
def test_all_but_notes_has_at_least_10_points(browser: Browser, server: str, foot: Site, kind: str) -> None:
    with opened(browser, server + foot.kinds()[kind]) as page:
        page.emulate_media(media="print")
        assert page.evaluate(SMALL_TEXT) == []


def test_the_lines_to_write_on_are_clear_of_the_week(browser: Browser, server: str) -> None:
    with opened(browser, f"{server}schedule/week-1/") as page:
        page.emulate_media(media="print")
        above, below = (page.locator(part).bounding_box() for part in (".who", "table.week"))
        assert above
        assert below
        assert below["y"] - above["y"] - above["height"] >= 2 * MILLIMETRE
        assert above["height"] >= 6 * MILLIMETRE


def test_the_pictures_of_closed_folds_come_for_paper_too(browser: Browser, server: str) -> None:
    with opened(browser, f"{server}exercises/short-foot/") as page:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.wait_for_load_state("networkidle")
        pictures = "[...document.querySelectorAll('.faults .still--light')].map(image => image.naturalWidth > 0)"
        assert set(page.evaluate(pictures)) == {True}


def own_text(text: str | None) -> list[str]:
    """Return *text* where it holds words."""
    return [text] if text and re.search(r"\w", text) else []


def test_the_safety_page_prints_every_card_and_every_country(browser: Browser, server: str) -> None:
    safety = guide("foot").safety
    result = printed(browser, f"{server}safety/", "A4")
    assert result.lacks(*(card.heading for card in safety.cards)) == []
    assert result.lacks(*(sign for card in safety.cards for sign in card.signs)) == []
    assert result.lacks(*(text for place in safety.countries for text in (place.name, place.emergency))) == []


@pytest.mark.parametrize("kind", ["home", "exercise", "schedule", "week", "evidence", "safety", "prose"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_paper_is_black_on_white_from_dark_mode_too(
    browser: Browser, server: str, foot: Site, kind: str, *, scripts: bool
) -> None:
    with opened(browser, server + foot.kinds()[kind], "dark", scripts=scripts) as page:
        inks = Paper(page.pdf(format="A4")).inks()
        assert inks
        assert max(map(max, inks)) <= 0.2
        page.emulate_media(media="print", color_scheme="dark")
        page.evaluate(FADED)
        assert page.evaluate(PALE) == []
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
        assert first_pixel(page.screenshot()) == (255, 255, 255)


def first_pixel(png: bytes) -> tuple[int, ...]:
    """Return the colour at the top left of a picture; in a PNG it is unfiltered at the start of the first line."""
    chunks, place = b"", 8
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        chunks += png[place + 8 : place + 8 + length] if kind == b"IDAT" else b""
        place += length + 12
    return tuple(zlib.decompress(chunks)[1:4])
