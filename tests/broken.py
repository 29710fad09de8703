"""Every kind of mistake in the data: its name, the text to break in data/hand.yml, what breaks it, the messages."""

import re
from itertools import takewhile
from typing import NamedTuple

from macros.data.model import Guide
from macros.data.model.exercise import Exercise

LINE_OF = re.compile(r"\{of ([^}]+)\}")


class At(NamedTuple):
    """A message whose line is not that of the change, such as a missing key's, which is reported at its parent."""

    text: str
    """Text of the broken data that begins in the line of the message."""

    what: str


class Broken(NamedTuple):
    """One change to the data and the messages that follow, each as where: what, with the line of the change."""

    name: str
    old: str
    new: str
    messages: tuple[str | At, ...]
    """In a message, {of TEXT} is the number of the line where TEXT begins."""

    def apply(self, text: str) -> str:
        """Return *text* with the change."""
        assert self.old in text, self.name
        return text.replace(self.old, self.new, 1)

    def lines(self, text: str) -> list[str]:
        """Return the messages as line: where: what, for the change applied to *text*."""
        change = line_at(text, text.index(self.old) + shared(self.old, self.new))
        broken = self.apply(text)
        lines = (
            f"{{of {message.text}}}: {message.what}" if isinstance(message, At) else f"{change}: {message}"
            for message in self.messages
        )
        return [LINE_OF.sub(lambda of: str(line_at(broken, broken.index(of[1]))), line) for line in lines]


