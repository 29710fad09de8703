"""Labels of what readers make themselves: doses, plans, what to do today. Scripts alone show them."""

from macros.wording.label_groups import Group

Forms = tuple[str, str]


class FieldLabels(Group):
    """Names of the fields of a dose, and what is said where one is wrong."""

    exercise: str
    level: str
    sets: str
    repetitions: str
    seconds: str
    steps: str
    up_to: str
    optional: str
    hold: str
    rest: str
    side: str
    days: str
    number_wrong: str
    range_wrong: str
    no_days: str


class LinkLabels(Group):
    """What is said of what a link carries, and ways to send it."""

    left_out: str
    no_level: str
    no_exercise: str
    no_plan: str
    other_count: str
    too_long: str
    newer: str
    nothing_read: str
    unchecked: str
    link: str
    mail: str
    sms: str
    code: str
    message: str
    copy_text: str
    selected: str
    from_folder: str


class OwnLabels(Group):
    """All of them."""

    failed: str
    set_dose: str
    sides: dict[str, str]
    together: str
    fields: FieldLabels
    links: LinkLabels
    have_read: str
    not_now: str
    close: str
    change: str
    remove: str
    dose_yours: str
    dose_from: str
    guides_own: str
    from_: str
    note: str
    not_for_whom: str
    show_here: str
    ask_before: str
