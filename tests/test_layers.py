"""What a clinic lays over the guide: what it may change, what stays whole, and whose it then is."""

from pathlib import Path

import pytest

from macros.data.layers import LayerFile, Overlay
from macros.data.load import GuideError, load
from macros.data.settings import check_settings
from macros.wording.about import changed_sentence, changed_things
from macros.wording.doses import dose_phrase
from macros.wording.evidence import basis_phrase
from tests.layering import BY, FOOT, HAND, OWN, SAID, edition, mistakes, placed


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
