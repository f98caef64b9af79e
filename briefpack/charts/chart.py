"""A chart: what is to be drawn, with everything that an author wrote checked and put in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

Scale = Literal["time", "number", "names"]
"""What the values of x are: dates in true distance, numbers, or names side by side."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of x: as it stands in the file, and where it lies on a scale of time or numbers.

    A point in time lies at its year, with the share of the year that has passed at its first day.
    """

    written: str
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers with a name, one for each mark; None is a gap."""

    name: str
    values: tuple[Decimal | None, ...]

    def runs(self) -> Iterator[list[int]]:
        """The marks that follow each other without a gap, by their numbers."""
        run: list[int] = []
        for number, value in enumerate(self.values):
            if value is None and run:
                yield run
                run = []
            elif value is not None:
                run.append(number)
        if run:
            yield run


@dataclass(frozen=True)
class Chart:
    """Series over common marks. `start` is where the scale of values begins."""

    kind: str
    scale: Scale
    marks: Sequence[Mark]
    series: Sequence[Series]
    x: str = ""
    unit: str = ""
    highlight: str = ""
    start: Decimal = Decimal(0)

    @cached_property
    def values(self) -> list[Decimal]:
        """All numbers."""
        return [value for one in self.series for value in one.values if value is not None]

    @property
    def names(self) -> list[str]:
        """The names of the series."""
        return [one.name for one in self.series]

    @cached_property
    def places(self) -> int:
        """Digits behind the decimal sign, as many as the most exact number has."""
        return max(places(value) for value in self.values)

    @property
    def stacked(self) -> bool:
        """Whether the series of a mark stand upon each other."""
        return self.kind in ("stacked-bar", "area")

    @property
    def barred(self) -> bool:
        """Whether the numbers are lengths, so that the scale begins at nought."""
        return self.kind in ("bar", "stacked-bar")

    def sums(self, number: int) -> list[Decimal]:
        """Where each series of a stack ends at a mark."""
        sums, total = [], Decimal(0)
        for one in self.series:
            total += one.values[number] or Decimal(0)
            sums.append(total)
        return sums

    @property
    def totals(self) -> list[Decimal]:
        """Where each stack ends."""
        return [self.sums(number)[-1] for number in range(len(self.marks))]


def places(value: Decimal) -> int:
    """Digits behind the decimal sign."""
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