def shared(old: str, new: str) -> int:
    """Return how many characters *old* and *new* share at their start."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))))


def line_at(text: str, place: int) -> int:
    """Return the number of the line that holds the character at *place*."""
    return text.count("\n", 0, place) + 1


GUIDE_KEYS = ", ".join(Guide.model_fields)
EXERCISE_KEYS = ", ".join(Exercise.model_fields)
SOURCE_KEYS = (
    "id, type, design, took-part, gathers, title, described-as, author, container-title, issued, volume, issue, page, number, "
    "DOI, PMID, PMCID, URL, read, note, checked, crossref"
)

CHECK_BY = "  check_by: 2027-11-22\n"
REVIEW = "  review: {by: Dr A, date: 2026-11-30, version: 0.1.0, texts: {safety.at_once: 1a2b3c4d}}\n" + CHECK_BY
"""A review as it is right, before the key that follows it."""

BROKEN = (
    Broken(
        "a key is missing from the guide's facts",
        "  licence: CC BY 4.0.\n",
        "",
        (At("title: Hand Guide", "guide: needs the key 'licence'"),),
    ),
    Broken(
        "a review on a day that no calendar has",
        CHECK_BY,
        REVIEW.replace("2026-11-30", "2026-11-31"),
        ("guide.review.date: '2026-11-31' is not a day of the calendar, as in 2026-11-22",),
    ),
    Broken(
        "a review after the next check",
        CHECK_BY,
        REVIEW.replace("2026-11-30", "2028-11-30"),
        ("guide.review.date: '2028-11-30' is after guide.check_by, 2027-11-22",),
    ),
    Broken(
        "a review with a key that is not known",
        CHECK_BY,
        REVIEW.replace("texts", "text"),
        (
            "guide.review: needs the key 'texts'",
            "guide.review.text: unknown key 'text'; did you mean 'texts'?; allowed: by, date, version, texts",
        ),
    ),
    Broken(
        "a review of nothing",
        CHECK_BY,
        REVIEW.replace("{safety.at_once: 1a2b3c4d}", "{}"),
        ("guide.review.texts: has 0 items; allowed: at least 1",),
    ),
    Broken(
        "a mark that is no fingerprint",
        CHECK_BY,
        REVIEW.replace("1a2b3c4d", "yes"),
        (
            "guide.review.texts.safety.at_once: 'yes' is not a fingerprint like 1a2b3c4d; copy what `make reviewed` prints",
        ),
    ),
    Broken(
        "a section that is half clinical",
        "clinical: true",
        "clinical: partly",
        ("home.sections.who.clinical: 'partly' is neither true nor false",),
    ),
    Broken(
        "a section that shows what is not drawn",
        "clinical: true",
        "shows: sheets",
        ("home.sections.who.shows: 'sheets' is not allowed; allowed: sharing, embed, kit, source",),
    ),
    Broken(
        "a key is missing from a release",
        "      date: 2026-11-22\n",
        "",
        (At("- version: 0.1.0", "guide.releases.1: needs the key 'date'"),),
    ),
    Broken(
        "a key is missing from the first page",
        "  start: fist\n",
        "",
        (At("title: Two moves for the hand.", "home: needs the key 'start'"),),
    ),
    Broken(
        "a key is missing from a section",
        "      heading: Who it is for\n",
        "",
        (At("- id: who", "home.sections.who: needs the key 'heading'"),),
    ),
    Broken(
        "a key is missing from an exercise",
        "    positions: [sitting]\n",
        "",
        (At("- id: fist", "exercises.fist: needs the key 'positions'"),),
    ),
    Broken(
        "a key is missing from a fault",
        "        fix: Keep it straight.\n",
        "",
        (At("- wrong: The wrist bends.", "exercises.fist.faults.1: needs the key 'fix'"),),
    ),
    Broken(
        "a key is missing from a level",
        "        change: The arm rests.\n",
        "",
        (At("- id: open", "exercises.fist.levels.open: needs the key 'change'"),),
    ),
    Broken(
        "a key is missing from a dose of repetitions",
        "          seconds_each: 3\n",
        "",
        (At("kind: repetitions", "exercises.fist.levels.open.dose: needs the key 'seconds_each'"),),
    ),
    Broken(
        "a key is missing from a dose of time",
        "          seconds: 60\n",
        "",
        (At("kind: time", "exercises.spread.levels.light.dose: needs the key 'seconds'"),),
    ),
    Broken(
        "a key is missing from a dose of steps",
        "          steps: 10\n",
        "",
        (At("kind: steps", "exercises.spread.levels.walk.dose: needs the key 'steps'"),),
    ),
    Broken(
        "a key is missing from a basis",
        "            says: Made up for the tests.\n",
        "",
        (At("kind: own", "exercises.fist.levels.open.dose.basis: needs the key 'says'"),),
    ),
    Broken(
        "the technique of an exercise is missing",
        "    technique:\n      kind: own\n      says: Made up for the tests.\n",
        "",
        (At("- id: spread", "exercises.spread: needs the key 'technique'"),),
    ),
    Broken(
        "a key is missing from the plan",
        "    changeover: 30\n",
        "",
        (At("title: Two weeks", "programmes.two-weeks: needs the key 'changeover'"),),
    ),
    Broken(
        "a programme does not say who it is for",
        "    who_for: You have no band.\n",
        "",
        (At("id: no-band", "programmes.no-band: needs the key 'who_for'"),),
    ),
    Broken(
        "the programmes have the key of version 2.0.0",
        "programmes:\n",
        "programme:\n",
        (
            At("guide:", "needs the key 'programmes'"),
            At(
                "- title: Two weeks",
                f"programme: unknown key 'programme'; did you mean 'programmes'?; allowed: {GUIDE_KEYS}",
            ),
        ),
    ),
    Broken(
        "a programme has the address of a week",
        "id: no-band",
        "id: week-1",
        ("programmes.week-1.id: 'week-1' is an address below the plan already, or looks like one; choose another id",),
    ),
    Broken(
        "a programme looks like the calendar of the plan",
        "id: no-band",
        "id: plan",
        ("programmes.plan.id: 'plan' is an address below the plan already, or looks like one; choose another id",),
    ),
    Broken(
        "two programmes share an id",
        "id: no-band",
        "id: two-weeks",
        ("programmes: the id 'two-weeks' is used twice; ids are never shared",),
    ),
    Broken(
        "two programmes share a title",
        "title: No band",
        "title: two weeks",
        ("programmes.no-band.title: 'two weeks' is the title of two-weeks too",),
    ),
    Broken(
        "it is not said what a stand-in replaces",
        "    stand_in_for: A rubber band\n",
        "",
        (
            At(
                "- id: spread",
                "exercises.spread: needs the key 'stand_in_for', which names the equipment that 'stand_in' replaces",
            ),
        ),
    ),
    Broken(
        "a stand-in replaces what the exercise does not use",
        "stand_in_for: A rubber band",
        "stand_in_for: A hair band",
        ("exercises.spread.stand_in_for: 'A hair band' is not in the exercise's equipment",),
    ),
    Broken(
        "a key is missing from a week",
        "        advice: Go slowly.\n",
        "",
        (At("- focus: Start", "programmes.two-weeks.weeks.1: needs the key 'advice'"),),
    ),
    Broken(
        "a key is missing from an entry",
        "            level: open\n            days: [mon, tue",
        "            days: [mon, tue",
        (At("- exercise: fist", "programmes.two-weeks.weeks.1.entries.1: needs the key 'level'"),),
    ),
    Broken(
        "a key is missing from advice",
        "        heading: A day missed\n",
        "",
        (At("- id: a-day-missed", "programmes.two-weeks.advice.a-day-missed: needs the key 'heading'"),),
    ),
    Broken(
        "a key is missing from the stop rules",
        "  soreness:\n    says: [A little is usual.]\n    at_once: Get help if it turns blue.\n    basis:\n      kind: own\n      says: Made up for the tests.\n",
        "",
        (At("title: Stay safe", "safety: needs the key 'soreness'"),),
    ),
    Broken(
        "the line of what needs help at once is missing",
        "  at_once: Get help at once if it bleeds a lot.\n",
        "",
        (At("title: Stay safe", "safety: needs the key 'at_once'"),),
    ),
    Broken(
        "a key is missing from a card",
        "      signs: [it swells]\n",
        "",
        (At("- id: same-day", "safety.cards.same-day: needs the key 'signs'"),),
    ),
    Broken(
        "a key is missing from a country",
        "      urgent: Call 2.\n",
        "",
        (At("- id: utopia", "safety.countries.utopia: needs the key 'urgent'"),),
    ),
    Broken(
        "a key is missing from the numbers of a country",
        "      call: 1 or 3\n",
        "",
        (At("- id: utopia", "safety.countries.utopia: needs the key 'call'"),),
    ),
    Broken(
        "a number has no country",
        "      name: Utopia\n",
        "",
        (At("- id: utopia", "safety.countries.utopia: needs the key 'name'"),),
    ),
    Broken(
        "what somebody who is hurt has to know first is missing",
        "  lead: Ask for help.\n",
        "",
        (At("title: Stay safe", "safety: needs the key 'lead'"),),
    ),
    Broken(
        "a key is missing from the evidence",
        "  looked: [{says: We looked for studies.}]\n",
        "",
        (At("title: What is known", "evidence: needs the key 'looked'"),),
    ),
    Broken(
        "a key is missing from a comparison",
        "      papers: Nobody looked.\n",
        "",
        (At("- article: It helps.", "evidence.compared.1: needs the key 'papers'"),),
    ),
    Broken(
        "a key is missing from a source",
        "      checked: 2026-11-22\n  studies",
        "  studies",
        (At("- id: doe-2020", "evidence.sources.doe-2020: needs the key 'checked'"),),
    ),
    Broken(
        "a key is missing from a study",
        "      funding: Not read.\n",
        "",
        (At("- id: doe-study", "evidence.studies.doe-study: needs the key 'funding'"),),
    ),
    Broken(
        "a key is missing from a group",
        "size: 10, did: They closed their hands.",
        "size: 10",
        ("evidence.studies.doe-study.groups.all: needs the key 'did'",),
    ),
    Broken(
        "a key is missing from an outcome",
        ", reported: It rose.",
        "",
        ("evidence.studies.doe-study.outcomes.all-grip: needs the key 'reported'",),
    ),
    Broken(
        "a key is missing from a claim",
        "      topic: Grip\n",
        "",
        (At("- id: grip", "evidence.claims.grip: needs the key 'topic'"),),
    ),
    Broken(
        "a claim does not say where in its source it is",
        "      where: abstract\n",
        "",
        (At("- id: grip", "evidence.claims.grip: needs the key 'where'"),),
    ),
    Broken(
        "a certainty is not rated by anybody",
        ", rated-by: guide",
        "",
        ("evidence.claims.grip.certainty: needs the key 'rated-by'",),
    ),
    Broken(
        "a certainty has a level of its own",
        "level: very-low",
        "level: tiny",
        (
            "evidence.claims.grip.certainty.level: 'tiny' is not allowed; allowed: very-low, low-to-very-low, low, moderate, high, not-rated",
        ),
    ),
    Broken(
        "an answer has a number that nothing states",
        "says: In one study, grip rose.",
        "says: Grip rose in 12 hands.",
        ("evidence.answers.stronger.says: the number 12 has no source here; name one that states it",),
    ),
    Broken(
        "an answer has a reason with a number that nothing states",
        "why: The study is small.",
        "why: It had 12 people.",
        ("evidence.answers.stronger.why: the number 12 has no source here; name one that states it",),
    ),
    Broken(
        "an answer rests on no claim",
        "      claims: [grip]\n      studies",
        "      studies",
        (At("- id: stronger", "evidence.answers.stronger: needs the key 'claims'"),),
    ),
    Broken(
        "a point of the brief rests on nothing",
        "  article: A made-up article.",
        "  brief: {study: doe-study, title: Brief, points: [{says: Grip rose.}]}\n  article: A made-up article.",
        ("evidence.brief.points.1: rests on nothing; name 'claims', 'studies' or an 'outcome'",),
    ),
    Broken(
        "an answer rests on a study that does not exist",
        "studies: [doe-study]",
        "studies: [doe-studie]",
        ("evidence.answers.stronger.studies.1: no study 'doe-studie'; did you mean 'doe-study'?",),
    ),
    Broken(
        "an answer rests on a claim that does not exist",
        "claims: [grip]",
        "claims: [grab]",
        ("evidence.answers.stronger.claims.1: no claim 'grab'; did you mean 'grip'?",),
    ),
    Broken(
        "an answer gives an outcome that does not exist",
        "studies: [doe-study]",
        "outcome: all-grab",
        ("evidence.answers.stronger.outcome: no outcome 'all-grab'; did you mean 'all-grip'?",),
    ),
    Broken(
        "an answer has the id of a part of the evidence pages",
        "- id: stronger",
        "- id: helps-1",
        ("evidence.answers.helps-1.id: 'helps-1' is an anchor that its page uses itself; choose another id",),
    ),
    Broken(
        "an answer counts a source that is neither a study nor a review",
        "      design: study\n      took-part: 10\n",
        "",
        (
            At(
                "claims: [grip]",
                "evidence.answers.stronger.claims.1: the source 'doe-2020' is counted here, so it needs a 'design'",
            ),
        ),
    ),
    Broken(
        "a source has more people than its claims state",
        "took-part: 10",
        "took-part: 11",
        ("evidence.sources.doe-2020.took-part: no claim of this source states the number 11",),
    ),
    Broken(
        "a study gathers studies",
        "took-part: 10",
        "gathers: 10",
        ("evidence.sources.doe-2020.gathers: goes with 'design: review'",),
    ),
    Broken(
        "what nobody knows has a number without a source",
        "says: Nearly everything.",
        "says: Nearly all of 27 bones.",
        ("evidence.unknown.1.says: the number 27 has no source here; name one that states it",),
    ),
    Broken(
        "a comparison has a number without a source",
        "papers: Nobody looked.",
        "papers: 7 people looked.",
        ("evidence.compared.1.papers: the number 7 has no source here; name one that states it",),
    ),
    Broken(
        "nothing cites a source",
        "  sources:\n",
        "  sources:\n    - {id: roe-2021, type: webpage, title: Roe, URL: https://roe.example, read: page, checked: 2026-11-22}\n",
        ("evidence.sources.roe-2021: nothing cites this source; name it where it is used, or take it out",),
    ),
    Broken(
        "a plot has no room for a figure",
        "      found: [Grip rose.]\n",
        "      plots: [{id: force, title: Force, outcomes: [all-grip], low: 70, high: 90}]\n      found: [Grip rose.]\n",
        (
            "evidence.studies.doe-study.plots.force: needs figures before and after, of one unit and direction, from low to high",
        ),
    ),
    Broken(
        "a plot draws an outcome that does not exist",
        "      found: [Grip rose.]\n",
        "      plots: [{id: force, title: Force, outcomes: [grip], low: 0, high: 90}]\n      found: [Grip rose.]\n",
        ("evidence.studies.doe-study.plots.force.outcomes.1: no outcome 'grip'; allowed: all-grip",),
    ),
    Broken(
        "a key is missing from a page",
        "    menu: For helpers\n",
        "",
        (At("- id: helpers", "pages.helpers: needs the key 'menu'"),),
    ),
    Broken(
        "a whole part is missing",
        "pages:\n",
        "page:\n",
        (At("- id: helpers", "page: unknown key 'page'; did you mean 'pages'?; allowed: " + GUIDE_KEYS),),
    ),
    Broken(
        "the guide's facts are missing",
        "guide:\n  title",
        "facts:\n  title",
        (
            "needs the key 'guide'",
            At("title: Hand Guide", "facts: unknown key 'facts'; allowed: " + GUIDE_KEYS),
        ),
    ),
    Broken(
        "a key has a slip",
        "progress_when: It is easy.",
        "progres_when: It is easy.",
        (
            At("- id: fist", "exercises.fist: needs the key 'progress_when'"),
            "exercises.fist.progres_when: unknown key 'progres_when'; did you mean 'progress_when'?; allowed: "
            + EXERCISE_KEYS,
        ),
    ),
    Broken(
        "a key of a dose has a slip",
        "          hold: 5\n",
        "          holds: 5\n",
        (
            "exercises.fist.levels.open.dose.holds: unknown key 'holds'; did you mean 'hold'?; allowed: sets, rest, sides, basis, kind, repetitions, seconds_each, hold",
        ),
    ),
    Broken(
        "a key of a range has a slip",
        "repetitions: 8 to 12",
        "repetitions: {low: 8, hgih: 12, high: 12}",
        (
            "exercises.fist.levels.open.dose.repetitions.hgih: unknown key 'hgih'; did you mean 'high'?; allowed: low, high",
        ),
    ),
    Broken(
        "a key belongs to another kind of dose",
        "          seconds: 60\n",
        "          seconds: 60\n          hold: 5\n",
        (
            "exercises.spread.levels.light.dose.hold: unknown key 'hold'; allowed: sets, rest, sides, basis, kind, seconds",
        ),
    ),
    Broken(
        "a key belongs to nothing",
        "changes: [First words.]",
        "changes: [First words.]\n      zzz: 1",
        (At("zzz: 1", "guide.releases.1.zzz: unknown key 'zzz'; allowed: version, date, changes"),),
    ),
    Broken(
        "a key of a source is spelt as in Python",
        "container-title",
        "container_titel",
        (
            "evidence.sources.doe-2020.container_titel: unknown key 'container_titel'; did you mean 'container-title'?; allowed: "
            + SOURCE_KEYS,
        ),
    ),
    Broken(
        "a key is used twice",
        "    kind: mobility\n",
        "    kind: mobility\n    name: Other\n",
        ("exercises.fist: the key 'name' is used twice, first in line {of name: Fist}",),
    ),
    Broken(
        "a key of a flow map is used twice",
        "{family: Doe, given: J}",
        "{family: Doe, family: Roe}",
        ("evidence.sources.doe-2020.author.1: the key 'family' is used twice, first in line {of {family: Doe}",),
    ),
    Broken(
        "two exercises share an id",
        "  - id: spread",
        "  - id: fist",
        (
            "exercises: the id 'fist' is used twice; ids are never shared",
            At("level: open", "programmes.two-weeks.weeks.1.entries.1.level: no level of fist 'open'"),
            At("- exercise: spread", "programmes.two-weeks.weeks.1.entries.2.exercise: no exercise 'spread'"),
            At(
                "- exercise: spread\n            level: walk",
                "programmes.two-weeks.weeks.2.entries.1.exercise: no exercise 'spread'",
            ),
            At(
                "level: open\n            days: [mon]\n",
                "programmes.two-weeks.weeks.2.entries.2.level: no level of fist 'open'",
            ),
            At(
                "level: open\n            days: [tue",
                "programmes.no-band.weeks.1.entries.1.level: no level of fist 'open'",
            ),
        ),
    ),
    Broken(
        "two levels share an id",
        "      - id: walk",
        "      - id: light",
        (
            "exercises.spread.levels: the id 'light' is used twice; ids are never shared",
            At("level: walk", "programmes.two-weeks.weeks.2.entries.1.level: no level of spread 'walk'"),
        ),
    ),
    Broken(
        "two cards share an id",
        "    - id: ask-first",
        "    - id: stop-now",
        ("safety.cards: the id 'stop-now' is used twice; ids are never shared",),
    ),
    Broken(
        "two sources share an id",
        "  studies:\n",
        "    - {id: doe-2020, type: webpage, title: Two, URL: https://b.example, read: page, checked: 2026-11-22}\n  studies:\n",
        ("evidence.sources: the id 'doe-2020' is used twice; ids are never shared",),
    ),
    Broken(
        "two groups share an id",
        "        - {id: all, name: All, size: 10, did: They closed their hands.}\n",
        "        - {id: all, name: All, size: 10, did: This.}\n        - {id: all, name: Rest, size: 9, did: That.}\n",
        (
            At(
                "- {id: all, name: Rest",
                "evidence.studies.doe-study.groups: the id 'all' is used twice; ids are never shared",
            ),
        ),
    ),
    Broken(
        "yes is written for a number",
        "sets: 3",
        "sets: yes",
        ("exercises.fist.levels.open.dose.sets: 'yes' is not a whole number",),
    ),
    Broken(
        "a clock time is written for seconds",
        "hold: 5",
        "hold: 1:30",
        ("exercises.fist.levels.open.dose.hold: '1:30' is not a whole number",),
    ),
    Broken(
        "a fraction is written for a whole number",
        "rest: 30",
        "rest: 1.5",
        ("exercises.fist.levels.open.dose.rest: '1.5' is not a whole number",),
    ),
    Broken(
        "a word is written for a number of people",
        "size: 10",
        "size: ten",
        ("evidence.studies.doe-study.groups.all.size: 'ten' is not a whole number",),
    ),
    Broken(
        "no is written for false",
        "randomised: false",
        "randomised: no",
        ("evidence.studies.doe-study.randomised: 'no' is neither true nor false",),
    ),
    Broken(
        "nothing is written for a number",
        "sets: 3",
        "sets:",
        ("exercises.fist.levels.open.dose.sets: is empty; allowed: a whole number",),
    ),
    Broken(
        "a list is written for a number",
        "sets: 3",
        "sets: [3]",
        ("exercises.fist.levels.open.dose.sets: is a list; allowed: a whole number",),
    ),
    Broken(
        "a number has a comma",
        "after: 79.00",
        'after: "79,0"',
        ("evidence.studies.doe-study.outcomes.all-grip.after: '79,0' is not a number",),
    ),
    Broken(
        "there are too few sets",
        "sets: 3",
        "sets: 0",
        ("exercises.fist.levels.open.dose.sets: 0 is too small; allowed: 1 or more",),
    ),
    Broken(
        "there are too many sets",
        "sets: 3",
        "sets: 11",
        ("exercises.fist.levels.open.dose.sets: 11 is too large; allowed: 10 or less",),
    ),
    Broken(
        "the rest is below nothing",
        "rest: 30",
        "rest: -5",
        ("exercises.fist.levels.open.dose.rest: -5 is too small; allowed: 0 or more",),
    ),
    Broken(
        "the hold is too long",
        "hold: 5",
        "hold: 601",
        ("exercises.fist.levels.open.dose.hold: 601 is too large; allowed: 600 or less",),
    ),
    Broken(
        "a round is too short",
        "seconds: 60",
        "seconds: 4",
        ("exercises.spread.levels.light.dose.seconds: 4 is too small; allowed: 5 or more",),
    ),
    Broken(
        "a year is not of our age",
        "issued: 2020",
        "issued: 20200",
        ("evidence.sources.doe-2020.issued: 20200 is too large; allowed: 2100 or less",),
    ),
    Broken(
        "the year is too late",
        "issued: 2020",
        "issued: 2101",
        ("evidence.sources.doe-2020.issued: 2101 is too large; allowed: 2100 or less",),
    ),
    Broken(
        "a kind of exercise is unknown",
        "kind: mobility",
        "kind: mobilty",
        (
            "exercises.fist.kind: 'mobilty' is not allowed; did you mean 'mobility'?; allowed: mobility, strength, gait, balance",
        ),
    ),
    Broken(
        "a day is unknown",
        "days: [mon, wed]",
        "days: [mon, weds]",
        (
            "programmes.two-weeks.weeks.1.entries.2.days.2: 'weds' is not allowed; did you mean 'wed'?; allowed: mon, tue, wed, thu, fri, sat, sun",
        ),
    ),
    Broken(
        "a day is a number",
        "days: [mon, wed]",
        "days: [mon, 3]",
        (
            "programmes.two-weeks.weeks.1.entries.2.days.2: '3' is not allowed; allowed: mon, tue, wed, thu, fri, sat, sun",
        ),
    ),
    Broken(
        "a grade is unknown",
        "grade: urgent",
        "grade: urgnt",
        (
            "safety.cards.same-day.grade: 'urgnt' is not allowed; did you mean 'urgent'?; allowed: stop, ask, see, urgent, injury, emergency",
        ),
    ),
    Broken(
        "a relation is unknown",
        "relation: supports",
        "relation: proves",
        (
            "evidence.claims.grip.relation: 'proves' is not allowed; allowed: supports, mixed, measured, no-effect, contradicts, opinion, not-checked",
        ),
    ),
    Broken(
        "what was read is unknown",
        "read: abstract",
        "read: all",
        (
            "evidence.sources.doe-2020.read: 'all' is not allowed; did you mean 'table'?; allowed: abstract, page, table, secondary, record",
        ),
    ),
    Broken(
        "sides are unknown",
        "sides: each",
        "sides: both",
        (
            "exercises.fist.levels.open.dose.sides: 'both' is not allowed; did you mean 'together'?; allowed: each, together",
        ),
    ),
    Broken(
        "the basis is unknown",
        "kind: weak",
        "kind: week",
        (
            "exercises.fist.technique.kind: 'week' is not allowed; did you mean 'weak'?; allowed: tested, used, protocol, guidance, weak, own, clinic",
        ),
    ),
    Broken(
        "a type of source is unknown",
        "type: article-journal",
        "type: article",
        (
            "evidence.sources.doe-2020.type: 'article' is not allowed; did you mean 'article-journal'?; allowed: article-journal, webpage, report, thesis",
        ),
    ),
    Broken(
        "a verdict is unknown",
        "verdict: not-checked",
        "verdict: not checked",
        (
            "evidence.compared.1.verdict: 'not checked' is not allowed; did you mean 'not-checked'?; allowed: confirmed, differs, other-study, not-checked",
        ),
    ),
    Broken(
        "a direction is unknown",
        "better: higher",
        "better: more",
        ("evidence.studies.doe-study.outcomes.all-grip.better: 'more' is not allowed; allowed: higher, lower",),
    ),
    Broken(
        "a list is written for one of a few words",
        "kind: mobility",
        "kind: [mobility]",
        ("exercises.fist.kind: is a list; allowed: mobility, strength, gait, balance",),
    ),
    Broken("a text is empty", "name: Fist", 'name: ""', ("exercises.fist.name: is empty; allowed: some text",)),
    Broken(
        "a text is only space",
        "name: Fist",
        'name: " \\u00a0 "',
        ("exercises.fist.name: is empty; allowed: some text",),
    ),
    Broken("a key has no value", "name: Fist", "name:", ("exercises.fist.name: is empty; allowed: text",)),
    Broken("a tilde is written for a text", "name: Fist", "name: ~", ("exercises.fist.name: is empty; allowed: text",)),
    Broken(
        "a list is written for a text", "name: Fist", "name: [Fist]", ("exercises.fist.name: is a list; allowed: text",)
    ),
    Broken(
        "a map is written for a text",
        "name: Fist",
        "name: {is: Fist}",
        ("exercises.fist.name: is a map of keys; allowed: text",),
    ),
    Broken(
        "a colon in a list makes a map of a text",
        "cues: [Slow]",
        "cues: [Slow: and still]",
        ("exercises.fist.cues.1: is a map of keys; allowed: text",),
    ),
    Broken(
        "a text is written for a list",
        "cues: [Slow]",
        "cues: Slow",
        ("exercises.fist.cues: 'Slow' is text; allowed: a list, each item after a '-'",),
    ),
    Broken(
        "a map is written for a list",
        "cues: [Slow]",
        "cues: {first: Slow}",
        ("exercises.fist.cues: is a map of keys; allowed: a list, each item after a '-'",),
    ),
    Broken(
        "a text is written for a map",
        "basis:\n            kind: own\n            says: Made up for the tests.",
        "basis: own",
        ("exercises.fist.levels.open.dose.basis: 'own' is text; allowed: a map of keys",),
    ),
    Broken(
        "a list is written for a map",
        "    technique:\n      kind: own\n      says: Made up for the tests.",
        "    technique:\n      - kind: own\n        says: Made up for the tests.",
        ("exercises.spread.technique: is a list; allowed: a map of keys",),
    ),
    Broken("a list is empty", "cues: [Slow]", "cues: []", ("exercises.fist.cues: has 0 items; allowed: at least 1",)),
    Broken(
        "a list that needs two has one",
        "steps: [Close your hand slowly., Open it again.]",
        "steps: [Close your hand slowly.]",
        ("exercises.fist.steps: has 1 item; allowed: at least 2",),
    ),
    Broken(
        "a list that needs two has one that is wrong",
        "steps: [Close your hand slowly., Open it again.]",
        "steps: ['']",
        (
            "exercises.fist.steps: has 1 item; allowed: at least 2",
            "exercises.fist.steps.1: is empty; allowed: some text",
        ),
    ),
    Broken(
        "one item of a list is wrong",
        "steps: [Close your hand slowly., Open it again.]",
        "steps: [Close your hand slowly., '']",
        ("exercises.fist.steps.2: is empty; allowed: some text",),
    ),
    Broken(
        "a basis in a study does not say in whom",
        "            people: twelve people with cold hands\n",
        "",
        (
            At(
                "kind: used",
                "exercises.spread.levels.light.dose.basis: a basis of kind 'used' says who the 'people' were",
            ),
        ),
    ),
    Broken(
        "a stop sign of a card is long",
        "signs: [it hurts]",
        "signs: [one two three four five six seven eight nine ten eleven twelve thirteen]",
        ("safety.cards.stop-now.signs.1: has 13 words; a stop sign has at most 12",),
    ),
    Broken(
        "a stop sign of an exercise is long",
        "stop_if: [your wrist clicks]",
        "stop_if: [one two three four five six seven eight nine ten eleven twelve thirteen]",
        ("exercises.fist.stop_if.1: has 13 words; a stop sign has at most 12",),
    ),
    Broken(
        "the line of who asks first is long",
        "ask_in_short: A broken finger? Ask first.",
        f"ask_in_short: {'word ' * 41}",
        ("safety.ask_in_short: has 41 words; in short it has at most 40",),
    ),
    Broken(
        "an exercise has too many stop signs",
        "stop_if: [your wrist clicks]",
        "stop_if: [a, b, c, d, e, f, g, h]",
        ("exercises.fist.stop_if: with the stop cards that is 9 signs; allowed: at most 8",),
    ),
    Broken(
        "an exercise repeats a general stop sign",
        "stop_if: [your wrist clicks]",
        "stop_if: [it hurts]",
        ("exercises.fist.stop_if: 'it hurts' is on a stop card or in this list already",),
    ),
    *(
        Broken(
            f"{what} has a number to call",
            old,
            old.replace(text, f"call 111 or 0800 611 116 if {text}"),
            (
                f"{where}: '111' reads as a number to call; those go under 'countries', next to the name of their country",
            ),
        )
        for what, old, text, where in (
            ("a sign", "signs: [it swells]", "it swells", "safety.cards.same-day.signs.1"),
            ("a heading", "heading: Get help today if", "Get help today if", "safety.cards.same-day.heading"),
            (
                "a stop sign of an exercise",
                "stop_if: [your wrist clicks]",
                "your wrist clicks",
                "exercises.fist.stop_if.1",
            ),
            ("the first line", "lead: Ask for help.", "Ask for help.", "safety.lead"),
            ("a general sentence", "about: [Read this first.]", "Read this first.", "safety.about.1"),
            ("what needs help at once", "at_once: Get help at", "Get help at", "safety.at_once"),
            ("a line for anywhere", "urgent: Ask a doctor.", "Ask a doctor.", "safety.anywhere.urgent"),
            ("soreness", "says: [A little is usual.]", "A little is usual.", "safety.soreness.says.1"),
            ("what is no soreness", "at_once: Get help if", "Get help if", "safety.soreness.at_once"),
        )
    ),
    Broken(
        "the emergency line of a country lacks its number",
        "emergency: Call 1 or 3.",
        "emergency: Call 1.",
        (
            At(
                "emergency: Call 1.",
                "safety.countries.utopia.emergency: does not say '1 or 3', the number under 'call'",
            ),
        ),
    ),
    Broken(
        "the number of a country is none",
        "call: 1 or 3",
        "call: the police",
        ("safety.countries.utopia.call: 'the police' is not a number to call",),
    ),
    Broken(
        "two parts of a state have two numbers",
        "      call: 1 or 3\n",
        """      call: 1 or 3
      emergency: Call 1 or 3.
      urgent: Call 2.
      injury: Go to the infirmary.
      basis:
        kind: own
        says: Made up for the tests.
    - id: atlantis
      name: Atlantis
      part_of: Neverland
      call: 1
