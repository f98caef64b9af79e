"""The band: the axis of one page with its breaks, ticks and labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefpack.dates import When
from briefpack.pages.measure import Measure
from briefpack.pages.timeline import ticks
from briefpack.pages.timeline.axis import Axis
from briefpack.pages.timeline.figure import Break, Colour, Label, Segment, Tick
from briefpack.pages.timeline.stage import BAND, BAND_WITH_TITLES, TICK, TITLE, YEARS, Stage
from briefpack.paper import millimetres

CAPITALS = 0.69
"""Height of capitals and figures, as a share of the size of type."""
FROM_GUTTER = 8.0
"""Words on the band keep this far from the gutter."""


@dataclass(frozen=True, slots=True)
class View:
    """The part of an axis that one page shows."""

    axis: Axis
    stage: Stage
    verso: bool

    @property
    def origin(self) -> float:
        """The page's left edge in the coordinates of the axis."""
        return 0.0 if self.verso else self.stage.width

    @property
    def ends(self) -> tuple[float, float]:
        """From where to where the band runs on the page."""
        if self.verso:
            return self.stage.outer, self.stage.width - self.stage.fold
        return self.stage.fold, self.stage.width - self.stage.outer

    def clipped(self, x0: float, x1: float) -> tuple[float, float] | None:
        """A stretch of the axis in the page's own coordinates, as far as the page shows it."""
        low, high = self.ends
        x0, x1 = max(x0 - self.origin, low), min(x1 - self.origin, high)
        return (x0, x1) if x0 < x1 else None

    def room(self) -> tuple[float, float]:
        """Where words may stand on the band."""
        low, high = self.ends
        return (low, high - FROM_GUTTER) if self.verso else (low + FROM_GUTTER, high)


def height(axes: Sequence[Axis]) -> float:
    """How high the band is: higher where it has to name eras."""
    titled = any(run.stretch.title for axis in axes for run in axis.runs)
    return BAND_WITH_TITLES if titled else BAND


def segments(view: View) -> Iterator[Segment]:
    """The runs of the axis, as far as the page shows them."""
    for run in view.axis.runs:
        scale = run.scale.shifted(-view.origin)
        if (shown := view.clipped(run.scale.x0, run.scale.x1)) is not None:
            x0, x1 = shown
            begun = run.stretch.continued or scale.x0 < x0
            title = run.stretch.title
            yield Segment(x0, x1, scale.day(x0), scale.day(x1), title, begun, run.to_scale)


def breaks(view: View) -> Iterator[Break]:
    """The pauses between runs, as far as the page shows them."""
    for before, after in pairwise(view.axis.runs):
        if (shown := view.clipped(before.scale.x1, after.scale.x0)) is not None:
            yield Break(*shown)


def baselines(top: float, bottom: float) -> tuple[float, float]:
    """Baselines of the titles of eras and of the labels of ticks on a band."""
    half_capital = millimetres(TICK.points) * CAPITALS / 2
    if bottom - top < BAND_WITH_TITLES:
        return top, (top + bottom) / 2 + half_capital
    titles = (top + bottom - YEARS) / 2
    return titles + half_capital, bottom - YEARS / 2 - 0.2 + half_capital


def marked(
    view: View, labels: Sequence[Label], measure: Measure, wording: ticks.Wording
) -> tuple[Tick, ...]:
    """The ticks of all segments that are in true scale, clear of the labels."""
    return tuple(
        tick
        for segment in segments(view)
        if segment.to_scale
        for tick in ticks.ticks(segment, labels, measure, wording)
    )


def labels(view: View, y: float, measure: Measure, wording: ticks.Wording) -> Iterator[Label]:
    """The labels of ticks that have room, on the baseline `y`."""
    for segment in segments(view):
        yield from ticks.labels(segment, view.room(), y, measure, wording)


def titles(view: View, y: float, measure: Measure) -> Iterator[Label]:
    """The titles of eras, each at the beginning of its segment, if there is room."""
    low, high = view.room()
    for segment in segments(view):
        x = max(segment.x0 + ticks.LEAN / 2, low) + ticks.AFTER_TICK
        width = measure.width(segment.title, TITLE.points)
        if segment.title and x + width <= min(segment.x1, high) - ticks.AFTER_TICK:
            yield Label(x, y, width, segment.title, "era")


def dates(
    marks: Sequence[tuple[float, When, Colour]],
    y: float,
    measure: Measure,
    words: Sequence[Callable[[When], str]],
) -> tuple[Label, ...]:
    """The events' own dates, centred on their marks, in the first of `words` that all fit in.

    Where none does, the last is taken, and what would meet its neighbour is left out.
    """
    for wording in words:
        labels = [_centred(x, y, wording(when), measure, colour) for x, when, colour in marks]
        if all(_apart(a, b) for a, b in pairwise(labels)):
            return tuple(labels)
    kept = labels[:1]
    for label in labels:
        if _apart(kept[-1], label):
            kept.append(label)
    return tuple(kept)


def _centred(x: float, y: float, text: str, measure: Measure, colour: Colour) -> Label:
    width = measure.width(text, TICK.points)
    return Label(x - width / 2, y, width, text, "date", colour)


def _apart(a: Label, b: Label) -> bool:
    return a.x + a.width + ticks.BEFORE_TICK <= b.x


def extent(view: View, number: int, when: When) -> tuple[float, float] | None:
    """From where to where an event lasted, if it did, as far as its own era and page show it."""
    run = next(run for run in view.axis.runs if number < run.stretch.last)
    if when.end is None or not run.to_scale:
        return None
    first, last = when.start.first.toordinal(), when.end.last.toordinal() + 1
    x0 = max(run.scale.x(first), run.scale.x0)
    x1 = min(run.scale.x(last), run.scale.x1)
    return view.clipped(x0, x1)
