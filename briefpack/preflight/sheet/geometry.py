"""Geometry of content streams: matrices and boxes, in points. (ISO 32000-1, 8.3.)"""

from collections.abc import Iterable
from math import sqrt

from briefpack.paper import Box

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Box = (-1e6, -1e6, 1e6, 1e6)
UNIT = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))
"""The corners of the square that a picture fills before it is placed."""


def matrix(numbers: Iterable[object]) -> Matrix:
    """Six numbers of a PDF as a matrix."""
    a, b, c, d, e, f = (float(number) for number in numbers)  # type: ignore[arg-type]
    return a, b, c, d, e, f


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does one after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i, a * h + b * j,
        c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def moved(by: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = by
    return a * x + c * y + e, b * x + d * y + f


def scale(by: Matrix) -> float:
    """How much longer lines become, in the mean of both directions."""
    a, b, c, d, *_ = by
    return sqrt(abs(a * d - b * c))


def bounds(points: Iterable[tuple[float, float]]) -> Box | None:
    """The box around the points; none where there are none."""
    xs, ys = zip(*points, strict=True) if (points := list(points)) else ((), ())
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def hull(boxes: Iterable[Box]) -> Box | None:
    """The box around boxes; none where there are none."""
    return bounds(corner for box in boxes for corner in (box[:2], box[2:]))


def area(box: Box | None) -> float:
    """Square points; 0 for none."""
    return (box[2] - box[0]) * (box[3] - box[1]) if box else 0.0


def grown(box: Box, by: float) -> Box:
    """The box, larger on every side."""
    left, bottom, right, top = box
    return left - by, bottom - by, right + by, top + by


def common(one: Box, other: Box) -> Box | None:
    """What two boxes have in common; none where that is nothing."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None


def within(inner: Box, outer: Box, slack: float = 0.01) -> bool:
    """Whether a box lies in the other, give or take some points."""
    return common(inner, grown(outer, slack)) == inner
