"""A programme as a calendar file: its texts, for the build and the page, and the file that the build makes.

`docs/assets/js/own/calendar-file.js` makes the same file from the same texts, for the start that a reader picks.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event, vText

from macros import addresses
from macros.data.model import Guide
from macros.data.model.clinic import Course
from macros.data.model.former import first_id
from macros.data.model.programme import DAYS, Day, Programme
from macros.data.model.safety import Place
from macros.edition import Edition
from macros.plan import Sheet, SheetRow, sheets
from macros.wording.calls import emergency_call
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels
from macros.wording.text import count, sentence

AHEAD = 15
"""Minutes before a session when the alarm sounds: time to get the equipment."""

HOST = "foot-core-guide"
"""Ends every UID. It names this generator and never changes."""

DIGITS = 10
"""Digits before it that tell hosts apart."""

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""SEQUENCE counts the seconds from here, which fit into its 31 bits until 2094."""


@dataclass(frozen=True)
class Session:
    """A day of a programme that has exercises."""

    week: int
    day: Day
    minutes: int
    summary: str
    description: str
    page: str
    """Address of the week's page, seen from the site's root."""

    exercises: tuple[str, ...]
    """Ids of its exercises."""


@dataclass(frozen=True)
class CalendarTexts:
    """All that a calendar file holds but the start, the time and the days; the page carries it as JSON."""

    id: str
    host: str
    """Follows the @ of every UID: two sites never update each other's sessions."""

    maker: str
    name: str
    alarm: str
    ahead: int
    stop: str
    """When to stop and whom to call; ends every description."""

    link: str
    """Comes before the address of a week's page."""

    site: str
    """The site's address, or nothing where the build does not know it; the page then uses its own."""

    changed: datetime
    """When the data was last changed."""

    sequence: int
    """Rises with every change, so that calendars take the newer file; the same for the build and the page.

    It comes from the day of the release, or the later one on which a clinic says that it changed something, or from
    SOURCE_DATE_EPOCH; never from the times of files, so that every clone makes the same calendar.

    A reader who makes a file again at another hour has the same sequence; then the later DTSTAMP counts, and the page
    puts the moment of making there.
    """

    sessions: tuple[Session, ...]
    exercises: Mapping[str, str]
    """Names by id, of the exercises in the sessions."""

    def to_json(self) -> dict[str, object]:
        """Return what the page carries."""
        return asdict(self) | {"changed": f"{self.changed:%Y%m%dT%H%M%SZ}"}


class _Text(vText):
    """Text as RFC 5545 escapes it; the library's own way turns a backslash and an N into a new line."""

    def to_ical(self) -> bytes:
        return re.sub(r"([\\;,])", r"\\\1", self).replace("\n", r"\n").encode()


def calendar_texts(edition: Edition, programme: Programme) -> CalendarTexts:
    """Return the texts of every session of a programme."""
    guide, label = edition.guide, labels().calendar
    return CalendarTexts(
        id=first_id(programme),
        host=_host(edition),
        maker=f"-//{HOST}//{first_id(programme)}//{guide.guide.language.upper()}",
        name=f"{guide.guide.title}: {programme.title}",
        alarm=label.alarm.format(minutes=count(AHEAD, labels().minute)),
        ahead=AHEAD,
        stop="\n".join(_stop(guide, edition.country)),
        link=label.link,
        site=edition.absolute(addresses.HOME) or "",
        changed=edition.changed,
        sequence=max(0, int((edition.changed - EPOCH).total_seconds())),
        sessions=tuple(session for week in sheets(guide, programme) for session in _sessions(guide, week)),
        exercises={one.id: one.name for one in guide.exercises if one.id in programme.exercises},
    )


def own_plan_texts(edition: Edition) -> dict[str, object]:
    """Return what the calendar of a plan that a reader makes has in common with the guide's own, and what forms say."""
    guide, label = edition.guide, labels().calendar
    texts = calendar_texts(edition, guide.programme).to_json()
    shared = {key: texts[key] for key in ("host", "maker", "alarm", "ahead", "stop", "changed", "sequence")}
    own = {"name": f"{guide.guide.title}: {label.own_plan}", "link": label.own_link}
    says = label.model_dump(include={"made", "no_date", "no_time", "no_day", "unreached", "unreached_one"})
    return {"texts": shared | own, "summary": label.summary, "page": addresses.OWN_PLAN, "says": says}


