"""Paper made by the build: handouts, week sheets and a booklet as PDF, and ZIPs of them all."""

from macros.papers.paper import Paper
from macros.papers.papers import PaperError, Papers

__all__ = ["Paper", "PaperError", "Papers"]
