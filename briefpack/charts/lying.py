"""Lying bars: names to the left, bars to the right of them, numbers at their ends.

Where the frame is narrow, names stand above their bars instead.
"""

from collections.abc import Sequence

from briefpack.charts import stacks
from briefpack.charts.chart import Chart
from briefpack.charts.filling import end_label, fill, printed, round_numbers, span, within
from briefpack.charts.frame import LINE, Frame
from briefpack.charts.lines import NARROW
from briefpack.charts.pens import Pen, pens
from briefpack.charts.sheet import Align, Label, Sheet, Stroke
from briefpack.charts.spacing import Band, Scale
from briefpack.charts.surround import GAP, NAMES, has_unit, head, tick_words

INNER = 0.3
_ROW = 20.0
_THIN = 13.0


def draft(chart: Chart, frame: Frame, numbered: bool = True) -> Sheet:
    """A chart of bars, one below the other, with their numbers; or else, where these find no room
    within stacks or are not wanted, with a scale.
    """
    above = frame.width < NARROW
    blocks = _names(chart, frame, above)
    several = len(chart.series) > 1
    own, sheet = pens(chart, frame.inks), Sheet(frame)
    if not above:
        sheet.left = max(frame.length(line) for block in blocks for line in block) + GAP
    head(sheet, chart, own, key=several, filled=True, room=GAP if several or has_unit(chart) else 0)
    sheet.bottom = 2 if numbered else LINE + GAP
    name = max(map(len, blocks)) * LINE
    band = _band(chart, sheet, name if above else 0.0, name)
    along = _scale(sheet, chart) if numbered else _ruled(sheet, chart, band if above else None)
    parted = several and chart.stacked
    told = not parted or stacks.told(chart, frame, along, band.width, standing=False)
    if numbered and not told:
        return draft(chart, frame, numbered=False)
    _write_names(sheet, chart, blocks, band, above)
    fill(sheet, chart, own, along, band, standing=False)
    zero = along(0)
    for number in range(band.count):
        start, end = band.start(number), band.start(number) + band.width
        ends = (start - 1, end + 1) if above else (0, sheet.plot_height)
        sheet.rule(Stroke(zero, ends[0], zero, ends[1], frame.inks.ink, 0.9))
    if numbered and parted:
        stacks.label(sheet, chart, own, along, band, standing=False)
    elif numbered:
        _label(sheet, chart, own, band, along)
    return sheet


def _names(chart: Chart, frame: Frame, above: bool) -> list[list[str]]:
    room = frame.width if above else NAMES * frame.width
    return [frame.lines(mark.written, room, bold=True) for mark in chart.marks]


def _band(chart: Chart, sheet: Sheet, above: float, name: float) -> Band:
    """The bands of the bars, and the height of the sheet; `above` is kept free before each bar."""
    bars = len(chart.series) if chart.kind == "bar" else 1
    bar = max(_ROW * (1 - INNER), bars * _THIN)
    step = above + bar + GAP if above else max(bar / (1 - INNER), name + 4)
    inner = (above + GAP) / step if above else INNER
    outer = above / step / 2 if above else INNER / 2
    count = len(chart.marks)
    height = step * (count - inner + 2 * outer)
    sheet.height = sheet.frame.height or sheet.top + sheet.bottom + height
    return Band(count, sheet.plot_height, inner, outer, 1.0 if above else 0.5)


def _write_names(
    sheet: Sheet, chart: Chart, blocks: Sequence[Sequence[str]], band: Band, above: bool
) -> None:
    for number, block in enumerate(blocks):
        out = chart.marks[number].written == chart.highlight
        first = band.middle(number) - (len(block) - 1) / 2 * LINE * 0.92
        if above:
            first = band.start(number) - (len(block) - 0.5) * LINE
        for line, words in enumerate(block):
            y = first + line * LINE * (1 if above else 0.92)
            x, align = (0.0, "left") if above else (-GAP, "right")
            sheet.write(Label(x, y, words, align, bold=out))  # type: ignore[arg-type]


def _scale(sheet: Sheet, chart: Chart) -> Scale:
    low, high = span(chart, (), labelled=True)
    if chart.stacked:
        sheet.right = stacks.longest_sum(chart, sheet.frame) + GAP
        return Scale(low, high, 0, sheet.plot_width)
    lengths = [sheet.frame.length(printed(chart, sheet.frame, v), bold=True) for v in chart.values]
    sheet.right = (max(lengths) if high > 0 else 0) + GAP
    start = max(lengths) + GAP if low < 0 else 0.0
    return Scale(low, high, start, sheet.plot_width)


def _ruled(sheet: Sheet, chart: Chart, behind: Band | None) -> Scale:
    """Upright gridlines and their numbers; only `behind` the bars where names stand above these."""
    values = round_numbers(chart, int(sheet.plot_width / 60))
    words = tick_words(sheet, chart, values)
    sheet.right = sheet.frame.length(words[-1]) / 2
    along = Scale(0, float(values[-1]), 0, sheet.plot_width)
    for value, word in zip(values, words, strict=True):
        x = along(value)
        for y, y2 in _spans(sheet, behind):
            sheet.rule(Stroke(x, y, x, y2, sheet.frame.inks.rule))
        y = sheet.plot_height + LINE / 2 + 3
        sheet.write(
            Label(
                max(x, sheet.frame.length(word) / 2 - sheet.left),
                y,
                word,
                "center",
                sheet.frame.inks.quiet,
            )
        )
    return along


def _spans(sheet: Sheet, band: Band | None) -> list[tuple[float, float]]:
    """From where to where a gridline goes."""
    if band is None:
        return [(0.0, sheet.plot_height)]
    starts = [band.start(number) for number in range(band.count)]
    return [
        *((start - 2, start + band.width + 2) for start in starts),
        (sheet.plot_height - 2, sheet.plot_height),
    ]


def _label(sheet: Sheet, chart: Chart, own: Sequence[Pen], band: Band, along: Scale) -> None:
    inner = within(chart, band)
    for index, (one, pen) in enumerate(zip(chart.series, own, strict=True)):
        for number, value in enumerate(one.values):
            if value is not None:
                side: Align = "right" if value < 0 else "left"
                x = along(value) + (-5 if value < 0 else 5)
                y = band.start(number) + inner.middle(index)
                sheet.write(end_label(sheet, chart, number, value, pen, x, y, side))
