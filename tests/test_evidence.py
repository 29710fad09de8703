"""The evidence pages: answers count each study once, every number has a source, the data draws the plots."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from playwright.sync_api import Browser
from pydantic import BaseModel

from macros.data.load import read
from macros.data.model import Guide
from macros.data.model.answers import SIDES, Answer, Side, side_of
from macros.data.model.statements import FIGURE, Statement
from macros.data.model.study import Study
from macros.pages.evidence_parts import PARTS
from macros.pages.plots import layout
from macros.wording.dates import date_phrase
from macros.wording.evidence import certainty_phrase, certainty_range, change, count_phrase
from macros.wording.labels import labels
from tests.sites import GUIDES, Page, Site, guide, macros_of, text_of

FOOT = guide("foot")
EVIDENCE = FOOT.evidence
BELOW = ("evidence/studies/", "evidence/findings/", "evidence/article/", "evidence/sources/", "evidence/checklist/")
OURS = ("evidence/", *BELOW)
STUDIES = pytest.mark.parametrize("study", EVIDENCE.studies, ids=lambda study: study.id)
ANSWERS = pytest.mark.parametrize("answer", EVIDENCE.answers, ids=lambda answer: answer.id)
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
    known |= {str(source.issued) for source in EVIDENCE.sources} | counted()
    known |= numbers(*(record for record in (EVIDENCE.ratings, EVIDENCE.checklist) if record))
    return known | {number for source in EVIDENCE.sources for number in FIGURE.findall(date_phrase(source.checked))}


def counted() -> set[str]:
    """Return every number that is counted from the claims, on the page of answers and that of findings."""
    topics = [
        [c for c in EVIDENCE.claims if (c.topic, PARTS[c.relation]) == of]
        for of in {(c.topic, PARTS[c.relation]) for c in EVIDENCE.claims}
    ]
    tallies = [count_phrase(count) for answer in EVIDENCE.answers for count in EVIDENCE.counts(answer)]
    numbers_ = [len(answer.claims) for answer in EVIDENCE.answers] + [len(claims) for claims in topics]
    return set(FIGURE.findall(" ".join([*tallies, *map(str, numbers_)])))


def shown(page: Page) -> str:
    """Return the words of a page that state evidence: no menu, no source list, no numbers of sources, no scale."""
    return " ".join(_words(page.one("article")).split())


def _words(element: Element) -> str:
    kind = element.get("class", "").split()
    skipped = {"references", "cite", "plot__tick", "citing__guide", "citing", "downloads"}
    if skipped & set(kind) or element.tag in {"script", "style", "aside", "svg:style"}:
        return " " + (element.tail or "")
    return f" {element.text or ''}" + "".join(map(_words, element)) + f" {element.tail or ''}"


@pytest.mark.parametrize("address", OURS)
def test_every_number_is_in_a_record_with_a_source(foot: Site, address: str) -> None:
    text = shown(foot.pages[address]).replace(FOOT.guide.version, " ")
    text = re.sub(r"\bPMC\d+|10\.\d{4,}/\S+", " ", text)
    numbers = set(FIGURE.findall(text))
    assert len(numbers) > 10 or address == "evidence/sources/"
    assert numbers - sourced() - {str(end) for _, plot in DRAWN for end in (plot.low, plot.high)} == set()


def statements() -> list[Statement]:
    """Return every sentence of the guide that rests on something, but the answers."""
    sections = (*FOOT.home.sections, *(section for page in FOOT.pages for section in page.sections))
    brief = EVIDENCE.brief.points if EVIDENCE.brief else ()
    findings = [finding for section in sections for finding in section.findings]
    return [*brief, *EVIDENCE.limits, *EVIDENCE.looked, *EVIDENCE.unknown, *findings]


def cites(element: Element) -> set[str]:
    """Return the sources that the links in *element* lead to."""
    links = [a.get("href", "") for a in element.iter("a") if "cite" in a.get("class", "").split()]
    return {href.partition("#ref-")[2] for href in links}


def test_every_sentence_that_rests_on_something_shows_its_sources(foot: Site) -> None:
    blocks = [(text_of(e), e) for page in foot.pages.values() for tag in ("p", "li") for e in page.all(tag)]
    for sentence in statements():
        whole = " ".join([sentence.says, *([change(EVIDENCE.outcomes[sentence.outcome])] if sentence.outcome else [])])
        places = [e for text, e in blocks if text.startswith(whole)]
        assert places, whole
        for place in places:
            assert cites(place) == {EVIDENCE.sources_of[id_] for id_ in sentence.rests_on}, whole


def block_of(page: Page, answer: Answer) -> Element:
    """Return the answer's part of the page."""
    return next(e for e in page.all("section", "answer") if any(h.get("id") == answer.id for h in e.iter("h2")))


