"""What a clinic lays over the guide: what it may change, what stays whole, and that nothing offers what it hides."""

from datetime import date
from pathlib import Path

import pytest

from macros.data.layers import Hide, LayerFile, Overlay
from macros.data.load import GuideError, load, notes
from macros.data.model import Guide
from macros.data.settings import check_settings
from macros.former import gone, moved
from macros.wording.about import changed_sentence, changed_things, not_in_edition
from macros.wording.doses import dose_phrase
from macros.wording.evidence import basis_phrase
from tests.sites import ROOT

HAND = Path(__file__).with_name("data") / "hand.yml"
FOOT = ROOT / "exercises.yml"
BY = "Harbour Physiotherapy"
DAY = "changed: 2026-12-01\n"
SAID = f"{BY} set this on 1 December 2026. It is not from this guide."

OWN = """
  - id: pinch
    name: Pinch
    summary: Pinch a ball.
    kind: strength
    positions: [sitting]
    setup: [Hold a ball.]
    steps: [Pinch it., Let go.]
    feel: Your fingers press.
    cues: [Slow]
    faults: [{wrong: The wrist bends., fix: Keep it straight.}]
    levels:
      - id: soft
        name: Soft ball
        change: A soft ball.
        dose: {kind: time, sets: 1, seconds: 30, sides: each}
    progress_when: It is easy.
    muscles: The muscles of the thumb.
    unknown: [Nearly all.]
"""


def placed(after: str) -> str:
    """Return the exercise of the clinic's own, with the one that it comes *after*."""
    return OWN.replace("id: pinch", f"id: pinch\n    after: {after}")


def overlay(folder: Path, layer: str, *hide: str) -> Overlay:
    """Return a clinic's layer, and what its settings hide."""
    file = folder / "own.yml"
    file.write_text(DAY + layer, encoding="utf-8")
    hidden = tuple(Hide(address, "mkdocs.yml", number) for number, address in enumerate(hide, 7))
    return Overlay((LayerFile(file, "own.yml"),), hidden, BY)


def edition(folder: Path, layer: str, *hide: str, guide: Path = HAND) -> Guide:
    """Return the guide with a clinic's layer."""
    return load(guide, overlay(folder, layer, *hide))


def mistakes(folder: Path, layer: str, *hide: str) -> list[str]:
    """Return what is wrong with a clinic's layer."""
    with pytest.raises(GuideError) as caught:
        edition(folder, layer, *hide)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_only_what_differs_is_laid_over_the_guide(tmp_path: Path) -> None:
    guide, own = load(HAND), edition(tmp_path, "exercises:\n  - id: fist\n    feel: It tickles.\n")
    assert own.exercises[0].feel == "It tickles."
    assert own.exercises[0].steps == guide.exercises[0].steps
    assert own.exercises[1:] == guide.exercises[1:]
    assert (own.safety, own.evidence, own.programmes) == (guide.safety, guide.evidence, guide.programmes)


def test_what_the_guide_corrects_reaches_a_clinic_at_the_next_build(tmp_path: Path) -> None:
    newer = tmp_path / "exercises.yml"
    text = HAND.read_text(encoding="utf-8")
    newer.write_text(text.replace("signs: [it hurts]", "signs: [it hurts, it is numb]"), encoding="utf-8")
    layer = "exercises:\n  - id: fist\n    feel: It tickles.\n"
    assert edition(tmp_path, layer, guide=newer).safety.signs("stop") == ("it hurts", "it is numb")
    assert edition(tmp_path, layer, guide=newer).exercises[0].feel == "It tickles."


def test_a_dose_and_a_text_that_a_clinic_changes_name_the_clinic(tmp_path: Path) -> None:
    layer = "exercises:\n  - id: fist\n    cues: [Softly]\n    levels:\n      - id: open\n        dose: {sets: 2}\n"
    fist = edition(tmp_path, layer).exercises[0]
    dose = fist.levels[0].dose
    assert dose_phrase(dose, "hand") == "2 sets of 8 to 12, hold 5 seconds, each hand, rest 30 seconds"
    assert (dose.basis.kind, basis_phrase(dose.basis)) == ("clinic", SAID)
    assert fist.technique.sources == ("doe-2020",)
    changed = f"{BY} changed this on 1 December 2026. What it did not change: Only a page on hands says so."
    assert (fist.technique.kind, basis_phrase(fist.technique)) == ("clinic", changed)


