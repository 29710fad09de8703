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


class EvidencePart(Group):
    """A part of the evidence page that gathers claims."""

    heading: str
    about: str


class EvidencePage(Group):
    """A page below the evidence page."""

    title: str
    lead: str


class EvidencePages(Group):
    """The pages below the evidence page."""

    studies: EvidencePage
    findings: EvidencePage
    article: EvidencePage
    sources: EvidencePage


class AnswerLabels(Group):
    """What surrounds the answers to readers' questions."""

    key: str
    """Explains the pictures."""

    sides: Mapping[str, str]
    studies: tuple[str, str]
    reviews: tuple[str, str]
    studied: str
    review_of: str
    nothing: str
    sure: str
    whose: str
    findings: tuple[str, str]
    limits: str
    done: str
    more: str
    by_question: str
    all_sources: str


class StudyLabels(Group):
    """What the record of a study is made of."""

    design: str
    people: str
    duration: str
    randomised: str
    blinded: str
    control: str
    registration: str
    measured: str
    funding: str
    found: str
    limits: str
    measure: str
    group: str
    before: str
    after: str
    missing: str
    where_to_read: str
    full_paper: str
    also_read: str
    how: str
    reported: str


class PlotLabels(Group):
    """What explains a plot."""

    marks: str
    table: str


class ChecklistLabels(Group):
    """Headings and answers of the reporting checklist."""

    item: str
    guide: str
    states: Mapping[str, str]


class CitingLabels(Group):
    """How to copy and save a reference."""

    all: str
    cited: str
    here: str
    cite: str
    styles: Mapping[str, str]
    button: str
    copied: str
    selected: str
    file: str
    guide: str
    guide_says: str


class LinkedDataLabels(Group):
    """Texts for machines."""

    audience: str


class GlossaryLabels(Group):
    """Hard words, on their page and at the foot of others."""

    title: str
    lead: str
    here: str
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
    summary: str
    alarm: str
    link: str


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


class DownloadLabels(Group):
    """Files to print and take away."""

    title: str
    lead: str
    on_paper: str
    large: str
    all: str
    kinds: Mapping[str, str]
