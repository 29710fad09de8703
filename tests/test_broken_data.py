"""Bad data never gets past the loader: every mistake is reported at once, with its line and what is allowed."""

import os
from pathlib import Path

import pytest

from macros.data.load import GuideError, load, read
from tests.broken import BROKEN, Broken, line_at

HAND = Path(__file__).with_name("data") / "hand.yml"
TEXT = HAND.read_text(encoding="utf-8")
DEEP = (b"[", b"[[],", b"{a: [], b: ", b'["]",', b"- ", b"? ", b"[{a: ")
"""What nests more deeply each time it is written."""


def mistakes(content: bytes) -> list[str]:
    """Return every mistake in *content* as an editor reads it."""
    with pytest.raises(GuideError) as caught:
        read(content, HAND)
    return [str(mistake) for mistake in caught.value.mistakes]


def line_of(text: str) -> int:
    """Return the line of the small guide in which *text* begins."""
    return line_at(TEXT, TEXT.index(text))


def changed(old: str, new: str) -> bytes:
    """Return the small guide with *new* in place of the first *old*."""
    assert old in TEXT
    return TEXT.replace(old, new, 1).encode()


def test_the_small_guide_itself_is_right() -> None:
    assert read(TEXT.encode(), HAND).guide.title == "Hand Guide"


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_a_mistake_is_named_with_its_line_and_what_is_allowed(broken: Broken) -> None:
    assert mistakes(broken.apply(TEXT).encode()) == [f"hand.yml:{line}" for line in broken.lines(TEXT)]


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
        *((opening * 100_000, "hand.yml:1: is nested deeper than 30 levels") for opening in DEEP),
        (b"a: [\n", "hand.yml:1: is not YAML: while parsing a flow node did not find expected node content"),
    ],
)
def test_a_file_that_holds_no_map_is_refused_whole(content: bytes, mistake: str) -> None:
    assert mistakes(content) == [mistake]


def test_all_mistakes_are_reported_at_once_in_the_order_of_their_lines() -> None:
    text = TEXT.replace("grade: urgent", "grade: high").replace("sets: 3", "sets: yes").replace("start: fist", "start:")
    assert mistakes(text.encode()) == [
        f"hand.yml:{line_of('start: fist')}: home.start: is empty; allowed: text",
        f"hand.yml:{line_of('sets: 3')}: exercises.fist.levels.open.dose.sets: 'yes' is not a whole number",
        (
            f"hand.yml:{line_of('id: same-day') + 1}: safety.cards.same-day.grade: 'high' is not allowed; "
            "allowed: stop, ask, see, urgent, injury, emergency"
        ),
    ]


def test_the_error_counts_its_mistakes_and_lists_them() -> None:
    with pytest.raises(GuideError) as caught:
        read(changed("sets: 3", "sets: yes"), HAND)
    assert str(caught.value) == (
        "hand.yml cannot be used, 1 mistake:\n"
        f"hand.yml:{line_of('sets: 3')}: exercises.fist.levels.open.dose.sets: 'yes' is not a whole number"
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


def test_numbers_may_be_in_quotes_and_keep_their_figures() -> None:
    content = TEXT.replace("sets: 3", 'sets: "3"').replace("before: 69.40", 'before: "69.40"').encode()
    guide = read(content, HAND)
    assert guide.exercises[0].levels[0].dose.sets == 3
    assert str(guide.evidence.studies[0].outcomes[0].before) == "69.40"


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(GuideError) as caught:
        load(tmp_path / "none.yml")
    assert [str(mistake) for mistake in caught.value.mistakes] == [
        "none.yml:1: cannot be read: No such file or directory; GUIDE names the data file"
    ]


def test_a_file_is_read_again_when_it_changed(tmp_path: Path) -> None:
    file = tmp_path / "hand.yml"
    file.write_text(TEXT, encoding="utf-8")
    first = load(file)
    assert load(file) is first
    file.write_text(TEXT.replace("name: Fist", "name: Grasp"), encoding="utf-8")
    os.utime(file, (2_000_000_000, 2_000_000_000))
    assert load(file).exercises[0].name == "Grasp"


def test_data_that_doubles_with_each_alias_is_refused_where_it_starts() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    assert "hand.yml:2: a1.1: is used twice by an alias (*); write it out" in mistakes(bomb.encode())


def test_nesting_that_is_deep_but_allowed_is_read() -> None:
    deepest = "[" * 29 + "]" * 29
    reported = mistakes(f"{TEXT}\nextra: {deepest}\n".encode())
    assert [mistake.split(": ")[2] for mistake in reported] == ["unknown key 'extra'; allowed"]


@pytest.mark.parametrize(
    "text",
    ["\u3164", "\u00ad", "\u2800", "\u200d", "\u0301", "\u115f\u1160", "\uffa0", "\U000e0041", "\u200e \u200f"],
    ids=lambda text: f"U+{ord(text[0]):04X}",
)
@pytest.mark.parametrize(
    ("field", "where"),
    [
        ("    name: Fist\n", "exercises.fist.name"),
        ("      urgent: Call 2.\n", "safety.countries.utopia.urgent"),
    ],
)
def test_text_without_a_visible_character_is_refused(text: str, field: str, where: str) -> None:
    key, _ = field.split(": ")
    line = TEXT.count("\n", 0, TEXT.index(field)) + 1
    what = "has no visible character; allowed: some text"
    assert mistakes(changed(field, f'{key}: "{text}"\n')) == [f"hand.yml:{line}: {where}: {what}"]


@pytest.mark.parametrize("text", ["?", "1", "…", "→", "क्षि", "🦶", "ก็"])
def test_a_sign_a_number_or_a_letter_of_any_script_is_visible(text: str) -> None:
    assert read(changed("name: Fist", f'name: "{text}"'), HAND).exercises[0].name == text


@pytest.mark.parametrize(
    "name", ["con", "nul", "aux", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)
def test_an_id_that_windows_cannot_write_as_a_file_is_refused(name: str) -> None:
    [mistake] = mistakes(changed("id: helpers", f"id: {name}"))
    assert mistake.endswith(f"'{name}' cannot be the name of a file on Windows; choose another id")


@pytest.mark.parametrize("name", ["con-1", "com", "com10", "lpt0", "console", "auxiliary"])
def test_an_id_that_only_looks_like_such_a_name_is_allowed(name: str) -> None:
    assert read(changed("id: helpers", f"id: {name}"), HAND).pages[0].id == name


@pytest.mark.parametrize(("title", "alt"), [("2019", "7"), ("true", "-1.5"), ("'2019'", "1_000")])
def test_the_texts_of_a_figure_may_look_like_numbers(title: str, alt: str) -> None:
    figure = f"""
figures:
  floor:
    title: {title}
    desc: {"1" * 60}
    caption: {alt}
    alt: {alt}
    draw:
      - floor: {{y: 338, left: 20, right: 270}}
"""
    read_figure = read((TEXT + figure).encode(), HAND).figures["floor"]
    assert (read_figure.title, read_figure.caption, read_figure.alt) == (title.strip("'"), alt, alt)


def test_the_country_of_a_clinic_is_the_one_it_names_or_anywhere() -> None:
    safety = read(TEXT.encode(), HAND).safety
    assert safety.country_for("utopia").name == "Utopia"
    assert safety.country_for("atlantis") is safety.country_for(None) is safety.anywhere
