"""Clinical review: everything is in the table, a mark goes with a change, pages say what was reviewed and what was not."""

import csv
import io
import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from macros.__main__ import main
from macros.bridge.build import Build
from macros.data.load import read
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.model.review import Review
from macros.edition import Edition
from macros.papers.review import review_pdf
from macros.review.item import Item
from macros.review.marks import Marks
from macros.review.read_back import compare
from macros.review.table import COLUMNS, FORMULA, TableError, read_csv, to_csv
from macros.review.texts import texts
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from tests.printing import squeezed, text_of_pdf
from tests.sites import GUIDES, guide, macros_of

FOOT, HAND = guide("foot"), guide("hand")
HAND_TEXT = GUIDES["hand"].read_text(encoding="utf-8")
ITEMS = {item.id: item for item in texts(FOOT)}
ON_FIST = [item.id for item in texts(HAND) if "exercises/fist/" in item.pages]
Rows = list[dict[str, str]]
EDGE = 8
"""Points at the foot of a sheet on which printers put nothing."""


def reviewed(data: Guide, ids: Collection[str]) -> Guide:
    """Return *data* with a review of the texts called *ids*."""
    marks = {item.id: item.fingerprint for item in texts(data) if item.id in ids}
    review = Review(by="Dr A, physiotherapist", date=date(2026, 11, 30), version="0.1.0", texts=marks)
    return data.model_copy(update={"guide": data.guide.model_copy(update={"review": review})})


