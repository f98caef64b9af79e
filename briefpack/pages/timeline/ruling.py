"""Ruling: the search for the axis of a spread, in true scale or evenly spaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from briefpack.pages.timeline.axis import (
    BREAK,
    GUTTER,
    Axis,
    Ground,
    Run,
    broken,
    joined,
    laid,
    page_cost,
    places,
)
from briefpack.pages.timeline.eras import NARROWEST, Stretch, between, found
from briefpack.pages.timeline.scale import PAD, Scale, through

BLANKS = (0.0, 3.0, 6.0, 9.0, 12.0, 15.0)
"""How much further than need be from the end of the axis its first or last mark may stand."""
FINENESS = 6.0
"""Millimetres between two tries at where an era ends that runs over the gutter."""

COST_OF_GUTTER_BREAK = -3.0
COST_OF_NARROW_GAP = 12.0
COST_OF_BLANK = 0.5


def true(days: Sequence[float], eras: Sequence[Stretch], ground: Ground) -> Axis | None:
    """The best axis in true scale for the events of `eras`, or nothing where there is no room.

    A single era that is not fixed leaves it to the search where to break.
    """
    free = len(eras) == 1 and not eras[0].fixed
    tries = _found(days, eras[0], ground) if free else _kept(days, eras, ground)
    return min(tries, key=lambda axis: axis.cost, default=None)


def even(days: Sequence[float], first: int, last: int, ground: Ground) -> Axis | None:
    """Events at even distances by their order, each page by itself."""
    cuts = ground.cuts(first, last)
    if not cuts:
        return None
    cut = min(cuts, key=lambda cut: abs(2 * cut - first - last))
    xs = [
        *_evenly(cut - first, ground.left, ground.gutter - GUTTER),
        *_evenly(last - cut, ground.gutter + GUTTER, ground.right),
    ]
    scale = Scale(days[first], max(days[last - 1], days[first] + 1), ground.left, ground.right)
    return Axis((Run(Stretch(first, last), scale, to_scale=False),), cut, tuple(xs))


def _evenly(count: int, x0: float, x1: float) -> list[float]:
    return [x0 + (index + 0.5) * (x1 - x0) / count for index in range(count)]


def _found(days: Sequence[float], whole: Stretch, ground: Ground) -> Iterator[Axis]:
    """The axis unbroken, where that keeps the gutter clear; and broken there at each gap."""
    yield from _unbroken(days, whole, ground)
    gaps = {at: days[at] - days[at - 1] for at in range(whole.first + 1, whole.last)}
    widest = max(gaps.values()) or 1.0
    for cut in ground.cuts(whole.first, whole.last):
        verso, recto = whole.split(cut, days)
        runs = [*_page(days, verso, ground, verso=True), *_page(days, recto, ground, verso=False)]
        narrow = COST_OF_NARROW_GAP * (1 - gaps[cut] / widest)
        yield joined(days, runs, cut, ground, COST_OF_GUTTER_BREAK + narrow + broken(runs))


def _page(days: Sequence[float], whole: Stretch, ground: Ground, verso: bool) -> list[Run]:
    """The best runs for the events of one page."""
    x0 = ground.left if verso else ground.gutter + GUTTER
    x1 = ground.gutter - GUTTER if verso else ground.right
    tries = (laid(days, eras, x0, x1) for eras in found(whole, days))
    return min(tries, key=lambda runs: page_cost(days, runs, ground, verso))


def _unbroken(days: Sequence[float], whole: Stretch, ground: Ground) -> Iterator[Axis]:
    """One scale over both pages, the ends moved inwards until no mark is in the gutter."""
    first, last = days[whole.first], days[whole.last - 1]
    for left, right in product(BLANKS, BLANKS) if first < last else ():
        ends = (first, ground.left + PAD + left), (last, ground.right - PAD - right)
        scale = through(*ends, ground.left, ground.right)
        if whole.floor <= scale.start and scale.end <= whole.ceiling:
            yield from _checked(days, [Run(whole, scale)], ground, COST_OF_BLANK * (left + right))


def _checked(
    days: Sequence[float], runs: Sequence[Run], ground: Ground, surcharge: float
) -> Iterator[Axis]:
    """The axis that these runs make, if it keeps the gutter clear and no page is too full."""
    xs = places(days, runs)
    if any(abs(x - ground.gutter) < GUTTER for x in xs):
        return
    first = runs[0].stretch.first
    cut = first + sum(x < ground.gutter for x in xs)
    if cut in ground.cuts(first, runs[-1].stretch.last):
        yield joined(days, runs, cut, ground, surcharge)


def _kept(days: Sequence[float], eras: Sequence[Stretch], ground: Ground) -> Iterator[Axis]:
    """The author's eras, with the gutter between two of them.

    Where that would leave too much for a page, one runs over the gutter in its one scale; where
    that will not do, one is split in two scales.
    """
    cuts = ground.cuts(eras[0].first, eras[-1].last)
    borders = [era.first for era in eras if era.first in cuts]
    if borders:
        yield from (_parted(days, eras, cut, ground) for cut in borders)
        return
    across = [axis for era in eras for axis in _across(days, eras, era, ground)]
    yield from across or (_parted(days, eras, cut, ground) for cut in cuts)


def _parted(days: Sequence[float], eras: Sequence[Stretch], cut: int, ground: Ground) -> Axis:
    """Each page by itself, `cut` the first event of the recto."""
    before = between(eras, eras[0].first, cut, days)
    after = between(eras, cut, eras[-1].last, days)
    left = laid(days, before, ground.left, ground.gutter - GUTTER)
    right = laid(days, after, ground.gutter + GUTTER, ground.right)
    return joined(days, [*left, *right], cut, ground, 0.0)


def _across(
    days: Sequence[float], eras: Sequence[Stretch], era: Stretch, ground: Ground
) -> Iterator[Axis]:
    """One era over the gutter in its one scale, the others left and right of it."""
    before = [other for other in eras if other.last <= era.first]
    after = [other for other in eras if other.first >= era.last]
    starts = _ends(ground.left, before, ground.gutter - NARROWEST, 1)
    ends = _ends(ground.right, after, ground.gutter + NARROWEST, -1)
    for x0, x1 in product(starts, ends):
        run = Run(era, Scale(era.floor, era.ceiling, x0, x1))
        left = laid(days, before, ground.left, x0 - BREAK)
        right = laid(days, after, x1 + BREAK, ground.right)
        yield from _checked(days, [*left, run, *right], ground, 0.0)


def _ends(edge: float, others: Sequence[Stretch], limit: float, sign: int) -> list[float]:
    """Where an era may begin (sign 1) or end (-1): at the edge, or clear of the others there."""
    if not others:
        return [edge]
    start = edge + sign * sum(era.least + BREAK for era in others)
    steps = int(sign * (limit - start) / FINENESS)
    return [start + sign * FINENESS * step for step in range(steps + 1)]
