"""A dose of somebody's own: a coach makes a link on an exercise's page, an athlete opens it, reads it and prints it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from tests.axe import violations
from tests.printing import Paper
from tests.readers import LARGE, WIDER, Opens, read_first
from tests.sites import Site, guide
from tests.windows import ENGINES, Engine, window_of

OWN = labels().own
SAYS, FIELDS = OWN.links, OWN.fields
SHORT_FOOT = next(exercise for exercise in guide("foot").exercises if exercise.id == "short-foot")
SITTING = SHORT_FOOT.levels[0]
GUIDES = dose_phrase(SITTING.dose, "foot")
DOSE = "2 sets of 8, hold 3 seconds, left foot"
LINK = "#v=1&dose=sitting,2x8h3L,d135&from=Anna&note=Slow%20%26%20low"
HOSTILE = "#v=1&dose=sitting,2x8&from=%3Cimg%20src%3Dx%20onerror%3Dhit()%3E&note=%E2%80%AE[a](javascript:hit())%20https://evil.example"


def set_dose(page: Page, server: str) -> None:
    """Open the form of the exercise's dose."""
    page.goto(f"{server}exercises/short-foot/")
    page.get_by_role("button", name=OWN.pages.set_dose).first.click()
    read_first(page)


def fill(page: Page) -> None:
    """Fill in the coach's dose: 2 × 8, hold 3 s, the left foot, Monday, Wednesday, Friday."""
    for name, number in ((FIELDS.sets, "2"), (FIELDS.repetitions, "8"), (FIELDS.hold, "3"), (FIELDS.rest, "0")):
        page.get_by_label(name, exact=True).fill(number)
    page.get_by_label(FIELDS.side).select_option("left")
    for day in ("Tue", "Thu", "Sat", "Sun"):
        page.locator(".own-days label", has_text=day).click()
    page.locator("[name=from]").fill("Anna")
    page.locator("[name=note]").fill("Slow & low")


def test_a_coach_sets_a_dose_and_an_athlete_sees_and_prints_the_same(opens: Opens, server: str) -> None:
    coach = opens(viewport={"width": 390, "height": 844}, permissions=["clipboard-read", "clipboard-write"])
    set_dose(coach, server)
    fill(coach)
    coach.get_by_role("button", name=labels().copy_link, exact=True).last.click()
    expect(coach.get_by_role("button", name=labels().link_copied)).to_be_visible()
    link = coach.evaluate("navigator.clipboard.readText()")
    assert link == f"{server}exercises/short-foot/{LINK}"

    athlete = opens(viewport={"width": 320, "height": 640}, color_scheme="dark")
    athlete.goto(link)
    expect(athlete.locator(".own-dose")).to_have_count(0)
    read_first(athlete)
    own = athlete.locator(".own-dose")
    for text in (
        OWN.dose_from.format_map({"from": "Anna"}),
        DOSE,
        "Monday, Wednesday, Friday",
        "Slow & low",
        SAYS.unchecked,
    ):
        expect(own).to_contain_text(text)
    level = athlete.locator(".level--shown")
    words = level.inner_text()
    assert words.index(DOSE) < words.index(OWN.guides_own) < words.index(GUIDES.capitalize())
    assert athlete.evaluate(WIDER) is False

    paper = Paper(athlete.pdf(format="A4", prefer_css_page_size=True))
    assert paper.lacks(DOSE, "Monday, Wednesday, Friday", "Slow & low", SAYS.unchecked, GUIDES) == []
    assert paper.codes() == [link]
    assert paper.sheets <= 2


def test_the_rules_on_asking_first_are_whole_on_one_screen_and_come_once_for_each_link(
    opens: Opens, server: str, foot: Site
) -> None:
    page = opens(viewport={"width": 390, "height": 844})
    page.goto(f"{server}exercises/short-foot/{LINK}")
    dialog = page.get_by_role("dialog")
    for rule in (*foot.guide.safety.signs("ask", ["short-foot"]), *SHORT_FOOT.not_for):
        expect(dialog.get_by_text(rule, exact=True)).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name=OWN.not_now).click()
    expect(page.locator(".own-dose")).to_have_count(0)

    page.reload()
    read_first(page)
    page.reload()
    expect(page.locator(".own-dose")).to_be_visible()
    page.goto(f"{server}exercises/")
    page.goto(f"{server}exercises/short-foot/{LINK}x".replace("2x8", "2x9"))
    expect(dialog).to_be_visible()


def test_a_level_shows_and_asks_of_those_who_should_not_do_it(opens: Opens, server: str) -> None:
    (rule,) = SHORT_FOOT.levels[1].not_for
    page = opens()
    page.goto(f"{server}exercises/short-foot/{LINK}")
    expect(page.get_by_role("dialog").get_by_text(rule)).to_have_count(0)
    page.goto(f"{server}exercises/")
    page.goto(f"{server}exercises/short-foot/#v=1&dose=standing,2x8")
    expect(page.get_by_role("dialog").get_by_text(rule)).to_be_visible()
    read_first(page)
    expect(page.locator(".level--shown .level__ask")).to_contain_text(rule)


