"""A photo or video of the host's own."""

from typing import Annotated

from pydantic import Field

from macros.data.model.base import Record, Text


class Media(Record):
    """A photo or a video of the host's own, shown where an exercise has no figure."""

    file: Annotated[str, Field(pattern=r"^[\w-]+([./][\w-]+)*\.(jpg|jpeg|png|webp|avif|svg|mp4|webm)$")]
    """Path below docs/, such as 'assets/own/heel-raise.jpg'; .mp4 and .webm are shown as video."""

    alt: Text
    """What it shows, for people who cannot see it."""

    author: Text
    licence: Text

    @property
    def is_video(self) -> bool:
        """Return whether a player is needed."""
        return self.file.endswith((".mp4", ".webm"))
