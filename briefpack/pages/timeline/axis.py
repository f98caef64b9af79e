"""The axis of one spread: eras side by side in their scales, and what it costs to hang cards on it.

Coordinates run over both pages: the verso's left paper edge is 0, the gutter the page's width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.pages.timeline.eras import Stretch
from briefpack.pages.timeline.leaders import TOUCH
from briefpack.pages.timeline.places import distance
from briefpack.pages.timeline.scale import Scale, fitted
from briefpack.pages.timeline.stage import Density, Stage

GUTTER = 9.0
"""Millimetres on either side of the gutter that no mark stands in: a binding may take them."""
BREAK = 5.0
"""The width of a break between two eras of a page."""
EACH_ERA = 0.6
"""How many events an era counts for by itself, when eras share the width by their events."""

COST_OF_OVERLAP = 40.0
COST_OF_LONE_EVENT = 16.0
COST_OF_BREAK = 8.0
COST_OF_IMBALANCE = 1.5


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of events and the scale that it is drawn to."""

    stretch: Stretch
    scale: Scale
    to_scale: bool = True


@dataclass(frozen=True, slots=True)
class Axis:
    """The runs of a spread in order; event `cut` is the first of the recto.

    `xs` are the places of the spread's events. `cost` tells how far it is from ideal: the distance
    of cards from their marks in millimetres, on average, with a surcharge for what looks bad.
    """

    runs: tuple[Run, ...]
    cut: int
    xs: tuple[float, ...]
    cost: float = 0.0

    @property
    def first(self) -> int:
        """The first event of the spread."""
        return self.runs[0].stretch.first

    @property
    def to_scale(self) -> bool:
        """Whether places stand for dates, or for their order only."""
        return all(run.to_scale for run in self.runs)

    def crosses(self, x: float) -> bool:
        """Whether a run goes on there."""
        return any(run.scale.x0 < x < run.scale.x1 for run in self.runs)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the axis is laid on: a stage, and the density of the cards that will hang on it."""

    stage: Stage
    density: Density

    @property
    def left(self) -> float:
        """Where the band begins on the verso."""
        return self.stage.outer

    @property
    def gutter(self) -> float:
        """Where the pages meet."""
        return self.stage.width

    @property
    def right(self) -> float:
        """Where the band ends on the recto."""
        return 2 * self.stage.width - self.stage.outer

    def cuts(self, first: int, last: int) -> range:
        """Where the recto may begin: at least one event on each page, none with too many."""
        most = self.density.capacity
        return range(max(first + 1, last - most), min(last - 1, first + most) + 1)


def laid(days: Sequence[float], eras: Sequence[Stretch], x0: float, x1: float) -> list[Run]:
    """Eras side by side, breaks between them, each as wide as its events ask for."""
    width = x1 - x0 - BREAK * (len(eras) - 1)
    asked = sum(era.least for era in eras)
    events = sum(len(era) + EACH_ERA for era in eras)
    runs, x = [], x0
    for era in eras:
        wide = width * era.least / asked
        if width > asked:
            wide = era.least + (width - asked) * (len(era) + EACH_ERA) / events
        runs.append(Run(era, _scale(days, era, x, x + wide)))
        x += wide + BREAK
    return runs


def _scale(days: Sequence[float], era: Stretch, x0: float, x1: float) -> Scale:
    if era.fixed:
        return Scale(era.floor, era.ceiling, x0, x1)
    return fitted(days[era.first : era.last], era.floor, era.ceiling, x0, x1)


def places(days: Sequence[float], runs: Sequence[Run]) -> list[float]:
    """Where the events of the runs stand."""
    return [
        run.scale.x(days[event])
        for run in runs
        for event in range(run.stretch.first, run.stretch.last)
    ]


def joined(
    days: Sequence[float], runs: Sequence[Run], cut: int, ground: Ground, surcharge: float
) -> Axis:
    """The axis that these runs make, with its cost."""
    xs = places(days, runs)
    first, last = runs[0].stretch.first, runs[-1].stretch.last
    crowding = _crowding(xs[: cut - first], ground, verso=True)
    crowding += _crowding(xs[cut - first :], ground, verso=False)
    imbalance = COST_OF_IMBALANCE * max(abs(2 * cut - first - last) - 1, 0)
    cost = crowding / len(xs) + imbalance + surcharge
    return Axis(tuple(runs), cut, tuple(xs), cost)


def page_cost(days: Sequence[float], runs: Sequence[Run], ground: Ground, verso: bool) -> float:
    """What the runs of one page cost, their breaks and lonely events reckoned in."""
    xs = places(days, runs)
    return _crowding(xs, ground, verso) / len(xs) + broken(runs)


def broken(runs: Sequence[Run]) -> float:
    """What it costs to break an axis into so many runs; a scale for one event says nothing."""
    lone = sum(len(run.stretch) == 1 for run in runs)
    return COST_OF_BREAK * (len(runs) - 1) + COST_OF_LONE_EVENT * lone


def _crowding(xs: Sequence[float], ground: Ground, verso: bool) -> float:
    """How far, in all, cards of a page must hang from their marks; overlaps count as distance."""
    origin = 0.0 if verso else ground.gutter
    left, right = ground.stage.left(verso), ground.stage.right(verso)
    card, lanes = ground.density.card(ground.stage.safe_width), ground.density.lanes
    moved = sum(
        distance([x - origin for x in side], left, right, card, lanes)
        for side in (xs[0::2], xs[1::2])
    )
    overlaps = sum(b - a < TOUCH for a, b in zip(xs, xs[2:], strict=False))
    return moved + COST_OF_OVERLAP * overlaps
