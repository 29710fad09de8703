"""Labels that belong together, group by group; labels.py has them all."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict


class Group(BaseModel):
    """Labels that belong together; a key that is not typed here is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Menu(Group):
    """Names of the guide's own pages."""

    home: str
    exercises: str
    evidence: str
    safety: str
    changes: str
    week: str
    print: str


class SearchLabels(Group):
    """The search, and what it knows of the language."""

    name: str
    without_script: str
    field: str
    close: str
    hint: str
    found: tuple[str, str]
    first: str
    nothing: str
    failed: str
    pain: str
    skip: tuple[str, ...]
    endings: tuple[str, ...]


class FilterLabels(Group):
    """The filters of the page of all exercises."""

    kind: str
    position: str
    minutes: str
    up_to: str
    have: str
    any: str
    all: str
    shown: tuple[str, str]
    none: str


class LinkedDataLabels(Group):
    """Texts for machines."""

    audience: str


class GlossaryLabels(Group):
    """Hard words, on their page and at the foot of others."""

    title: str
    lead: str
    here: str
    letters: str
    forms: str
    on_pages: str
    more: str


class PlanLabels(Group):
    """The page of a programme."""

    before: str
    from_week: str
    instead: str
    take: str
    advice: str
    about: str


class WeekLabels(Group):
    """The page of a week, on which a reader does one day's exercises and ticks them."""

    choose: str
    today: str
    heading: str
    exercise: tuple[str, str]
    nothing_today: str
    tick: str
    cell: str
    kept: str
    not_kept: str
    clear: str
    cleared: str
    sheet: str
    other_sheets: str
    whole: str
    all_weeks: str
    calendar: str


class CalendarLabels(Group):
    """The calendar form and the calendar file."""

    heading: str
    about: str
    needs_script: str
    course: str
    start: str
    any_day: str
    time: str
    hour: str
    days: str
    make: str
    again: str
    made: str
    no_date: str
    no_time: str
    no_day: str
    unreached: str
    unreached_one: str
    summary: str
    alarm: str
    link: str
    own_plan: str
    own_link: str


class ReportLabels(Group):
    """How a reader reports an error."""

    name: str
    subject: str
    body: str


class ReviewLabels(Group):
    """What a clinician has reviewed, on pages and on paper."""

    whole: str
    part: str
    page_whole: str
    page_part: str
    page_none: str
    title: str
    how: str
    who: str
    when: str
    source: str
    as_above: str
    no_source: str
    right: str
    wrong: str
    say_instead: str


class SharingLabels(Group):
    """How to send a dose and a plan: what is under each of the five pictures."""

    open: str
    choose: str
    send: str
    read: str
    plan: str


class OfflineLabels(Group):
    """Pages that stay on a device, for when there is no connection."""

    title: str
    opened: str
    whole: str
    privacy: str
    clear: str
    without: str
    keep: str
    progress: str
    pages_kept: tuple[str, str]
    whole_kept: str
    not_all_kept: str
    remove: str
    removed: str
    away: str
    slow: str
    page_title: str
    page_lead: str
    pages_here: str
    try_again: str


class DownloadLabels(Group):
    """Files to print and take away."""

    title: str
    lead: str
    on_paper: str
    by_hand: str
    whole: str
    paper: str
    print_size: str
    print_sizes: tuple[str, str]
    remembered: str
    large: str
    all: str
    data: str
    data_says: str
    data_file: str
    data_keys: str
    kinds: Mapping[str, str]
