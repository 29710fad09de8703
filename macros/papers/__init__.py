"""Paper made by the build: handouts, week sheets and a booklet as PDF, and ZIPs of them all."""

from macros.papers.catalogue import Paper
from macros.papers.make import PaperError, Papers

__all__ = ["Paper", "PaperError", "Papers"]
