"""The package behind the macros; importing it loads nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin


def define_env(env: MacrosPlugin) -> None:
    """Register every macro, when mkdocs-macros asks for them."""
    from macros.bridge.mkdocs_macros import register  # noqa: PLC0415 - importing the package loads no MkDocs

    register(env)
