"""Marks: what the values of x are, and where they lie."""

import datetime as dt
import re
from collections.abc import Sequence

from briefpack.charts.chart import Mark, Scale
from briefpack.dataset import Dataset

_DATE = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


def scale(cells: Sequence[str], data: Dataset, kind: str) -> Scale:
    """What a column of x holds. Bars stand side by side whatever it is."""
    if all(date(cell) for cell in cells):
        return "time"
    if kind in ("line", "area", "dot") and all(data.number(cell) is not None for cell in cells):
        return "number"
    return "names"


def mark(cell: str, kind: Scale, data: Dataset) -> Mark:
    """The mark that a cell stands for."""
    if kind == "time":
        return Mark(cell, _year(cell))
    if kind == "number":
        return Mark(cell, float(data.number(cell) or 0))
    return Mark(cell)


def date(cell: str) -> dt.date | None:
    """The first day of a year, a month or a day, written as ISO 8601-1 has it; None for others."""
    match = _DATE.fullmatch(cell)
    if not match:
        return None
    try:
        return dt.date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return None


def year(day: dt.date) -> float:
    """A day as its year and the share of the year that has passed."""
    begin, end = dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    return day.year + (day - begin).days / ((end - begin).days + 1)


def _year(cell: str) -> float:
    day = date(cell)
    return year(day) if day else 0.0
