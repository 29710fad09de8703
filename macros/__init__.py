"""The bridge to mkdocs-macros: hands the guide's macros to the pages, and notes what a page asks for in vain."""

import logging
import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs_macros.plugin import MacrosPlugin

from macros import calendar
from macros.data.settings import changed, settings
from macros.downloads import Downloads
from macros.pages.macros import NAMES, Macros, UnknownIdError
from macros.papers import PaperError, Papers

taken_away: list[Downloads] = []
"""The downloads of this build, which the hooks add to the site."""

wrong_calls: list[str] = []
"""Macro calls of this build that named something unknown; the hooks end the build with them."""


def define_env(env: MacrosPlugin) -> None:
    """Register every macro."""
    logging.getLogger("mkdocs.plugins.mkdocs_macros.util").addFilter(_shorter)
    where = Path(env.conf.config_file_path), env.conf.extra
    guide, clinic = settings(*where)
    site = env.conf.site_url or ""
    try:
        wanted = env.conf.extra.get("papers", True)
        papers = Papers(guide, clinic, site, Path(env.conf.docs_dir)) if wanted else None
    except PaperError as error:
        raise PluginError(str(error)) from error
    texts = calendar.plan(guide, clinic, site, changed(*where))
    course = calendar.calendar(texts, clinic.course) if clinic.course else b""
    taken_away[:] = [Downloads(papers, clinic.paper, course)]
    here = lambda: env.page.url  # noqa: E731 - the page changes with every call
    blocks = Macros(guide, clinic, site, here, downloads=taken_away[0], changed=changed(*where))
    for name in NAMES:
        env.macro(_noting(getattr(blocks, name), env), name)


def _shorter(record: logging.LogRecord) -> bool:
    """Turn the traceback of a page's slip into one line for whoever wrote the page."""
    found = re.search(
        r"Macro (?:Rendering|Syntax) Error_\s+_File_: `(.*?)`\s+_(.*?):?_:?\s+(.*?)\n", str(record.msg), re.DOTALL
    )
    if found:
        record.msg = f"docs/{found[1]}: {found[2]}: {found[3].strip('* ')}; the macros are {', '.join(NAMES)}"
    return True


def _noting(macro: Callable[..., str], env: MacrosPlugin) -> Callable[..., str]:
    """Return *macro* so that all wrong ids of a build are told at once, each with its page."""

    @wraps(macro)
    def call(*args: object, **kwargs: object) -> str:
        try:
            return macro(*args, **kwargs)
        except UnknownIdError as error:
            given = ", ".join(map(repr, args))
            wrong_calls.append(f"docs/{env.page.file.src_uri}: {macro.__name__}({given}): {error}")
            return ""

    return call
