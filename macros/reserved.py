"""Ids that are addresses of the guide's own, so that nothing in the data can have them."""

import posixpath
import re

from macros import addresses

USED = (
    *(addresses.EXERCISES, addresses.PLAN, addresses.EVIDENCE, addresses.SAFETY, addresses.DOWNLOADS),
    *(addresses.GLOSSARY, addresses.CHANGES, addresses.FIGURE_STYLES),
)
"""What is at the root, or below a folder there."""

RESERVED_PAGES = frozenset(
    {page.split("/")[0] for page in USED}
    | {"index", "404", "figures", "search", "sitemap", "exercises-schema", "hosting"}
    | {"plan", "today", "log", "session", "offline", "print", "embed"}
)
"""Names at the root that the guide uses itself, now or by promise; language codes are reserved too."""

LANGUAGE = re.compile(r"[a-z]{2}(-[a-z]{2})?")
"""A language's folder, such as 'de' or 'pt-br'."""

WEEK = re.compile(r"week-[0-9]+")
"""The folder of a week of the main programme."""


def is_page(id_: str) -> bool:
    """Tell whether a page at the root may not have this id: the guide uses it, or it is a language's folder."""
    return id_ in RESERVED_PAGES or LANGUAGE.fullmatch(id_) is not None


def is_programme(id_: str) -> bool:
    """Tell whether a programme may not have this id: its page would be a week's, or look like a file of the plan."""
    return id_ in {"index", posixpath.basename(addresses.CALENDAR).partition(".")[0]} or WEEK.fullmatch(id_) is not None


def is_exercise(id_: str) -> bool:
    """Tell whether an exercise may not have this id: its page would be that of all exercises."""
    return id_ == "index"
