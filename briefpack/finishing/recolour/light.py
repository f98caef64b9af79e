"""Light: colours that are measured (CalGray, CalRGB, Lab) as sRGB."""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.finishing.recolour.inks import RGB, clipped

Vector = Sequence[float]

D65 = (0.95047, 1.0, 1.08883)
"""The white of sRGB."""

# IEC 61966-2-1: XYZ under D65 to linear red, green and blue.
_TO_SRGB = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)
# Bradford's cones, in which a white is exchanged for another (ICC.1:2022, annex E.3).
_CONES = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
_FROM_CONES = (
    (0.9869929, -0.1470543, 0.1599627),
    (0.4323053, 0.5183603, 0.0492912),
    (-0.0085287, 0.0400428, 0.9684867),
)
_KNEE = 6 / 29


def product(matrix: Sequence[Vector], vector: Vector) -> list[float]:
    """A matrix, by rows, times a vector."""
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def srgb(xyz: Vector, white: Vector) -> RGB:
    """The sRGB colour of XYZ that were measured under that white; out of reach, it is clipped."""
    cones = product(_CONES, xyz)
    scale = zip(cones, product(_CONES, white), product(_CONES, D65), strict=True)
    adapted = product(_FROM_CONES, [cone * new / old for cone, old, new in scale])
    red, green, blue = (encoded(clipped(part)) for part in product(_TO_SRGB, adapted))
    return red, green, blue


def encoded(linear: float) -> float:
    """A linear part of a colour on the scale of sRGB."""
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def lab(values: Vector, white: Vector) -> list[float]:
    """XYZ of L*a*b* (ISO 32000-1, 8.6.5.4)."""
    middle = (values[0] + 16) / 116
    parts = (middle + values[1] / 500, middle, middle - values[2] / 200)
    return [
        whole * (part**3 if part >= _KNEE else 108 / 841 * (part - 4 / 29))
        for whole, part in zip(white, parts, strict=True)
    ]
