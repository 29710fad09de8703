"""What a movement must do, as one line of data says it."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.figures.values import PoseRecord


class Expectation(PoseRecord):
    """What the movement must do, written `right head rises` or `length near.heel near.ball falls`."""

    measure: Literal["right", "height", "length", "angle"]
    """`right` and `height` of a joint, `length` between two, `angle` at a knee, hip or elbow."""

    joints: Annotated[tuple[str, ...], Field(min_length=1, max_length=2)]
    """The joint, or for a length the two joints."""

    change: Literal["rises", "falls", "same"]
    """From the start of the movement to its end."""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        words = value.split()
        if len(words) != (4 if words[:1] == ["length"] else 3):
            raise PydanticCustomError(
                "expectation", "'{text}' is not a measure, its joint and rises, falls or same", {"text": value}
            )
        return {"measure": words[0], "joints": tuple(words[1:-1]), "change": words[-1]}

    @property
    def needs(self) -> tuple[str, ...]:
        """The joints it is measured with; an angle is that between the bones at its joint."""
        if self.measure != "angle":
            return self.joints
        limb, _, joint = self.joints[0].rpartition(".")
        body, _, _ = limb.rpartition(".")
        ends = {
            "hip": (f"{body}.ear" if body else "ear", f"{limb}.knee"),
            "knee": (f"{limb}.hip", f"{limb}.ankle"),
            "elbow": (f"{limb}.shoulder", f"{limb}.wrist"),
        }
        return (*self.joints, *ends.get(joint, ()))

    @model_validator(mode="after")
    def _angle_has_bones(self) -> Self:
        if self.measure == "angle" and len(self.needs) != 3:
            raise PydanticCustomError("expectation", "an angle is measured at a hip, a knee or an elbow")
        return self

    def __str__(self) -> str:
        return " ".join((self.measure, *self.joints, self.change))
