"""The plan of the code: who imports whom, who owns what, and that whatever is registered in one place is whole."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from macros.data.model.answers import Side
from macros.data.model.checklist import Reported
from macros.data.model.dose import Basis
from macros.data.model.evidence import Certainty, Claim, Compared
from macros.data.model.exercise import Exercise
from macros.data.model.paper_size import PaperSize
from macros.data.model.programme import DAYS
from macros.data.model.source import Crossref, Source
from macros.data.model.study import Outcome
from macros.pages.evidence_parts import PARTS
from macros.pages.macros import NAMES
from macros.papers.catalogue import KINDS
from macros.pictures import FORMATS as PICTURE_FORMATS
from macros.references.files import FORMATS as REFERENCE_FORMATS
from macros.references.styles import Texts
from macros.wording.labels import labels
from tests.script_texts import shown
from tests.sites import ROOT

PACKAGE = ROOT / "macros"
TEMPLATES = PACKAGE / "pages" / "templates"
LAYERS = (
    ("__init__", "__main__", "hooks"),
    ("bridge", "publishing"),
    ("pages",),
    ("downloads", "sharing", "open_data", "hosting"),
    ("papers",),
    ("references", "pictures", "calendar", "assets", "app", "worker"),
    ("plan", "edition", "former"),
    ("review",),
    ("wording",),
    ("data",),
    ("figures",),
    ("reserved",),
    ("addresses",),
    ("anchors", "arguments", "cache", "colours", "qr"),
)
"""Parts of the package, from the top down: each may import what is below it, and its own folder."""

RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
HEAVY = (
    "mkdocs",
    "mkdocs_macros",
    "typst",
    "citeproc",
    "icalendar",
    "segno",
    "resvg_py",
    "jinja2",
    "lightningcss",
    "rjsmin",
)
LONGEST = 250
"""Lines of a module that can be read in one sitting."""

MODULES = sorted(PACKAGE.rglob("*.py"))
every_module = pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(PACKAGE).as_posix())


def imported(file: Path) -> Iterator[str]:
    """Yield every module that *file* imports when it runs, wherever the import is."""
    for node in _running(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom(module=str(module)):
                yield module
                yield from (f"{module}.{alias.name}" for alias in node.names)


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """Yield every node but those that only type checkers read."""
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield child
            yield from _running(child)


def part(name: str) -> str:
    """Return the part of the package that a module belongs to: 'macros.data.load' is in 'data'."""
    return name.split(".")[1]


def part_of(file: Path) -> str:
    """Return the part of the package that a file belongs to."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def sources(*patterns: str) -> Iterator[tuple[Path, str]]:
    """Yield every file of ours that may name a label or an address, with its text."""
    for pattern in patterns:
        for file in sorted(ROOT.glob(pattern)):
            yield file, file.read_text(encoding="utf-8")


CODE = ("macros/**/*.py", "macros/**/*.html", "macros/**/*.typ", "overrides/**/*.html", "docs/assets/js/**/*.js")


@every_module
def test_imports_run_one_way(file: Path) -> None:
    own = part_of(file)
    parts = {part(name) for name in imported(file) if name.startswith("macros.")} & RANK.keys()
    assert {other for other in parts if other != own and RANK[other] <= RANK[own]} == set()


def test_every_part_has_its_place() -> None:
    assert {part_of(file) for file in MODULES} == RANK.keys()


@every_module
def test_only_the_bridge_and_the_hooks_know_mkdocs(file: Path) -> None:
    knows = {name for name in imported(file) if name.split(".")[0] in {"mkdocs", "mkdocs_macros"}}
    assert not knows or part_of(file) in {"bridge", "hooks"}


