"""Measuring: how wide the columns of a table must be, and would like to be."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from briefpack.pages.faces import face
from briefpack.pages.measure import Measure
from briefpack.pages.tabular.grid import Cell, Grid, Head

GUTTER = 3.0
"""Millimetres between a column and the next."""
TIGHT = 2.0
"""As little of it as there may be where a table would not fit otherwise."""
COMFORT = 24.0
"""A column of words is not made narrower (mm) than this without need."""
AMPLE = 55.0
"""A column of words is wide enough (mm) at this, however much stands in its cells."""
UNBROKEN = 45.0
"""A word that is longer (mm), as an address, is broken before a table is too wide for it."""
LINES = 5
"""The lines that a cell of a narrower column should not take more of."""

# Fira Sans gives all figures and signs of reckoning one width, and the percent sign another.
_FIGURES = dict.fromkeys(map(ord, "0123456789+−×±=<>$€£¥"), 560.0) | {ord("%"): 900.0}
_SLACK = 1.015  # what rounding may cost


@dataclass(frozen=True, slots=True)
class Width:
    """In millimetres at the size measured: the least, a comfortable one, one without breaks.

    Each has the gutter behind the column in it, the least one a tight gutter.
    """

    tight: float
    comfort: float
    ideal: float

    def with_gutter(self) -> "Width":
        """What the column takes with the white between it and the next."""
        return Width(self.tight + TIGHT, self.comfort + GUTTER, self.ideal + GUTTER)


@cache
def tabular(name: str) -> Measure:
    """A face with its tabular figures."""
    measure = face(name)
    return Measure({**measure.advances, **_FIGURES}, measure.missing)


def ems(text: str, name: str = "sans") -> float:
    """How wide a text is in ems: 1 is the size of the type."""
    measure = tabular(name)
    return sum(measure.advances.get(ord(char), measure.missing) for char in text) / 1000


def deepest(cells: Iterable[Cell]) -> float:
    """The most (ems) that stands behind the units of any number among the cells."""
    return max((ems(cell.behind) for cell in cells if cell.behind), default=0.0)


def widths(grid: Grid, points: float) -> list[Width]:
    """Of each column; the last has no gutter."""
    columns = [_width(head, [*grid.column(at)], points) for at, head in enumerate(grid.heads)]
    return [column.with_gutter() for column in columns[:-1]] + columns[-1:]


def _width(head: Head, cells: list[Cell], points: float) -> Width:
    least, ideal = _head(head, points)
    tail = deepest(cells)
    for cell in cells:
        if cell.behind is not None:
            extent = _face(cell).width(cell.text, points) + _mm(tail - ems(cell.behind), points)
            least, ideal = max(least, extent), max(ideal, extent)
        else:
            ideal = max(ideal, _face(cell).width(cell.text, points))
            least = max(least, min(_face(cell).longest(cell.text, points), UNBROKEN))
    comfort = max(least, min(ideal, AMPLE, max(COMFORT, ideal * 1.1 / LINES)))
    return Width(*(width * _SLACK for width in (least, comfort, max(least, ideal))))


def _head(head: Head, points: float) -> tuple[float, float]:
    """The longest word of a heading, and the width in which it takes two lines."""
    words, measure = [head.text, head.unit], tabular("label")
    least = max(measure.longest(text, points) for text in words)
    whole = max(measure.width(text, points) for text in words)
    if " " not in head.text.strip():
        return least, whole
    return least, max(least, measure.balanced(head.text, points, whole * 0.6))


def _face(cell: Cell) -> Measure:
    """The face of a cell: that of its heaviest word."""
    return tabular("label" if "<strong>" in cell.markup else "date" if cell.heads else "sans")


def _mm(width: float, points: float) -> float:
    return width * points * 25.4 / 72
