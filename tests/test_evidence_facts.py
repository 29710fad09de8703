"""What an audit found in the sentences of evidence, one test for each: what was left out, made too big, or wrongly cited.

`tests/test_facts.py` holds the rest: nulls beside gains, the main result of the trials on injury, the start values of 2019.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from pydantic import BaseModel

from macros.data.model.evidence import Claim
from macros.data.model.statements import Statement
from tests.sites import guide

FOOT = guide("foot")
EVIDENCE = FOOT.evidence
CLAIMS = {claim.id: claim for claim in EVIDENCE.claims}
SOURCES = {source.id: source for source in EVIDENCE.sources}


def statements() -> list[Statement]:
    """Return every sentence of the evidence pages that rests on something."""
    brief = EVIDENCE.brief.points if EVIDENCE.brief else ()
    return [*brief, *EVIDENCE.answers, *EVIDENCE.limits, *EVIDENCE.looked, *EVIDENCE.unknown]


def words(value: object) -> Iterator[str]:
    """Return every text in a record and in the records below it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from words(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from words(item)


def whole(claim: Claim) -> str:
    """Return what a claim says with its certainty."""
    return f"{claim.says} {claim.certainty.says}"


RESULTS = {
    "okamura-2020": "arch-okamura",
    "cai-2022": "disc-partly-lost",
    "bmc-msd-2013": "floor-no-more",
    "pirfect-2017": "bands-pilot",
    "falls-trial-2008": "falls-older",
}
"""Studies whose dose an exercise uses, and the claim that says what came of it."""


@pytest.mark.parametrize(("study", "claim"), RESULTS.items())
def test_a_dose_from_a_study_comes_with_what_that_study_found(study: str, claim: str) -> None:
    users = {
        exercise.id
        for exercise in FOOT.exercises
        if any(study in level.dose.basis.sources for level in exercise.levels)
    }
    assert users
    assert users <= set(CLAIMS[claim].exercises)


def test_no_points_for_blinding_is_not_told_as_nobody_blinded() -> None:
    study = EVIDENCE.study("sulowska-2019-study")
    told = " ".join([*words(study), *(s.says for s in statements() if study.id in s.rests_on)])
    assert not re.search(r"nobody was (blinded|kept unaware)", told, re.IGNORECASE)
    assert "PEDro gives no point for blinding" in told


def test_where_runners_only_were_tested_it_says_which_studies() -> None:
    told = [text for text in words(EVIDENCE) if re.search(r"tested runners only", text)]
    assert told
    assert [text for text in told if not re.search(r"\b(two|three) studies\b", text)] == []
    assert any("Other studies" in s.says for s in EVIDENCE.unknown if "tested runners only" in s.says)


def test_the_review_of_28_trials_gives_its_strength_to_the_shoes() -> None:
    coaches = [finding for page in FOOT.pages for section in page.sections for finding in section.findings]
    told = [s.says for s in (*statements(), *coaches) if s.claims == ("strength-review",)]
    told = [CLAIMS["strength-review"].says, *(says for says in told if "strong" in says)]
    assert len(told) >= 2
    for says in told:
        assert re.search(r"minimalist shoes made toes stronger|stronger toes with minimalist shoes", says)
        assert "the arch" in says
        assert "both" not in says


def test_a_number_has_one_grade_on_every_page() -> None:
    """A sentence calls only that very uncertain which the claim behind it rates so."""
    very = {claim.source for claim in EVIDENCE.claims if claim.certainty.level == "very-low"}
    for statement in statements():
        if "very uncertain" in statement.says:
            assert {EVIDENCE.sources_of[id_] for id_ in statement.rests_on} <= very, statement.says


def test_the_rate_of_sudden_injuries_has_its_margin_beside_it() -> None:
    told = [s.says for s in statements() if "3.60" in s.says]
    assert "3.60" in CLAIMS["injury-more-sudden"].says
    for says in [*told, whole(CLAIMS["injury-more-sudden"])]:
        assert {"1.20", "10.86"} <= set(re.findall(r"\d+\.\d+", says))


def test_what_points_both_ways_is_no_gain() -> None:
    both = [claim for claim in EVIDENCE.claims if re.search(r"point both ways|small fall to a small rise", claim.says)]
    assert "push-review" in {claim.id for claim in both}
    assert [claim.id for claim in both if claim.relation == "supports"] == []


@pytest.mark.parametrize(
    ("claim", "also"),
    [
        ("balance-lynn", ("towel curls", "nothing of the group without exercise")),
        ("flat-feet-none", ("more than 6 weeks", "foot posture did get better")),
        ("posture-gabriel", ("4 weeks after stopping", "Other measures did not change", "leg that did not train")),
        ("heel-pain", ("All groups got better", "dropped out")),
        ("heel-heavy", ("After 1, 6 and 12 months there was no difference",)),
        ("sole-2019", ("neutral feet did not get faster", "differed at the start", "Maximum power rose in both")),
        ("sole-2020", ("started from different scores",)),
        ("falls-older", ("who fell at all did not clearly differ", "turning the sole out only")),
        ("diabetes-walk", ("usual speed and their steps in a day did not change",)),
        ("disc-boys", ("Walking speed did not change", "Everybody trained")),
        ("heavy-toes", ("no gain in running or in jumping up", "no comparison group")),
        ("ankles-strength", ("no gain for pulling the foot up",)),
        ("shoes-or-exercise", ("third group they did not change",)),
        ("toes-older", ("Home exercise did not change toe strength",)),
        ("falls-review", ("One measure alone made no clear difference", "0.61 to 0.99")),
        ("injury-strength-none", ("no fewer injuries",)),
        ("loads-none", ("did not change",)),
    ],
)
def test_a_claim_says_what_stands_beside_its_gain(claim: str, also: tuple[str, ...]) -> None:
    text = " ".join(whole(CLAIMS[claim]).split())
    assert [part for part in also if part not in text] == []


def test_no_training_is_said_to_lower_loads_that_did_not_change() -> None:
    assert CLAIMS["loads-none"].source == CLAIMS["foot-motion"].source
    assert CLAIMS["loads-none"].relation == "no-effect"
    assert "load" not in CLAIMS["foot-motion"].says


def test_no_size_is_called_small_where_the_source_gives_no_unit() -> None:
    assert [claim.id for claim in EVIDENCE.claims if re.search(r"\b(a little|slightly)\b", claim.says)] == []
    assert "no unit" in CLAIMS["flat-feet-some"].says


def test_the_register_is_told_to_be_late_and_nothing_more() -> None:
    told = " ".join(EVIDENCE.study("sulowska-2019-study").limits)
    assert "marked as late" in told
    assert "serves two papers" in told
    assert [text for text in words(EVIDENCE) if "no plan made before" in text] == []


@pytest.mark.parametrize(
    ("source", "fields"),
    [
        ("hara-2022", {"issued": 2023, "volume": "36", "issue": "1", "page": "21-33"}),
        ("mckeon-2015", {"volume": "49", "issue": "5", "page": "290-298"}),
        ("taddei-2020", {"volume": "48", "issue": "14", "page": "3610-3619"}),
        ("plos-one-2022", {"volume": "17", "issue": "4", "number": "e0266525"}),
        ("ridge-2013", {"volume": "45", "issue": "7", "DOI": "10.1249/MSS.0b013e3182874769"}),
        ("willemse-2024", {"issued": 2024, "volume": "40", "issue": "8", "page": "1656-1668"}),
    ],
)
def test_a_paper_has_the_year_volume_and_pages_of_its_record(source: str, fields: dict[str, object]) -> None:
    assert {name: getattr(SOURCES[source], name) for name in fields} == fields


def test_balance_training_in_boys_has_its_own_authors_and_not_those_of_a_like_paper() -> None:
    assert [name.family for name in SOURCES["bmc-sports-2020"].author] == ["Schedler", "Tenelsen", "Wich", "Muehlbauer"]


FRONT_PAGES = {"nhs-inform-strength", "steady-feet"}
"""Sources whose own page could not be found again; their notes say so."""


def test_the_address_of_a_source_is_its_page_and_not_the_front_page() -> None:
    front = {id_ for id_, s in SOURCES.items() if s.URL and not s.DOI and urlsplit(s.URL).path in {"", "/"}}
    assert front <= FRONT_PAGES
    assert [id_ for id_ in front if not re.search(r"whole site|site's address", SOURCES[id_].note or "")] == []


def test_the_newest_paper_is_as_new_as_the_page_says() -> None:
    newest = max(s.issued for s in SOURCES.values() if s.issued and s.type == "article-journal")
    assert f"The newest paper here is from {newest}." in " ".join(statement.says for statement in EVIDENCE.looked)