def test_a_dose_alone_leaves_the_teaching_as_it_is(tmp_path: Path) -> None:
    layer = "exercises:\n  - id: fist\n    levels:\n      - id: open\n        dose: {sets: 2}\n"
    own = edition(tmp_path, layer)
    assert own.exercises[0].technique == load(HAND).exercises[0].technique
    assert own.programme.basis == load(HAND).programme.basis


def test_a_dose_of_another_kind_takes_the_place_of_the_whole_dose(tmp_path: Path) -> None:
    dose = "{kind: time, sets: 1, seconds: 40, sides: each}"
    own = edition(tmp_path, f"exercises:\n  - id: fist\n    levels:\n      - id: open\n        dose: {dose}\n")
    assert dose_phrase(own.exercises[0].levels[0].dose, "hand") == "1 set of 40 seconds, each hand"
    assert basis_phrase(own.exercises[0].levels[0].dose.basis) == SAID


def test_an_exercise_of_a_clinics_own_goes_where_it_says(tmp_path: Path) -> None:
    own = edition(tmp_path, f"exercises:{placed('fist')}")
    assert [exercise.id for exercise in own.exercises] == ["fist", "pinch", "spread"]
    pinch = own.exercises[1]
    assert [basis_phrase(basis) for basis in pinch.bases] == [SAID, SAID]
    assert own.changes is not None
    assert own.changes.added == ("pinch",)
    wrong = mistakes(tmp_path, f"exercises:{placed('fits')}")
    assert wrong == ["own.yml:3: exercises.pinch.after: there is no 'fits' in this list; did you mean 'fist'?"]


@pytest.mark.parametrize(
    "basis",
    [
        "{kind: own, says: We made it up.}",
        "{kind: clinic, by: The ministry, on: 2026-12-01}",
        "{kind: tested, people: forty people, says: It worked., sources: [doe-2020]}",
    ],
)
def test_what_a_clinic_teaches_is_its_own_and_nobody_elses(tmp_path: Path, basis: str) -> None:
    [wrong] = mistakes(tmp_path, f"exercises:{OWN}    technique: {basis}\n")
    assert wrong.startswith("own.yml:21: exercises.pinch.technique: leave it out: what is yours names you by itself")


def test_a_level_of_a_clinics_own_follows_those_of_the_guide(tmp_path: Path) -> None:
    level = "{id: fast, name: Fast, change: Faster., dose: {kind: time, sets: 1, seconds: 30, sides: each}}"
    fist = edition(tmp_path, f"exercises:\n  - id: fist\n    levels:\n      - {level}\n").exercises[0]
    assert [level.id for level in fist.levels] == ["open", "fast"]
    assert [basis.kind for basis in fist.bases] == ["clinic", "own", "clinic"]


def test_a_week_can_be_changed_by_its_number_and_an_entry_by_its_exercise(tmp_path: Path) -> None:
    entry = "{exercise: fist, days: [fri]}"
    own = edition(tmp_path, f"programmes:\n  - id: two-weeks\n    weeks:\n      2: {{entries: [{entry}]}}\n")
    assert own.programme.weeks[0] == load(HAND).programme.weeks[0]
    spread, fist = own.programme.weeks[1].entries
    assert (fist.level, fist.days, spread.days) == ("open", ("fri",), ("tue",))
    assert own.programme.basis.kind == "clinic"
    [wrong] = mistakes(tmp_path, "programmes:\n  - id: two-weeks\n    weeks:\n      3: {advice: Slowly.}\n")
    assert wrong == "own.yml:5: programmes.two-weeks.weeks: there is no number '3'; allowed: 1 to 2, or a list of all"


def test_who_asks_first_and_when_to_stop_are_added_to(tmp_path: Path) -> None:
    layer = (
        "exercises:\n  - id: fist\n    not_for: [your thumb is hurt]\n    stop_if: [your thumb clicks]\n"
        "    unknown: [All of it.]\nsafety:\n  about: [We have read this.]\n  cards:\n"
        "    - {id: our-card, grade: stop, heading: Stop if, signs: [you feel sick]}\n"
    )
    own = edition(tmp_path, layer)
    fist = own.exercises[0]
    assert fist.not_for == ("your hand is hurt", "your thumb is hurt")
    assert fist.stop_if == ("your wrist clicks", "your thumb clicks")
    assert fist.unknown == ("How much is best.", "All of it.")
    assert own.safety.about == ("Read this first.", "We have read this.")
    assert own.safety.signs("stop") == ("it hurts", "you feel sick")
    assert basis_phrase(own.safety.cards[-1].basis) == SAID


