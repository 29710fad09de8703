"""Which pages exist, and the one macro that each of them calls."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

from macros.data.model import Guide
from macros.pages.render import Renderer, link
from macros.wording.phrases import words


@dataclass(frozen=True)
class Page:
    """A page made from the data."""

    source: str
    """Its path as if it stood in docs/, such as 'exercises/short-foot.md'."""

    title: str
    summary: str
    """What search engines show."""

    macro: str
    """The call that makes its body."""

    menu: str | None = None
    """Its name in the menu; pages without one are reached from others."""

    toc: bool = False
    """True where a long page shows its table of contents beside the text."""

    @property
    def markdown(self) -> str:
        """Return the page as a file: front matter and a macro call, in which no data can become markup."""
        hide = [] if self.toc else ["toc"]
        meta = {"title": literal(self.title), "description": literal(self.summary), "hide": hide}
        front = "\n".join(f"{key}: {json.dumps(value)}" for key, value in meta.items())
        return f"---\n{front}\n---\n\n{{{{ {self.macro} }}}}\n"


def literal(text: str) -> str:
    """Return *text* as HTML in which neither Jinja nor a theme that forgets to escape finds anything to do."""
    return re.sub(r"[{}]", lambda match: f"&#{ord(match[0])};", str(escape(text)))


def pages(guide: Guide) -> Iterator[Page]:
    """Yield every page of *guide* in the order of the menu."""
    menu = words().menu
    yield Page("index.md", guide.guide.title, guide.home.summary, "home()")
    yield Page("exercises/index.md", menu["exercises"], words().index_lead, "exercise_index()", menu["exercises"])
    for exercise in guide.exercises:
        yield Page(f"exercises/{exercise.id}.md", exercise.name, exercise.summary, f"exercise_page('{exercise.id}')")
    programme = guide.programme
    yield Page("schedule/index.md", programme.title, programme.summary, "plan_overview()", programme.title)
    for number, week in enumerate(programme.weeks, 1):
        summary = f"{week.focus}. {programme.summary}"[:160]
        yield Page(f"schedule/week-{number}.md", f"{menu['week']} {number}", summary, f"week_sheet({number})")
    take = words().model_dump()["downloads"]
    yield Page("downloads.md", take["title"], take["lead"], "downloads()")
    evidence = guide.evidence
    yield Page("evidence.md", evidence.title, evidence.summary, "evidence_summary()", menu["evidence"], toc=True)
    if evidence.plain:
        yield Page("evidence/summary.md", evidence.plain.title, evidence.plain.summary, "plain_summary()")
    if evidence.checklist:
        yield Page("evidence/checklist.md", evidence.checklist.title, evidence.checklist.summary, "checklist()")
    yield Page("safety.md", guide.safety.title, guide.safety.summary, "safety_cards()", menu["safety"])
    for page in guide.pages:
        yield Page(f"{page.id}.md", page.title, page.summary, f"prose('{page.id}')", page.menu)
    if guide.glossary:
        yield Page("glossary.md", words().glossary["title"], words().glossary["lead"], "glossary()")
    yield Page("changes.md", menu["changes"], words().changes_lead, "changes()")


def moved(guide: Guide, renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield a file for each address that an exercise had before, which leads to the one it has now."""
    for exercise in guide.exercises:
        for former in exercise.former_ids:
            here = f"exercises/{former}/"
            to = link(f"exercises/{exercise.id}/", here)
            yield f"{here}index.html", renderer.inline("moved", here, to=to, exercise=exercise) + "\n"