@ANSWERS
def test_an_answer_shows_its_words_its_certainty_and_all_its_sources(foot: Site, answer: Answer) -> None:
    block = block_of(foot.pages["evidence/"], answer)
    text = text_of(block)
    for part in (answer.question, answer.short, answer.says, answer.why):
        assert part in text
    assert certainty_range(EVIDENCE.claims_of(answer)) in text.casefold()
    assert {EVIDENCE.sources_of[id_] for id_ in answer.rests_on} <= cites(block)


@ANSWERS
def test_the_picture_of_an_answer_has_a_mark_for_each_study_once_and_says_so_in_words(
    foot: Site, answer: Answer
) -> None:
    block = block_of(foot.pages["evidence/"], answer)
    rows = {text_of(row.findall("dt")[0]): row for row in block.iter("div") if row.findall("dt")}
    studies: list[str] = []
    for count in EVIDENCE.counts(answer):
        row = rows.pop(labels().answers.sides[count.side])
        marks_ = [
            e.tag.rpartition("}")[2].rpartition(":")[2] for e in row.iter() if "mark" in e.get("class", "").split()
        ]
        assert marks_ == ["rect"] * len(count.studies) + ["circle"] * len(count.reviews)
        assert count_phrase(count) in text_of(row)
        studies += [source.id for source in (*count.studies, *count.reviews)]
    assert rows == {}
    counted_ = [claim for claim in EVIDENCE.claims if claim.id in answer.claims and claim.relation in SIDES]
    assert sorted(studies) == sorted({claim.study for claim in counted_})
    assert sorted(id_ for count in EVIDENCE.counts(answer) for id_ in count.claims) == sorted(c.id for c in counted_)
    assert len(set(answer.claims)) == len(answer.claims)


@ANSWERS
def test_an_answer_leads_to_its_findings_by_side(foot: Site, answer: Answer) -> None:
    page = foot.pages["evidence/findings/"]
    leads = {
        foot.pages["evidence/"].target(a.get("href", "")) for a in block_of(foot.pages["evidence/"], answer).iter("a")
    }
    assert ("evidence/findings/", answer.id) in leads
    fold = next(e for e in page.all("details") if any(h.get("id") == answer.id for h in e.iter("h3")))
    for count in EVIDENCE.counts(answer):
        line = next((e for e in fold.iter("li") if text_of(e).startswith(labels().answers.sides[count.side])), None)
        ids = [a.get("href", "").removeprefix("#claim-") for a in line.iter("a")] if line is not None else []
        assert ids == list(count.claims)
        assert {f"claim-{id_}" for id_ in ids} <= set(page.ids)


@pytest.mark.parametrize(
    ("sides", "side"),
    [
        ([Side.BETTER, Side.BETTER], Side.BETTER),
        ([Side.SAME], Side.SAME),
        ([Side.BETTER, Side.SAME], Side.MIXED),
        ([Side.BETTER, Side.WORSE], Side.MIXED),
        ([Side.MIXED, Side.SAME], Side.MIXED),
        ([Side.SAME, Side.WORSE], Side.WORSE),
    ],
)
def test_a_study_whose_claims_differ_is_no_gain(sides: list[Side], side: Side) -> None:
    assert side_of(sides) == side
    assert side_of(sides[::-1]) == side