def test_the_services_of_a_country_can_be_worded(tmp_path: Path) -> None:
    own = edition(tmp_path, "safety:\n  countries:\n    - id: utopia\n      urgent: Call us, then 2.\n")
    [utopia] = own.safety.countries
    assert (utopia.urgent, utopia.emergency, utopia.basis.kind) == ("Call us, then 2.", "Call 1 or 3.", "clinic")


PROTECTED = {
    "guide.title": "guide: {title: Ours}",
    "guide.review": "guide: {review: {by: Dr A, date: 2026-11-22, version: 1.0.0, texts: {a: 1a2b3c4d}}}",
    "guide.check_by": "guide: {check_by: 2099-01-01}",
    "guide.releases": "guide: {releases: []}",
    "evidence.claims": "evidence: {claims: [{id: grip, says: It works.}]}",
    "evidence.studies": "evidence: {studies: []}",
    "evidence.sources": "evidence: {sources: []}",
    "evidence.unknown": "evidence: {unknown: []}",
    "safety.title": "safety: {title: All is well}",
    "safety.summary": "safety: {summary: All is well}",
    "safety.lead": "safety: {lead: All is well}",
    "safety.at_once": "safety: {at_once: Wait.}",
    "safety.ask_in_short": "safety: {ask_in_short: Just do it.}",
    "safety.soreness": "safety: {soreness: {says: [It goes away.]}}",
    "safety.anywhere": "safety: {anywhere: {emergency: Wait.}}",
    "safety.cards": "safety: {cards: [{id: stop-now, signs: [it hurts a lot]}]}",
    "safety.countries.call": "safety: {countries: [{id: utopia, call: '1'}]}",
    "safety.countries.name": "safety: {countries: [{id: utopia, name: Elsewhere}]}",
    "safety.countries.basis": "safety: {countries: [{id: utopia, basis: {kind: own, says: We say so.}}]}",
    "exercises.technique": "exercises: [{id: fist, technique: {kind: own, says: We say so.}}]",
    "exercises.levels.dose.basis": "exercises: [{id: fist, levels: [{id: open, dose: {basis: {says: So.}}}]}]",
    "exercises.not_for": "exercises: [{id: fist, not_for: none}]",
    "exercises.stop_if": "exercises: [{id: fist, stop_if: }]",
    "programmes.former_weeks": "programmes: [{id: two-weeks, former_weeks: 9}]",
    "retired": "retired: [{id: wave, says: It is back.}]",
    "programmes.basis": "programmes: [{id: two-weeks, basis: {kind: own, says: So.}}]",
    "programmes.advice.basis": "programmes: [{id: two-weeks, advice: [{id: a-day-missed, basis: {says: So.}}]}]",
    "home.sections.findings": "home: {sections: [{id: who, findings: [{says: It works., claims: [grip]}]}]}",
    "pages.sections.findings": "pages: [{id: helpers, sections: [{id: how, findings: [{says: It works.}]}]}]",
}
"""A layer that touches each protected key."""


@pytest.mark.parametrize("key", PROTECTED)
def test_what_is_protected_stays_as_it_is(tmp_path: Path, key: str) -> None:
    wrong = mistakes(tmp_path, f"home: {{}}\n{PROTECTED[key]}\n" if key.startswith("guide") else f"{PROTECTED[key]}\n")
    assert len(wrong) == 1
    line = 3 if key.startswith("guide") else 2
    assert wrong[0].startswith(f"own.yml:{line}: {key.partition('.')[0]}")
    assert any(said in wrong[0] for said in ("is the same in every edition", "leave it out", "keeps what is in it"))


def test_a_figure_of_the_guide_stays_and_one_of_the_clinics_own_is_added(tmp_path: Path) -> None:
    figure = next(iter(load(FOOT).figures))
    with pytest.raises(GuideError, match="is the same in every edition; add a figure with an id of your own"):
        edition(tmp_path, f"figures:\n  {figure}: {{title: Ours}}\n", guide=FOOT)


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


def test_an_edition_says_who_changed_what_and_when(tmp_path: Path) -> None:
    own = edition(
        tmp_path, f"exercises:\n  - id: fist\n    feel: It tickles.\n{OWN}", "exercises/spread", "schedule/week-2"
    )
    assert changed_sentence(own) == "Changed by Harbour Physiotherapy on 1 December 2026."
    assert changed_things(own) == {
        "Left out": ["Spread", "Week 2: Go on"],
        "Added": ["Pinch"],
        "Changed": ["Fist"],
    }
    assert (changed_sentence(load(HAND)), changed_things(load(HAND))) == ("", {})


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


