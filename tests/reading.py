"""How hard a page is to read: its SMOG grade and its mean sentence, as the NHS prepares a text for scoring.

SMOG (McLaughlin 1969) is a school grade: 9 is about 14 years of age. The NHS service manual asks for a full stop after
each heading and bullet, and for words of the title to be left out. What is no sentence is left out as well (SKIPPED), and
one or two words are not counted as a sentence, so that labels do not make a page look easier than it is.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from math import sqrt
from xml.etree.ElementTree import Element

import pyphen
from pydantic import BaseModel, ConfigDict

from tests.sites import ROOT, Page, text_of

LONG = 3
"""Syllables that make a word hard."""

SHORTEST = 3
"""Words that make a sentence."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
SILENT = re.compile(
    "(?<=[^aeiouytd])ed$|(?<=[aeiouy][^aeiouyszxc])es$|(?<=[^l])e$|(?<=[aeiouy]l)e$|(?<=.)e(?=(?:ly|ments?|ful|less|ness)$)"
)
"""The e that is not heard in likes, liked, like, lately."""

BLOCKS = {"h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "th", "td", "caption", "figcaption", "summary", "b", "tag"}
"""Elements and classes after which a sentence ends."""

CARDS = {"card", "door", "papers__links"}
"""Classes each part of which is a block of its own."""

SKIPPED = {
    *("script", "style", "svg", "nav", "button", "form"),
    *("cite", "chips", "actions", "aka", "dose", "who", "box", "rest"),
    *("references", "by-side", "page-words", "on-pages", "sharing__screen"),
}
"""Elements and classes that hold no sentences: ways to go, labels, figures, drawn screens, addresses of sources."""


class Limit(BaseModel):
    """What a kind of page may not go over."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    smog: float
    words: float
    """Mean words of a sentence."""

    longest: int
    """Words of its longest sentence."""


class Settings(BaseModel):
    """The table [tool.guide.reading] of pyproject.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    limits: dict[str, Limit]
    """By the start of a page's address, of which the longest counts; or by address and anchor for a part of a page."""

    names: frozenset[str]
    """Names that no plainer word can replace."""

    syllables: dict[str, int]
    """What hyphenation counts wrongly."""


@cache
def settings() -> Settings:
    """Return the project's limits and names."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return Settings.model_validate(table["tool"]["guide"]["reading"])


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")


@cache
def syllables(word: str) -> int:
    """Return how many syllables *word*, in small letters, has: the more of what hyphens and vowels say."""
    bare = re.sub(r"['’]s?$", "", word)
    known = settings().syllables.get(bare)
    return known if known is not None else max(len(_hyphens().positions(bare)) + 1, _sounds(bare))


def _sounds(word: str) -> int:
    """Return how many groups of vowels *word* has that are heard."""
    heard = re.sub("qu|(?<=[tsc])i(?=[oae])", "q", SILENT.sub("", word))
    return len(re.findall("i(?=[aou])|[aeiouy]+", heard))


def smog(polysyllables: int, sentences: int) -> float:
    """Return the SMOG grade of a text."""
    return 1.0430 * sqrt(polysyllables * 30 / max(1, sentences)) + 3.1291


@dataclass(frozen=True)
class Sentence:
    """One sentence and its hard words."""

    text: str
    ignored: frozenset[str] = field(repr=False)

    @cached_property
    def words(self) -> list[str]:
        """Return its words and numbers."""
        return [word for word in self.text.split() if re.search(r"\w", word)]

    @cached_property
    def hard(self) -> list[str]:
        """Return its words of three syllables or more, but for names."""
        words = WORD.findall(self.text.casefold())
        return [word for word in words if word not in self.ignored and syllables(word) >= LONG]


@dataclass(frozen=True)
class Score:
    """What a text scored."""

    sentences: list[Sentence]

    @cached_property
    def counted(self) -> int:
        """Return how many sentences count as such."""
        return sum(len(sentence.words) >= SHORTEST for sentence in self.sentences)

    @cached_property
    def smog(self) -> float:
        """Return its SMOG grade."""
        return smog(sum(len(sentence.hard) for sentence in self.sentences), self.counted)

    @cached_property
    def words(self) -> float:
        """Return the mean words of a sentence."""
        return sum(len(sentence.words) for sentence in self.sentences) / max(1, self.counted)

    @cached_property
    def longest(self) -> int:
        """Return the words of its longest sentence."""
        return max((len(sentence.words) for sentence in self.sentences), default=0)

    def over(self, limit: Limit) -> list[str]:
        """Return what is over *limit*, and then the sentences to make plainer; nothing where all is well."""
        wrong = [
            f"{what} is {is_:.1f}, over {allowed}"
            for what, is_, allowed in (
                ("SMOG", self.smog, limit.smog),
                ("the mean sentence", self.words, limit.words),
                ("the longest sentence", self.longest, limit.longest),
            )
            if is_ > allowed
        ]
        return [*wrong, *self.hardest()] if wrong else []

    def hardest(self, count: int = 5) -> list[str]:
        """Return the sentences with most hard words and those with most words, each with what makes it hard."""
        by_words = sorted(self.sentences, key=lambda sentence: -len(sentence.words))
        by_hard = sorted(by_words, key=lambda sentence: -len(sentence.hard))
        worst = dict.fromkeys(by_hard[:count] + by_words[:2])
        return [f"{s.text} [{', '.join((*s.hard, f'{len(s.words)} words'))}]" for s in worst]


def score(page: Page, anchor: str = "") -> Score:
    """Return what the article of a built *page* scores, or the part of it at *anchor*."""
    titles = WORD.findall(" ".join(text_of(title) for title in page.all("h1")).casefold())
    ignored = settings().names | {word for word in titles if syllables(word) >= LONG}
    article = page.one("article")
    return score_of([text for element in _part(article, anchor) for text in blocks(element)], ignored)


def _part(article: Element, anchor: str) -> list[Element]:
    """Return the element at *anchor*; with what follows up to the next heading of its rank where it is a heading."""
    if not anchor:
        return [article]
    for parent in article.iter():
        start = next((child for child in parent if child.get("id") == anchor), None)
        if start is not None:
            after = list(parent)[list(parent).index(start) :]
            ends = (place for place, sibling in enumerate(after) if place and sibling.tag == start.tag)
            return after[: next(ends, None)] if re.fullmatch("h[1-6]", start.tag) else [start]
    raise AssertionError(f"nothing is called {anchor}")


def score_of(texts: Iterable[str], ignored: Collection[str] = frozenset()) -> Score:
    """Return what *texts* score, each a heading, a bullet, a paragraph: where it ends, a sentence ends."""
    sentences = (sentence for text in texts for sentence in SENTENCE.split(text) if WORD.search(sentence))
    return Score([Sentence(sentence, frozenset(ignored)) for sentence in sentences])


def blocks(element: Element) -> Iterator[str]:
    """Yield the text of each heading, paragraph, bullet and cell in *element*, without what it holds of these."""
    parts: list[str] = []
    yield from _gathered(element, parts)
    if text := " ".join("".join(parts).split()):
        yield text


def _gathered(element: Element, parts: list[str]) -> Iterator[str]:
    inside = _called(element)
    parts.append(element.text or "")
    for child in element:
        called = _called(child)
        if SKIPPED.isdisjoint(called):
            if called & BLOCKS or inside & CARDS:
                yield from blocks(child)
            else:
                yield from _gathered(child, parts)
        parts.append(child.tail or "")


def _called(element: Element) -> set[str]:
    """Return the tag of *element* and its classes; a comment is called script."""
    tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "script"
    return {tag, *element.get("class", "").split()}
