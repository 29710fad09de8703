"""Facts that the foot guide must get right: the figures of 2019 by group, and numbers to call with their country."""

import re
from xml.etree.ElementTree import Element

import pytest

from macros.data.model.dose import FROM_STUDIES
from macros.references import csl, styles
from macros.wording.text import sentence
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
        row
        for row in cells(foot.pages["evidence/studies/"])
        if any(figure in " ".join(row) for figure in (before, after))
    ]
    rows = [row for row in found if before in row[2] and after in row[3]]
    assert len(rows) == 1
    assert group in rows[0][1].casefold()
    other = {"pronated": "neutral", "neutral": "pronated"}[group]
    assert other not in rows[0][1].casefold()


@pytest.mark.parametrize("said", ["2019", "Oleksy"])
def test_the_sources_follow_the_paper(foot: Site, said: str) -> None:
    assert said in foot.pages["evidence/sources/"].text


@pytest.mark.parametrize("doi", ["10.1155/2019/6947273", "10.1371/journal.pone.0157917", "10.3390/ijerph17186534"])
def test_the_studies_can_be_found_by_their_doi(foot: Site, doi: str) -> None:
    references = foot.pages["evidence/sources/"].one("ol", "references")
    assert f"https://doi.org/{doi}" in {link.get("href") for link in references.iter("a")}


def test_the_slips_of_the_article_stand_only_where_they_are_put_right(foot: Site) -> None:
    for page in foot.pages.values():
        head = " ".join([text_of(page.one("title")), *(e.get("content", "") for e in page.all("meta"))])
        assert not SLIPS.search(head), page.address
        allowed = slips_are_right_here(page)
        assert [text for text in texts(page.one("body"), allowed) if SLIPS.search(text)] == [], page.address


def test_the_article_checked_names_the_slips(foot: Site) -> None:
    table = text_of(compared(foot.pages["evidence/article/"]))
    assert {"2018", "2019", "Olesky", "Oleksy"} <= set(re.findall(r"\w+", table))


def compared(page: Page) -> Element:
    """Return the table that holds the article against the papers."""
    (table,) = [e for e in page.all("table") if len(e.findall("thead/tr/th")) == 3]
    assert text_of(table).startswith("The article says")
    return table


def slips_are_right_here(page: Page) -> tuple[Element, ...]:
    """Return where a slip, or another source's own year, may stand."""
    return (*page.all("table", "compared"), *page.all("ol", "references"), *page.all("ul", "by-side"))


def texts(element: Element, without: tuple[Element, ...]) -> list[str]:
    """Return the text of each block in *element*, leaving out the elements *without*."""
    if element in without or element.tag in {"script", "style"}:
        return []
    if element.tag in BLOCKS:
        return [text_of(element)]
    own = [element.text or "", *(child.tail or "" for child in element)]
    return [" ".join(own), *(text for child in element for text in texts(child, without))]


def counts_and_titles(page: Page) -> tuple[Element, ...]:
    """Return where 111 is no number to call: so many people in a study, the title of a source."""
    return (*page.all("ul", "claims"), *page.all("ol", "references"))


def without_sources(text: str) -> str:
    """Return *text* without the numbers of its sources."""
    return re.sub(r"\[\d+\]", "", text)


def test_111_never_stands_without_its_country(foot: Site) -> None:
    """In a list the country is the term; elsewhere it is in the sentence."""
    names = re.compile("|".join(re.escape(country.name) for country in foot.guide.safety.countries))
    found = []
    for page in foot.pages.values():
        lists = [group for list_ in page.all("dl") for group in list_.iter("div") if group.find("dd") is not None]
        found += [(without_sources(text_of(group)), text_of(next(group.iter("dt")))) for group in lists]
        whole = texts(page.one("body"), (*counts_and_titles(page), *lists))
        said = map(without_sources, whole)
        found += [(part, part) for text in said for part in re.split(r"(?<=[.!?;])\s+", text)]
    called = [(text, place) for text, place in found if re.search(r"\b111\b", text)]
    assert called
    assert [text for text, place in called if not names.search(place)] == []


