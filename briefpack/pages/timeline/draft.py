"""Drafts: one try at a spread, in one density, to see whether all of its cards fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.brief import Timeline
from briefpack.pages.measure import SLACK
from briefpack.pages.timeline import eras, lanes, ruling
from briefpack.pages.timeline.axis import Axis, Ground
from briefpack.pages.timeline.cards import Entry, Hung, hang, need
from briefpack.pages.timeline.lanes import LEAST_ZONE, Height, Rows
from briefpack.pages.timeline.page import Words
from briefpack.pages.timeline.stage import TITLE, Density, Faces, Stage


@dataclass(frozen=True, slots=True)
class Copy:
    """All that is to be laid out, and with what; `entries` are in order of date.

    `bottom` is where the key begins, `band` the height of the axis.
    """

    timeline: Timeline
    entries: tuple[Entry, ...]
    stage: Stage
    faces: Faces
    words: Words
    bottom: float
    band: float

    @property
    def days(self) -> list[float]:
        """The dates of the events."""
        return [entry.event.date.midpoint for entry in self.entries]

    @property
    def room(self) -> float:
        """The height that is left for cards, above the axis and below."""
        return self.bottom - self.stage.top - self.band - 2 * LEAST_ZONE


@dataclass(frozen=True, slots=True)
class Draft:
    """A spread of which it is known that all fits; `pages` are verso and recto."""

    axis: Axis
    density: Density
    pages: tuple[list[Hung], list[Hung]]
    rows: Rows


def heights(copy: Copy, density: Density) -> list[Height]:
    """The height of every entry's card in that density."""
    width = density.card(copy.stage.safe_width)
    return [
        lanes.height(
            entry.event,
            copy.words.date(entry.event.date),
            density,
            copy.faces,
            width,
            copy.words.calls(entry.event),
        )
        for entry in copy.entries
    ]


def cramped(copy: Copy, density: Density) -> bool:
    """Whether a word of a title is longer than a card of that density is wide."""
    room = (density.card(copy.stage.safe_width) - density.indent) * SLACK
    longest = copy.faces.title.longest
    return any(
        longest(str(entry.event.title), density.title.points) > room for entry in copy.entries
    )


def hopeless(copy: Copy, share: tuple[int, int], density: Density, high: Sequence[Height]) -> bool:
    """Whether the tallest cards alone show that a spread cannot hold its share."""
    least = 0.0
    for side in (0, 1):
        numbers = range(share[0] + (share[0] + side) % 2, share[1], 2)
        tall = sorted((high[number].mm for number in numbers), reverse=True)
        least += sum(tall[: 1 + 2 * density.columns : 2 * density.columns])
    return least > copy.room


def ruled(copy: Copy, share: tuple[int, int], density: Density) -> Axis | None:
    """The axis for the events of a share, with cards of that density."""
    ground = Ground(copy.stage, density)
    if copy.timeline.scale == "even":
        return ruling.even(copy.days, *share, ground)
    stretches = eras.given(
        copy.timeline.eras, copy.days, lambda title: copy.faces.label.width(title, TITLE.points)
    )
    return ruling.true(copy.days, eras.between(stretches, *share, copy.days), ground)


def drafted(copy: Copy, axis: Axis, density: Density, high: Sequence[Height]) -> Draft | None:
    """The spread in that density; nothing where a page is too narrow or the stage too low."""
    verso = _hung(copy, axis, density, high, verso=True)
    recto = _hung(copy, axis, density, high, verso=False)
    if verso is None or recto is None:
        return None
    above, below = need([*verso, *recto], "above"), need([*verso, *recto], "below")
    rows = lanes.rows(above, below, copy.band, copy.stage.top, copy.bottom)
    return Draft(axis, density, (verso, recto), rows) if rows else None


def _hung(
    copy: Copy, axis: Axis, density: Density, high: Sequence[Height], verso: bool
) -> list[Hung] | None:
    origin = 0.0 if verso else copy.stage.width
    marks = [
        (copy.entries[number], x - origin)
        for number, x in enumerate(axis.xs, start=axis.first)
        if (number < axis.cut) == verso
    ]
    safe = copy.stage.left(verso), copy.stage.right(verso)
    return hang(marks, safe, density.card(copy.stage.safe_width), density.lanes, high)
