"""The PDFs of the build, read back: what is on them, how they are tagged, where their codes lead, when they are created again."""

import io
import json
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import typst
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, StreamObject

from macros import addresses
from macros import cache as cache_module
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.model.paper_size import PaperSize
from macros.data.model.programme import Programme
from macros.data.model.review import Review
from macros.papers import typst_pdf
from macros.papers.catalogue import Paper
from macros.papers.make import PaperError, Papers
from macros.papers.zips import archive
from macros.pictures import Pictures
from macros.plan import all_sheets, sheets
from macros.review.marks import Marks
from macros.review.texts import texts
from macros.wording.about import version_phrase
from macros.wording.calls import emergency_call
from macros.wording.dates import rest_phrase
from macros.wording.doses import dose_phrase
from macros.wording.evidence import count_phrase
from macros.wording.labels import labels
from tests.pdfs import DOCS, FOOT, PAPERS, SITE, dictionary, papers_of, read_back
from tests.printing import printed, squeezed
from tests.sites import Site, guide

pytestmark = pytest.mark.slow  # makes every PDF

NUMBERS = emergency_call(FOOT.safety, FOOT.safety.anywhere).says
SHEETS = {sheet.id: sheet for sheet in all_sheets(FOOT)}
POINTS = {
    "a4": (595, 842),
    "letter": (612, 792),
    "a3": (842, 1191),
    "tabloid": (792, 1224),
    "a5-fold": (595, 839),
    "half-letter-fold": (612, 792),
}
"""Shorter and longer side of each paper; two pages of A5 are a millimetre less than A4."""
FIVE = 5
"""Rows of a page in large print."""

MOST_BYTES = 120_000
DRAWN = 1920
"""Units that the picture of a level is wide."""

FIVE_CENTIMETRES = 5 / 2.54 * 72
SMALLEST = 9
"""Points of the foot line, the smallest type on any paper."""

every_paper = pytest.mark.parametrize("paper", PAPERS.all(), ids=lambda paper: paper.path)
every_handout = pytest.mark.parametrize(
    "paper", [paper for paper in PAPERS.all() if paper.kind.name == "handout"], ids=lambda paper: paper.path
)
every_sheet = pytest.mark.parametrize(
    "paper", [paper for paper in PAPERS.all() if paper.kind.name == "sheet"], ids=lambda paper: paper.path
)


def _is_embedded(font: DictionaryObject) -> bool:
    inner = font["/DescendantFonts"]
    assert isinstance(inner, ArrayObject)
    return "/FontFile2" in dictionary(dictionary(inner[0])["/FontDescriptor"])