def test_a_study_told_by_two_sources_is_one_study() -> None:
    stronger = next(answer for answer in EVIDENCE.answers if answer.id == "stronger")
    (mixed,) = [count for count in EVIDENCE.counts(stronger) if count.side == Side.MIXED]
    assert [source.id for source in mixed.studies] == ["taddei-2020-muscle", "mickle-2016"]
    assert mixed.people == 28 + 85
    assert {"muscle-size", "muscle-strength-none"} <= set(mixed.claims)
    assert {"taddei-2020-muscle", "willemse-2022"} <= set(mixed.cited)


def test_what_nobody_found_is_said_too() -> None:
    faster = next(answer for answer in EVIDENCE.answers if answer.id == "faster")
    counts = {count.side: count_phrase(count) for count in EVIDENCE.counts(faster)}
    assert counts[Side.BETTER] == labels().answers.nothing
    safe = next(answer for answer in EVIDENCE.answers if answer.id == "safe")
    assert [count.side for count in EVIDENCE.counts(safe)] == [Side.WORSE]


def test_no_answer_is_surer_than_its_surest_claim() -> None:
    words = labels().certainty["guide"]
    for answer in EVIDENCE.answers:
        levels = {claim.certainty.level for claim in EVIDENCE.claims_of(answer)}
        assert not levels & {"moderate", "high"}
        assert not {words["moderate"], words["high"]} & set(certainty_range(EVIDENCE.claims_of(answer)).split(" to "))