def _host(edition: Edition) -> str:
    """Return HOST, after a digest of the site's address, else of the clinic; alone where neither is known."""
    clinic = edition.clinic
    known = edition.site.partition("://")[2].rstrip("/") or "\n".join(filter(None, (clinic.name, clinic.url)))
    return f"{hashlib.sha256(known.encode()).hexdigest()[:DIGITS]}.{HOST}" if known else HOST


def _sessions(guide: Guide, week: Sheet) -> Iterator[Session]:
    what = guide.guide.title if week.is_main else week.programme.title
    title = labels().calendar.summary.format(guide=what, week=week.number)
    for place, day in enumerate(DAYS):
        rows = [row for row in week.rows if row.days[place]]
        if rows:
            minutes = week.minutes[place]
            about = [sentence(week.week.focus), f"{labels().about_minutes} {count(minutes, labels().minute)}."]
            doses = [_exercise(guide, row) for row in rows]
            text = "\n".join([*about, "", *doses])
            ids = tuple(row.exercise.id for row in rows)
            yield Session(week.number, day, minutes, title, text, week.address, ids)


def _exercise(guide: Guide, row: SheetRow) -> str:
    return f"- {row.exercise.name}, {row.level.name}: {dose_phrase(row.level.dose, guide.guide.side)}"


def _stop(guide: Guide, place: Place) -> tuple[str, ...]:
    """Return the short stop rules, which are on every sheet too, and whom to call."""
    safety = guide.safety
    signs = (f"- {sign}" for sign in safety.signs("stop"))
    call = emergency_call(safety, place)
    return f"{labels().stop_if}:", *signs, safety.at_once, f"{call.where}: {call.says}"


def to_ics(texts: CalendarTexts, course: Course) -> bytes:
    """Return the calendar file of a course: every session, from its first day on, at its hour."""
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", _Text(texts.maker))
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("NAME", _Text(texts.name))
    calendar.add("X-WR-CALNAME", _Text(texts.name))
    for day, session in dates(texts, course.start):
        calendar.add_component(_event(texts, session, course, day))
    return bytes(calendar.to_ical(sorted=False))


def dates(texts: CalendarTexts, start: date) -> Iterator[tuple[date, Session]]:
    """Yield each session with its date, in order.

    Week n is the 7 days from *start* + 7(n - 1), whatever weekday that is; each date has that weekday's exercises of
    that week, because the sheets go by weekday.
    """
    by_day = {(session.week, session.day): session for session in texts.sessions}
    for offset in range(7 * max(session.week for session in texts.sessions)):
        day = start + timedelta(days=offset)
        if session := by_day.get((offset // 7 + 1, DAYS[day.weekday()])):
            yield day, session


def _event(texts: CalendarTexts, session: Session, course: Course, day: date) -> Event:
    begin = datetime.combine(day, time.fromisoformat(course.time))  # no time zone: it holds over a clock change
    address = texts.site + session.page if texts.site else ""
    parts = (session.description, texts.stop, *((f"{texts.link} {address}",) if address else ()))
    event = Event()
    event.add("UID", _Text(f"{texts.id}-{course.start}-week-{session.week}-{session.day}@{texts.host}"))
    event.add("DTSTAMP", texts.changed)
    event.add("LAST-MODIFIED", texts.changed)
    event.add("SEQUENCE", texts.sequence)
    event.add("DTSTART", begin)
    event.add("DTEND", begin + timedelta(minutes=session.minutes))
    event.add("SUMMARY", _Text(session.summary))
    event.add("DESCRIPTION", _Text("\n\n".join(parts)))
    if address:
        event.add("URL", address)
    event.add_component(_alarm(texts))
    return event


def _alarm(texts: CalendarTexts) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("TRIGGER", timedelta(minutes=-texts.ahead))
    alarm.add("DESCRIPTION", _Text(texts.alarm))
    return alarm