@pytest.fixture
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Cache files in a folder of this test alone."""
    monkeypatch.setattr(cache_module, "CACHE", tmp_path / "cache")
    return tmp_path


@every_paper
def test_a_paper_is_tagged_titled_and_carries_its_type(paper: Paper) -> None:
    read = read_back(PAPERS.file(paper))
    assert read.part("/MarkInfo")["/Marked"] == BooleanObject(value=True)
    assert str(read.part()["/Lang"]) == FOOT.guide.language
    assert read.part("/ViewerPreferences")["/DisplayDocTitle"] == BooleanObject(value=True)
    assert b"pdfuaid:part" in stream(read.part("/Metadata"))
    assert read.pdf.metadata is not None
    assert (read.pdf.metadata.title, read.pdf.metadata.author) == (paper.title, FOOT.guide.credit)
    assert "/H1" in read.named()
    assert "/H2" not in read.named() or read.named().index("/H1") < read.named().index("/H2")
    assert all(read.alts())
    assert read.alts()
    names = {str(font["/BaseFont"]).partition("+")[2].partition("-")[0] for font in read.fonts()}
    assert names == {"AtkinsonHyperlegible", "PublicSans"}
    assert {name for sign, name in read.faces() if sign.isdigit()} == {"PublicSans"}  # its zero has no slash
    assert all(map(_is_embedded, read.fonts()))


def stream(element: DictionaryObject) -> bytes:
    """Return what a stream holds."""
    assert isinstance(element, StreamObject)
    return element.get_data()


@every_paper
def test_a_paper_has_its_size_and_no_small_type(paper: Paper) -> None:
    read = read_back(PAPERS.file(paper))
    for page in read.pdf.pages:
        sides = sorted(round(float(side)) for side in page.mediabox[2:])
        assert tuple(sides) == tuple(sorted(POINTS[paper.format.name]))
    small = sorted(size for size in read.sizes() if size < (18 if paper.large else 11))
    assert small == ([] if paper.large else [SMALLEST])


@every_sheet
def test_a_week_s_sheet_has_every_row_day_and_rule(paper: Paper) -> None:
    read, week, safety, side = read_back(PAPERS.file(paper)), SHEETS[paper.about], FOOT.safety, FOOT.guide.side
    rows = [f"{row.exercise.name}, {row.level.name}. {dose_phrase(row.level.dose, side)}." for row in week.rows]
    assert read.lacks(*rows, *(thing for row in week.rows for thing in row.exercise.equipment_at(row.level))) == []
    assert read.lacks("".join(day[:3] for day in labels().days.values())) == []
    assert read.lacks(labels().stop_if, *safety.signs("stop", week.exercises), safety.at_once) == []
    assert read.lacks(labels().ask_first_if, *safety.signs("ask", week.exercises)) == []
    assert read.lacks(NUMBERS, week.week.advice) == []
    lines = ("For", "By", "Phone", "From the week of", "How hard was it? 0 to 10", "Minutes a day", "Added:")
    assert read.lacks(*lines, *([] if len(week.rows) > FIVE else ["Notes"])) == []
    version = f"{version_phrase(FOOT.guide)}. {labels().check_newer} {Marks(FOOT).sentence}"
    assert read.lacks(version, "Harbour Physiotherapy", "01632 960 123", "a.example", paper.page) == []
    assert read.text.count(squeezed(labels().rest_day[0])) >= len(week.rest_days)
    assert read.lacks(rest_phrase(week.rest_days)) == []
    dashes = sum(not day for row in week.rows for day in row.days)
    assert read.text.count("–") >= dashes


@every_sheet
def test_each_box_of_a_week_has_the_name_of_its_exercise_and_day(paper: Paper) -> None:
    read, week = read_back(PAPERS.file(paper)), SHEETS[paper.about]
    days = tuple(labels().days.values())
    rows = [f"{row.exercise.name}, {day}" for row in week.rows for day, on in zip(days, row.days, strict=True) if on]
    hard = [f"{labels().how_hard}, {labels().days[day]}" for day in week.days]
    added = [alt for alt in read.alts() if alt.startswith(labels().papers.added)]
    assert set(added) == {f"{labels().papers.added}, {day}" for day in days}
    boxes = [alt for alt in read.alts() if ", " in alt and alt.rpartition(", ")[2] in days and alt not in added]
    assert boxes == [*rows, *hard]


@every_sheet
def test_a_week_is_one_sheet_and_in_large_print_five_rows_a_page_with_their_stop_signs(paper: Paper) -> None:
    read, week = read_back(PAPERS.file(paper)), SHEETS[paper.about]
    fives = [week.rows[place : place + FIVE] for place in range(0, len(week.rows), FIVE)]
    assert len(read.pages) == (2 + len(fives) if paper.large else 1)
    for page, rows in zip(read.pages[1:], fives, strict=False):
        exercises = [row.exercise.id for row in rows]
        assert read.lacks_on(page, labels().stop_if, *FOOT.safety.signs("stop", exercises)) == []
        assert read.lacks_on(page, *(row.exercise.name for row in rows)) == []


@pytest.mark.parametrize(
    "paper", [it for it in PAPERS.all() if it.kind.name in {"week-empty", "log"}], ids=lambda paper: paper.path
)
def test_an_empty_week_and_log_are_one_sheet_with_room_to_write_and_the_stop_rules(paper: Paper) -> None:
    read, safety = read_back(PAPERS.file(paper)), FOOT.safety
    assert len(read.pages) == (2 if paper.large else 1)
    every = [exercise.id for exercise in FOOT.exercises]
    assert read.lacks(labels().stop_if, *safety.signs("stop", every), safety.at_once, NUMBERS) == []
    assert read.lacks("For", "By", "Phone", Marks(FOOT).sentence, "Harbour Physiotherapy") == []
    if paper.kind.name == "log":
        assert read.lacks(labels().own.log.by_hand, "".join(labels().own.log.log_columns)) == []
        assert read.named().count("/TR") >= 12
    else:
        assert read.lacks(labels().how_hard, *safety.signs("ask", every)) == []
        assert read.alts().count("Added exercise, Tuesday") == (5 if paper.large else 8)


@every_handout
def test_a_handout_says_how_how_much_and_when_not(paper: Paper) -> None:
    read, exercise, side = read_back(PAPERS.file(paper)), FOOT.exercise(paper.about), FOOT.guide.side
    assert exercise
    assert exercise.figure
    assert read.lacks(exercise.full_name, exercise.summary, *exercise.setup, *exercise.steps, exercise.feel) == []
    assert (
        read.lacks(
            *exercise.cues, exercise.progress_when, *(text for level in exercise.levels for text in level.steps or ())
        )
        == []
    )
    assert read.lacks(*(dose_phrase(level.dose, side) for level in exercise.levels)) == []
    assert read.lacks(*(text for level in exercise.levels for text in (level.change, level.dose.basis.says))) == []
    assert read.lacks(*(text for fault in exercise.faults for text in (fault.wrong, fault.fix))) == []
    assert read.lacks(labels().stop_if, *FOOT.stop_signs(exercise)) == []
    assert read.lacks(FOOT.safety.at_once, NUMBERS) == []
    assert read.lacks(labels().ask_first_if, *FOOT.ask_first(exercise)) == []
    assert read.lacks(paper.page, FOOT.guide.licence, FOOT.guide.credit) == []
    assert FOOT.figures[exercise.figure].alt in read.alts()
    assert PAPERS.file(paper).stat().st_size <= MOST_BYTES


@every_handout
def test_the_front_of_a_handout_is_enough_for_its_first_level(paper: Paper) -> None:
    read, exercise = read_back(PAPERS.file(paper)), FOOT.exercise(paper.about)
    assert exercise
    first = exercise.levels[0]
    if paper.large:
        front, back = "".join(read.pages[:2]), "".join(read.pages[2:])
    else:
        front, back = read.pages
        assert FOOT.safety.ask_in_short in read.lacks_on(back, FOOT.safety.ask_in_short)
    words = (exercise.full_name, *exercise.setup, *exercise.steps, dose_phrase(first.dose, FOOT.guide.side))
    asks = [sign for card in FOOT.safety.cards if card.grade == "ask" and card.exercises for sign in card.signs]
    own = (*(sign for sign in asks if sign in FOOT.ask_first(exercise)), *exercise.not_for, *first.not_for)
    assert read.lacks_on(front, *words, *own, *FOOT.stop_signs(exercise), FOOT.safety.at_once, NUMBERS) == []
    assert read.lacks_on(front, Marks(FOOT).sentence) == []
    host = (labels().made_for, labels().made_by, "days a week", "Harbour Physiotherapy", "01632 960 123", paper.page)
    assert read.lacks_on(back if paper.large else front, *host) == []
    rules = FOOT.safety.signs("ask") if paper.large else (FOOT.safety.ask_in_short,)
    assert read.lacks_on(front, *rules) == []
    assert read.lacks_on(back, *(level.change for level in exercise.levels)) == []


@every_handout
def test_a_handout_is_one_sheet_with_its_steps_in_large_type(paper: Paper) -> None:
    read = read_back(PAPERS.file(paper))
    assert len(read.pages) == (
        4 if paper.large else 2
    )  # large: what to do, when not; then levels and mistakes on another
    assert paper.large or {14.0, 15.0} <= read.sizes()
    assert paper.large or read.scale(1) * DRAWN >= FIVE_CENTIMETRES  # its levels


@pytest.mark.parametrize(
    "paper", [it for it in PAPERS.all() if it.kind.name == "summary"], ids=lambda paper: paper.path
)
def test_the_evidence_on_paper_has_every_sentence_figure_and_source(paper: Paper) -> None:
    read, evidence = read_back(PAPERS.file(paper)), FOOT.evidence
    assert len(read.pdf.pages) == 1 or paper.large
    for answer in evidence.answers:
        assert read.lacks(answer.question, answer.short, answer.says, answer.why) == []
        assert read.lacks(*(count_phrase(count) for count in evidence.counts(answer))) == []
        cited = {id_ for count in evidence.counts(answer) for id_ in count.cited}
        assert read.lacks(*(f"[{evidence.numbers[id_]}]" for id_ in cited)) == []
    assert read.lacks(*(statement.says for statement in evidence.limits)) == []
    both = [f"{it.before} to {it.after} {it.unit}" for s in evidence.studies for it in s.outcomes if it.read]
    assert len(both) > 3
    assert read.lacks(*both) == []
    assert read.lacks(*(evidence.source(study.source).DOI or "" for study in evidence.studies)) == []


def test_another_figure_in_the_data_is_another_figure_on_paper() -> None:
    study = FOOT.evidence.studies[0]
    outcomes = tuple(
        it.model_copy(update={"after": Decimal("77.77")}) if it.id == study.outcomes[0].id else it
        for it in study.outcomes
    )
    studies = (study.model_copy(update={"outcomes": outcomes}), *FOOT.evidence.studies[1:])
    data = FOOT.model_copy(update={"evidence": FOOT.evidence.model_copy(update={"studies": studies})})
    papers = papers_of(data)
    paper = next(it for it in papers.all() if it.kind.name == "summary")
    assert read_back(papers.file(paper)).lacks("77.77 Nm") == []
    assert read_back(PAPERS.file(paper)).lacks("77.77 Nm") == ["77.77 Nm"]


def first_page(papers: Papers, paper: Paper) -> Image.Image:
    """Return the first page of a paper as a picture."""
    pictures = Pictures(FOOT)
    drawings = {id_: {"svg": pictures.printed(id_).read_text("utf-8"), "alt": f.alt} for id_, f in FOOT.figures.items()}
    data = json.dumps({**papers.data(paper), "pictures": drawings})
    compiler = typst.Compiler(root=str(DOCS), font_paths=list(map(str, typst_pdf.FONTS)), sys_inputs={"data": data})
    pages = compiler.compile(typst_pdf.program(typst_pdf.templates(), paper.kind.name), format="png", ppi=150)
    page = pages[0] if isinstance(pages, list) else pages
    assert page
    return Image.open(io.BytesIO(page)).convert("L")


@pytest.mark.parametrize("path", ["exercises/short-foot/handout-a4.pdf", "schedule/week-3/sheet-letter.pdf"])
def test_the_qr_code_on_a_paper_leads_to_its_page(path: str) -> None:
    papers = papers_of()
    paper = next(paper for paper in papers.all() if paper.path == path)
    codes = zxingcpp.read_barcodes(first_page(papers, paper))
    assert [code.text for code in codes] == [SITE + paper.page]


def test_codes_are_left_out_where_the_site_has_no_address() -> None:
    papers = papers_of(FOOT, Clinic(), "")
    read = read_back(papers.file(papers.all()[0]))
    assert [alt for alt in read.alts() if "QR" in alt] == []
    assert read.lacks("clinic.example") == ["clinic.example"]


def changed(**facts: object) -> Guide:
    """Return the guide with other facts for its first exercise."""
    first = FOOT.exercises[0].model_copy(update=facts)
    return FOOT.model_copy(update={"exercises": (first, *FOOT.exercises[1:])})


def test_hostile_text_stays_text() -> None:
    hostile = '#panic("x") *b* _i_ $x$ = h <l> @ref \\ `c` // no /* no */ #import "a" [x](javascript:1) "'
    papers = papers_of(changed(feel=hostile, name="#let *x* = 1"), Clinic())
    read = read_back(papers.file(papers.all()[0]))
    assert read.lacks(hostile, "#let *x* = 1") == []


def test_an_exercise_that_does_not_fit_fails_by_its_name() -> None:
    papers = papers_of(changed(setup=FOOT.exercises[0].setup * 9), Clinic())
    with pytest.raises(
        PaperError, match=r"^exercises\.ball-rolling: its handout needs 3 pages of A4; shorten its steps"
    ):
        papers.file(papers.all()[0])


def test_a_logo_is_on_the_papers(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    Image.new("L", (40, 20), 0).save(tmp_path / "own/logo.png")
    papers = papers_of(FOOT, Clinic(logo="own/logo.png"), SITE, tmp_path)
    assert read_back(papers.file(papers.all()[0])).pdf.pages[0].images


@pytest.mark.usefixtures("empty_cache")
def test_only_what_changed_is_created_again() -> None:
    def created(data: Guide) -> int:
        """Return how many files making every paper adds to the cache."""
        before = len(list(cache_module.CACHE.iterdir())) if cache_module.CACHE.exists() else 0
        papers = papers_of(data)
        for paper in papers.all():
            papers.file(paper)
        return len(list(cache_module.CACHE.iterdir())) - before

    few = FOOT.model_copy(update={"exercises": FOOT.exercises[:2], "programmes": (one_week(FOOT),)})
    first = few.exercises[0].model_copy(update={"feel": "You feel it."})
    changed_ = few.model_copy(update={"exercises": (first, *few.exercises[1:])})
    assert created(few) >= len(papers_of(few).all())
    assert created(few) == 0
    assert created(changed_) == 4 + 6  # its handouts and the booklets
    assert created(few) == 0


def one_week(data: Guide) -> Programme:
    """Return the programme's first week with the first two exercises alone."""
    names = {exercise.id for exercise in data.exercises[:2]}
    week = data.programme.weeks[0]
    entries = tuple(entry for entry in week.entries if entry.exercise in names)
    return data.programme.model_copy(update={"weeks": (week.model_copy(update={"entries": entries}),)})


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
def test_an_archive_holds_every_paper_of_one_size_and_print_and_has_at_most_6_mb(*, large: bool) -> None:
    for size in PaperSize:
        file = PAPERS.archive(size, large=large)
        assert file.stat().st_size <= 6_000_000
        with zipfile.ZipFile(file) as packed:
            papers = {
                paper.path.replace("/", "-")
                for paper in PAPERS.all()
                if (paper.format.size, paper.large) == (size, large)
            }
            assert set(packed.namelist()) == papers
            assert {entry.date_time[:3] for entry in packed.infolist()} == {FOOT.guide.released.timetuple()[:3]}
            assert packed.testzip() is None
            again = [(entry.filename, packed.read(entry)) for entry in packed.infolist()]
        assert archive(again, FOOT.guide.released) == file.read_bytes()


