"""Labels of the evidence pages, group by group; labels.py has them all."""

from collections.abc import Mapping

from macros.wording.label_groups import Group


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
