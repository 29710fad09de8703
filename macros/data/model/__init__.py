"""The records of a guide; Guide holds them all."""

from macros.data.model.guide import Guide

__all__ = ["Guide"]
