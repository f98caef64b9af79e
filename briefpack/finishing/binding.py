"""Binding: the marks by which sheets are folded and stapled, where office printers print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefpack.finishing.pen import MM, Drawing, Size

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MARGIN = 8.0
"""How far (mm) from its edges a sheet is printed on by any office printer."""

TICK = 3.0
"""The length (mm) of a fold mark."""

STAPLE = 12.0
"""The length (mm) of a staple mark: a little less than office staples are wide, which hide it."""

STAPLES = (1 / 4, 3 / 4)
"""Where the staples are, as shares of the height of the fold."""

LINE = ("#8e9aa6", 0.35)
"""The colour of the marks, seen on white and on dark art; and their weight in points."""


def fold_marks(sheet: Size) -> Drawing:
    """Short lines at both ends of the fold of a lying sheet (mm)."""
    width, height = sheet
    ends = (MARGIN, height - MARGIN - TICK)
    return _upright(width / 2, [(end, TICK) for end in ends])


def staple_marks(sheet: Size) -> Drawing:
    """A line along the fold of a lying sheet (mm) where each staple is to be."""
    width, height = sheet
    return _upright(width / 2, [(share * height - STAPLE / 2, STAPLE) for share in STAPLES])


def _upright(x: float, lines: list[tuple[float, float]]) -> Drawing:
    """Lines above one another, each with its lower end and its length (mm)."""

    def draw(canvas: Canvas) -> None:
        colour, weight = LINE
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(weight)
        for start, length in lines:
            canvas.line(x * MM, start * MM, x * MM, (start + length) * MM)

    return draw