def test_the_same_row_is_as_large_for_every_side(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{server}evidence/")
    sizes = page.locator(".marks .mark").evaluate_all(
        "marks => marks.map(e => [e.tagName, e.getBBox().width, getComputedStyle(e).strokeWidth].join())"
    )
    assert len(set(sizes)) == 2  # squares and rings
    context.close()


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
    page = rendered(data, "evidence_studies", "evidence/studies/")
    limit = next(text for text in THE_2019_STUDY.limits if "differed at the start" in text)  # has both starts in words
    assert was not in text_of(page).replace(limit, "")
    assert sum(change(outcome) in text_of(item) for item in page.iter("li")) == 1  # in half a minute
    assert any(f": {now} " in text_of(cell) for cell in page.iter("td"))
    assert now in figures_of(page)


def test_changing_one_figure_moves_its_mark() -> None:
    before, after = (
        marks(rendered(data, "evidence_studies", "evidence/studies/"))
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
    page = foot.pages["evidence/studies/"]
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
    page = rendered(changed("name: Neutral feet (group 1)", f"name: '{name}'"), "evidence_studies", "evidence/studies/")
    assert name in [text_of(e) for e in page.iter() if "plot__name" in e.get("class", "").split()]
    assert [e for e in page.iter() if str(e.tag).endswith("script")] == []


def figures_of(plot: Element) -> list[str]:
    """Return the figures written next to the marks."""
    return [text_of(e) for e in plot.iter() if "plot__figure" in e.get("class", "").split()]


@STUDIES
def test_every_figure_of_a_plot_is_in_the_table_below_it(foot: Site, study: Study) -> None:
    cells = {text_of(cell) for cell in foot.pages["evidence/studies/"].all("td")}
    for outcome in study.outcomes:
        if outcome.read:
            for name, figure in ((labels().study.before, outcome.before), (labels().study.after, outcome.after)):
                assert f"{name}: {figure} {outcome.unit}" in cells


@STUDIES
def test_a_study_says_what_is_missing_and_what_it_cannot_show(foot: Site, study: Study) -> None:
    text = foot.pages["evidence/studies/"].text
    for sentence in (*study.missing, *study.limits, study.registration, study.funding):
        assert sentence in text
    assert study.missing


def test_the_2019_study_says_what_was_not_there() -> None:
    said_ = " ".join(THE_2019_STUDY.missing)
    for missing in ("spread", "without foot exercises", "knee strength of the neutral group"):
        assert missing in said_
    assert "late" in THE_2019_STUDY.registration


def test_claims_appear_once_by_what_they_show(foot: Site) -> None:
    page = foot.pages["evidence/findings/"]
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
    page = foot.pages["evidence/findings/"]
    by_id = {e.get("id"): text_of(e) for e in page.all("li", "claim")}
    for claim in EVIDENCE.claims:
        text = by_id[f"claim-{claim.id}"].casefold()
        for part in (claim.says, claim.where, claim.people, claim.certainty.says, certainty_phrase(claim.certainty)):
            assert part.casefold() in text, claim.id
        assert date_phrase(claim.checked).casefold() in text


def test_the_words_of_grade_appear_only_where_a_source_rated_itself() -> None:
    for claim in EVIDENCE.claims:
        ours = claim.certainty.rated_by == "guide"
        rated = claim.certainty.level != "not-rated"
        text = certainty_phrase(claim.certainty)
        before, _, after = labels().rating[claim.certainty.rated_by].partition("{level}")
        assert not rated or (text.startswith(before) and text.endswith(after))
        assert ("certainty" in text) == (rated and not ours), claim.id
    assert {claim.certainty.rated_by for claim in EVIDENCE.claims} == {"guide", "source", "others"}


def test_the_four_grades_are_explained(foot: Site) -> None:
    ratings = EVIDENCE.ratings
    assert ratings
    text = foot.pages["evidence/findings/"].text
    for meaning in (ratings.high, ratings.moderate, ratings.low, ratings.very_low):
        assert meaning in text


def test_technique_is_apart_with_its_own_basis(foot: Site) -> None:
    page = foot.pages["evidence/findings/"]
    ids = [id_ for id_ in page.ids if id_ in {"helps", "did-not", "open", "unknown", "teaching"}]
    assert ids == ["helps", "did-not", "open", "unknown", "teaching"]
    for exercise in FOOT.exercises:
        assert exercise.technique.says in page.text


def test_the_article_is_compared_in_every_way() -> None:
    assert {row.verdict for row in EVIDENCE.compared} == {"confirmed", "differs", "other-study", "not-checked"}
    assert all(row.sources for row in EVIDENCE.compared)


def test_no_sentence_of_the_answers_is_long() -> None:
    parts = [text for answer in EVIDENCE.answers for text in (answer.question, answer.short, answer.says, answer.why)]
    parts += [statement.says for statement in (*EVIDENCE.limits, *EVIDENCE.looked)]
    text = " ".join(parts)
    assert [s for s in re.split(r"(?<=[.?!])\s", text) if len(s.split()) > LONGEST] == []


def test_the_page_says_when_the_sources_were_read(foot: Site) -> None:
    assert labels().read_on in foot.pages["evidence/"].text


def test_a_reader_finds_the_study_in_half_a_minute(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{server}evidence/studies/")
    brief = page.locator(".brief")
    box = brief.bounding_box()
    text = brief.inner_text()
    addresses = [str(link.get_attribute("href")) for link in brief.get_by_role("link").all()]
    context.close()
    assert box
    assert box["y"] + box["height"] <= 900  # the first screen
    for answer in (
        "47 long-distance runners",
        "Everyone did foot exercises daily for 6 weeks",
        "feet roll in could bend their knees with more force",
        "don't know the dose",
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


def links(site: Site) -> set[str]:
    """Return the addresses that the evidence page leads to."""
    page = site.pages["evidence/"]
    return {page.target(a.get("href", ""))[0] for a in page.one("article").iter("a")}


def test_a_guide_without_a_checklist_has_no_such_page(sites: dict[str, Site]) -> None:
    assert "evidence/checklist/" not in {*sites["hand"].pages, *links(sites["hand"])}
    assert set(BELOW) <= links(sites["foot"])
