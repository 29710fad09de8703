"""What a clinician has reviewed of a guide: marks that still hold, and those that a change took away."""

from collections.abc import Iterable
from functools import cached_property

from macros.data.model import Guide
from macros.data.model.safety import Place
from macros.review.item import Item
from macros.review.texts import texts
from macros.wording.about import Count, page_review_sentence, review_sentence


class Marks:
    """The review of one guide, as its pages report it."""

    def __init__(self, guide: Guide, country: Place | None = None) -> None:
        """Look at nothing yet; where there was no review, the texts are never gathered."""
        self._guide = guide
        self._country = country
        self._review = guide.guide.review

    @cached_property
    def _items(self) -> tuple[Item, ...]:
        return tuple(texts(self._guide, self._country)) if self._review else ()

    @cached_property
    def _reviewed(self) -> frozenset[str]:
        """Return the ids whose text is still the one that was reviewed."""
        marks = self._review.texts if self._review else {}
        return frozenset(item.id for item in self._items if marks.get(item.id) == item.fingerprint)

    @cached_property
    def _by_page(self) -> dict[str, Count]:
        pages: dict[str, list[Item]] = {}
        for item in self._items:
            for page in item.pages:
                pages.setdefault(page, []).append(item)
        return {page: self._count(items) for page, items in pages.items()}

    def _count(self, items: Iterable[Item]) -> Count:
        ids = [item.id for item in items]
        return Count(sum(id_ in self._reviewed for id_ in ids), len(ids))

    @cached_property
    def count(self) -> Count:
        """Return how much of the whole guide is reviewed."""
        return self._count(self._items)

    @cached_property
    def lost(self) -> tuple[str, ...]:
        """Return the ids whose mark no longer holds: the text changed, or is gone."""
        marks = self._review.texts if self._review else ()
        return tuple(id_ for id_ in marks if id_ not in self._reviewed)

    def is_whole(self, page: str) -> bool:
        """Return whether *page* has texts to review, and all of them are reviewed."""
        count = self._by_page.get(page)
        return count is not None and count.is_whole

    @cached_property
    def sentence(self) -> str:
        """Return what is reviewed of the whole guide, by whom and when, or that nothing is."""
        return review_sentence(self._review, self.count)

    def page_sentence(self, page: str) -> str:
        """Return what is reviewed of *page*; nothing where it has no text to review, or the guide has no review."""
        count = self._by_page.get(page)
        return page_review_sentence(count) if count and self.count.reviewed else ""
