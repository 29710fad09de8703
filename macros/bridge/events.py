"""MkDocs's events: creates the pages, names the site and its menu, marks hard words, fails the build with a reason."""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from macros import addresses, anchors, app, cache
from macros.assets import StyleError
from macros.bridge.build import Build, EnvironmentValueError, build_from
from macros.bridge.frame import (
    drop_theme_files,
    join_assets,
    join_embed,
    join_on_demand,
    list_assets,
    take_worker,
    write_server_files,
    write_worker,
)
from macros.data.load import GuideError
from macros.data.settings import guide_file
from macros.hosting import policy
from macros.pages import embeds, folder, glossary, own_data, search_index
from macros.pages.catalogue import literal
from macros.pages.headings import headings
from macros.pages.render import PHRASES
from macros.pages.report import report_link
from macros.papers.make import PaperError
from macros.wording.labels import labels

log = logging.getLogger("mkdocs.hooks.guide")

KEY = "guide_build"
"""Where the settings of a build hold the build itself."""

NO_ADDRESS = (
    "site_url is not set, so there are no QR codes, no sitemap, no canonical links and no pictures for chats;"
    " set it in mkdocs.yml, or SITE_URL"
)
"""What a build without the site's address says."""

NEEDED = {"module_name": "macros", "on_error_fail": True, "on_undefined": "strict"}
"""Options of the macros plugin without which a wrong call would be published."""


def build_of(config: MkDocsConfig) -> Build:
    """Return the build that began with *config*. Raises PluginError where our hook did not run."""
    build = config.get(KEY)
    if not isinstance(build, Build):
        raise PluginError("the settings need 'hooks: [macros/hooks.py]', which creates the pages")
    return build


def begin(config: MkDocsConfig) -> None:
    """Read the data before anything else, name the site, lay out its menu."""
    gc.disable()  # a build is short, and looking through its data again and again is a tenth of a large one
    _check_plugins(config)
    with _reported():
        docs = Path(config.docs_dir)
        site, source = config.site_url or "", config.repo_url or ""
        build = build_from(Path(config.config_file_path), config.extra, site, docs, source)
    config[KEY] = build
    for note in build.notes:
        log.info("%s", note)
    guide = build.edition.guide
    config.site_name = config.site_name or Markup(literal(guide.guide.title))  # noqa: S704 - escaped already
    config.site_description = config.site_description or literal(guide.home.summary)
    config.nav = [
        {labels().menu.home: addresses.markdown_file(addresses.HOME)},
        *({literal(page.menu): addresses.markdown_file(page.address)} for page in build.pages() if page.menu),
    ]
    config.markdown_extensions.append("macros.pages.raw_html")
    clinic = build.edition.clinic
    list_assets(config, build.assets, branded=clinic.colours is not None)
    if clinic.favicon:
        config.theme["favicon"] = clinic.favicon
    if not build.edition.site:
        config.theme.static_templates.discard(addresses.SITEMAP)  # it would be empty
    config.watch.append(str(guide_file(Path(config.config_file_path), config.extra)))
    config.watch += map(str, (*build.sources, *build.edition.own_files.values()))


def _check_plugins(config: MkDocsConfig) -> None:
    """Refuse settings under which the pages would be empty, or a wrong call be published."""
    plugin = config.plugins.get("macros")
    options = {key: plugin.config.get(key) for key in NEEDED} if plugin else {}
    if options != NEEDED:
        needed = ", ".join(f"{key}: {str(value).lower()}" for key, value in NEEDED.items())
        raise PluginError(f"the settings need the plugin 'macros' with the options {needed}")


def add_files(files: Files, config: MkDocsConfig) -> None:
    """Give everything in the data its page, and add every file; a page in docs/ at the same address wins."""
    build = build_of(config)
    written = {file.url for file in files.documentation_pages()}
    with _reported():
        for page in build.pages():
            file = File.generated(config, addresses.markdown_file(page.address), content=page.markdown)
            if file.url not in written:
                files.append(file)
        for path, content in build.small_files():
            made = finish_page(content, config) if isinstance(content, str) else content
            files.append(File.generated(config, path, content=made))
        if not build.edition.site:
            log.info(NO_ADDRESS)
        for path, cached in build.large_files():
            files.append(File.generated(config, path, abs_src_path=str(cached)))
        drop_theme_files(files, config)
        embed = join_embed(files, config)
        join_assets(files, config)
        build.own_files = join_on_demand(files, config, own_data.script(build.edition))
        for path, content in embeds.files(build.edition, build.renderer, embed, build.own_files):
            files.append(File.generated(config, path, content=finish_page(content, config)))
        build.worker_source = take_worker(files, keeps=build.edition.clinic.offline)


