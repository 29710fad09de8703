"""The items of a figure drawn at any moment of its movement."""

from dataclasses import dataclass
from functools import cached_property

from macros.figures.items import Item
from macros.figures.problem import Where, values_in
from macros.figures.scene import Detail, Scene


@dataclass(frozen=True)
class Drawing:
    """Draws *items* at one moment after another."""

    items: tuple[Item, ...]

    @cached_property
    def records(self) -> list[tuple[Where, object]]:
        """Every record of the items, with its place in the figure's data."""
        return list(values_in(self.items, ("draw",)))

    @cached_property
    def start(self) -> dict[str, complex]:
        """Every joint at the start of the movement."""
        return self._joints(0)

    @cached_property
    def end(self) -> dict[str, complex]:
        """Every joint in the printed position."""
        return self._joints(1)

    def scene(self, moment: float, detail: Detail = Detail.FULL) -> Scene:
        """Draw the picture at *moment*, 0 (start) to 1 (the printed position)."""
        joints = self.start if moment == 0 else self.end if moment == 1 else self._joints(moment)
        return self._drawn(Scene(moment, joints, self.start, self.end, detail=detail))

    def _joints(self, moment: float) -> dict[str, complex]:
        """Return every joint; a second drawing is needed where a hand reaches for what is drawn later."""
        first = self._drawn(Scene(moment, detail=Detail.JOINTS))
        if not first.needs_later_joints:
            return first.joints
        return self._drawn(Scene(moment, first.joints, detail=Detail.JOINTS)).joints

    def _drawn(self, scene: Scene) -> Scene:
        for index, item in enumerate(self.items):
            scene.item, scene.ghost = index, item.ghost
            item.draw(scene)
        return scene
