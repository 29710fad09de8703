"""The files of references: other programs read the same fields out of them, whatever is in a title."""

import json
import re
from collections.abc import Callable

import jsonschema
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, NameParts, SeparateCoAuthors, SplitNameParts
from bibtexparser.model import Entry
from citeproc.source.json import CiteProcJSON

from macros import addresses
from macros.data.model.clinic import Clinic
from macros.references import csl
from macros.references.bibtex import bibtex, title
from macros.references.csl import Item
from macros.references.ris import ris
from tests.sites import GUIDES, Site, guide

every_guide = pytest.mark.parametrize("name", GUIDES)
every_source = pytest.mark.parametrize(
    "item",
    [csl.item(source) for name in GUIDES for source in guide(name).evidence.sources],
    ids=lambda item: item["id"],
)
TEXTS = """abstract annote archive archive_collection archive_location archive-place authority call-number
    citation-label collection-title container-title container-title-short dimensions division DOI event event-place genre
    ISBN ISSN jurisdiction keyword language medium note original-publisher original-publisher-place original-title
    part-title PMCID PMID publisher publisher-place references reviewed-title scale section source status title
    title-short URL version year-suffix"""
NUMBERS = """chapter-number citation-number collection-number edition first-reference-note-number issue locator number
    number-of-pages number-of-volumes page page-first part printing supplement volume"""
DATES = "accessed available-date event-date issued original-date submitted"
NAMES = """author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director editor-translator executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator translator"""
TYPES = """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
    legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage"""
"""The variables and types of CSL 1.0.2, from appendices III and IV of its specification: docs.citationstyles.org."""

TEXT = {"type": "string", "minLength": 1}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        }
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
NAME = {
    "type": "object",
    "properties": dict.fromkeys(("family", "given", "literal"), TEXT),
    "anyOf": [{"required": ["family"]}, {"required": ["literal"]}],
    "additionalProperties": False,
}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": TEXT,
            "type": {"enum": TYPES.split()},
            **dict.fromkeys(TEXTS.split(), TEXT),
            **{key: {"type": ["string", "number"], "minLength": 1} for key in NUMBERS.split()},
            **dict.fromkeys(DATES.split(), DATE),
            **{key: {"type": "array", "minItems": 1, "items": NAME} for key in NAMES.split()},
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}
"""What the standard allows of an item, and no field that is there but empty."""

HOSTILE = (
    "} @article{evil, title={x}} {",
    "100 % of $x_1$ & #2 ~ ^ \\input{/etc/passwd} \\",
    "TY  - JOUR ER  - and @comment{ @string{a=b} %",
    '"quoted" {{ {% x %} <script>alert(1)</script> and others, and more',
)


def from_bibtex(text: str) -> dict[str, dict[str, object]]:
    """Return the entries that bibtexparser reads, with TeX turned back into letters."""
    library = parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware()])
    assert not library.failed_blocks
    assert len(library.blocks) == len(library.entries)
    as_written = parse_string(text).entries_dict
    verbatim = {
        entry.key: {field.key: field.value for field in as_written[entry.key].fields if field.key in {"url", "doi"}}
        for entry in library.entries
    }
    return {entry.key: _fields(entry) | verbatim[entry.key] for entry in library.entries}


def _fields(entry: Entry) -> dict[str, object]:
    fields: dict[str, object] = {"type": entry.entry_type}
    for field in entry.fields:
        fields[field.key] = [_name(part) for part in field.value] if field.key == "author" else _bare(str(field.value))
    return fields


def _name(name: NameParts) -> str:
    return _bare(", ".join(" ".join(part) for part in (name.von + name.last, name.first) if part))


def _bare(text: str) -> str:
    return text.replace("{", "").replace("}", "")


def people(item: Item) -> list[str]:
    """Return the authors as 'Family, Given', or a body as written."""
    return [
        person.get("literal") or ", ".join(filter(None, (person["family"], person.get("given"))))
        for person in item.get("author", [])
    ]


@every_source
def test_bibtex_holds_every_field(item: Item) -> None:
    entry = from_bibtex(bibtex(item))[item["id"]]
    assert entry.get("author", []) == people(item)
    assert entry.get("title") == item.get("title")
    assert entry.get("year") == (str(item["issued"]["date-parts"][0][0]) if "issued" in item else None)
    assert str(entry.get("pages", "")).replace("--", "-").replace("–", "-") == item.get("page", "")
    fields = {"journal": "container-title", "volume": "volume", "number": "issue", "annote": "annote"}
    fields |= {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "url": "URL"}
    if item["type"] != "article-journal":
        fields["howpublished"] = fields.pop("journal")
    assert {key: entry.get(key) for key in fields} == {key: item.get(field) for key, field in fields.items()}


