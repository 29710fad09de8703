"""The print page: one choice of paper and print size, kept on the device, then one link for each thing."""

import re

from playwright.sync_api import Page, expect

from macros.data.model.paper_size import PaperSize
from macros.downloads import Downloads
from macros.wording.labels import labels
from tests.readers import REFUSED, Opens
from tests.sites import Site

LONGEST = 4000
"""Pixels of the page on a phone; a list of every file had 5,756."""

WORDS = labels().downloads
NORMAL, LARGE = WORDS.print_sizes
LETTER = labels().paper_sizes["letter"]
OTHER = re.compile(r"^poster-|-fold\.pdf$")
"""Papers of other sizes, such as A3, that go with one of the two."""


def shown(page: Page) -> list[str]:
    """Return the files of the papers whose links show."""
    links = page.locator("a[data-edition]:visible").all()
    return [str(link.get_attribute("href")).rpartition("/")[2] for link in links]


def choose(page: Page, *names: str) -> None:
    """Choose paper and print size."""
    for name in names:
        page.get_by_role("radio", name=name, exact=True).check()


def test_paper_and_print_size_are_chosen_once_and_kept_for_every_page(opens: Opens, server: str) -> None:
    page = opens()
    page.goto(f"{server}print/")
    assert all("-a4." in file for file in shown(page) if not OTHER.search(file))
    choose(page, LETTER, LARGE)
    expect(page.locator("[data-remembered]")).to_be_visible()
    page.reload()
    files = shown(page)
    small = {"cards-letter.pdf", "poster-tabloid.pdf"}  # of these there is no large print
    assert {file for file in files if "-letter-large." not in file} == small
    assert "handouts-letter-large.zip" in files
    page.goto(f"{server}exercises/short-foot/")
    assert page.locator("a[href$='handout-letter-large.pdf'].button").first.is_visible()
    page.goto(f"{server}schedule/week-1/")
    expect(page.locator("a.button[href$='.pdf']")).to_have_attribute(
        "href", f"{server}schedule/week-1/sheet-letter-large.pdf"
    )
    assert page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('guide-paper'))") == [
        ["guide-paper", "letter-large"]
    ]


def test_one_link_shows_for_each_thing_and_its_name_says_which(opens: Opens, server: str, foot: Site) -> None:
    page = opens()
    page.goto(f"{server}print/")
    choose(page, LARGE)
    for item in page.locator(".papers__list:visible > li").all():
        assert item.locator("a:visible").count() == 1, item.inner_text()
    names = page.evaluate(
        "[...document.querySelectorAll('.papers a')].map(a => a.textContent.replace(/\\s+/g, ' ').trim())"
    )
    assert len(set(names)) == len(names)
    exercise = foot.guide.exercises[1].name
    what = f"{exercise}: {WORDS.kinds['handout']}, {labels().paper_sizes['a4']}, {WORDS.large} (PDF, "
    assert [name for name in names if name.startswith(what)]


def test_without_storage_the_choice_holds_for_the_page(opens: Opens, server: str) -> None:
    page = opens()
    page.add_init_script(REFUSED)
    page.goto(f"{server}print/")
    choose(page, LETTER)
    assert all("-letter." in file for file in shown(page) if not OTHER.search(file))
    assert {"poster-tabloid.pdf", "booklet-half-letter-fold.pdf"} <= {*shown(page)}
    assert not {"poster-a3.pdf", "booklet-a5-fold.pdf"} & {*shown(page)}
    expect(page.locator("[data-remembered]")).to_be_hidden()


def test_what_was_kept_and_is_no_paper_changes_nothing(opens: Opens, server: str) -> None:
    page = opens()
    for kept in ("", "-large", "a3-large", "a4-small", "<b>"):
        page.goto(f"{server}print/")
        page.evaluate("kept => localStorage.setItem('guide-paper', kept)", kept)
        page.reload()
        assert shown(page), kept
        assert page.locator("[type=radio]:checked").count() == 2, kept


def test_without_a_script_the_choice_works_and_every_link_is_there(opens: Opens, server: str, foot: Site) -> None:
    page = opens(java_script_enabled=False)
    page.goto(f"{server}print/")
    choose(page, LETTER, LARGE)
    assert "handouts-letter-large.zip" in shown(page)
    assert "handouts-a4.zip" not in shown(page)
    editions = {a.get("data-edition") for a in foot.pages["print/"].all("a")} - {None}
    assert editions == {"a4", "letter", "a4-large", "letter-large"}


def test_it_is_short_on_a_phone(opens: Opens, server: str) -> None:
    page = opens(viewport={"width": 390, "height": 844})
    page.goto(f"{server}print/")
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST


def test_the_old_page_of_downloads_leads_on_with_the_place_on_it(opens: Opens, server: str) -> None:
    page = opens()
    page.goto(f"{server}downloads/#pictures")
    page.wait_for_url(f"{server}print/#pictures")
    expect(page.locator("details:has(#pictures)")).to_have_attribute("open", "")


def test_the_paper_of_the_clinic_is_chosen_at_first() -> None:
    assert [Downloads(None, size).sizes[0] for size in PaperSize] == list(PaperSize)
