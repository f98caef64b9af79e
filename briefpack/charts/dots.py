"""Dots in rows, a row for each name, and slopes between two moments."""

from collections.abc import Sequence
from decimal import Decimal

from briefpack.charts import lines, ticks
from briefpack.charts.chart import Chart
from briefpack.charts.frame import LINE, PIXELS_PER_MM, Frame
from briefpack.charts.pens import Pen, pens
from briefpack.charts.sheet import Label, Sheet, Stroke, symbols
from briefpack.charts.spacing import Scale, apart
from briefpack.charts.surround import AIR, GAP, NAMES, head, tick_words

ROW = 18.0
_SLOPE_ROW = 15.0


def dots(chart: Chart, frame: Frame) -> Sheet:
    """Rows of dots; along a scale of time or numbers, dots as a line would have them."""
    if chart.scale != "names":
        return lines.draft(chart, frame)
    own = pens(chart, frame.inks)
    sheet = Sheet(frame, bottom=LINE + GAP)
    blocks = [frame.lines(mark.written, NAMES * frame.width) for mark in chart.marks]
    sheet.left = max(frame.length(line) for block in blocks for line in block) + GAP
    head(sheet, chart, own, key=len(chart.series) > 1, room=GAP)
    row = max(ROW, max(map(len, blocks)) * LINE + 4)
    sheet.height = frame.height or sheet.top + sheet.bottom + row * len(chart.marks)
    low, high = min(chart.start, *chart.values), max(chart.start, *chart.values)
    values = ticks.numbers(low, high, int(sheet.plot_width / 60))
    words = tick_words(sheet, chart, values)
    sheet.right = max(frame.length(words[-1]) / 2, GAP)
    along = Scale(float(values[0]), float(values[-1]), 0, sheet.plot_width)
    for value, word in zip(values, words, strict=True):
        x = along(value)
        sheet.rule(Stroke(x, 0, x, sheet.plot_height, frame.inks.rule))
        sheet.write(Label(x, sheet.plot_height + LINE / 2 + 3, word, "center", frame.inks.quiet))
    step = sheet.plot_height / len(chart.marks)
    for number, block in enumerate(blocks):
        y = step * (number + 0.5)
        _row(sheet, chart, number, y, along)
        for line, text in enumerate(block):
            at = y + (line - (len(block) - 1) / 2) * LINE * 0.92
            sheet.write(Label(-GAP, at, text, "right"))
    _put(sheet, chart, own, along, step)
    return sheet


def _row(sheet: Sheet, chart: Chart, number: int, y: float, along: Scale) -> None:
    """The line of a row, which joins its dots; that of a single dot begins where the scale does."""
    values = [v for one in chart.series if (v := one.values[number]) is not None]
    if values:
        first = along(min(values)) if len(chart.series) > 1 else 0.0
        sheet.rule(Stroke(first, y, along(max(values)), y, sheet.frame.inks.dim, 0.9))


def _put(sheet: Sheet, chart: Chart, own: Sequence[Pen], along: Scale, step: float) -> None:
    for one, pen in zip(chart.series, own, strict=True):
        places = [
            (along(value), step * (number + 0.5))
            for number, value in enumerate(one.values)
            if value is not None
        ]
        sheet.over.append(symbols(places, pen.shape, pen.line, 44))


def slope(chart: Chart, frame: Frame) -> Sheet:
    """Two moments, and a line for each series from the one to the other, named at both ends."""
    own = _slope_pens(chart, frame)
    rows = max(58 * PIXELS_PER_MM, len(chart.series) * _SLOPE_ROW + 3 * LINE)
    sheet = Sheet(frame, height=frame.height or rows)
    sheet.right, sheet.left = _sides(chart, frame)
    head(sheet, chart, own, room=AIR + LINE)
    low, high = min(chart.start, *chart.values), max(chart.values)
    up = Scale(float(low), float(high), sheet.plot_height, 0)
    for number, x in enumerate((0.0, sheet.plot_width)):
        words = frame.moment(chart.marks[number].written)
        sheet.write(Label(x, -LINE, words, "center", frame.inks.ink, bold=True))
        sheet.rule(Stroke(x, -4, x, sheet.plot_height, frame.inks.rule, 0.75))
    for number in sorted(range(len(own)), key=lambda number: own[number].bold):
        _join(sheet, chart, own[number], number, up)
    _name_both_ends(sheet, chart, own, up)
    return sheet


def _slope_pens(chart: Chart, frame: Frame) -> list[Pen]:
    """Lines that are named at both ends need no colours of their own."""
    if chart.highlight or len(chart.series) <= len(frame.inks.lines):
        return pens(chart, frame.inks)
    one = Chart(chart.kind, chart.scale, chart.marks, chart.series[:1])
    return pens(one, frame.inks) * len(chart.series)


def _sides(chart: Chart, frame: Frame) -> tuple[float, float]:
    """The room that names and numbers take on the right, and numbers on the left."""
    numbers = [frame.number(value, chart.places, chart.unit) for value in chart.values]
    widest = max(frame.length(words, bold=True) for words in numbers)
    names = max(frame.length(line, bold=True) for line in _lines(chart, frame))
    return widest + names + 3 * GAP, widest + 2 * GAP


def _lines(chart: Chart, frame: Frame) -> list[str]:
    limit = NAMES * frame.width
    return [line for one in chart.series for line in frame.lines(one.name, limit, bold=True)]


def _join(sheet: Sheet, chart: Chart, pen: Pen, number: int, up: Scale) -> None:
    ends = [up(value or Decimal(0)) for value in chart.series[number].values]
    points = [(0.0, ends[0]), (sheet.plot_width, ends[1])]
    mark = {
        "type": "line",
        "stroke": pen.line,
        "strokeWidth": pen.weight,
        "strokeDash": [*pen.dash],
    }
    encoding = {
        side: {"field": side, "type": "quantitative", "scale": None, "axis": None}
        for side in ("x", "y")
    }
    sheet.draw(mark, encoding, [{"x": round(x, 2), "y": round(y, 2)} for x, y in points])
    sheet.layers.append(symbols(points, pen.shape, pen.line, 30))


def _name_both_ends(sheet: Sheet, chart: Chart, own: Sequence[Pen], up: Scale) -> None:
    frame = sheet.frame
    blocks = [frame.lines(one.name, NAMES * frame.width, bold=True) for one in chart.series]
    numbers = [frame.length(frame.number(v, chart.places, chart.unit), True) for v in chart.values]
    for side, align in enumerate(("right", "left")):
        wanted = [up(one.values[side] or Decimal(0)) for one in chart.series]
        sizes = [(len(block) if side else 1) * LINE * 0.92 for block in blocks]
        middles = apart(wanted, sizes, -LINE / 2, sheet.plot_height + LINE / 2)
        x = sheet.plot_width + 1.5 * GAP if side else -1.5 * GAP
        for one, pen, middle, block in zip(chart.series, own, middles, blocks, strict=True):
            words = frame.number(one.values[side] or Decimal(0), chart.places, chart.unit)
            first = middle - ((len(block) - 1) * LINE * 0.92 / 2 if side else 0)
            sheet.write(Label(x, first, words, align, pen.colour, pen.bold))  # type: ignore[arg-type]
            for line, text in enumerate(block if side else ()):
                at = Label(x + max(numbers) + GAP, first + line * LINE * 0.92, text, "left")
                sheet.write(Label(at.x, at.y, text, "left", pen.colour, pen.bold))
