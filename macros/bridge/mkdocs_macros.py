"""The bridge to mkdocs-macros: hands the macros to the pages, and collects calls that name an unknown id."""

import logging
import os
import re
import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs_macros.plugin import MacrosPlugin

from macros.bridge.build import Build, build_from
from macros.bridge.events import build_of
from macros.pages.macros import NAMES, UnknownIdError, by_name


def register(env: MacrosPlugin) -> None:
    """Register every macro."""
    logging.getLogger("mkdocs.plugins.mkdocs_macros.util").addFilter(_one_line)
    build = _build(env)
    for name, macro in by_name(build.macros(lambda: str(env.page.url))).items():
        env.macro(_collect_errors(macro, build, env), name)


def _build(env: MacrosPlugin) -> Build:
    """Return the build of MkDocs's events; other generators have none of these, so theirs begins here."""
    config = env.conf
    if isinstance(config, MkDocsConfig):
        return build_of(config)
    return build_from(Path(config.config_file_path), config.extra, config.site_url or "", Path(config.docs_dir))


def _one_line(record: logging.LogRecord) -> bool:
    """Turn the traceback of a slip in a page into one line for its author."""
    slip = re.search(
        r"Macro (?:Rendering|Syntax) Error_\s+_File_: `(.*?)`\s+_(.*?):?_:?\s+(.*?)\n", str(record.msg), re.DOTALL
    )
    if slip:
        record.msg = f"docs/{slip[1]}: {slip[2]}: {slip[3].strip('* ')}; the macros are {', '.join(NAMES)}"
    return True


def _collect_errors(macro: Callable[..., str], build: Build, env: MacrosPlugin) -> Callable[..., str]:
    """Return *macro* so that all wrong ids and slips in templates are reported at once, each with its place."""

    @wraps(macro)
    def call(*args: object, **kwargs: object) -> str:
        try:
            return macro(*args, **kwargs)
        except UnknownIdError as error:
            given = ", ".join(map(repr, args))
            build.macro_errors.append(f"docs/{env.page.file.src_uri}: {macro.__name__}({given}): {error}")
        except TemplateError as error:
            build.macro_errors.append(f"{_place(error)}: {error.message}")
        return ""

    return call


def _place(error: TemplateError) -> str:
    """Return the file and line of the template that is wrong."""
    frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError):
        frames.append((error.filename or "", error.lineno))
    file, line = next((frame for frame in reversed(frames) if frame[0].endswith(".html")), ("a template", 1))
    return f"{os.path.relpath(file)}:{line}"
