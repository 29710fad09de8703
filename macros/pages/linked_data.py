"""What each page is, for machines: JSON-LD in the terms of schema.org, beside the words that people read.

Nothing stands here that the page does not say: no review before there was one, no intensity, no effect.
"""

import json
import re
from collections.abc import Iterator

from markupsafe import Markup

from macros import plan
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.model.dose import Repetitions, Steps, Time, seconds
from macros.data.model.exercise import Exercise
from macros.data.model.source import Name, Source
from macros.pages.render import link
from macros.wording.phrases import days_phrase, dose_phrase, words

Node = dict[str, object]
DOI = "https://doi.org/"


class LinkedData:
    """Describes the pages of one guide."""

    def __init__(self, guide: Guide, clinic: Clinic, site: str) -> None:
        """Gather what pages share; *site* is the site's address, where that is known."""
        self._guide = guide
        self._clinic = clinic
        self._root = f"{site.rstrip('/')}/" if site else ""
        self._here = ""
        self._licence: Node = {"@type": "CreativeWork", "name": guide.guide.licence}
        self._exercises = {f"exercises/{exercise.id}/": exercise for exercise in guide.exercises}
        self._sources = {source.id: source for source in guide.evidence.sources}

    def script(self, address: str, title: str, summary: str) -> Markup:
        """Return the page at *address* as the text of a script; no data in it can end that script."""
        self._here = address
        graph = {"@context": "https://schema.org", "@graph": list(self._graph(address, title, summary))}
        text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
        return Markup(re.sub("[<>&\u2028\u2029]", lambda sign: f"\\u{ord(sign[0]):04x}", text))  # noqa: S704 - escaped

    def _graph(self, address: str, title: str, summary: str) -> Iterator[Node]:
        page = self._page(address, title, summary)
        yield page
        yield self._site
        if trail := self._trail(address, title):
            page["breadcrumb"] = trail
        if exercise := self._exercises.get(address):
            page["mainEntity"] = self._plan_of(exercise)
            page["citation"] = [self._cited(id_) for id_ in sources_of(exercise)]
        elif week := re.fullmatch(r"schedule/week-(\d+)/", address):
            page["mainEntity"] = self._week(int(week[1]))
        elif address == "schedule/":
            page["mainEntity"] = self._programme
        elif address == "evidence/":
            page["citation"] = [self._source(source) for source in self._guide.evidence.sources]

    def _page(self, address: str, title: str, summary: str) -> Node:
        about = self._guide.guide
        made: Node = {
            "@type": "MedicalWebPage",
            "@id": self._at(address),
            "name": title,
            "description": summary,
            "inLanguage": about.language,
            "license": self._licence,
            "version": about.version,
            "dateModified": about.released.isoformat(),
            "isPartOf": {"@id": self._at("#site")},
            "audience": {"@type": "PeopleAudience", "audienceType": words().machines["audience"]},
        }
        if self._root:
            made["url"] = self._at(address)
        if about.review:
            made |= {"lastReviewed": about.review.date.isoformat()}
            made |= {"reviewedBy": {"@type": "Person", "name": about.review.by}}
        return made

    @property
    def _site(self) -> Node:
        about = self._guide.guide
        made: Node = {
            "@type": "WebSite",
            "@id": self._at("#site"),
            "name": about.title,
            "inLanguage": about.language,
            "license": self._licence,
            "version": about.version,
            "datePublished": about.released.isoformat(),
            "creditText": about.credit,
        }
        if self._clinic.name:
            host: Node = {"@type": "Organization", "name": self._clinic.name}
            made["publisher"] = host | ({"url": self._clinic.url} if self._clinic.url else {})
        return made

    def _trail(self, address: str, title: str) -> Node | None:
        """Return the way from the first page to a page below another; none where there is no page between."""
        parts = address.strip("/").split("/")
        if len(parts) != len(("exercises", "short-foot")):
            return None
        menu = words().menu
        between = {"exercises": menu["exercises"], "schedule": self._guide.programme.title}.get(parts[0], parts[0])
        steps = (("", menu["home"]), (f"{parts[0]}/", between), (address, title))
        items = [
            {"@type": "ListItem", "position": place, "name": name, "item": {"@id": self._at(way)}}
            for place, (way, name) in enumerate(steps, 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def _plan_of(self, exercise: Exercise) -> Node:
        """Return an exercise with the dose of its first level, the one the page shows first."""
        dose = exercise.levels[0].dose
        made: Node = {
            "@type": "ExercisePlan",
            "@id": self._at(f"exercises/{exercise.id}/#plan"),
            "name": exercise.name,
            "description": exercise.summary,
            "exerciseType": words().kinds[exercise.kind],
            "activityDuration": f"PT{seconds(dose)}S",
            "additionalVariable": dose_phrase(dose, self._guide.guide.side),
        }
        match dose:
            case Repetitions():
                made["repetitions"] = _range(dose.repetitions.low, dose.repetitions.high)
            case Steps():
                made["repetitions"] = dose.steps
            case Time():
                pass
        if dose.rest and dose.sets > 1:
            made["restPeriods"] = {"@type": "QuantitativeValue", "value": dose.rest, "unitCode": "SEC"}
        if exercise.also_called:
            made["alternateName"] = list(exercise.also_called)
        if exercise.figure:
            made["image"] = self._at(f"figures/{exercise.figure}.png")
        return made

    def _week(self, number: int) -> Node:
        laid = plan.sheet(self._guide, number)
        rows = [
            {
                "@type": "ExercisePlan",
                "name": row.exercise.name,
                "isBasedOn": {"@id": self._at(f"exercises/{row.exercise.id}/#plan")},
                "activityFrequency": days_phrase([day for day, on in zip(words().days, row.days, strict=True) if on]),
                "additionalVariable": dose_phrase(row.level.dose, self._guide.guide.side),
            }
            for row in laid.rows
        ]
        return {
            "@type": "ExercisePlan",
            "@id": self._at(f"schedule/week-{number}/#plan"),
            "name": f"{words().menu['week']} {number}",
            "description": laid.week.focus,
            "isPartOf": {"@id": self._at("schedule/#plan")},
            "hasPart": rows,
        }

    @property
    def _programme(self) -> Node:
        programme = self._guide.programme
        weeks = [{"@id": self._at(f"schedule/week-{number}/#plan")} for number in range(1, len(programme.weeks) + 1)]
        return {
            "@type": "ExercisePlan",
            "@id": self._at("schedule/#plan"),
            "name": programme.title,
            "description": programme.summary,
            "activityDuration": f"P{len(weeks)}W",
            "hasPart": weeks,
        }

    def _cited(self, id_: str) -> Node:
        source = self._sources[id_]
        return {"@type": _kind(source), "@id": self._at(f"evidence/#ref-{id_}"), "name": source.title}

    def _source(self, source: Source) -> Node:
        made: Node = self._cited(source.id)
        if source.author:
            made["author"] = [_who(name) for name in source.author]
        if source.issued:
            made["datePublished"] = str(source.issued)
        if source.container_title:
            made["isPartOf"] = {"@type": _container(source), "name": source.container_title}
        same = [f"{DOI}{source.DOI}"] if source.DOI else []
        same += [f"https://pubmed.ncbi.nlm.nih.gov/{source.PMID}/"] if source.PMID else []
        same += [f"https://pmc.ncbi.nlm.nih.gov/articles/{source.PMCID}/"] if source.PMCID else []
        if same:
            made["sameAs"] = same
        if source.URL:
            made["url"] = source.URL
        return made

    def _at(self, address: str) -> str:
        """Return an address of the site: whole where the site's own is known, else the way from this page."""
        return f"{self._root}{address}" if self._root else link(address, self._here)


def sources_of(exercise: Exercise) -> list[str]:
    """Return the ids of the sources that an exercise's technique and doses rest on, each once, in order."""
    bases = (exercise.technique, *(level.dose.basis for level in exercise.levels))
    return list(dict.fromkeys(source for basis in bases for source in basis.sources))


def _range(low: int, high: int) -> object:
    return low if low == high else {"@type": "QuantitativeValue", "minValue": low, "maxValue": high}


def _kind(source: Source) -> str:
    kinds = {"article-journal": "MedicalScholarlyArticle", "webpage": "WebPage", "report": "Report", "thesis": "Thesis"}
    return kinds[source.type]


def _container(source: Source) -> str:
    return {"article-journal": "Periodical", "webpage": "WebSite"}.get(source.type, "CreativeWork")


def _who(name: Name) -> Node:
    if name.literal:
        return {"@type": "Organization", "name": name.literal}
    made: Node = {"@type": "Person", "familyName": name.family}
    return made | ({"givenName": name.given} if name.given else {})
