"""What pages tell machines: only terms of schema.org, each where it belongs, and nothing that the page does not say."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from schema_org import registry

from macros.data.load import read
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.model.dose import seconds
from macros.data.model.exercise import Exercise
from macros.edition import Edition
from macros.pages.linked_data import LinkedData
from macros.review.texts import texts
from tests.sites import GUIDES, SUBPATH, Page, Site, guide, text_of

Node = dict[str, object]
every_guide = pytest.mark.parametrize("name", GUIDES)
TYPES = frozenset(registry.MODEL_BY_SCHEMA)
"""Every type of schema.org: asking the registry itself whether it has one builds hundreds of models, for seconds."""

TEXTUAL = {"Text", "URL", "Date", "DateTime", "Duration", "Number", "Integer"}


def graph(page: Page) -> list[Node]:
    """Return the nodes that a page describes."""
    (script,) = [e for e in page.all("script") if e.get("type") == "application/ld+json"]
    data = json.loads(script.text or "")
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


def nodes(value: object) -> Iterator[Node]:
    """Yield every node in *value*, however deep."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def wrong_terms(node: Node) -> Iterator[str]:
    """Yield every term of *node* that schema.org does not have, or not there."""
    kind = str(node.get("@type", ""))
    if not kind:
        if set(node) != {"@id"}:
            yield f"no type: {sorted(node)}"
        return
    if kind not in TYPES:
        yield f"no type {kind}"
        return
    for name, value in node.items():
        if not name.startswith("@"):
            yield from wrong_values(kind, name, value)


def kinds_of(kind: str) -> set[str]:
    """Return *kind* and everything that it is a kind of."""
    return {kind, *registry.ancestry(kind)}


def wrong_values(kind: str, name: str, value: object) -> Iterator[str]:
    """Yield what is wrong with a property, its domain or the type of its values."""
    term = registry.PROPERTY_BY_SCHEMA.get(name)
    if term is None or not kinds_of(kind) & set(term.domains):
        yield f"{kind} has no {name}"
        return
    if term.superseded_by:
        yield f"{name} is superseded by {term.superseded_by}"
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            fits = "@type" not in one or bool(kinds_of(str(one["@type"])) & set(term.ranges))
        else:
            fits = bool(TEXTUAL & set(term.ranges))
        if not fits:
            yield f"{kind}.{name} cannot be {one}"


def test_the_check_itself_finds_wrong_terms() -> None:
    assert list(wrong_terms({"@type": "MedicalPage"})) == ["no type MedicalPage"]
    assert list(wrong_terms({"@type": "WebSite", "repetitions": 3})) == ["WebSite has no repetitions"]
    assert list(wrong_terms({"@type": "ExercisePlan", "sets": 3})) == ["ExercisePlan has no sets"]
    assert list(wrong_terms({"@type": "WebPage", "breadcrumb": {"@type": "Person"}}))
    assert list(wrong_terms({"@type": "ExercisePlan", "repetitions": 3, "name": "A"})) == []