""",
        (At("call: 1\n", "safety.countries.atlantis.call: '1' is not the number of Neverland, '1 or 3'"),),
    ),
    Broken(
        "a card is about an exercise that is not there",
        "      grade: stop\n",
        "      grade: stop\n      exercises: [fits]\n",
        ("safety.cards.stop-now.exercises.1: no exercise 'fits'; did you mean 'fist'?",),
    ),
    Broken(
        "the first level has steps of its own",
        "        change: The arm rests.\n",
        "        change: The arm rests.\n        steps: [Close., Open.]\n",
        (
            "exercises.fist.levels.open.steps: the first level is the exercise as described; give this as the exercise's 'steps'",
        ),
    ),
    Broken(
        "a level is told to use equipment that it does not need",
        "        change: Walk your fingers.\n",
        "        change: Walk your fingers.\n        equipment: []\n",
        (
            At(
                "- id: walk",
                "exercises.spread.levels.walk: does not use 'A rubber band', but is told: Put the band round your fingers.",
            ),
        ),
    ),
    Broken(
        "a level needs equipment that the exercise does not list",
        "        change: Walk your fingers.\n",
        "        change: Walk your fingers.\n        equipment: [A ball]\n",
        ("exercises.spread.levels.walk.equipment: 'A ball' is not in the exercise's equipment",),
    ),
    Broken(
        "a source has neither a title nor what it is",
        "      title: On hands\n",
        "",
        (
            At(
                "- id: doe-2020\n      type",
                "evidence.sources.doe-2020: has either a 'title' or, where that is unknown, 'described-as'",
            ),
        ),
    ),
    Broken(
        "a card has six signs",
        "signs: [it swells]",
        "signs: [a, b, c, d, e, f]",
        ("safety.cards.same-day.signs: has 6 items; allowed: at most 5",),
    ),
    Broken(
        "a summary is too long",
        "summary: Close the hand and open it again.",
        "summary: " + "a" * 161,
        ("exercises.fist.summary: has 161 characters; allowed: at most 160",),
    ),
    Broken(
        "an exercise of the plan is unknown",
        "          - exercise: spread\n            level: light",
        "          - exercise: spred\n            level: light",
        ("programmes.two-weeks.weeks.1.entries.2.exercise: no exercise 'spred'; did you mean 'spread'?",),
    ),
    Broken(
        "a level of the plan is unknown",
        "level: light",
        "level: lite",
        ("programmes.two-weeks.weeks.1.entries.2.level: no level of spread 'lite'; did you mean 'light'?",),
    ),
    Broken(
        "a level belongs to another exercise",
        "level: light",
        "level: open",
        ("programmes.two-weeks.weeks.1.entries.2.level: no level of spread 'open'",),
    ),
    Broken(
        "a source of a basis is unknown",
        "says: Two rounds of a minute.\n            sources: [doe-2020]",
        "says: Two rounds of a minute.\n            sources: [doe-2021]",
        ("exercises.spread.levels.light.dose.basis.sources.1: no source 'doe-2021'; did you mean 'doe-2020'?",),
    ),
    Broken(
        "the source of a study is unknown",
        "source: doe-2020\n      name",
        "source: dow-2020\n      name",
        ("evidence.studies.doe-study.source: no source 'dow-2020'; did you mean 'doe-2020'?",),
    ),
    Broken(
        "an exercise of a claim is unknown",
        "exercises: [fist]",
        "exercises: [fist, first]",
        ("evidence.claims.grip.exercises.2: no exercise 'first'; did you mean 'fist'?",),
    ),
    Broken(
        "the exercise of the first button is unknown",
        "start: fist",
        "start: nowhere",
        ("home.start: no exercise 'nowhere'",),
    ),
    Broken(
        "the group of an outcome is unknown",
        "group: all",
        "group: none",
        ("evidence.studies.doe-study.outcomes.all-grip.group: no group 'none'; allowed: all",),
    ),
    Broken(
        "a dose has no kind",
        "          kind: time\n",
        "",
        ("exercises.spread.levels.light.dose: needs the key 'kind'",),
    ),
    Broken(
        "a dose is of no known kind",
        "kind: repetitions",
        "kind: repetition",
        (
            "exercises.fist.levels.open.dose: 'repetition' is no kind; did you mean 'repetitions'?; allowed: repetitions, time, steps",
        ),
    ),
    Broken(
        "a dose is a text",
        "dose:\n          kind: steps\n          sets: 2\n          steps: 10\n          seconds_each: 2\n          sides: together\n          basis:\n            kind: own\n            says: Made up for the tests.",
        "dose: two times",
        ("exercises.spread.levels.walk.dose: 'two times' is text; allowed: a map of keys",),
    ),
    Broken(
        "a range is the wrong way round",
        "8 to 12",
        "12 to 8",
        ("exercises.fist.levels.open.dose.repetitions: the lower number comes first, as in '8 to 12'",),
    ),
    Broken(
        "a range has no upper number",
        "8 to 12",
        "8 to",
        ("exercises.fist.levels.open.dose.repetitions: '8 to' is not a whole number",),
    ),
    Broken(
        "a range has a hyphen",
        "8 to 12",
        "8-12",
        ("exercises.fist.levels.open.dose.repetitions: '8-12' has a hyphen; write '8 to 12'",),
    ),
    Broken(
        "a range starts at nothing",
        "8 to 12",
        "0 to 12",
        ("exercises.fist.levels.open.dose.repetitions: 0 is too small; allowed: 1 or more",),
    ),
    Broken(
        "a basis in a study names no source",
        "says: Two rounds of a minute.\n            sources: [doe-2020]",
        "says: Two rounds of a minute.",
        (At("kind: used", "exercises.spread.levels.light.dose.basis: a basis of kind 'used' names its sources"),),
    ),
    Broken(
        "a day is named twice",
        "days: [mon, wed]",
        "days: [mon, wed, mon]",
        ("programmes.two-weeks.weeks.1.entries.2.days: names a day twice",),
    ),
    Broken(
        "a week has an exercise twice",
        "          - exercise: spread\n            level: light",
        "          - exercise: fist\n            level: open",
        ("programmes.two-weeks.weeks.1.entries.2: 'fist' is in this week twice; put its days together",),
    ),
    Broken(
        "a grade of the stop rules has no card",
        "      grade: urgent\n",
        "      grade: see\n",
        (At("title: Stay safe", "safety: has no card of grade: urgent"),),
    ),
    Broken(
        "a month is not of the calendar",
        "check_by: 2027-11-22",
        "check_by: 2026-13-01",
        ("guide.check_by: '2026-13-01' is not a day of the calendar, as in 2026-11-22",),
    ),
    Broken(
        "a day is not of the month",
        "check_by: 2027-11-22",
        "check_by: 2026-02-30",
        ("guide.check_by: '2026-02-30' is not a day of the calendar, as in 2026-11-22",),
    ),
    Broken(
        "a date is written the British way",
        "check_by: 2027-11-22",
        "check_by: 22/11/2026",
        ("guide.check_by: '22/11/2026' is not a date like 2026-11-22",),
    ),
    Broken(
        "a date has a time",
        "check_by: 2027-11-22",
        "check_by: 2026-11-22T10:00",
        ("guide.check_by: '2026-11-22T10:00' is not a date like 2026-11-22",),
    ),
    Broken(
        "a DOI is an address",
        "DOI: 10.1234/hands",
        "DOI: https://doi.org/10.1234/hands",
        (
            "evidence.sources.doe-2020.DOI: 'https://doi.org/10.1234/hands' has the wrong form; allowed: a DOI like 10.1155/2019/6947273, without https://",
        ),
    ),
    Broken(
        "a PMID has letters",
        "read: abstract\n",
        "read: abstract\n      PMID: PM123456\n",
        ("evidence.sources.doe-2020.PMID: 'PM123456' has the wrong form; allowed: 5 to 9 digits",),
    ),
    Broken(
        "a PMCID has no letters",
        "read: abstract\n",
        "read: abstract\n      PMCID: 1234567\n",
        ("evidence.sources.doe-2020.PMCID: '1234567' has the wrong form; allowed: PMC and 5 to 9 digits",),
    ),
    Broken(
        "an address is a script",
        "DOI: 10.1234/hands",
        "URL: javascript:alert(1)",
        (
            "evidence.sources.doe-2020.URL: 'javascript:alert(1)' is not a web address that starts with https:// or http://",
        ),
    ),
    Broken(
        "an address has a quote",
        "DOI: 10.1234/hands",
        "URL: 'https://a.example/\"onclick=x'",
        (
            "evidence.sources.doe-2020.URL: 'https://a.example/\"onclick=x' is not a web address that starts with https:// or http://",
        ),
    ),
    Broken(
        "a source can not be found",
        "      DOI: 10.1234/hands\n",
        "",
        (At("- id: doe-2020", "evidence.sources.doe-2020: needs a DOI or a URL"),),
    ),
    Broken(
        "an author has no name",
        "{literal: Hand Society}",
        "{given: J}",
        ("evidence.sources.doe-2020.author.2: has either 'family' (a person) or 'literal' (a body)",),
    ),
    Broken(
        "an author is both",
        "{literal: Hand Society}",
        "{literal: Hand Society, family: Doe}",
        ("evidence.sources.doe-2020.author.2: has either 'family' (a person) or 'literal' (a body)",),
    ),
    Broken(
        "a language tag is none",
        "side: hand",
        "side: hand\n  language: English",
        (
            At(
                "language: English",
                "guide.language: 'English' has the wrong form; allowed: a language tag like en or en-GB",
            ),
        ),
    ),
    Broken(
        "an id has capital letters",
        "id: grip",
        "id: Grip",
        (
            At("claims: [grip]", "evidence.answers.stronger.claims.1: no claim 'grip'; did you mean 'Grip'?"),
            "evidence.claims.Grip.id: 'Grip' is not an id: small letters and digits joined by hyphens",
        ),
    ),
    Broken(
        "an id has spaces",
        "id: grip",
        "id: the grip",
        (
            At("claims: [grip]", "evidence.answers.stronger.claims.1: no claim 'grip'; did you mean 'the grip'?"),
            "evidence.claims.the grip.id: 'the grip' is not an id: small letters and digits joined by hyphens",
        ),
    ),
    Broken(
        "an id has two hyphens together",
        "id: grip",
        "id: the--grip",
        (
            At("claims: [grip]", "evidence.answers.stronger.claims.1: no claim 'grip'; did you mean 'the--grip'?"),
            "evidence.claims.the--grip.id: 'the--grip' is not an id: small letters and digits joined by hyphens",
        ),
    ),
    Broken(
        "an id leaves its folder",
        "  - id: spread",
        "  - id: ../spread",
        (
            "exercises.../spread.id: '../spread' is not an id: small letters and digits joined by hyphens",
            At(
                "- exercise: spread",
                "programmes.two-weeks.weeks.1.entries.2.exercise: no exercise 'spread'; did you mean '../spread'?",
            ),
            At(
                "- exercise: spread\n            level: walk",
                "programmes.two-weeks.weeks.2.entries.1.exercise: no exercise 'spread'; did you mean '../spread'?",
            ),
        ),
    ),
    Broken(
        "an id is too long",
        "id: grip",
        "id: " + "g" * 61,
        (
            At("claims: [grip]", "evidence.answers.stronger.claims.1: no claim 'grip'"),
            "evidence.claims." + "g" * 61 + ".id: has 61 characters; allowed: at most 60",
        ),
    ),
    Broken(
        "an id is a list",
        "id: grip",
        "id: [grip]",
        (
            At("claims: [grip]", "evidence.answers.stronger.claims.1: no claim 'grip'"),
            "evidence.claims.1.id: is a list; allowed: text",
        ),
    ),
    Broken(
        "a value has an alias",
        "feel: Your fingers bend.\n    cues: [Slow]",
        "feel: &a Your fingers bend.\n    cues: [*a]",
        (At("cues: [*a]", "exercises.fist.cues.1: is used twice by an alias (*); write it out"),),
    ),
    Broken(
        "a list has an alias",
        "cues: [Slow]\n",
        "cues: &a [Slow]\n    also: *a\n",
        (At("also: *a", "exercises.fist.also: is used twice by an alias (*); write it out"),),
    ),
    Broken("an alias has no anchor", "cues: [Slow]", "cues: [*slow]", ("is not YAML: found undefined alias",)),
    Broken(
        "an anchor holds itself",
        "cues: [Slow]",
        "cues: &a [Slow, *a]",
        ("exercises.fist.cues.2: is used twice by an alias (*); write it out",),
    ),
    Broken(
        "a merge key is used",
        "    kind: mobility\n",
        "    kind: mobility\n    <<: {feel: Good.}\n",
        ("exercises.fist.<<: unknown key '<<'; allowed: " + EXERCISE_KEYS,),
    ),
    Broken(
        "a tag asks for an object",
        "name: Fist",
        "name: !!python/object/apply:os.system [id]",
        (
            "exercises.fist.name: has the tag 'tag:yaml.org,2002:python/object/apply:os.system'; tags (!) are not used here",
        ),
    ),
    Broken(
        "a tag is made up",
        "name: Fist",
        "name: !foo Fist",
        ("exercises.fist.name: has the tag '!foo'; tags (!) are not used here",),
    ),
    Broken(
        "a tag turns a text into a number",
        "sets: 3",
        "sets: !!int 3",
        ("exercises.fist.levels.open.dose.sets: has the tag 'tag:yaml.org,2002:int'; tags (!) are not used here",),
    ),
    Broken(
        "a tab indents",
        "  title: Hand Guide",
        "\ttitle: Hand Guide",
        ("is not YAML: while scanning for the next token found character that cannot start any token",),
    ),
    Broken(
        "a quote is not closed",
        "name: Fist",
        'name: "Fist',
        (
            At(
                'volume: "1"',
                'is not YAML: while parsing a block mapping did not find expected key; what it was reading begins in line {of id: fist}; the quotes that end in line {of volume: } begin in line {of name: "Fist}',
            ),
        ),
    ),
    Broken(
        "a bracket is not closed",
        "bullets: [Wait.]",
        "bullets: [Wait.",
        (
            At(
                "search:",
                "is not YAML: while parsing a flow sequence did not find expected ',' or ']'; what it was reading begins in line {of bullets: [Wait.}",
            ),
        ),
    ),
    Broken(
        "a colon is in plain text",
        "lead: How to help.",
        "lead: How: to help.",
        ("is not YAML: mapping values are not allowed in this context",),
    ),
    Broken(
        "a line is out of line",
        "    name: Fist",
        "   name: Fist",
        (
            "is not YAML: while parsing a block collection did not find expected '-' indicator; what it was reading begins in line {of - id: fist}",
        ),
    ),
    Broken(
        "the first key is deleted",
        "guide:\n",
        "",
        (
            At(
                "home:",
                "is not YAML: this belongs to nothing above it; check the indentation from the first line on",
            ),
        ),
    ),
    Broken(
        "there are two documents",
        "home:\n",
        "---\nhome:\n",
        (
            "is not YAML: expected a single document in the stream but found another document; what it was reading begins in line {of guide:}",
        ),
    ),
    Broken(
        "a control character is written as an escape",
        "name: Fist",
        'name: "Fi\\x02st"',
        ("exercises.fist.name: holds a control character (U+0002); delete it",),
    ),
    Broken(
        "a control character is in a DOI",
        "DOI: 10.1234/hands",
        'DOI: "10.1234/ha\\x02nds"',
        ("evidence.sources.doe-2020.DOI: holds a control character (U+0002); delete it",),
    ),
    Broken(
        "a character turns the text after it round",
        "name: Fist",
        "name: Fi\u202est",
        ("exercises.fist.name: holds a control character (U+202E); delete it",),
    ),
    Broken(
        "a control character is in the file",
        "name: Fist",
        "name: Fi\x02st",
        ("holds a control character (U+0002); delete it",),
    ),
    Broken(
        "a key is a list",
        "    kind: mobility\n",
        "    kind: mobility\n    ? [a, b]\n    : c\n",
        ("exercises.fist: a key is a list; keys are words",),
    ),
    Broken(
        "data is nested too deeply", "name: Fist", "name: " + "[" * 40 + "]" * 40, ("is nested deeper than 30 levels",)
    ),
    Broken(
        "data is nested beyond all measure", "name: Fist", "name: " + "[" * 100000, ("is nested deeper than 30 levels",)
    ),
    Broken(
        "a wrong value is very long",
        "kind: mobility",
        "kind: " + "m" * 1000,
        ("exercises.fist.kind: '" + "m" * 60 + "…' is not allowed; allowed: mobility, strength, gait, balance",),
    ),
    Broken(
        "a wrong value has a line break",
        "kind: mobility",
        'kind: "a\\nb"',
        ("exercises.fist.kind: 'a\\nb' is not allowed; allowed: mobility, strength, gait, balance",),
    ),
    Broken(
        "a wrong value writes from right to left",
        "id: grip",
        'id: "\\u202egrip"',
        (
            At("claims: [grip]", "evidence.answers.stronger.claims.1: no claim 'grip'; did you mean '\\u202egrip'?"),
            "evidence.claims.\\u202egrip.id: holds a control character (U+202E); delete it",
        ),
    ),
    Broken(
        "two versions share a name",
        "changes: [First words.]\n",
        "changes: [First words.]\n    - {version: 0.1.0, date: 2026-11-21, changes: [Nothing.]}\n",
        ("guide.releases.2.version: '0.1.0' is the version of two releases",),
    ),
    Broken(
        "the oldest release comes first",
        "changes: [First words.]\n",
        "changes: [First words.]\n    - {version: 0.2.0, date: 2026-11-23, changes: [More words.]}\n",
        ("guide.releases.2.date: is after the release above it; the newest release comes first",),
    ),
    Broken(
        "a release is older than ZIP files can hold",
        "date: 2026-11-22",
        "date: 1979-11-22",
        ("guide.releases.1.date: '1979-11-22' is not between the years 2000 and 2099",),
    ),
    Broken(
        "a release is in the year 9999",
        "date: 2026-11-22",
        "date: 9999-12-20",
        ("guide.releases.1.date: '9999-12-20' is not between the years 2000 and 2099",),
    ),
    Broken(
        "the next check is before the release",
        "check_by: 2027-11-22",
        "check_by: 2026-11-21",
        (
            "guide.check_by: is before the date of the newest release, 2026-11-22",
            At(
                "checked: 2026-11-22",
                "evidence.sources.doe-2020.checked: '2026-11-22' is after guide.check_by, 2026-11-21",
            ),
            At(
                "checked: 2026-11-22\n\npages",
                "evidence.claims.grip.checked: '2026-11-22' is after guide.check_by, 2026-11-21",
            ),
        ),
    ),
    Broken(
        "a source was read before it was published",
        "issued: 2020",
        "issued: 2027",
        (At("checked: 2026-11-22", "evidence.sources.doe-2020.checked: '2026-11-22' is before the year in 'issued'"),),
    ),
    Broken(
        "a source was read after the next check",
        "checked: 2026-11-22\n  studies",
        "checked: 2029-11-22\n  studies",
        ("evidence.sources.doe-2020.checked: '2029-11-22' is after guide.check_by, 2027-11-22",),
    ),
    Broken(
        "a claim was read after the next check",
        "checked: 2026-11-22\n\npages",
        "checked: 2029-11-22\n\npages",
        ("evidence.claims.grip.checked: '2029-11-22' is after guide.check_by, 2027-11-22",),
    ),
    Broken(
        "two exercises share a name",
        "name: Spread",
        "name: fist",
        ("exercises.spread.name: 'fist' is the name of fist too",),
    ),
    Broken(
        "a term says the name again",
        "term: finger abduction",
        "term: spread",
        ("exercises.spread.term: is the name too; leave it out",),
    ),
    Broken(
        "a former id is the id of another exercise",
        "former_ids: [fan]",
        "former_ids: [fan, fist]",
        ("exercises.spread.former_ids.2: the id 'fist' is or was the id of another exercise",),
    ),
    Broken(
        "a former id is the former id of another exercise",
        "  - id: fist\n",
        "  - id: fist\n    former_ids: [fan]\n",
        (
            At(
                "former_ids: [fan]\n    name: Spread",
                "exercises.spread.former_ids.1: the id 'fan' is or was the id of another exercise",
            ),
        ),
    ),
    Broken(
        "a former id is another level of the exercise",
        "former_ids: [fingers]",
        "former_ids: [fingers, light]",
        ("exercises.spread.levels.walk.former_ids.2: the id 'light' is or was the id of another level",),
    ),
    Broken(
        "a former id of a level is an anchor of its page",
        "former_ids: [fingers]",
        "former_ids: [how]",
        ("exercises.spread.levels.walk.former_ids.1: 'how' is an anchor that its page uses itself; choose another id",),
    ),
    Broken(
        "a former id is another programme",
        "former_ids: [bare]",
        "former_ids: [two-weeks]",
        ("programmes.no-band.former_ids.1: the id 'two-weeks' is or was the id of another programme",),
    ),
    Broken(
        "a former id of a programme looks like a week",
        "former_ids: [bare]",
        "former_ids: [week-1]",
        (
            "programmes.no-band.former_ids.1: 'week-1' is an address below the plan already, or looks like one; choose another id",
        ),
    ),
    Broken(
        "a former id of a page is an address of the guide",
        "former_ids: [carers]",
        "former_ids: [plan]",
        ("pages.helpers.former_ids.1: 'plan' is an address of the guide's own, or a language's; choose another id",),
    ),
    Broken(
        "a programme had no more weeks than it has",
        "    who_for: You have a band.\n",
        "    who_for: You have a band.\n    former_weeks: 2\n",
        (
            At(
                "former_weeks: 2",
                "programmes.two-weeks.former_weeks: is no more than the weeks that it has now, 2; leave it out",
            ),
        ),
    ),
    Broken(
        "an exercise has the id of a retired one",
        "  - id: wave\n",
        "  - id: fan\n",
        (
            At(
                "former_ids: [fan]\n    name: Spread",
                "exercises.spread.former_ids.1: 'fan' is the id of a retired exercise; ids are never used again",
            ),
        ),
    ),
    Broken(
        "what to do instead is nothing",
        "instead: spread",
        "instead: spred",
        ("retired.wave.instead: no exercise 'spred'; did you mean 'spread'?",),
    ),
    Broken(
        "a retired page has weeks",
        "says: Nobody read them.",
        "says: Nobody read them.\n    weeks: 9",
        (At("weeks: 9", "retired.notes.weeks: is for a retired programme alone; leave it out"),),
    ),
    Broken(
        "a retired id is an address of the guide",
        "  - id: notes\n",
        "  - id: plan\n",
        ("retired.plan: has an id that is an address of the guide's own",),
    ),
    Broken(
        "a retired thing has the former id of another",
        "    kind: programme\n",
        "    kind: programme\n    former_ids: [wave]\n",
        (
            At(
                "former_ids: [wave]",
                "retired.one-week.former_ids.1: the id 'wave' is or was the id of another retired thing",
            ),
        ),
    ),
    Broken(
        "a word is explained twice",
        "forms: [grips]",
        "forms: [Grip]",
        ("glossary.grip: 'grip' is explained twice; delete one",),
    ),
    Broken(
        "an id is a device on Windows",
        "id: helpers",
        "id: con",
        ("pages.con.id: 'con' cannot be the name of a file on Windows; choose another id",),
    ),
    Broken(
        "an id is a numbered device on Windows",
        "former_ids: [fan]",
        "former_ids: [com1]",
        ("exercises.spread.former_ids.1: 'com1' cannot be the name of a file on Windows; choose another id",),
    ),
    Broken(
        "a bracket is never closed",
        "muscles: The muscles that bend the fingers.",
        "muscles: [The muscles that bend the fingers.",
        (
            At(
                "technique:",
                "is not YAML: while parsing a flow sequence did not find expected ',' or ']'; what it was reading begins in line {of [The muscles}",
            ),
        ),
    ),
    Broken(
        "data is nested too deeply by pairs of brackets",
        "name: Fist",
        "name: " + "[[]," * 40,
        ("is nested deeper than 30 levels",),
    ),
    Broken(
        "data is nested too deeply by maps",
        "name: Fist",
        "name: " + "{a: [], b: " * 100000,
        ("is nested deeper than 30 levels",),
    ),
    Broken(
        "a level has the id of a part of its page",
        "id: open\n",
        "id: how\n",
        (
            "exercises.fist.levels.how.id: 'how' is an anchor that its page uses itself; choose another id",
            At(
                "level: open\n            days: [mon, tue",
                "programmes.two-weeks.weeks.1.entries.1.level: no level of fist 'open'",
            ),
            At(
                "level: open\n            days: [mon]",
                "programmes.two-weeks.weeks.2.entries.2.level: no level of fist 'open'",
            ),
            At(
                "level: open\n            days: [tue",
                "programmes.no-band.weeks.1.entries.1.level: no level of fist 'open'",
            ),
        ),
    ),
    Broken(
        "a card has the id of a part of the safety page",
        "id: stop-now",
        "id: soreness",
        ("safety.cards.soreness.id: 'soreness' is an anchor that its page uses itself; choose another id",),
    ),
    Broken(
        "a card has the id of a country",
        "id: stop-now",
        "id: utopia",
        (At("id: utopia\n      name", "safety.countries.utopia.id: 'utopia' is the id of a card too"),),
    ),
    Broken(
        "a card has the id of a jump of the safety page",
        "id: stop-now",
        "id: today",
        ("safety.cards.today.id: 'today' is an anchor that its page uses itself; choose another id",),
    ),
    Broken(
        "a study has the id of a part of the evidence pages",
        "id: doe-study",
        "id: references",
        (
            At("studies: [doe-study]", "evidence.answers.stronger.studies.1: no study 'doe-study'"),
            "evidence.studies.references.id: 'references' is an anchor that its page uses itself; choose another id",
        ),
    ),
    Broken(
        "a section has an id that pages give to hard words",
        "id: how\n",
        "id: word-grip\n",
        ("pages.helpers.sections.word-grip.id: 'word-grip' is an anchor that its page uses itself; choose another id",),
    ),
    Broken(
        "a section of the first page has the id of its cards",
        "id: who",
        "id: exercises",
        ("home.sections.exercises.id: 'exercises' is an anchor that its page uses itself; choose another id",),
    ),
    Broken(
        "an exercise takes the page of all exercises",
        "  - id: spread",
        "  - id: index",
        (
            "exercises.index.id: 'index' is the page of all exercises; choose another id",
            At(
                "exercise: spread\n            level: light",
                "programmes.two-weeks.weeks.1.entries.2.exercise: no exercise 'spread'",
            ),
            At(
                "exercise: spread\n            level: walk",
                "programmes.two-weeks.weeks.2.entries.1.exercise: no exercise 'spread'",
            ),
        ),
    ),
    Broken(
        "the search leads to a place that is not there",
        "to: safety/}",
        "to: safty/}",
        ("search.leads.1.to: no place 'safty/'; did you mean 'safety/'?",),
    ),
    *(
        Broken(
            f"a page takes the address {name}",
            "id: helpers",
            f"id: {name}",
            (f"pages.{name}.id: '{name}' is an address of the guide's own, or a language's; choose another id",),
        )
        for name in ("plan", "today", "print", "embed", "schedule", "de", "pt-br")
    ),
)