@pytest.mark.parametrize(
    ("state", "number"),
    [
        ("United Kingdom", "999"),
        ("Ireland", "999 or 112"),
        ("European Union", "112"),
        ("United States", "911"),
        ("Australia", "000"),
        ("New Zealand", "111"),
    ],
)
def test_every_emergency_number_is_the_one_of_its_country(foot: Site, state: str, number: str) -> None:
    safety = foot.guide.safety
    assert safety.numbers(safety.anywhere)[state] == number
    assert len(safety.numbers(safety.anywhere)) == 6
    for country in safety.countries:
        others = {call for call in safety.numbers(country).values() if call not in country.call}
        for text in (country.emergency, country.injury):
            assert country.call in text
            assert not any(call in text for call in others), country.id


def test_the_safety_page_has_every_card_with_at_most_five_signs(foot: Site) -> None:
    page = foot.pages["safety/"]
    boxes = page.all("div", "safety-card")
    cards = [card for cards in foot.guide.safety.by_urgency().values() for card in cards]
    assert len(boxes) == len(cards) == len(foot.guide.safety.cards)
    for box, card in zip(boxes, cards, strict=True):
        signs = [text_of(sign) for sign in box.iter("li")]
        assert signs == list(card.signs)
        assert 1 <= len(signs) <= 5
        assert text_of(next(box.iter("h3"))) == card.heading


def box_of(page: Page, card: str) -> Element:
    """Return a safety card."""
    return next(box for box in page.all("div", "safety-card") if next(box.iter("h3")).get("id") == card)


@pytest.mark.parametrize(
    ("card", "words"),
    [
        ("emergency-eye", ("hit your eye", "sight", "emergency department", "Do not rub", "do not drive yourself")),
        ("emergency-fall", ("after a fall", "cannot get up", "head", "hip", "blood thinners", "vomiting")),
        (
            "urgent-diabetes",
            ("diabetes", "wound", "blister", "do not feel it", "loses feeling", "foot protection team"),
        ),
        ("ask-heart", ("heart problem", "high blood pressure")),
    ],
)
def test_an_eye_a_fall_a_diabetic_wound_and_the_heart_have_their_card(
    foot: Site, card: str, words: tuple[str, ...]
) -> None:
    text = text_of(box_of(foot.pages["safety/"], card))
    assert [word for word in words if word not in text] == []


def test_every_card_names_its_sources(foot: Site) -> None:
    assert [card.id for card in foot.guide.safety.cards if not card.basis.sources] == []


def test_a_card_that_sends_to_a_hospital_never_says_to_ask_a_doctor(foot: Site) -> None:
    safety, page = foot.guide.safety, foot.pages["safety/"]
    hospital = [card for card in safety.cards if re.search(r"emergency|injury unit", card.heading)]
    assert {"urgent-injury", "emergency-now"} <= {card.id for card in hospital}
    for card in hospital:
        text = text_of(box_of(page, card.id))
        assert safety.anywhere.urgent not in text, card.id
        assert (safety.anywhere.injury in text) == (card.grade == "injury"), card.id
    assert safety.anywhere.emergency in text_of(page.one("section", "urgency--emergency"))


def test_dark_pee_needs_help_now_and_is_among_what_needs_help_today(foot: Site) -> None:
    today = text_of(foot.pages["safety/"].one("section", "urgency--today"))
    assert "Get medical help now if your muscles hurt very badly and your pee is dark, like cola." in today
    assert today.index("dark, like cola") < today.index("Go to an injury unit")


def test_chest_pain_now_is_an_emergency_and_only_earlier_chest_pain_is_a_reason_to_ask(foot: Site) -> None:
    cards = [card for card in foot.guide.safety.cards if card.grade == "ask"]
    chest = [(card, sign) for card in cards for sign in card.signs if "chest pain" in sign]
    assert chest
    for card, sign in chest:
        assert "in the past" in sign
        assert "emergency" in (card.then or "")


