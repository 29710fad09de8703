"""Finds the texts in a script that a reader would see: every one of them belongs into the labels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from tests.sites import ROOT

TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)|(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?P<word>[\w$]+)"""
    r"""|(?P<sign>=>|[=!]==?|[<>]=|\?\?=?|\|\|=?|&&=?|\?\.(?!\d)|\.\.\.|[+\-*/^|&]=|\+\+|--|.)""",
    re.DOTALL,
)
REGEX = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
WORD, LONG_WORD = re.compile(r"[^\W\d_]{2,}"), re.compile(r"[^\W\d_]{3,}")

CLASS = re.compile(r"[a-z][a-z\d_-]*")
MACHINES = re.compile(r"[.#\[]|[A-Z-]{2,}[:;]")
"""The beginning of a selector, and of a line of a calendar."""

SHOWING = {"make": 2, "labelled": 0, "fill": 0, "count": 1, "sentence": 0, "push": 0, "alert": 0, "confirm": 0}
SHOWING |= dict.fromkeys(("append", "prepend", "before", "after", "replaceChildren", "replaceWith"), 0)
"""Functions that show what they are given, and the place of the first argument that shows."""

NAMED = {"textContent", "innerText", "title", "placeholder", "alt", "label", "aria-label", "aria-description"}
"""Attributes and properties that readers see or hear."""

EXCEPTIONS = {
    "NFC": "a form of Unicode",
    "guide-own  ": "the beginning of names in storage",
    **dict.fromkeys(("Space", "ArrowLeft", "ArrowRight", "MediaPlayPause", "MediaTrackNext"), "a name of a key"),
    "MediaTrackPrevious": "a name of a key",
}
"""Texts that look like words for readers, and what they are."""


class Token(NamedTuple):
    """A piece of a script."""

    kind: Literal["text", "word", "sign"]
    text: str
    line: int


@dataclass
class Frame:
    """An open bracket, and what is known of what stands in it."""

    bracket: str
    function: str = ""
    shows: bool = False
    place: int = 0
    """Of the argument."""
    name: str = ""
    """The attribute or property whose value follows."""


def tokens(code: str) -> list[Token]:
    """Return the tokens of a script; a template is one text without what it puts in, followed by the tokens of that."""
    found, _ = _tokens(code, 0, 0)
    return found


def _tokens(code: str, at: int, depth: int) -> tuple[list[Token], int]:
    """Return the tokens up to the bracket that closes a part of a template, or to the end."""
    found: list[Token] = []
    while at < len(code):
        line = code.count("\n", 0, at) + 1
        if code[at] == "`":
            inside, at = _template(code, at + 1, line)
            found += inside
            continue
        is_value = found and (found[-1].kind != "sign" or found[-1].text in ")]}") and found[-1].text != "return"
        match = (None if is_value else REGEX.match(code, at)) or TOKEN.match(code, at)
        assert match, code[at : at + 40]
        if match.re is TOKEN and match["space"] is None:
            if match[0] in "{}":
                depth += 1 if match[0] == "{" else -1
                if depth < 0:
                    return found, match.end()
            kind: Literal["text", "word", "sign"] = "text" if match["text"] else "word" if match["word"] else "sign"
            found.append(Token(kind, match[0][1:-1] if kind == "text" else match[0], line))
        elif match.re is REGEX and not match[0].startswith(("//", "/*")):
            found.append(Token("word", "regex", line))
        at = match.end()
    return found, at


def _template(code: str, at: int, line: int) -> tuple[list[Token], int]:
    text, inside = "", [Token("sign", ";", line)]
    while code[at] != "`":
        if code.startswith("${", at):
            more, at = _tokens(code, at + 2, 0)
            inside += [*more, Token("sign", ";", line)]
        else:
            length = 2 if code[at] == "\\" else 1
            text += code[at : at + length]
            at += length
    return [Token("text", text, line), *(inside if len(inside) > 1 else [])], at + 1


def shown(code: str) -> Iterator[str]:
    """Yield each text of a script that a reader would see, with its line."""
    frames, every = [Frame("")], tokens(code)
    end = Token("sign", ";", 0)
    for before, token, after in zip([end, *every], every, [*every[1:], end], strict=False):
        frame = frames[-1]
        if token.kind == "text":
            is_key = after.text == ":" and frame.bracket == "{" and not frame.name
            is_compared = not {before.text, after.text}.isdisjoint({"===", "!=="})
            is_shown = ((frame.shows and not is_compared) or frame.name in NAMED) and WORD.search(token.text)
            if not is_key and token.text not in EXCEPTIONS and (is_shown or _is_prose(token, frame)):
                yield f"{token.line}: {token.text}"
            if frame.function == "setAttribute" and frame.place == 0:
                frame.name = token.text
        elif token.kind == "sign":
            _follow(frames, before, token)


def _follow(frames: list[Frame], before: Token, token: Token) -> None:
    frame = frames[-1]
    if token.text in {"(", "["}:
        function = before.text if before.kind == "word" and token.text == "(" else ""
        shows = frame.shows or frame.name in NAMED if not function else SHOWING.get(function, 1) == 0
        frames.append(Frame(token.text, function, shows))
    elif token.text == "{":
        frames.append(Frame("{"))
    elif token.text in {")", "]", "}"}:
        frames.pop()
    elif token.text in {",", ";"}:
        frame.place += 1
        if frame.function in SHOWING:
            frame.shows = frame.place >= SHOWING[frame.function]
        frame.name = frame.name if frame.function == "setAttribute" else ""
    elif token.text == "=" or (token.text == ":" and frame.bracket == "{" and not frame.name):
        frame.name = before.text


def _is_prose(token: Token, frame: Frame) -> bool:
    """Tell a sentence or a name by its space or its capital; messages of errors and what machines read are neither."""
    if frame.function.endswith("Error") or MACHINES.match(token.text) or not LONG_WORD.search(token.text):
        return False
    return token.text.strip()[:1].isupper() or (" " in token.text and not _are_classes(token.text.split()))


def _are_classes(names: list[str]) -> bool:
    compound = (name for name in names if re.search("[-_]", name))
    return all(map(CLASS.fullmatch, names)) and any(f".{name}" in styles() for name in compound)


@cache
def styles() -> str:
    """Return our style sheets, which know every class."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "docs/assets/css").rglob("*.css")))
