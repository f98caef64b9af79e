"""Sharing: which events stand on which spread, when one does not hold them all."""

from __future__ import annotations

from collections.abc import Sequence

LEEWAY = 0.2
"""By what part of an equal share a border between spreads may move, to fall in a wider gap."""


def shares(days: Sequence[float], count: int, capacity: int) -> list[tuple[int, int]]:
    """From which to before which event each of `count` spreads goes; none if they do not hold all.

    A spread takes at least one event a page, and no more than `capacity`.
    """
    total = len(days)
    if not 2 * count <= total <= capacity * count:
        return []
    borders = [0]
    for number in range(1, count):
        borders.append(_border(days, borders[-1], number, count, capacity))
    return list(zip(borders, [*borders[1:], total], strict=True))


def _border(days: Sequence[float], last: int, number: int, count: int, capacity: int) -> int:
    """A wide gap near the equal share that leaves the other spreads neither poor nor full.

    At the end of the leeway a gap has to be twice as wide as one at the equal share.
    """
    total, others = len(days), count - number
    ideal = round(number * total / count)
    low = max(last + 2, total - capacity * others)
    high = min(last + capacity, total - 2 * others)
    leeway = LEEWAY * total / count
    near = [at for at in range(low, high + 1) if abs(at - ideal) <= leeway]
    candidates = near or [min(max(ideal, low), high)]

    def worth(at: int) -> tuple[float, int]:
        away = abs(at - ideal)
        return (days[at] - days[at - 1]) * (1 - away / (2 * leeway + 1)), -away

    return max(candidates, key=worth)