def rows_of(table: bytes) -> Rows:
    """Return the rows of a table as a spreadsheet shows them."""
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def saved(rows: Rows, encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    """Return *rows* as a spreadsheet saves them."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def everything(data: Guide) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of every stop sign, step, dose and picture, read from the data itself."""
    yield "safety.at_once", data.safety.at_once
    for card in data.safety.cards:
        yield f"safety.cards.{card.id}.heading", card.heading
        yield from ((f"safety.cards.{card.id}.signs.{n}", sign) for n, sign in enumerate(card.signs, 1))
        yield from [(f"safety.cards.{card.id}.then", card.then)] if card.then else []
    for country in data.safety.countries:
        yield f"safety.countries.{country.id}.call", f"{country.state}: {country.call}"
        for key in ("emergency", "urgent", "injury"):
            yield f"safety.countries.{country.id}.{key}", f"{country.name}: {getattr(country, key)}"
    for exercise in data.exercises:
        stem = f"exercises.{exercise.id}"
        for key in ("setup", "steps", "cues", "stop_if", "not_for"):
            yield from ((f"{stem}.{key}.{n}", text) for n, text in enumerate(getattr(exercise, key), 1))
        for key in ("feel", "progress_when", "stand_in"):
            yield from [(f"{stem}.{key}", text)] if (text := getattr(exercise, key)) else []
        yield from ((f"{stem}.faults.{n}", f"{f.wrong} {f.fix}") for n, f in enumerate(exercise.faults, 1))
        for level in exercise.levels:
            yield f"{stem}.levels.{level.id}.change", level.change
            yield f"{stem}.levels.{level.id}.dose", dose_phrase(level.dose, data.guide.side)
            for key in ("setup", "steps"):
                own = enumerate(getattr(level, key) or (), 1)
                yield from ((f"{stem}.levels.{level.id}.{key}.{n}", text) for n, text in own)
            yield from ((f"{stem}.levels.{level.id}.not_for.{n}", text) for n, text in enumerate(level.not_for, 1))
    yield from (
        (f"figures.{id_}", f"{figure.title}: {figure.alt} {figure.desc}") for id_, figure in data.figures.items()
    )


@pytest.mark.parametrize("data", [FOOT, HAND], ids=["foot", "hand"])
def test_every_sign_step_dose_and_picture_is_in_the_table_once(data: Guide) -> None:
    rows = rows_of(to_csv(texts(data)))
    assert list(rows[0]) == list(COLUMNS)
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    in_table = {row["id"]: row["text"] for row in rows}
    assert {id_: text for id_, text in everything(data) if in_table.get(id_) != text} == {}
    assert all(row["right"] == row["wrong"] == row["say instead"] == "" for row in rows)


def test_advice_on_doses_and_sections_marked_as_clinical_are_in_the_table() -> None:
    programme = FOOT.programme
    advice = [says for item in programme.advice for says in item.says]
    weeks = [week.advice for week in programme.weeks]
    sections = [*FOOT.home.sections, *(section for page in FOOT.pages for section in page.sections)]
    clinical = [section for section in sections if section.clinical]
    assert len(clinical) >= 3
    own = [text for section in clinical for text in (*section.says, *section.bullets)]
    assert {*programme.about, *advice, *weeks, *own} <= {item.text for item in ITEMS.values()}
    entries = [id_ for id_ in ITEMS if re.fullmatch(r"programmes\.six-weeks\.weeks\.\d+\.entries\..+", id_)]
    assert len(entries) == sum(len(week.entries) for week in programme.weeks)


def test_every_text_has_what_it_rests_on_where_the_data_names_it() -> None:
    for exercise in FOOT.exercises:
        for level in exercise.levels:
            source = ITEMS[f"exercises.{exercise.id}.levels.{level.id}.dose"].source
            assert level.dose.basis.says in source
            assert all((FOOT.evidence.source(id_).DOI or "") in source for id_ in level.dose.basis.sources)
        assert exercise.technique.says in ITEMS[f"exercises.{exercise.id}.steps.1"].source
    assert {item.source for item in ITEMS.values() if ".stop_if." in item.id} == {""}


@pytest.mark.slow
def test_every_sign_step_dose_and_picture_is_on_paper_with_its_id_and_boxes(tmp_path: Path) -> None:
    file = tmp_path / "review.pdf"
    build = Build(Edition(FOOT, Clinic()))
    file.write_bytes(review_pdf(build.edition, build.pictures))
    with PdfDocument(file) as document:
        text = text_of_pdf(document)
    assert [id_ for id_, says in everything(FOOT) if squeezed(id_) + squeezed(says) not in text] == []
    assert text.count(squeezed(labels().review.say_instead)) > len(FOOT.exercises)


@pytest.mark.slow
def test_the_review_sheet_is_no_paper_of_the_site() -> None:
    papers = Build(Edition(HAND, Clinic())).papers
    assert papers
    assert [paper.path for paper in papers.all() if "review" in paper.path] == []


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("Close your hand slowly.", "Close your hand fast.", {"exercises.fist.steps.1"}),
        ("repetitions: 8 to 12", "repetitions: 8 to 13", {"exercises.fist.levels.open.dose"}),
        ("signs: [it hurts]", "signs: [it burns]", {"safety.cards.stop-now.signs.1"}),
        ("side: hand", "side: paw", {"exercises.fist.levels.open.dose"}),
        ("fix: Keep it straight.", "fix: Bend it more.", {"exercises.fist.faults.1"}),
        ("Call 2.", "Call 4.", {"safety.countries.utopia.urgent"}),
        ("part_of: Neverland", "part_of: Atlantis", {"safety.countries.utopia.call"}),
        (
            "name: Fist",
            "name: Grasp",
            {
                f"programmes.{week}.entries.fist"
                for week in ("two-weeks.weeks.1", "two-weeks.weeks.2", "no-band.weeks.1")
            },
        ),
        (
            "heading: Stop now if",
            "heading: Do not stop if",
            {"safety.cards.stop-now.heading", "safety.cards.stop-now.signs.1"},
        ),
        (
            "steps: [Close your hand slowly., Open it again.]",
            "steps: [Open it again., Close your hand slowly.]",
            {"exercises.fist.steps.1", "exercises.fist.steps.2"},
        ),
        ("cues: [Slow]", "cues: [Slow, Wide]", set()),
        ("summary: Close the hand", "summary: Shut the hand", set()),
    ],
)
def test_a_change_to_a_reviewed_text_takes_its_mark_away_and_no_other(old: str, new: str, lost: set[str]) -> None:
    assert old in HAND_TEXT
    whole = reviewed(HAND, {item.id for item in texts(HAND)})
    changed = read(HAND_TEXT.replace(old, new, 1).encode(), GUIDES["hand"])
    about = changed.guide.model_copy(update={"review": whole.guide.review})
    assert set(Marks(changed.model_copy(update={"guide": about})).lost) == lost


