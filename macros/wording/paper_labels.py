"""Labels of what is on paper alone."""

from collections.abc import Mapping

from macros.wording.label_groups import Group


class WeekEmptyLabels(Group):
    """An empty week."""

    title: str
    how: str


class LogPaperLabels(Group):
    """An empty log."""

    title: str


class PaperLabels(Group):
    """What is on paper alone."""

    own_dose_is: str
    own_dose: Mapping[str, tuple[str, ...]]
    own_days_and_level: tuple[str, ...]
    blank: str
    added: str
    added_is: str
    ask_also: str
    levels: str
    formats: Mapping[str, str]
    poster: str
    poster_lead: str
    cards: str
    sources_qr: str
    from_week: str
    week_empty: WeekEmptyLabels
    log: LogPaperLabels
