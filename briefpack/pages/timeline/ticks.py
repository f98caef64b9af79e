"""Ticks: where days, months and years begin on the axis, and which of them are labelled."""

from __future__ import annotations

import calendar
import datetime as dt
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefpack.pages.measure import Measure
from briefpack.pages.timeline.figure import Label, Segment, Tick
from briefpack.pages.timeline.stage import TICK

Unit = Literal["day", "month", "year"]
Wording = Callable[[dt.date, Unit, bool], str]
"""Words a date for a tick of a unit. The last argument says whether the label must be understood
without others beside it: "Mar 1962" for "Mar", "3 Oct 1962" for "3"."""

AFTER_TICK = 0.9
"""From a tick to its label, and from a label to the end of its segment."""
LEAN = 1.6
"""How far the end of a segment leans where the axis breaks."""
BEFORE_TICK = 1.6
"""The least white between a label and whatever is next on the band."""
_UNITS: tuple[Unit, ...] = ("day", "month", "year")
FINEST = 1.25
"""Ticks stand no closer than this."""
LONG = 730.0
"""Eras of more days than this are labelled with years, though months might fit."""


@dataclass(frozen=True, slots=True)
class Step:
    """A period between ticks, and the periods that may be marked within it, coarse to fine."""

    unit: Unit
    count: int

    @property
    def days(self) -> float:
        """About how long it is."""
        return self.count * {"day": 1.0, "month": 30.4, "year": 365.25}[self.unit]


STEPS = (
    Step("day", 1),
    Step("month", 1),
    Step("month", 3),
    *(Step("year", n) for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)
WITHIN = {
    Step("month", 1): (Step("day", 1),),
    Step("month", 3): (Step("month", 1),),
    Step("year", 1): (Step("month", 1), Step("month", 3)),
    Step("year", 2): (Step("year", 1),),
    Step("year", 5): (Step("year", 1),),
    Step("year", 10): (Step("year", 1), Step("year", 5)),
    Step("year", 20): (Step("year", 5), Step("year", 10)),
    Step("year", 50): (Step("year", 10),),
    Step("year", 100): (Step("year", 10), Step("year", 50)),
    Step("year", 200): (Step("year", 50), Step("year", 100)),
    Step("year", 500): (Step("year", 100),),
    Step("year", 1000): (Step("year", 100), Step("year", 500)),
}


def english(date: dt.date, unit: Unit, alone: bool) -> str:
    """English labels: "1962"; "Mar", alone "Mar 1962"; "3", alone "3 Oct 1962"."""
    month = calendar.month_abbr[date.month]
    if unit == "year":
        return str(date.year)
    text = month if unit == "month" else f"{date.day} {month}" if alone else str(date.day)
    return f"{text} {date.year}" if alone else text


def ticks(
    segment: Segment, labels: Sequence[Label], measure: Measure, wording: Wording
) -> tuple[Tick, ...]:
    """All ticks of a segment in true scale, by place; none of the long ones crosses a label."""
    step = _step(segment, measure, wording)
    major = {segment.x(date.toordinal()) for date in _starts(step, segment)}
    minor = {
        segment.x(date.toordinal())
        for within in _within(step, segment)
        for date in _starts(within, segment)
    }
    crossing = {x for x in major if any(_crosses(x, label) for label in labels)}
    ends = segment.x0 + LEAN / 2, segment.x1 - LEAN / 2
    shown = [x for x in sorted(major | minor) if ends[0] < x < ends[1]]
    return tuple(Tick(x, x in major - crossing) for x in shown)


def _crosses(x: float, label: Label) -> bool:
    return label.kind == "tick" and label.x <= x <= label.x + label.width


def labels(
    segment: Segment, room: tuple[float, float], y: float, measure: Measure, wording: Wording
) -> tuple[Label, ...]:
    """Labels of the major ticks on the baseline `y`, those left out that would meet another.

    `room` is where on the page words may stand. A segment in which none fits gets the date of
    its beginning, if there is room for that.
    """
    step = _step(segment, measure, wording)
    placed: list[Label] = []
    for date in _starts(step, segment):
        text = wording(date, _unit(step, date) if placed else step.unit, not placed)
        x = segment.x(date.toordinal()) + AFTER_TICK
        label = Label(x, y, measure.width(text, TICK.points), text, "tick")
        if _fits(label, placed, segment, room):
            placed.append(label)
    return tuple(placed) or _beginning(segment, room, y, measure, wording)


def _unit(step: Step, date: dt.date) -> Unit:
    """The longest period that begins there: a year in January, among days a month on the first."""
    if step.unit != "year" and (date.month, date.day) == (1, 1):
        return "year"
    return "month" if step.unit == "day" and date.day == 1 else step.unit


def _beginning(
    segment: Segment, room: tuple[float, float], y: float, measure: Measure, wording: Wording
) -> tuple[Label, ...]:
    for unit in _UNITS:
        text = wording(_date(segment.start), unit, True)
        x = max(segment.x0, room[0]) + AFTER_TICK
        label = Label(x, y, measure.width(text, TICK.points), text, "tick")
        if segment.x0 >= room[0] and _fits(label, [], segment, room):
            return (label,)
    return ()


def _fits(label: Label, placed: list[Label], segment: Segment, room: tuple[float, float]) -> bool:
    start = placed[-1].x + placed[-1].width + BEFORE_TICK if placed else room[0]
    end = min(segment.x1 - LEAN / 2 - AFTER_TICK, room[1])
    return start <= label.x and label.x + label.width <= end


def _step(segment: Segment, measure: Measure, wording: Wording) -> Step:
    """The shortest period whose labels have room."""
    per_day = (segment.x1 - segment.x0) / (segment.end - segment.start)
    for step in STEPS:
        sample = wording(dt.date(2000, 9, 28), step.unit, False)
        room = measure.width(sample, TICK.points) + AFTER_TICK + BEFORE_TICK
        months = step.unit == "month" and segment.end - segment.start > LONG
        if step.days * per_day >= room and not months:
            return step
    return STEPS[-1]


def _within(step: Step, segment: Segment) -> tuple[Step, ...]:
    """The finest period that can be marked between the ticks of a step, if any."""
    per_day = (segment.x1 - segment.x0) / (segment.end - segment.start)
    return tuple(fine for fine in WITHIN.get(step, ()) if fine.days * per_day >= FINEST)[:1]


def _starts(step: Step, segment: Segment) -> Iterator[dt.date]:
    """The first days of the periods that begin within a segment."""
    date = _floor(_date(segment.start), step)
    while date.toordinal() <= segment.end:
        if date.toordinal() >= segment.start:
            yield date
        try:
            date = _next(date, step)
        except ValueError:  # the calendar ends with the year 9999
            return


def _floor(date: dt.date, step: Step) -> dt.date:
    if step.unit == "day":
        return date
    if step.unit == "month":
        return date.replace(month=(date.month - 1) // step.count * step.count + 1, day=1)
    return dt.date(max(date.year // step.count * step.count, 1), 1, 1)


def _next(date: dt.date, step: Step) -> dt.date:
    if step.unit == "day":
        return dt.date.fromordinal(date.toordinal() + step.count)
    if step.unit == "month":
        year, month = divmod(date.month - 1 + step.count, 12)
        return dt.date(date.year + year, month + 1, 1)
    return dt.date((date.year // step.count + 1) * step.count, 1, 1)


def _date(day: float) -> dt.date:
    """The day that a point in time falls on, within what a calendar date can say."""
    return dt.date.fromordinal(min(max(math.floor(day), 1), dt.date.max.toordinal()))
