"""What an edition changed of the guide, for its pages and papers to say."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["exercise", "level", "week", "programme", "page", "section", "advice", "term"]


@dataclass(frozen=True)
class Hidden:
    """Something that the edition leaves out."""

    kind: Kind
    address: str
    name: str
    file: str
    """The file that says so, and its line."""

    line: int

    @property
    def id(self) -> str:
        """Return the last part of its address, which is the id of an exercise."""
        return self.address.strip("/").rpartition("/")[2]


@dataclass(frozen=True)
class Changes:
    """Who changed the guide, when, and what."""

    by: str
    on: date
    hidden: tuple[Hidden, ...] = ()
    added: tuple[str, ...] = ()
    """Ids of the exercises that the guide itself does not have."""

    changed: tuple[str, ...] = ()
    """Ids of the guide's own exercises that read otherwise."""

    @property
    def exercises(self) -> dict[str, str]:
        """Return the names of the exercises that are left out, by their ids."""
        return {one.id: one.name for one in self.hidden if one.kind == "exercise"}
