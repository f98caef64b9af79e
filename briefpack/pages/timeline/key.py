"""The key: each category that occurs, its shape beside its name, at the foot of the stage."""

from __future__ import annotations

from briefpack.brief import Timeline
from briefpack.pages.measure import Measure
from briefpack.pages.timeline.figure import Colour, KeyEntry
from briefpack.pages.timeline.leaders import RADIUS
from briefpack.pages.timeline.stage import LEGEND, Stage

LINE = 4.8
"""From a line of the key, or the caption, to the next."""
ABOVE = 6.0
"""White between the cards and the key."""
AFTER_SHAPE = 1.4
AFTER_ENTRY = 7.0


def colour(timeline: Timeline, category: str) -> Colour:
    """The first category listed is the one that the eye should follow."""
    return "signal" if category == next(iter(timeline.categories)) else "ink"


def key(timeline: Timeline, stage: Stage, verso: bool, measure: Measure) -> tuple[KeyEntry, ...]:
    """The categories that occur, in the author's order; the caption's line stays free below."""
    lines = _lines(timeline, stage.right(verso) - stage.left(verso), measure)
    entries = []
    for row, line in enumerate(lines):
        y = stage.bottom - LINE * (len(lines) - row + 0.5)
        for start, name in line:
            x, category = stage.left(verso) + start, timeline.categories[name]
            words_x, label = x + 2 * RADIUS + AFTER_SHAPE, str(category.label)
            paint = colour(timeline, name)
            entries.append(KeyEntry(x + RADIUS, y, words_x, category.shape, name, label, paint))
    return tuple(entries)


def foot(timeline: Timeline, stage: Stage, measure: Measure) -> float:
    """The height that key and caption take from the stage, the white above them included."""
    lines = _lines(timeline, stage.width - stage.outer - stage.inner, measure)
    return ABOVE + LINE * (len(lines) + 1)


def _lines(timeline: Timeline, width: float, measure: Measure) -> list[list[tuple[float, str]]]:
    """The categories in lines no longer than `width`, each with its distance from the left."""
    used = {str(event.category) for event in timeline.events}
    lines: list[list[tuple[float, str]]] = [[]]
    x = 0.0
    for name in filter(used.__contains__, timeline.categories):
        label = str(timeline.categories[name].label)
        entry = 2 * RADIUS + AFTER_SHAPE + measure.width(label, LEGEND.points)
        if lines[-1] and x + entry > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, name))
        x += entry + AFTER_ENTRY
    return lines