def test_the_site_has_every_download_and_lists_it(foot: Site) -> None:
    links = [e.get("href", "") for e in foot.pages["print/"].root.iter("a")]
    targets = {foot.pages["print/"].target(href)[0] for href in links}
    archives = {addresses.archive(size, large=large) for size in PaperSize for large in (False, True)}
    expected = {paper.path for paper in PAPERS.all()} | archives
    assert expected - targets == set()
    assert [path for path in expected if not (foot.folder / path).is_file()] == []
    for page in ("exercises/short-foot/", "schedule/week-1/"):
        own = {foot.pages[page].target(e.get("href", ""))[0] for e in foot.pages[page].root.iter("a")}
        assert {paper.path for paper in PAPERS.all() if paper.page == page} - own == set()


def test_the_print_of_a_page_and_its_paper_say_the_same(browser: Browser, server: str, foot: Site) -> None:
    exercise, week = FOOT.exercises[1], sheets(FOOT, FOOT.programme)[2]
    handout = read_back(foot.folder / f"exercises/{exercise.id}/handout-a4.pdf")
    page = printed(browser, f"{server}exercises/{exercise.id}/", "A4")
    doses = [dose_phrase(level.dose, FOOT.guide.side) for level in exercise.levels]
    texts = (
        *exercise.setup,
        *exercise.steps,
        *exercise.cues,
        *doses,
        *FOOT.stop_signs(exercise),
        *FOOT.ask_first(exercise),
    )
    assert (page.lacks(*texts), handout.lacks(*texts)) == ([], [])
    paper = read_back(foot.folder / "schedule/week-3/sheet-a4.pdf")
    print_ = printed(browser, f"{server}schedule/week-3/", "A4")
    rows = [word for row in week.rows for word in (row.exercise.name, row.level.name)]
    minutes = "".join(map(str, week.minutes))
    texts = (*rows, minutes, *FOOT.safety.signs("stop", week.exercises), FOOT.safety.at_once)
    assert (print_.lacks(*texts), paper.lacks(*texts)) == ([], [])


@pytest.mark.parametrize("is_reviewed", [True, False], ids=["reviewed", "not"])
def test_every_paper_of_the_small_guide_names_its_clinical_review_or_says_that_there_was_none(
    is_reviewed: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    hand = guide("hand")
    marks = {item.id: item.fingerprint for item in texts(hand)}
    review = Review(by="A Clinician", date=date(2026, 11, 23), version="0.1.0", texts=marks) if is_reviewed else None
    data = hand.model_copy(update={"guide": hand.guide.model_copy(update={"review": review})})
    sentences = ["Reviewed by A Clinician on 23 November 2026 (version 0.1.0): every safety", labels().not_reviewed]
    absent = sentences[1:] if review else sentences[:1]
    papers = papers_of(data)
    kinds = {paper.kind.name: paper for paper in papers.all()}
    assert {"handout", "sheet", "booklet"} <= kinds.keys()
    for paper in kinds.values():
        assert read_back(papers.file(paper)).lacks(*sentences) == absent, paper.path
