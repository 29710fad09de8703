"""Text in the data is shown as written: nothing in it becomes markup, a link, a script or a template."""

import copy
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml

from macros.data.load import GuideError, load, read
from macros.pages.catalogue import shortened
from macros.review.texts import texts

ROOT = Path(__file__).parent.parent
HAND = ROOT / "tests" / "data" / "hand.yml"
WORDS = (
    r"# head {#id .class} <script>alert(x)</script> <!-- --> <![CDATA[ ]]> \*x\*",
    r"<?php ?> </guide-html> <guide-html> *[HTML]: x \g<a> %s {} $a",
    "\"'><img src=x onerror=alert(x)> \" onmouseover=\"x ' onfocus='y </title></textarea> &lt;b&gt; &amp;#x2A; &copy",
    "![i](x.png) [x](javascript:alert(x)) **bold** __strong__ `x` <https://x.example>",
)
NUMBERS = (
    r"{{7*7}} {%raise%} {#gone#} a|b \2 \g<1> {0} $1",
    "1. one [1]: javascript:alert(1) wzxhzdk:0 klzzwxh:0000 https://auto.example",
)
HOSTILE = (*WORDS, *NUMBERS)
"""Harmful texts; those with numbers are refused in sentences of evidence, which have to name where a number is from."""

UNSEEN = {
    ("guide", "credit"),
    ("safety", "countries", 0, "basis", "says"),
    (
        "safety",
        "countries",
        0,
        "injury",
    ),  # pages show that of the country they are set to, and otherwise that of anywhere
    ("safety", "anywhere", "basis", "says"),
    *(("search", "leads", 0, "words", place) for place in range(2)),
    ("search", "synonyms", 0, "words", 0),
    ("search", "synonyms", 0, "means"),
    ("evidence", "sources", 0, "page"),  # the article number of this source takes their place
}
"""What pages do not show."""

ADDRESS = "https://guide.example/"
"""Of the site: pages then have tags for chats too."""

SUMMARIES = {"description", "og:description"}
"""Names of the tags whose text is cut to what search engines show."""

DOSE = "exercises.spread.levels.light.dose"
"""A text to review in which nothing is from a free field, so that its mark holds whatever those say."""

Way = tuple[str | int, ...]
Page = dict[str, list[str]]


