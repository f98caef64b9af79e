"""Ticks: round numbers and round years along a scale."""

import datetime as dt
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import ceil, floor

from briefpack.charts.marks import year

_STEPS = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))
_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
_MONTHS = (1, 2, 3, 6)


def numbers(low: Decimal, high: Decimal, most: int) -> list[Decimal]:
    """At most so many round numbers (but three), in even steps, from one below to one above."""
    most = max(most, 3)
    if high <= low:
        high = low + 1
    rough = (high - low) / max(most - 1, 1)
    power = Decimal(1).scaleb(rough.adjusted())
    for factor in (*_STEPS, Decimal(20), Decimal(25), Decimal(50)):
        step = factor * power
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        if last - first + 1 <= most:
            break
    return [_plain(step * number) for number in range(int(first), int(last) + 1)]


def years(low: float, high: float, most: int) -> list[int]:
    """At most so many round years within a stretch of time."""
    for step in _YEARS:
        found = [step * number for number in range(ceil(low / step), floor(high / step) + 1)]
        if len(found) <= most:
            return found
    return []


def months(low: float, high: float, most: int) -> list[tuple[float, dt.date]]:
    """At most so many first days of months, each with where it lies."""
    days = [
        dt.date(number, month, 1)
        for number in range(floor(low), floor(high) + 1)
        for month in range(1, 13)
    ]
    for step in _MONTHS:
        found = [(year(day), day) for day in days if (day.month - 1) % step == 0]
        within = [(at, day) for at, day in found if low - 1e-9 <= at <= high + 1e-9]
        if len(within) <= most:
            return within
    return []


def _plain(number: Decimal) -> Decimal:
    """Without noughts at the end that nobody wrote, and without an exponent."""
    short = number.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short
