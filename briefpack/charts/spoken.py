"""What a chart says to a reader who does not see it: its numbers, as rows of words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from briefpack.charts.chart import Chart, Mark
from briefpack.charts.frame import Frame

MOST_ROWS = 60
"""Rows of a table that is told in full; of more, the ends, the least and the greatest numbers."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: its head, its rows, whose first words name them, the unit of its numbers, and
    whether it is an extract.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    unit: str = ""
    extract: bool = False


def of_chart(chart: Chart, frame: Frame) -> Rows:
    """The numbers as they are printed, a row for each value of x."""
    kept = _kept(chart)
    rows = [
        [_mark(chart.marks[number], chart, frame)]
        + [_told(one.values[number], chart, frame) for one in chart.series]
        for number in kept
    ]
    head = [chart.x, *(one.name for one in chart.series)]
    unit = "" if chart.unit == "%" else chart.unit
    return Rows(head, rows, unit, len(kept) < len(chart.marks))


def of_data(spec: dict[str, Any], numeral: Callable[[Decimal], str]) -> Rows:
    """The data of a specification, where all of it is one short list of records."""
    data = spec.get("data")
    values = data.get("values") if isinstance(data, dict) else None
    records = values if isinstance(values, list) else []
    if not records or len(records) > MOST_ROWS or not all(isinstance(r, dict) for r in records):
        return Rows((), ())
    head = [str(name) for name in records[0]]
    years = {name for name in head if all(_year(record.get(name)) for record in records)}
    rows = [
        [_plain(record.get(name), str if name in years else numeral) for name in head]
        for record in records
    ]
    return Rows(head, rows) if len(head) > 1 else Rows((), ())


def _kept(chart: Chart) -> list[int]:
    """The numbers of the marks that are told."""
    everything = list(range(len(chart.marks)))
    if len(everything) <= MOST_ROWS:
        return everything
    kept: set[int] = set()
    for one in chart.series:
        there = [number for number in everything if one.values[number] is not None]
        ordered = sorted(there, key=lambda number: one.values[number] or Decimal(0))
        kept |= {there[0], there[-1], ordered[0], ordered[-1]}
    return sorted(kept)


def _mark(mark: Mark, chart: Chart, frame: Frame) -> str:
    return frame.moment(mark.written) if chart.scale == "time" else mark.written


def _told(value: Decimal | None, chart: Chart, frame: Frame) -> str:
    return "–" if value is None else frame.number(value, chart.places, chart.unit)


def _plain(value: Any, numeral: Callable[[Decimal], str]) -> str:
    if isinstance(value, bool) or value is None:
        return "–" if value is None else str(value).lower()
    if isinstance(value, (int, float)):
        whole = isinstance(value, float) and value.is_integer()
        return numeral(Decimal(int(value) if whole else str(value)))
    return str(value)


def _year(value: Any) -> bool:
    """Whether a number may be a year, whose thousands nobody parts."""
    return isinstance(value, (int, float)) and value in range(1000, 3000)
