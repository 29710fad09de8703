"""Links to read: those that must work for ever, random plans, and links that are broken or mean harm."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Any
from urllib.parse import parse_qsl

from macros.data.model.exercise import Exercise, Level
from macros.pages.own_data import limits
from macros.wording.labels import labels
from tests.sites import ROOT, guide

Plan = dict[str, Any]
"""What a link means, as a page tells it: ids and numbers alone."""

EMPTY: Plan = {"items": [], "weeks": 1, "programme": "", "start": "", "from": "", "note": "", "lost": []}
EVERY_DAY = "1234567"
LIMITS: dict[str, Any] = limits()
MOST_SAID = 12
"""Sentences about one link."""

UNITS = {"repetitions": "", "time": "s", "steps": "st"}
COUNTED = {"repetitions": "count", "time": "seconds", "steps": "count"}
LETTERS = {"each": "E", "left": "L", "right": "R", "together": "T"}
SURROGATE = "\ue000"
"""Takes the place of half a character, which a test cannot hand to a browser: PAGE puts it in."""

PAGE = """() => {
    const { exercises } = guide.data;
    const whole = (text) => text.replaceAll("\\ue000", "\\ud800");
    const meaning = (plan) => plan && {
        ...plan,
        items: plan.items.map(({ exercise, level, dose, days, weeks }) => {
            const { each, ...own } = dose || {};
            return { exercise: exercise.id, level: level.id, dose: dose && own, days: days.join(""), weeks };
        }),
    };
    const planOf = ({ items, ...more }) => ({
        ...more,
        items: items.map((item) => {
            const exercise = exercises.find(({ id }) => id === item.exercise);
            const level = exercise.levels.find(({ id }) => id === item.level);
            const dose = item.dose && { ...item.dose, each: level.dose.each };
            return { ...item, exercise, level, dose, days: [...item.days].map(Number) };
        }),
    });
    const write = (plan, exercise) => {
        if (!exercise) return guide.links.write(plan);
        return plan.items.length ? guide.links.writeDose(plan.items[0], plan) : "#v=1";
    };
    const read = (fragment, exercise) => guide.links.read(whole(fragment), exercise);
    const each = (work) => (text) => JSON.stringify(JSON.parse(text).map((pair) => work(...pair)));
    window.own = {
        whole,
        read: each((fragment, exercise) => meaning(read(fragment, exercise))),
        rewrite: each((fragment, exercise) => [write(read(fragment, exercise), exercise), exercise]),
        write: each((plan, exercise) => [write(planOf(plan), exercise), exercise]),
    };
}"""
"""Gives a page functions that read and write many links at once; JSON is faster than what Playwright makes of them."""


@cache
def table(name: str) -> list[Plan]:
    """Return the links to a guide that must work for ever."""
    rows = json.loads((ROOT / "tests/data/links.json").read_text(encoding="utf-8"))["links"]
    return [row for row in rows if row.get("guide", "foot") == name]


def meant(row: Plan, name: str) -> Plan:
    """Return the whole meaning of a *row*."""
    means = {**EMPTY, **row["means"]}
    whole = [1, means["weeks"]]
    items = [{"dose": None, "days": EVERY_DAY, "weeks": whole, **item} for item in means["items"]]
    return means | {"items": items, "lost": [_sentence(label, dict(values), name) for label, values in means["lost"]]}


def _sentence(label: str, values: dict[str, str], name: str) -> str:
    """Return what a reader is told: a label with its values, ids of exercises and levels being their names."""
    exercise = next((one for one in guide(name).exercises if one.id == values.get("exercise")), None)
    if exercise:
        values["exercise"] = exercise.name
        level = next((one for one in exercise.levels if one.id == values.get("level")), None)
        values |= {"level": level.name} if level else {}
    return str(getattr(labels().own.links, label)).format(**values)


def levels(name: str) -> list[tuple[Exercise, Level]]:
    """Return every level of a guide."""
    return [(exercise, level) for exercise in guide(name).exercises for level in exercise.levels]


def most(level: Level) -> Plan:
    """Return the longest dose that a level can have."""
    kind = level.dose.kind
    high = LIMITS[COUNTED[kind]][1]
    isnt_range = kind != "repetitions"
    hold = 0 if isnt_range else LIMITS["hold"][1]
    numbers = {"sets": LIMITS["sets"][1], "low": high if isnt_range else high - 1, "high": high, "hold": hold}
    return {"kind": kind, **numbers, "rest": LIMITS["rest"][1], "side": "together"}


def random_dose(random: Random, level: Level) -> Plan:
    """Return a dose within the limits, of the level's kind."""
    kind = level.dose.kind
    low, high = sorted(random.randint(*LIMITS[COUNTED[kind]]) for _ in range(2))
    counted = kind == "repetitions"
    own = {"kind": kind, "low": low if counted else high, "high": high, "side": random.choice(list(LETTERS))}
    hold = random.choice([0, random.randint(*LIMITS["hold"])]) if counted else 0
    return own | {"sets": random.randint(*LIMITS["sets"]), "hold": hold, "rest": random.randint(*LIMITS["rest"])}


