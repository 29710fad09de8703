"""Bad data never gets past the loader: every mistake is told at once, with its line and what is allowed."""

import os
from pathlib import Path

import pytest

from macros.data.load import GuideError, load, read
from macros.data.settings import settings
from tests.broken import BROKEN, Broken

HAND = Path(__file__).with_name("data") / "hand.yml"
TEXT = HAND.read_text(encoding="utf-8")


def mistakes(content: bytes) -> list[str]:
    """Return every mistake in *content* as an editor reads it."""
    with pytest.raises(GuideError) as caught:
        read(content, HAND)
    return [str(mistake) for mistake in caught.value.mistakes]


def changed(old: str, new: str) -> bytes:
    """Return the small guide with the first *old* made *new*."""
    assert old in TEXT
    return TEXT.replace(old, new, 1).encode()


def test_the_small_guide_itself_is_right() -> None:
    assert read(TEXT.encode(), HAND).guide.title == "Hand Guide"


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_a_mistake_is_named_with_its_line_and_what_is_allowed(broken: Broken) -> None:
    assert mistakes(changed(broken.old, broken.new)) == [f"hand.yml:{mistake}" for mistake in broken.mistakes]


def test_each_kind_of_mistake_is_in_the_table_once() -> None:
    names = [broken.name for broken in BROKEN]
    assert len(names) == len(set(names))
    assert len(names) >= 65


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        (b"", "hand.yml:1: is empty; it needs the keys of a guide"),
        (b"# nothing yet\n", "hand.yml:1: is empty; it needs the keys of a guide"),
        (b"just words", "hand.yml:1: 'just words' is text; allowed: a map of keys"),
        (b"- a\n- b\n", "hand.yml:1: is a list; allowed: a map of keys"),
        (b"a: b\nc: \xff\n", "hand.yml:2: is not UTF-8 text; save the file as UTF-8"),
        ("a: b\nc: é\n".encode("utf-16"), "hand.yml:1: is not UTF-8 text; save the file as UTF-8"),
        (b"a: b\n\nc: d\x00\n", "hand.yml:3: holds a control character (U+0000); delete it"),
        (b"a: [\n", "hand.yml:1: is not YAML: while parsing a flow node did not find expected node content"),
    ],
)
def test_a_file_that_holds_no_map_is_refused_whole(content: bytes, mistake: str) -> None:
    assert mistakes(content) == [mistake]


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines() -> None:
    text = TEXT.replace("grade: urgent", "grade: high").replace("sets: 3", "sets: yes").replace("start: fist", "start:")
    assert mistakes(text.encode()) == [
        "hand.yml:17: home.start: is empty; allowed: text",
        "hand.yml:43: exercises.fist.levels.open.dose.sets: 'yes' is not a whole number",
        (
            "hand.yml:177: safety.cards.same-day.grade: 'high' is not allowed; "
            "allowed: stop, ask, see, urgent, emergency"
        ),
    ]


def test_the_error_counts_its_mistakes_and_lists_them() -> None:
    with pytest.raises(GuideError) as caught:
        read(changed("sets: 3", "sets: yes"), HAND)
    assert str(caught.value) == (
        "hand.yml cannot be used, 1 mistake:\n"
        "hand.yml:43: exercises.fist.levels.open.dose.sets: 'yes' is not a whole number"
    )


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("no", "no"),
        ("1.10", "1.10"),
        ("1:30", "1:30"),
        ("0x1F", "0x1F"),
        ("2026-11-22", "2026-11-22"),
        ("true", "true"),
        ("'null'", "null"),
        ("e\u0301lan", "\u00e9lan"),
        ('"  two   words\\n here "', "two words here"),
        ("two\n      lines", "two lines"),
    ],
)
def test_a_text_is_read_as_written_in_one_form_of_unicode_on_one_line(written: str, name: str) -> None:
    assert read(changed("name: Fist", f"name: {written}"), HAND).exercises[0].name == name


def test_numbers_may_stand_in_quotes_and_keep_their_figures() -> None:
    content = TEXT.replace("sets: 3", 'sets: "3"').replace("before: 69.40", 'before: "69.40"').encode()
    guide = read(content, HAND)
    assert guide.exercises[0].levels[0].dose.sets == 3
    assert str(guide.evidence.studies[0].outcomes[0].before) == "69.40"


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(GuideError) as caught:
        load(tmp_path / "none.yml")
    assert [str(mistake) for mistake in caught.value.mistakes] == [
        "none.yml:1: cannot be read: No such file or directory; GUIDE names the data file"
    ]


def test_a_file_is_read_anew_when_it_changed(tmp_path: Path) -> None:
    file = tmp_path / "hand.yml"
    file.write_text(TEXT, encoding="utf-8")
    first = load(file)
    assert load(file) is first
    file.write_text(TEXT.replace("name: Fist", "name: Grasp"), encoding="utf-8")
    os.utime(file, (2_000_000_000, 2_000_000_000))
    assert load(file).exercises[0].name == "Grasp"


@pytest.mark.parametrize(
    ("line", "clinic", "mistake"),
    [
        ("country: atlantis", {"country": "atlantis"}, "extra.clinic.country: no country 'atlantis'"),
        (
            "country: utopa",
            {"country": "utopa"},
            "extra.clinic.country: no country 'utopa'; did you mean 'utopia'?",
        ),
        (
            "fone: 1",
            {"fone": "1"},
            (
                "extra.clinic.fone: unknown key 'fone'; did you mean 'phone'?; "
                "allowed: name, phone, url, country, logo, course, paper, licence"
            ),
        ),
        (
            "paper: a5",
            {"paper": "a5"},
            "extra.clinic.paper: 'a5' is not allowed; did you mean 'a4'?; allowed: a4, letter",
        ),
    ],
)
def test_a_mistake_in_the_settings_is_named_with_its_line(
    tmp_path: Path, line: str, clinic: dict[str, str], mistake: str
) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"site_name: Hands\nextra:\n  guide: {HAND}\n  clinic:\n    {line}\n", encoding="utf-8")
    with pytest.raises(GuideError) as caught:
        settings(file, {"guide": str(HAND), "clinic": clinic})
    assert [str(found) for found in caught.value.mistakes] == [f"mkdocs.yml:5: {mistake}"]
