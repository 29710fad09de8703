"""What a clinic's layer may not touch, what it may only add to, and what of it names where it comes from."""

from collections.abc import Mapping

Path = tuple[str, ...]
"""Keys from the top of the guide; an item of a list is named by its id."""

OWN = "leave it out: what you change becomes your own by itself"
WHOLE = "is the same in every edition"

FIGURE: Path = ("figures", "*")

REFUSED: Mapping[Path, str] = {
    (
        "guide",
    ): f"{WHOLE}: its title, version, licence and clinical review. The name of your site is site_name in your settings",
    ("evidence",): f"{WHOLE}: its sources, studies and claims stay as they are",
    ("safety", "title"): WHOLE,
    ("safety", "summary"): WHOLE,
    ("safety", "lead"): WHOLE,
    ("safety", "at_once"): WHOLE,
    ("safety", "ask_in_short"): WHOLE,
    ("safety", "anywhere"): f"{WHOLE}; add a country of your own instead",
    ("safety", "soreness"): WHOLE,
    ("home", "sections", "*", "findings"): f"{WHOLE}: findings rest on the guide's claims",
    ("pages", "*", "sections", "*", "findings"): f"{WHOLE}: findings rest on the guide's claims",
    ("exercises", "*", "technique"): OWN,
    ("exercises", "*", "levels", "*", "dose", "basis"): OWN,
    ("programmes", "*", "basis"): OWN,
    ("programmes", "*", "advice", "*", "basis"): OWN,
    ("safety", "countries", "*", "basis"): OWN,
    ("safety", "countries", "*", "call"): f"{WHOLE}; a layer words emergency, urgent and injury",
    ("safety", "countries", "*", "name"): f"{WHOLE}; a layer words emergency, urgent and injury",
    ("safety", "countries", "*", "part_of"): f"{WHOLE}; a layer words emergency, urgent and injury",
    ("safety", "cards", "*"): f"{WHOLE}; add a card with an id of your own",
    FIGURE: f"{WHOLE}; add a figure with an id of your own",
    ("programmes", "*", "former_weeks"): WHOLE,
    ("retired", "*"): WHOLE,
}
"""Of what the guide itself has: the reason why a layer may not touch it."""

ADDED: frozenset[Path] = frozenset(
    {
        ("safety", "about"),
        ("exercises", "*", "not_for"),
        ("exercises", "*", "stop_if"),
        ("exercises", "*", "unknown"),
        ("exercises", "*", "also_called"),
        ("exercises", "*", "former_ids"),
        ("exercises", "*", "levels", "*", "not_for"),
        ("exercises", "*", "levels", "*", "former_ids"),
        ("programmes", "*", "former_ids"),
        ("pages", "*", "former_ids"),
        ("search", "leads"),
        ("search", "synonyms"),
    }
)
"""Lists whose items stay; a layer's own follow them."""

BASES: Mapping[Path, str] = {
    ("exercises", "*"): "technique",
    ("exercises", "*", "levels", "*", "dose"): "basis",
    ("programmes", "*"): "basis",
    ("programmes", "*", "advice", "*"): "basis",
    ("safety", "cards", "*"): "basis",
    ("safety", "countries", "*"): "basis",
}
"""Records that say where they come from, and the key that says it."""


def fits(path: Path, pattern: Path) -> bool:
    """Tell whether *path* is of the form *pattern*, in which a star stands for any id."""
    return len(path) == len(pattern) and all(part in (name, "*") for name, part in zip(path, pattern, strict=True))


def refusal(path: Path, *, is_new: bool = False) -> str | None:
    """Return why a layer may not touch what is at *path*, or add it where it *is_new*."""
    return next(
        (why for pattern, why in REFUSED.items() if fits(path, pattern) and not (is_new and pattern == FIGURE)), None
    )


def is_added(path: Path) -> bool:
    """Tell whether the list at *path* keeps its items."""
    return any(fits(path, pattern) for pattern in ADDED)


def basis_key(path: Path) -> str | None:
    """Return the key under which the record at *path* says where it comes from, if it says so."""
    return next((key for pattern, key in BASES.items() if fits(path, pattern)), None)
