"""The wall poster, the cards to cut out, and the booklet, plain and to fold, read back."""

from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from pikepdf import Pdf
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject
from pypdfium2 import PdfDocument

from macros import addresses
from macros.data.model import Guide
from macros.data.model.exercise import Exercise
from macros.data.model.paper_size import PaperSize
from macros.papers.catalogue import Paper
from macros.papers.fold import Side, order, to_fold
from macros.papers.make import Papers
from macros.plan import kit
from macros.review.marks import Marks
from macros.wording.about import version_phrase
from macros.wording.calls import emergency_call
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from tests.pdfs import FOOT, PAPERS, SITE, dictionary, papers_of, read_back
from tests.printing import squeezed

pytestmark = pytest.mark.slow  # makes PDFs

NUMBERS = emergency_call(FOOT.safety, FOOT.safety.anywhere).says
STOP = FOOT.safety.signs("stop", [exercise.id for exercise in FOOT.exercises])
POSTER_NAME, POSTER_DOSE, POSTER_RULE = 20, 13, 14
"""Points that are read from 1.5 m."""

MOST_ARCHIVE_BYTES = 6_000_000


def of(kind: str) -> pytest.MarkDecorator:
    """Return the parameters of a test of every paper of a *kind*."""
    papers = [paper for paper in PAPERS.all() if paper.kind.name == kind]
    return pytest.mark.parametrize("paper", papers, ids=lambda paper: paper.path)


def with_exercises(count: int) -> Guide:
    """Return the guide with *count* exercises."""
    exercises: list[Exercise] = []
    while len(exercises) < count:
        exercises += [
            it.model_copy(update={"id": f"{it.id}-{len(exercises)}"}) if exercises else it for it in FOOT.exercises
        ]
    return FOOT.model_copy(update={"exercises": tuple(exercises[:count])})


def made(papers: Papers, path: str) -> Path:
    """Return the file of the paper at *path*."""
    return papers.file(next(paper for paper in papers.all() if paper.path == path))


def codes(file: Path, page: int) -> set[str]:
    """Return what the QR codes on a page say, as a printer of 144 dots an inch prints them."""
    with PdfDocument(file) as document:
        picture = document[page].render(scale=3).to_pil()
    return {code.text for code in zxingcpp.read_barcodes(picture)}


def test_every_paper_at_print_is_there_in_its_sizes() -> None:
    paths = {path for paper in PAPERS.all() for path in paper.paths}
    assert {
        *("print/poster-a3.pdf", "print/poster-tabloid.pdf", "print/cards-a4.pdf", "print/cards-letter.pdf"),
        *("print/booklet-a4.pdf", "print/booklet-letter.pdf", "print/booklet-a4-large.pdf"),
        *("print/booklet-a5-fold.pdf", "print/booklet-half-letter-fold.pdf"),
        *("schedule/booklet-a4.pdf", "schedule/booklet-letter.pdf"),  # as they were in version 2.0.0
    } <= paths
    assert "print/booklet-a5-fold-large.pdf" not in paths


@of("poster")
def test_a_poster_is_one_sheet_with_every_exercise_dose_and_rule(paper: Paper) -> None:
    read, side = read_back(PAPERS.file(paper)), FOOT.guide.side
    assert len(read.pages) == 1
    assert read.lacks(*(exercise.name for exercise in FOOT.exercises)) == []
    assert read.lacks(*(f"{dose_phrase(it.levels[0].dose, side)}." for it in FOOT.exercises)) == []
    assert read.lacks(labels().stop_if, *STOP, FOOT.safety.at_once, NUMBERS, FOOT.safety.ask_in_short) == []
    assert read.lacks(*(sign for exercise in FOOT.exercises for sign in exercise.levels[0].not_for)) == []
    assert read.lacks("Harbour Physiotherapy", "01632 960 123", Marks(FOOT).sentence, version_phrase(FOOT.guide)) == []
    assert {FOOT.figures[str(exercise.figure)].alt for exercise in FOOT.exercises} <= set(read.alts())
    assert codes(PAPERS.file(paper), 0) == {f"{SITE}{addresses.EXERCISES}"}


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (2, 1), (16, 1), (33, 3)])
def test_a_poster_holds_up_to_16_exercises_a_sheet_in_type_that_is_read_from_afar(count: int, sheets: int) -> None:
    read = read_back(made(papers_of(with_exercises(count)), "print/poster-a3.pdf"))
    assert len(read.pages) == sheets
    assert sum(page.count(squeezed(FOOT.exercises[0].name + "Sitting")) for page in read.pages) >= 1
    assert read.named().count("/H2") == count + sheets
    small = sorted(size for size in read.sizes() if size < POSTER_DOSE)
    assert set(small) <= {9, 11}  # foot line, and who hosts it
    assert {size for size in read.sizes() if size >= POSTER_NAME}
    for page in read.pages:
        assert read.lacks_on(page, labels().stop_if, NUMBERS, FOOT.safety.ask_in_short, Marks(FOOT).sentence) == []