GENERAL = (
    "diabetes",
    "numb feet",
    "poor circulation",
    "wound",
    "blister",
    "a hot, swollen joint",
    "heart problem",
    "high blood pressure",
    "osteoporosis",
    "a pregnancy",
    "falls or dizziness",
    "surgery",
    "stress fracture",
)
"""Whom every exercise asks to see somebody first, in the words of the general list."""


def test_the_general_list_names_everybody_who_asks_first(foot: Site) -> None:
    asked = " ".join(foot.guide.safety.signs("ask"))
    assert [word for word in GENERAL if word not in asked] == []


IN_SHORT = {
    "ask-foot": (
        "diabetes",
        "numb feet",
        "poor circulation",
        "foot wound",
        "sprain",
        "break",
        "operation",
        "hot joint",
    ),
    "ask-body": ("weak bones", "falls", "dizziness", "pregnancy"),
    "ask-heart": ("heart trouble", "high blood pressure", "chest pain or blackouts", "told to limit exercise"),
}
"""What the line of who asks first says of each card that is about all exercises."""


def test_the_line_of_who_asks_first_has_every_card_that_is_about_all_exercises(foot: Site) -> None:
    safety = foot.guide.safety
    assert {card.id for card in safety.cards if card.grade == "ask" and not card.exercises} == IN_SHORT.keys()
    assert [word for words in IN_SHORT.values() for word in words if word not in safety.ask_in_short.casefold()] == []


STOP = ("numb", "cold", "pale", "dizzy", "limp", "4 steps", "above 3 out of 10")
AT_ONCE = ("chest pain", "trouble breathing", "a band in the eye", "a bad fall", "cold or pale", "brown or black skin")


def test_the_general_stop_rules_name_every_sign(foot: Site) -> None:
    signs = " ".join(foot.guide.safety.signs("stop"))
    assert [word for word in STOP if word not in signs] == []
    assert [word for word in AT_ONCE if word not in foot.guide.safety.at_once] == []


def test_the_band_exercises_stop_for_the_band_and_ask_about_latex(foot: Site) -> None:
    bands = [exercise for exercise in foot.guide.exercises if "Resistance band" in exercise.equipment]
    assert len(bands) == 4
    for exercise in bands:
        assert {"the band slips, or the thing that holds it moves"} <= set(foot.guide.stop_signs(exercise))
        assert [ask for ask in foot.guide.ask_first(exercise) if "latex" in ask]


def test_no_exercise_repeats_or_contradicts_the_general_rules(foot: Site) -> None:
    for exercise in foot.guide.exercises:
        for signs in (foot.guide.stop_signs(exercise), foot.guide.ask_first(exercise)):
            assert len(signs) == len(set(signs))
        assert len(foot.guide.stop_signs(exercise)) <= 8


def test_the_first_picture_is_that_of_the_first_level(foot: Site) -> None:
    exercise = foot.guide.exercise("disc-balance-one-leg")
    assert exercise
    assert exercise.figure == "one-leg-floor"
    assert "disc" not in " ".join((*exercise.setup, *exercise.steps))


def test_new_zealand_has_its_advice_line_and_111_for_the_ambulance(foot: Site) -> None:
    (place,) = [e for e in foot.pages["safety/"].all("div") if e.get("id") == "new-zealand"]
    assert "New Zealand" in text_of(place)
    assert "0800 611 116" in text_of(place)
    assert "111 is the ambulance number" in text_of(place)


def test_there_is_one_pain_limit(foot: Site) -> None:
    safety = foot.guide.safety
    texts_ = [*safety.soreness.says, *(sign for card in safety.cards for sign in card.signs)]
    limits = [text for text in texts_ if "pain" in text and re.search(r"\b[0-9] (out of|on a scale)", text)]
    assert limits
    assert [text for text in limits if not re.search(r"above 3\b", text)] == []