def test_a_picture_loses_its_mark_with_its_drawing_or_its_description_but_not_by_another_id() -> None:
    id_, figure = next(iter(FOOT.figures.items()))
    item = ITEMS[f"figures.{id_}"]
    again = Item("figures.other", (), item.text, "", figure=figure)
    assert again.fingerprint == item.fingerprint
    for change in ({"desc": f"{figure.desc} And more."}, {"stops": figure.stops + 1}, {"draw": figure.draw[1:]}):
        data = FOOT.model_copy(update={"figures": FOOT.figures | {id_: figure.model_copy(update=change)}})
        assert {i.id: i for i in texts(data)}[item.id].fingerprint != item.fingerprint, change


def test_a_mark_of_a_text_that_is_gone_is_lost() -> None:
    review = Review(by="A", date=date(2026, 11, 30), version="0.1.0", texts={"exercises.gone.steps.1": "1a2b3c4d"})
    data = HAND.model_copy(update={"guide": HAND.guide.model_copy(update={"review": review})})
    marks = Marks(data)
    assert marks.lost == ("exercises.gone.steps.1",)
    assert marks.sentence == labels().not_reviewed
    assert marks.page_sentence("exercises/fist/") == ""


WHO = "Reviewed by Dr A, physiotherapist on 30 November 2026 (version 0.1.0): "
COUNT = len(list(texts(HAND)))


@pytest.mark.parametrize(
    ("ids", "everywhere", "page"),
    [
        ([], labels().not_reviewed, ""),
        (["safety.soreness.says.1"], f"1 of {COUNT} texts", "On this page, no text, dose or picture is reviewed yet."),
        (
            ON_FIST[:5],
            f"5 of {COUNT} texts",
            f"On this page, 5 of {len(ON_FIST)} texts, doses and pictures are reviewed.",
        ),
        (
            ON_FIST,
            f"{WHO}{len(ON_FIST)} of {COUNT} texts, doses and pictures. The rest is not reviewed yet.",
            "On this page, every safety text, dose, step and picture is reviewed.",
        ),
        (
            [item.id for item in texts(HAND)],
            f"{WHO}every safety text, dose, step and picture.",
            "On this page, every safety text, dose, step and picture is reviewed.",
        ),
    ],
    ids=["none", "none here", "some", "all here", "all"],
)
def test_pages_say_what_was_reviewed_and_what_was_not(ids: list[str], everywhere: str, page: str) -> None:
    data = reviewed(HAND, ids) if ids else HAND
    build = Build(Edition(data, Clinic()), with_papers=False)
    assert everywhere in build.edition.marks.sentence
    shown = macros_of(data, "exercises/fist/").exercise_page("fist")
    assert page in shown
    assert ("On this page" in shown) == bool(page)


def test_the_page_of_an_exercise_counts_the_general_signs_that_it_shows() -> None:
    on = {item.id for item in texts(FOOT) if f"exercises/{FOOT.exercises[0].id}/" in item.pages}
    stop = next(card for card in FOOT.safety.cards if card.grade == "stop" and not card.exercises)
    calls = {f"safety.countries.{country.id}.call" for country in FOOT.safety.countries}
    assert {f"safety.cards.{stop.id}.signs.1", "safety.at_once", *calls} <= on
    england = FOOT.safety.country_for("england")
    there = {item.id for item in texts(FOOT, england) if f"exercises/{FOOT.exercises[0].id}/" in item.pages}
    assert (there - on, on - there) == ({"safety.countries.england.emergency"}, calls)


def test_the_safety_page_says_it_for_its_own_texts() -> None:
    ids = [item.id for item in texts(HAND) if "safety/" in item.pages]
    assert "On this page, every safety text" in macros_of(reviewed(HAND, ids), "safety/").safety_cards()
    assert "On this page" not in macros_of(HAND, "safety/").safety_cards()