@of("cards")
def test_each_card_has_its_steps_or_cues_dose_and_stop_signs(paper: Paper) -> None:
    read, side = read_back(PAPERS.file(paper)), FOOT.guide.side
    assert len(read.pages) == -(-(1 + len(FOOT.exercises)) // 4)
    for place, exercise in enumerate(FOOT.exercises, 1):
        page = read.pages[place // 4]
        dose = f"{exercise.levels[0].name}. {dose_phrase(exercise.levels[0].dose, side)}."
        assert read.lacks_on(page, exercise.name, dose, *FOOT.stop_signs(exercise), *exercise.levels[0].not_for) == []
        assert [] in (read.lacks_on(page, *exercise.steps), read.lacks_on(page, *exercise.cues))
        assert f"{SITE}{addresses.exercise(exercise.id)}" in codes(PAPERS.file(paper), place // 4)
    rules = read.pages[0]
    assert read.lacks_on(rules, *STOP, FOOT.safety.at_once, NUMBERS, FOOT.safety.ask_in_short) == []
    each = squeezed(Marks(FOOT).sentence)
    assert read.text.count(each) >= 1 + len(FOOT.exercises)
    assert read.text.count(squeezed("01632 960 123")) == 1 + len(FOOT.exercises)


@of("booklet")
def test_a_booklet_has_safety_first_then_kit_exercises_weeks_and_where_sources_are(paper: Paper) -> None:
    read, programme = read_back(PAPERS.file(paper)), FOOT.programme
    cover = (FOOT.guide.title, programme.title, "For", "By", "Harbour Physiotherapy", Marks(FOOT).sentence)
    assert read.lacks(*cover) == []
    assert read.lacks(*programme.about, *(card.heading for card in FOOT.safety.cards), *STOP) == []
    assert read.lacks(*(step for exercise in FOOT.exercises for step in (*exercise.setup, *exercise.steps))) == []
    assert (
        read.lacks(*(text for it in FOOT.exercises for fault in it.faults for text in (fault.wrong, fault.fix))) == []
    )
    assert read.lacks(*(level.change for exercise in FOOT.exercises for level in exercise.levels)) == []
    assert read.lacks(*(week.advice for week in programme.weeks), *(it.thing for it in kit(FOOT, programme))) == []
    places = (FOOT.safety.anywhere, *FOOT.safety.countries)
    assert read.lacks(*(text for place in places for text in (place.name, place.emergency, place.urgent))) == []
    assert read.lacks(f"Where you are: {FOOT.safety.anywhere.injury}", f"{labels().emergency_numbers}: {NUMBERS}") == []
    assert read.text.count(squeezed("From the week of")) == len(programme.weeks)
    assert read.lacks(addresses.EVIDENCE, addresses.SOURCES, FOOT.guide.licence) == []


@pytest.mark.parametrize("size", ["a4", "letter", "a4-large"])
def test_a_booklet_s_exercises_come_before_the_first_week_that_has_them(size: str) -> None:
    read = read_back(made(PAPERS, f"print/booklet-{size}.pdf"))
    first = next(
        place for place, page in enumerate(read.pages) if page.startswith(squeezed(f"{labels().menu.week} 1 of"))
    )
    before = "".join(read.pages[2:first])
    titles = [FOOT.safety.title, labels().you_need, *(exercise.name for exercise in FOOT.exercises)]
    places = [before.find(squeezed(title)) for title in titles]
    assert -1 not in places
    assert places[:2] == sorted(places[:2])
    assert len(read.pages) <= (60 if "large" in size else 26)


def test_the_sheets_of_a_booklet_are_in_the_order_of_a_saddle_stitch() -> None:
    assert order(4) == (Side(4, 1), Side(2, 3))
    assert order(8) == (Side(8, 1), Side(2, 7), Side(6, 3), Side(4, 5))
    assert order(6) == (Side(None, 1), Side(2, None), Side(6, 3), Side(4, 5))
    assert order(1) == (Side(None, 1), Side(None, None))
    for count in range(1, 60):
        sides = order(count)
        assert len(sides) % 2 == 0  # each sheet has a front and a back
        assert sorted(page for side in sides for page in side if page) == list(range(1, count + 1))
        # The back of a leaf is the next page; sheets lie in each other, so a side's pages add up to the same.
        assert {side.left + side.right for side in sides if side.left and side.right} <= {len(sides) * 2 + 1}
        assert all(back.left in {None, front.right + 1} for front, back in pairs(sides) if front.right)


def pairs(sides: tuple[Side, ...]) -> list[tuple[Side, Side]]:
    """Return the front and the back of each sheet."""
    return list(zip(sides[::2], sides[1::2], strict=True))


FOLDED = ["print/booklet-a5-fold.pdf", "print/booklet-half-letter-fold.pdf"]


@pytest.mark.parametrize("path", ["print/booklet-a4.pdf", "print/cards-a4.pdf", "print/poster-a3.pdf"])
def test_each_side_of_a_folded_paper_has_its_two_pages(path: str) -> None:
    flat = made(PAPERS, path).read_bytes()
    with Pdf.open(BytesIO(flat)) as pages, Pdf.open(BytesIO(to_fold(flat))) as folded:
        drawn = [page.obj.Contents.read_bytes() for page in pages.pages]
        sides = [
            Side(*(drawn.index(it[name].read_bytes()) + 1 if name in it else None for name in ("/Left", "/Right")))
            for it in (sheet.obj.Resources.XObject for sheet in folded.pages)
        ]
        assert tuple(sides) == order(len(drawn))
        wide = float(pages.pages[0].mediabox[2])
        assert f"1 0 0 1 {wide:.4f} 0 cm /Right Do".encode() in folded.pages[0].obj.Contents.read_bytes()


@pytest.mark.parametrize("path", FOLDED)
def test_a_folded_booklet_is_read_aloud_in_the_order_of_its_pages(path: str) -> None:
    read = read_back(made(PAPERS, path))
    names = [name for page in read.pdf.pages for name in _placed(page)]
    sides = order(len(names))
    place = dict(zip(names, [number for side in sides for number in side if number], strict=True))
    said = [place[form] for form in _forms(read.part("/StructTreeRoot"))]
    assert said == sorted(said)
    assert set(said) >= set(range(1, len(names)))


def _placed(page: DictionaryObject) -> list[int]:
    """Return the pages placed on a side, by their numbers in the file, from left to right."""
    forms = dictionary(dictionary(page["/Resources"])["/XObject"])
    return [forms.raw_get(side).idnum for side in ("/Left", "/Right") if side in forms]


def _forms(element: PdfObject | None) -> list[int]:
    resolved = element and element.get_object()
    if isinstance(resolved, ArrayObject):
        return [form for inner in resolved for form in _forms(inner)]
    if isinstance(resolved, DictionaryObject):
        own = [resolved.raw_get("/Stm").idnum] if "/Stm" in resolved else []
        return own + _forms(resolved.get("/K"))
    return []


@pytest.mark.parametrize("path", FOLDED)
def test_the_contents_and_bookmarks_of_a_folded_booklet_lead_to_its_sheets(path: str) -> None:
    with Pdf.open(made(PAPERS, path)) as document:
        sheets = {page.obj.objgen for page in document.pages}
        with document.open_outline() as outline:
            assert len(outline.root) >= len(FOOT.exercises)
        links = [note for page in document.pages for note in page.obj.get("/Annots", [])]
        inner = [note.Dest if "/Dest" in note else note.A.D for note in links if "/Dest" in note or "/D" in note.A]
        assert inner
        assert {target[0].objgen for target in inner} <= sheets
        wide = float(document.pages[0].mediabox[2])
        assert {float(note.Rect[0]) > wide / 2 for note in links} == {True, False}


def test_a_folded_booklet_comes_out_the_same_byte_for_byte() -> None:
    flat = made(PAPERS, "print/booklet-a4.pdf").read_bytes()
    assert to_fold(flat) == to_fold(flat)


@pytest.mark.parametrize("size", PaperSize)
def test_all_papers_of_a_size_are_a_small_download(size: PaperSize) -> None:
    assert sum(PAPERS.file(it).stat().st_size for it in PAPERS.all() if it.format.size == size) <= MOST_ARCHIVE_BYTES
