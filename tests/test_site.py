"""The built site, asked question by question; a new exercise or week in the data is tested by being written."""

from collections import Counter
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from macros.data.model.programme import DAYS
from macros.plan import Sheet, all_sheets
from macros.review.marks import Marks
from macros.wording.about import version_phrase
from macros.wording.calls import emergency_call
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from tests.sites import GUIDES, SUBPATH, Page, Site, guide, text_of

both = pytest.mark.parametrize("name", GUIDES)
every_exercise = pytest.mark.parametrize(
    ("name", "id_"), [(name, exercise.id) for name in GUIDES for exercise in guide(name).exercises]
)
every_week = pytest.mark.parametrize(
    ("name", "week"),
    [(name, week) for name in GUIDES for week in all_sheets(guide(name))],
    ids=lambda value: value.id if isinstance(value, Sheet) else value,
)
LEADS = ("href", "src", "srcset", "poster", "data", "action")


def rows(page: Page, class_: str) -> dict[str, list[Element]]:
    """Return the cells of each row of a table by the text of its first cell's first link, or of that cell."""
    cells = [list(row) for row in page.one("table", class_).iter("tr")]
    return {text_of(next(first.iter("a"), first)): rest for first, *rest in cells}


@every_exercise
def test_every_exercise_has_its_page(sites: dict[str, Site], name: str, id_: str) -> None:
    exercise, page = sites[name].guide.exercise(id_), sites[name].exercise(id_)
    assert exercise
    assert text_of(page.one("h1")) == exercise.full_name
    assert page.meta("description") == exercise.summary
    for text in (*exercise.setup, exercise.feel):
        assert text in page.text
    for fault in exercise.faults:
        assert fault.wrong in page.text
        assert fault.fix in page.text


@every_exercise
def test_every_level_can_be_linked_to_and_shows_its_dose(sites: dict[str, Site], name: str, id_: str) -> None:
    site = sites[name]
    exercise = site.guide.exercise(id_)
    assert exercise
    page = site.exercise(id_)
    panels = page.all("section", "level")
    assert [panel.get("id") for panel in panels] == [level.id for level in exercise.levels]
    for panel, level in zip(panels, exercise.levels, strict=True):
        parts = [level.name, dose_phrase(level.dose, site.guide.guide.side), *exercise.equipment_at(level)]
        assert [part for part in (*parts, *exercise.setup_at(level)) if part not in text_of(panel)] == []
        steps = next(ol for ol in panel.iter("ol") if "steps" in ol.get("class", "").split())
        assert [text_of(step) for step in steps] == list(exercise.steps_at(level))
        assert {page.target(a.get("href", "")) for a in panel.iter("a") if a.get("class") == "cite"} == {
            ("evidence/sources/", f"ref-{source}") for source in level.dose.basis.sources
        }
    tabs = page.all("nav", "tabs")
    links = [a.get("href") for nav in tabs for a in nav]
    assert links == ([f"#{level.id}" for level in exercise.levels] if len(exercise.levels) > 1 else [])


@every_exercise
def test_every_exercise_has_one_card_in_the_index(sites: dict[str, Site], name: str, id_: str) -> None:
    exercise, index = sites[name].guide.exercise(id_), sites[name].pages["exercises/"]
    assert exercise
    cards = [c for c in index.all("a", "card") if index.target(c.get("href", ""))[0] == f"exercises/{id_}/"]
    assert len(cards) == 1
    assert exercise.name in text_of(cards[0])
    assert exercise.summary in text_of(cards[0])


@every_exercise
def test_every_exercise_has_its_row_in_the_plan(sites: dict[str, Site], name: str, id_: str) -> None:
    exercise, data = sites[name].guide.exercise(id_), sites[name].guide
    assert exercise
    cells = rows(sites[name].pages["schedule/"], "overview")[exercise.name]
    for number, (cell, week) in enumerate(zip(cells, data.programme.weeks, strict=True), 1):
        entry = next((entry for entry in week.entries if entry.exercise == id_), None)
        level = next((level.name for level in exercise.levels if entry and level.id == entry.level), "–")
        assert text_of(cell).startswith(f"{labels().menu.week} {number} {level}")


