"""A drawing of a page that moves without a script, for pages that have none: what `docs/assets/js/picture.js` does, done before."""

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

FADE = 0.4
"""Seconds in which a step that has no way back goes, and the same to come again."""

EASED = "0.4 0 0.6 1"
MOVES = ("data-d", "data-shift", "data-turn")
"""Attributes of a part that moves: where it comes from."""


class Tempo(NamedTuple):
    """Seconds of a movement; no way back for a step."""

    there: float
    hold: float
    back: float


class Stop(NamedTuple):
    """A position of a round, 0 being the start of the movement, and when it is reached."""

    seconds: float
    position: int


def playing(drawing: str, tempo: Tempo) -> str:
    """Return *drawing*, as `inline_svg` makes it, with its movement as SMIL: it begins in the still picture, and never ends."""
    root = fromstring(drawing)  # noqa: S314 - we drew it
    paths = {element.get("id"): element.get("d", "") for element in root.iter("path")}
    for part in [element for element in root.iter() if any(name in element.attrib for name in MOVES)]:
        _move(part, tempo, paths)
    return tostring(root, encoding="unicode")


def _move(part: Element, tempo: Tempo, paths: dict[str | None, str]) -> None:
    """Turn the data of a part into animations."""
    path, shift, turn = (part.attrib.pop(name, "").split(";") for name in MOVES)
    about = part.attrib.pop("data-about", "")
    last = next(len(moments) for moments in (path, shift, turn) if moments != [""])
    stops = round_of(last, tempo)

    def change(name: str, moments: Sequence[str], **more: str) -> None:
        own = {"calcMode": "spline", "keySplines": ";".join([EASED] * (len(stops) - 1))} if last == 1 else {}
        times = [stop.seconds for stop in stops]
        _animate(part, name, times, [moments[stop.position] for stop in stops], **own, **more)

    if path != [""]:
        texts = [paths[text[1:]] if text.startswith("#") else text for text in path]
        change("animate", [*texts, part.get("d", "")], attributeName="d")
    if shift != [""]:
        change("animateTransform", [*shift, "0 0"], attributeName="transform", type="translate")
    if turn != [""]:
        turns = [f"{degrees} {about}" for degrees in (*turn, "0")]
        change("animateTransform", turns, attributeName="transform", type="rotate", additive="sum")
    if not tempo.back:
        times = [0, FADE, 2 * FADE, stops[-1].seconds]
        _animate(part, "animate", times, ["1", "0", "1", "1"], attributeName="opacity")


def round_of(last: int, tempo: Tempo) -> list[Stop]:
    """Return one round: from the still picture, which is the position *last*, back to the start and there again."""
    if tempo.back:
        backward = [Stop(tempo.back * stop / last, last - stop) for stop in range(last + 1)]
    else:
        backward = [Stop(0, last), Stop(FADE, last), Stop(FADE + 0.001, 0), Stop(2 * FADE, 0)]
    begin = backward[-1].seconds
    forward = [Stop(begin + tempo.there * stop / last, stop) for stop in range(1, last + 1)]
    held = [Stop(begin + tempo.there + tempo.hold, last)] if tempo.hold else []
    return [*backward, *forward, *held]


def _animate(part: Element, name: str, times: Sequence[float], values: Sequence[str], **more: str) -> None:
    length = times[-1]
    timing = {
        "values": ";".join(values),
        "keyTimes": ";".join(f"{time / length:g}" for time in times),
        "dur": f"{length:g}s",
        "repeatCount": "indefinite",
    }
    SubElement(part, name, timing | more)
