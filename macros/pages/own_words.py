"""The words of the scripts with which readers make doses and plans of their own."""

from macros.wording.labels import labels

WORDS: set[str] = set(
    {
        "set",
        "second",
        "second_short",
        "minute",
        "minute_short",
        "step",
        "length",
        "session",
        "day",
        "hold",
        "rest",
        "to",
        "of",
        "every_day",
        "about_minutes",
        "ask_first",
        "ask_first_if",
        "stop_if",
        "all_signs",
        "copy_link",
        "link_copied",
        "share",
        "qr_code",
        "notes",
        "rest_day",
        "exercise_and_dose",
        "how_hard",
        "minutes_a_day",
        "not_today",
        "months",
        "you_need",
        "made_for",
        "made_by",
        "from_week_of",
        "phone",
    }
)
"""Labels that the scripts share with the pages."""


def words() -> dict[str, object]:
    """Return the labels that scripts share with pages."""
    every = labels().model_dump(include=WORDS)
    return every | {"sides": labels().own.sides, "exercise": labels().week_page.exercise}


def says() -> dict[str, object]:
    """Return the labels of the scripts alone, their groups made flat."""
    own = labels().own.model_dump(exclude={"pages", "sides"})
    own["ticks"] = {"ticks_kept": labels().week_page.kept, "ticks_not_kept": labels().week_page.not_kept}
    groups = [own.pop(name) for name in [name for name, value in own.items() if isinstance(value, dict)]]
    return {key.removesuffix("_"): text for group in (own, *groups) for key, text in group.items()}


def form() -> dict[str, object]:
    """Return the labels of a calendar's form that an own plan has too."""
    names = {"start", "time", "hour", "make", "no_date", "no_time", "any_day"}
    return labels().calendar.model_dump(include=names)