def random_item(random: Random, weeks: int) -> Plan:
    """Return a level with or without a dose, on some days of some weeks."""
    exercise, level = random.choice(levels("foot"))
    days = "".join(sorted(random.sample(EVERY_DAY, random.randint(1, 7))))
    span = sorted(random.randint(1, weeks) for _ in range(2))
    dose = random.choice([None, random_dose(random, level)])
    return {"exercise": exercise.id, "level": level.id, "dose": dose, "days": days, "weeks": span}


def random_text(random: Random, longest: int) -> str:
    """Return a text that a link carries unchanged."""
    letters = [
        "aZ0",
        "é",
        "ü",
        "س",
        "慢",
        "👟",
        "&",
        "=",
        "+",
        "%",
        "#",
        "/",
        ",",
        ";",
        "<",
        ">",
        '"',
        "'",
        "\\",
        "?",
        "*",
        "_",
        "~",
    ]
    return "".join(random.choices(letters, k=random.randint(0, longest)))[:longest]


def random_plans(seed: int, number: int) -> Iterator[tuple[Plan, str]]:
    """Yield plans and doses of somebody's own, with the exercise whose page a dose is for."""
    random = Random(seed)  # noqa: S311 - nothing is hidden by it
    for _ in range(number):
        weeks = random.randint(*LIMITS["weeks"])
        items = [random_item(random, weeks) for _ in range(random.randint(0, 12))]
        items += [{**item, "days": random.choice([EVERY_DAY, "135"])} for item in items[-1:]]
        texts = {key: random_text(random, LIMITS[key]) for key in ("from", "note")}
        start = random.choice(["", "2026-11-30", "2028-02-29"])
        plan = {**EMPTY, **texts, "items": items, "weeks": weeks, "start": start}
        yield plan, ""
        for item in items[:1]:
            yield {**plan, "items": [{**item, "weeks": [1, 1]}], "weeks": 1, "start": ""}, item["exercise"]


PIECES = (
    *(
        "NaN",
        "-1",
        "+3",
        "1e3",
        "0",
        "0x8",
        "99999",
        "9" * 400,
        "11",
        "101",
        "601",
        "1801",
        "2.5",
        "٣",
        "２x８",
        "Infinity",
        "null",
        "undefined",
    ),
    *("\u202e", "\u2066", "\u200b", "\ufeff", "\u200f", "\u00ad", "\x00", "\x1b", "\n", "\u2028", SURROGATE, "\ufffe"),
    *("%", "%%", "%ZZ", "%00", "%0A", "%C0%AF", "%ED%A0%80", "%F0%28", "%E2%80%AE", "%EF%BB%BF", "%25%33%43"),
    *("<script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", "javascript:window.hit=1"),
    *('" onfocus="window.hit=1" autofocus="', "'-window.hit=1-'", "${window.hit=1}", "{exercise}", "{{ hit }}"),
    *(
        "__proto__",
        "constructor",
        "toString",
        "hasOwnProperty",
        "length",
        "&__proto__=1",
        "&constructor=1",
        "/__proto__",
    ),
    *("#", "?", "&", "=", ";", "/", ",", "-", " ", "&&", "==", ";;", "//", ",,", "&v=1", "&dose=", "&do=", "&from"),
    *("a" + "\u0301" * 60, "👨‍👩‍👧" * 30, "W" * 90, "\u200d" * 50, "\u3164", "漢" * 50, "x" * 5000),
    *(
        ",d1" * 900,
        "".join(f",q{number}" for number in range(700)),
        "".join(f"&k{number}" for number in range(700)),
        "/standing" * 300,
        ";short-foot/sitting,1x1" * 10_000,
        "&note=a" * 400,
        "h5r5",
        "w1-53",
        "d89",
    ),
)
"""What is put into good links to harm."""


