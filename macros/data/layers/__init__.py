"""A clinic's own file over the guide: what differs is laid over what is there, and what is hidden is taken out."""

from macros.data.layers.laid import Laid, lay
from macros.data.layers.overlay import NOTHING, Hide, LayerFile, Overlay
from macros.data.model.changes import Changes, Hidden

__all__ = ["NOTHING", "Changes", "Hidden", "Hide", "Laid", "LayerFile", "Overlay", "lay"]
