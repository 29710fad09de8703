"""What everything in a picture has in common: it draws itself."""

from abc import abstractmethod

from macros.figures.scene import Scene
from macros.figures.values import PoseRecord


class Drawable(PoseRecord):
    """Something that an item of a picture draws; a field of `Item` is all that registers it."""

    @abstractmethod
    def draw(self, scene: Scene) -> None:
        """Add its shapes and joints to *scene*."""

    @property
    def shows_start(self) -> bool:
        """True where the start of the movement is drawn palely behind."""
        return False