def test_no_title_of_our_own_leaves_the_site(foot: Site) -> None:
    untitled = [source for source in foot.guide.evidence.sources if source.title is None]
    assert untitled
    for source in untitled:
        assert source.described_as
        for ending in ("bib", "ris", "json"):
            file = (foot.folder / f"evidence/sources/{source.id}.{ending}").read_text(encoding="utf-8")
            assert source.described_as not in file, source.id
            assert "We do not know its title." in file, source.id
        texts = styles.texts(csl.item(source))
        assert all(source.described_as not in text for text in texts), source.id
        assert all("[Title not known]" in text for text in texts), source.id


def test_no_title_is_in_square_brackets(foot: Site) -> None:
    assert [s.id for s in foot.guide.evidence.sources if s.title and s.title.startswith("[")] == []


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("mckeon-2015", "The foot core system: a new paradigm for understanding intrinsic foot muscle function"),
        ("bjgp-achilles", "Achilles tendon rupture: how to avoid missing the diagnosis"),
        ("bmc-msd-2013", "(ACL-SPORTS) training: a randomized control trial"),
    ],
)
def test_a_paper_has_its_own_title(foot: Site, source: str, title: str) -> None:
    assert title in (foot.guide.evidence.source(source).title or "")


def test_the_people_of_2011_are_20_people_and_not_20_feet(foot: Site) -> None:
    assert [p.address for p in foot.pages.values() if re.search(r"\b20 (healthy |normal )?feet\b", p.text)] == []


def test_a_dose_from_a_study_says_in_whom_it_was_used(foot: Site) -> None:
    doses = [(e.id, level.dose.basis) for e in foot.guide.exercises for level in e.levels]
    studied = [(id_, basis) for id_, basis in doses if basis.people]
    assert studied
    assert [b for _, b in doses if b.kind in FROM_STUDIES and not b.people] == []
    assert [
        b.people for _, b in studied if not re.search(r"\b(people|adults|athletes|runners)\b", b.people or "")
    ] == []
    for id_, basis in studied:
        assert sentence(basis.people or "") in foot.pages[f"exercises/{id_}/"].text


def test_no_dose_is_called_tested_that_no_study_tested_by_itself(foot: Site) -> None:
    doses = [level.dose.basis.kind for exercise in foot.guide.exercises for level in exercise.levels]
    assert "tested" not in doses
    plan = foot.guide.exercise("disc-balance-one-leg")
    assert plan
    assert plan.levels[0].dose.basis.kind == "protocol"


@pytest.mark.parametrize(
    ("address", "gain", "nothing"),
    [
        ("exercises/short-foot/evidence/", "10 people with flat feet", "arch-okamura"),
        ("evidence/findings/", "muscle-size", "muscle-strength-none"),
        ("evidence/findings/", "injury-fewer", "injury-no-fewer"),
        ("evidence/findings/", "heel-heavy", "heel-advice"),
    ],
)
def test_what_a_trial_did_not_find_is_next_to_what_it_found(foot: Site, address: str, gain: str, nothing: str) -> None:
    claims = {claim.id: claim for claim in foot.guide.evidence.claims}
    assert claims[nothing].relation == "no-effect"
    text = foot.pages[address].text
    assert (claims[gain].says if gain in claims else gain) in text
    assert claims[nothing].says in text


def test_a_trial_of_injury_reports_its_main_result(foot: Site) -> None:
    claims = {claim.id: claim.says for claim in foot.guide.evidence.claims}
    assert "leg injuries were not fewer" in claims["injury-no-fewer"]


def test_groups_that_differed_at_the_start_are_said_to_have_differed(foot: Site) -> None:
    limits = " ".join(foot.guide.evidence.study("sulowska-2019-study").limits)
    assert "differed at the start" in limits
    assert {"35.26", "37.33"} <= set(re.findall(r"\d+\.\d+", limits))


def test_maximum_power_is_reported_of_both_groups_wherever_the_study_is_summed_up(foot: Site) -> None:
    for address in ("", "evidence/", "coaches/"):
        assert "Maximum power rose in both groups" in foot.pages[address].text or (
            "In both groups, maximum power" in foot.pages[address].text
        ), address
