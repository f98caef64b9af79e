"""Told: the grid of what a chart says, for a page that the chart itself is too large for."""

from collections.abc import Sequence

from markupsafe import escape

from briefpack.charts.spoken import Rows
from briefpack.pages.tabular.grid import Cell, Grid, Head, Row


def grid(rows: Rows) -> Grid:
    """The rows of numbers, each below the words that name it."""
    first, *others = rows.head
    heads = [Head(escape(first), first)]
    heads += [Head(escape(name), name, rows.unit, "right") for name in others]
    return Grid(heads, [_row(row) for row in rows.rows])


def _row(row: Sequence[str]) -> Row:
    name, *numbers = row
    cells = [Cell(escape(one), one) for one in numbers]
    return Row([Cell(escape(name), name, heads=True), *cells])
