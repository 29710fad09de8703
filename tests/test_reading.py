"""How hard the pages are to read: each is scored as the NHS prepares a text, and held to the limits in pyproject.toml."""

from pathlib import Path

import pytest

from tests.reading import Limit, Score, score, score_of, settings, smog, syllables
from tests.sites import Page, Site

HARD = "Individualised proprioceptive rehabilitation necessitates comprehensive musculoskeletal examination."
EASY = "Roll the ball under your foot."


def limits(site: Site) -> list[tuple[Page, str, Limit]]:
    """Return every page with the limit of its address, and every part of a page that has one."""
    limits_ = settings().limits
    whole = [key for key in limits_ if "#" not in key]
    pages = [
        (page, "", limits_[max((key for key in whole if page.address.startswith(key)), key=len)])
        for page in site.pages.values()
    ]
    parts = [(key.partition("#"), limit) for key, limit in limits_.items() if "#" in key]
    return pages + [(site.pages[address], anchor, limit) for (address, _, anchor), limit in parts]


def page_of(folder: Path, article: str) -> Page:
    """Return a page that holds *article*."""
    file = folder / "index.html"
    file.write_text(f"<!doctype html><html lang=en><title>x</title><article>{article}</article>", encoding="utf-8")
    return Page(file, "some/")


def sentences(scored: Score) -> list[str]:
    """Return the sentences of a text."""
    return [sentence.text for sentence in scored.sentences]


def test_every_page_is_as_easy_to_read_as_the_settings_ask(foot: Site) -> None:
    wrong = {
        f"{page.address}#{anchor}".removesuffix("#"): over
        for page, anchor, limit in limits(foot)
        if (over := score(page, anchor).over(limit))
    }
    assert not wrong, "\n".join(f"/{where}: {'; '.join(over)}" for where, over in wrong.items())


def test_the_promised_limits_are_no_higher_than_what_was_promised() -> None:
    for key, limit in settings().limits.items():
        assert limit.smog <= 9, key


def test_every_limit_and_name_in_the_settings_is_needed(foot: Site) -> None:
    addresses = list(foot.pages)
    assert [k for k in settings().limits if not any(a.startswith(k.partition("#")[0]) for a in addresses)] == []
    text = " ".join(page.text for page in foot.pages.values()).casefold()
    assert [name for name in settings().names if name not in text] == []
    assert [name for name in settings().names if syllables(name) < 3] == []


def test_a_page_over_its_limit_is_reported_with_its_hardest_sentences() -> None:
    over = score_of([EASY, HARD, EASY]).over(Limit(smog=9, words=11, longest=20))
    assert "SMOG is" in over[0]
    assert over[1].startswith(HARD)
    assert "rehabilitation" in over[1].partition("[")[2]
    assert score_of([EASY, EASY]).over(Limit(smog=9, words=11, longest=20)) == []


def test_a_sentence_that_is_too_long_is_reported() -> None:
    over = score_of(["One two three four five.", EASY]).over(Limit(smog=9, words=11, longest=4))
    assert over[0] == "the longest sentence is 6.0, over 4"


@pytest.mark.parametrize(
    ("hard", "sentences", "grade"),
    [(0, 30, 3.1291), (30, 30, 8.8420), (30, 60, 7.1687), (120, 30, 14.5548)],
)
def test_smog_is_the_published_formula(hard: int, sentences: int, grade: float) -> None:
    """SMOG = 1.0430 √(words of three syllables and more × 30 / sentences) + 3.1291, McLaughlin 1969."""
    assert smog(hard, sentences) == pytest.approx(grade, abs=0.001)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("foot", 1), ("like", 1), ("likes", 1), ("rolled", 1), ("lately", 2), ("little", 2), ("movement", 2)),
        *(
            ("surgery", 3),
            ("injury", 3),
            ("injuries", 3),
            ("physio", 3),
            ("nobody", 3),
            ("disagree", 3),
            ("medicine", 3),
        ),
        *(("exercise", 3), ("circulation", 4), ("repetitions", 4), ("randomised", 3), ("gastrocnemius", 5)),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_headings_bullets_and_cells_each_end_a_sentence(tmp_path: Path) -> None:
    article = (
        "<h2>Get ready now</h2><ul><li>Sit on a chair<li>Sit <i>very</i> tall</ul><table><tr><td>Two feet flat</table>"
    )
    assert sentences(score(page_of(tmp_path, article))) == [
        "Get ready now",
        "Sit on a chair",
        "Sit very tall",
        "Two feet flat",
    ]


def test_what_is_no_sentence_is_left_out(tmp_path: Path) -> None:
    article = (
        "<nav>Next page here</nav><button>Print this page</button><p>Sit tall.<a class=cite>[1]</a></p>"
        "<svg><title>A foot</title></svg><ol class=references><li>Doe 2020. A study of feet.</ol><style>a{}</style>"
    )
    assert sentences(score(page_of(tmp_path, article))) == ["Sit tall."]


def test_one_or_two_words_do_not_make_a_page_look_easier() -> None:
    assert score_of([HARD, "Notes", "Two feet"]).smog == score_of([HARD]).smog


def test_names_that_cannot_be_helped_and_words_of_the_title_are_not_hard(tmp_path: Path) -> None:
    text = "<p>Plantarflexion and circulation and rehabilitation."
    assert [s.hard for s in score(page_of(tmp_path, f"<h1>Circulation</h1>{text}")).sentences][1] == ["rehabilitation"]


def test_a_part_of_a_page_is_scored_alone(tmp_path: Path) -> None:
    article = "<h2 id=a>One two three</h2><p>In it.<h3>Below</h3><h2 id=b>After</h2><p id=c>Only this."
    page = page_of(tmp_path, article)
    assert sentences(score(page, "a")) == ["One two three", "In it.", "Below"]
    assert sentences(score(page, "c")) == ["Only this."]