@every_source
def test_ris_holds_every_field(item: Item) -> None:
    (record,) = rispy.loads(ris(item))
    kinds = {"article-journal": "JOUR", "webpage": "ELEC", "report": "RPRT", "thesis": "THES"}
    assert record["type_of_reference"] == kinds[item["type"]]
    assert record.get("authors", []) == people(item)
    assert record.get("title") == item.get("title")
    assert record.get("year") == (str(item["issued"]["date-parts"][0][0]) if "issued" in item else None)
    pages = "-".join(filter(None, (record.get("start_page"), record.get("end_page"))))
    assert pages == item.get("page", "")
    fields = {"id": "id", "secondary_title": "container-title", "volume": "volume", "number": "issue", "doi": "DOI"}
    fields |= {"accession_number": "PMID", "custom2": "PMCID"}
    assert {key: record.get(key) for key in fields} == {key: item.get(field) for key, field in fields.items()}
    assert record.get("urls", []) == [item[key] for key in ("URL",) if key in item]
    assert record["notes"] == [item["annote"]]


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "web"},
        {"doi": "10.1/x"},
        {"title": ""},
        {"author": [{"name": "Doe"}]},
        {"issued": "2020"},
        {"issued": {"date-parts": [["2020"]]}},
    ],
)
def test_the_check_itself_finds_what_the_standard_does_not_allow(wrong: dict[str, object]) -> None:
    item: dict[str, object] = {"id": "a", "type": "webpage"}
    jsonschema.validate([item], CSL)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([item | wrong], CSL)


@every_guide
def test_csl_json_is_what_the_standard_allows_and_what_citeproc_reads(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    items = json.loads((site.folder / "evidence/references.json").read_text(encoding="utf-8"))
    jsonschema.validate(items, CSL)
    assert items == [csl.item(source) for source in site.guide.evidence.sources]
    assert list(CiteProcJSON(items)) == [source.id for source in site.guide.evidence.sources]


@every_guide
def test_all_sources_are_in_one_file_of_each_kind(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    ids = [source.id for source in site.guide.evidence.sources]
    folder = site.folder / "evidence"
    assert list(from_bibtex((folder / "references.bib").read_text(encoding="utf-8"))) == ids
    assert [entry["id"] for entry in rispy.loads((folder / "references.ris").read_bytes().decode())] == ids


@every_guide
def test_every_source_and_the_guide_have_their_own_files(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    page = site.pages["evidence/sources/"]
    linked = {page.target(a.get("href", ""))[0] for a in page.all("a")}
    names = [addresses.source_files(source.id) for source in site.guide.evidence.sources]
    for path in (*names, addresses.ALL_SOURCES, addresses.GUIDE_CITATION):
        for ending in ("bib", "ris", "json"):
            assert (site.folder / f"{path}.{ending}").is_file()
            assert f"{path}.{ending}" in linked


def test_the_guides_own_files_have_its_version_date_and_address(foot: Site, hosted: Site) -> None:
    about = foot.guide.guide
    entry = from_bibtex((foot.folder / "evidence/guide.bib").read_text(encoding="utf-8"))["guide"]
    assert (entry["title"], entry["version"], entry["year"]) == (about.title, about.version, str(about.released.year))
    assert "url" not in entry
    assert "url = {https://clinic.example/foot/}" in (hosted.folder / "evidence/guide.bib").read_text(encoding="utf-8")
    (record,) = rispy.loads((hosted.folder / "evidence/guide.ris").read_bytes().decode())
    assert record["urls"] == ["https://clinic.example/foot/"]
    jsonschema.validate([csl.guide_item(foot.guide, Clinic(name="A clinic"), "https://clinic.example/")], CSL)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("write", [bibtex, ris])
def test_no_text_breaks_a_file(text: str, write: Callable[[Item], str]) -> None:
    bad: Item = {
        "id": "bad",
        "type": "article-journal",
        "title": text,
        "author": [{"family": text, "given": text}, {"literal": text}],
        "container-title": text,
        "volume": text,
        "annote": text,
    }
    good: Item = {"id": "good", "type": "webpage", "title": "Good", "URL": "https://a.example/?b=%20&c=d_e#f"}
    file = "\n".join(map(write, (bad, good)))
    if write is bibtex:
        entries = from_bibtex(file)
        assert list(entries) == ["bad", "good"]
        assert entries["good"]["url"] == good["URL"]
        shown = str(entries["bad"]["title"]).replace("ˆ", "^")  # the decoder's own sign for TeX's circumflex
        assert re.sub(r"[{}\s]", "", shown) == re.sub(r"[{}\s]", "", text)
        assert file.count("{") == file.count("}")
    else:
        assert [entry["id"] for entry in rispy.loads(file)] == ["bad", "good"]
        assert rispy.loads(file)[0]["title"] == text.strip()


def test_ris_ends_its_lines_as_the_format_asks(foot: Site) -> None:
    for file in (foot.folder / "evidence").rglob("*.ris"):
        content = file.read_bytes()
        assert content.count(b"\n") == content.count(b"\r\n")
        assert content.endswith(b"ER  - \r\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The COVID-19 pandemic in Łódź, seen by the NHS", "The {COVID}-19 pandemic in {Łódź}, seen by the {NHS}"),
        ("Foot Core Training in Runners: A T2 Study, Part I", "Foot Core Training in Runners: A {T2} Study, Part {I}"),
        ("A plan: One step", "A plan: One step"),
        ("50 % of {x} & y_z", r"50 \% of \textbraceleft{}x\textbraceright{} \& y\_z"),
    ],
)
def test_a_title_keeps_the_capitals_that_mean_something(text: str, expected: str) -> None:
    assert title(text) == expected
