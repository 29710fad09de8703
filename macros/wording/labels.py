"""The labels in labels.yml: every text a reader sees that is not in the data. Each is typed, so a missing one fails."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import Field

from macros.wording.evidence_labels import (
    AnswerLabels,
    ChecklistLabels,
    CitingLabels,
    EvidencePages,
    EvidencePart,
    PlotLabels,
    StudyLabels,
)
from macros.wording.host_labels import EditionLabels, EmbedLabels, GoneLabels, KitLabels
from macros.wording.label_groups import (
    CalendarLabels,
    DownloadLabels,
    FilterLabels,
    GlossaryLabels,
    Group,
    LinkedDataLabels,
    Menu,
    OfflineLabels,
    PlanLabels,
    ReportLabels,
    ReviewLabels,
    SearchLabels,
    SharingLabels,
    WeekLabels,
)
from macros.wording.own_labels import OwnLabels
from macros.wording.paper_labels import PaperLabels

FILE = Path(__file__).with_name("labels.yml")
Forms = tuple[str, str]
"""The form for one and the form for many."""


class Labels(Group):
    """Every label. Mappings are keyed by a vocabulary of the data, or of the code."""

    set: Forms
    time: Forms
    second: Forms
    second_short: str
    minute: Forms
    minute_short: str
    kilobyte: str
    megabyte: str
    step: Forms
    length: Forms
    day: Forms
    week: Forms
    session: Forms
    person: Forms
    hold: str
    each: str
    rest: str
    to: str
    from_: str
    unchanged: str
    scale: str
    from_zero: str
    not_from_zero: str
    read_on: str
    of: str
    a_day: str
    every_day: str
    yes: str
    no: str
    source: str
    where: str
    checked: str
    version: str
    search: SearchLabels
    menu: Menu
    days: Mapping[str, str]
    months: tuple[str, ...] = Field(min_length=12, max_length=12)
    kinds: Mapping[str, str]
    positions: Mapping[str, str]
    bases: Mapping[str, str]
    people: str
    rating: Mapping[str, str]
    certainty: Mapping[str, Mapping[str, str]]
    grades: Mapping[str, str]
    relations: Mapping[str, str]
    verdicts: Mapping[str, str]
    read: Mapping[str, str]
    better: Mapping[str, str]
    study: StudyLabels
    start_with: str
    index_lead: str
    plans: str
    instead: str
    filters: FilterLabels
    also_called: str
    about_minutes: str
    a_week_in_plan: str
    levels: str
    you_need: str
    what_you_need: str
    nothing: str
    copy_link: str
    share: str
    link_copied: str
    how: str
    print: str
    print_short: str
    get_ready: str
    feel: str
    remember: str
    level_places: tuple[str, str, str]
    go_on_when: str
    move_up: str
    what_goes_wrong: str
    mistakes: str
    ask_first: str
    ask_first_if: str
    whole_list: str
    stop_if: str
    does_it_work: str
    findings_title: str
    findings_summary: str
    finding: Forms
    we_are: str
    unrated: str
    all_findings: str
    back_to_exercise: str
    doses_from: str
    what_we_know: str
    muscles: str
    later: str
    no_claims: str
    technique: str
    not_known: str
    plan_and_files: str
    who_for: str
    other_plans: str
    advice_for_all: str
    more_of_kind: str
    session_order: str
    previous: str
    next: str
    level: str
    dose: str
    time_needed: str
    basis: str
    edition: EditionLabels
    at_a_glance: str
    minutes_a_day: str
    starting_point: str
    made_for: str
    made_by: str
    from_week_of: str
    exercise_and_dose: str
    not_today: str
    rest_day: Forms
    how_hard: str
    notes: str
    qr_code: str
    this_page: str
    check_newer: str
    not_reviewed: str
    review: ReviewLabels
    report: ReportLabels
    book: str
    your_clinic: str
    nothing_leaves: str
    urgency: Mapping[str, str]
    all_signs: str
    emergency_numbers: str
    who_to_call: str
    numbers_differ: str
    where_you_are: str
    emergency: str
    urgent: str
    soreness: str
    about_rules: str
    rules_rest_on: str
    not_read: str
    article_says: str
    papers_say: str
    verdict: str
    evidence_parts: Mapping[str, EvidencePart]
    evidence_pages: EvidencePages
    answers: AnswerLabels
    how_sure: str
    where_technique: str
    where_technique_says: str
    plot: PlotLabels
    checklist: ChecklistLabels
    references: str
    untitled: str
    untitled_note: str
    citing: CitingLabels
    crossref: Mapping[str, str]
    linked_data: LinkedDataLabels
    feed: str
    changes_lead: str
    glossary: GlossaryLabels
    not_found: str
    not_found_says: str
    more: str
    moved: str
    gone: GoneLabels
    play: str
    pause: str
    embed: EmbedLabels
    kit: KitLabels
    pictures: str
    pictures_say: str
    link_here: str
    read_again_by: str
    plan_page: PlanLabels
    week_page: WeekLabels
    calendar: CalendarLabels
    own: OwnLabels
    sharing: SharingLabels
    phone: str
    paper_sizes: Mapping[str, str]
    formats: Mapping[str, str]
    contents: str
    how_to_use: str
    papers: PaperLabels
    downloads: DownloadLabels
    offline: OfflineLabels

    def level_place(self, index: int) -> str:
        """Return the label of the level at *index* (0 is where to start): 'Start here', 'Next', 'Then'."""
        return self.level_places[min(index, len(self.level_places) - 1)]


@cache
def labels() -> Labels:
    """Return the labels; `labels.cache_clear()` reads them again after a change."""
    return Labels.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")))