Filled = tuple[Path, Callable[..., Rows]]


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """Return the file of a table and what writes it with marks."""
    file = tmp_path / "filled.csv"

    def fill(encoding: str = "utf-8-sig", delimiter: str = ",", **marks: dict[str, str]) -> Rows:
        rows = [row | marks.get(row["id"], {}) for row in rows_of(to_csv(texts(HAND)))]
        file.write_bytes(saved(rows, encoding, delimiter))
        return rows

    return file, fill


def read_back(file: Path, *more: str) -> int:
    """Run the command that reads a filled table back."""
    words = ["reviewed", str(file), "--by", "Dr A, physiotherapist", "--date", "2026-11-30"]
    return main([*words, "--guide", str(GUIDES["hand"]), *more])


RIGHT = {"right": "x"}


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8-sig", ","), ("utf-8", ";"), ("cp1252", ";"), ("utf-16", "\t")]
)
def test_a_filled_table_becomes_the_review_in_the_data(
    filled: Filled, capsys: pytest.CaptureFixture[str], encoding: str, delimiter: str
) -> None:
    file, fill = filled
    change = {"wrong": "X", "say instead": "Close it gently, \u00e9h?"}
    fill(encoding, delimiter, **dict.fromkeys(ON_FIST, RIGHT) | {"exercises.fist.steps.1": change})
    assert read_back(file) == 0
    printed = capsys.readouterr()
    assert (
        "exercises.fist.steps.1: wrong\n  now: Close your hand slowly.\n  say instead: Close it gently, \u00e9h?"
        in (printed.err)
    )
    text = HAND_TEXT.replace("guide:\n", f"guide:\n{printed.out}", 1)
    data = read(text.encode(), GUIDES["hand"])
    assert data.guide.review == reviewed(HAND, set(ON_FIST) - {"exercises.fist.steps.1"}).guide.review
    assert Marks(data).lost == ()
    as_editors_read = yaml.safe_load(printed.out)["review"]["texts"]
    assert {type(value) for value in as_editors_read.values()} == {str}


def test_a_row_that_cannot_count_is_reported_in_a_sentence(filled: Filled, capsys: pytest.CaptureFixture[str]) -> None:
    file, fill = filled
    rows = fill(
        **{
            "safety.at_once": RIGHT,
            "exercises.fist.feel": RIGHT | {"fingerprint": "#00000000"},
            "exercises.fist.steps.2": RIGHT | {"wrong": "x"},
            "exercises.fist.steps.1": RIGHT | {"id": "exercises.fist.step.1"},
            "exercises.fist.cues.1": RIGHT | {"say instead": "Slowly"},
        }
    )
    assert rows
    assert read_back(file) == 0
    printed = capsys.readouterr()
    assert [line for line in printed.err.splitlines() if not line.startswith(" ")] == [
        "exercises.fist.step.1: the guide has no text with this id; did you mean 'exercises.fist.steps.1'?",
        "exercises.fist.steps.2: marked right and wrong; it counts as wrong",
        "exercises.fist.feel: this text has changed since the table was made; it has to be read again",
        "exercises.fist.steps.2: wrong",
        "exercises.fist.cues.1: right, with another wording",
    ]
    assert set(yaml.safe_load(printed.out)["review"]["texts"]) == {"safety.at_once", "exercises.fist.cues.1"}


def test_a_wish_for_other_words_is_not_taken_for_a_mark() -> None:
    row, *_ = rows_of(to_csv(texts(HAND)))
    filled = compare(HAND, read_csv(saved([row | {"say instead": "Other words"}])))
    assert filled.right == {}
    (change,) = filled.to_change
    assert change.startswith(f"{row['id']}: not marked right, with another wording\n")


def test_a_text_that_two_rows_call_right_and_wrong_counts_as_wrong() -> None:
    rows = [row | RIGHT for row in rows_of(to_csv(texts(HAND)))]
    filled = compare(HAND, read_csv(saved([*rows, rows[0] | {"right": "", "wrong": "x"}])))
    assert set(filled.right) == {row["id"] for row in rows[1:]}


