"""Plane geometry of limbs: directions, turns and reach, as complex numbers x + 1j*y with y down the page."""

import math
from collections.abc import Sequence
from itertools import pairwise

Table = Sequence[tuple[float, float]]
"""Pairs (position, value) in rising order of position."""


def turn(degrees: float) -> complex:
    """Return the factor that turns a vector clockwise on the page by *degrees*."""
    angle = math.radians(degrees)
    return complex(math.cos(angle), math.sin(angle))


def hanging(degrees: float) -> complex:
    """Return the unit vector *degrees* forward (to the right) of straight down, as limbs hang."""
    return 1j * turn(-degrees)


def heading(vector: complex) -> float:
    """Return the degrees forward of straight down of *vector*; the inverse of `hanging`."""
    return math.degrees(math.atan2(vector.real, vector.imag))


def unit(vector: complex) -> complex:
    """Return the direction of *vector*; a vector of no length points right."""
    size = abs(vector)
    return vector / size if size else 1 + 0j


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    return max(low, min(high, value))


def between(table: Table, position: float) -> float:
    """Look up *position* in *table*, interpolating between its rows."""
    for (start, low), (end, high) in pairwise(table):
        if position <= end:
            return low + (high - low) * (position - start) / (end - start)
    return table[-1][1]


def reach(root: complex, target: complex, bones: tuple[float, float], bend: int) -> tuple[complex, complex]:
    """Bend two *bones* from *root* toward *target*; return the middle joint and the end.

    A target out of reach is approached along the straight line. *bend* is the side of the
    middle joint: 1 to the right of the line from root to target as seen on the page, -1 to the left.
    """
    upper, lower = bones
    line = unit(target - root)
    distance = clamp(abs(target - root), abs(upper - lower) + 1e-6, (upper + lower) * 0.9995)
    along = (upper**2 - lower**2 + distance**2) / (2 * distance)
    aside = math.sqrt(max(0.0, upper**2 - along**2)) * bend
    return root + line * complex(along, aside), root + line * distance


def angle_between(first: complex, corner: complex, second: complex) -> float:
    """Return the angle at *corner* in degrees, 0 to 180."""
    arms = (first - corner) * (second - corner).conjugate()
    return abs(math.degrees(math.atan2(arms.imag, arms.real)))
