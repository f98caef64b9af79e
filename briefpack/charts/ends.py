"""Ends of lines: the first and the last number of each, printed where they find room."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefpack.charts.chart import Chart, Series
from briefpack.charts.frame import LINE, SIZE
from briefpack.charts.pens import Pen
from briefpack.charts.sheet import Label, Patch, Sheet
from briefpack.charts.surround import GAP, height_for_names, room_for_names

Point = tuple[float, float]

_WIDEST = 0.45
"""The share of the width up to which names may grow for their numbers."""

_OFF = tuple(share * LINE for share in (0.66, 0.85, 1.05))
"""From a point to the middle of a number above or below it, in pixels: the nearest that is free."""

_HALF = 0.45 * SIZE
"""Half the height of a number with a little air, in pixels."""

_CLEAR = 2.0
"""Pixels that lines keep off a number."""


def printed(sheet: Sheet, chart: Chart, one: Series, number: int) -> str:
    """The number of a series at a mark."""
    return sheet.frame.number(one.values[number] or Decimal(0), chart.places, chart.unit)


def names(sheet: Sheet, chart: Chart) -> list[str]:
    """What stands where each line ends: its name, and its last number where all find room.

    A line that ends before the last mark has no number: that would be taken for the last year's.
    """
    plain = chart.names
    if chart.kind != "line":
        return plain
    last = len(chart.marks) - 1
    told = [
        f"{one.name} {printed(sheet, chart, one, last)}"
        if one.values[last] is not None
        else one.name
        for one in chart.series
    ]
    wide = max(room_for_names(sheet, plain), _WIDEST * sheet.frame.width)
    fits = room_for_names(sheet, told) <= wide and height_for_names(sheet, told) <= sheet.height
    return told if fits else plain


def room_for_last(sheet: Sheet, chart: Chart) -> float:
    """The width that the last number of a single line takes beside the plot."""
    [one] = chart.series
    return sheet.frame.length(printed(sheet, chart, one, _ends(one)[1])) + 2 * GAP


def last(sheet: Sheet, chart: Chart, pen: Pen, line: Sequence[Point]) -> None:
    """Write the last number of a single line behind its last point."""
    [one] = chart.series
    x, y = line[-1]
    words = printed(sheet, chart, one, _ends(one)[1])
    sheet.write(Label(x + 1.5 * GAP, y, words, colour=pen.colour, bold=pen.bold))


def first(sheet: Sheet, chart: Chart, own: Sequence[Pen], lines: Sequence[Sequence[Point]]) -> bool:
    """Write the first number of every line above or below its first point; none, and no, unless all
    keep clear of each other and of the lines.
    """
    found: list[tuple[Label, Patch]] = []
    for one, pen, line in zip(chart.series, own, lines, strict=True):
        words = printed(sheet, chart, one, _ends(one)[0])
        free = (
            (Label(at, y, words, "center", pen.colour, pen.bold), box)
            for at, y, box in _spots(sheet, line[0], sheet.frame.length(words, pen.bold))
            if not any(_touches(box, other) for _, other in found)
            and not any(_touches(box, Patch(s.x, s.y, s.x2, s.y2)) for s in sheet.strokes)
            and not any(_crosses(box, other) for other in lines)
        )
        spot = next(free, None)
        if spot is None:
            return False
        found.append(spot)
    sheet.write(*(label for label, _ in found))
    return True


def _ends(one: Series) -> tuple[int, int]:
    """The first and the last mark at which there is a number."""
    there = [number for run in one.runs() for number in run]
    return there[0], there[-1]


def _spots(sheet: Sheet, point: Point, width: float) -> Iterator[tuple[float, float, Patch]]:
    """Where a number may stand: above its point, then below; within the plot."""
    x = max(point[0], width / 2 + _CLEAR)
    for y in (*(point[1] - off for off in _OFF), *(point[1] + off for off in _OFF)):
        box = Patch(x - width / 2 - 1, y - _HALF, x + width / 2 + 1, y + _HALF)
        if box.y >= -LINE / 2 and box.y2 <= sheet.plot_height - 1:
            yield x, y, box


def _touches(one: Patch, other: Patch) -> bool:
    apart = one.x2 < other.x or other.x2 < one.x or one.y2 < other.y or other.y2 < one.y
    return not apart


def _crosses(box: Patch, line: Sequence[Point]) -> bool:
    """Whether a line comes near a box, which stands at its beginning."""
    if len(line) == 1:
        return box.x <= line[0][0] <= box.x2 and box.y <= line[0][1] <= box.y2
    for (x, y), (x2, y2) in pairwise(line):
        start, end = max(x, box.x - _CLEAR), min(x2, box.x2 + _CLEAR)
        if start <= end:
            slope = (y2 - y) / ((x2 - x) or 1)
            reach = sorted((y + (start - x) * slope, y + (end - x) * slope))
            if reach[0] < box.y2 + _CLEAR and reach[1] > box.y - _CLEAR:
                return True
    return False
