"""What a screen reader finds in the PDFs: reading order, heads of tables, and what independent checkers say."""

from itertools import pairwise

import pytest
from outloud import check
from pdfua import Severity, validate

from macros.papers.catalogue import Paper
from macros.plan import all_sheets
from macros.review.marks import Marks
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from tests.pdfs import FOOT, PAPERS, read_back
from tests.printing import squeezed

pytestmark = pytest.mark.slow  # makes PDFs

KNOWN_WRONG: dict[str, str] = {}
"""Rules of the checkers that are wrong about our papers, each with the reason."""

FOLDED_WRONG = {
    "UA-01-003": "it looks for tags around a page that is placed on a sheet; the tags are in that page, where they belong"
}
"""What they have wrong besides about a booklet to fold."""

UNSEEN = (
    "whether a description says what a picture shows",
    "whether the order makes sense to a listener: the tests below hold it",
    "most of PDF/UA-1: pdfua checks 16 of its 106 rules, and cannot read the attributes of headings (UA-14-001)",
    "contrast, meaning by colour alone, and how a real screen reader sounds",
    "fields to write on: they are pictures of lines and boxes with a name, as paper has no form",
)
"""What neither checker can see; CONTRIBUTING says the same."""

PATHS = [
    "exercises/short-foot/handout-a4.pdf",
    "exercises/band-inversion/handout-letter-large.pdf",
    "schedule/week-3/sheet-letter.pdf",
    "schedule/week-3/sheet-a4-large.pdf",
    "print/week-empty-a4.pdf",
    "print/week-empty-letter-large.pdf",
    "print/log-letter.pdf",
    "print/log-a4-large.pdf",
    "print/poster-a3.pdf",
    "print/cards-letter.pdf",
    "print/booklet-a4.pdf",
    "print/booklet-letter-large.pdf",
    "print/booklet-a5-fold.pdf",
    "evidence/summary/summary-a4.pdf",
]
one_of_each_kind = pytest.mark.parametrize("path", PATHS)
one_of_each_flat_kind = pytest.mark.parametrize("path", [path for path in PATHS if "fold" not in path])
"""What is folded is read in the order of its pages, which test_posters.py holds."""


def paper(path: str) -> Paper:
    """Return the paper at *path*."""
    return next(paper for paper in PAPERS.all() if paper.path == path)


@one_of_each_kind
def test_independent_checkers_find_no_error(path: str) -> None:
    file = PAPERS.file(paper(path))
    heard = check(str(file))
    assert heard.error is None
    assert [
        f"{it.rule}: {it.message}" for it in heard.findings if it.severity == "error" and it.rule not in KNOWN_WRONG
    ] == []
    found = validate(str(file))
    wrong = FOLDED_WRONG if "fold" in path else {}
    errors = [it for it in found.findings if it.severity >= Severity.ERROR and it.rule_id not in wrong]
    assert [f"{it.rule_id}: {it.message}" for it in errors] == []
    assert {it.rule_id for it in found.skipped} <= {"UA-14-001"}


@one_of_each_flat_kind
def test_the_review_is_the_first_thing_that_is_read_and_the_licence_the_last(path: str) -> None:
    spoken = squeezed("".join(read_back(PAPERS.file(paper(path))).spoken()))
    assert spoken.startswith(squeezed(Marks(FOOT).sentence)) or "summary" in path  # nobody does what that one says
    assert squeezed(FOOT.guide.licence) in spoken[-len(squeezed(FOOT.guide.licence)) - 2 :]


def in_order(spoken: str, *texts: str) -> bool:
    """Return whether *texts* are read one after another."""
    places: list[int] = []
    for text in texts:
        places.append(spoken.find(squeezed(text), places[-1] + 1 if places else 0))
    return all(before < after for before, after in pairwise(places)) and -1 not in places


def test_a_handout_is_read_in_the_order_of_doing() -> None:
    spoken = squeezed("".join(read_back(PAPERS.file(paper("exercises/short-foot/handout-a4.pdf"))).spoken()))
    exercise = FOOT.exercise("short-foot")
    assert exercise
    assert exercise.figure
    first, dose = exercise.levels[0], dose_phrase(exercise.levels[0].dose, FOOT.guide.side)
    assert in_order(
        spoken,
        *(exercise.name, exercise.summary, "For", "By", FOOT.figures[exercise.figure].alt),
        *(first.name, dose, "Your dose:", labels().get_ready, *exercise.setup),
        *(labels().how, *exercise.steps, exercise.feel, *exercise.cues),
        *(labels().stop_if, *FOOT.stop_signs(exercise), FOOT.safety.at_once, FOOT.safety.ask_in_short),
        *(text for level in exercise.levels for text in (level.name, level.change)),
        *(exercise.progress_when, *(fault.fix for fault in exercise.faults)),
        *(labels().ask_first_if, *FOOT.ask_first(exercise), first.dose.basis.says),
    )
    front = spoken[: spoken.find(squeezed(FOOT.safety.ask_in_short))]
    assert front.count(squeezed(dose)) == 1
    assert squeezed("a blank to write on sets of a blank to write on") in front


def test_a_week_is_read_row_by_row_with_the_name_of_each_box() -> None:
    spoken = squeezed("".join(read_back(PAPERS.file(paper("schedule/week-3/sheet-a4.pdf"))).spoken()))
    week = next(sheet for sheet in all_sheets(FOOT) if sheet.address == "schedule/week-3/")
    days = tuple(labels().days.values())
    rows = [
        text
        for row in week.rows
        for text in (
            f"{row.exercise.name}, {row.level.name}. {dose_phrase(row.level.dose, FOOT.guide.side)}.",
            *(f"{row.exercise.name}, {day}" for day, on in zip(days, row.days, strict=True) if on),
        )
    ]
    lines = (labels().minutes_a_day, labels().how_hard, labels().stop_if, labels().ask_first_if)
    assert in_order(spoken, week.title, week.week.advice, "Monday"[:3], *rows, *lines)


def test_each_row_of_a_week_has_a_head_and_each_column_too() -> None:
    read = read_back(PAPERS.file(paper("schedule/week-3/sheet-a4.pdf")))
    week = next(sheet for sheet in all_sheets(FOOT) if sheet.address == "schedule/week-3/")
    assert read.scopes().count("/Column") == 1 + 7
    assert read.scopes().count("/Row") >= len(week.rows) + len((labels().minutes_a_day, labels().how_hard))


@pytest.mark.parametrize("path", ["exercises/short-foot/handout-a4.pdf", "schedule/week-3/sheet-a4-large.pdf"])
def test_the_addresses_on_a_paper_are_links(path: str) -> None:
    pages = read_back(PAPERS.file(paper(path))).pdf.pages
    links = [it.get_object()["/A"]["/URI"] for page in pages for it in page.get("/Annots", [])]
    assert {"https://a.example/", f"https://clinic.example/foot/{paper(path).page}"} <= set(links)
