"""The spreads of a timeline: every event on its page, its mark in place, its card where it fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

from briefpack.brief import Event, Timeline
from briefpack.dates import When
from briefpack.pages.timeline import draft, sharing
from briefpack.pages.timeline.band import View
from briefpack.pages.timeline.cards import entries
from briefpack.pages.timeline.draft import Copy, Draft
from briefpack.pages.timeline.figure import DoesNotFit, Spread
from briefpack.pages.timeline.key import foot
from briefpack.pages.timeline.lanes import Height
from briefpack.pages.timeline.page import Sheet, Words, page
from briefpack.pages.timeline.stage import (
    BAND,
    BAND_WITH_TITLES,
    DENSITIES,
    Density,
    Faces,
    Stage,
)
from briefpack.pages.timeline.ticks import Wording, english


def numbered(event: Event) -> str:
    """As long as the numbers of an event's sources, raised."""
    return "0." * len(event.source)


def spreads(
    timeline: Timeline,
    stage: Stage,
    faces: Faces,
    date: Callable[[When], str],
    tick: Wording = english,
    calls: Callable[[Event], str] = numbered,
) -> list[Spread]:
    """Lay a timeline out on as few spreads as hold it, in the largest type that fits.

    `date` words the date of a card, `tick` one on the axis, both in the brief's language;
    `calls` gives words as long as the calls of an event's sources. Raises `DoesNotFit` for an event
    with more words than a page has room for. The same input always gives the same spreads.
    """
    copy = _copy(timeline, stage, faces, Words(date, tick, calls))
    drafts = _drafts(copy)
    return [_spread(copy, each, number, len(drafts)) for number, each in enumerate(drafts)]


def _copy(timeline: Timeline, stage: Stage, faces: Faces, words: Words) -> Copy:
    titled = bool(timeline.eras) and timeline.scale == "true"
    bottom = stage.bottom - foot(timeline, stage, faces.label)
    band = BAND_WITH_TITLES if titled else BAND
    return Copy(timeline, entries(timeline), stage, faces, words, bottom, band)


def _drafts(copy: Copy) -> list[Draft]:
    """The first try at which everything fits: few spreads before many, large type before small.

    Type of less than the least size that is wished for, and cards in which a word is broken, are
    for timelines that fit no number of spreads otherwise.
    """
    heights = cache(partial(draft.heights, copy))
    _refuse_giants(copy, heights)
    rule = cache(partial(draft.ruled, copy))
    for densities in (_wished(copy), DENSITIES):
        for count in range(1, len(copy.entries) // 2 + 1):
            for density in densities:
                shares = sharing.shares(copy.days, count, 2 * density.capacity)
                high = heights(density)
                if not shares or any(draft.hopeless(copy, each, density, high) for each in shares):
                    continue
                axes = (rule(share, density) for share in shares)
                drafts = [axis and draft.drafted(copy, axis, density, high) for axis in axes]
                if all(drafts):
                    return [each for each in drafts if each]
    raise DoesNotFit(_tallest(copy, heights(DENSITIES[-1])))


def _wished(copy: Copy) -> list[Density]:
    least = copy.stage.least
    return [
        density
        for density in DENSITIES
        if density.text.points >= least and not draft.cramped(copy, density)
    ]


def _refuse_giants(copy: Copy, heights: Callable[[Density], Sequence[Height]]) -> None:
    """Name the first event whose card alone is too tall for the stage, however it is set."""
    for entry in sorted(copy.entries, key=lambda entry: entry.index):
        if all(heights(density)[entry.number].mm > copy.room for density in DENSITIES):
            raise DoesNotFit(entry.index)


def _tallest(copy: Copy, heights: Sequence[Height]) -> int:
    """The event with the tallest card."""
    return max(copy.entries, key=lambda entry: heights[entry.number].mm).index


def _spread(copy: Copy, each: Draft, number: int, count: int) -> Spread:
    """The finished spread `number` of `count`."""
    sheet = Sheet(copy.timeline, copy.faces, copy.words, each.density, each.rows, copy.band)
    pointed = copy.stage.bound and each.axis.crosses(copy.stage.width)
    before, after = number > 0, number < count - 1
    verso, recto = (
        page(
            sheet,
            View(each.axis, copy.stage, verso),
            hung,
            2 * number + (not verso),
            (before, pointed) if verso else (pointed, after),
        )
        for verso, hung in zip((True, False), each.pages, strict=True)
    )
    broken = len(each.axis.runs) > 1
    return Spread(verso, recto, each.density.name, each.axis.to_scale, broken)
