"""The measures of the body, after Drillis and Contini: shares of stature, with feet and head a little enlarged.

Tables of half widths hold (share of the bone's length, share of stature), front or outer side plus, back or inner minus.
"""

from typing import Final

THIGH: Final = 0.245
SHANK: Final = 0.246
HIP_TO_SHOULDER: Final = 0.272
HIP_TO_NECK: Final = 0.300
UPPER_ARM: Final = 0.172
FOREARM: Final = 0.150
HEAD: Final = 0.136
FOOT: Final = 0.158
HIP_HALF_WIDTH: Final = 0.052
SHOULDER_HALF_WIDTH: Final = 0.094

ANKLE_FROM_HEEL: Final = 0.265
"""Foot lengths from the back of the heel to the ankle joint."""
ANKLE_ABOVE_SOLE: Final = 0.262
"""Foot lengths from the sole to the ankle joint."""
DOME_SHORTENS: Final = 0.036
"""Foot lengths by which a full dome draws the ball toward the heel; larger than life, so that it is seen."""
DOME_LIFTS: Final = 0.046
"""Foot lengths by which a full dome lifts the instep."""

THIGH_FRONT: Final = ((0.10, 0.060), (0.30, 0.058), (0.60, 0.050), (0.86, 0.039))
THIGH_BACK: Final = ((0.14, -0.068), (0.36, -0.056), (0.62, -0.046), (0.87, -0.037))
SHANK_FRONT: Final = ((0.10, 0.032), (0.32, 0.029), (0.60, 0.0240), (0.78, 0.0205), (0.89, 0.0197))
SHANK_BACK: Final = (
    (0.10, -0.036),
    (0.26, -0.0445),
    (0.42, -0.0435),
    (0.60, -0.0355),
    (0.78, -0.0270),
    (0.91, -0.0278),
)

THIGH_OUTER: Final = ((0.10, 0.052), (0.32, 0.050), (0.62, 0.041), (0.88, 0.031))
THIGH_INNER: Final = ((0.10, -0.046), (0.32, -0.043), (0.62, -0.036), (0.88, -0.030))
SHANK_OUTER: Final = ((0.10, 0.030), (0.27, 0.035), (0.42, 0.033), (0.60, 0.0255), (0.80, 0.0185), (0.92, 0.0175))
SHANK_INNER: Final = ((0.10, -0.028), (0.27, -0.031), (0.42, -0.033), (0.60, -0.0265), (0.80, -0.0195), (0.92, -0.0180))
