"""What the exercises of the foot guide have to say on every level, and how much room their texts take."""

import textwrap

import pytest

from macros.data.model.exercise import Exercise, Level
from tests.sites import guide

LINE = 36
"""Characters of a line of a list on a phone."""

LEVELS = [(exercise, level) for exercise in guide("foot").exercises for level in exercise.levels]
every_level = pytest.mark.parametrize(("exercise", "level"), LEVELS, ids=lambda item: item.id)

BAND = (
    "nicked or torn",
    "Take off rings",
    "3 times its length",
    "shoe or loop it twice",
    "eye protection",
    "face away",
)
STANDING = ("isn't slippery", "Never wear socks alone")
ALWAYS = {
    "band-plantarflexion": BAND,
    **dict.fromkeys(("band-dorsiflexion", "band-inversion"), (*BAND, "low down", "heavy", "can't move")),
    "band-eversion": (*BAND, "low down", "heavy", "Neither may move"),
    **dict.fromkeys(("disc-balance-two-legs", "disc-balance-one-leg"), STANDING),
    "reverse-tandem-gait": ("Never wear socks alone", "Don't use a chair", "Clear the floor"),
    "vele-forward-lean": ("isn't slippery", "secure shoes"),
}
"""Words of what keeps people safe, by exercise; each level says them, because it is shown by itself."""


def lines(texts: tuple[str, ...]) -> int:
    """Return how many lines *texts* take on a phone."""
    return sum(len(textwrap.wrap(text, LINE)) for text in texts)


@every_level
def test_every_level_says_what_keeps_people_safe(exercise: Exercise, level: Level) -> None:
    said = " ".join(exercise.setup_at(level))
    assert [words for words in ALWAYS.get(exercise.id, ()) if words not in said] == []


@every_level
def test_a_level_on_a_disc_says_to_check_its_weight_limit(exercise: Exercise, level: Level) -> None:
    has_disc = "Air-filled balance disc" in exercise.equipment_at(level)
    assert ("weight limit" in " ".join(exercise.setup_at(level))) == has_disc


@every_level
def test_steps_do_not_ask_for_a_hold_that_the_level_does_without(exercise: Exercise, level: Level) -> None:
    """A level is shown with its own picture, so its steps say what that shows."""
    if level.id in {"free", "hands-free"}:
        assert "Keep your hands just" in " ".join(exercise.steps_at(level))
        assert not any("fingertips" in step for step in exercise.steps_at(level))


@every_level
def test_set_up_and_steps_are_short_enough_to_do_from(exercise: Exercise, level: Level) -> None:
    most = 9 if exercise.id == "short-foot" else 24
    assert lines(exercise.setup_at(level)) + lines(exercise.steps_at(level)) <= most


@every_level
def test_the_name_of_a_level_fits_on_a_tab_of_a_third_of_a_phone(exercise: Exercise, level: Level) -> None:
    assert len(level.name) <= 14, exercise.id


@every_level
def test_a_level_says_what_it_is_in_a_few_words(exercise: Exercise, level: Level) -> None:
    assert len(level.change.split()) <= 10, exercise.id