def test_what_is_no_filled_table_is_refused_in_a_sentence(filled: Filled, tmp_path: Path) -> None:
    file, fill = filled
    fill()
    cases = {
        "no row that counts is marked right": [str(file)],
        "No such file or directory": [str(tmp_path / "none.csv")],
        "missing: id, right, wrong, say instead, fingerprint": [str(GUIDES["hand"])],
    }
    for sentence, words in cases.items():
        with pytest.raises(SystemExit, match=re.escape(sentence)):
            main(["reviewed", *words, "--by", "A", "--guide", str(GUIDES["hand"])])
    with pytest.raises(TableError, match="line 2 is not CSV"):
        read_csv(b'id,right,wrong,say instead,fingerprint\n"a"b,,,,\n')


@pytest.mark.parametrize(("by", "day"), [("\u200b", "2026-11-30"), ("A", "2026-11-31"), ("A", "1815-11-30")])
def test_a_reviewer_or_a_day_that_cannot_be_is_refused(filled: Filled, by: str, day: str) -> None:
    file, fill = filled
    fill(**{"safety.at_once": RIGHT})
    with pytest.raises(SystemExit) as refused:
        main(["reviewed", str(file), "--by", by, "--date", day, "--guide", str(GUIDES["hand"])])
    assert refused.value.code != 0


@given(st.text(max_size=20).map(lambda text: " ".join(text.split())), st.sampled_from(["", *FORMULA]))
def test_no_cell_is_a_formula(text: str, start: str) -> None:
    content = to_csv([Item(f"{start}{text}", ("a/",), f"{start}{text}", f"{start}{text}")])
    cells = next(csv.reader(io.StringIO(content.decode("utf-8-sig").partition("\r\n")[2], newline="")))
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []


def test_no_fingerprint_can_be_taken_for_a_number() -> None:
    assert all(re.fullmatch(r"#[0-9a-f]{8}", row["fingerprint"]) for row in rows_of(to_csv(texts(FOOT))))


def test_the_commands_write_both_files_and_check_says_how_many_marks_are_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", str(GUIDES["hand"]), "--out", str(tmp_path / "out")]) == 0
    assert {file.name for file in (tmp_path / "out").iterdir()} == {"review.csv", "review.pdf"}
    assert (tmp_path / "out/review.csv").read_bytes().startswith(b"\xef\xbb\xbfid,page,text")
    data = reviewed(HAND, ON_FIST)
    assert data.guide.review
    lines = data.guide.review.model_dump_json()
    file = tmp_path / "hand.yml"
    file.write_text(
        HAND_TEXT.replace("guide:\n", f"guide:\n  review: {lines}\n", 1).replace("Open it again.]", "Open it.]"),
        "utf-8",
    )
    assert main(["check", str(file)]) == 0
    said = f"{len(ON_FIST) - 1} of {COUNT} texts reviewed; 1 mark no longer holds: the text changed or is gone\n"
    assert capsys.readouterr().out.endswith(said)


@pytest.mark.slow
@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
def test_a_long_foot_of_a_reviewed_guide_is_whole_on_paper(large: bool) -> None:  # noqa: FBT001 - a parameter of the test
    data = reviewed(HAND, ON_FIST)
    assert data.guide.review
    review = data.guide.review.model_copy(update={"by": "Dr Alexandra Example-Longname, specialist " * 3})
    about = data.guide.model_copy(update={"review": review, "licence": FOOT.guide.licence})
    papers = Build(Edition(data.model_copy(update={"guide": about}), Clinic())).papers
    assert papers
    paper = next(p for p in papers.all() if (p.about, p.large, p.kind.name) == ("fist", large, "handout"))
    with PdfDocument(papers.file(paper)) as document:
        page = document[0].get_textpage()
        boxes = [page.get_charbox(place) for place in range(page.count_chars())]
    assert min(bottom for _, bottom, _, _ in boxes if bottom) > EDGE
