"""What a clinic leaves out of the guide: nothing offers it any more, and what was said of it is told."""

from datetime import date
from pathlib import Path

import pytest

from macros.data.layers import Hide, Overlay
from macros.data.load import GuideError, load, notes
from macros.former import gone, moved
from macros.wording.about import changed_sentence, not_in_edition
from tests.layering import BY, FOOT, HAND, edition, mistakes, overlay


@pytest.mark.parametrize(
    ("hide", "what"),
    [
        ("safety", "is the same in every edition; allowed: the addresses of exercises"),
        ("safety/#stop-now", "is the same in every edition"),
        ("evidence/studies", "is the same in every edition"),
        ("schedule/", "is the plan that calendars and booklets are made of"),
        ("exercises/fits", "is no address; did you mean 'exercises/fist/'?; allowed: the addresses of exercises"),
        ("exercises/spread#light", "is the first level, where everyone starts; hide the exercise instead"),
        ("exercises/fist", "is where the first page's button leads"),
        ("schedule/week-1", "has weeks after it; hide those as well"),
        ("", "is no address"),
    ],
)
def test_what_cannot_be_hidden_is_told_with_its_line(tmp_path: Path, hide: str, what: str) -> None:
    [wrong] = mistakes(tmp_path, "", hide)
    assert wrong.startswith(f"mkdocs.yml:7: hide '{hide}': {what}")
    [wrong] = mistakes(tmp_path, f"hide:\n  - '{hide}'\n")
    assert wrong.startswith(f"own.yml:3: hide '{hide}': {what}")


def test_what_was_found_goes_with_its_whole_page_or_not_at_all(tmp_path: Path) -> None:
    """A page without its part on what not to claim would say more than the studies do."""
    with pytest.raises(GuideError, match="states what was found; hide the whole page, or nothing of it"):
        edition(tmp_path, "hide: [coaches#what-not-to-claim]\n", guide=FOOT)
    assert "coaches" not in [page.id for page in edition(tmp_path, "hide: [coaches]\n", guide=FOOT).pages]


def test_the_page_that_says_who_changed_the_guide_stays(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="says who changed the guide, and stays in every edition"):
        edition(tmp_path, "hide: [about]\n", guide=FOOT)


@pytest.mark.parametrize("written", ["exercises/spread", "/exercises/spread/", " exercises/spread/ "])
def test_a_hidden_exercise_is_gone_from_everything_that_offers_it(tmp_path: Path, written: str) -> None:
    own = edition(tmp_path, "", written)
    assert [exercise.id for exercise in own.exercises] == ["fist"]
    assert [week.entries[0].exercise for week in own.programme.weeks] == ["fist", "fist"]
    assert own.programme.basis.kind == "clinic"
    assert not [lead for lead in own.search.leads if "spread" in lead.to]
    assert own.evidence == load(HAND).evidence


def test_what_is_hidden_says_so_at_its_address(tmp_path: Path) -> None:
    own = edition(tmp_path, "home: {start: fist}\n", "exercises/spread", "schedule/week-2", "schedule/no-band")
    pages = {page.address: page for page in gone(own)}
    hidden = pages["exercises/spread/"]
    assert hidden.lead == f"{BY} left this exercise out of its edition of the guide on 1 December 2026."
    assert hidden.says == f"If it was given to you, ask {BY} what to do instead."
    assert (hidden.levels, hidden.instead.address) == (("light", "walk"), "exercises/")
    plan = {"schedule/no-band/", "schedule/no-band/week-1/", "schedule/week-2/"}
    assert {"exercises/spread/evidence/", *plan} <= set(pages)
    assert ("exercises/fan/", "exercises/spread/") in moved(own)


def test_something_retired_names_nothing_hidden_to_do_instead(tmp_path: Path) -> None:
    [wave] = [item for item in edition(tmp_path, "", "exercises/spread").retired if item.id == "wave"]
    assert wave.instead is None


def test_a_week_without_an_exercise_is_refused(tmp_path: Path) -> None:
    layer = "home: {start: spread}\nhide: [exercises/fist]\n"
    what = "leaves nothing in week 1 of the plan 'no-band'; hide the plan, or give the week others"
    assert mistakes(tmp_path, layer) == [f"own.yml:3: hide 'exercises/fist': {what}"]
    own = edition(tmp_path, layer.replace("]", ", schedule/no-band]"))
    assert [programme.id for programme in own.programmes] == ["two-weeks"]


def test_a_hidden_level_is_done_at_the_level_before(tmp_path: Path) -> None:
    own = edition(tmp_path, "", "exercises/spread/#walk")
    assert [level.id for level in own.exercises[1].levels] == ["light"]
    [spread] = [entry for entry in own.programme.weeks[1].entries if entry.exercise == "spread"]
    assert spread.level == "light"
    assert own.programme.basis.kind == "clinic"


def test_a_level_keeps_its_look_where_the_one_before_is_hidden(tmp_path: Path) -> None:
    guide = load(FOOT)
    exercise = next(one for one in guide.exercises if any(level.steps for level in one.levels[1:-1]))
    hidden = next(level for level in exercise.levels[1:-1] if level.steps)
    after = exercise.levels[exercise.levels.index(hidden) + 1]
    own = edition(tmp_path, "", f"exercises/{exercise.id}#{hidden.id}", guide=FOOT).exercise(exercise.id)
    assert own is not None
    same = next(level for level in own.levels if level.id == after.id)
    assert own.steps_at(same) == exercise.steps_at(after)
    assert own.setup_at(same) == exercise.setup_at(after)
    assert own.figure_at(same) == exercise.figure_at(after)


