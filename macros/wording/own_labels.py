"""Labels of what readers make themselves: doses, plans, what to do today. Scripts alone show them."""

from macros.wording.label_groups import Group

Forms = tuple[str, str]


class OwnPages(Group):
    """What pages show before a script runs."""

    failed: str
    set_dose: str
    plan_title: str
    plan_lead: str
    plan_in_short: str
    plan_without_script: str
    follow: str
    today_title: str
    today_lead: str
    today_without_script: str
    log_lead: str
    log_without_script: str
    session_title: str
    session_lead: str
    session_without_script: str
    do_it: str


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
    unchecked_paper: str
    link: str
    mail: str
    sms: str
    code: str
    message: str
    copy_text: str
    selected: str
    from_folder: str


class PlanLabels(Group):
    """The page of an own plan, and the sheets it prints."""

    plan_yours: str
    plan_from: str
    start_from: str
    nothing: str
    no_exercise_yet: str
    add: str
    choose_exercise: str
    done: str
    up: str
    down: str
    moved_to: str
    removed: str
    one_week: str
    several_weeks: str
    from_week: str
    to_week: str
    weeks: str
    most_minutes: str
    full: str
    too_full: str
    too_much: str
    use: str
    change_plan: str
    print_sheets: str
    send: str
    in_calendar: str
    again_own: str
    clear_plan: str
    clear_sure: str
    kept: str
    not_kept: str


class TodayLabels(Group):
    """What to do today."""

    choose_plan: str
    build_own: str
    plan_here: str
    first_day: str
    start_plan: str
    tick: str
    begin: str
    all_done: str
    week_of: str
    whole_plan: str
    change_today: str
    starts_on: str
    ended_on: str
    nothing_today: str
    today: str
    open_today: str
    nothing_planned: str
    no_first_day: str


class LogLabels(Group):
    """What was done, and how it was."""

    log_title: str
    log_note: str
    pain: str
    word: str
    log_columns: tuple[str, str, str, str, str]
    log_done: str
    nothing_noted: str
    nothing_done: str
    add_done: str
    weeks_glance: str
    log_key: str
    older: str
    another_day: str
    print_log: str
    print_empty: str
    by_hand: str
    get_csv: str
    get_json: str
    bring_back: str
    came_in: str
    lines_lost: str
    line: Forms
    file_wrong: str
    log_kept: str
    log_not_kept: str
    log_hurt: str
    clear_log: str
    log_cleared: str


class SessionLabels(Group):
    """The page of a session."""

    start: str
    pause: str
    go_on: str
    back: str
    skip: str
    skip_exercise: str
    when_to_stop: str
    full_screen: str
    sound: str
    buzz: str
    voice: str
    ready: str
    go: str
    hold_now: str
    back_now: str
    work: str
    rest_now: str
    exercise_of: str
    set_of: str
    count_of: str
    over: str
    did: str
    rounds_of: str
    again: str
    no_session: str


class OwnLabels(Group):
    """All of them. Scripts know the keys of every group but `pages` under one name each, so no key is in two groups."""

    pages: OwnPages
    plan: PlanLabels
    today: TodayLabels
    log: LogLabels
    session: SessionLabels

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