def test_a_name_that_counts_nothing_is_refused_and_doubled_braces_are_text(tmp_path: Path) -> None:
    layer = "home:\n  title: '{exercise} moves, {{ 7 * 7 }}'\n"
    allowed = "{exercises}, {weeks}, {days}, {minutes}, {levels}, {plans}"
    what = f"'{{exercise}}' counts nothing here; did you mean 'exercises'?; allowed: {allowed}"
    assert mistakes(tmp_path, layer) == [f"own.yml:3: home.title: {what}"]
    own = edition(tmp_path, layer.replace("{exercise}", "{exercises}"))
    assert own.home.title == "2 moves, {{ 7 * 7 }}"


def test_a_mistake_in_a_layer_is_told_in_its_own_file(tmp_path: Path) -> None:
    layer = "exercises:\n  - id: fist\n    feel: 5\n    sumary: x\n  - id: spread\n    levels:\n      - {id: light, dose: {sets: 99}}\n"
    wrong = mistakes(tmp_path, layer)
    assert [mistake.partition(": ")[0] for mistake in wrong] == ["own.yml:5", "own.yml:8"]
    assert "unknown key 'sumary'; did you mean 'summary'?" in wrong[0]


@pytest.mark.parametrize(
    ("layer", "wrong"),
    [
        ("home: {}\n", "own.yml:1: needs the key 'changed': the day of its last change"),
        ("changed: soon\n", "own.yml:1: changed: 'soon' is not a date like 2026-11-22"),
        ("changed: 2026-12-01\nhide: {a: 1}\n", "own.yml:2: hide: is not a list of addresses"),
        ("changed: 2026-12-01\nhide: [[a]]\n", "own.yml:2: hide: is not a list of addresses"),
        ("- a\n", "own.yml:1: is not a map of keys"),
        ("", "own.yml:1: is empty; it needs the keys of a guide that differ, 'changed' and 'hide'"),
        ("changed: 2026-12-01\nhome: {a: 1, a: 2}\n", "own.yml:2: home: the key 'a' is used twice, first in line 2"),
    ],
)
def test_a_layer_that_cannot_be_used_is_told(tmp_path: Path, layer: str, wrong: str) -> None:
    file = tmp_path / "own.yml"
    file.write_text(layer, encoding="utf-8")
    with pytest.raises(GuideError) as caught:
        load(HAND, Overlay((LayerFile(file, "own.yml"),), (), BY))
    assert [str(mistake) for mistake in caught.value.mistakes] == [wrong]


def test_a_layer_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match=r"own\.yml:1: cannot be read: No such file or directory"):
        load(HAND, Overlay((LayerFile(tmp_path / "own.yml", "own.yml"),), (), BY))


def test_settings_alone_can_hide() -> None:
    own = load(HAND, Overlay((), (Hide("exercises/spread", "mkdocs.yml", 7),), BY, date(2026, 12, 2)))
    assert len(own.exercises) == 1
    assert changed_sentence(own) == "Changed by Harbour Physiotherapy on 2 December 2026."


@pytest.mark.parametrize(
    ("clinic", "wrong"),
    [
        ("name: H\n    hide: [exercises/spread]", "mkdocs.yml:6: extra.clinic.hide: needs the key 'changed' beside it"),
        ("layer: own.yml", "mkdocs.yml:5: extra.clinic.layer: needs the key 'name' beside it"),
        (
            "name: H\n    layer: own.txt",
            "mkdocs.yml:6: extra.clinic.layer: 'own.txt' has the wrong form; allowed: a path",
        ),
        (
            "name: H\n    layer: ../own.yml",
            "mkdocs.yml:6: extra.clinic.layer: '../own.yml' has the wrong form; allowed: a path",
        ),
        ("name: H\n    layer: own.yml", "own.yml:1: cannot be read: No such file or directory"),
        (
            "name: H\n    changed: 2026-12-01\n    hide:\n      - exercises/spread\n      - exercises/fits",
            "mkdocs.yml:9: hide 'exercises/fits': is no address; did you mean 'exercises/fist/'?",
        ),
    ],
)
def test_settings_that_change_the_guide_are_checked_with_their_lines(tmp_path: Path, clinic: str, wrong: str) -> None:
    (tmp_path / "hand.yml").write_bytes(HAND.read_bytes())
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(f"site_name: H\nextra:\n  guide: hand.yml\n  clinic:\n    {clinic}\n", encoding="utf-8")
    [mistake] = check_settings(settings)
    assert str(mistake).startswith(wrong)
