"""The evidence pages: every number has a source, the data draws the plots, and the summary is short and plain."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from playwright.sync_api import Browser
from pydantic import BaseModel

from macros.data.load import read
from macros.data.model import Guide
from macros.data.model.statements import FIGURE, Statement
from macros.data.model.study import Outcome, Study
from macros.pages.evidence_parts import PARTS
from macros.pages.plots import layout
from macros.wording.dates import date_phrase
from macros.wording.evidence import certainty_phrase, change
from macros.wording.labels import labels
from tests.sites import GUIDES, Page, Site, guide, macros_of, text_of

FOOT = guide("foot")
EVIDENCE = FOOT.evidence
OURS = ("evidence/", "evidence/summary/", "evidence/checklist/")
STUDIES = pytest.mark.parametrize("study", EVIDENCE.studies, ids=lambda study: study.id)
THE_2019_STUDY = EVIDENCE.study("sulowska-2019-study")
DRAWN = [(study, plot) for study in EVIDENCE.studies for plot in study.plots]
LONGEST = 20
"""Words in a sentence."""


def rendered(data: Guide, block: str, address: str) -> Element:
    """Return a macro's output for *data*, as a browser reads it."""
    html = getattr(macros_of(data, address), block)()
    root = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    assert isinstance(root, Element)
    return root


def changed(old: str, new: str) -> Guide:
    """Return the foot guide with one figure of its data changed."""
    text = GUIDES["foot"].read_text(encoding="utf-8")
    assert text.count(old) == 1
    return read(text.replace(old, new).encode(), Path("exercises.yml"))


def numbers(*records: BaseModel) -> set[str]:
    """Return every number in *records*, as written."""
    return {number for record in records for number in FIGURE.findall(record.model_dump_json(by_alias=True))}


def sourced() -> set[str]:
    """Return every number of the data that is next to a source, and the days on which sources were read."""
    rows = [row for row in EVIDENCE.compared if row.sources]
    known = numbers(*EVIDENCE.claims, *EVIDENCE.studies, *rows, *(exercise.technique for exercise in FOOT.exercises))
    known |= {str(source.issued) for source in EVIDENCE.sources}
    known |= numbers(*(record for record in (EVIDENCE.ratings, EVIDENCE.checklist) if record))
    return known | {number for source in EVIDENCE.sources for number in FIGURE.findall(date_phrase(source.checked))}


def shown(page: Page) -> str:
    """Return the words of a page that state evidence: no menu, no source list, no numbers of sources, no scale."""
    return " ".join(_words(page.one("article")).split())


def _words(element: Element) -> str:
    kind = element.get("class", "").split()
    skipped = {"references", "cite", "plot__tick", "screen-only", "actions"}
    if skipped & set(kind) or element.tag in {"script", "style", "aside", "svg:style"}:
        return " " + (element.tail or "")
    return f" {element.text or ''}" + "".join(map(_words, element)) + f" {element.tail or ''}"


@pytest.mark.parametrize("address", OURS)
def test_every_number_is_in_a_record_with_a_source(foot: Site, address: str) -> None:
    text = shown(foot.pages[address]).replace(FOOT.guide.version, " ")
    text = re.sub(r"\bPMC\d+|10\.\d{4,}/\S+", " ", text)
    numbers = set(FIGURE.findall(text))
    assert len(numbers) > 10
    assert numbers - sourced() - {str(end) for _, plot in DRAWN for end in (plot.low, plot.high)} == set()


def statements() -> list[Statement]:
    """Return every sentence of the guide that rests on something."""
    plain = EVIDENCE.plain
    parts = (
        (plain.key, plain.asked, plain.done, plain.found, plain.limits, plain.current, plain.half_page) if plain else ()
    )
    sections = (*FOOT.home.sections, *(section for page in FOOT.pages for section in page.sections))
    brief = EVIDENCE.brief.points if EVIDENCE.brief else ()
    return [
        *(sentence for part in (*parts, brief, EVIDENCE.key, EVIDENCE.unknown) for sentence in part),
        *(finding for section in sections for finding in section.findings),
    ]


