"""The stage: where on its two pages a timeline may stand, and the type it is set in."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.pages.measure import Measure
from briefpack.paper import millimetres

BAND = 8.0
"""Height of the axis, a band that holds the labels of its ticks."""
BAND_WITH_TITLES = 11.0
"""Height of a band that also holds the titles of eras, on a second line."""
YEARS = 5.4
"""Height of that second line, at the foot of the band, where the labels of ticks stand."""
PASSAGE = 4.8
"""Millimetres from the line of a far card to the near card right of it."""
CLEAR = 3.0
"""Millimetres from a near card to the line right of it."""
ARROW = 3.2
"""The length of the arrow's point where the band goes on elsewhere, and of its tail there."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A page's size and the rectangle of the timeline on it, in millimetres.

    Both pages are alike but mirrored: `outer` and `inner` are the margins away from the gutter and
    beside it, `top` and `bottom` are measured from the top edge of the paper.

    Where pages are `bound`, the strip that a binding takes is no part of a page, neither of its
    `width` nor of `inner`: the axis leaves it out, and its band points over it.

    Words of cards in a size of less than `least` points stand there only where nothing else fits.
    """

    width: float
    height: float
    top: float
    bottom: float
    outer: float = 20.0
    inner: float = 20.0
    bound: bool = False
    least: float = 0.0

    @property
    def fold(self) -> float:
        """How far from the gutter the band ends: an arrow takes its place where pages are bound."""
        return ARROW if self.bound else 0.0

    @property
    def safe_width(self) -> float:
        """The width of the safe area."""
        return self.width - self.outer - self.inner

    def left(self, verso: bool) -> float:
        """The left edge of the safe area."""
        return self.outer if verso else self.inner

    def right(self, verso: bool) -> float:
        """The right edge of the safe area."""
        return self.width - (self.inner if verso else self.outer)


@dataclass(frozen=True, slots=True)
class Size:
    """A size of type and its line feed, both in points."""

    points: float
    feed: float

    @property
    def line(self) -> float:
        """The line feed in millimetres."""
        return millimetres(self.feed)


@dataclass(frozen=True, slots=True)
class Density:
    """How large the cards are set: their type, and how many stand side by side.

    `columns` is the number of cards abreast in one lane of a page, `lanes` how many lanes there are
    above the axis, and below. `name` is that of the type alone. In millimetres: `gap` is the
    white between title and text, `indent` that between a card's rule and its words, and no card is
    wider than `widest`, so that lines stay short.
    """

    name: str
    columns: int
    lanes: int
    date: Size
    title: Size
    text: Size
    gap: float
    indent: float
    widest: float

    def card(self, width: float) -> float:
        """The width of a card on a page that is `width` wide."""
        last = 0.0 if self.lanes == 2 else PASSAGE
        return min((width + CLEAR + last) / self.columns - PASSAGE - CLEAR, self.widest)

    @property
    def capacity(self) -> int:
        """How many cards stand on a page, above the axis and below."""
        return 2 * self.lanes * self.columns


@dataclass(frozen=True, slots=True)
class Faces:
    """The fonts that a timeline is measured in; `label` stands on the axis."""

    date: Measure
    title: Measure
    text: Measure
    label: Measure


def _row(name: str, columns: int, lanes: int = 2) -> Density:
    return Density(name, columns, lanes, *_TYPE[name])


_TYPE = {
    "grand": (Size(9.5, 13), Size(17, 21), Size(11, 16), 1.6, 3.2, 64.0),
    "roomy": (Size(8.5, 12), Size(13.5, 17), Size(9.5, 13.5), 1.2, 2.8, 60.0),
    "normal": (Size(8, 11), Size(11.5, 14.5), Size(8.6, 12), 0.9, 2.4, 66.0),
    "compact": (Size(7.5, 10), Size(10, 12.5), Size(7.6, 10.5), 0.7, 2.2, 80.0),
}
DENSITIES = (
    _row("grand", 2),
    _row("roomy", 2),
    _row("roomy", 3),
    _row("roomy", 3, lanes=1),
    _row("normal", 2),
    _row("normal", 3),
    _row("normal", 4),
    _row("normal", 4, lanes=1),
    _row("normal", 3, lanes=1),
    _row("normal", 2, lanes=1),
    _row("compact", 2),
    _row("compact", 3),
    _row("compact", 4),
    _row("compact", 4, lanes=1),
    _row("compact", 3, lanes=1),
    _row("compact", 2, lanes=1),
)
"""In order of preference: the first that all events fit in is taken."""

TICK = Size(7.2, 9)
"""The labels of ticks, on the band."""
TITLE = Size(7.4, 9)
"""The titles of eras, on the band."""
LEGEND = Size(8, 11.25)
"""The key and the caption."""
