"""The search: what is found first, with a keyboard, from a folder, and without scripts; hostile text stays text."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from macros import addresses
from macros.data.load import read
from macros.data.model import Guide
from macros.pages import catalogue, search_index
from macros.wording.labels import labels
from tests.axe import violations
from tests.bench import guide_of
from tests.sites import GUIDES, ROOT, Site, guide, mkdocs, project_of, served
from tests.test_browser import SCHEMES, SCREENS, Scheme, page_of
from tests.test_literal_text import WAYS, build, hostile, marker

LABELS = labels().search
LARGEST = 100_000
"""Bytes of the index of a thousand exercises, as a server sends them."""

FIRST = {
    "Sprained ankle": "safety/",
    "my foot hurts": "safety/",
    "chest pain": "safety/#emergency-now",
    "I sprianed my ankle": "safety/",
    "shin splints": "safety/#see-soon",
    "call an ambulance": "safety/#emergency",
    "111": "safety/#who-to-call",
    "arch doming": "exercises/short-foot/",
    "towel": "exercises/band-plantarflexion/",
    "calf": "exercises/vele-forward-lean/",
    "wobble cushion": "exercises/disc-balance-two-legs/",
    "dorsiflexon": "exercises/band-dorsiflexion/",
    "week 3": "schedule/week-3/",
    "exercises for beginners": "schedule/gentle-start/",
    "I have no equipment": "schedule/no-kit/",
    "beginner with heel pain": "safety/#see-soon",
    "abductor hallucis": "glossary/#abductor-hallucis",
    "glossary": "glossary/",
    "physiotherapist": "safety/#see-soon",
    "how sure": "evidence/findings/#how-sure",
}
"""What people type, and where the first result leads."""

FORMER_NAMES = {
    "Vele's forward lean": "vele-forward-lean",
    "Reverse tandem gait": "reverse-tandem-gait",
    "Disc balance, two legs": "disc-balance-two-legs",
    "Disc balance, one leg": "disc-balance-one-leg",
    "Band plantarflexion (pointing down)": "band-plantarflexion",
    "Band dorsiflexion (pulling up)": "band-dorsiflexion",
    "Band inversion (turning in)": "band-inversion",
    "Band eversion (turning out)": "band-eversion",
}
"""Names of exercises that were on sheets of version 2.0.0, and the exercise that each leads to."""


def index(data: Guide) -> dict[str, list[list[object]]]:
    """Return the index of a guide as its script assigns it."""
    return parsed(search_index.script(data))


def parsed(script: str) -> dict[str, list[list[object]]]:
    """Return what the script of an index assigns."""
    begin, end = "window.guideSearch=", ";\n"
    assert script.startswith(begin)
    assert script.endswith(end)
    found = json.loads(script.removeprefix(begin).removesuffix(end))
    assert isinstance(found, dict)
    return found


def opened(page: Page, address: str) -> Page:
    """Open the search on the page at *address*."""
    page.goto(address)
    page.locator("[data-search-open]").click()
    expect(page.locator("dialog input")).to_be_focused()
    return page


def hits(page: Page, query: str) -> list[str]:
    """Type the *query*; return where each result leads."""
    page.locator("dialog input").fill(query)
    if query.strip():  # then the hint goes once the index is here, and so does what was said of one that did not come
        for before in (LABELS.hint, LABELS.failed):
            expect(page.locator("dialog [role=status]")).not_to_have_text(before)
    links = page.locator("dialog ol a").evaluate_all("links => links.map(link => link.href)")
    return [str(link) for link in links]


@pytest.fixture(scope="module")
def searching(browser: Browser, server: str) -> Iterator[Page]:
    """Return a page on which the search is open."""
    with page_of(browser) as page:
        yield opened(page, f"{server}exercises/")


@pytest.mark.parametrize("query", FIRST)
def test_what_people_type_leads_to_the_right_place(searching: Page, server: str, query: str) -> None:
    assert hits(searching, query)[0] == server + FIRST[query]


def test_what_studies_did_not_find_comes_before_the_exercise(searching: Page) -> None:
    places = [urlsplit(link).path for link in hits(searching, "flat feet")]
    assert places.index("/evidence/") < places.index("/exercises/short-foot/")


def test_every_exercise_is_found_first_by_its_name_and_its_other_names(
    searching: Page, server: str, foot: Site
) -> None:
    for exercise in foot.guide.exercises:
        for name in (exercise.full_name, exercise.name, *filter(None, [exercise.term]), *exercise.also_called):
            first = hits(searching, name)[0]
            assert first.startswith(f"{server}{addresses.EXERCISES}"), name
            shown = searching.locator("dialog ol li").first.inner_text()
            assert name in shown or exercise.name in shown, name


@pytest.mark.parametrize("name", FORMER_NAMES)
def test_a_name_that_an_exercise_had_before_leads_to_it(searching: Page, server: str, name: str) -> None:
    assert hits(searching, name)[0] == server + addresses.exercise(FORMER_NAMES[name])


def test_a_result_shows_what_the_field_calls_an_exercise(searching: Page) -> None:
    hits(searching, "reverse tandem gait")
    first = searching.locator("dialog ol li").first
    expect(first.locator("b")).to_have_text("Walk backward heel to toe (reverse tandem gait)")
    expect(first.locator("mark")).to_have_text(["reverse", "tandem", "gait"])


def test_every_page_is_found_by_its_title_whatever_the_case(searching: Page, server: str, foot: Site) -> None:
    for page in catalogue.pages(foot.guide):
        assert server + page.address in hits(searching, page.title.upper()), page.title


def test_a_word_is_found_by_its_beginning_as_it_is_typed(searching: Page, server: str) -> None:
    for typed in ("plantarfl", "plantarflx", "PLANTARFLEXION", "plántarflexion"):
        assert hits(searching, typed)[0] == f"{server}exercises/band-plantarflexion/"


def test_exercises_come_before_weeks(searching: Page, foot: Site) -> None:
    for exercise in foot.guide.exercises:
        found = [urlsplit(link).path.split("/")[1] for link in hits(searching, exercise.name)]
        assert "schedule" in found
        assert found.index("exercises") < found.index("schedule")


def test_a_result_shows_a_name_one_line_and_the_place_with_the_words_marked(searching: Page) -> None:
    hits(searching, "arches doming")
    result = searching.locator("dialog ol li")
    expect(result).to_have_count(1)
    expect(result.locator("b")).to_have_text("Short foot")
    expect(result.locator("small")).to_have_text("Exercises")
    expect(result.locator("span")).to_have_text("Also called short foot exercise, arch doming, foot doming")
    expect(result.locator("mark")).to_have_text(["arch", "doming", "doming"])


def test_a_screen_reader_hears_how_many_results_there_are(searching: Page) -> None:
    status = searching.locator("dialog [role=status]")
    hits(searching, "arch doming")
    expect(status).to_have_text("1 result")
    hits(searching, "towel")
    expect(status).to_have_text("3 results")
    hits(searching, "sh")
    shown = searching.locator("dialog ol li").count()
    expect(status).to_contain_text(f"The first {shown} of ")
    hits(searching, " ")
    expect(status).to_have_text(LABELS.hint)


def test_where_nothing_is_found_the_search_says_what_to_try_and_where_to_look_when_in_pain(
    searching: Page, server: str
) -> None:
    assert not hits(searching, "xyzzy")
    expect(searching.locator("dialog [role=status]")).to_have_text(LABELS.nothing)
    links = searching.locator("dialog a:visible").evaluate_all("links => links.map(link => link.href)")
    assert links == [f"{server}{page}" for page in ("exercises/", "glossary/", "evidence/", "safety/")]
    hits(searching, "towel")
    expect(searching.locator("dialog ul")).to_be_hidden()
    expect(searching.locator("dialog").get_by_text(LABELS.pain)).to_be_visible()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("screen", SCREENS)
def test_the_open_search_has_no_fault_that_axe_finds(
    browser: Browser, server: str, screen: str, scheme: Scheme
) -> None:
    with page_of(browser, scheme=scheme, screen=screen) as page:
        hits(opened(page, f"{server}exercises/"), "heel pain")
        assert violations(page) == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= SCREENS[screen]["width"]
        assert page.locator("dialog").evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")


def test_a_keyboard_opens_the_search_walks_its_results_and_closes_it(browser: Browser, server: str) -> None:
    with page_of(browser) as page:
        page.goto(f"{server}schedule/#calendar")
        page.locator("[data-search-open]").focus()
        page.keyboard.press("/")
        field = page.locator("dialog input")
        expect(field).to_be_focused()
        page.keyboard.type("towel/")
        expect(field).to_have_value("towel/")
        page.locator("dialog ol a").first.wait_for()
        for key, place in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
            page.keyboard.press(key)
            expect(page.locator("dialog ol a").nth(place)).to_be_focused()
        page.keyboard.press("ArrowUp")
        expect(field).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_be_hidden()
        expect(page.locator("[data-search-open]")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{server}exercises/band-plantarflexion/")


def test_a_slash_that_is_typed_into_a_field_stays_there(browser: Browser, server: str) -> None:
    with page_of(browser) as page:
        page.goto(f"{server}schedule/#calendar")
        expect(page.locator("#calendar-time")).to_be_visible()  # its script comes when the fold opens
        page.locator("#calendar-time").press("/")
        expect(page.locator("dialog")).to_be_hidden()


def test_the_key_opens_the_search_again_while_the_closed_dialog_keeps_the_focus(browser: Browser, server: str) -> None:
    with page_of(browser) as page:
        opened(page, server)
        page.evaluate(
            """() => {
                document.querySelector("dialog").close();
                const key = new KeyboardEvent("keydown", { key: "/", bubbles: true });
                document.querySelector("dialog input").dispatchEvent(key);
            }"""
        )
        expect(page.locator("dialog input")).to_be_visible()


def test_the_index_is_loaded_when_the_search_is_opened_and_breaks_no_policy(browser: Browser, foot: Site) -> None:
    with served(foot.folder, "default-src 'self'") as address, page_of(browser) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        page.goto(address, wait_until="networkidle")
        assert f"/{addresses.SEARCH_INDEX}" not in asked
        page.evaluate("addEventListener('securitypolicyviolation', () => { window.broken = true })")
        for _ in range(2):
            page.keyboard.press("/")
            assert hits(page, "towel")
            page.keyboard.press("Escape")
            expect(page.locator("dialog")).to_be_hidden()
        assert asked.count(f"/{addresses.SEARCH_INDEX}") == 1
        assert page.evaluate("window.broken") is None


def test_an_index_that_does_not_come_is_said(browser: Browser, server: str) -> None:
    with page_of(browser) as page:
        page.route(f"**/{addresses.SEARCH_INDEX}", lambda route: route.abort())
        opened(page, server)
        expect(page.locator("dialog [role=status]")).to_have_text(LABELS.failed)
        page.unroute(f"**/{addresses.SEARCH_INDEX}")
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_be_hidden()
        page.keyboard.press("/")
        assert hits(page, "towel")


def test_the_search_works_from_a_folder(browser: Browser, foot: Site) -> None:
    with page_of(browser) as page:
        opened(page, (foot.folder / "schedule/week-1/index.html").as_uri())
        assert hits(page, "arch doming") == [(foot.folder / "exercises/short-foot/index.html").as_uri()]
        assert hits(page, "chest pain")[0] == f"{(foot.folder / 'safety/index.html').as_uri()}#emergency-now"
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text(foot.guide.safety.title)


def test_the_search_works_in_a_browser_without_dialogs(browser: Browser, server: str) -> None:
    with page_of(browser) as page:
        page.add_init_script("delete HTMLDialogElement.prototype.showModal; delete HTMLDialogElement.prototype.close")
        opened(page, server)
        assert hits(page, "towel")
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_be_hidden()
        expect(page.locator("[data-search-open]")).to_be_focused()


def test_without_javascript_a_link_to_all_exercises_takes_the_place_of_the_search(
    browser: Browser, server: str, foot: Site
) -> None:
    with page_of(browser, scripts=False) as page:
        page.goto(f"{server}safety/")
        expect(page.locator("[data-search-open]")).to_be_hidden()
        expect(page.locator("dialog")).to_be_hidden()
        page.get_by_role("link", name=LABELS.without_script).click()
        for exercise in foot.guide.exercises:
            expect(page.get_by_role("link", name=exercise.name).first).to_be_visible()


def test_the_page_not_found_can_be_searched_from_any_depth(browser: Browser, server: str) -> None:
    with page_of(browser) as page:
        assert hits(opened(page, f"{server}no/such/page/"), "arch doming") == [f"{server}exercises/short-foot/"]


def test_hostile_text_in_results_stays_text(browser: Browser, tmp_path: Path) -> None:
    ways = [("exercises", number, field) for number in range(2) for field in ("name", "summary")]
    shown = {WAYS.index(way): hostile(WAYS.index(way), kind - WAYS.index(way)) for kind, way in enumerate(ways)}
    folder = build(tmp_path, [shown.get(place, marker(place)) for place in range(len(WAYS))])
    with served(folder) as address, page_of(browser) as page:
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        opened(page, f"{address}exercises/")
        for place, text in shown.items():
            hits(page, marker(place))
            result = page.locator("dialog ol li").first
            expect(result.locator("b" if WAYS[place][-1] == "name" else "span")).to_contain_text(text)
            tags = page.locator("dialog ol *").evaluate_all("elements => elements.map(e => e.localName)")
            assert {*tags} == {"li", "a", "b", "small", "span", "mark"}


def test_nothing_but_words_for_readers_is_in_the_index(sites: dict[str, Site]) -> None:
    for site in sites.values():
        entries = parsed((site.folder / addresses.SEARCH_INDEX).read_text(encoding="utf-8"))["entries"]
        texts = json.dumps([entry[3:] for entry in entries], ensure_ascii=False)
        for unwanted in ("{", "@media", "path(", "<", "doi.org", labels().glossary.here, labels().print):
            assert unwanted not in texts, unwanted


def test_what_every_exercise_repeats_is_found_once(foot: Site) -> None:
    lines = [line for entry in index(foot.guide)["entries"] if isinstance(entry[4], list) for line in entry[4]]
    for sign in foot.guide.safety.signs("stop"):
        assert sum(sign in str(line).lower() for line in lines) <= 1, sign


def test_every_result_leads_to_a_place_that_exists(sites: dict[str, Site]) -> None:
    for site in sites.values():
        for address in {str(entry[0]) for entry in index(site.guide)["entries"]} | site.guide.places:
            page, _, anchor = address.partition("#")
            assert page in site.pages, address
            assert not anchor or anchor in site.pages[page].ids, address


def test_every_lead_leads_to_an_entry(sites: dict[str, Site]) -> None:
    for site in sites.values():
        known = {entry[0] for entry in index(site.guide)["entries"]}
        assert {lead.to for lead in site.guide.search.leads} <= known
        assert site.guide.places <= known


def test_a_page_that_an_editor_wrote_is_found_by_its_title_summary_and_headings(tmp_path: Path) -> None:
    settings = project_of(tmp_path, "INHERIT: mkdocs.yml\n")
    text = "---\ntitle: Our <rooms>\ndescription: Where we are.\n---\n\n# Rooms\n\n## By bus & tram\n"
    (tmp_path / "docs/rooms.md").write_text(text, encoding="utf-8")
    mkdocs(settings, tmp_path / "site", GUIDE=str(GUIDES["hand"]), PAPERS="false")
    entries = parsed((tmp_path / "site" / addresses.SEARCH_INDEX).read_text(encoding="utf-8"))["entries"]
    assert [entry[3:5] for entry in entries if entry[0] == "rooms/"] == [
        ["Our <rooms>", ["Where we are.", "By bus & tram"]]
    ]
    assert entries[0][0] == "exercises/fist/"


def test_the_index_of_a_thousand_exercises_is_small() -> None:
    data = read(json.dumps(guide_of(1000)).encode(), ROOT / "exercises.yml")
    assert len(gzip.compress(search_index.script(data).encode())) < LARGEST
    assert len(gzip.compress(search_index.script(guide("foot")).encode())) < LARGEST / 4
