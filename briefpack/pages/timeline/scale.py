"""A straight line from dates to millimetres: the true scale of one era."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

PAD = 5.0
"""Millimetres between the end of a segment and its nearest mark, where the dates leave room."""
HALF_A_YEAR = 183.0
HALF_A_DAY = 0.5


@dataclass(frozen=True, slots=True)
class Scale:
    """The day `start` stands at `x0`, the day `end` at `x1`; days are proleptic ordinals."""

    start: float
    end: float
    x0: float
    x1: float

    @property
    def per_day(self) -> float:
        """Millimetres that a day takes."""
        return (self.x1 - self.x0) / (self.end - self.start)

    def x(self, day: float) -> float:
        """Where a day stands."""
        return self.x0 + (day - self.start) * self.per_day

    def day(self, x: float) -> float:
        """The day that stands at `x`."""
        return self.start + (x - self.x0) / self.per_day

    def shifted(self, dx: float) -> Self:
        """The same scale seen from a page that begins `dx` millimetres to the left."""
        return replace(self, x0=self.x0 + dx, x1=self.x1 + dx)


def through(first: tuple[float, float], last: tuple[float, float], x0: float, x1: float) -> Scale:
    """The scale from `x0` to `x1` on which two (day, x) points stand where they are said to."""
    (day_a, x_a), (day_b, x_b) = first, last
    per_day = (x_b - x_a) / (day_b - day_a)
    return Scale(day_a - (x_a - x0) / per_day, day_b + (x1 - x_b) / per_day, x0, x1)


def fitted(days: Sequence[float], floor: float, ceiling: float, x0: float, x1: float) -> Scale:
    """The scale that shows all of `days` with a little time around them.

    No day before `floor` or after `ceiling` is shown, so that neighbouring eras never show the
    same day twice. Where all events fall together, a year around them is shown.
    """
    first, last = days[0], days[-1]
    if first == last:
        return Scale(max(first - HALF_A_YEAR, floor), min(last + HALF_A_YEAR, ceiling), x0, x1)
    start = first - _days_before(last - first, ceiling - last, x1 - x0)
    end = last + _days_before(last - first, first - floor, x1 - x0)
    return Scale(max(start, floor), min(end, ceiling), x0, x1)


def _days_before(span: float, other_room: float, width: float) -> float:
    """The days that `PAD` millimetres stand for, when the other end has only `other_room` days."""
    padded_twice = PAD * span / (width - 2 * PAD)
    if other_room >= padded_twice:
        return padded_twice
    return PAD * (span + other_room) / (width - PAD)
