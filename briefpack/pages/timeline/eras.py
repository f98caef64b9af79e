"""Eras: the runs of events drawn to one scale, given by the author or found between wide gaps."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, combinations, pairwise

from briefpack.brief import Era
from briefpack.pages.timeline.scale import HALF_A_DAY

MOST_BREAKS = 2
"""Breaks that are tried on a page, beside the one in the gutter."""
NARROWEST = 18.0
"""The least width of an era, where there is room, in millimetres."""
BESIDE_TITLE = 4.0
WIDE = 0.16
"""A gap between events is wide when it takes this share of the time that a page covers…"""
WIDER_THAN_MOST = 1.6
"""…and is so many times as long as the gaps of the page are on average."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of events, `first` to before `last` in order of date, drawn to one scale.

    No day outside `floor` to `ceiling` is shown. Where `fixed`, the scale runs exactly from one
    to the other, as the author said. `least` is the width in millimetres that it asks for.
    `continued`: not the beginning of its era.
    """

    first: int
    last: int
    floor: float = -math.inf
    ceiling: float = math.inf
    fixed: bool = False
    title: str = ""
    least: float = NARROWEST
    continued: bool = False

    def __len__(self) -> int:
        return self.last - self.first

    def split(self, at: int, days: Sequence[float]) -> tuple[Stretch, Stretch]:
        """Two stretches, the second beginning with event `at`; the border is in mid-gap."""
        middle = (days[at - 1] + days[at]) / 2
        before = replace(self, last=at, ceiling=max(middle, days[at - 1] + HALF_A_DAY))
        floor = min(middle, days[at] - HALF_A_DAY)
        return before, replace(self, first=at, floor=floor, continued=True)

    def within(self, first: int, last: int, days: Sequence[float]) -> Stretch:
        """What of the stretch holds events from `first` to before `last`."""
        part = self
        if self.first < first:
            part = part.split(first, days)[1]
        return part.split(last, days)[0] if last < part.last else part


def given(
    eras: Sequence[Era], days: Sequence[float], width: Callable[[str], float]
) -> list[Stretch]:
    """The author's eras that hold events, in order of time.

    An event outside all of them belongs to the nearest, which is stretched to take it in.
    `width` measures a title: an era asks for room for its own.
    """
    if not eras:
        return []
    spans = sorted((*_span(era), era.title.instead(str(era.title))) for era in eras)
    homes = list(accumulate((_home(spans, day) for day in days), max))
    stretches = []
    for index in sorted(set(homes)):
        first, last = homes.index(index), len(homes) - homes[::-1].index(index)
        floor, ceiling, title = spans[index]
        floor, ceiling = min(floor, days[first]), max(ceiling, days[last - 1])
        least = max(NARROWEST, width(title) + BESIDE_TITLE)
        stretches.append(Stretch(first, last, floor, ceiling, True, title, least))
    return stretches


def between(
    stretches: Sequence[Stretch], first: int, last: int, days: Sequence[float]
) -> list[Stretch]:
    """What of the stretches holds events from `first` to before `last`; one free one, if none."""
    whole = stretches or [Stretch(0, len(days))]
    return [
        era.within(max(era.first, first), min(era.last, last), days)
        for era in whole
        if era.first < last and first < era.last
    ]


def outside(eras: Sequence[Era], days: Sequence[float]) -> list[int]:
    """Which of `days` fall in none of the eras, by index; none where there are no eras."""
    spans = [_span(era) for era in eras]
    return [
        index
        for index, day in enumerate(days)
        if spans and not any(start <= day <= end for start, end in spans)
    ]


def _span(era: Era) -> tuple[float, float]:
    """From the first moment of its first day to the last of its last."""
    last = (era.end.end or era.end.start).last
    return float(era.start.start.first.toordinal()), last.toordinal() + 1.0


def _home(spans: Sequence[tuple[float, float, str]], day: float) -> int:
    """The first span that holds the day, else the nearest."""
    distances = [max(start - day, day - end, 0.0) for start, end, _ in spans]
    return distances.index(min(distances))


def found(whole: Stretch, days: Sequence[float]) -> Iterator[list[Stretch]]:
    """Every way that is worth a try to break a stretch at its wide gaps, the unbroken first."""
    span = days[whole.last - 1] - days[whole.first]
    inner = range(whole.first + 1, whole.last)
    least = span * max(WIDE, WIDER_THAN_MOST / max(len(inner), 1))
    wide = [at for at in inner if span and days[at] - days[at - 1] >= least]
    for count in range(MOST_BREAKS + 1):
        for cuts in combinations(wide, count):
            bounds = [whole.first, *cuts, whole.last]
            yield [whole.within(a, b, days) for a, b in pairwise(bounds)]
