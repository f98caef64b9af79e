"""Bars: standing where their names find room below them, else lying, one below the other."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from briefpack.charts import lying, stacks, ticks
from briefpack.charts.chart import Chart
from briefpack.charts.filling import end_label, fill, printed, round_numbers, span, within
from briefpack.charts.frame import LINE, Frame
from briefpack.charts.lines import own_height
from briefpack.charts.pens import Pen, pens
from briefpack.charts.sheet import Sheet
from briefpack.charts.spacing import Band, Scale
from briefpack.charts.surround import (
    AIR,
    GAP,
    base,
    below,
    grid,
    head,
    room_for_names,
    tick_words,
    write_names,
)

INNER, OUTER = 0.3, 0.15
"""Between the bars and before the first, in shares of a step."""

_GRIDLINES_APART = 34.0


def draft(chart: Chart, frame: Frame) -> Sheet:
    """A chart of one of the kinds bar and stacked-bar."""
    return standing(chart, frame) if stands(chart, frame) else lying.draft(chart, frame)


def stands(chart: Chart, frame: Frame) -> bool:
    """Whether the bars stand: time always goes from left to right."""
    if chart.scale == "time":
        return True
    step = frame.width * 0.9 / len(chart.marks)
    return max(frame.length(mark.written) for mark in chart.marks) + GAP <= step


def standing(chart: Chart, frame: Frame, numbered: bool = True) -> Sheet:
    """Standing bars with their numbers; with a scale where these find no room or are unwanted."""
    sheet = Sheet(frame)
    sheet.height = frame.height or own_height(sheet, chart, named=chart.stacked)
    own = pens(chart, frame.inks)
    several = len(chart.series) > 1
    sheet.right = room_for_names(sheet, chart.names) if several and chart.stacked else 0
    labelled = numbered and _have_room(chart, sheet)
    values = round_numbers(chart, int(sheet.height / _GRIDLINES_APART))
    if not labelled:
        sheet.left = max(map(frame.length, tick_words(sheet, chart, values))) + GAP
    room = AIR + (LINE * 0.8 if labelled else 0)
    head(sheet, chart, own, key=several and not chart.stacked, filled=True, room=room)
    low, high = span(chart, values, labelled)
    lower = LINE if labelled and low < 0 else 0
    sheet.bottom = LINE + GAP + lower
    up = Scale(low, high, sheet.plot_height, 0)
    band = Band(len(chart.marks), sheet.plot_width, INNER, OUTER)
    parted = several and chart.stacked
    if labelled and parted and not stacks.told(chart, frame, up, band.width, standing=True):
        return standing(chart, frame, numbered=False)
    if not labelled:
        grid(sheet, chart, values, up)
    base(sheet, up(0))
    _write_below(sheet, chart, band, lower)
    fill(sheet, chart, own, up, band, standing=True)
    if labelled and parted:
        stacks.label(sheet, chart, own, up, band, standing=True)
    elif labelled:
        _label(sheet, chart, own, band, up)
    if parted:
        ends = [(sheet.plot_width, up(middle)) for middle in _middles(chart)]
        write_names(sheet, chart.names, own, ends)
    return sheet


def _write_below(sheet: Sheet, chart: Chart, band: Band, lower: float) -> None:
    """What each bar is, or every so many of them: round years where there are years."""
    words = [
        sheet.frame.moment(mark.written) if chart.scale == "time" else mark.written
        for mark in chart.marks
    ]
    entries = [(band.middle(number), word) for number, word in enumerate(words)]
    most = int(sheet.plot_width / (max(map(sheet.frame.length, words)) + GAP))
    if chart.scale == "time" and len(entries) > most and all(len(word) == 4 for word in words):
        round_ones = ticks.years(chart.marks[0].at, chart.marks[-1].at, most)
        entries = [entry for entry in entries if int(entry[1]) in round_ones]
    before = len(sheet.labels)
    below(sheet, entries, tick=False)
    sheet.labels[before:] = [replace(label, y=label.y + lower) for label in sheet.labels[before:]]


def _have_room(chart: Chart, sheet: Sheet) -> bool:
    """Whether each bar is as wide as its number, or nearly."""
    frame = sheet.frame
    step = sheet.plot_width / len(chart.marks)
    if chart.stacked:
        return stacks.longest_sum(chart, frame) <= step * 0.98
    longest = max(frame.length(printed(chart, frame, value)) for value in chart.values)
    count = len(chart.series)
    room = step * 0.98 if count == 1 else step * (1 - INNER) / count + 1
    return longest <= room


def _middles(chart: Chart) -> list[Decimal]:
    """The middle of each part of the last stack."""
    sums = chart.sums(len(chart.marks) - 1)
    return [(a + b) / 2 for a, b in zip([Decimal(0), *sums], sums, strict=False)]


def _label(sheet: Sheet, chart: Chart, own: Sequence[Pen], band: Band, up: Scale) -> None:
    """The number of each bar at its end."""
    inner = within(chart, band)
    for index, (one, pen) in enumerate(zip(chart.series, own, strict=True)):
        for number, value in enumerate(one.values):
            if value is not None:
                x = band.start(number) + inner.middle(index)
                y = up(value) + (LINE / 2 if value < 0 else -LINE / 2)
                sheet.write(end_label(sheet, chart, number, value, pen, x, y, "center"))