def test_a_dose_is_set_by_keyboard_alone(opens: Opens, server: str) -> None:
    page = opens()
    page.goto(f"{server}exercises/short-foot/")
    page.get_by_role("button", name=OWN.pages.set_dose).first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=OWN.have_read)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name=FIELDS.level, exact=True)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("4")
    for _ in range(30):
        if page.evaluate("document.activeElement.textContent") == OWN.show_here:
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".own-dose")).to_contain_text("4 sets of 10")
    assert "#v=1&dose=standing,4x10" in page.url
    page.get_by_role("button", name=OWN.change, exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_what_a_field_does_not_take_is_said_and_no_link_is_offered(opens: Opens, server: str) -> None:
    page = opens()
    set_dose(page, server)
    sets = page.get_by_label(FIELDS.sets, exact=True)
    for wrong in ("0", "11", "", "2.5", "-1"):
        sets.fill(wrong)
        expect(page.get_by_role("alert").last).to_have_text(
            FIELDS.number_wrong.format(name=FIELDS.sets, least=1, most=10)
        )
        expect(sets).to_have_attribute("aria-invalid", "true")
        expect(page.locator(".own-send")).to_be_hidden()
    sets.fill("10")
    expect(page.locator(".own-send")).to_be_visible()


def test_the_words_of_a_link_are_only_text(opens: Opens, server: str) -> None:
    page = opens(viewport={"width": 320, "height": 640})
    page.add_init_script("window.hit = () => { window.wasHit = true; }")
    page.goto(f"{server}exercises/short-foot/{HOSTILE}")
    read_first(page)
    own = page.locator(".own-dose")
    expect(own).to_contain_text("<img src=x onerror=hit()>")
    expect(own.locator("img, a")).to_have_count(0)
    assert "\u202e" not in own.inner_text()
    assert page.evaluate("window.wasHit") is None
    assert page.evaluate(WIDER) is False


def test_what_a_link_has_lost_is_said(opens: Opens, server: str) -> None:
    page = opens()
    page.goto(f"{server}exercises/short-foot/#v=1&dose=sitting,2x8h9999,zz")
    read_first(page)
    for text in ("h9999", "zz"):
        expect(page.locator(".own-dose")).to_contain_text(SAYS.left_out.format(text=text))
    page.goto(f"{server}exercises/")
    page.goto(f"{server}exercises/short-foot/#v=1&dose=flying,2x8")
    expect(page.locator(".own-dose")).to_contain_text(SAYS.nothing_read)
    expect(page.locator(".own-dose")).to_contain_text(SAYS.no_level.format(exercise="Short foot", level="flying"))


def test_the_dose_goes_with_its_level_and_can_be_removed(opens: Opens, server: str) -> None:
    page = opens()
    page.goto(f"{server}exercises/short-foot/{LINK}".replace("sitting", "standing"))
    read_first(page)
    expect(page.get_by_role("tab").nth(1)).to_have_attribute("aria-selected", "true")
    page.get_by_role("tab").first.click()
    expect(page.locator(".own-dose")).to_be_hidden()
    page.reload()
    page.get_by_role("button", name=OWN.remove).click()
    expect(page.locator(".own-dose")).to_have_count(0)
    assert page.url.endswith("/short-foot/#standing")


def test_from_a_folder_no_link_is_offered_and_the_page_says_why(opens: Opens, foot: Site) -> None:
    page = opens()
    page.goto((foot.folder / "exercises/short-foot/index.html").as_uri())
    page.get_by_role("button", name=OWN.pages.set_dose).first.click()
    read_first(page)
    expect(page.get_by_text(SAYS.from_folder)).to_be_visible()
    expect(page.get_by_label(SAYS.link, exact=True)).to_have_count(0)


def test_without_a_script_there_is_no_button_and_without_the_file_it_says_so(opens: Opens, server: str) -> None:
    page = opens(java_script_enabled=False)
    page.goto(f"{server}exercises/short-foot/{LINK}")
    expect(page.get_by_role("button", name=OWN.pages.set_dose)).to_have_count(0)
    page = opens(service_workers="block")  # a worker's requests pass by the route
    page.route("**/own-*.js", lambda route: route.abort())
    page.goto(f"{server}exercises/short-foot/")
    page.get_by_role("button", name=OWN.pages.set_dose).first.click()
    expect(page.get_by_role("button", name=OWN.pages.failed).first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state_and_nothing_is_cut_off(opens: Opens, server: str, scheme: str) -> None:
    page = opens(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page.goto(f"{server}exercises/short-foot/")
    for size in ("", LARGE):
        page.evaluate(size)
        assert page.evaluate(WIDER) is False
    page.get_by_role("button", name=OWN.pages.set_dose).first.click()
    states: tuple[Callable[[], object], ...] = (
        lambda: None,
        lambda: read_first(page),
        lambda: page.get_by_label(FIELDS.sets, exact=True).fill("99"),
        lambda: fill(page),
        lambda: page.get_by_text(SAYS.code).click(),
        lambda: page.get_by_role("button", name=OWN.show_here).click(),
    )
    for step in states:
        step()
        assert violations(page) == ""
        assert (
            page.evaluate(
                "[document.documentElement, ...document.querySelectorAll('dialog')].some(e => e.scrollWidth > e.clientWidth)"
            )
            is False
        )


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_shows_a_links_dose(
    engine: Engine, request: pytest.FixtureRequest, server: str, tmp_path: Path
) -> None:
    with window_of(engine, lambda: request.getfixturevalue("browser"), tmp_path / "settings") as window:
        window.open(f"{server}exercises/short-foot/{LINK}")
        window.run("return new Promise(done => setTimeout(done, 50))")
        window.click(".own-ask .button")
        assert DOSE in str(window.run("return document.querySelector('.own-dose').innerText"))