def test_every_sentence_that_rests_on_something_shows_its_sources(foot: Site) -> None:
    blocks = [(text_of(e), e) for page in foot.pages.values() for tag in ("p", "li") for e in page.all(tag)]
    outcomes = {outcome.id: outcome for study in EVIDENCE.studies for outcome in study.outcomes}
    for sentence in statements():
        whole = " ".join([sentence.says, *([change(outcomes[sentence.outcome])] if sentence.outcome else [])])
        places = [e for text, e in blocks if text.startswith(whole)]
        assert places, whole
        expected = {f"ref-{EVIDENCE.sources_of[id_]}" for id_ in sentence.rests_on}
        for place in places:
            cites = [a.get("href", "") for a in place.iter("a") if "cite" in a.get("class", "").split()]
            assert {href.partition("#")[2] for href in cites} == expected, whole


@pytest.mark.parametrize(
    ("old", "new", "id_"),
    [
        ("before: 73.55", "before: 61.25", "flexor-90-pronated"),
        ("after: 34.79", "after: 34.12", "sprint-pronated"),
        ("after: 37.56", "after: 37.01", "sprint-neutral"),
    ],
)
def test_changing_one_figure_changes_the_sentences_the_table_and_the_plot(old: str, new: str, id_: str) -> None:
    was, now = old.split()[1], new.split()[1]
    data = changed(old, new)
    outcome = next(o for study in data.evidence.studies for o in study.outcomes if o.id == id_)
    page = rendered(data, "evidence_summary", "evidence/")
    summary = rendered(data, "plain_summary", "evidence/summary/")
    assert was not in text_of(page) + text_of(summary)
    assert (
        sum(change(outcome) in text_of(item) for item in page.iter("li")) >= 3
    )  # in half a minute, in short, its study
    assert sum(change(outcome) in text_of(p) for p in summary.iter("p")) >= 1
    assert any(text_of(cell).startswith(now) for cell in page.iter("td"))
    assert now in figures_of(page)


def test_changing_one_figure_moves_its_mark() -> None:
    before, after = (
        marks(rendered(data, "evidence_summary", "evidence/"))
        for data in (FOOT, changed("after: 34.79", "after: 34.12"))
    )
    assert len(before) == len(after)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def marks(page: Element) -> list[tuple[str | None, str | None]]:
    """Return the place of each mark of the plots."""
    marks = [e for e in page.iter() if "plot__mark" in e.get("class", "").split()]
    return [(e.get("cx") or e.get("x"), e.get("cy") or e.get("y")) for e in marks]


@pytest.mark.parametrize(("study", "plot"), DRAWN, ids=lambda it: it.id)
def test_marks_are_where_their_figures_say(study: Study, plot: object) -> None:
    drawn = next(layout(study, it) for it in study.plots if it is plot)
    low, high = drawn.ticks[0][0], drawn.ticks[-1][0]
    scale = float(drawn.plot.high - drawn.plot.low)
    for row in drawn.rows:
        for x, figure in ((row.before, row.outcome.before), (row.after, row.outcome.after)):
            assert figure is not None
            assert x == pytest.approx(low + float(figure - drawn.plot.low) / scale * (high - low), abs=0.1)
    assert [row.square for row in drawn.rows] == [bool(place % 2) for place in range(len(drawn.rows))]


def test_the_2019_plots_show_what_can_be_drawn_and_say_how(foot: Site) -> None:
    page = foot.pages["evidence/"]
    sprint, torque = page.all("figure", "plot")
    assert figures_of(sprint) == ["35.26", "34.79", "37.33", "37.56"]
    assert figures_of(torque) == ["73.55", "89.05", "69.40", "79.00"]
    assert {"Lower is better.", "does not start at zero"} <= set(
        re.findall(r"Lower is better\.|does not start at zero", text_of(sprint))
    )
    assert "Higher is better. " in text_of(torque)
    for plot in (sprint, torque):
        (drawing_,) = [e for e in plot.iter() if e.get("viewBox")]
        assert drawing_.get("role") == "img"
        assert drawing_.get("aria-labelledby") in page.ids
        assert "seconds" in text_of(drawing_) or "Nm" in text_of(drawing_)


