"""Pens: what each series is drawn with, so that it is told apart with and without colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.charts.chart import Chart
from briefpack.charts.inks import DASHES, SHAPES, Inks, hatch


@dataclass(frozen=True, slots=True)
class Pen:
    """The colour of words and lines, the dashes, the shape of points; fill and outline of areas."""

    colour: str
    line: str
    dash: Sequence[float]
    shape: str
    fill: str
    edge: str
    weight: float = 1.4
    bold: bool = False


def pens(chart: Chart, inks: Inks) -> list[Pen]:
    """A pen for each series; those that do not stand out where one does are grey."""
    if not chart.highlight or len(chart.series) == 1:
        return [_own(number, inks) for number in range(len(chart.series))]
    others = iter(range(len(chart.series)))
    return [
        _outstanding(inks) if one.name == chart.highlight else _muted(next(others), inks)
        for one in chart.series
    ]


def _own(number: int, inks: Inks) -> Pen:
    number %= len(SHAPES)
    colour = inks.lines[number]
    dash, shape = DASHES[number], SHAPES[number]
    return Pen(colour, colour, dash, shape, hatch(number), colour)


def _muted(number: int, inks: Inks) -> Pen:
    """One of the grey ones: dashes and shapes from the second on, since the first stands out."""
    place = (number + 1) % len(SHAPES)
    dash = DASHES[place] if number else ()
    return Pen(
        inks.quiet, inks.dim, dash, SHAPES[place], hatch(len(inks.lines) + number), inks.quiet, 1.1
    )


def _outstanding(inks: Inks) -> Pen:
    return Pen(inks.signal, inks.signal, (), SHAPES[0], inks.signal, inks.signal, 2.0, bold=True)