def _cut(random: Random, text: str) -> str:
    return text[: random.randrange(len(text) + 1)]


def _doubled(random: Random, text: str) -> str:
    begin, end = sorted(random.randrange(len(text) + 1) for _ in range(2))
    return text[:end] + text[begin:]


def _swapped(random: Random, text: str) -> str:
    parts = re.split(r"([&=,/;])", text)
    one, other = (random.randrange(len(parts)) for _ in range(2))
    parts[one], parts[other] = parts[other], parts[one]
    return "".join(parts)


def _with_piece(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(PIECES) + text[at + random.randint(0, 3) :]


def _with_bytes(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    some = "".join(random.choice([chr(random.randrange(0x3000)), f"%{random.randrange(256):02X}"]) for _ in range(5))
    return text[:at] + some + text[at:]


def _numbered(random: Random, text: str) -> str:
    places = [found.span() for found in re.finditer(r"\d+", text)] or [(0, 0)]
    begin, end = random.choice(places)
    return text[:begin] + random.choice(PIECES[:18]) + text[end:]


MUTATIONS: tuple[Callable[[Random, str], str], ...] = (_cut, _doubled, _swapped, _with_piece, _with_bytes, _numbered)


def hostile(seed: int, number: int) -> Iterator[tuple[str, str]]:
    """Yield links that are broken or mean harm, with the exercise whose page they are opened on, or nothing."""
    random = Random(seed)  # noqa: S311 - nothing is hidden by it
    good = [(row["fragment"], row["exercise"]) for row in table("foot")]
    for _ in range(number):
        fragment, exercise = random.choice(good)
        for _ in range(random.randint(1, 3)):
            fragment = random.choice(MUTATIONS)(random, fragment)
        begin = "" if random.random() < 0.02 else "#v=1"
        yield begin + fragment.removeprefix(begin), random.choice([exercise, exercise, "short-foot", ""])


def asked(fragment: str, exercise: str) -> set[str]:
    """Return every part of a link as it is written, numbers without zeros before them and days in order."""
    parts: set[str] = set()
    for key, value in parse_qsl(fragment[1:], keep_blank_values=True, errors="replace"):
        if key in {"from", "note"}:
            parts.add(f"{key}={seen(value)}")
        elif key == "do" and not exercise:
            for group in filter(None, value.split(";")):
                id_, *phases = group.split("/")
                parts |= {id_, *(part for phase in phases or [""] for part in _asked(phase))}
        elif key == "dose" and exercise:
            parts.update(_asked(value) if value else ())
        elif key != "v":
            parts.add(f"{key}={value}")
    return parts


DOSE = re.compile(r"(\d+)x(\d+)(?:-(\d+))?(st?)?(?:h(\d+))?(?:r(\d+))?([ELRT])?", re.ASCII)
WHEN = re.compile(r"(?:d([1-7]+))?(?:w(\d+)(?:-(\d+))?)?", re.ASCII)


def _asked(phase: str) -> Iterator[str]:
    level, *tokens = phase.split(",")
    yield level
    for token in tokens:
        if dose := DOSE.fullmatch(token):
            sets, low, high, unit, hold, rest, side = dose.groups()
            yield f"{int(sets)}x{int(low)}-{int(high or low)}{unit or ''}"
            yield from (f"{name}{int(number)}" for name, number in (("h", hold), ("r", rest)) if int(number or 0))
            yield side or ""
        elif token and (when := WHEN.fullmatch(token)):
            days, begin, end = when.groups()
            yield f"d{''.join(sorted(set(days)))}" if days else ""
            yield f"w{int(begin)}-{int(end or begin)}" if begin else ""
        else:
            yield token or "nothing between two commas"


def carried(plan: Plan) -> set[str]:
    """Return every part of a link that is in a *plan*."""
    parts = {f"{key}={seen(plan[key])}" for key in ("from", "note")}
    parts |= {"", f"weeks={plan['weeks']}", f"weeks=0{plan['weeks']}", f"start={plan['start']}"}
    parts.add(f"plan={plan['programme']}")
    for item in plan["items"]:
        parts |= {item["exercise"], item["level"], f"d{item['days']}", f"w{item['weeks'][0]}-{item['weeks'][1]}"}
        if dose := item["dose"]:
            parts |= {f"{dose['sets']}x{dose['low']}-{dose['high']}{UNITS[dose['kind']]}", LETTERS[dose["side"]]}
            parts |= {f"h{dose['hold']}", f"r{dose['rest']}"}
    return parts


UNSEEN = frozenset("\u115f\u1160\u3164\uffa0\ufffd")
"""Letters that show nothing, and the one that stands for what cannot be read."""


def seen(text: str) -> str:
    """Return the letters, numbers and signs of a *text* that anybody sees."""
    plain = (letter for letter in unicodedata.normalize("NFD", text) if letter not in UNSEEN)
    return "".join(letter for letter in plain if unicodedata.category(letter)[0] in "LNPS")


def faults(plan: Plan) -> Iterator[str]:
    """Yield what a page would show and no link may bring about."""
    known = {(exercise.id, level.id): level.dose.kind for exercise, level in levels("foot")}
    for item in plan["items"]:
        kind = known.get((item["exercise"], item["level"]))
        if kind is None or not set(item["days"]) <= set(EVERY_DAY) or not item["days"]:
            yield f"item {item}"
        begin, end = item["weeks"]
        if not 1 <= begin <= end <= plan["weeks"]:
            yield f"weeks {item['weeks']} of {plan['weeks']}"
        if item["dose"] and not _fits(item["dose"], kind):
            yield f"dose {item['dose']}"
    if not 1 <= plan["weeks"] <= LIMITS["weeks"][1] or not re.fullmatch(r"(20\d\d-\d\d-\d\d)?", plan["start"]):
        yield f"{plan['weeks']} weeks from {plan['start']}"
    for key in ("from", "note"):
        if len(plan[key]) > LIMITS[key] or any(map(_is_hidden, plan[key])):
            yield f"{key} {plan[key]!r}"
    yield from (
        f"sentence {text}" for text in plan["lost"] if not SENTENCE.fullmatch(text) or any(map(_is_hidden, text))
    )
    if len(set(plan["lost"])) < len(plan["lost"]) or len(plan["lost"]) > MOST_SAID:
        yield f"said twice or too often {plan['lost']}"


def _fits(dose: Plan, kind: str | None) -> bool:
    within = {**LIMITS, "low": LIMITS[COUNTED[dose["kind"]]], "high": LIMITS[COUNTED[dose["kind"]]]}
    numbers = ("sets", "low", "high", "hold", "rest")
    fits = all(isinstance(dose[key], int) and within[key][0] <= dose[key] <= within[key][1] for key in numbers)
    is_range = dose["low"] < dose["high"]
    fits = fits and dose["low"] <= dose["high"] and (kind == "repetitions" or not is_range)
    return fits and dose["kind"] == kind and dose["side"] in LETTERS


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} and letter not in "\u200c\u200d"


SAID = ("left_out", "no_level", "no_exercise", "no_plan", "other_count", "too_long", "newer")
SENTENCE = re.compile(
    "|".join(re.sub(r"\\\{\w+\\\}", ".{0,90}", re.escape(getattr(labels().own.links, name))) for name in SAID)
)
"""What may be said of a link."""