def data() -> object:
    """Return the small guide with every text that it leaves out."""
    guide = yaml.load(HAND.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - it makes text only
    mark = {DOSE: next(item.fingerprint for item in texts(load(HAND)) if item.id == DOSE)}
    guide["guide"]["review"] = {"by": "A clinician", "date": "2026-11-22", "version": "0.1.0", "texts": mark}
    guide["safety"]["cards"][0]["then"] = "Ask for help."
    guide["evidence"]["sources"][0] |= {
        "note": "Half of it.",
        "number": "e7",
        "crossref": {"checked": "2026-11-22", "result": "differs", "says": ["A difference."]},
    }
    guide["home"]["sections"][0] |= {"bullets": ["A bullet."], "findings": [statement("A finding.")]}
    guide["evidence"] |= evidence()
    guide["evidence"]["compared"][0]["sources"] = ["doe-2020"]
    guide["evidence"]["studies"][0]["missing"] = ["The spread."]
    return guide


def statement(text: str) -> dict[str, object]:
    """Return a sentence that rests on the claim."""
    return {"says": text, "claims": ["grip"]}


def evidence() -> dict[str, object]:
    """Return the parts of the evidence that the small guide leaves out."""
    answer = {"state": "reported", "says": "An answer."}
    item = {"id": "tools", "number": "1", "asks": "What tools", "study": answer, "guide": {**answer}}
    return {
        "unknown": [statement("Nearly everything.")],
        "brief": {"study": "doe-study", "title": "In brief", "points": [statement("A point.")]},
        "checklist": {
            "title": "A list",
            "summary": "What is said.",
            "about": ["Of lists."],
            "source": "doe-2020",
            "study": "doe-study",
            "items": [item],
        },
        "ratings": {
            "says": ["Of grades."],
            "source": "doe-2020",
            "where": "table",
            **{grade: f"It is {grade}." for grade in ("high", "moderate", "low", "very-low")},
        },
    }


def leaves(value: object, way: Way = ()) -> Iterator[Way]:
    """Yield the way to every piece of text in *value*."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from leaves(inner, (*way, key))
    if isinstance(value, str):
        yield way


def put(value: object, way: Way, text: str) -> object:
    """Return a copy of *value* with *text* at the end of *way*."""
    copied = copy.deepcopy(value)
    at = copied
    for key in way[:-1]:
        assert isinstance(at, dict | list)
        at = at[key] if isinstance(at, dict) else at[int(key)]
    if isinstance(at, dict):
        at[way[-1]] = text
    elif isinstance(at, list):
        at[int(way[-1])] = text
    return copied


def takes(guide: object, way: Way, text: str) -> bool:
    """Try whether the field at *way* may hold *text*."""
    try:
        read(json.dumps(put(guide, way, text)).encode(), HAND)
    except GuideError:
        return False
    return True


DATA = data()
WAYS = [way for way in leaves(DATA) if takes(DATA, way, "<b>?")]
"""Fields whose text is free, and so must always be harmless."""

NUMBERLESS = {place for place, way in enumerate(WAYS) if not takes(DATA, way, "7 0 1 0000")}


def marker(place: int) -> str:
    """Return a harmless text that is nowhere else."""
    return f"Leaf{place:03}end"


def hostile(place: int, turn: int) -> str:
    """Return a harmful text that is nowhere else; after as many turns as there are, each place had each."""
    texts = WORDS if place in NUMBERLESS else HOSTILE
    return f"{texts[(place + turn) % len(texts)]} {marker(place)}"


def build(folder: Path, texts: list[str]) -> Path:
    """Build the small guide with *texts* in its free fields, as an editor would, and return the site.

    Without PDFs: texts so long do not fit on one page; tests/test_papers.py has hostile text on paper.
    """
    guide = DATA
    for way, text in zip(WAYS, texts, strict=True):
        guide = put(guide, way, text)
    folder.mkdir(exist_ok=True)
    file = folder / "guide.yml"
    file.write_text(json.dumps(guide, indent=1), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "site")]
    env = {**os.environ, "GUIDE": str(file), "SITE_URL": ADDRESS, "PAPERS": "false", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=env, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def parsed(html: str) -> Element:
    """Return *html* as a browser reads it."""
    root = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    assert isinstance(root, Element)
    return root


def words(element: Element) -> str:
    """Return all text of *element*, scripts and styles left out, on one line."""
    parts: list[str] = []
    set_ = {
        part
        for inner in element.iter()
        for part in inner.iter()
        if inner.get("data-style") or inner.tag == "blockquote"
    }
    for inner in element.iter():
        if inner in set_:  # a citation style shortens given names: tests/test_citations.py
            continue
        parts += [inner.text or ""] if isinstance(inner.tag, str) and inner.tag not in {"script", "style"} else []
        parts += [inner.tail or ""] if inner is not element else []
    return " ".join(" ".join(parts).split())


def shape(root: Element) -> list[str]:
    """Return each element with the names of its attributes; a script with what it runs."""
    return [
        " ".join((str(element.tag), *sorted(element.keys()), *(_runs(element) if element.tag == "script" else ())))
        for element in root.iter()
    ]


def _runs(script: Element) -> tuple[str, str]:
    """Return what a script runs; what is only data has the shape of the data, and data for another script is only read."""
    kind, text = script.get("type", ""), script.text or ""
    if kind == "application/json":
        return script.get("src", ""), kind
    return script.get("src", ""), kind + (_bones(json.loads(text)) if kind == "application/ld+json" else text)


def _bones(data: object) -> str:
    return json.dumps(put_all(data, ""))


def put_all(data: object, text: str) -> object:
    """Return *data* with every piece of text replaced."""
    match data:
        case dict():
            return {key: put_all(value, text) for key, value in data.items()}
        case list():
            return [put_all(value, text) for value in data]
        case _:
            return text


def shown_on(html: str) -> Page:
    """Return the text of the page *html*, by the kind of place where it is."""
    root = parsed(html)
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    skipped = {"id", "href", "src", "class", "for", "name", "style", "data-own-base"}
    return {
        "title": [words(element) for element in elements if element.tag == "title"],
        "description": [e.get("content", "") for e in elements if _is_summary(e)],
        "headings": [words(element) for element in elements if re.fullmatch("h[1-6]", element.tag)],
        "attributes": [
            value for e in elements for key, value in e.items() if key not in skipped and not _is_summary(e)
        ],
        "text": [words(element) for element in elements if element.tag == "body"],
    }


def _is_summary(element: Element) -> bool:
    return bool({element.get("name"), element.get("property")} & SUMMARIES)


def pages(site: Path) -> dict[str, str]:
    """Return the HTML of every page by its path; tests/test_search.py has hostile text in results."""
    return {str(file.relative_to(site)): file.read_text(encoding="utf-8") for file in site.rglob("*.html")}


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return pages(build(tmp_path_factory.mktemp("harmless"), [marker(place) for place in range(len(WAYS))]))


@pytest.fixture(scope="module", params=range(len(HOSTILE)))
def harmed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict[str, str]]:
    turn = int(request.param)
    texts = [hostile(place, turn) for place in range(len(WAYS))]
    return turn, pages(build(tmp_path_factory.mktemp("harmed"), texts))


def test_nearly_every_field_of_the_data_is_free_text() -> None:
    assert len(WAYS) > 120
    assert {("exercises", 0, "name"), ("guide", "title"), ("safety", "at_once")} <= set(WAYS)
    assert ("exercises", 0, "id") not in WAYS


def test_every_text_is_shown_somewhere(harmless: dict[str, str]) -> None:
    shown = " ".join(harmless.values())
    assert {way for place, way in enumerate(WAYS) if marker(place) not in shown} <= UNSEEN


def test_text_adds_no_element_attribute_or_script(harmless: dict[str, str], harmed: tuple[int, dict[str, str]]) -> None:
    _, harmful = harmed
    assert harmful.keys() == harmless.keys()
    wrong = [path for path, html in harmful.items() if shape(parsed(html)) != shape(parsed(harmless[path]))]
    assert wrong == []


def test_text_starts_nothing(harmed: tuple[int, dict[str, str]]) -> None:
    for path, html in harmed[1].items():
        for element in parsed(html).iter():
            for key, value in element.items():
                assert not key.startswith("on"), path
                assert not (key in {"href", "src", "action"} and value.strip().lower().startswith("javascript:")), path


@pytest.mark.parametrize("place", ["title", "description", "headings", "attributes", "text"])
def test_text_is_shown_as_written(harmless: dict[str, str], harmed: tuple[int, dict[str, str]], place: str) -> None:
    turn, harmful = harmed
    literal = re.compile(r"Leaf(\d{3})end")
    for path, html in harmful.items():
        shown, plain = shown_on(html)[place], shown_on(harmless[path])[place]
        expected = [literal.sub(lambda match: hostile(int(match[1]), turn), text) for text in plain]
        if place == "description":
            expected = [shortened(text) for text in expected]
        assert shown == expected, path


def test_a_clinical_review_is_named_in_the_foot_of_every_page_and_on_every_sheet(harmless: dict[str, str]) -> None:
    by, version = (marker(WAYS.index(("guide", "review", key))) for key in ("by", "version"))
    sentence = f"Reviewed by {by} on 22 November 2026 (version {version}): 1 of "
    files = {path: parsed(html) for path, html in harmless.items() if path.endswith(".html")}
    feet = {
        path: [e for e in root.iter("footer") if "guide-foot" in e.get("class", "")] for path, root in files.items()
    }
    assert [path for path, foot in feet.items() if foot and sentence not in words(foot[0])] == []
    assert {"index.html", "schedule/week-1/index.html", "404.html"} <= {path for path, foot in feet.items() if foot}
    sheets = [e for e in files["schedule/week-1/index.html"].iter("p") if "week-sheet__address" in e.get("class", "")]
    assert [sentence in words(sheet) for sheet in sheets] == [True]
