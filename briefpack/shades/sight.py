"""Sight: what people see who lack one of the three kinds of cone, and how alike two colours are.

The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for
Simulation of Color Vision Deficiency" (IEEE Transactions on Visualization and Computer Graphics 15,
2009, table 1, severity 1.0), for linear sRGB; the distance is that of CIE 1976 L*a*b* (ISO/CIE
11664-4), white point D65.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from briefpack.charts.legible import linear
from briefpack.shades.contrast import RGB8

Row = tuple[float, float, float]

KINDS: Mapping[str, tuple[Row, Row, Row]] = MappingProxyType(
    {
        "protanopia": (
            (0.152286, 1.052583, -0.204868),
            (0.114503, 0.786281, 0.099216),
            (-0.003882, -0.048116, 1.051998),
        ),
        "deuteranopia": (
            (0.367322, 0.860646, -0.227968),
            (0.280085, 0.672501, 0.047413),
            (-0.011820, 0.042940, 0.968881),
        ),
        "tritanopia": (
            (1.255528, -0.076749, -0.178779),
            (-0.078411, 0.930809, 0.147602),
            (0.004733, 0.691367, 0.303900),
        ),
    }
)
"""What is lacking -> the matrix from linear sRGB to what is seen."""

_XYZ: tuple[Row, Row, Row] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)


def distance(one: RGB8, other: RGB8, kind: str = "") -> float:
    """How unlike two colours are (2 is hardly seen, 100 is black and white), to somebody who lacks
    a kind of cone, or to most.
    """
    pairs = zip(_lab(one, kind), _lab(other, kind), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def _lab(colour: RGB8, kind: str) -> Row:
    light = [linear(part / 255) for part in colour]
    if kind:
        light = [min(max(part, 0.0), 1.0) for part in _times(KINDS[kind], light)]
    x, y, z = (_root(part / white) for part, white in zip(_times(_XYZ, light), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix: Sequence[Row], column: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, column, strict=True)) for row in matrix]


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