@every_exercise
def test_citations_lead_to_every_source_the_exercise_rests_on(sites: dict[str, Site], name: str, id_: str) -> None:
    site = sites[name]
    exercise, page = site.guide.exercise(id_), site.pages[f"exercises/{id_}/evidence/"]
    assert exercise
    assert [text for text in exercise.unknown if text not in page.text] == []
    bases = [exercise.technique, *(level.dose.basis for level in exercise.levels)]
    claims = [claim.source for claim in site.guide.evidence.claims if id_ in claim.exercises]
    expected = {source for basis in bases for source in basis.sources} | set(claims)
    assert {page.target(cite.get("href", "")) for cite in page.all("a", "cite")} == {
        ("evidence/sources/", f"ref-{source}") for source in expected
    }
    references = [entry.get("id") for entry in site.pages["evidence/sources/"].one("ol", "references")]
    assert references == [f"ref-{source.id}" for source in site.guide.evidence.sources]


@every_week
def test_every_week_has_its_page_with_a_box_for_each_day(sites: dict[str, Site], name: str, week: Sheet) -> None:
    page = sites[name].pages[week.address]
    table = rows(page, "week")
    head = next(cells for cells in table.values())
    assert [next(day.iter("abbr")).get("title") for day in head] == list(labels().days.values())
    names = [row.exercise.name for row in week.rows]
    assert list(table)[1 : len(names) + 1] == names
    assert {entry.exercise for entry in week.week.entries} == {row.exercise.id for row in week.rows}
    for row in week.rows:
        entry = next(entry for entry in week.week.entries if entry.exercise == row.exercise.id)
        boxes = [any("box" in e.get("class", "").split() for e in cell.iter()) for cell in table[row.exercise.name]]
        assert boxes == [day in entry.days for day in DAYS]
        assert dose_phrase(row.level.dose, sites[name].guide.guide.side) in page.text
    assert week.week.focus in page.text
    assert week.week.advice in page.text


