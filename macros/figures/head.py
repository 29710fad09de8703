"""The head, from the side (profile to the right) and from the front, with two kinds of hair.

Coordinates are head heights: x forward (or to the viewer's right), y up from the chin.
"""

from collections.abc import Callable

from macros.figures.outline import Knot
from macros.figures.pose import BodyPose, FrontPose, SidePose
from macros.figures.proportions import HEAD
from macros.figures.scene import Look, Scene

Row = tuple[float, float, float]
"""x, y and tension of a point of an outline."""

FACE: tuple[Row, ...] = (
    (0.14, -0.04, 1), (0.18, 0.05, 0.5), (0.31, 0.025, 1), (0.375, 0.085, 1), (0.365, 0.165, 0.8), (0.385, 0.215, 0.6),
    (0.372, 0.245, 0.6), (0.395, 0.285, 1), (0.39, 0.335, 0.7), (0.455, 0.375, 0.7), (0.425, 0.445, 1), (0.375, 0.555, 1),
    (0.385, 0.66, 1), (0.345, 0.82, 1), (0.20, 0.965, 1), (-0.03, 1.0, 1), (-0.27, 0.93, 1), (-0.42, 0.74, 1),
    (-0.435, 0.52, 1), (-0.36, 0.33, 1), (-0.27, 0.20, 1), (-0.26, 0.02, 1),
)  # fmt: skip
TIED: tuple[Row, ...] = (
    (0.375, 0.70, 0.4), (0.365, 0.82, 1), (0.22, 0.985, 1), (-0.03, 1.03, 1), (-0.29, 0.96, 1), (-0.45, 0.76, 1),
    (-0.465, 0.52, 1), (-0.39, 0.33, 1), (-0.30, 0.20, 0.5), (-0.17, 0.27, 1), (-0.10, 0.40, 0.8), (-0.02, 0.56, 0.8),
    (0.07, 0.60, 0.6), (0.12, 0.72, 1), (0.26, 0.745, 1),
)  # fmt: skip
CROPPED: tuple[Row, ...] = (
    (0.375, 0.72, 0.4), (0.37, 0.84, 1), (0.23, 1.02, 1), (-0.03, 1.07, 1), (-0.30, 0.98, 1), (-0.455, 0.76, 1),
    (-0.462, 0.54, 1), (-0.40, 0.36, 0.5), (-0.27, 0.40, 1), (-0.14, 0.46, 0.7), (-0.105, 0.62, 0.6), (0.01, 0.62, 0.6),
    (0.07, 0.70, 0.7), (0.20, 0.78, 1),
)  # fmt: skip
EAR: tuple[Row, ...] = ((-0.055, 0.50, 1), (0.02, 0.545, 1), (0.06, 0.47, 1), (0.02, 0.39, 1), (-0.02, 0.36, 1))
BROW: tuple[Row, ...] = ((0.245, 0.655, 1), (0.30, 0.672, 1), (0.345, 0.655, 1))
MOUTH: tuple[Row, ...] = ((0.365, 0.225, 1), (0.315, 0.222, 1), (0.285, 0.235, 1))

LENS: tuple[Row, ...] = ((0.215, 0.625, 0.6), (0.40, 0.625, 0.6), (0.43, 0.53, 1), (0.37, 0.435, 1), (0.25, 0.45, 1))
TEMPLE: tuple[Row, ...] = ((0.215, 0.60, 1), (-0.02, 0.535, 1))

FRONT_EAR: tuple[Row, ...] = ((0.36, 0.44, 1), (0.43, 0.52, 1), (0.44, 0.43, 1), (0.40, 0.33, 1), (0.345, 0.34, 1))
FRONT_FACE: tuple[Row, ...] = (
    (-0.37, 0.62, 1), (-0.375, 0.42, 1), (-0.335, 0.22, 1), (-0.20, 0.05, 1), (0, -0.01, 1), (0.20, 0.05, 1),
    (0.335, 0.22, 1), (0.375, 0.42, 1), (0.37, 0.62, 1), (0.27, 0.86, 1), (0, 0.95, 1), (-0.27, 0.86, 1),
)  # fmt: skip
FRONT_HAIR: tuple[Row, ...] = (
    (-0.395, 0.46, 0.5), (-0.41, 0.70, 1), (-0.29, 0.94, 1), (0, 1.04, 1), (0.29, 0.94, 1), (0.41, 0.70, 1),
    (0.395, 0.46, 0.5), (0.345, 0.66, 1), (0.22, 0.78, 1), (0.02, 0.80, 1), (-0.16, 0.79, 1), (-0.33, 0.68, 1),
)  # fmt: skip
FRONT_BROW: tuple[Row, ...] = ((0.215, 0.585, 1), (0.15, 0.61, 1), (0.085, 0.595, 1))
FRONT_NOSE: tuple[Row, ...] = ((0.005, 0.44, 1), (0.035, 0.335, 0.8), (-0.01, 0.325, 1))
FRONT_MOUTH: tuple[Row, ...] = ((-0.085, 0.205, 1), (0, 0.178, 1), (0.085, 0.205, 1))
FRONT_LENS: tuple[Row, ...] = (
    (0.025, 0.52, 0.6), (0.10, 0.57, 1), (0.28, 0.565, 1), (0.335, 0.50, 1), (0.27, 0.375, 1), (0.11, 0.37, 1),
)  # fmt: skip
FRONT_TEMPLE: tuple[Row, ...] = ((0.33, 0.52, 1), (0.385, 0.515, 1))
ASIDE = 0.09
"""How far a turned face looks past the viewer, in head heights."""

