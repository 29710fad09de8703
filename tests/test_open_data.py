"""What other programs read: exercises.json, which keeps its contract, and the feed of changes."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from macros.data.model.clinic import Clinic
from macros.data.model.media import Media
from macros.edition import Edition
from macros.open_data import exercises, feed
from macros.open_data.contract import Contract
from macros.wording.doses import dose_phrase
from macros.wording.text import sentence
from tests.sites import GUIDES, ROOT, SUBPATH, Site, guide

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
both = pytest.mark.parametrize("name", GUIDES)
Data = dict[str, Any]


def data(site: Site) -> Data:
    """Return the data that a site publishes."""
    content: Data = json.loads((site.folder / "exercises.json").read_text(encoding="utf-8"))
    return content


def every(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Yield every value inside *value* with the keys that lead to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from every(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from every(inner, path)
    else:
        yield path, value


@both
def test_the_data_keeps_its_schema(sites: dict[str, Site], name: str) -> None:
    schema = json.loads((sites[name].folder / data(sites[name])["described_by"]).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data(sites[name]))
    wrong = data(sites[name])
    wrong["exercises"][0]["levels"][0]["dose"]["sets"] = "three"
    assert not Draft202012Validator(schema).is_valid(wrong)


@both
def test_every_address_in_the_data_is_there(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    keys = ("page", "findings", "svg", "png", "address", "instead", "home", "changes", "feed", "described_by")
    found = [str(value) for path, value in every(data(site)) if path.rpartition(".")[2] in keys]
    assert len(found) > 30
    for way in found:
        address, _, anchor = urljoin("http://x/", way).removeprefix("http://x/").partition("#")
        page = site.pages.get(address)
        assert page or (site.folder / address).is_file(), way
        assert not anchor or (page and anchor in page.ids), way


@both
def test_the_data_has_every_exercise_as_the_guide_does(sites: dict[str, Site], name: str) -> None:
    content, known = data(sites[name]), guide(name)
    assert [one["id"] for one in content["exercises"]] == [one.id for one in known.exercises]
    for one, exercise in zip(content["exercises"], known.exercises, strict=True):
        assert one["stop_if"] == list(known.stop_signs(exercise))
        assert one["ask_first_if"] == list(known.ask_first(exercise))
        for rung, level in zip(one["levels"], exercise.levels, strict=True):
            assert rung["dose"]["says"] == sentence(dose_phrase(level.dose, known.guide.side))
            assert rung["steps"] == list(exercise.steps_at(level))
            assert rung["former_ids"] == list(level.former_ids)
        assert len(one["papers"]) == 4
    sources = {one["id"] for one in content["sources"]}
    used = {value for path, value in every(content["exercises"]) if path.endswith(".sources")}
    assert used <= sources
    doi = {one["id"]: one["doi"] for one in content["sources"]}
    assert doi == {source.id: source.DOI for source in known.evidence.sources}
    weeks = [week for plan in content["programmes"] for week in plan["weeks"]]
    levels = {(one["id"], rung["id"]) for one in content["exercises"] for rung in one["levels"]}
    assert {(entry["exercise"], entry["level"]) for week in weeks for entry in week["entries"]} <= levels
    assert all(len(week["minutes"]) == 7 for week in weeks)


def test_the_data_has_what_is_retired(sites: dict[str, Site]) -> None:
    [wave, *_] = data(sites["hand"])["retired"]
    assert (wave["id"], wave["page"], wave["instead"]) == ("wave", "exercises/wave/", "exercises/spread/")


def test_the_data_names_its_site_and_host_where_they_are_known() -> None:
    clinic = Clinic.model_validate({"name": "Harbour", "url": "https://harbour.example/", "changed": None})
    for edition, site, host in (
        (Edition(guide("hand"), Clinic()), None, None),
        (
            Edition(guide("hand"), clinic, SUBPATH),
            SUBPATH,
            {"name": "Harbour", "url": "https://harbour.example/", "changed": None},
        ),
    ):
        files = dict(exercises.files(edition, with_papers=False))
        content = json.loads(files["exercises.json"])
        assert (content["site"], content["host"]) == (site, host)
        assert content["exercises"][0]["papers"] == []
        assert files == dict(exercises.files(edition, with_papers=False))


def test_the_data_has_a_photo_of_the_hosts_own() -> None:
    fist, *others = guide("hand").exercises
    photo = {"file": "own/fist.jpg", "alt": "A fist.", "author": "A", "licence": "CC BY"}
    shown = fist.model_copy(update={"media": Media.model_validate(photo)})
    edition = Edition(guide("hand").model_copy(update={"exercises": (shown, *others)}), Clinic())
    [one, other] = json.loads(dict(exercises.files(edition, with_papers=False))["exercises.json"])["exercises"]
    assert one["media"] == {**{key: text for key, text in photo.items() if key != "file"}, "address": "own/fist.jpg"}
    assert other["media"] is None


def keys(schema: Data) -> set[str]:
    """Return every key that a schema has, after the name of its record."""
    records = {"Contract": schema, **schema["$defs"]}
    return {f"{name}.{key}" for name, record in records.items() for key in record["properties"]}


def test_version_1_of_the_contract_loses_no_key() -> None:
    published = (ROOT / "tests/data/contract-1.txt").read_text(encoding="utf-8").split()
    now = Contract.model_json_schema(mode="serialization")
    assert sorted(set(published) - keys(now)) == [], "a key that is gone or renamed needs a new version of the contract"
    required = {
        f"{name}.{key}" for name, record in {"Contract": now, **now["$defs"]}.items() for key in record["required"]
    }
    assert required == keys(now)
    assert sorted(keys(now) - set(published)) == [], "add the new keys to tests/data/contract-1.txt"


def atom(text: str) -> ET.Element:
    """Return a feed, parsed."""
    return ET.fromstring(text.encode())


def href(element: ET.Element, rel: str) -> str:
    """Return where the link of a kind leads."""
    [link] = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == rel]
    return link.get("href", "")


@both
def test_the_feed_has_every_release_and_all_that_atom_asks_for(sites: dict[str, Site], name: str) -> None:
    site, releases = sites[name], guide(name).guide.releases
    root = atom((site.folder / "changes/feed.xml").read_text(encoding="utf-8"))
    entries = root.findall(f"{ATOM}entry")
    assert root.tag == f"{ATOM}feed"
    for element in (root, *entries):
        for needed in ("id", "title", "updated"):
            assert (element.findtext(ATOM + needed) or "").strip(), needed
        assert (element.findtext(f"{ATOM}updated") or "").endswith("T00:00:00Z")
    assert root.findtext(f"{ATOM}author/{ATOM}name") == guide(name).guide.credit
    ids = [element.findtext(f"{ATOM}id") or "" for element in (root, *entries)]
    assert len(set(ids)) == len(releases) + 1
    assert all(id_.startswith("urn:uuid:") for id_ in ids)
    assert urljoin("http://x/changes/feed.xml", href(root, "self")) == "http://x/changes/feed.xml"
    for entry, release in zip(entries, releases, strict=True):
        assert [item.text for item in entry.iter(f"{XHTML}li")] == list(release.changes)
        page, _, anchor = urljoin("http://x/changes/feed.xml", href(entry, "alternate")).partition("#")
        assert page == "http://x/changes/"
        assert anchor in site.pages["changes/"].ids


def test_the_ids_of_the_feed_never_change() -> None:
    [first] = [text for _, text in feed.files(Edition(guide("hand"), Clinic()))]
    [hosted] = [text for _, text in feed.files(Edition(guide("hand"), Clinic(), SUBPATH))]
    ids = [[e.text for e in atom(text).iter(f"{ATOM}id")] for text in (first, hosted)]
    assert ids[0] == ids[1]
    assert ids[0] == [
        "urn:uuid:a8536fb4-ab13-5009-bb87-70e23f971b63",
        "urn:uuid:1d4ba80d-4bbd-5f3e-89f2-55b305334516",
    ]
    assert href(atom(hosted), "self") == f"{SUBPATH}changes/feed.xml"


@both
def test_every_page_names_the_feed_and_the_data(sites: dict[str, Site], name: str) -> None:
    for page in sites[name].pages.values():
        types = {e.get("type"): e.get("href", "") for e in page.all("link") if e.get("rel") == "alternate"}
        assert types.keys() == {"application/atom+xml", "application/json"}
        if page.address != "404.html":
            assert page.target(types["application/atom+xml"])[0] == "changes/feed.xml"
            assert page.target(types["application/json"])[0] == "exercises.json"
    links = [
        page.target(a.get("href", ""))[0]
        for page in map(sites[name].pages.get, ("changes/", "print/"))
        if page
        for a in page.all("a")
    ]
    assert {"changes/feed.xml", "exercises.json", "exercises-1.schema.json"} <= set(links)
