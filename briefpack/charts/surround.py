"""What stands around a plot: unit, key, gridlines and words along the axes, names at line ends."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from math import floor

from briefpack.charts import ticks
from briefpack.charts.chart import Chart
from briefpack.charts.frame import LINE, SIZE
from briefpack.charts.pens import Pen
from briefpack.charts.sheet import Label, Patch, Sheet, Stroke, patches, symbols
from briefpack.charts.spacing import Scale, apart

TICK = 3.5
GAP = 6.0
"""Pixels between words and what they belong to."""

SWATCH = 12.0
"""The width of a sample in a key, in pixels."""

NAMES = 0.36
"""The share of the width that names beside a plot may take."""


def has_unit(chart: Chart) -> bool:
    """Whether the unit stands once, above; percent stands with every number."""
    return bool(chart.unit) and chart.unit != "%"


AIR = SIZE * 0.75
"""What keeps the number of the uppermost gridline off the words above, in pixels."""


def head(
    sheet: Sheet,
    chart: Chart,
    pens: Sequence[Pen],
    *,
    key: bool = False,
    filled: bool = False,
    room: float = AIR,
) -> None:
    """The unit, and below it the key; the plot begins `room` pixels below both."""
    rows = _key_rows(sheet, chart) if key else []
    unit = [chart.unit] if has_unit(chart) else []
    lines = [line for words in unit for line in sheet.frame.lines(words, sheet.frame.width)]
    sheet.top = (len(lines) + len(rows)) * LINE + room
    for number, line in enumerate(lines):
        y = LINE * (number + 0.5) - sheet.top
        sheet.write(Label(-sheet.left, y, line, colour=sheet.frame.inks.quiet))
    for number, row in enumerate(rows, start=len(lines)):
        for x, index in row:
            y = LINE * (number + 0.5) - sheet.top
            pen, name = pens[index], chart.series[index].name
            _sample(sheet, pen, x - sheet.left, y, filled)
            words = x - sheet.left + SWATCH + 4
            sheet.write(Label(words, y, name, colour=pen.colour, bold=pen.bold))


def _key_rows(sheet: Sheet, chart: Chart) -> list[list[tuple[float, int]]]:
    """The entries of a key, row by row: where each begins, and the number of its series."""
    rows: list[list[tuple[float, int]]] = [[]]
    x = 0.0
    for index, one in enumerate(chart.series):
        width = SWATCH + 4 + sheet.frame.length(one.name, bold=True)
        if rows[-1] and x + width > sheet.frame.width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, index))
        x += width + 2 * GAP
    return rows


def _sample(sheet: Sheet, pen: Pen, x: float, y: float, filled: bool) -> None:
    if not filled:
        sheet.over.append(symbols([(x + SWATCH / 2, y)], pen.shape, pen.line, 34))
        return
    sheet.over.append(patches([Patch(x, y - 4, x + SWATCH, y + 4)], pen.fill, pen.edge))


def tick_words(sheet: Sheet, chart: Chart, values: Sequence[Decimal]) -> list[str]:
    """The round numbers as they are printed, all with as many digits behind the sign."""
    places = max(max(-int(value.as_tuple().exponent), 0) for value in values)
    return [sheet.frame.number(value, places, chart.unit) for value in values]


def grid(sheet: Sheet, chart: Chart, values: Sequence[Decimal], scale: Scale) -> None:
    """Level gridlines and their numbers."""
    for value, words in zip(values, tick_words(sheet, chart, values), strict=True):
        y = scale(value)
        sheet.rule(Stroke(0, y, sheet.plot_width, y, sheet.frame.inks.rule))
        sheet.write(Label(-GAP, y, words, "right", sheet.frame.inks.quiet))


def base(sheet: Sheet, y: float) -> None:
    """The line that bars stand on, or that x is read along."""
    sheet.rule(Stroke(0, y, sheet.plot_width, y, sheet.frame.inks.ink, 0.9))


def below(sheet: Sheet, entries: Sequence[tuple[float, str]], tick: bool = True) -> None:
    """Words below the plot, and a tick above each; where they would touch, some are left out."""
    y = sheet.plot_height
    widest = max((sheet.frame.length(words) for _, words in entries), default=0.0)
    gaps = [b - a for (a, _), (b, _) in pairwise(entries)]
    step = max(1, -(-int(widest + GAP) // max(int(min(gaps, default=1e9)), 1)))
    for x, words in entries[::step]:
        half = sheet.frame.length(words) / 2
        middle = min(max(x, half - sheet.left), sheet.plot_width + sheet.right - half)
        sheet.write(Label(middle, y + TICK + LINE / 2 + 1, words, "center", sheet.frame.inks.text))
        if tick:
            sheet.rule(Stroke(x, y, x, y + TICK, sheet.frame.inks.ink, 0.75))


def moments(sheet: Sheet, chart: Chart, scale: Scale) -> list[tuple[float, str]]:
    """Round years along a scale of time; months where it is short and the dates have them."""
    low, high = chart.marks[0].at, chart.marks[-1].at
    widest = sheet.frame.length("0000") + 3 * GAP
    most = max(2, floor(sheet.plot_width / widest))
    exact = any("-" in mark.written for mark in chart.marks)
    if exact and high - low < 3:
        wide = sheet.frame.length(sheet.frame.moment("2024-09")) + 2 * GAP
        days = ticks.months(low, high, max(2, floor(sheet.plot_width / wide)))
        return [(scale(at), sheet.frame.moment(f"{day:%Y-%m}")) for at, day in days]
    return [(scale(year), str(year)) for year in ticks.years(low, high, most)]


def room_for_names(sheet: Sheet, names: Sequence[str]) -> float:
    """The width that the names of series take beside the plot."""
    lines = [line for name in names for line in _name(sheet, name)]
    return max(sheet.frame.length(line, bold=True) for line in lines) + 2 * GAP


def height_for_names(sheet: Sheet, names: Sequence[str]) -> float:
    """The height of a chart in which the names of all series find room below each other."""
    return (sum(len(_name(sheet, name)) for name in names) + 3) * LINE


def _name(sheet: Sheet, name: str) -> list[str]:
    return sheet.frame.lines(name, NAMES * sheet.frame.width, bold=True)


def write_names(
    sheet: Sheet, names: Sequence[str], pens: Sequence[Pen], ends: Sequence[tuple[float, float]]
) -> None:
    """The name of each series where it ends; one that had to move is led to by a thin line."""
    blocks = [_name(sheet, name) for name in names]
    sizes = [len(block) * LINE * 0.92 for block in blocks]
    middles = apart([y for _, y in ends], sizes, -LINE / 2, sheet.plot_height + LINE / 2)
    x = sheet.plot_width + 2 * GAP - 2
    for block, pen, (end, y), middle in zip(blocks, pens, ends, middles, strict=True):
        if abs(middle - y) > 2.5 or end < sheet.plot_width - 1:
            sheet.rule(Stroke(end + 4, y, x - 2, middle, pen.line, 0.6))
        first = middle - (len(block) - 1) * LINE * 0.92 / 2
        for number, line in enumerate(block):
            at = first + number * LINE * 0.92
            sheet.write(Label(x, at, line, colour=pen.colour, bold=pen.bold))
