"""Plotting: a block and its data become a chart, or the problems that keep it from being one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from briefpack.blocks.chart import ChartBlock
from briefpack.charts import marks
from briefpack.charts.chart import Chart, Mark, Series
from briefpack.charts.fitness import RULE, Cells, unfit
from briefpack.dataset import Dataset
from briefpack.nearest import did_you_mean, parting
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

_LEAST, _GREATEST = Decimal("1e-9"), Decimal("1e15")
"""What a number lies between, without its sign: beyond, arithmetic in binary fractions fails."""


def plot(block: ChartBlock, data: Dataset, column: str = "") -> tuple[Chart | None, list[Problem]]:
    """The chart of a block that is no specification; None where a problem stands in the way.

    `column` gives it its width: that of its place, unless another block holds it.
    """
    plotter = _Plotter(block, data, column or block.place)
    chart = plotter.plot()
    return (None if plotter.problems else chart), plotter.problems


@dataclass(slots=True)
class _Plotter:
    """A block on its way to a chart, and what was wrong with it."""

    block: ChartBlock
    data: Dataset
    width: str
    problems: list[Problem] = field(default_factory=list)

    def plot(self) -> Chart | None:
        if self.block.kind is None:
            hint = "one of bar, stacked-bar, line, dot, slope or area"
            self.complain(self.block.argument, "this chart does not say its ':kind:'", hint)
        x, ys, by = self.columns()
        if self.problems or self.block.kind is None:
            return None
        cells, order = self.long(x, ys[0], by) if by else self.wide(x, ys)
        kind = self.block.kind
        scale = marks.scale([name for name, _ in cells], self.data, kind)
        found = [marks.mark(str(cell), scale, self.data) for cell in self.distinct(x)]
        if scale != "names" and kind != "slope":
            found.sort(key=lambda mark: mark.at)
        series = [self.series(name, found, cells) for name in order]
        chart = Chart(kind, scale, found, series, str(x), str(self.block.unit or ""))
        return chart if self.problems else self.settled(chart, cells)

    def columns(self) -> tuple[Words, list[Words], Words | None]:
        """The columns of x and y, and the one that names the series."""
        block, names = self.block, self.data.columns
        x = self.column(block.x) or names[0]
        by = self.column(block.series_)
        rest = [name for name in names if name not in (str(x), str(by or ""))]
        ys = [column for name in block.y if (column := self.column(name))] or rest
        if not rest:
            self.complain(block.argument, "there is no column of numbers beside that of x")
        elif by and len(ys) > 1:
            hint = f"write one of them behind ':y:': {', '.join(ys[:6])}"
            message = "with ':series:', the numbers stand in one column"
            self.complain(block.y[1] if len(block.y) > 1 else block.series_, message, hint)
        return x, ys, by

    def column(self, name: Words | None) -> Words | None:
        """The column that an option names."""
        for column in self.data.columns if name else ():
            if column == name:
                return column
        if name:
            message = f"{quoted(self.block.argument)} has no column {quoted(name)}"
            self.complain(
                name,
                message,
                parting(name, self.data.columns) or did_you_mean(name, self.data.columns),
            )
        return None

    def distinct(self, x: Words) -> list[Words]:
        """The values of x, each where it comes first."""
        return list({str(cell): cell for cell in reversed(self.data.column(x))}.values())[::-1]

    def wide(self, x: Words, ys: Sequence[Words]) -> tuple[Cells, list[str]]:
        """The cells of a column a series."""
        cells: Cells = {}
        for name in ys:
            self.gather(cells, [str(name)] * len(self.data.rows), x, name)
        return cells, [str(name) for name in ys]

    def long(self, x: Words, y: Words, by: Words) -> tuple[Cells, list[str]]:
        """The cells of a row a number, which names its series."""
        names = [str(cell) for cell in self.data.column(by)]
        for name, cell in zip(names, self.data.column(by), strict=True):
            if not name:
                self.complain(cell, f"this row names no series, in the column {quoted(by)}")
        cells: Cells = {}
        self.gather(cells, names, x, y)
        return cells, list(dict.fromkeys(names))

    def gather(self, cells: Cells, names: Sequence[str], x: Words, y: Words) -> None:
        columns = zip(names, self.data.column(x), self.data.column(y), strict=True)
        for name, mark, cell in columns:
            at = str(mark), name
            if not mark:
                self.complain(mark, f"this row has nothing in the column {quoted(x)}")
            elif at in cells:
                whose = f" of {quoted(name)}" if len(set(names)) > 1 else ""
                message = f"{quoted(mark)} stands here twice{whose}; first in line "
                self.complain(mark, f"{message}{cells[at].place.line}")
            else:
                cells[at] = cell

    def series(self, name: str, found: Sequence[Mark], cells: Cells) -> Series:
        values = [self.number(cells.get((mark.written, name))) for mark in found]
        if not any(value is not None for value in values):
            self.complain(self.block.argument, f"the series {quoted(name)} has no number")
        return Series(name, tuple(values))

    def number(self, cell: Words | None) -> Decimal | None:
        value = self.data.number(cell) if cell else None
        if cell and value is None:
            sign = "comma" if self.data.comma else "point"
            hint = f"write it as 14132.5, with a {sign}; leave the cell empty for a gap"
            hint = hint.replace(".", "," if self.data.comma else ".", 1)
            if plain := self.data.ungrouped(cell):
                hint = f"write {plain}: a number has no signs between its thousands"
            self.complain(cell, f"a number is expected, not {quoted(cell)}", hint)
        elif cell and value and not _LEAST < abs(value) < _GREATEST:
            message = f"{quoted(cell)} is too great or too small for a chart"
            self.complain(cell, message, "write it in thousands or in millions")
        return value

    def settled(self, chart: Chart, cells: Cells) -> Chart | None:
        """The chart with its last words, if it can be drawn."""
        self.problems += unfit(chart, self.block, self.width, cells)
        highlight, start = self.highlighted(chart), self.start(chart)
        return Chart(
            chart.kind,
            chart.scale,
            chart.marks,
            chart.series,
            chart.x,
            chart.unit,
            highlight,
            start,
        )

    def highlighted(self, chart: Chart) -> str:
        """The series, or the bar of a single one, that stands out."""
        wanted = self.block.highlight
        if wanted is None:
            return ""
        several = len(chart.series) > 1
        if not several and not chart.barred:
            self.complain(wanted, "there is one series, and nothing for it to stand out from")
            return ""
        names = [s.name for s in chart.series] if several else [m.written for m in chart.marks]
        if str(wanted) not in names:
            what = "series" if several else "bar"
            message = f"there is no {what} {quoted(wanted)} to stand out"
            self.complain(wanted, message, did_you_mean(wanted, names))
        return str(wanted)

    def start(self, chart: Chart) -> Decimal:
        """Where the scale of values begins."""
        written = self.block.from_
        if written is None:
            return Decimal(0)
        start = self.data.number(written)
        if start is None:
            message = f"':from:' is a number, written as in the data, not {quoted(written)}"
            self.complain(written, message)
            return Decimal(0)
        if chart.barred or chart.kind == "area":
            message = f"the scale of a chart of kind '{chart.kind}' begins at 0"
            self.complain(written, message, "choose 'line' or 'dot' where 0 is far off")
        elif start > min(chart.values):
            message = f"the scale cannot begin at {written}: the least number is "
            self.complain(written, f"{message}{min(chart.values)}")
        return start

    def complain(self, at: Words | None, message: str, hint: str = "") -> None:
        at = self.block.argument if at is None else at
        self.problems.append(complaint(at, RULE, message, hint))
