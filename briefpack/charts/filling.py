"""Filling: bars and parts of bars as the specification has them, and the numbers at their ends."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from briefpack.charts import ticks
from briefpack.charts.chart import Chart
from briefpack.charts.frame import Frame
from briefpack.charts.pens import Pen
from briefpack.charts.sheet import Align, Label, Sheet, Spec
from briefpack.charts.spacing import Band, Scale

_BETWEEN = 0.08
"""Between the bars of a group, in shares of a bar and what parts it from the next."""


def round_numbers(chart: Chart, most: int) -> list[Decimal]:
    """Round numbers from nought, or below the least, to above the longest bar."""
    if chart.stacked:
        return ticks.numbers(Decimal(0), max(chart.totals), most)
    return ticks.numbers(min(Decimal(0), *chart.values), max(Decimal(0), *chart.values), most)


def span(chart: Chart, values: Sequence[Decimal], labelled: bool) -> tuple[float, float]:
    """Where the scale of values begins and ends: without gridlines, at the longest bars."""
    if not labelled:
        return float(values[0]), float(values[-1])
    zero = Decimal(0)
    ends = chart.totals if chart.stacked else chart.values
    low, high = float(min(zero, *ends)), float(max(zero, *ends))
    return low, high if high > low else low + 1


def printed(chart: Chart, frame: Frame, value: Decimal) -> str:
    """A number of the chart, as exact as all of them."""
    return frame.number(value, chart.places, chart.unit)


def within(chart: Chart, band: Band) -> Band:
    """The bars of one group."""
    return Band(len(chart.series), band.width, _BETWEEN if len(chart.series) > 1 else 0, 0)


def end_label(
    sheet: Sheet,
    chart: Chart,
    number: int,
    value: Decimal,
    pen: Pen,
    x: float,
    y: float,
    align: Align,
) -> Label:
    """The number at the end of a bar; bold where it stands out."""
    inks = sheet.frame.inks
    out = len(chart.series) == 1 and chart.marks[number].written == chart.highlight != ""
    colour = inks.signal if out or pen.bold else inks.text
    words = printed(chart, sheet.frame, value)
    return Label(x, y, words, align, colour, out or pen.bold)


def fill(
    sheet: Sheet, chart: Chart, own: Sequence[Pen], along: Scale, band: Band, *, standing: bool
) -> None:
    """The bars themselves, to scales that the specification names."""
    value, place = ("y", "x") if standing else ("x", "y")
    encoding = _encoding(chart, along, band, value, place)
    for index, pen in enumerate(own):
        for fill, edge, numbers in _fills(chart, index, pen, sheet):
            mark: Spec = {"type": "bar", "fill": fill, "stroke": edge, "strokeWidth": 0.6}
            if chart.stacked:
                mark |= {"y2Offset": -1.2} if standing else {"x2Offset": 1.2}
            rows = [_row(chart, index, number, value, place) for number in numbers]
            sheet.draw(mark, encoding, rows)


def _fills(chart: Chart, index: int, pen: Pen, sheet: Sheet) -> list[tuple[str, str, list[int]]]:
    """Fill, outline and bars; in a single series, one bar may stand out of all."""
    values = chart.series[index].values
    there = [number for number, value in enumerate(values) if value is not None]
    if len(chart.series) > 1 or not chart.highlight:
        return [(pen.fill, pen.edge, there)]
    inks = sheet.frame.inks
    out = [number for number in there if chart.marks[number].written == chart.highlight]
    rest = [number for number in there if number not in out]
    return [(inks.dim, inks.dim, rest), (inks.signal, inks.signal, out)]


def _row(chart: Chart, index: int, number: int, value: str, place: str) -> dict[str, Any]:
    """A bar's data."""
    one = chart.series[index]
    row: dict[str, Any] = {place: chart.marks[number].written, "series": one.name}
    if chart.stacked:
        sums = chart.sums(number)
        row |= {value: float(sums[index]), f"{value}2": float(sums[index - 1]) if index else 0.0}
    else:
        row |= {value: float(one.values[number] or 0), f"{value}2": 0.0}
    return row


def _encoding(chart: Chart, along: Scale, band: Band, value: str, place: str) -> Spec:
    domain = [mark.written for mark in chart.marks]
    bands = {
        "domain": domain,
        "paddingInner": round(band.inner, 4),
        "paddingOuter": round(band.outer, 4),
        "align": band.align,
    }
    ends = {"domain": [along.low, along.high], "range": [along.start, along.end], "nice": False}
    encoding: Spec = {
        place: {"field": place, "type": "nominal", "sort": None, "axis": None, "scale": bands},
        value: {"field": value, "type": "quantitative", "axis": None, "stack": None, "scale": ends},
        f"{value}2": {"field": f"{value}2"},
    }
    if not chart.stacked and len(chart.series) > 1:
        inner = {"domain": [one.name for one in chart.series], "paddingInner": _BETWEEN}
        encoding[f"{place}Offset"] = {"field": "series", "type": "nominal", "scale": inner}
    return encoding
