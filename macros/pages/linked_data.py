"""What each page is, for machines: JSON-LD in the terms of schema.org.

Nothing is in it that the page does not say: no review before there was one, no intensity, no effect.
"""

import json
import re
from collections.abc import Iterator

from markupsafe import Markup

from macros import addresses, plan
from macros.data.model.dose import Repetitions, Steps, Time, seconds
from macros.data.model.exercise import Exercise
from macros.data.model.programme import Programme
from macros.data.model.source import Name, Source
from macros.edition import Edition
from macros.plan import Sheet
from macros.wording.dates import days_phrase
from macros.wording.doses import dose_phrase
from macros.wording.labels import labels

Node = dict[str, object]
DOI = "https://doi.org/"
PLAN_NODE = "plan"
"""Fragment of the node that describes an exercise, a week or the plan; no anchor of the page."""

SITE_NODE = "#site"


class LinkedData:
    """Describes the pages of one edition."""

    def __init__(self, edition: Edition) -> None:
        """Gather what pages share."""
        self._edition = edition
        self._exercises = {addresses.exercise(exercise.id): exercise for exercise in edition.guide.exercises}
        self._programmes = {edition.guide.plan_page(programme): programme for programme in edition.guide.programmes}
        self._weeks = {sheet.address: sheet for sheet in plan.all_sheets(edition.guide)}

    def script(self, address: str, title: str, summary: str) -> Markup:
        """Return the page at *address* as the text of a script; no data in it can end that script."""
        nodes = list(self._nodes(address, title, summary))
        text = json.dumps(
            {"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":")
        )
        return Markup(re.sub("[<>&\u2028\u2029]", lambda sign: f"\\u{ord(sign[0]):04x}", text))  # noqa: S704 - escaped

    def _nodes(self, address: str, title: str, summary: str) -> Iterator[Node]:
        describe = _PageNodes(self._edition, address)
        page = describe.page(title, summary)
        yield page
        yield describe.site
        if trail := describe.trail(title):
            page["breadcrumb"] = trail
        if exercise := self._exercises.get(address):
            page["mainEntity"] = describe.exercise(exercise)
            page["citation"] = [describe.cited(id_) for id_ in exercise.sources]
        elif week := self._weeks.get(address):
            page["mainEntity"] = describe.week(week)
        elif programme := self._programmes.get(address):
            page["mainEntity"] = describe.programme(programme)
        elif address == addresses.STUDIES:
            page["citation"] = [describe.source(source) for source in describe.sources_of_studies]
        elif address == addresses.SOURCES:
            page["citation"] = [describe.source(source) for source in self._edition.guide.evidence.sources]


class _PageNodes:
    """The nodes of one page; their addresses are absolute where the site's own is known, else relative to the page."""

    def __init__(self, edition: Edition, here: str) -> None:
        self._edition = edition
        self._guide = edition.guide
        self._clinic = edition.clinic
        self._here = here
        self._licence: Node = {"@type": "CreativeWork", "name": edition.guide.guide.licence}

    def page(self, title: str, summary: str) -> Node:
        """Return the page itself."""
        about = self._guide.guide
        node: Node = {
            "@type": "MedicalWebPage",
            "@id": self._at(self._here),
            "name": title,
            "description": summary,
            "inLanguage": about.language,
            "license": self._licence,
            "version": about.version,
            "dateModified": about.released.isoformat(),
            "isPartOf": {"@id": self._at(SITE_NODE)},
            "audience": {"@type": "PeopleAudience", "audienceType": labels().linked_data.audience},
        }
        if self._edition.site:
            node["url"] = self._at(self._here)
        if about.review and self._edition.marks.is_whole(self._here):
            node |= {"lastReviewed": about.review.date.isoformat()}
            node |= {"reviewedBy": {"@type": "Person", "name": about.review.by}}
        return node

    @property
    def site(self) -> Node:
        """Return the site that the page is part of."""
        about = self._guide.guide
        node: Node = {
            "@type": "WebSite",
            "@id": self._at(SITE_NODE),
            "name": about.title,
            "inLanguage": about.language,
            "license": self._licence,
            "version": about.version,
            "datePublished": about.released.isoformat(),
            "creditText": about.credit,
        }
        if self._clinic.name:
            host: Node = {"@type": "Organization", "name": self._clinic.name}
            node["publisher"] = host | ({"url": self._clinic.url} if self._clinic.url else {})
        return node

    def trail(self, title: str) -> Node | None:
        """Return the way from the first page to a page below another; None where there is no page between."""
        above = addresses.parents(self._here)
        if not above:
            return None
        menu = labels().menu
        names = {self._guide.plan_page(programme): programme.title for programme in self._guide.programmes}
        names |= {addresses.EXERCISES: menu.exercises, addresses.EVIDENCE: self._guide.evidence.title}
        names |= {addresses.exercise(exercise.id): exercise.name for exercise in self._guide.exercises}
        between = [(parent, names[parent]) for parent in above]
        steps = ((addresses.HOME, menu.home), *between, (self._here, title))
        items = [
            {"@type": "ListItem", "position": place, "name": name, "item": {"@id": self._at(address)}}
            for place, (address, name) in enumerate(steps, 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def exercise(self, exercise: Exercise) -> Node:
        """Return an exercise with the dose of its first level, the one the page shows first."""
        dose = exercise.levels[0].dose
        node: Node = {
            "@type": "ExercisePlan",
            "@id": self._at(addresses.exercise(exercise.id, PLAN_NODE)),
            "name": exercise.name,
            "description": exercise.summary,
            "exerciseType": labels().kinds[exercise.kind],
            "activityDuration": f"PT{seconds(dose)}S",
            "additionalVariable": dose_phrase(dose, self._guide.guide.side),
        }
        match dose:
            case Repetitions():
                node["repetitions"] = _range(dose.repetitions.low, dose.repetitions.high)
            case Steps():
                node["repetitions"] = dose.steps
            case Time():
                pass
        if dose.rest and dose.sets > 1:
            node["restPeriods"] = {"@type": "QuantitativeValue", "value": dose.rest, "unitCode": "SEC"}
        if names := [*filter(None, [exercise.term]), *exercise.also_called]:
            node["alternateName"] = names
        if exercise.figure:
            node["image"] = self._at(addresses.figure(exercise.figure, "png"))
        return node

    def week(self, sheet: Sheet) -> Node:
        """Return a week with its exercises."""
        rows = [
            {
                "@type": "ExercisePlan",
                "name": row.exercise.name,
                "isBasedOn": {"@id": self._at(addresses.exercise(row.exercise.id, PLAN_NODE))},
                "activityFrequency": days_phrase([day for day, on in zip(labels().days, row.days, strict=True) if on]),
                "additionalVariable": dose_phrase(row.level.dose, self._guide.guide.side),
            }
            for row in sheet.rows
        ]
        return {
            "@type": "ExercisePlan",
            "@id": self._at(addresses.at(sheet.address, PLAN_NODE)),
            "name": sheet.name,
            "description": sheet.week.focus,
            "isPartOf": {"@id": self._at(addresses.at(sheet.plan, PLAN_NODE))},
            "hasPart": rows,
        }

    def programme(self, programme: Programme) -> Node:
        """Return a whole programme."""
        sheets = plan.sheets(self._guide, programme)
        weeks = [{"@id": self._at(addresses.at(sheet.address, PLAN_NODE))} for sheet in sheets]
        return {
            "@type": "ExercisePlan",
            "@id": self._at(addresses.at(self._guide.plan_page(programme), PLAN_NODE)),
            "name": programme.title,
            "description": programme.summary,
            "activityDuration": f"P{len(weeks)}W",
            "hasPart": weeks,
        }

    def cited(self, id_: str) -> Node:
        """Return a source by its title alone."""
        source = self._guide.evidence.source(id_)
        return {"@type": _kind(source), "@id": self._at(addresses.reference(id_)), "name": source.title}

    @property
    def sources_of_studies(self) -> list[Source]:
        """Return the source of each study and what else was read about it, each once."""
        ids = (id_ for study in self._guide.evidence.studies for id_ in (study.source, *study.sources))
        return [self._guide.evidence.source(id_) for id_ in dict.fromkeys(ids)]

    def source(self, source: Source) -> Node:
        """Return a source with everything known of it."""
        node: Node = self.cited(source.id)
        if source.author:
            node["author"] = [_who(name) for name in source.author]
        if source.issued:
            node["datePublished"] = str(source.issued)
        if source.container_title:
            node["isPartOf"] = {"@type": _container(source), "name": source.container_title}
        same = [f"{DOI}{source.DOI}"] if source.DOI else []
        same += [f"https://pubmed.ncbi.nlm.nih.gov/{source.PMID}/"] if source.PMID else []
        same += [f"https://pmc.ncbi.nlm.nih.gov/articles/{source.PMCID}/"] if source.PMCID else []
        if same:
            node["sameAs"] = same
        if source.URL:
            node["url"] = source.URL
        return node

    def _at(self, address: str) -> str:
        return self._edition.absolute(address) or addresses.way(address, self._here)


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
    node: Node = {"@type": "Person", "familyName": name.family}
    return node | ({"givenName": name.given} if name.given else {})
