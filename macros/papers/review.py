"""The review sheet: every text that a clinician has to check, with boxes. It is no paper of the site."""

from collections.abc import Iterable
from itertools import groupby

from macros import addresses
from macros.data.model import Guide
from macros.edition import Edition
from macros.papers import typst_pdf
from macros.papers.layout import Data, Layout
from macros.pictures import Pictures
from macros.plan import all_sheets
from macros.review.item import Item
from macros.review.texts import texts
from macros.wording.labels import labels

NAME = "review"
"""Its template, and the function in it."""


def review_pdf(edition: Edition, pictures: Pictures) -> bytes:
    """Return the sheet for *edition* as a PDF."""
    guide, templates = edition.guide, typst_pdf.templates((NAME,))
    drawn = {
        id_: {"svg": pictures.printed(id_).read_text("utf-8"), "alt": figure.alt}
        for id_, figure in guide.figures.items()
    }
    data: Data = {
        **Layout(edition).shared(),
        "labels": labels().model_dump(mode="json", include=templates.labels),
        "kind": NAME,
        "title": labels().review.title.format(guide=guide.guide.title),
        "paper": edition.clinic.paper.typst,
        "large": False,
        "landscape": True,
        "foot_at_end": False,
        "most_pages": None,
        "pictures": drawn,
        "body": _body(guide),
    }
    return typst_pdf.pdf(templates, data, guide.guide.released)


def _body(guide: Guide) -> Data:
    names = _names(guide)
    pages = groupby(texts(guide), key=lambda item: item.page)
    return {
        "words": labels().review.model_dump(),
        "pages": [{"name": names[page], "groups": _groups(items)} for page, items in pages],
    }


def _groups(items: Iterable[Item]) -> list[Data]:
    """Return the items that follow each other and rest on the same, under a number; a source is written out once."""
    numbers: dict[str, int] = {}
    groups: list[Data] = []
    for source, group in groupby(items, key=lambda item: item.source):
        groups.append({"source": _numbered(source, numbers) if source else None, "items": list(map(_item, group))})
    return groups


def _numbered(source: str, numbers: dict[str, int]) -> Data:
    says = labels().review.as_above if source in numbers else source
    return {"number": str(numbers.setdefault(source, len(numbers) + 1)), "says": says}


def _item(item: Item) -> Data:
    picture = item.id.removeprefix("figures.") if item.figure else None
    return {"id": item.id, "text": item.text, "picture": picture}


def _names(guide: Guide) -> dict[str | None, str]:
    """Return what each page is called, by its address."""
    return {
        None: labels().pictures,
        addresses.SAFETY: guide.safety.title,
        **{addresses.exercise(exercise.id): exercise.full_name for exercise in guide.exercises},
        **{guide.plan_page(programme): programme.title for programme in guide.programmes},
        **{sheet.address: sheet.name for sheet in all_sheets(guide)},
        addresses.HOME: guide.home.title,
        **{addresses.text_page(page.id): page.title for page in guide.pages},
    }
