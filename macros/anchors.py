"""Every anchor of a page, and the ids that they reserve on it."""

import re
from enum import StrEnum


class ExercisePart(StrEnum):
    """Anchors of an exercise's page, next to the ids of its levels."""

    GET_READY = "get-ready"
    HOW = "how"
    LEVELS = "easier-and-harder"
    FAULTS = "what-goes-wrong"
    CARE = "take-care"
    KNOWN = "what-we-know"
    PLAN = "in-the-plan"


class FindingsPart(StrEnum):
    """Anchors of the page of what is known of an exercise."""

    KNOWN = "what-we-know"
    TECHNIQUE = "technique"
    DOSES = "doses"
    UNKNOWN = "not-known"


class PlanPart(StrEnum):
    """Anchors of the plan's page, next to the ids of its advice."""

    AT_A_GLANCE = "at-a-glance"
    ASK = "ask-first"
    BEFORE = "before-week-1"
    ABOUT = "about-this-plan"
    CALENDAR = "calendar"
    CALENDAR_START = "calendar-start"
    CALENDAR_TIME = "calendar-time"
    CALENDAR_ANY_DAY = "calendar-any-day"
    CALENDAR_WRONG = "calendar-wrong"
    OTHER_PLANS = "other-plans"


class WeekPart(StrEnum):
    """Anchors of a week's page."""

    DAY = "day"


class EvidencePart(StrEnum):
    """Anchors of the evidence pages, next to the ids of answers and studies."""

    KEY = "key"
    FOUND = "found"
    LIMITS = "limits"
    ASKED = "asked"
    DONE = "done"
    CURRENT = "current"
    HALF_PAGE = "half-page"
    MORE = "more"
    BRIEF = "brief"
    ARTICLE = "the-article"
    BY_QUESTION = "by-question"
    HELPS = "helps"
    MIXED = "mixed"
    MEASURED = "measured"
    DID_NOT = "did-not"
    OPEN = "open"
    UNKNOWN = "unknown"
    HOW_SURE = "how-sure"
    TEACHING = "teaching"
    REFERENCES = "references"
    CITE_GUIDE = "cite-this-guide"


class SafetyPart(StrEnum):
    """Anchors of the safety page, next to the ids of its cards and countries."""

    EMERGENCY = "emergency"
    TODAY = "today"
    STOP = "stop"
    ASK = "ask"
    WHO_TO_CALL = "who-to-call"
    SORENESS = "soreness"
    ABOUT = "about"


class HomePart(StrEnum):
    """Anchors of the first page, next to the ids of its sections."""

    ASK_FIRST = "ask-first"
    PLANS = "plans"
    EXERCISES = "exercises"


class PrintPart(StrEnum):
    """Anchors of the page of everything to print and take away."""

    CHOICE = "paper"
    WHOLE = "whole-guide"
    PLAN = "plan"
    EXERCISES = "exercises"
    BY_HAND = "by-hand"
    EVIDENCE = "evidence"
    PICTURES = "pictures"
    DATA = "data"
    OFFLINE = "offline"


class AboutPart(StrEnum):
    """Anchors of the page about the guide, next to the ids of its sections."""

    EDITION = "this-edition"


class AnyPart(StrEnum):
    """Anchors that every page may have."""

    TEXT = "content"
    WORDS = "page-words"


ANCHOR_PREFIXES = ("word-", "term-", "cite-", "claim-", "ref-", "picture-", "fg-", "plot-", "basis-", "name-")
"""How the anchors begin that pages make by themselves."""

STUDY_PARTS = ("-found", "-missing", "-limits")
"""How the anchors of a study's parts end; each begins with the study's id."""


def reference(source: str) -> str:
    """Return the anchor of a source in the list of references."""
    return f"ref-{source}"


def cited(source: str) -> str:
    """Return how the anchors of the places that cite a source began in 2.0.0."""
    return f"cite-{source}-"


def claim(claim: str) -> str:
    """Return the anchor of a claim, on any page it is on."""
    return f"claim-{claim}"


def plot(study: str, plot: str) -> str:
    """Return the anchor of a plot's caption."""
    return f"plot-{study}-{plot}"


def level_name(level: str) -> str:
    """Return the anchor of the name of a level."""
    return f"name-{level}"


def basis(level: str) -> str:
    """Return the anchor of what the dose of a level rests on."""
    return f"basis-{level}"


def term(id_: str) -> str:
    """Return the anchor of the first place on a page where a hard word is used."""
    return f"term-{id_}"


def meaning(id_: str) -> str:
    """Return the anchor of a hard word's meaning at the end of a page."""
    return f"word-{id_}"


def release(version: str) -> str:
    """Return the anchor of a release on the page of changes."""
    return slug(f"v{version}")


def slug(text: str) -> str:
    """Return *text* as an anchor."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def is_reserved(parts: type[StrEnum], id_: str) -> bool:
    """Tell whether an id cannot be an anchor of its own on the page that has these *parts*."""
    numbered = parts is EvidencePart and re.fullmatch(r"(helps|mixed|measured|did-not|open)-\d+", id_) is not None
    study_part = parts is EvidencePart and id_.endswith(STUDY_PARTS)
    return numbered or study_part or id_ in {*parts, *AnyPart} or id_.startswith(ANCHOR_PREFIXES)
