"""What chats and posts read of a page to show a link to it: title, summary and pictures (Open Graph)."""

from dataclasses import dataclass
from typing import Literal

from macros import addresses
from macros.edition import Edition
from macros.sharing.card import HEIGHT, WIDTH
from macros.sharing.pictures import SharePictures


@dataclass(frozen=True)
class SharedPicture:
    """A picture, with its whole address."""

    address: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True)
class SharedPage:
    """A page as others show it."""

    address: str
    title: str
    summary: str
    kind: Literal["website", "article"]
    card: Literal["summary", "summary_large_image"]
    pictures: tuple[SharedPicture, ...]


class ShareTags:
    """Describes the pages of one edition to those who show links to them."""

    def __init__(self, edition: Edition, pictures: SharePictures) -> None:
        """Take the pictures that pages name."""
        self._edition = edition
        self._pictures = pictures

    def of(self, page: str, title: str, summary: str) -> SharedPage | None:
        """Return the page at an address; None where the site's own is not known, as every address has to be whole."""
        if not self._edition.site:
            return None
        whole, pictures = self._whole, self._pictures.of(page)
        return SharedPage(
            whole(page),
            title,
            summary or self._edition.guide.home.summary,
            "article" if page else "website",
            "summary_large_image" if pictures else "summary",
            tuple(SharedPicture(whole(picture.path), picture.alt) for picture in pictures),
        )

    def _whole(self, address: str) -> str:
        return addresses.absolute(self._edition.site, address)