def finish_page(html: str, config: MkDocsConfig) -> str:
    """Return a whole page with what fits where the site is opened: links to files, or a policy of what may load.

    A folder has no policy, because browsers do not agree on what a page's own site is there. Nor has a preview, into
    which MkDocs puts a script.
    """
    if config.extra.get("folder"):
        return folder.to_files(html)
    is_preview = urlsplit(config.site_url or "").netloc == str(config.dev_addr)
    return html if is_preview else policy.in_page(html)


def read_headings(html: str, page: Page) -> None:
    """Make the table of contents of a page from its headings, whether a macro or an editor wrote them."""
    page.toc = get_toc(headings(html))


def finish_pages(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """End the build where a page named something unknown; mark hard words; give the theme the guide's facts."""
    build = build_of(config)
    if errors := list(dict.fromkeys(build.macro_errors)):
        raise PluginError(
            f"{len(errors)} mistake{'s' * (len(errors) > 1)} in pages or templates:\n" + "\n".join(errors)
        )
    pages = [file.page for file in files.documentation_pages() if file.page]
    _mark_hard_words(build, pages)
    written = (_to_find(page) for page in pages if not page.file.generated_by)
    index = search_index.script(build.edition.guide, written)
    files.append(File.generated(config, addresses.SEARCH_INDEX, content=index))
    env.globals |= {"guide": build.edition.guide, "clinic": build.edition.clinic, "labels": labels()}
    env.globals |= {
        "source": build.edition.source,
        "marks": build.edition.marks,
        "own_files": build.own_files,
        "theme_colours": app.THEME,
    }
    env.globals["report_link"] = lambda page: report_link(build.edition, page.url if page else "")
    env.globals |= {
        "addresses": addresses,
        "anchors": anchors,
        "linked_data": lambda page: build.linked_data.script(page.url, *_facts(page)),
        "share_tags": lambda page: build.share_tags.of(page.url, *_facts(page)),
        **PHRASES,
    }


def _mark_hard_words(build: Build, pages: list[Page]) -> None:
    finished = [glossary.Page(page.url, str(page.title), page.content or "") for page in pages]
    build.hard_words.mark(finished)
    for page, marked in zip(pages, finished, strict=True):
        page.content = marked.html


def _to_find(page: Page) -> search_index.Entry:
    """Return what the search finds of a page that an editor wrote: its headings."""
    title, summary = (unescape(str(text or "")) for text in (page.title, page.meta.get("description")))
    parts = tuple(unescape(part.title) for heading in page.toc for part in (heading, *heading.children))
    lines = tuple(filter(None, (summary, *parts)))
    return search_index.Entry(page.url, title, search_index.Kind.TEXT, title, lines)


def _facts(page: Page) -> tuple[str, str]:
    """Return title and summary of *page* as text; they come escaped for HTML."""
    title, summary = (unescape(str(page.meta.get(key) or "")) for key in ("title", "description"))
    return title or str(page.title), summary


def end(config: MkDocsConfig) -> None:
    """Write the worker and what servers read, the last of the files; bound the cache, collect garbage again."""
    build = build_of(config)
    with _reported():
        write_worker(build.worker_source, config, keeps=build.edition.clinic.offline)
        write_server_files(config, build.edition.framers)
    cache.prune()
    gc.enable()


def fail() -> None:
    """Leave nothing of a failed build behind: in `make serve` the process goes on."""
    gc.enable()


@contextmanager
def _reported() -> Iterator[None]:
    """Turn what an editor can mend into a message without a traceback."""
    try:
        yield
    except (GuideError, PaperError, StyleError, EnvironmentValueError) as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        raise PluginError(f"cannot read or write {error.filename or 'a file'}: {error.strerror or error}") from error
