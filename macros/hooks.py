"""MkDocs's events by name, each one line into bridge/."""

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # MkDocs loads a hook by its path, from any directory

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from macros.bridge import events, preview


@event_priority(100)  # before the macros plugin, which asks for the build
def on_config(config: MkDocsConfig) -> None:
    events.begin(config)


def on_files(files: Files, config: MkDocsConfig) -> None:
    events.add_files(files, config)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001 - MkDocs's signature
    events.read_headings(html, page)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001
    return events.finish_page(output, config)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001
    return events.finish_page(output_content, config)


@event_priority(-100)  # after every plugin that edits pages
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    events.finish_pages(env, config, files)


@event_priority(-100)  # after every plugin that adds files
def on_post_build(config: MkDocsConfig) -> None:
    events.end(config)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> None:  # noqa: ARG001
    preview.show_problems(server)


def on_build_error(error: Exception) -> None:  # noqa: ARG001
    events.fail()
