"""Sources as people read them: who wrote one, where it was published, in one paragraph."""

from macros.data.model.source import Name, Source
from macros.wording.labels import labels
from macros.wording.text import sentence


def author(name: Name) -> str:
    """Return 'Sulowska I', or the name of a body."""
    return name.literal or " ".join(part for part in (name.family, name.given) if part)


def source_name(source: Source) -> str:
    """Return the title of *source*, or in brackets what it is where the title is not known."""
    return source.title or f"[{source.described_as}]"


def authors(source: Source) -> str:
    """Return all authors of *source*, in order."""
    return ", ".join(map(author, source.author))


def short_reference(source: Source) -> str:
    """Return the first author, the year and where to find *source*: 'Sulowska 2019, doi:10.1155/2019/6947273'."""
    where = f"doi:{source.DOI}" if source.DOI else f"{source.URL}"
    return f"{short_name(source)}, {where}"


def short_name(source: Source) -> str:
    """Return the first author and the year: 'Sulowska 2019'."""
    first = (source.author[0].family or source.author[0].literal) if source.author else source.container_title
    return " ".join(filter(None, (first or source_name(source), str(source.issued or ""))))


def published(source: Source) -> str:
    """Return where *source* was published: 'BioMed Research International 2019;2019:6947273'."""
    volume = f"{source.volume or ''}" + (f"({source.issue})" if source.issue else "")
    pages = source.number or source.page
    place = volume + (f":{pages}" if volume and pages else pages or "")
    when = ";".join(filter(None, (str(source.issued or ""), place)))
    return " ".join(filter(None, (source.container_title, when))) + "." if source.container_title or when else ""


def reference(source: Source) -> str:
    """Return *source* as one paragraph, with how it was read."""
    address = f"doi:{source.DOI}." if source.DOI else f"{source.URL}."
    names = authors(source) and f"{authors(source)}."
    parts = (names, sentence(source_name(source)), published(source), address, labels().read[source.read], source.note)
    return " ".join(filter(None, parts))
