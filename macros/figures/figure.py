"""A figure as the data holds it; reading one reports every error with its place in the data."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, ValidationError, WithJsonSchema, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from macros.figures import agreement, names, rules
from macros.figures.drawing import Drawing
from macros.figures.expectation import Expectation
from macros.figures.items import Item
from macros.figures.problem import Problem
from macros.figures.values import PoseRecord

ALT_WORDS = 15
"""The most words of a picture's short description: a screen reader says them before anything else."""

Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


def _is_short(text: str) -> str:
    if (count := len(text.split())) > ALT_WORDS:
        values = {"count": count, "most": ALT_WORDS}
        raise PydanticCustomError("too_many_words", "has {count} words; allowed: at most {most}", values)
    return text


class Figure(PoseRecord):
    """A picture: its title and texts, what its movement must do, and what to draw."""

    title: Phrase
    """What the picture is of, in a few words."""

    alt: Annotated[Phrase, AfterValidator(_is_short)]
    """The movement in at most 15 plain words, for people who cannot see it; on a later level, what differs."""

    desc: Annotated[str, StringConstraints(strip_whitespace=True, min_length=60, max_length=2000)]
    """The long description inside its files, in two to four plain sentences: who, what moves where, what stays."""

    caption: Annotated[Phrase, StringConstraints(max_length=50)]
    """One line under the picture, also on a phone: what its numbers, halves, circle or pale parts mean."""

    tone: Literal[1, 2, 3, 4] = 1
    """Set of skin and hair colours."""

    size: tuple[Annotated[int, Field(ge=100, le=480)], Annotated[int, Field(ge=100, le=400)]] = (480, 360)
    """Width and height of the canvas in drawing units."""

    stops: Annotated[int, Field(ge=2, le=5)] = 2
    """Positions that the movement is drawn from; more where a limb turns far."""

    contact: tuple[str, ...] = ()
    """Joints that stay on a floor line all the time."""

    expect: tuple[Annotated[Expectation, WithJsonSchema({"type": "string"})], ...] = ()
    """What the movement must do."""

    draw: Annotated[tuple[Item, ...], Field(min_length=1)]
    """The items, in painter's order."""

    @model_validator(mode="after")
    def _checked(self) -> Self:
        drawing = Drawing(self.draw)
        problems = list(self._names(drawing)) or list(self._rules(drawing))
        if problems:
            raise ValidationError.from_exception_data("Figure", [_error(problem) for problem in problems])
        return self

    def _names(self, drawing: Drawing) -> Iterator[Problem]:
        """Find what must be right before the drawing itself can be judged."""
        yield from names.shared_names(drawing)
        yield from names.unknown_places(drawing, self.size)
        for index, joint in enumerate(self.contact):
            yield from names.unknown_joint(joint, drawing.end, ("contact", index))
        for index, expectation in enumerate(self.expect):
            for joint in expectation.needs:
                yield from names.unknown_joint(joint, drawing.end, ("expect", index))

    def _rules(self, drawing: Drawing) -> Iterator[Problem]:
        """Find what is wrong with the drawing at any moment."""
        scenes = rules.moments(drawing)
        yield from rules.off_floor(self.contact, drawing, scenes)
        yield from rules.unexpected(self.expect, scenes)
        yield from rules.impossible_legs(drawing, scenes)
        yield from rules.outside(self.size, scenes)
        yield from agreement.misplaced_hands(drawing, scenes)
        yield from agreement.missing_gear(drawing)
        yield from agreement.wrong_sides(drawing)
        yield from agreement.crossing_lines(scenes)

    @property
    def shows_hands_free(self) -> bool:
        """True where nobody holds on and a support is within reach."""
        drawing = Drawing(self.draw)
        return agreement.support_in_reach(drawing) and not agreement.holds_on(drawing)


def _error(problem: Problem) -> InitErrorDetails:
    error = PydanticCustomError("figure", "{sentence}", {"sentence": problem.sentence})
    return InitErrorDetails(type=error, loc=problem.where, input=None)