def test_a_name_in_a_plot_stays_text() -> None:
    name = "<script>alert(1)</script> {{ 7*7 }}"
    page = rendered(changed("name: Neutral feet (group 1)", f"name: '{name}'"), "evidence_summary", "evidence/")
    assert name in [text_of(e) for e in page.iter() if "plot__name" in e.get("class", "").split()]
    assert [e for e in page.iter() if str(e.tag).endswith("script")] == []


def figures_of(plot: Element) -> list[str]:
    """Return the figures written next to the marks."""
    return [text_of(e) for e in plot.iter() if "plot__figure" in e.get("class", "").split()]


@STUDIES
def test_every_figure_of_a_plot_is_in_the_table_below_it(foot: Site, study: Study) -> None:
    cells = {text_of(cell) for cell in foot.pages["evidence/"].all("td")}
    for outcome in study.outcomes:
        if outcome.read:
            assert {f"{outcome.before} {outcome.unit}", f"{outcome.after} {outcome.unit}"} <= cells


@STUDIES
def test_a_study_says_what_is_missing_and_what_it_cannot_show(foot: Site, study: Study) -> None:
    text = foot.pages["evidence/"].text
    for sentence in (*study.missing, *study.limits, study.registration, study.funding):
        assert sentence in text
    assert study.missing


def test_the_2019_study_says_what_was_not_there() -> None:
    said_ = " ".join(THE_2019_STUDY.missing)
    for missing in ("spread", "without foot exercises", "knee strength of the neutral group"):
        assert missing in said_
    assert "late" in THE_2019_STUDY.registration


def test_claims_appear_once_by_what_they_show(foot: Site) -> None:
    page = foot.pages["evidence/"]
    part, topics = "", {}
    for element in page.one("article").iter():
        if element.tag == "h2":
            part = element.get("id", "")
        elif "claim" in element.get("class", "").split() and element.get("id"):
            topics[element.get("id")] = part
    expected = {f"claim-{claim.id}": PARTS[claim.relation] for claim in EVIDENCE.claims}
    assert topics == expected
    assert page.ids.count("unknown") == 1


def test_a_claim_shows_where_it_was_found_in_whom_and_whose_rating_it_is(foot: Site) -> None:
    page = foot.pages["evidence/"]
    by_id = {e.get("id"): text_of(e) for e in page.all("li", "claim")}
    for claim in EVIDENCE.claims:
        text = by_id[f"claim-{claim.id}"].casefold()
        for part in (claim.says, claim.where, claim.people, claim.certainty.says, certainty_phrase(claim.certainty)):
            assert part.casefold() in text, claim.id
        assert date_phrase(claim.checked).casefold() in text


def test_the_words_of_grade_appear_only_where_a_source_rated_itself() -> None:
    for claim in EVIDENCE.claims:
        ours = claim.certainty.rated_by == "guide"
        text = certainty_phrase(claim.certainty)
        assert text.startswith(labels().rating[claim.certainty.rated_by])
        assert not (ours and "certainty" in text.partition(":")[2]), claim.id
    assert {claim.certainty.rated_by for claim in EVIDENCE.claims} == {"guide", "source", "others"}


def test_the_four_grades_are_explained(foot: Site) -> None:
    ratings = EVIDENCE.ratings
    assert ratings
    text = foot.pages["evidence/"].text
    for meaning in (ratings.high, ratings.moderate, ratings.low, ratings.very_low):
        assert meaning in text


def test_technique_is_apart_with_its_own_basis(foot: Site) -> None:
    page = foot.pages["evidence/"]
    ids = [id_ for id_ in page.ids if id_ in {"helps", "did-not", "open", "unknown", "teaching"}]
    assert ids == ["helps", "did-not", "open", "unknown", "teaching"]
    for exercise in FOOT.exercises:
        assert exercise.technique.says in page.text


