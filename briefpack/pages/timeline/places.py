"""Where cards hang: on one side of one page, each from a line as near to its mark as can be.

Ordered boundary labelling: the lines stand in the order of the marks, so that leaders need not
cross. A card of the far lane hangs from a line that passes the near lane between two cards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from statistics import median_low

from briefpack.pages.timeline.figure import Lane
from briefpack.pages.timeline.stage import CLEAR, PASSAGE

COST_OF_UNEVEN_LANES = 7.0
COST_OF_REPEATED_LANE = 2.0


@dataclass(frozen=True, slots=True)
class Hanging:
    """The lane of each card and the x of the line that it hangs from."""

    lanes: tuple[Lane, ...]
    lines: tuple[float, ...]


def hanging(
    marks: Sequence[float], left: float, right: float, card: float, lanes: int
) -> Hanging | None:
    """The lanes and lines with the least total distance from the marks; nothing if too many."""
    tries = (
        (_cost(dealt, lines, marks), index, Hanging(dealt, lines))
        for index, dealt in enumerate(_dealt(len(marks), lanes))
        if (lines := _lines(dealt, marks, left, right - card, card)) is not None
    )
    best = min(tries, key=lambda item: item[:2], default=None)
    return best[2] if best else None


def distance(marks: Sequence[float], left: float, right: float, card: float, lanes: int) -> float:
    """About how far, in all, cards of one side will hang from their marks: lanes taken in turn."""
    turns: tuple[Lane, ...] = ("far", "near")
    dealt = [turns[index % 2] if lanes == 2 else "near" for index in range(len(marks))]
    lines = _lines(dealt, marks, left, right - card, card)
    if lines is None:
        return (right - left) * len(marks)
    return sum(abs(line - mark) for line, mark in zip(lines, marks, strict=True))


@lru_cache(maxsize=16)
def _dealt(count: int, lanes: int) -> list[tuple[Lane, ...]]:
    """Every way to deal cards to the lanes that leaves them alike, or nearly."""
    turns: tuple[Lane, ...] = ("near", "far")
    if lanes == 1:
        return [turns[:1] * count]
    ways: Iterator[tuple[Lane, ...]] = product(turns, repeat=count)
    return [dealt for dealt in ways if abs(2 * dealt.count("far") - count) <= 2]


def _cost(lanes: Sequence[Lane], lines: Sequence[float], marks: Sequence[float]) -> float:
    moved = sum(abs(line - mark) for line, mark in zip(lines, marks, strict=True))
    uneven = max(abs(2 * lanes.count("far") - len(lanes)) - 1, 0)
    repeated = sum(a == b for a, b in pairwise(lanes))
    return moved + COST_OF_UNEVEN_LANES * uneven + COST_OF_REPEATED_LANE * repeated


def _lines(
    lanes: Sequence[Lane], marks: Sequence[float], first: float, last: float, card: float
) -> tuple[float, ...] | None:
    """The lines at the least total distance from the marks, no two nearer than they must be.

    With the least distances taken off, this is isotonic regression in the L1 norm: neighbours
    that are out of order are pooled and move to their median, so that most leaders stay straight.
    """
    if not lanes:
        return ()
    offsets = [0.0]
    for a, b in pairwise(lanes):
        offsets.append(offsets[-1] + _apart(a, b, card))
    if first + offsets[-1] > last + 1e-9:
        return None
    levels = _pooled([mark - offset for mark, offset in zip(marks, offsets, strict=True)])
    limit = last - offsets[-1]
    return tuple(
        min(max(level, first), limit) + offset
        for level, offset in zip(levels, offsets, strict=True)
    )


def _apart(a: Lane, b: Lane, card: float) -> float:
    """The least distance between the lines of two neighbouring cards."""
    if a == "far":
        return PASSAGE if b == "near" else card + PASSAGE + CLEAR
    return card + CLEAR if b == "far" else card + PASSAGE + CLEAR


def _pooled(values: Sequence[float]) -> list[float]:
    """The non-decreasing sequence nearest to `values` in sum of distances."""
    pools: list[list[float]] = []
    for value in values:
        pools.append([value])
        while len(pools) > 1 and median_low(pools[-2]) > median_low(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    return [median_low(pool) for pool in pools for _ in pool]
