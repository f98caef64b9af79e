"""Cards: each event's words hung on a side and in a lane of its page, and its mark's way there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.brief import Event, Timeline
from briefpack.pages.timeline.figure import Colour, Lane, Shape, Side
from briefpack.pages.timeline.key import colour
from briefpack.pages.timeline.lanes import ABOVE_TURN, LEAST_ZONE, Height, Need
from briefpack.pages.timeline.leaders import Rise, rises
from briefpack.pages.timeline.places import hanging

SIDES: tuple[Side, Side] = ("above", "below")


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of the timeline: `index` as the author listed it, `number` in order of date."""

    index: int
    number: int
    event: Event
    shape: Shape
    colour: Colour

    @property
    def side(self) -> Side:
        """Turn and turn about, so that both sides are balanced and can be followed."""
        return SIDES[self.number % 2]


@dataclass(frozen=True, slots=True)
class Hung:
    """An entry on its page: its mark's x, its card's line, lane and height, its leader's rise."""

    entry: Entry
    x: float
    line: float
    lane: Lane
    height: Height
    rise: Rise


def entries(timeline: Timeline) -> tuple[Entry, ...]:
    """The events in order of date, those of one day in the author's order."""
    events = timeline.events
    order = sorted(range(len(events)), key=lambda index: (events[index].date.midpoint, index))
    return tuple(
        Entry(
            index,
            number,
            events[index],
            timeline.categories[events[index].category].shape,
            colour(timeline, events[index].category),
        )
        for number, index in enumerate(order)
    )


def hang(
    marks: Sequence[tuple[Entry, float]],
    safe: tuple[float, float],
    width: float,
    lanes: int,
    heights: Sequence[Height],
) -> list[Hung] | None:
    """All cards of a page, or nothing where it has not enough room abreast.

    `safe` are the left and right edges of the safe area, `width` that of a card, `heights`
    belong to the entries by their number.
    """
    hung: list[Hung] = []
    for side in SIDES:
        row = [(entry, x) for entry, x in marks if entry.side == side]
        xs = [x for _, x in row]
        places = hanging(xs, *safe, width, lanes)
        if places is None:
            return None
        turns = rises(xs, places.lines)
        hung += [
            Hung(entry, x, line, lane, heights[entry.number], rise)
            for (entry, x), line, lane, rise in zip(
                row, places.lines, places.lanes, turns, strict=True
            )
        ]
    return sorted(hung, key=lambda card: card.entry.number)


def need(hung: Sequence[Hung], side: Side) -> Need:
    """What the cards of a spread need of the height on one side."""
    row = [card for card in hung if card.entry.side == side]

    def tallest(lane: Lane) -> float:
        return max((card.height.mm for card in row if card.lane == lane), default=0.0)

    turn = max((card.rise.turn for card in row), default=0.0)
    return Need(tallest("far"), tallest("near"), max(LEAST_ZONE, turn + ABOVE_TURN))