def test_the_article_is_compared_in_every_way() -> None:
    assert {row.verdict for row in EVIDENCE.compared} == {"confirmed", "differs", "other-study", "not-checked"}
    assert all(row.sources for row in EVIDENCE.compared)


def sentences(parts: tuple[Statement, ...]) -> str:
    """Return *parts* as a reader sees them."""
    outcomes: dict[str | None, Outcome] = {o.id: o for study in EVIDENCE.studies for o in study.outcomes}
    return " ".join(f"{s.says} {change(outcomes[s.outcome])}" if s.outcome else s.says for s in parts)


def test_the_plain_summary_has_400_to_850_words_and_its_short_form_170_at_most(foot: Site) -> None:
    page = foot.pages["evidence/summary/"]
    whole = re.sub(r"\[\d+\]", "", text_of(page.one("div", "plain-summary")))
    assert 400 <= len(whole.split()) <= 850
    assert EVIDENCE.plain
    assert len(sentences(EVIDENCE.plain.half_page).split()) <= 170


def test_the_plain_summary_has_the_parts_of_cochranes(foot: Site) -> None:
    ids = [e.get("id") for e in foot.pages["evidence/summary/"].all("h2")]
    assert ids[:6] == ["key", "asked", "done", "found", "limits", "current"]
    assert labels().read_on in foot.pages["evidence/summary/"].text


def test_no_sentence_of_the_plain_summary_is_long() -> None:
    plain = EVIDENCE.plain
    assert plain
    text = sentences(
        (*plain.key, *plain.asked, *plain.done, *plain.found, *plain.limits, *plain.current, *plain.half_page)
    )
    assert [s for s in re.split(r"(?<=[.?!])\s", text) if len(s.split()) > LONGEST] == []


def test_a_reader_finds_the_study_in_half_a_minute(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{server}evidence/")
    brief = page.locator(".brief")
    box = brief.bounding_box()
    text = brief.inner_text()
    addresses = [str(link.get_attribute("href")) for link in brief.get_by_role("link").all()]
    context.close()
    assert box
    assert box["y"] + box["height"] <= 900  # the first screen
    for answer in (
        "47 long-distance runners",
        "Both groups did foot exercises",
        "feet roll in got stronger",
        "do not know the dose",
    ):
        assert answer in text
    for figure in ("73.55", "89.05", "35.26", "34.79", "37.33", "37.56"):
        assert figure in text
    assert any("10.1155/2019/6947273" in address for address in addresses)
    assert any("PMC6334361" in address for address in addresses)


def test_the_checklist_has_the_16_points_with_two_answers_each(foot: Site) -> None:
    checklist = EVIDENCE.checklist
    assert checklist
    given = [item.number for item in checklist.items]
    assert list(dict.fromkeys(number.rstrip("ab") for number in given)) == [str(number) for number in range(1, 17)]
    assert len(given) == 19
    rows = {row.get("id"): text_of(row) for row in foot.pages["evidence/checklist/"].all("tr")}
    for item in checklist.items:
        for part in (item.number, item.asks, item.study.says, item.guide.says):
            assert part in rows[item.id]
    assert {"reported", "not-applicable"} <= {item.guide.state for item in checklist.items}
    assert {"partly", "not-read"} <= {item.study.state for item in checklist.items}


def test_a_guide_without_summary_and_checklist_has_no_such_pages(sites: dict[str, Site]) -> None:
    hand = sites["hand"]
    assert not any(address.startswith("evidence/") and address != "evidence/" for address in hand.pages)
    links = {hand.pages["evidence/"].target(a.get("href", ""))[0] for a in hand.pages["evidence/"].all("a")}
    assert not links & {"evidence/summary/", "evidence/checklist/"}
    assert "evidence/summary/" in foot_links(sites["foot"])


def foot_links(site: Site) -> set[str]:
    """Return the addresses that the evidence page leads to."""
    page = site.pages["evidence/"]
    return {page.target(a.get("href", ""))[0] for a in page.all("a")}