Place = Callable[[float, float], complex]


def _knots(place: Place, rows: tuple[Row, ...], side: int = 1) -> list[Knot]:
    return [(place(side * x, y), tension) for x, y, tension in rows]


def draw_side_head(scene: Scene, neck: complex, axes: tuple[complex, complex], body: SidePose) -> dict[str, complex]:
    """Draw head and neck from the base of the *neck* and return their joints; *axes* point up trunk and neck."""
    up, nod = axes
    stature = body.height
    chin = neck + nod * complex(0.040, 0.010) * stature

    def q(x: float, y: float) -> complex:
        return chin + nod * complex(y, x) * HEAD * stature

    def n(high: float, forward: float) -> complex:
        return neck + up * complex(high, forward) * stature

    joints = {"ear": q(0, 0.45), "head": q(0, 0.5), "top": q(0, 1.03), "eye": q(0.3, 0.545)}
    if scene.joints_only:
        return joints
    if body.turned:
        jaw: list[Knot] = [(q(x, 0.02), 0.4) for x in (0.17, -0.21)]
        scene.blob([(n(-0.030, 0.032), 0.3), *jaw, (n(-0.035, -0.036), 0.3)], Look.SKIN)
        _draw_face(scene, lambda x, y: q(x - 0.02, y - 0.12), body, ASIDE)
        return joints
    scene.blob([(n(-0.030, 0.030), 0.3), *_knots(q, FACE), (n(-0.035, -0.036), 0.3)], Look.SKIN)
    if body.hair == "bun":
        scene.circle(q(-0.44, 0.90), 0.036 * stature, Look.HAIR)
    scene.blob(_knots(q, TIED if body.hair == "bun" else CROPPED), Look.HAIR)
    scene.circle(q(0.295, 0.545), 0.0052 * stature, Look.EYE)
    for rows in (EAR, BROW, MOUTH):
        scene.line(_knots(q, rows), Look.DETAIL)
    if body.glasses:
        scene.line(_knots(q, TEMPLE), Look.RIM)
        scene.blob(_knots(q, LENS), Look.LENS)
    return joints


def draw_front_head(scene: Scene, neck: complex, up: complex, body: FrontPose) -> dict[str, complex]:
    """Draw the head above the base of the *neck*, in the direction *up*, and return its joints."""

    def q(x: float, y: float) -> complex:
        return neck + up * complex(y * HEAD + 0.030, x * HEAD) * body.height

    if not scene.joints_only:
        _draw_face(scene, q, body, 0.0, plain=body.plain)
    return {"head": q(0, 0.5), "top": q(0, 1.03)}


def _draw_face(scene: Scene, q: Place, body: BodyPose, aside: float, *, plain: bool = False) -> None:
    """Draw a head that looks at the viewer, or *aside* past the viewer."""

    def f(x: float, y: float) -> complex:
        """Place a part of the face, narrower on the side to which it looks."""
        return q(x * (1 - aside) + aside, y)

    if body.hair == "bun":
        scene.circle(q(-2 * aside, 1.06), 0.036 * body.height, Look.HAIR)
    for side in () if plain else (-1,) if aside else (-1, 1):
        scene.blob(_knots(q, FRONT_EAR, side), Look.SKIN)
    scene.blob(_knots(q, FRONT_FACE), Look.SKIN)
    scene.blob(_knots(q, FRONT_HAIR), Look.HAIR)
    for side in (-1, 1):
        scene.circle(f(side * 0.145, 0.47), 0.0055 * body.height, Look.EYE)
    for side in () if plain else (-1, 1):
        scene.line(_knots(f, FRONT_BROW, side), Look.DETAIL)
    for rows in (FRONT_NOSE, FRONT_MOUTH):
        scene.line(_knots(f, rows), Look.DETAIL)
    if body.glasses:
        for side in (-1, 1):
            scene.blob(_knots(f, FRONT_LENS, side), Look.LENS)
            scene.line(_knots(f, FRONT_TEMPLE, side), Look.RIM)