@every_guide
def test_every_page_uses_only_terms_of_schema_org(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    pages = {address: page for address, page in site.pages.items() if address not in {"404.html", *site.gone}}
    wrong = {address: list(mistakes) for address, page in pages.items() for mistakes in [_wrong(page)] if mistakes}
    assert wrong == {}


def _wrong(page: Page) -> list[str]:
    return [wrong for node in nodes(graph(page)) for wrong in wrong_terms(node)]


@every_guide
def test_every_page_says_what_it_is(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    about = site.guide.guide
    for address in site.kinds().values():
        if address not in site.pages:
            continue
        page, website = graph(site.pages[address])[:2]
        assert page["@type"] == "MedicalWebPage"
        assert page["description"] == site.pages[address].meta("description")
        assert (page["version"], page["dateModified"]) == (about.version, about.released.isoformat())
        assert (page["inLanguage"], website["name"]) == (about.language, about.title)
        assert page["isPartOf"] == {"@id": website["@id"]}


def test_a_review_is_named_only_where_there_was_one(tmp_path: Path) -> None:
    hand = guide("hand")
    assert not {"reviewedBy", "lastReviewed"} & set(_first(hand))
    text = GUIDES["hand"].read_text(encoding="utf-8")
    marks = {item.id: item.fingerprint for item in texts(hand) if "exercises/fist/" in item.pages}
    review = {"by": "A Clinician", "date": "2026-11-23", "version": "0.1.0", "texts": marks}
    reviewed = text.replace("guide:\n", f"guide:\n  review: {json.dumps(review)}\n", 1)
    data = read(reviewed.encode(), tmp_path / "x.yml")
    assert not {"reviewedBy", "lastReviewed"} & set(_first(data, "exercises/spread/"))
    page = _first(data, "exercises/fist/")
    assert page["lastReviewed"] == "2026-11-23"
    assert page["reviewedBy"] == {"@type": "Person", "name": "A Clinician"}
    assert list(wrong_terms(page)) == []


def _first(of: Guide, address: str = "exercises/fist/") -> Node:
    page: Node = json.loads(LinkedData(Edition(of, Clinic())).script(address, "A", "B"))["@graph"][0]
    return page


@pytest.mark.parametrize("exercise", guide("foot").exercises, ids=lambda exercise: exercise.id)
def test_an_exercise_is_a_plan_with_the_dose_that_its_page_shows(foot: Site, exercise: Exercise) -> None:
    page = graph(foot.exercise(exercise.id))[0]
    plan = page["mainEntity"]
    assert isinstance(plan, dict)
    assert plan["name"] == exercise.name
    assert plan.get("alternateName", []) == [*filter(None, [exercise.term]), *exercise.also_called]
    assert plan["activityDuration"] == f"PT{seconds(exercise.levels[0].dose)}S"
    assert plan["additionalVariable"] == text_of(foot.exercise(exercise.id).all("p", "dose-line")[0]).removesuffix(".")
    assert "intensity" not in plan
    cited = page["citation"]
    assert isinstance(cited, list)
    assert [node["@id"].rpartition("#ref-")[2] for node in cited] == exercise.sources


def test_a_week_and_the_plan_hold_their_exercises_and_days(foot: Site) -> None:
    for number, week in enumerate(foot.guide.programme.weeks, 1):
        plan = graph(foot.week(number))[0]["mainEntity"]
        assert isinstance(plan, dict)
        named = {foot.guide.exercise(entry.exercise) for entry in week.entries}
        assert {row["name"] for row in plan["hasPart"]} == {exercise.name for exercise in named if exercise}
        assert all(row["activityFrequency"] for row in plan["hasPart"])
    whole = graph(foot.pages["schedule/"])[0]["mainEntity"]
    assert isinstance(whole, dict)
    assert whole["activityDuration"] == f"P{len(foot.guide.programme.weeks)}W"


def test_every_source_is_described_with_its_doi(foot: Site) -> None:
    cited = graph(foot.pages["evidence/sources/"])[0]["citation"]
    assert isinstance(cited, list)
    for source, node in zip(foot.guide.evidence.sources, cited, strict=True):
        assert node["name"] == source.title
        assert not source.DOI or f"https://doi.org/{source.DOI}" in node["sameAs"]
        assert (node["@type"] == "MedicalScholarlyArticle") == (source.type == "article-journal")


def test_the_page_of_studies_cites_what_was_read_of_each(foot: Site) -> None:
    cited = graph(foot.pages["evidence/studies/"])[0]["citation"]
    assert isinstance(cited, list)
    read = [id_ for study in foot.guide.evidence.studies for id_ in (study.source, *study.sources)]
    assert [node["@id"].rpartition("#ref-")[2] for node in cited] == list(dict.fromkeys(read))
    assert cited[0]["sameAs"]


@every_guide
def test_a_relative_id_leads_to_a_place_of_the_site(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    for page in site.pages.values():
        if page.address in {"404.html", *site.gone}:
            continue
        for node in nodes(graph(page)):
            if "@id" in node:
                address, _ = page.target(str(node["@id"]))
                assert address in site.pages, f"{page.address}: {node['@id']}"


def test_addresses_are_whole_where_the_sites_own_is_known(hosted: Site) -> None:
    for page in hosted.pages.values():
        if page.address == "404.html":
            continue
        for node in nodes(graph(page)):
            assert str(node.get("@id", SUBPATH)).startswith(SUBPATH)
        assert graph(page)[0]["url"] == SUBPATH + page.address


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!-- <script>", "\u2028 & \\ \" ' ]]>"])
def test_no_text_can_end_the_script(text: str) -> None:
    script = str(LinkedData(Edition(guide("hand"), Clinic(name=text))).script("", text, text))
    assert not re.search("[<>&\u2028]", script)
    assert json.loads(script)["@graph"][0]["name"] == text


def test_the_way_to_a_page_below_another_is_described(foot: Site) -> None:
    id_ = foot.guide.exercises[0].id
    trail = graph(foot.exercise(id_))[0]["breadcrumb"]
    assert isinstance(trail, dict)
    names = [step["name"] for step in trail["itemListElement"]]
    assert names == ["Home", "Exercises", foot.guide.exercises[0].name]
    assert "breadcrumb" not in graph(foot.pages["evidence/"])[0]
    below = graph(foot.pages["evidence/studies/"])[0]["breadcrumb"]
    assert isinstance(below, dict)
    assert [step["name"] for step in below["itemListElement"]][1] == foot.guide.evidence.title
