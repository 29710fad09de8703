"""Which pages there are, and the one macro that each of them calls."""

import json
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

from macros import addresses, former
from macros.data.model import Guide
from macros.data.model.programme import Programme
from macros.pages.render import Renderer
from macros.plan import sheets
from macros.wording.evidence import findings_title
from macros.wording.labels import labels
from macros.wording.text import sentence

LONGEST_SUMMARY = 160
"""Characters that search engines show of a page's summary."""


@dataclass(frozen=True)
class Page:
    """A page made from the data."""

    address: str
    """Relative to the root of the site, such as 'exercises/short-foot/'."""

    title: str
    summary: str
    """What search engines show."""

    macro: str
    """The call that fills it."""

    menu: str | None = None
    """Its name in the menu; pages without one are reached from the foot of each page, or from others."""

    toc: bool = False
    """True where a long page shows its table of contents next to the text."""

    listed: bool = True
    """False where search engines and the sitemap leave it out."""

    @property
    def markdown(self) -> str:
        """Return the page as a file: front matter and a macro call, in which no data can become markup."""
        hide = [] if self.toc else ["toc"]
        meta: dict[str, object] = {"title": literal(self.title), "description": literal(self.summary), "hide": hide}
        meta |= {} if self.listed else {"robots": "noindex"}
        front = "\n".join(f"{key}: {json.dumps(value)}" for key, value in meta.items())
        return f"---\n{front}\n---\n\n{{{{ {self.macro} }}}}\n"


def literal(text: str) -> str:
    """Return *text* as HTML in which neither Jinja nor a theme that forgets to escape finds anything to do."""
    return re.sub(r"[{}]", lambda match: f"&#{ord(match[0])};", str(escape(text)))


def pages(guide: Guide) -> Iterator[Page]:
    """Yield every page of *guide* in the order of the menu."""
    menu, about, safety = labels().menu, guide.guide, guide.safety
    yield Page(addresses.HOME, about.title, guide.home.summary, "home()")
    yield from _exercises(guide)
    yield from _plan(guide)
    yield Page(addresses.SAFETY, safety.title, safety.summary, "safety_cards()", menu.safety)
    paper = labels().downloads
    yield Page(addresses.PRINT, paper.title, paper.lead, "downloads()", menu.print, toc=True)
    yield from _evidence(guide)
    for page in guide.pages:
        yield Page(addresses.text_page(page.id), page.title, page.summary, f"prose('{page.id}')", toc=True)
    if guide.glossary:
        yield Page(addresses.GLOSSARY, labels().glossary.title, labels().glossary.lead, "glossary()", toc=True)
    yield Page(addresses.CHANGES, menu.changes, labels().changes_lead, "changes()", toc=True)


def _exercises(guide: Guide) -> Iterator[Page]:
    name = labels().menu.exercises
    yield Page(addresses.EXERCISES, name, labels().index_lead, "exercise_index()", name)
    for exercise in guide.exercises:
        call = f"exercise_page('{exercise.id}')"
        yield Page(addresses.exercise(exercise.id), exercise.full_name, exercise.summary, call)
        summary = shortened(labels().findings_summary.format(name=exercise.name))
        yield Page(
            addresses.findings(exercise.id),
            findings_title(exercise),
            summary,
            f"exercise_findings('{exercise.id}')",
            toc=True,
        )


def _plan(guide: Guide) -> Iterator[Page]:
    for programme in guide.programmes:
        yield from _programme(guide, programme)
    own = labels().own.pages
    yield Page(addresses.OWN_PLAN, own.plan_title, own.plan_lead, "own_plan()")
    yield Page(addresses.TODAY, own.today_title, own.today_lead, "own_today()")
    yield Page(addresses.LOG, labels().own.log.log_title, own.log_lead, "own_log()")
    yield Page(addresses.SESSION, own.session_title, own.session_lead, "own_session()")
    yield Page(addresses.OFFLINE, labels().offline.page_title, labels().offline.page_lead, "offline()")


def _programme(guide: Guide, programme: Programme) -> Iterator[Page]:
    """Yield a programme and its weeks; the main one alone is in the menu."""
    title, is_main = programme.title, programme is guide.programme
    call, menu = ("plan_overview()", title) if is_main else (f"plan_overview('{programme.id}')", None)
    yield Page(guide.plan_page(programme), title, programme.summary, call, menu)
    for sheet in sheets(guide, programme):
        summary = shortened(f"{sentence(sheet.week.focus)} {programme.summary}")
        call = f"week_sheet({sheet.number})" if is_main else f"week_sheet({sheet.number}, '{programme.id}')"
        yield Page(sheet.address, sheet.name, summary, call)


def _evidence(guide: Guide) -> Iterator[Page]:
    evidence, menu, below = guide.evidence, labels().menu.evidence, labels().evidence_pages
    yield Page(addresses.EVIDENCE, evidence.title, evidence.summary, "evidence_summary()", menu)
    if evidence.studies:
        yield Page(addresses.STUDIES, below.studies.title, below.studies.lead, "evidence_studies()", toc=True)
    yield Page(addresses.FINDINGS, below.findings.title, below.findings.lead, "evidence_findings()", toc=True)
    if evidence.compared:
        yield Page(addresses.ARTICLE, below.article.title, below.article.lead, "article_checked()")
    yield Page(addresses.SOURCES, below.sources.title, below.sources.lead, "evidence_sources()")
    if checklist := evidence.checklist:
        yield Page(addresses.CHECKLIST, checklist.title, checklist.summary, "checklist()")


def shortened(text: str) -> str:
    """Return as many whole words of *text* as search engines show."""
    return textwrap.shorten(text, LONGEST_SUMMARY, placeholder=" …")


def gone(guide: Guide) -> Iterator[Page]:
    """Yield every page that the guide no longer has; its address says so."""
    for page in former.gone(guide):
        summary = shortened(f"{page.lead} {page.says}")
        yield Page(page.address, page.title, summary, f"gone('{page.address}')", listed=False)


def moved(guide: Guide, renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield a file for each address that a page had before, which leads to the one it has now."""
    titles = {page.address: page.title for page in (*pages(guide), *gone(guide))}
    for here, address in former.moved(guide):
        title = titles[address]
        to, script = addresses.way(address, here), addresses.way(addresses.MOVED_SCRIPT, here)
        page = renderer.inline("moved", here, to=to, script=script, title=title)
        yield addresses.file_name(here), f"{page}\n"
