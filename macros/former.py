"""Addresses of the past: pages that moved, and what is gone, with its pages, papers and pictures for chats."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros import addresses
from macros.data.model import Guide
from macros.data.model.programme import Programme
from macros.data.model.retired import Retired
from macros.wording.dates import date_phrase
from macros.wording.labels import labels
from macros.wording.text import count

HANDOUT, SHEET = "handout", "sheet"
"""Kinds of paper that an exercise and a week have."""


@dataclass(frozen=True)
class Instead:
    """A page to read instead of one that is gone."""

    address: str
    name: str


@dataclass(frozen=True)
class Gone:
    """A page that this edition does not have; its address says so."""

    address: str
    title: str
    """What was there."""

    lead: str
    """That it is gone, and since when."""

    says: str
    """Why, and what to do instead."""

    instead: Instead
    paper: str = ""
    """The kind of paper that the page had, if any; its PDFs say the same."""

    levels: tuple[str, ...] = ()
    """Levels of an exercise, which were anchors of the page."""

    shares: tuple[str, ...] = ()
    """Its pictures for chats; they say the same."""


def moved(guide: Guide) -> Iterator[tuple[str, str]]:
    """Yield each address that a page had before, and the one it has now."""
    for exercise in guide.exercises:
        for former in exercise.former_ids:
            yield addresses.exercise(former), addresses.exercise(exercise.id)
            yield addresses.findings(former), addresses.findings(exercise.id)
    for programme in guide.programmes:
        now = guide.plan_page(programme)
        for former in map(addresses.programme, programme.former_ids):
            yield former, now
            for number in range(1, programme.weeks_ever + 1):
                yield addresses.week(number, former), addresses.week(number, now)
    for page in guide.pages:
        for former in page.former_ids:
            yield addresses.text_page(former), addresses.text_page(page.id)
    for item in guide.retired:
        for former in item.former_ids:
            yield from zip(pages_of(item, former), pages_of(item, item.id), strict=True)
    yield addresses.PLAIN_SUMMARY, addresses.EVIDENCE
    yield addresses.DOWNLOADS, addresses.PRINT


def before(guide: Guide) -> dict[str, tuple[str, ...]]:
    """Return the addresses that each page had before, by the one it has now."""
    found: dict[str, tuple[str, ...]] = {}
    for former, now in moved(guide):
        found[now] = (*found.get(now, ()), former)
    return found


def gone(guide: Guide) -> Iterator[Gone]:
    """Yield every page that *guide* no longer has."""
    for programme in guide.programmes:
        yield from _weeks(guide, programme)
    for item in guide.retired:
        instead = instead_of(guide, item)
        page = partial(Gone, title=item.name, lead=_since(item), says=why(item), instead=instead)
        first, *below = pages_of(item, item.id)
        match item.kind:
            case "exercise":
                shares = tuple(addresses.share_picture(first, level) for level in item.levels)
                yield page(first, paper=HANDOUT, levels=item.levels, shares=shares)
                yield from map(page, below)
            case "programme":
                yield page(first)
                yield from (page(week, paper=SHEET, shares=(addresses.share_picture(week),)) for week in below)
            case "page":
                yield page(first)


def _since(item: Retired) -> str:
    label = labels().gone.hidden if item.by else labels().gone.retired
    return label[item.kind].format(by=item.by, date=date_phrase(item.since))


def why(item: Retired) -> str:
    """Return why something is gone and what to do instead."""
    return item.says or labels().gone.hidden_says.format(by=item.by)


def _weeks(guide: Guide, programme: Programme) -> Iterator[Gone]:
    """Yield the weeks by which a programme has become shorter."""
    plan, label, has = guide.plan_page(programme), labels(), len(programme.weeks)
    lead = label.gone.shorter.format(weeks=count(has, label.week))
    for number in range(has + 1, programme.weeks_ever + 1):
        page, title = addresses.week(number, plan), f"{programme.title}: {label.menu.week.lower()} {number}"
        instead, shares = Instead(plan, programme.title), (addresses.share_picture(page),)
        yield Gone(page, title, lead, label.gone.shorter_says, instead, paper=SHEET, shares=shares)


def pages_of(item: Retired, id_: str) -> tuple[str, ...]:
    """Return every address that a retired thing had under an id."""
    match item.kind:
        case "exercise":
            return addresses.exercise(id_), addresses.findings(id_)
        case "programme":
            plan = addresses.programme(id_)
            return plan, *(addresses.week(number, plan) for number in range(1, item.weeks + 1))
        case "page":
            return (addresses.text_page(id_),)


def instead_of(guide: Guide, item: Retired) -> Instead:
    """Return what to read instead: what the data names, else the page of everything of its kind."""
    match item.kind:
        case "exercise":
            named = {one.id: Instead(addresses.exercise(one.id), one.name) for one in guide.exercises}
            usual = Instead(addresses.EXERCISES, labels().menu.exercises)
        case "programme":
            named = {one.id: Instead(guide.plan_page(one), one.title) for one in guide.programmes}
            usual = Instead(addresses.PLAN, guide.programme.title)
        case "page":
            named = {page.id: Instead(addresses.text_page(page.id), page.title) for page in guide.pages}
            usual = Instead(addresses.HOME, guide.guide.title)
    return named.get(item.instead or "", usual)
