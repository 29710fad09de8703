"""Paths: smooth outlines through a few points, and their shortest SVG text."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

GRID = 4
"""Output units in one drawing unit; path text is whole numbers on this grid."""

SHORT = {"M": "M", "C": "c", "L": "l"}


class Command(NamedTuple):
    """One step of a path: M (move), L (line), C (cubic curve) or Z (close)."""

    letter: str
    points: tuple[complex, ...] = ()


Knot = complex | tuple[complex, float]
"""A point of an outline, or (point, tension): 0 makes a corner, 1 is smooth."""

Path = tuple[Command, ...]

Spot = tuple[int, int]
"""A point on the output grid."""


def _tangents(knots: Sequence[tuple[complex, float]], slack: float, *, closed: bool) -> list[complex]:
    tangents: list[complex] = []
    count = len(knots)
    for i, (knot, tension) in enumerate(knots):
        before, after = knots[i - 1][0], knots[(i + 1) % count][0]
        inward, outward = abs(knot - before) or 1e-9, abs(after - knot) or 1e-9
        lead = (knot - before) / inward * outward + (after - knot) / outward * inward  # the nearer neighbour leads
        end = not closed and i in {0, count - 1}
        size = min(math.sqrt(inward * outward) * slack, 0.66 * min(inward, outward))
        tangents.append(0j if end or abs(lead) < 1e-9 else lead / abs(lead) * tension * size)
    return tangents


def smooth(points: Sequence[Knot], *, closed: bool = True, slack: float = 0.34) -> Path:
    """Return a spline through *points*; handles are equal on both sides of a knot, so that its text can use `s`."""
    knots = [point if isinstance(point, tuple) else (point, 1.0) for point in points]
    tangents = _tangents(knots, slack, closed=closed)
    path = [Command("M", (knots[0][0],))]
    for i in range(len(knots) if closed else len(knots) - 1):
        j = (i + 1) % len(knots)
        first, second = knots[i][0], knots[j][0]
        if tangents[i] == 0 and tangents[j] == 0:
            path.append(Command("L", (second,)))
        else:
            path.append(Command("C", (first + tangents[i], second - tangents[j], second)))
    return (*path, Command("Z")) if closed else tuple(path)


def polygon(points: Sequence[complex], *, closed: bool = True) -> Path:
    lines = (Command("M", (points[0],)), *(Command("L", (point,)) for point in points[1:]))
    return (*lines, Command("Z")) if closed else lines


def arc(centre: complex, radius: float, start: float, end: float) -> Path:
    """Return part of a circle from *start* to *end*, degrees clockwise from the right."""
    pieces = max(1, math.ceil(abs(end - start) / 60))
    step = math.radians(end - start) / pieces
    handle = 4 / 3 * math.tan(step / 4) * 1j
    spokes = [
        radius * complex(math.cos(a), math.sin(a)) for a in (math.radians(start) + step * i for i in range(pieces + 1))
    ]
    path = [Command("M", (centre + spokes[0],))]
    for first, second in pairwise(spokes):
        path.append(Command("C", (centre + first + first * handle, centre + second - second * handle, centre + second)))
    return tuple(path)


def moved(path: Path, shift: complex) -> Path:
    return tuple(Command(letter, tuple(point + shift for point in points)) for letter, points in path)


def points_of(path: Path) -> list[complex]:
    return [point for command in path for point in command.points]


def number(value: float) -> str:
    """Write a length of drawing units on the output grid."""
    return str(round(value * GRID))


def _joined(numbers: Sequence[int]) -> str:
    return "".join(f"{value}" if i == 0 or value < 0 else f" {value}" for i, value in enumerate(numbers))


def path_text(path: Path) -> str:
    """Write *path* in short relative form, with `s` where a handle mirrors the one before."""
    return path_texts([path])[0]


def path_texts(paths: Sequence[Path]) -> list[str]:
    """Write one shape at several moments with the same letters, which is what browsers can animate between."""
    short = [all(alike) for alike in zip(*map(_mirrors, paths), strict=True)]
    return [_text(path, short) for path in paths]


def _steps(path: Path) -> Iterator[tuple[str, list[Spot], Spot]]:
    """Yield each command's letter, its points on the grid, and where the pen is before it."""
    pen = start = (0, 0)
    for letter, points in path:
        steps = [(round(p.real * GRID), round(p.imag * GRID)) for p in points]
        yield letter, steps, pen
        pen = steps[-1] if steps else start
        start = pen if letter == "M" else start


def _mirrors(path: Path) -> list[bool]:
    """Tell of each command whether it is a curve whose first handle mirrors the one before."""
    found, before, reflection = [], "", (0, 0)
    for letter, steps, pen in _steps(path):
        mirror = reflection if before == "C" else pen
        far = max(abs(mirror[0] - steps[0][0]), abs(mirror[1] - steps[0][1])) if steps else 0
        found.append(letter == "C" and before in {"C", "L"} and far <= 1)
        if letter == "C":
            reflection = (2 * steps[2][0] - steps[1][0], 2 * steps[2][1] - steps[1][1])
        before = letter
    return found


def _text(path: Path, short: Sequence[bool]) -> str:
    text = last = ""
    for (letter, steps, pen), mirrored in zip(_steps(path), short, strict=True):
        if letter == "Z":
            text, last = text + "z", "z"
            continue
        name = "s" if mirrored else SHORT[letter]
        origin = (0, 0) if letter == "M" else pen
        body = _joined([value for x, y in steps[mirrored:] for value in (x - origin[0], y - origin[1])])
        text += (("" if body[0] == "-" else " ") if name == last else name) + body
        last = name
    return text
