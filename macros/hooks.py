"""MkDocs events: pages from the data, the menu, the foot of each page, and an end that says why."""

import gc
import logging
import re
import sys
from html import unescape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # MkDocs loads a hook by its path, from any directory

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

import macros
from macros.data.load import GuideError
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.settings import guide_file, settings
from macros.downloads import told
from macros.pages.catalogue import literal, moved, pages
from macros.pages.glossary import HardWords
from macros.pages.headings import contents
from macros.pages.linked_data import LinkedData
from macros.pages.render import Renderer
from macros.papers import PaperError
from macros.pictures import STYLESHEET, Pictures
from macros.references import files as exports
from macros.wording import phrases
from macros.wording.phrases import words

log = logging.getLogger("mkdocs.hooks.guide")

hard_words: list[HardWords] = []
"""Those of this build."""

SILENT = re.compile(
    r'<a class="headerlink".*?</a>|<script.*?</script>|<div [^>]*data-search-exclude.*?</div>|<(?!/?h[1-6][ >])[^>]*>',
    re.DOTALL,
)
"""What search neither reads nor shows: links to headings, data, texts to copy, markup."""


def _settings(config: MkDocsConfig) -> tuple[Guide, Clinic]:
    return settings(Path(config.config_file_path), config.extra)


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data before anything else, name the site, lay out its menu."""
    gc.disable()  # a build is short, and looking through its data again and again is a tenth of a large one
    words.cache_clear()  # `mkdocs serve` comes here again after a change
    try:
        guide, _ = _settings(config)
    except GuideError as error:
        raise PluginError(str(error)) from error
    config.site_name = config.site_name or Markup(literal(guide.guide.title))  # noqa: S704 - escaped already
    config.site_description = config.site_description or literal(guide.home.summary)
    config.nav = [
        {words().menu["home"]: "index.md"},
        *({literal(page.menu): page.source} for page in pages(guide) if page.menu),
    ]
    config.markdown_extensions.append("macros.pages.raw_html")
    config.extra_css.append(STYLESHEET)
    config.watch.append(str(guide_file(Path(config.config_file_path), config.extra)))
    macros.wrong_calls.clear()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give every exercise and week its page, so that the data file is the only one to edit; a page in docs/ wins."""
    guide, clinic = _settings(config)
    for page in pages(guide):
        if page.source not in files.src_uris:
            files.append(File.generated(config, page.source, content=page.markdown))
    for exercise in guide.exercises:
        if exercise.media and exercise.media.file not in files.src_uris:
            raise PluginError(
                f"exercises.{exercise.id}.media.file: there is no docs/{exercise.media.file}; put it there"
            )
    renderer = Renderer(guide, clinic, config.site_url or "")
    hard_words[:] = [HardWords(guide, renderer)]
    for path, html in moved(guide, renderer):
        files.append(File.generated(config, path, content=html))
    for path, content in Pictures(guide).files():
        files.append(File.generated(config, path, content=content))
    for path, content in exports.files(guide, clinic, config.site_url or ""):
        files.append(File.generated(config, path, content=content))
    _add_downloads(files, config)
    return files


def _add_downloads(files: Files, config: MkDocsConfig) -> None:
    """Add everything to print and take away; the files stay where they are kept until the site is written."""
    if macros.taken_away[0].count and not config.site_url:
        log.info("site_url is not set, so prints and PDFs have no QR codes; set it in mkdocs.yml, or SITE_URL")
    try:
        for path, file in told(macros.taken_away[0]):
            files.append(File.generated(config, path, abs_src_path=str(file)))
    except PaperError as error:
        raise PluginError(str(error)) from error


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Make the table of contents of a page from its headings, whoever wrote them, and note its hard words."""
    page.toc = get_toc(contents(html))
    hard_words[0].read(html, str(page.title), page.url)
    return html


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """End the build where a page asked for something unknown; give the theme the guide's facts, each word its pages."""
    if macros.wrong_calls:
        count = len(macros.wrong_calls)
        raise PluginError(f"{count} wrong macro call{'s' * (count > 1)}:\n" + "\n".join(macros.wrong_calls))
    guide, clinic = _settings(config)
    linked = LinkedData(guide, clinic, config.site_url or "")
    env.globals |= {"guide": guide, "clinic": clinic, "linked_data": lambda page: _described(linked, page)}
    env.globals |= {"words": words(), "phrases": phrases}
    for page in (file.page for file in files.documentation_pages() if file.page):
        page.content = hard_words[0].with_pages(page.content or "", page.url)
    return env


def _described(linked: LinkedData, page: Page) -> Markup:
    """Return what *page* is, for machines; its title and summary come escaped for HTML."""
    title, summary = (unescape(str(page.meta.get(key) or "")) for key in ("title", "description"))
    return linked.script(page.url, title or str(page.title), summary)


@event_priority(50)
def _only_words(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001
    """Show the search headings and words alone: reading all markup is a third of a large build."""
    page.meta["body"] = page.content
    page.content = SILENT.sub(" ", page.content or "")
    return context


@event_priority(-50)
def _whole_again(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001
    """Put the markup back for the page itself, and mark its hard words, which the search need not find on each page."""
    page.content = hard_words[0].mark(page.meta.pop("body"), page.url)
    return context


on_page_context = CombinedEvent(_only_words, _whole_again)


def on_post_build(config: MkDocsConfig) -> None:  # noqa: ARG001
    """Tidy up again."""
    gc.enable()
