"""What a finished timeline consists of: plain values, in millimetres from a page's top left."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
Side = Literal["above", "below"]
Lane = Literal["near", "far"]
Shape = Literal["circle", "square", "triangle", "diamond", "ring", "cross"]
Colour = Literal["signal", "ink"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the axis in one scale, as far as it shows on this page.

    `start` and `end` are the days (proleptic Gregorian ordinals) at `x0` and `x1`. Where `to_scale`
    is false the events stand in order only, and the days say nothing of the points between.
    `title` is the era's; `continued` that it began on an earlier page.
    """

    x0: float
    x1: float
    start: float
    end: float
    title: str
    continued: bool
    to_scale: bool

    def x(self, day: float) -> float:
        """Where on this page's axis a day stands."""
        return self.x0 + (day - self.start) * (self.x1 - self.x0) / (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Break:
    """A pause in the axis: time is left out, or the scale changes."""

    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the band where a period begins; the label of a major one stands right of it."""

    x: float
    major: bool


@dataclass(frozen=True, slots=True)
class Label:
    """Words on the band, from `x` on, on the baseline `y`; `width` as measured."""

    x: float
    y: float
    width: float
    text: str
    kind: Literal["tick", "era", "date"]
    colour: Colour = "ink"


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the axis: `x` is its true place in time, `y` the centre of its shape."""

    event: int
    x: float
    y: float
    side: Side
    shape: Shape
    category: str
    colour: Colour


@dataclass(frozen=True, slots=True)
class Bar:
    """The true extent of an event that lasted; `y` is the middle of the bar."""

    event: int
    x0: float
    x1: float
    y: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Leader:
    """From the band by its mark to the far end of its card's left edge, the rule it hangs on."""

    event: int
    points: tuple[Point, ...]
    colour: Colour


@dataclass(frozen=True, slots=True)
class Card:
    """The place of an event's words; the rule of its leader runs along the left edge.

    `indent` is the white between that edge and the words. `lines` counts the lines of date, title
    and text as they were measured.
    """

    event: int
    x: float
    y: float
    width: float
    height: float
    indent: float
    side: Side
    lane: Lane
    lines: tuple[int, int, int]
    colour: Colour


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A category in the key: its shape stands at (x, y), its words begin at `label_x`."""

    x: float
    y: float
    label_x: float
    shape: Shape
    category: str
    label: str
    colour: Colour


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a timeline: verso or recto.

    `heading` is the author's for this page (title, text), or none. `first` and `last` are the days
    that its events span, `events` their indices in the timeline in order of date. `continues` says
    on which ends an arrow shows that the axis goes on, over the leaf or over a binding.
    """

    verso: bool
    heading: tuple[str, str] | None
    events: tuple[int, ...]
    first: dt.date
    last: dt.date
    band: tuple[float, float]
    axis: tuple[float, float]
    continues: tuple[bool, bool]
    segments: tuple[Segment, ...]
    breaks: tuple[Break, ...]
    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    leaders: tuple[Leader, ...]
    cards: tuple[Card, ...]
    key: tuple[KeyEntry, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """Two facing pages. `to_scale` and `broken` are what the caption has to say."""

    verso: Page
    recto: Page
    density: str
    to_scale: bool
    broken: bool

    @property
    def pages(self) -> tuple[Page, Page]:
        """The pages as they are read."""
        return self.verso, self.recto


class DoesNotFit(Exception):
    """An event whose card is too tall for any place: `event` is its index in the timeline."""

    def __init__(self, event: int) -> None:
        self.event = event
        super().__init__(f"event {event} does not fit")