@pytest.mark.parametrize(
    "module", ["macros", "macros.data", "macros.data.load", "macros.data.settings", "macros.wording.doses"]
)
def test_the_core_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*(name for name in {HEAVY} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.split() == []


@every_module
def test_a_module_can_be_read_in_one_sitting(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


ADDRESS = re.compile(
    r"""["'`/](?:(?:exercises|schedule|evidence|safety|downloads|glossary|changes)/|figures/\S*\.(?:svg|png))"""
)
COMMENT = re.compile(r'""".*?"""|\{#.*?#\}|(?<!["\'(])#(?!\{|\w).*?$|//.*?$', re.DOTALL | re.MULTILINE)


def test_no_address_is_spelled_outside_its_module() -> None:
    spelled = [
        f"{file.relative_to(ROOT)}: {match[0]}"
        for file, text in sources(*CODE)
        if file != PACKAGE / "addresses.py"
        for match in ADDRESS.finditer(COMMENT.sub("", text))
    ]
    assert spelled == []


def options(record: type[BaseModel], field: str) -> set[str]:
    """Return the words that a field of the data may hold."""
    annotation = record.model_fields[field].annotation
    return set(get_args(annotation))


def leaves(value: object, name: str = "") -> Iterator[str]:
    """Yield the own name of each label; those of a mapping share the mapping's."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, str(key))
    else:
        yield name


def test_every_label_is_used() -> None:
    text = "\n".join(text for _, text in sources(*CODE))
    used = set(re.findall(r"\.(\w+)|[\"'](\w+)[\"']", text))
    names = {name for pair in used for name in pair if name}
    assert [name for name in leaves(_fields()) if name not in names] == []


def _fields() -> dict[str, object]:
    """Return the labels without the keys of mappings, which are words of a vocabulary."""
    return {name: _of(getattr(labels(), name)) for name in type(labels()).model_fields}


def _of(value: object) -> object:
    fields = getattr(type(value), "model_fields", None)
    return {name: _of(getattr(value, name)) for name in fields} if fields else ""


VOCABULARIES = {
    "kinds": options(Exercise, "kind"),
    "bases": options(Basis, "kind"),
    "rating": options(Certainty, "rated_by"),
    "certainty.guide": options(Certainty, "level"),
    "certainty.grade": options(Certainty, "level"),
    "relations": options(Claim, "relation"),
    "verdicts": options(Compared, "verdict"),
    "read": options(Source, "read"),
    "better": options(Outcome, "better"),
    "crossref": options(Crossref, "result"),
    "checklist.states": options(Reported, "state"),
    "grades": {"high", "moderate", "low", "very_low"},
    "days": set(DAYS),
    "evidence_parts": set(PARTS.values()),
    "answers.sides": set(Side),
    "citing.styles": set(Texts._fields),
}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_of_a_vocabulary_has_its_label(name: str) -> None:
    value: object = labels().model_dump()
    for key in name.split("."):
        assert isinstance(value, dict)
        value = value[key]
    assert isinstance(value, dict)
    assert value.keys() == VOCABULARIES[name]


def test_every_macro_has_a_template_and_every_template_a_use() -> None:
    templates = {file.stem for file in TEMPLATES.glob("*.html")}
    assert set(NAMES) - templates == set()
    text = "\n".join(
        text
        for _, text in sources(
            "macros/pages/**/*"  # a folder has no text
            ".py",
            "macros/pages/**/*.html",
        )
    )
    assert [name for name in templates if f'"{name}' not in text and name not in NAMES] == []


def test_the_documents_show_every_macro() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"| `{name}` | `{{{{ {name}(" not in text] == []


def test_every_kind_of_paper_has_its_template_and_its_name() -> None:
    for kind in KINDS:
        template = (PACKAGE / "papers" / f"{kind.name}.typ").read_text(encoding="utf-8")
        assert f"#let {kind.name}(it) =" in template
    assert {kind.name for kind in KINDS} | {"calendar", "archive"} == labels().downloads.kinds.keys()


def test_every_paper_size_and_format_has_its_name() -> None:
    assert set(PaperSize) == labels().paper_sizes.keys()
    assert all(size.typst for size in PaperSize)
    assert {*PICTURE_FORMATS, *REFERENCE_FORMATS, "ics"} == labels().formats.keys()


def test_every_word_that_a_script_of_readers_own_shows_is_a_label() -> None:
    found = [f"{file.name}:{text}" for file, code in sources("docs/assets/js/own/*.js") for text in shown(code)]
    assert found == [], "put it into labels.yml"


SHOWN = {
    "close": ('make("p", {}, "close")', 'make("p", {}, late ? "close" : "")', "make('p', {}, [name, 'close'])"),
    " weeks": ('make("p", {}, `${number} weeks`)', "lost.push(`${number} weeks`)"),
    "saved": ('button.textContent = "saved"', 'button.textContent = done ? words.kept : "saved"'),
    "open": ('make("a", { title: "open", class: "button" })', 'link.setAttribute("aria-label", "open")'),
    "Week ": ("const name = `Week ${number}`", 'fill(`${first ? `Week ${number}` : ""}`)'),
    "two words": ('const name = "two words"', "const name = /* found */ 'two words' // here"),
}
"""What readers would see, and scripts that show it."""

NOT_SHOWN = (
    'make("p", { class: "button button--quiet", type: "button" }, words.close)',
    'make("p", {}, kind === "time" ? words.seconds : words.steps)',
    "const part = page.querySelector(`[data-tabs] a[href=\"#${id}\"]`); part.setAttribute('class', 'fold')",
    "const lines = ['BEGIN:VEVENT', `DTSTART:${day}`]; if (!code) throw new RangeError(`No code holds ${length} bytes`) // Two words",
    'const keys = { title: words.title, kind: "time" }; const parts = text.split(/"Two words"/)',
)


@pytest.mark.parametrize(("text", "code"), [(text, code) for text, some in SHOWN.items() for code in some])
def test_a_word_in_a_script_is_found(text: str, code: str) -> None:
    assert [found.partition(": ")[2] for found in shown(code)] == [text]


@pytest.mark.parametrize("code", NOT_SHOWN)
def test_what_no_reader_sees_is_no_word(code: str) -> None:
    assert list(shown(code)) == []
