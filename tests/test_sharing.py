"""How to send a dose and a plan, in five pictures that the guide draws of itself on the page for coaches."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser, Page, expect

from macros import addresses
from macros.pages.own_data import FROM, NOTE
from macros.plan import sheet
from macros.wording.dates import days_phrase
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from macros.wording.text import sentence
from tests.axe import violations
from tests.printing import PAPERS, Paper
from tests.sites import SUBPATH, Site, guide, macros_of, text_of

COACHES = "coaches/"
FOOT = guide("foot")
OWN, SAYS = labels().own, labels().sharing
SHORT_FOOT = next(exercise for exercise in FOOT.exercises if exercise.id == FOOT.home.start)
ENTRY = next(entry for entry in FOOT.programme.weeks[0].entries if entry.exercise == SHORT_FOOT.id)
LEVEL = next(level for level in SHORT_FOOT.levels if level.id == ENTRY.level)
DOSE = sentence(dose_phrase(LEVEL.dose, FOOT.guide.side))
DAYS = "".join(str(place) for place, day in enumerate(labels().days, 1) if day in ENTRY.days)
LINK = f"exercises/{SHORT_FOOT.id}/#v=1&dose={LEVEL.id},d{DAYS}"
FOCUSABLE = {"a", "button", "input", "select", "textarea", "summary", "details", "video", "iframe"}
TALLEST = 5000
"""Pixels of the page on a phone."""


def steps(site: Site) -> list[Element]:
    """Return the five figures."""
    return list(site.pages[COACHES].one("ol", "sharing").iter("figure"))


def screens(site: Site) -> list[str]:
    """Return what is written in each picture."""
    return [text_of(figure[0]) for figure in steps(site)]


def captions(site: Site) -> list[str]:
    """Return what is written under each picture."""
    return [text_of(figure[1]) for figure in steps(site)]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a phone of a reader who has never been here."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_five_pictures_have_a_sentence_each(foot: Site) -> None:
    assert [[part.tag for part in figure] for figure in steps(foot)] == [["div", "figcaption"]] * 5
    opened, chosen, sent, read, planned = captions(foot)
    assert opened == SAYS.open.format(set_dose=OWN.pages.set_dose)
    assert chosen == SAYS.choose.format(**{"from": FROM, "note": NOTE})
    assert sent == SAYS.send.format(copy_link=labels().copy_link)
    assert read == SAYS.read
    assert planned.replace("“ ", "“").replace(" ”", "”") == SAYS.plan.format(
        plan=OWN.pages.plan_title, today=OWN.today.today
    )


def test_the_pictures_have_the_words_and_numbers_of_the_guide(foot: Site) -> None:
    opened, chosen, sent, read, planned = screens(foot)
    assert opened == f"{SHORT_FOOT.name} {LEVEL.name} {OWN.pages.set_dose}"
    fields = OWN.fields
    side = OWN.sides["each"].format(side=FOOT.guide.side)
    numbers = f"{fields.sets} 3 {fields.repetitions} 10 {fields.hold} 5 {fields.side} {side}"
    assert chosen == f"{SHORT_FOOT.name}: {OWN.dose_yours} {numbers} M T W T F S S"
    assert sent == f"/{LINK} {labels().copy_link} {OWN.links.mail} {OWN.links.sms}"
    yours = f"{labels().ask_first} {OWN.have_read} {OWN.dose_yours} {DOSE} {days_phrase(ENTRY.days)}"
    assert read == f"{yours} {OWN.guides_own} {DOSE}"
    names = " ".join(row.exercise.name for row in sheet(FOOT, FOOT.programme, 1).rows[:3])
    assert planned == (
        f"{OWN.plan.plan_yours} {names} {OWN.plan.print_sheets} {OWN.plan.in_calendar} {OWN.today.today}"
    )


def test_chosen_days_are_those_of_the_plan(foot: Site) -> None:
    days = next(span for span in steps(foot)[1].iter("span") if span.get("class") == "sharing__days")
    assert [span.get("class") is not None for span in days] == [day in ENTRY.days for day in labels().days]


def test_the_first_picture_is_that_of_the_exercise(foot: Site) -> None:
    figure = SHORT_FOOT.figure_at(LEVEL)
    assert figure
    images = list(steps(foot)[0].iter("img"))
    files = [foot.pages[COACHES].target(image.get("src", ""))[0] for image in images]
    assert files == [addresses.figure(figure, "svg"), addresses.dark_figure(figure)]
    assert {image.get("alt") for image in images} == {""}


def test_nothing_in_a_picture_can_be_focused_or_is_read_aloud(foot: Site, hosted: Site) -> None:
    for site in (foot, hosted):
        for screen, _ in steps(site):
            assert screen.get("aria-hidden") == "true"
            assert [e.tag for e in screen.iter() if e.tag in FOCUSABLE or e.get("tabindex") is not None] == []


def test_the_last_step_leads_to_the_page_of_an_own_plan(foot: Site) -> None:
    links = [a.get("href", "") for figure in steps(foot) for a in figure.iter("a")]
    assert [foot.pages[COACHES].target(href)[0] for href in links] == ["plan/"]


def test_a_guide_that_does_not_ask_for_them_has_none(sites: dict[str, Site]) -> None:
    assert [page.address for page in sites["hand"].pages.values() if page.all("ol", "sharing")] == []
    assert [page.address for page in sites["foot"].pages.values() if page.all("ol", "sharing")] == [COACHES]


@pytest.mark.parametrize("kind", ["repetitions", "time", "steps"])
def test_any_guide_can_ask_for_them_and_shows_its_own_words_whatever_it_starts_with(kind: str) -> None:
    hand = guide("hand")
    page = hand.pages[0]
    asking = page.model_copy(update={"sections": (page.sections[0].model_copy(update={"shows": "sharing"}),)})
    start = next(e for e in [*hand.exercises, *FOOT.exercises] if e.levels[0].dose.kind == kind)
    home = hand.home.model_copy(update={"start": start.id})
    others = tuple(exercise for exercise in hand.exercises if exercise.id != start.id)
    own = hand.model_copy(
        update={"pages": (asking,), "home": home, "exercises": (start, *others), "figures": FOOT.figures}
    )
    shown = macros_of(own, f"{page.id}/").prose(page.id)
    assert shown.count("<figure>") == 5
    assert sentence(dose_phrase(start.levels[0].dose, hand.guide.side)) in shown
    assert f"{start.name}: {OWN.dose_yours}" in shown


def test_without_the_sites_address_there_is_no_code(foot: Site, hosted: Site) -> None:
    assert [len(site.pages[COACHES].all("span", "sharing__code")) for site in (foot, hosted)] == [0, 1]


@pytest.mark.parametrize("paper", PAPERS)
def test_on_paper_all_five_are_whole_and_the_code_reads_back(page: Page, host: str, hosted: Site, paper: str) -> None:
    page.goto(host + COACHES)
    printed = Paper(page.pdf(format=paper))
    assert printed.first_lacks(*captions(hosted)) == []
    assert printed.codes() == [SUBPATH + LINK]


def test_the_link_in_the_picture_opens_at_the_dose_that_the_picture_shows(page: Page, server: str) -> None:
    page.goto(server + LINK)
    page.get_by_role("button", name=OWN.have_read).click()
    dose = page.locator(".own-dose")
    expect(dose.locator(".dose-line")).to_have_text(DOSE)
    expect(dose).to_contain_text(", ".join(labels().days[day] for day in ENTRY.days) + ".")
    expect(page.locator(".own-lost")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_screen_is_wider_than_its_place(page: Page, host: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(host + COACHES)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = "screens => screens.filter(e => e.scrollWidth > e.clientWidth).map(e => e.innerText)"
    assert page.locator(".sharing__screen").evaluate_all(wide) == []


def test_side_by_side_on_a_desktop_and_short_on_a_phone(page: Page, server: str) -> None:
    page.goto(server + COACHES)
    assert page.evaluate("document.documentElement.scrollHeight") <= TALLEST
    page.set_viewport_size({"width": 1280, "height": 900})
    tops = page.locator(".sharing li").evaluate_all("items => items.map(e => e.getBoundingClientRect().top)")
    assert len(tops) == 5
    assert len(set(tops)) == 1


def test_axe_finds_nothing_in_light_or_dark(page: Page, host: str) -> None:
    page.goto(host + COACHES)
    for scheme, colour in (("light", "rgb(255, 255, 255)"), ("dark", "rgb(20, 25, 29)")):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        expect(page.locator("body")).to_have_css("background-color", colour)
        assert violations(page) == ""


def test_in_forced_colours_chosen_days_differ(browser: Browser, server: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(server + COACHES)
    colour = "days => new Set(days.map(e => getComputedStyle(e).backgroundColor)).size"
    assert page.locator(".sharing__days span").evaluate_all(colour) == 2
    context.close()
