"""Fitness: whether numbers, each of them in order, make a chart of the kind that is asked for."""

from collections.abc import Iterator

from briefpack.blocks.chart import ChartBlock
from briefpack.charts.chart import Chart
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

RULE = "chart"
MOST_SERIES = {"bar": 4, "dot": 4, "slope": 10}
"""Series that can be told apart, by kind of chart; six of any other."""
MOST_BARS = {"text": 60, "wide": 80, "side": 24}
"""Bars, or rows of dots, by the column that the chart stands in."""
MOST_POINTS = 1_500
LONGEST_WORD = {"text": 36, "wide": 50, "side": 18}
"""Letters of a word in a name, which is not broken, by the column that the chart stands in."""

Cells = dict[tuple[str, str], Words]
"""The cell of each value of x and series."""


def unfit(chart: Chart, block: ChartBlock, column: str, cells: Cells) -> Iterator[Problem]:
    """Why the numbers make no chart of that kind, in that column of the page."""
    most = MOST_SERIES.get(chart.kind, 6)
    if len(chart.series) > most:
        message = f"{len(chart.series)} series cannot be told apart in one chart; at most {most}"
        hint = "leave some out with ':y:', add the small ones up, or draw two charts"
        yield complaint(block.argument, RULE, message, hint)
    yield from _long(chart, block, column)
    yield from _crowded(chart, block, column)
    yield from _negative(chart, cells)
    if chart.kind == "slope":
        yield from _unsloping(chart, block, column)
    if chart.kind == "area":
        yield from _gaps(chart, block, "an area has no gaps", "choose 'line', which may have some")
    if chart.kind in ("line", "area") and len(chart.marks) < 2:
        message = f"{'a line' if chart.kind == 'line' else 'an area'} needs two values of x or more"
        yield complaint(block.argument, RULE, message, "choose 'bar' or 'dot'")


def _long(chart: Chart, block: ChartBlock, column: str) -> Iterator[Problem]:
    """Names stand beside what they name, and leave it room."""
    several = chart.series if len(chart.series) > 1 else ()
    names = [*(one.name for one in several), *(mark.written for mark in chart.marks)]
    words = [word for name in names for word in name.split()]
    most = LONGEST_WORD[column]
    for word in dict.fromkeys(word for word in words if len(word) > most):
        message = f"{quoted(word)} is too long a word for the place '{column}'"
        yield complaint(
            block.argument, RULE, message, f"at most {most} letters; part or shorten it"
        )


def _crowded(chart: Chart, block: ChartBlock, column: str) -> Iterator[Problem]:
    rows = len(chart.marks)
    bars = rows * (len(chart.series) if chart.kind == "bar" else 1)
    most = MOST_BARS[column]
    if (chart.barred or (chart.kind == "dot" and chart.scale == "names")) and bars > most:
        message = f"{bars} bars or rows are too many for the place '{column}'; at most {most}"
        hint = "add the small ones up, or show a table"
        yield complaint(block.argument, RULE, message, hint)
    elif rows * len(chart.series) > MOST_POINTS:
        message = f"the chart has {rows * len(chart.series):,} points; at most {MOST_POINTS:,}"
        yield complaint(block.argument, RULE, message, "draw their means, by month or by year")


def _negative(chart: Chart, cells: Cells) -> Iterator[Problem]:
    """What stands upon each other adds up to a whole, which a negative number is no part of."""
    for one in chart.series if chart.stacked else ():
        for mark, value in zip(chart.marks, one.values, strict=True):
            if value is not None and value < 0:
                at = cells[mark.written, one.name]
                message = f"a negative number cannot stand in a chart of kind '{chart.kind}'"
                hint = "choose 'bar'" if chart.barred else "choose 'line'"
                yield complaint(at, RULE, message, hint)
                return


def _unsloping(chart: Chart, block: ChartBlock, column: str) -> Iterator[Problem]:
    if column == "side":
        message = "a slope has names and numbers on both sides; the side column is too narrow"
        held = "put it into the text itself"
        hint = "choose the place 'text' or 'wide'" if block.place == "side" else held
        yield complaint(block.argument, RULE, message, hint)
    if len(chart.marks) != 2:
        message = f"a slope has two values of x, and {quoted(chart.x)} has {len(chart.marks)}"
        yield complaint(block.x or block.argument, RULE, message, "choose 'line'")
    else:
        yield from _gaps(chart, block, "a slope needs both numbers of a series", "")


def _gaps(chart: Chart, block: ChartBlock, why: str, hint: str) -> Iterator[Problem]:
    for one in chart.series:
        for mark, value in zip(chart.marks, one.values, strict=True):
            if value is None:
                whose = f" of {quoted(one.name)}" if len(chart.series) > 1 else ""
                message = f"{why}; there is no number{whose} at {quoted(mark.written)}"
                yield complaint(block.argument, RULE, message, hint)
                return
