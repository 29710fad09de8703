"""The evidence, answers first: a short page, and below it everything that was on the long one, at anchors that lead on."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pydantic import BaseModel

from macros.data.model.evidence import Compared
from tests.addresses import WORDS, leads_to, published
from tests.printing import opened
from tests.sites import Site, guide
from tests.test_evidence import BELOW, OURS

FOOT = guide("foot")
EVIDENCE = FOOT.evidence
TALLEST = 6_000
"""Pixels of the evidence page on a phone of 390 pixels."""

MOST_WORDS = 1_200
FIGURES = (Path(__file__).parent / "data/evidence-figures.txt").read_text(encoding="utf-8").splitlines()
"""Figures with their units that the evidence page and the plain summary of 2.0.0 showed, and are still right."""

OLD = {
    r"brief|plot-.+|sulowska-.+-study(-found|-missing|-limits)?": "evidence/studies/",
    r"claim-.+|(helps|mixed|measured|did-not|open)(-\d+)?|unknown|how-sure|teaching": "evidence/findings/",
    r"the-article": "evidence/article/",
    r"ref-.+|cite-.+|references": "evidence/sources/",
    r"key|found|limits|asked|done|current|half-page": "evidence/",
}
"""Anchors of 2.0.0 by where they are now; those of hard words are in tests/test_addresses.py."""


def old_anchors() -> list[tuple[str, str]]:
    """Return every anchor that the evidence page and the plain summary of 2.0.0 had, with its page."""
    parts = (address.partition("#") for address in published())
    old = ((page, anchor) for page, _, anchor in parts if page in {"evidence/", "evidence/summary/"})
    return [(page, anchor) for page, anchor in old if anchor and not anchor.startswith(WORDS)]


def now_at(anchor: str) -> str:
    """Return the page that an anchor of 2.0.0 has to lead to."""
    (page,) = [page for pattern, page in OLD.items() if re.fullmatch(pattern, anchor)]
    return page


def test_every_old_anchor_leads_to_its_new_place(foot: Site) -> None:
    old = old_anchors()
    assert len(old) > 300
    found = {(page, anchor): leads_to(foot, page, anchor) for page, anchor in old}
    wrong = {it: at for it, at in found.items() if not at[1] or at[0] != now_at(it[1])}
    assert wrong == {}


def test_every_anchor_of_a_claim_a_source_and_a_part_leads_on_from_the_old_page(foot: Site) -> None:
    ids = {address: foot.pages[address].ids for address in BELOW}
    for address, names in ids.items():
        for name in names:
            if any(re.fullmatch(pattern, name) for pattern in OLD) and now_at(name) == address:
                assert leads_to(foot, "evidence/", name) == (address, name)
    named = {f"claim-{claim.id}" for claim in EVIDENCE.claims} | {f"ref-{source.id}" for source in EVIDENCE.sources}
    assert named <= {name for names in ids.values() for name in names}


def test_a_place_that_cites_a_source_leads_to_that_source(foot: Site) -> None:
    for source in EVIDENCE.sources:
        assert leads_to(foot, "evidence/", f"cite-{source.id}-3") == ("evidence/sources/", f"ref-{source.id}")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("evidence/#claim-sham", "evidence/findings/#claim-sham"),
        ("evidence/#did-not-2", "evidence/findings/#did-not-2"),
        ("evidence/#sulowska-2016-study-missing", "evidence/studies/#sulowska-2016-study-missing"),
        ("evidence/#the-article", "evidence/article/#the-article"),
        ("evidence/#ref-huang-2022", "evidence/sources/#ref-huang-2022"),
        ("evidence/#cite-taddei-2020-muscle-1", "evidence/sources/#ref-taddei-2020-muscle"),
        ("evidence/summary/#limits", "evidence/#limits"),
        ("evidence/summary/", "evidence/"),
    ],
)
def test_the_script_leads_on_exactly_and_shows_the_place(browser: Browser, server: str, old: str, new: str) -> None:
    with opened(browser, server + old) as page:
        page.wait_for_url(server + new)
        place = page.locator(f"#{new.partition('#')[2] or 'key'}")
        expect(place).to_be_visible()
        if "#" in new:
            expect(place).to_be_in_viewport()


def test_without_a_script_a_line_leads_on(browser: Browser, server: str) -> None:
    with opened(browser, f"{server}evidence/#claim-sham", scripts=False) as page:
        names = page.locator("[data-anchors]").evaluate_all("links => links.map(link => link.href)")
        assert [f"{server}{address}" for address in BELOW] == [name for name in names if "/evidence/" in name]
        assert page.locator("[data-anchors]").first.is_visible()


def test_the_evidence_page_is_short_with_every_fold_open(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{server}evidence/")
    assert page.evaluate("document.documentElement.scrollHeight") <= TALLEST
    page.evaluate("document.querySelectorAll('article details').forEach(fold => { fold.open = true; })")
    assert len(page.locator("article").inner_text().split()) <= MOST_WORDS
    context.close()


@pytest.mark.parametrize("question", ["stronger", "faster", "injuries"])
def test_the_first_questions_are_answered_on_the_first_two_screens(
    browser: Browser, server: str, question: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{server}evidence/")
    box = page.locator(f".answer:has(#{question})").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 2 * 900
    context.close()


@pytest.mark.parametrize("address", OURS)
def test_nothing_scrolls_sideways_on_the_narrowest_screen(browser: Browser, server: str, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 568})
    page = context.new_page()
    page.goto(server + address)
    page.evaluate("document.querySelectorAll('article details').forEach(fold => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


SMALLEST = """() => {
  const sizes = [];
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !e.checkVisibility() || e.closest("svg, script, .sr, .citing__what, .page-words")) continue;
    sizes.push(parseFloat(getComputedStyle(e).fontSize));
  }
  return Math.min(...sizes);
}"""
PIXELS_OF_A_POINT = 96 / 72


@pytest.mark.parametrize("address", OURS)
def test_no_text_is_too_small_on_paper_or_on_screen(browser: Browser, server: str, address: str) -> None:
    with opened(browser, server + address) as page:
        assert page.evaluate(SMALLEST) >= 14 - 0.01
        page.emulate_media(media="print")
        assert page.evaluate(SMALLEST) >= 9 * PIXELS_OF_A_POINT - 0.01


@pytest.fixture(scope="module")
def text(foot: Site) -> str:
    """Return the words of all evidence pages."""
    return " ".join(foot.pages[address].text for address in OURS)


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_that_the_old_page_showed_is_on_a_new_one(text: str, figure: str) -> None:
    assert re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d\w])", text)


def words(value: object) -> list[str]:
    """Return every text that a reader sees of a record, and of the records in it."""
    match value:
        case str():
            return [value]
        case BaseModel():
            unseen = {"id", "source", "sources", "group", "outcomes", "plots", "unit", "better", "verdict", "study"}
            names = [name for name in type(value).model_fields if name not in unseen]
            return [text for name in names for text in words(getattr(value, name))]
        case tuple():
            return [text for item in value for text in words(item)]
        case _:
            return []


RECORDS = [
    *((f"study {study.id}", study) for study in EVIDENCE.studies),
    *((f"outcome {outcome.id}", outcome) for study in EVIDENCE.studies for outcome in study.outcomes),
    *((f"article {place}", row) for place, row in enumerate(EVIDENCE.compared)),
]


@pytest.mark.parametrize(("name", "record"), RECORDS, ids=lambda it: it if isinstance(it, str) else "")
def test_every_text_of_a_study_and_of_the_article_is_on_a_page(text: str, name: str, record: BaseModel) -> None:
    shown = text.casefold()
    assert isinstance(record, Compared) == name.startswith("article")
    assert [says for says in words(record) if says.casefold() not in shown] == []


def test_every_claim_and_every_source_is_on_a_page(text: str) -> None:
    for claim in EVIDENCE.claims:
        assert claim.says in text
    for source in EVIDENCE.sources:
        assert (source.title or source.described_as or "") in text
        assert (source.DOI or source.URL or "") in text
        assert not source.note or source.note in text
