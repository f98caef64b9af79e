"""Spacing: scales of numbers, bands of bars, and labels that keep clear of each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from `low` to `high` as pixels from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float | Decimal) -> float:
        """Where a number lies."""
        share = (float(value) - self.low) / ((self.high - self.low) or 1)
        return self.start + share * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Band:
    """A length shared by `count` bars, as Vega shares it; `inner` and `outer` are shares of a step.

    Of what is free at both ends, the share `align` is free before the first bar.

    See "Band scales" in Vega's documentation: this is its arithmetic.
    """

    count: int
    length: float
    inner: float
    outer: float
    align: float = 0.5

    @property
    def step(self) -> float:
        """From one bar to the next."""
        return self.length / max(1, self.count - self.inner + 2 * self.outer)

    @property
    def width(self) -> float:
        """Of a bar."""
        return self.step * (1 - self.inner)

    def start(self, number: int) -> float:
        """Where a bar begins."""
        return self.step * (2 * self.align * self.outer + number)

    def middle(self, number: int) -> float:
        """The middle of a bar."""
        return self.start(number) + self.width / 2


def apart(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """The middles of labels that would like to stand at `wanted`, and may not overlap.

    Labels that are too near become a group around the mean of what its members want; groups that
    then meet become one (the "pool adjacent violators" of isotonic regression). All stay between
    `low` and `high` as far as there is room.
    """
    order = sorted(range(len(wanted)), key=lambda number: (wanted[number], number))
    groups: list[tuple[float, list[int]]] = []
    for number in order:
        groups.append((wanted[number], [number]))
        while len(groups) > 1 and _meet(groups[-2], groups[-1], sizes):
            members = [*groups[-2][1], *groups[-1][1]]
            groups[-2:] = [(_middle(members, wanted, sizes), members)]
        middle, members = groups[-1]
        groups[-1] = (_kept(middle, members, sizes, low, high), members)
    return _placed(_pushed(groups, sizes, high), sizes, len(wanted))


def _extent(members: Sequence[int], sizes: Sequence[float]) -> float:
    return sum(sizes[number] for number in members)


def _kept(
    middle: float, members: Sequence[int], sizes: Sequence[float], low: float, high: float
) -> float:
    half = _extent(members, sizes) / 2
    return max(low + half, min(high - half, middle))


def _meet(
    above: tuple[float, list[int]], below: tuple[float, list[int]], sizes: Sequence[float]
) -> bool:
    room = (_extent(above[1], sizes) + _extent(below[1], sizes)) / 2
    return below[0] - above[0] < room - 1e-9


def _middle(members: Sequence[int], wanted: Sequence[float], sizes: Sequence[float]) -> float:
    """The middle of a group at which its members stand, on the whole, where they want."""
    start, offsets = 0.0, []
    for number in members:
        offsets.append(wanted[number] - start - sizes[number] / 2)
        start += sizes[number]
    return sum(offsets) / len(offsets) + start / 2


def _pushed(
    groups: list[tuple[float, list[int]]], sizes: Sequence[float], high: float
) -> list[tuple[float, list[int]]]:
    """Groups moved up where the last ones would stand beyond the end."""
    done: list[tuple[float, list[int]]] = []
    for middle, members in reversed(groups):
        half = _extent(members, sizes) / 2
        done.append((min(middle, high - half), members))
        high = done[-1][0] - half
    return done[::-1]


def _placed(
    groups: Sequence[tuple[float, list[int]]], sizes: Sequence[float], count: int
) -> list[float]:
    placed = [0.0] * count
    for middle, members in groups:
        start = middle - _extent(members, sizes) / 2
        for number in members:
            placed[number] = start + sizes[number] / 2
            start += sizes[number]
    return placed
