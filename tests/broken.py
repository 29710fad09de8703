"""Every kind of mistake in the data: its name, the text to break in data/hand.yml, what breaks it, what is said."""

from typing import NamedTuple

from macros.data.model import Guide
from macros.data.model.exercise import Exercise


class Broken(NamedTuple):
    """One change to the data and the mistakes it makes, each as line: where: what."""

    name: str
    old: str
    new: str
    mistakes: tuple[str, ...]


GUIDE_KEYS = ", ".join(Guide.model_fields)
EXERCISE_KEYS = ", ".join(Exercise.model_fields)
SOURCE_KEYS = (
    "id, type, title, author, container-title, issued, volume, issue, page, number, "
    "DOI, PMID, PMCID, URL, read, note, checked, crossref"
)

BROKEN = (
    Broken(
        "a key is missing from the guide's facts", "  licence: CC BY 4.0.\n", "", ("3: guide: needs the key 'licence'",)
    ),
    Broken(
        "a key is missing from a release",
        "      date: 2026-11-22\n",
        "",
        ("8: guide.releases.1: needs the key 'date'",),
    ),
    Broken("a key is missing from the first page", "  start: fist\n", "", ("14: home: needs the key 'start'",)),
    Broken(
        "a key is missing from a section",
        "      heading: Who it is for\n",
        "",
        ("19: home.sections.who: needs the key 'heading'",),
    ),
    Broken(
        "a key is missing from an exercise",
        "    position: Sitting\n",
        "",
        ("24: exercises.fist: needs the key 'position'",),
    ),
    Broken(
        "a key is missing from a fault",
        "        fix: Keep it straight.\n",
        "",
        ("35: exercises.fist.faults.1: needs the key 'fix'",),
    ),
    Broken(
        "a key is missing from a level",
        "        change: The arm rests.\n",
        "",
        ("38: exercises.fist.levels.open: needs the key 'change'",),
    ),
    Broken(
        "a key is missing from a dose of repetitions",
        "          seconds_each: 3\n",
        "",
        ("42: exercises.fist.levels.open.dose: needs the key 'seconds_each'",),
    ),
    Broken(
        "a key is missing from a dose of time",
        "          seconds: 60\n",
        "",
        ("82: exercises.spread.levels.light.dose: needs the key 'seconds'",),
    ),
    Broken(
        "a key is missing from a dose of steps",
        "          steps: 10\n",
        "",
        ("95: exercises.spread.levels.walk.dose: needs the key 'steps'",),
    ),
    Broken(
        "a key is missing from a basis",
        "            says: Made up for the tests.\n",
        "",
        ("50: exercises.fist.levels.open.dose.basis: needs the key 'says'",),
    ),
    Broken(
        "the technique of an exercise is missing",
        "    technique:\n      kind: own\n      says: Made up for the tests.\n",
        "",
        ("62: exercises.spread: needs the key 'technique'",),
    ),
    Broken("a key is missing from the plan", "  changeover: 30\n", "", ("113: programme: needs the key 'changeover'",)),
    Broken(
        "a key is missing from a week",
        "      advice: Go slowly.\n",
        "",
        ("121: programme.weeks.1: needs the key 'advice'",),
    ),
    Broken(
        "a key is missing from an entry",
        "          level: open\n          days: [mon, tue",
        "          days: [mon, tue",
        ("124: programme.weeks.1.entries.1: needs the key 'level'",),
    ),
    Broken(
        "a key is missing from advice",
        "    - heading: A day missed\n      says",
        "    - says",
        ("140: programme.advice.1: needs the key 'heading'",),
    ),
    Broken(
        "a key is missing from the stop rules",
        "  soreness: [A little is usual.]\n",
        "",
        ("147: safety: needs the key 'soreness'",),
    ),
    Broken(
        "a key is missing from their short form",
        "    then: Ask for help.\n",
        "",
        ("151: safety.short: needs the key 'then'",),
    ),
    Broken(
        "a key is missing from a card",
        "      signs: [it swells]\n",
        "",
        ("176: safety.cards.same-day: needs the key 'signs'",),
    ),
    Broken(
        "a key is missing from a country",
        "      urgent: In Utopia, call 2.\n",
        "",
        ("191: safety.countries.utopia: needs the key 'urgent'",),
    ),
    Broken(
        "a key is missing from the evidence",
        "  key: [{says: Little is known., studies: [doe-study]}]\n",
        "",
        ("209: evidence: needs the key 'key'",),
    ),
    Broken(
        "a key is missing from a comparison",
        "      papers: Nobody looked.\n",
        "",
        ("214: evidence.compared.1: needs the key 'papers'",),
    ),
    Broken(
        "a key is missing from a source",
        "      checked: 2026-11-22\n  studies",
        "  studies",
        ("219: evidence.sources.doe-2020: needs the key 'checked'",),
    ),
    Broken(
        "a key is missing from a study",
        "      funding: Not read.\n",
        "",
        ("234: evidence.studies.doe-study: needs the key 'funding'",),
    ),
    Broken(
        "a key is missing from a group",
        "size: 10, did: They closed their hands.",
        "size: 10",
        ("245: evidence.studies.doe-study.groups.all: needs the key 'did'",),
    ),
    Broken(
        "a key is missing from an outcome",
        ", reported: It rose.",
        "",
        ("250: evidence.studies.doe-study.outcomes.all-grip: needs the key 'reported'",),
    ),
    Broken(
        "a key is missing from a claim",
        "      topic: Grip\n",
        "",
        ("255: evidence.claims.grip: needs the key 'topic'",),
    ),
    Broken(
        "a claim does not say where in its source it stands",
        "      where: abstract\n",
        "",
        ("255: evidence.claims.grip: needs the key 'where'",),
    ),
    Broken(
        "a certainty is not rated by anybody",
        ", rated-by: guide",
        "",
        ("261: evidence.claims.grip.certainty: needs the key 'rated-by'",),
    ),
    Broken(
        "a certainty has a level of its own",
        "level: very-low",
        "level: tiny",
        (
            "261: evidence.claims.grip.certainty.level: 'tiny' is not allowed; allowed: very-low, low-to-very-low, low, moderate, high, not-rated",
        ),
    ),
    Broken(
        "a key message has a number that nothing states",
        "says: Little is known.",
        "says: Little is known of 12 hands.",
        ("211: evidence.key.1: the number 12 has no source here; name one that states it",),
    ),
    Broken(
        "a key message rests on nothing",
        "Little is known., studies: [doe-study]",
        "Little is known.",
        ("211: evidence.key.1: rests on nothing; name 'claims', 'studies' or an 'outcome'",),
    ),
    Broken(
        "a key message rests on a study that is not there",
        "studies: [doe-study]",
        "studies: [doe-studie]",
        ("211: evidence.key.1.studies.1: no study 'doe-studie'; did you mean 'doe-study'?",),
    ),
    Broken(
        "a key message rests on a claim that is not there",
        "studies: [doe-study]",
        "claims: [grab]",
        ("211: evidence.key.1.claims.1: no claim 'grab'; did you mean 'grip'?",),
    ),
    Broken(
        "a key message gives an outcome that is not there",
        "studies: [doe-study]",
        "outcome: all-grab",
        ("211: evidence.key.1.outcome: no outcome 'all-grab'; did you mean 'all-grip'?",),
    ),
    Broken(
        "what nobody knows has a number without a source",
        "says: Nearly everything.",
        "says: Nearly all of 27 bones.",
        ("217: evidence.unknown.1: the number 27 has no source here; name one that states it",),
    ),
    Broken(
        "a comparison has a number without a source",
        "papers: Nobody looked.",
        "papers: 7 people looked.",
        ("214: evidence.compared.1: the number 7 has no source here; name one that states it",),
    ),
    Broken(
        "nothing cites a source",
        "  sources:\n",
        "  sources:\n    - {id: roe-2021, type: webpage, title: Roe, URL: https://roe.example, read: page, checked: 2026-11-22}\n",
        ("219: evidence.sources.roe-2021: nothing cites this source; name it where it is used, or take it out",),
    ),
    Broken(
        "a plot has no room for a figure",
        "      found: [Grip rose.]\n",
        "      plots: [{id: force, title: Force, outcomes: [all-grip], low: 70, high: 90}]\n      found: [Grip rose.]\n",
        (
            "234: evidence.studies.doe-study: the plot 'force' needs figures before and after, of one unit and direction, from low to high",
        ),
    ),
    Broken(
        "a plot draws an outcome that is not there",
        "      found: [Grip rose.]\n",
        "      plots: [{id: force, title: Force, outcomes: [grip], low: 0, high: 90}]\n      found: [Grip rose.]\n",
        ("234: evidence.studies.doe-study: no outcome 'grip'; allowed: all-grip",),
    ),
    Broken(
        "a key is missing from a page", "    menu: For helpers\n", "", ("267: pages.helpers: needs the key 'menu'",)
    ),
    Broken(
        "a whole part is missing",
        "pages:\n",
        "page:\n",
        (("267: page: unknown key 'page'; did you mean 'pages'?; allowed: " + GUIDE_KEYS),),
    ),
    Broken(
        "the guide's facts are missing",
        "guide:\n  title",
        "facts:\n  title",
        (
            "2: needs the key 'guide'",
            ("3: facts: unknown key 'facts'; allowed: " + GUIDE_KEYS),
        ),
    ),
    Broken(
        "a key has a slip",
        "progress_when: It is easy.",
        "progres_when: It is easy.",
        (
            "24: exercises.fist: needs the key 'progress_when'",
            ("52: exercises.fist.progres_when: unknown key 'progres_when'; did you mean 'progress_when'?; allowed: ")
            + EXERCISE_KEYS,
        ),
    ),
    Broken(
        "a key of a dose has a slip",
        "          hold: 5\n",
        "          holds: 5\n",
        (
            (
                "46: exercises.fist.levels.open.dose.holds: unknown key 'holds'; did you mean "
                "'hold'?; allowed: sets, rest, sides, basis, kind, repetitions, seconds_each, "
                "hold"
            ),
        ),
    ),
    Broken(
        "a key of a range has a slip",
        "repetitions: 8 to 12",
        "repetitions: {low: 8, hgih: 12, high: 12}",
        (
            (
                "44: exercises.fist.levels.open.dose.repetitions.hgih: unknown key 'hgih'; did "
                "you mean 'high'?; allowed: low, high"
            ),
        ),
    ),
    Broken(
        "a key belongs to another kind of dose",
        "          seconds: 60\n",
        "          seconds: 60\n          hold: 5\n",
        (
            (
                "85: exercises.spread.levels.light.dose.hold: unknown key 'hold'; allowed: sets, "
                "rest, sides, basis, kind, seconds"
            ),
        ),
    ),
    Broken(
        "a key belongs to nothing",
        "changes: [First words.]",
        "changes: [First words.]\n      zzz: 1",
        ("11: guide.releases.1.zzz: unknown key 'zzz'; allowed: version, date, changes",),
    ),
    Broken(
        "a key of a source is spelt as in Python",
        "container-title",
        "container_titel",
        (
            (
                "225: evidence.sources.doe-2020.container_titel: unknown key 'container_titel'; "
                "did you mean 'container-title'?; allowed: "
            )
            + SOURCE_KEYS,
        ),
    ),
    Broken(
        "a key is there twice",
        "    kind: mobility\n",
        "    kind: mobility\n    name: Other\n",
        ("29: exercises.fist: the key 'name' is there twice, first in line 25; keep one",),
    ),
    Broken(
        "a key of a flow map is there twice",
        "{family: Doe, given: J}",
        "{family: Doe, family: Roe}",
        (("223: evidence.sources.doe-2020.author.1: the key 'family' is there twice, first in line 223; keep one"),),
    ),
    Broken(
        "two exercises share an id",
        "  - id: spread",
        "  - id: fist",
        (
            "62: exercises: the id 'fist' is there twice; ids are never shared",
            "124: programme.weeks.1.entries.1: no level of fist 'open'",
            "127: programme.weeks.1.entries.2.exercise: no exercise 'spread'",
            "133: programme.weeks.2.entries.1.exercise: no exercise 'spread'",
            "136: programme.weeks.2.entries.2: no level of fist 'open'",
        ),
    ),
    Broken(
        "two levels share an id",
        "      - id: walk",
        "      - id: light",
        (
            "91: exercises.spread.levels: the id 'light' is there twice; ids are never shared",
            "133: programme.weeks.2.entries.1: no level of spread 'walk'",
        ),
    ),
    Broken(
        "two cards share an id",
        "    - id: ask-first",
        "    - id: stop-now",
        ("162: safety.cards: the id 'stop-now' is there twice; ids are never shared",),
    ),
    Broken(
        "two sources share an id",
        "  studies:\n",
        (
            "    - {id: doe-2020, type: webpage, title: Two, URL: https://b.example, read: page, checked: 2026-11-22}\n"
            "  studies:\n"
        ),
        ("233: evidence.sources: the id 'doe-2020' is there twice; ids are never shared",),
    ),
    Broken(
        "two groups share an id",
        "        - {id: all, name: All, size: 10, did: They closed their hands.}\n",
        (
            "        - {id: all, name: All, size: 10, did: This.}\n"
            "        - {id: all, name: Rest, size: 9, did: That.}\n"
        ),
        (("246: evidence.studies.doe-study.groups: the id 'all' is there twice; ids are never shared"),),
    ),
    Broken(
        "yes stands for a number",
        "sets: 3",
        "sets: yes",
        ("43: exercises.fist.levels.open.dose.sets: 'yes' is not a whole number",),
    ),
    Broken(
        "a clock time stands for seconds",
        "hold: 5",
        "hold: 1:30",
        ("46: exercises.fist.levels.open.dose.hold: '1:30' is not a whole number",),
    ),
    Broken(
        "a fraction stands for a whole number",
        "rest: 30",
        "rest: 1.5",
        ("47: exercises.fist.levels.open.dose.rest: '1.5' is not a whole number",),
    ),
    Broken(
        "a word stands for a number of people",
        "size: 10",
        "size: ten",
        ("245: evidence.studies.doe-study.groups.all.size: 'ten' is not a whole number",),
    ),
    Broken(
        "no stands for false",
        "randomised: false",
        "randomised: no",
        ("239: evidence.studies.doe-study.randomised: 'no' is neither true nor false",),
    ),
    Broken(
        "nothing stands for a number",
        "sets: 3",
        "sets:",
        ("43: exercises.fist.levels.open.dose.sets: is empty; allowed: a whole number",),
    ),
    Broken(
        "a list stands for a number",
        "sets: 3",
        "sets: [3]",
        ("43: exercises.fist.levels.open.dose.sets: is a list; allowed: a whole number",),
    ),
    Broken(
        "a number has a comma",
        "after: 79.00",
        'after: "79,0"',
        ("250: evidence.studies.doe-study.outcomes.all-grip.after: '79,0' is not a number",),
    ),
    Broken(
        "there are too few sets",
        "sets: 3",
        "sets: 0",
        ("43: exercises.fist.levels.open.dose.sets: 0 is too small; allowed: 1 or more",),
    ),
    Broken(
        "there are too many sets",
        "sets: 3",
        "sets: 11",
        ("43: exercises.fist.levels.open.dose.sets: 11 is too large; allowed: 10 or less",),
    ),
    Broken(
        "the rest is below nothing",
        "rest: 30",
        "rest: -5",
        ("47: exercises.fist.levels.open.dose.rest: -5 is too small; allowed: 0 or more",),
    ),
    Broken(
        "the hold is too long",
        "hold: 5",
        "hold: 601",
        ("46: exercises.fist.levels.open.dose.hold: 601 is too large; allowed: 600 or less",),
    ),
    Broken(
        "a round is too short",
        "seconds: 60",
        "seconds: 4",
        ("84: exercises.spread.levels.light.dose.seconds: 4 is too small; allowed: 5 or more",),
    ),
    Broken(
        "a year is not of our age",
        "issued: 2020",
        "issued: 20200",
        ("226: evidence.sources.doe-2020.issued: 20200 is too large; allowed: 2100 or less",),
    ),
    Broken(
        "the year is too late",
        "issued: 2020",
        "issued: 2101",
        ("226: evidence.sources.doe-2020.issued: 2101 is too large; allowed: 2100 or less",),
    ),
    Broken(
        "a kind of exercise is unknown",
        "kind: mobility",
        "kind: mobilty",
        (
            (
                "28: exercises.fist.kind: 'mobilty' is not allowed; did you mean 'mobility'?; "
                "allowed: mobility, strength, gait, balance"
            ),
        ),
    ),
    Broken(
        "a day is unknown",
        "days: [mon, wed]",
        "days: [mon, weds]",
        (
            (
                "129: programme.weeks.1.entries.2.days.2: 'weds' is not allowed; did you mean "
                "'wed'?; allowed: mon, tue, wed, thu, fri, sat, sun"
            ),
        ),
    ),
    Broken(
        "a day is a number",
        "days: [mon, wed]",
        "days: [mon, 3]",
        (("129: programme.weeks.1.entries.2.days.2: '3' is not allowed; allowed: mon, tue, wed, thu, fri, sat, sun"),),
    ),
    Broken(
        "a grade is unknown",
        "grade: urgent",
        "grade: urgnt",
        (
            (
                "177: safety.cards.same-day.grade: 'urgnt' is not allowed; did you mean "
                "'urgent'?; allowed: stop, ask, see, urgent, emergency"
            ),
        ),
    ),
    Broken(
        "a relation is unknown",
        "relation: supports",
        "relation: proves",
        (
            (
                "259: evidence.claims.grip.relation: 'proves' is not allowed; allowed: supports, measured, "
                "no-effect, contradicts, opinion, not-checked"
            ),
        ),
    ),
    Broken(
        "what was read is unknown",
        "read: abstract",
        "read: all",
        (
            (
                "231: evidence.sources.doe-2020.read: 'all' is not allowed; did you mean "
                "'table'?; allowed: abstract, page, table, secondary, record"
            ),
        ),
    ),
    Broken(
        "sides are unknown",
        "sides: each",
        "sides: both",
        (
            (
                "48: exercises.fist.levels.open.dose.sides: 'both' is not allowed; did you mean "
                "'together'?; allowed: each, together"
            ),
        ),
    ),
    Broken(
        "the basis is unknown",
        "kind: weak",
        "kind: week",
        (
            (
                "57: exercises.fist.technique.kind: 'week' is not allowed; did you mean 'weak'?; "
                "allowed: trials, guidance, weak, own"
            ),
        ),
    ),
    Broken(
        "a type of source is unknown",
        "type: article-journal",
        "type: article",
        (
            (
                "220: evidence.sources.doe-2020.type: 'article' is not allowed; did you mean "
                "'article-journal'?; allowed: article-journal, webpage, report, thesis"
            ),
        ),
    ),
    Broken(
        "a verdict is unknown",
        "verdict: not-checked",
        "verdict: not checked",
        (
            (
                "216: evidence.compared.1.verdict: 'not checked' is not allowed; did you mean "
                "'not-checked'?; allowed: confirmed, differs, other-study, not-checked"
            ),
        ),
    ),
    Broken(
        "a direction is unknown",
        "better: higher",
        "better: more",
        (("250: evidence.studies.doe-study.outcomes.all-grip.better: 'more' is not allowed; allowed: higher, lower"),),
    ),
    Broken(
        "a list stands for one of a few words",
        "kind: mobility",
        "kind: [mobility]",
        ("28: exercises.fist.kind: is a list; allowed: mobility, strength, gait, balance",),
    ),
    Broken("a text is empty", "name: Fist", 'name: ""', ("25: exercises.fist.name: is empty; allowed: some text",)),
    Broken(
        "a text is only space",
        "name: Fist",
        'name: " \\u00a0 "',
        ("25: exercises.fist.name: is empty; allowed: some text",),
    ),
    Broken("a key has no value", "name: Fist", "name:", ("25: exercises.fist.name: is empty; allowed: text",)),
    Broken("a tilde stands for a text", "name: Fist", "name: ~", ("25: exercises.fist.name: is empty; allowed: text",)),
    Broken(
        "a list stands for a text", "name: Fist", "name: [Fist]", ("25: exercises.fist.name: is a list; allowed: text",)
    ),
    Broken(
        "a map stands for a text",
        "name: Fist",
        "name: {is: Fist}",
        ("25: exercises.fist.name: is a map of keys; allowed: text",),
    ),
    Broken(
        "a colon in a list makes a map of a text",
        "cues: [Slow]",
        "cues: [Slow: and still]",
        ("33: exercises.fist.cues.1: is a map of keys; allowed: text",),
    ),
    Broken(
        "a text stands for a list",
        "cues: [Slow]",
        "cues: Slow",
        ("33: exercises.fist.cues: 'Slow' is text; allowed: a list, each item after a '-'",),
    ),
    Broken(
        "a map stands for a list",
        "cues: [Slow]",
        "cues: {first: Slow}",
        ("33: exercises.fist.cues: is a map of keys; allowed: a list, each item after a '-'",),
    ),
    Broken(
        "a text stands for a map",
        "basis:\n            kind: own\n            says: Made up for the tests.",
        "basis: own",
        ("49: exercises.fist.levels.open.dose.basis: 'own' is text; allowed: a map of keys",),
    ),
    Broken(
        "a list stands for a map",
        "    technique:\n      kind: own\n      says: Made up for the tests.",
        "    technique:\n      - kind: own\n        says: Made up for the tests.",
        ("108: exercises.spread.technique: is a list; allowed: a map of keys",),
    ),
    Broken(
        "a list is empty", "cues: [Slow]", "cues: []", ("33: exercises.fist.cues: has 0 items; allowed: at least 1",)
    ),
    Broken(
        "a list that needs two has one",
        "steps: [Close your hand slowly., Open it again.]",
        "steps: [Close your hand slowly.]",
        ("31: exercises.fist.steps: has 1 item; allowed: at least 2",),
    ),
    Broken(
        "a list that needs two has one that is wrong",
        "steps: [Close your hand slowly., Open it again.]",
        "steps: ['']",
        (
            "31: exercises.fist.steps: has 1 item; allowed: at least 2",
            "31: exercises.fist.steps.1: is empty; allowed: some text",
        ),
    ),
    Broken(
        "one item of a list is wrong",
        "steps: [Close your hand slowly., Open it again.]",
        "steps: [Close your hand slowly., '']",
        ("31: exercises.fist.steps.2: is empty; allowed: some text",),
    ),
    Broken(
        "a card has six signs",
        "signs: [it swells]",
        "signs: [a, b, c, d, e, f]",
        ("179: safety.cards.same-day.signs: has 6 items; allowed: at most 5",),
    ),
    Broken(
        "a summary is too long",
        "summary: Close the hand and open it again.",
        "summary: " + "a" * 161,
        ("27: exercises.fist.summary: has 161 characters; allowed: at most 160",),
    ),
    Broken(
        "an exercise of the plan is unknown",
        "        - exercise: spread\n          level: light",
        "        - exercise: spred\n          level: light",
        (("127: programme.weeks.1.entries.2.exercise: no exercise 'spred'; did you mean 'spread'?"),),
    ),
    Broken(
        "a level of the plan is unknown",
        "level: light",
        "level: lite",
        ("127: programme.weeks.1.entries.2: no level of spread 'lite'; did you mean 'light'?",),
    ),
    Broken(
        "a level belongs to another exercise",
        "level: light",
        "level: open",
        ("127: programme.weeks.1.entries.2: no level of spread 'open'",),
    ),
    Broken(
        "a source of a basis is unknown",
        "says: Two rounds of a minute.\n            sources: [doe-2020]",
        "says: Two rounds of a minute.\n            sources: [doe-2021]",
        (("90: exercises.spread.levels.light.dose.basis.sources.1: no source 'doe-2021'; did you mean 'doe-2020'?"),),
    ),
    Broken(
        "the source of a study is unknown",
        "source: doe-2020\n      name",
        "source: dow-2020\n      name",
        (("235: evidence.studies.doe-study.source: no source 'dow-2020'; did you mean 'doe-2020'?"),),
    ),
    Broken(
        "an exercise of a claim is unknown",
        "exercises: [fist]",
        "exercises: [fist, first]",
        ("263: evidence.claims.grip.exercises.2: no exercise 'first'; did you mean 'fist'?",),
    ),
    Broken(
        "the exercise of the first button is unknown",
        "start: fist",
        "start: nowhere",
        ("17: home.start: no exercise 'nowhere'",),
    ),
    Broken(
        "the group of an outcome is unknown",
        "group: all",
        "group: none",
        ("234: evidence.studies.doe-study: no group 'none'; allowed: all",),
    ),
    Broken(
        "a dose has no kind",
        "          kind: time\n",
        "",
        ("82: exercises.spread.levels.light.dose: needs the key 'kind'",),
    ),
    Broken(
        "a dose is of no known kind",
        "kind: repetitions",
        "kind: repetition",
        (
            (
                "42: exercises.fist.levels.open.dose: 'repetition' is no kind; did you mean "
                "'repetitions'?; allowed: repetitions, time, steps"
            ),
        ),
    ),
    Broken(
        "a dose is a text",
        (
            "dose:\n"
            "          kind: steps\n"
            "          sets: 2\n"
            "          steps: 10\n"
            "          seconds_each: 2\n"
            "          sides: together\n"
            "          basis:\n"
            "            kind: own\n"
            "            says: Made up for the tests."
        ),
        "dose: two times",
        ("94: exercises.spread.levels.walk.dose: 'two times' is text; allowed: a map of keys",),
    ),
    Broken(
        "a range is the wrong way round",
        "8 to 12",
        "12 to 8",
        (("44: exercises.fist.levels.open.dose.repetitions: the lower number comes first, as in '8 to 12'"),),
    ),
    Broken(
        "a range has no upper number",
        "8 to 12",
        "8 to",
        ("44: exercises.fist.levels.open.dose.repetitions: '8 to' is not a whole number",),
    ),
    Broken(
        "a range has a hyphen",
        "8 to 12",
        "8-12",
        ("44: exercises.fist.levels.open.dose.repetitions: '8-12' has a hyphen; write '8 to 12'",),
    ),
    Broken(
        "a range starts at nothing",
        "8 to 12",
        "0 to 12",
        ("44: exercises.fist.levels.open.dose.repetitions: 0 is too small; allowed: 1 or more",),
    ),
    Broken(
        "a basis of trials names none",
        "says: Two rounds of a minute.\n            sources: [doe-2020]",
        "says: Two rounds of a minute.",
        (("88: exercises.spread.levels.light.dose.basis: a basis of kind 'trials' names its sources"),),
    ),
    Broken(
        "a day is there twice",
        "days: [mon, wed]",
        "days: [mon, wed, mon]",
        ("127: programme.weeks.1.entries.2: names a day twice",),
    ),
    Broken(
        "a week has an exercise twice",
        "        - exercise: spread\n          level: light",
        "        - exercise: fist\n          level: open",
        ("121: programme.weeks.1: has 'fist' twice; put its days together",),
    ),
    Broken(
        "a grade of the stop rules has no card",
        "      grade: urgent\n",
        "      grade: see\n",
        ("147: safety: has no card of grade: urgent",),
    ),
    Broken(
        "a month is not of the calendar",
        "check_by: 2027-11-22",
        "check_by: 2026-13-01",
        ("11: guide.check_by: '2026-13-01' is not a day of the calendar, as in 2026-11-22",),
    ),
    Broken(
        "a day is not of the month",
        "check_by: 2027-11-22",
        "check_by: 2026-02-30",
        ("11: guide.check_by: '2026-02-30' is not a day of the calendar, as in 2026-11-22",),
    ),
    Broken(
        "a date is written the British way",
        "check_by: 2027-11-22",
        "check_by: 22/11/2026",
        ("11: guide.check_by: '22/11/2026' is not a date like 2026-11-22",),
    ),
    Broken(
        "a date has a time",
        "check_by: 2027-11-22",
        "check_by: 2026-11-22T10:00",
        ("11: guide.check_by: '2026-11-22T10:00' is not a date like 2026-11-22",),
    ),
    Broken(
        "a DOI is an address",
        "DOI: 10.1234/hands",
        "DOI: https://doi.org/10.1234/hands",
        (
            (
                "230: evidence.sources.doe-2020.DOI: 'https://doi.org/10.1234/hands' has the "
                "wrong form; allowed: a DOI like 10.1155/2019/6947273, without https://"
            ),
        ),
    ),
    Broken(
        "a PMID has letters",
        "read: abstract\n",
        "read: abstract\n      PMID: PM123456\n",
        (("232: evidence.sources.doe-2020.PMID: 'PM123456' has the wrong form; allowed: 5 to 9 digits"),),
    ),
    Broken(
        "a PMCID has no letters",
        "read: abstract\n",
        "read: abstract\n      PMCID: 1234567\n",
        (("232: evidence.sources.doe-2020.PMCID: '1234567' has the wrong form; allowed: PMC and 5 to 9 digits"),),
    ),
    Broken(
        "an address is a script",
        "DOI: 10.1234/hands",
        "URL: javascript:alert(1)",
        (
            (
                "230: evidence.sources.doe-2020.URL: 'javascript:alert(1)' is not a web address "
                "that starts with https:// or http://"
            ),
        ),
    ),
    Broken(
        "an address has a quote",
        "DOI: 10.1234/hands",
        "URL: 'https://a.example/\"onclick=x'",
        (
            (
                "230: evidence.sources.doe-2020.URL: 'https://a.example/\"onclick=x' is not a web "
                "address that starts with https:// or http://"
            ),
        ),
    ),
    Broken(
        "a source can not be found",
        "      DOI: 10.1234/hands\n",
        "",
        ("219: evidence.sources.doe-2020: needs a DOI or a URL",),
    ),
    Broken(
        "an author has no name",
        "{literal: Hand Society}",
        "{given: J}",
        (("224: evidence.sources.doe-2020.author.2: has either 'family' (a person) or 'literal' (a body)"),),
    ),
    Broken(
        "an author is both",
        "{literal: Hand Society}",
        "{literal: Hand Society, family: Doe}",
        (("224: evidence.sources.doe-2020.author.2: has either 'family' (a person) or 'literal' (a body)"),),
    ),
    Broken(
        "a language tag is none",
        "side: hand",
        "side: hand\n  language: English",
        (("5: guide.language: 'English' has the wrong form; allowed: a language tag like en or en-GB"),),
    ),
    Broken(
        "an id has capital letters",
        "id: grip",
        "id: Grip",
        (("255: evidence.claims.Grip.id: 'Grip' is not an id: small letters and digits joined by hyphens"),),
    ),
    Broken(
        "an id has spaces",
        "id: grip",
        "id: the grip",
        (("255: evidence.claims.the grip.id: 'the grip' is not an id: small letters and digits joined by hyphens"),),
    ),
    Broken(
        "an id has two hyphens together",
        "id: grip",
        "id: the--grip",
        (("255: evidence.claims.the--grip.id: 'the--grip' is not an id: small letters and digits joined by hyphens"),),
    ),
    Broken(
        "an id leaves its folder",
        "  - id: spread",
        "  - id: ../spread",
        (
            ("62: exercises.../spread.id: '../spread' is not an id: small letters and digits joined by hyphens"),
            ("127: programme.weeks.1.entries.2.exercise: no exercise 'spread'; did you mean '../spread'?"),
            ("133: programme.weeks.2.entries.1.exercise: no exercise 'spread'; did you mean '../spread'?"),
        ),
    ),
    Broken(
        "an id is too long",
        "id: grip",
        "id: " + "g" * 61,
        ("255: evidence.claims." + "g" * 61 + ".id: has 61 characters; allowed: at most 60",),
    ),
    Broken("an id is a list", "id: grip", "id: [grip]", ("255: evidence.claims.1.id: is a list; allowed: text",)),
    Broken(
        "a value has an alias",
        "feel: Your fingers bend.\n    cues: [Slow]",
        "feel: &a Your fingers bend.\n    cues: [*a]",
        ("32: exercises.fist.cues.1: is used twice by an alias (*); write it out",),
    ),
    Broken(
        "a list has an alias",
        "cues: [Slow]\n",
        "cues: &a [Slow]\n    also: *a\n",
        ("33: exercises.fist.also: is used twice by an alias (*); write it out",),
    ),
    Broken("an alias has no anchor", "cues: [Slow]", "cues: [*slow]", ("33: is not YAML: found undefined alias",)),
    Broken(
        "an anchor holds itself",
        "cues: [Slow]",
        "cues: &a [Slow, *a]",
        ("33: exercises.fist.cues.2: is used twice by an alias (*); write it out",),
    ),
    Broken(
        "a merge key is there",
        "    kind: mobility\n",
        "    kind: mobility\n    <<: {feel: Good.}\n",
        ("29: exercises.fist.<<: unknown key '<<'; allowed: " + EXERCISE_KEYS,),
    ),
    Broken(
        "a tag asks for an object",
        "name: Fist",
        "name: !!python/object/apply:os.system [id]",
        (
            (
                "25: exercises.fist.name: has the tag "
                "'tag:yaml.org,2002:python/object/apply:os.system'; tags (!) are not used here"
            ),
        ),
    ),
    Broken(
        "a tag is made up",
        "name: Fist",
        "name: !foo Fist",
        ("25: exercises.fist.name: has the tag '!foo'; tags (!) are not used here",),
    ),
    Broken(
        "a tag turns a text into a number",
        "sets: 3",
        "sets: !!int 3",
        (
            (
                "43: exercises.fist.levels.open.dose.sets: has the tag 'tag:yaml.org,2002:int'; "
                "tags (!) are not used here"
            ),
        ),
    ),
    Broken(
        "a tab indents",
        "  title: Hand Guide",
        "\ttitle: Hand Guide",
        (("3: is not YAML: while scanning for the next token found character that cannot start any token"),),
    ),
    Broken(
        "a quote is not closed",
        "name: Fist",
        'name: "Fist',
        ("227: is not YAML: while parsing a block mapping did not find expected key",),
    ),
    Broken(
        "a bracket is not closed",
        "bullets: [Wait.]",
        "bullets: [Wait.",
        ("278: is not YAML: while parsing a flow sequence did not find expected ',' or ']'",),
    ),
    Broken(
        "a colon is in plain text",
        "lead: How to help.",
        "lead: How: to help.",
        ("271: is not YAML: mapping values are not allowed in this context",),
    ),
    Broken(
        "a line is out of line",
        "    name: Fist",
        "   name: Fist",
        ("25: is not YAML: while parsing a block collection did not find expected '-' indicator",),
    ),
    Broken(
        "there are two documents",
        "home:\n",
        "---\nhome:\n",
        ("13: is not YAML: expected a single document in the stream but found another document",),
    ),
    Broken(
        "a control character is written as an escape",
        "name: Fist",
        'name: "Fi\\x02st"',
        ("25: exercises.fist.name: holds a control character (U+0002); delete it",),
    ),
    Broken(
        "a control character is in a DOI",
        "DOI: 10.1234/hands",
        'DOI: "10.1234/ha\\x02nds"',
        ("230: evidence.sources.doe-2020.DOI: holds a control character (U+0002); delete it",),
    ),
    Broken(
        "a character turns the text after it round",
        "name: Fist",
        "name: Fi\u202est",
        ("25: exercises.fist.name: holds a control character (U+202E); delete it",),
    ),
    Broken(
        "a control character is there",
        "name: Fist",
        "name: Fi\x02st",
        ("25: holds a control character (U+0002); delete it",),
    ),
    Broken(
        "a key is a list",
        "    kind: mobility\n",
        "    kind: mobility\n    ? [a, b]\n    : c\n",
        ("29: exercises.fist: a key is a list; keys are words",),
    ),
    Broken("data is nested too deeply", "name: Fist", "name: " + "[" * 40 + "]" * 40, ("25: is nested too deeply",)),
    Broken("data is nested beyond all measure", "name: Fist", "name: " + "[" * 100000, ("25: is nested too deeply",)),
    Broken(
        "a wrong value is very long",
        "kind: mobility",
        "kind: " + "m" * 1000,
        ("28: exercises.fist.kind: '" + "m" * 60 + "…' is not allowed; allowed: mobility, strength, gait, balance",),
    ),
    Broken(
        "a wrong value has a line break",
        "kind: mobility",
        'kind: "a\\nb"',
        (("28: exercises.fist.kind: 'a\\nb' is not allowed; allowed: mobility, strength, gait, balance"),),
    ),
    Broken(
        "a wrong value writes from right to left",
        "id: grip",
        'id: "\\u202egrip"',
        (("255: evidence.claims.\\u202egrip.id: holds a control character (U+202E); delete it"),),
    ),
)