def test_last_weeks_pages_sections_advice_and_words_can_be_hidden(tmp_path: Path) -> None:
    term = load(HAND).glossary[0].id
    hide = ("schedule/week-2", "helpers", "schedule#a-day-missed", f"glossary#{term}", "#who")
    own = edition(tmp_path, "home:\n  sections: [{id: ours, heading: Ours, says: [Ours.]}]\n", *hide)
    assert (len(own.programme.weeks), own.pages, own.programme.advice) == (1, (), ())
    assert [section.id for section in own.home.sections] == ["ours"]
    assert term not in [entry.id for entry in own.glossary]


def test_a_claim_stays_whole_and_says_what_is_not_in_the_edition(tmp_path: Path) -> None:
    guide = load(FOOT)
    claim = next(claim for claim in guide.evidence.claims if len(claim.exercises) > 1)
    hidden = next(id_ for id_ in claim.exercises if id_ != guide.home.start)
    name = next(exercise.name for exercise in guide.exercises if exercise.id == hidden)
    layer = "home: {start: ball-rolling}\n" if hidden == guide.home.start else ""
    own = edition(tmp_path, layer, f"exercises/{hidden}", guide=FOOT)
    assert own.evidence == guide.evidence
    assert not_in_edition(own, claim.exercises) == f"Also about what is not in this edition: {name}."
    assert not_in_edition(guide, claim.exercises) == ""


def test_pictures_that_only_something_hidden_shows_are_gone(tmp_path: Path) -> None:
    guide = load(FOOT)
    own = edition(tmp_path, "", "exercises/disc-balance-two-legs", "exercises/disc-balance-one-leg", guide=FOOT)
    shown = {
        figure
        for exercise in own.exercises
        for figure in (
            exercise.figure,
            *(level.figure for level in exercise.levels),
            *(fault.figure for fault in exercise.faults),
        )
        if figure
    }
    assert set(own.figures) == shown
    assert set(guide.figures) > shown


def test_a_text_that_names_something_hidden_is_told_with_its_own_line(tmp_path: Path) -> None:
    layer = overlay(tmp_path, "", "exercises/disc-balance-two-legs", "exercises/disc-balance-one-leg")
    [week] = [note for note in notes(FOOT, layer) if note.where == "programmes.six-weeks.weeks.4.focus"]
    line = FOOT.read_text(encoding="utf-8").splitlines()[week.line - 1]
    assert (week.file, line.strip()) == ("exercises.yml", "- focus: Stronger band, one-leg disc")
    assert week.what.startswith("names 'disc', which mkdocs.yml:")
    own = overlay(tmp_path, "exercises:\n  - id: fist\n    feel: Then spread.\n", "exercises/spread")
    assert ("own.yml", 4, "exercises.fist.feel") in [(note.file, note.line, note.where) for note in notes(HAND, own)]
    assert notes(FOOT, overlay(tmp_path, "")) == ()
    layer_text = "programmes:\n  - id: two-weeks\n    weeks:\n      1: {advice: Then do week 2.}\n  - id: no-band\n    who_for: Week 2.\n"
    [note] = notes(HAND, overlay(tmp_path, layer_text, "schedule/week-2"))
    assert (note.line, note.where) == (5, "programmes.two-weeks.weeks.1.advice")


def test_numbers_that_the_guide_can_count_follow_what_an_edition_hides(tmp_path: Path) -> None:
    guide = load(FOOT)
    own = edition(tmp_path, "", "exercises/band-inversion", "schedule/week-6", guide=FOOT)
    assert guide.home.summary.startswith("10 exercises for the small muscles of the foot, a 6-week plan")
    assert own.home.summary.startswith("9 exercises for the small muscles of the foot, a 5-week plan")
    assert (own.programme.title, own.programmes[1].title) == ("5 weeks", guide.programmes[1].title)
    days = [minutes for week in own.programme.weeks for minutes in own.minutes(own.programme, week)]
    assert own.programme.who_for.startswith(f"You have {min(days)}–{max(days)} minutes a day")


def test_one_of_a_thing_is_not_many(tmp_path: Path) -> None:
    layer = "home:\n  title: '{exercises|move|moves} in {weeks|week|weeks}'\n"
    own = edition(tmp_path, layer, "exercises/spread", "schedule/week-2")
    assert own.home.title == "1 move in 1 week"
    assert edition(tmp_path, layer).home.title == "2 moves in 2 weeks"
    foot = edition(tmp_path, "", *(f"schedule/week-{week}" for week in range(2, 7)), guide=FOOT)
    assert foot.programme.title == "1 week"


def test_a_text_that_a_layer_cannot_word_anew_is_not_told(tmp_path: Path) -> None:
    """What rests on sources stays; and a leg to stand on is no leg of a table."""
    bands = ("plantarflexion", "dorsiflexion", "inversion", "eversion")
    told = notes(FOOT, overlay(tmp_path, "", *(f"exercises/band-{band}" for band in bands)))
    assert [note.where for note in told if "'band'" in note.what]
    assert not [note for note in told if "'leg'" in note.what or ".basis" in note.where]


def test_settings_alone_can_hide() -> None:
    own = load(HAND, Overlay((), (Hide("exercises/spread", "mkdocs.yml", 7),), BY, date(2026, 12, 2)))
    assert len(own.exercises) == 1
    assert changed_sentence(own) == "Changed by Harbour Physiotherapy on 2 December 2026."
