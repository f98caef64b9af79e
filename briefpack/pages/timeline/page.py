"""One page of a timeline: everything on it put in its final place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefpack.brief import Event, Timeline
from briefpack.dates import When
from briefpack.pages.headings import printed
from briefpack.pages.timeline import band
from briefpack.pages.timeline.band import View
from briefpack.pages.timeline.cards import Hung
from briefpack.pages.timeline.figure import Bar, Card, Label, Leader, Mark, Page, Point, Side
from briefpack.pages.timeline.key import key
from briefpack.pages.timeline.lanes import Rows
from briefpack.pages.timeline.stage import Density, Faces
from briefpack.pages.timeline.ticks import Wording

FIRST_BAR = 0.4
"""From the band's edge to the middle of a bar."""
NEXT_BAR = 0.6
"""From a bar to the one outside it."""


@dataclass(frozen=True, slots=True)
class Words:
    """How dates are worded in the brief's language, on a card and on the axis; and words as long
    as the calls of an event's sources.
    """

    date: Callable[[When], str]
    tick: Wording
    calls: Callable[[Event], str]

    def month(self, when: When) -> str:
        """The month that it begins in, or the year where no month is known."""
        return self.tick(when.start.first, "month" if when.start.month else "year", True)

    def year(self, when: When) -> str:
        """The year that it begins in."""
        return self.tick(when.start.first, "year", True)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What both pages of a spread have in common; `band` is the height of the axis."""

    timeline: Timeline
    faces: Faces
    words: Words
    density: Density
    rows: Rows
    band: float

    def edge(self, side: Side) -> float:
        """The band's edge on which marks of that side stand."""
        return self.rows.band if side == "above" else self.rows.band + self.band


def page(
    sheet: Sheet, view: View, hung: Sequence[Hung], number: int, continues: tuple[bool, bool]
) -> Page:
    """The page `number` of the timeline, counted from 0."""
    dates = [card.entry.event.date for card in hung]
    labels = _labels(sheet, view, hung)
    return Page(
        verso=view.verso,
        heading=_heading(sheet.timeline, number),
        events=tuple(card.entry.index for card in hung),
        first=min(when.start.first for when in dates),
        last=max((when.end or when.start).last for when in dates),
        band=(sheet.edge("above"), sheet.edge("below")),
        axis=view.ends,
        continues=continues,
        segments=tuple(band.segments(view)),
        breaks=tuple(band.breaks(view)),
        ticks=band.marked(view, labels, sheet.faces.label, sheet.words.tick),
        labels=labels,
        marks=tuple(_mark(sheet, card) for card in hung),
        bars=tuple(_bars(sheet, view, hung)),
        leaders=tuple(_leader(sheet, card) for card in hung),
        cards=tuple(_card(sheet, view, card) for card in hung),
        key=key(sheet.timeline, view.stage, view.verso, sheet.faces.label),
    )


def _heading(timeline: Timeline, number: int) -> tuple[str, str] | None:
    if number >= len(timeline.pages):
        return None
    heading = timeline.pages[number]
    return printed(heading.title), printed(heading.text)


def _labels(sheet: Sheet, view: View, hung: Sequence[Hung]) -> tuple[Label, ...]:
    """Titles of eras and labels of ticks; where there is no scale, the events' own dates."""
    title_y, y = band.baselines(sheet.edge("above"), sheet.edge("below"))
    measure, words = sheet.faces.label, sheet.words
    if not view.axis.to_scale:
        marks = [(card.x, card.entry.event.date, card.entry.colour) for card in hung]
        return band.dates(marks, y, measure, (words.date, words.month, words.year))
    titles = band.titles(view, title_y, measure)
    return (*titles, *band.labels(view, y, measure, words.tick))


def _mark(sheet: Sheet, card: Hung) -> Mark:
    entry = card.entry
    y = _off(sheet, entry.side, card.rise.mark)
    category = entry.event.category
    return Mark(entry.index, card.x, y, entry.side, entry.shape, str(category), entry.colour)


def _bars(sheet: Sheet, view: View, hung: Sequence[Hung]) -> list[Bar]:
    """The extents of events that lasted; one that overlaps another gives way outwards."""
    bars: list[tuple[Side, Bar]] = []
    for card in hung:
        entry = card.entry
        if (extent := band.extent(view, entry.number, entry.event.date)) is not None:
            row = sum(side == entry.side and bar.x1 > extent[0] for side, bar in bars) % 2
            y = _off(sheet, entry.side, FIRST_BAR + row * NEXT_BAR)
            bars.append((entry.side, Bar(entry.index, *extent, y, entry.colour)))
    return [bar for _, bar in bars]


def _leader(sheet: Sheet, card: Hung) -> Leader:
    side, top = card.entry.side, _top(sheet, card)
    end = top if side == "above" else top + card.height.mm
    turn = _off(sheet, side, card.rise.turn)
    way = [(card.x, sheet.edge(side)), (card.x, turn), (card.line, turn), (card.line, end)]
    return Leader(card.entry.index, _straightened(way), card.entry.colour)


def _straightened(way: Sequence[Point]) -> tuple[Point, ...]:
    """Without turns that do not turn."""
    if abs(way[0][0] - way[-1][0]) < 1e-6:
        return way[0], way[-1]
    return tuple(way)


def _card(sheet: Sheet, view: View, card: Hung) -> Card:
    return Card(
        event=card.entry.index,
        x=card.line,
        y=_top(sheet, card),
        width=sheet.density.card(view.stage.safe_width),
        height=card.height.mm,
        indent=sheet.density.indent,
        side=card.entry.side,
        lane=card.lane,
        lines=card.height.lines,
        colour=card.entry.colour,
    )


def _top(sheet: Sheet, card: Hung) -> float:
    tops = {
        ("above", "far"): sheet.rows.above_far,
        ("above", "near"): sheet.rows.above_near,
        ("below", "near"): sheet.rows.below_near,
        ("below", "far"): sheet.rows.below_far,
    }
    return tops[card.entry.side, card.lane]


def _off(sheet: Sheet, side: Side, distance: float) -> float:
    """The height that lies `distance` off the band, outwards."""
    return sheet.edge(side) + (-distance if side == "above" else distance)
