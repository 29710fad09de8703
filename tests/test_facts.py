"""Facts that the foot guide must get right: the figures of 2019 by group, and numbers to call with their country."""

import re
from xml.etree.ElementTree import Element

import pytest

from tests.sites import Page, Site, text_of

SLIPS = re.compile(r"2018|Olesky", re.IGNORECASE)
"""What the article behind the guide got wrong: the year of the study, and an author's name."""

BLOCKS = {"p", "li", "td", "dd", "dt", "h1", "h2", "h3", "caption", "figcaption", "th", "summary"}


def cells(page: Page) -> list[list[str]]:
    """Return the text of every table row of a page."""
    return [[text_of(cell) for cell in row] for row in page.all("tr")]


@pytest.mark.parametrize(
    ("before", "after", "group"),
    [
        ("73.55", "89.05", "pronated"),
        ("69.40", "79.00", "pronated"),
        ("35.26", "34.79", "pronated"),
        ("37.33", "37.56", "neutral"),
    ],
)
def test_the_figures_of_2019_stand_in_the_row_of_their_group(foot: Site, before: str, after: str, group: str) -> None:
    found = [
        row for row in cells(foot.pages["evidence/"]) if any(figure in " ".join(row) for figure in (before, after))
    ]
    rows = [row for row in found if before in row[2] and after in row[3]]
    assert len(rows) == 1
    assert group in rows[0][1].casefold()
    other = {"pronated": "neutral", "neutral": "pronated"}[group]
    assert other not in rows[0][1].casefold()


@pytest.mark.parametrize("said", ["2019", "Oleksy"])
def test_the_evidence_page_follows_the_paper(foot: Site, said: str) -> None:
    assert said in foot.pages["evidence/"].text


@pytest.mark.parametrize("doi", ["10.1155/2019/6947273", "10.1371/journal.pone.0157917", "10.3390/ijerph17186534"])
def test_the_studies_can_be_found_by_their_doi(foot: Site, doi: str) -> None:
    references = foot.pages["evidence/"].one("ol", "references")
    assert f"https://doi.org/{doi}" in {link.get("href") for link in references.iter("a")}


def test_the_slips_of_the_article_stand_only_where_they_are_put_right(foot: Site) -> None:
    for page in foot.pages.values():
        head = " ".join([text_of(page.one("title")), *(e.get("content", "") for e in page.all("meta"))])
        assert not SLIPS.search(head), page.address
        allowed = slips_are_right_here(page) if page.address == "evidence/" else ()
        assert [text for text in texts(page.one("body"), allowed) if SLIPS.search(text)] == [], page.address


def test_the_evidence_page_names_the_slips(foot: Site) -> None:
    table = text_of(compared(foot.pages["evidence/"]))
    assert {"2018", "2019", "Olesky", "Oleksy"} <= set(re.findall(r"\w+", table))


def compared(page: Page) -> Element:
    """Return the table that holds the article against the papers."""
    (table,) = [e for e in page.all("table") if len(e.findall("thead/tr/th")) == 3]
    assert text_of(table).startswith("The article says")
    return table


def slips_are_right_here(page: Page) -> tuple[Element, ...]:
    """Return where a slip, or another source's own year, may stand."""
    return (compared(page), page.one("ol", "references"))


def texts(element: Element, without: tuple[Element, ...]) -> list[str]:
    """Return the text of each block in *element*, leaving out the elements *without*."""
    if element in without or element.tag in {"script", "style"}:
        return []
    if element.tag in BLOCKS:
        return [text_of(element)]
    own = [element.text or "", *(child.tail or "" for child in element)]
    return [" ".join(own), *(text for child in element for text in texts(child, without))]


def countries(site: Site) -> list[str]:
    """Return the plain names of the countries that the guide knows."""
    return [re.sub(r"^In (the )?", "", country.name) for country in site.guide.safety.countries]


def counts_and_titles(page: Page) -> tuple[Element, ...]:
    """Return where 111 is no number to call: so many people in a study, the title of a source."""
    return (*page.all("ul", "claims"), *page.all("ol", "references"))


def test_111_never_stands_in_a_sentence_without_its_country(foot: Site) -> None:
    names = re.compile("|".join([*map(re.escape, countries(foot)), "New Zealand", "England"]))
    said = [text for page in foot.pages.values() for text in texts(page.one("body"), counts_and_titles(page))]
    sentences = [part for text in said for part in re.split(r"(?<=[.!?;])\s+", text) if re.search(r"\b111\b", part)]
    assert sentences
    assert [sentence for sentence in sentences if not names.search(sentence)] == []


def test_every_country_has_its_row_and_every_number_its_country(foot: Site) -> None:
    page = foot.pages["safety/"]
    for country, name in zip(foot.guide.safety.countries, countries(foot), strict=True):
        (row,) = [e for e in page.all("tr") if e.get("id") == country.id]
        head, emergency, urgent = [text_of(cell) for cell in row][:3]
        assert name in head
        assert emergency == country.emergency
        assert urgent == country.urgent
        for said in (emergency, urgent):
            assert name in said or not re.search(r"\d{3}", said), said


def test_the_safety_page_has_every_card_with_at_most_five_signs(foot: Site) -> None:
    page = foot.pages["safety/"]
    boxes = [e for e in page.all("div") if "safety-card" in e.get("class", "").split()]
    assert len(boxes) == len(foot.guide.safety.cards)
    for box, card in zip(boxes, foot.guide.safety.cards, strict=True):
        signs = [text_of(sign) for sign in box.iter("li")]
        assert signs == list(card.signs)
        assert 1 <= len(signs) <= 5
        assert card.id in page.ids