@both
def test_previous_and_next_go_through_every_exercise_in_session_order(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    order = [f"exercises/{exercise.id}/" for exercise in site.guide.exercises]
    for way, expected in (("next", order), ("prev", order[::-1])):
        walked = [expected[0]]
        while links := [a for a in site.pages[walked[-1]].all("a") if a.get("rel") == way]:
            walked.append(site.pages[walked[-1]].target(links[0].get("href", ""))[0])
            assert len(walked) <= len(order)
        assert walked == expected


@both
def test_every_exercise_says_when_to_stop_and_who_asks_first(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    data = site.guide
    numbers = emergency_call(data.safety, data.safety.anywhere).says
    for exercise in data.exercises:
        page = site.exercise(exercise.id)
        boxes = page.all("aside", "stop")
        assert len(boxes) == len(exercise.levels)
        for box in boxes:
            assert [text_of(sign) for sign in box.iter("li")] == list(data.stop_signs(exercise))
            assert all(text in text_of(box) for text in (data.safety.at_once, numbers))
        assert data.safety.ask_in_short in page.text
        assert [text_of(item) for item in page.one("div", "care").iter("li")] == list(data.ask_first(exercise))
        assert set(data.safety.signs("stop")) <= set(data.stop_signs(exercise))
        assert set(data.safety.signs("ask")) <= set(data.ask_first(exercise))


@both
def test_every_week_says_when_to_stop_and_who_asks_first(sites: dict[str, Site], name: str) -> None:
    data = sites[name].guide
    numbers = emergency_call(data.safety, data.safety.anywhere).says
    for week in all_sheets(data):
        page, exercises = sites[name].pages[week.address], [row.exercise.id for row in week.rows]
        box = page.one("aside", "stop")
        assert [text_of(sign) for sign in box.iter("li")] == list(data.safety.signs("stop", exercises))
        assert all(text in text_of(box) for text in (data.safety.at_once, numbers))
        asked = text_of(page.one("details", "week-sheet__ask"))
        assert [sign for sign in data.safety.signs("ask", exercises) if sign not in asked] == []


@both
def test_every_link_image_and_file_is_there(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    assert [missing for page in site.pages.values() for missing in broken(site, page, "/")] == []


def test_every_link_is_there_under_a_sub_path_too(foot: Site, hosted: Site) -> None:
    assert [missing for page in hosted.pages.values() for missing in broken(hosted, page, "/foot/")] == []
    assert hosted.pages.keys() == foot.pages.keys()
    for page in hosted.pages.values():
        canonical = [link.get("href") for link in page.all("link") if link.get("rel") == "canonical"]
        assert canonical in ([], [SUBPATH + page.address]) if page.address == "404.html" else [SUBPATH + page.address]


def broken(site: Site, page: Page, base: str) -> list[str]:
    """Return every way on *page* to something that *site* does not have."""
    dead = []
    for element in page.root.iter():
        for way in (element.get(lead, "") for lead in LEADS if element.get(lead)):
            if way.startswith(("http://", "https://", "mailto:", "data:")):
                continue
            if way.startswith("/"):
                assert page.address == "404.html", f"{page.address} leads to {way}: absolute"
                assert way.startswith(base), f"{page.address} leads to {way}, outside {base}"
            address, anchor = page.target(way.removeprefix(base) or "." if way.startswith("/") else way)
            to = site.pages.get(address)
            if to is None and not (site.folder / address).is_file():
                dead.append(f"{page.address} leads to {way}, which is not there")
            elif anchor.startswith("v="):  # a dose or a plan; tests/test_own_plan.py reads it
                assert to, way
            elif anchor and (to is None or anchor not in to.ids):
                dead.append(f"{page.address} leads to {way}: no such anchor")
    return dead


@both
def test_an_address_of_the_past_leads_to_the_page(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    for address, to in site.moved.items():
        page = Page(site.folder / address / "index.html", address)
        assert page.errors == []
        assert {page.target(link.get("href", ""))[0] for link in page.all("a")} == {to}
        assert page.text


@both
def test_nothing_on_a_page_comes_from_another_host(sites: dict[str, Site], name: str) -> None:
    for page in sites[name].pages.values():
        leads = [e.get(lead, "") for e in page.root.iter() if e.tag != "a" for lead in LEADS]
        assert [lead for lead in leads if "//" in lead and not lead.startswith(SUBPATH)] == [], page.address
        assert "url(http" not in page.file.read_text(encoding="utf-8")
    for style in sites[name].folder.glob("assets/css/*.css"):
        assert "//" not in style.read_text(encoding="utf-8").replace("https://www.w3.org", ""), style.name


@both
def test_every_page_is_sound_html(sites: dict[str, Site], name: str) -> None:
    for page in sites[name].pages.values():
        assert page.errors == [], page.address
        assert page.root.get("lang") == sites[name].guide.guide.language
        assert [id_ for id_, times in Counter(page.ids).items() if times > 1] == [], page.address
        assert [e.tag for list_ in ("ul", "ol") for parent in page.all(list_) for e in parent if e.tag != "li"] == []
        assert [e.attrib for e in page.all("img") if e.get("alt") is None] == []
        assert [e.get("for") for e in page.all("label") if e.get("for") and e.get("for") not in page.ids] == []


@both
def test_headings_go_down_one_step_at_a_time_from_one_h1(sites: dict[str, Site], name: str) -> None:
    for page in sites[name].pages.values():
        steps = [int(e.tag[1]) for e in page.one("article").iter() if e.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
        assert steps[0] == 1, page.address
        assert steps.count(1) == 1 == len(page.all("h1")), page.address
        assert all(after <= before + 1 for before, after in pairwise(steps)), page.address


@both
def test_every_page_has_a_title_and_a_description_of_its_own(sites: dict[str, Site], name: str) -> None:
    left_out = {"404.html", *sites[name].gone}  # search engines leave out what is gone, too
    pages = [page for page in sites[name].pages.values() if page.address not in left_out]
    for texts in ([p.meta("description") for p in pages], [text_of(p.one("title")) for p in pages]):
        assert all(texts)
        assert [text for text, times in Counter(texts).items() if times > 1] == []
    not_found = sites[name].pages["404.html"]
    assert text_of(not_found.one("title")) not in {text_of(page.one("title")) for page in pages}


@both
def test_every_foot_has_version_date_and_who_reviewed_the_guide_or_that_nobody_has(
    sites: dict[str, Site], name: str
) -> None:
    about, marks = sites[name].guide.guide, Marks(sites[name].guide)
    for page in sites[name].pages.values():
        foot = text_of(page.one("footer", "guide-foot"))
        for text in (version_phrase(about), marks.sentence):
            assert text in foot, page.address


def test_a_guide_on_another_body_part_says_nothing_of_feet(sites: dict[str, Site]) -> None:
    for page in sites["hand"].pages.values():
        described = " ".join(e.get("content", "") for e in page.all("meta"))
        seen = f"{page.text} {text_of(page.one('title'))} {described}".casefold()
        assert "foot" not in seen, page.address
        assert "feet" not in seen, page.address


def test_the_404_page_leads_to_every_exercise(foot: Site) -> None:
    page = foot.pages["404.html"]
    leads = {link.get("href") for link in page.one("article").iter("a")}
    assert {f"/exercises/{exercise.id}/" for exercise in foot.guide.exercises} <= leads
    assert {"/exercises/", "/schedule/", "/safety/"} <= leads
