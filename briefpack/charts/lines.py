"""Lines, areas and points along a scale of time or numbers, or over names side by side."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from briefpack.charts import ends, ticks
from briefpack.charts.chart import Chart, Series
from briefpack.charts.frame import LINE, PIXELS_PER_MM, Frame
from briefpack.charts.pens import Pen, pens
from briefpack.charts.sheet import Sheet, Spec, Stroke, symbols
from briefpack.charts.spacing import Scale
from briefpack.charts.surround import (
    GAP,
    TICK,
    base,
    below,
    grid,
    head,
    height_for_names,
    moments,
    room_for_names,
    tick_words,
    write_names,
)

HEIGHTS = {False: 58.0, True: 44.0}
"""Millimetres of a whole chart, and of one in the side column."""

NARROW = 220.0
"""Pixels below which a frame is narrow."""

MOST_POINTS = 16
"""Values of x up to which each is marked; of more, the last alone."""

_GRIDLINES_APART = 34.0


def draft(chart: Chart, frame: Frame) -> Sheet:
    """A chart of one of the kinds line, area and dot."""
    sheet = Sheet(frame)
    sheet.height = frame.height or own_height(sheet, chart, named=True)
    own = pens(chart, frame.inks)
    low, high = _reach(chart)
    values = ticks.numbers(low, high, int(sheet.height / _GRIDLINES_APART))
    sheet.left = max(map(frame.length, tick_words(sheet, chart, values))) + GAP
    sheet.bottom = LINE + TICK + 2
    several = len(chart.series) > 1
    names = ends.names(sheet, chart) if several else []
    sheet.right = _right(sheet, chart, names)
    head(sheet, chart, own)
    up = Scale(float(values[0]), float(values[-1]), sheet.plot_height, 0)
    along = _along(chart, sheet)
    grid(sheet, chart, values, up)
    base(sheet, sheet.plot_height)
    below(sheet, _words_below(sheet, chart, along))
    encoding = _encoding(along, up)
    if chart.kind == "area":
        _areas(sheet, chart, own, encoding, along)
    else:
        _lines(sheet, chart, own, encoding, along, up)
    if several:
        write_names(sheet, names, own, _ends(chart, along, up))
    elif chart.kind == "line":
        ends.last(sheet, chart, own[0], _ends(chart, along, up))
    return sheet


def _right(sheet: Sheet, chart: Chart, names: Sequence[str]) -> float:
    """The room to the right of the plot: for the names there, or the last number of one line."""
    if names:
        return room_for_names(sheet, names)
    return ends.room_for_last(sheet, chart) if chart.kind == "line" else GAP


def own_height(sheet: Sheet, chart: Chart, named: bool) -> float:
    """The height of a chart whose author does not mind; `named` says that names stand beside it."""
    height = HEIGHTS[sheet.frame.width < NARROW] * PIXELS_PER_MM
    return max(height, height_for_names(sheet, chart.names)) if named else height


def _reach(chart: Chart) -> tuple[Decimal, Decimal]:
    """The least and the greatest number that the scale has to hold."""
    if chart.kind == "area":
        return Decimal(0), max(chart.sums(number)[-1] for number in range(len(chart.marks)))
    return min(chart.start, *chart.values), max(chart.start, *chart.values)


def _along(chart: Chart, sheet: Sheet) -> Scale:
    if chart.scale == "names":
        inset = sheet.plot_width / len(chart.marks) / 2 if chart.kind != "area" else 0.0
        last = max(len(chart.marks) - 1, 1)
        return Scale(0, last, inset, sheet.plot_width - inset)
    low, high = chart.marks[0].at, chart.marks[-1].at
    inset = GAP if chart.kind == "dot" else 0.0
    return Scale(low, high, inset, sheet.plot_width - inset)


def position(chart: Chart, number: int) -> float:
    """Where a mark lies on its scale; names stand in even steps."""
    return number if chart.scale == "names" else chart.marks[number].at


def _words_below(sheet: Sheet, chart: Chart, along: Scale) -> list[tuple[float, str]]:
    if chart.scale == "time":
        return moments(sheet, chart, along)
    if chart.scale == "names":
        return [(along(number), mark.written) for number, mark in enumerate(chart.marks)]
    low, high = Decimal(str(along.low)), Decimal(str(along.high))
    values = [
        value
        for value in ticks.numbers(low, high, int(sheet.plot_width / 60))
        if along.low <= value <= along.high
    ]
    places = max((max(-int(value.as_tuple().exponent), 0) for value in values), default=0)
    return [(along(value), sheet.frame.numeral(value, places)) for value in values]


def _encoding(along: Scale, up: Scale) -> Spec:
    """The scales as the specification names them."""
    return {
        "x": {
            "field": "x",
            "type": "quantitative",
            "axis": None,
            "scale": _scale(along),
        },
        "y": {"field": "y", "type": "quantitative", "axis": None, "scale": _scale(up)},
    }


def _scale(scale: Scale) -> Spec:
    return {
        "domain": [scale.low, scale.high if scale.high != scale.low else scale.low + 1],
        "range": [round(scale.start, 2), round(scale.end, 2)],
        "zero": False,
        "nice": False,
    }


def _lines(
    sheet: Sheet, chart: Chart, own: Sequence[Pen], encoding: Spec, along: Scale, up: Scale
) -> None:
    """Every series, the one that stands out last and so on top."""
    everything = range(len(chart.marks))
    paths = [_placed(_points(chart, one, everything), along, up) for one in chart.series]
    told = chart.kind == "line" and ends.first(sheet, chart, own, paths)
    order = sorted(range(len(own)), key=lambda number: own[number].bold)
    for number in order:
        one, pen = chart.series[number], own[number]
        if chart.kind == "line":
            mark = {
                "type": "line",
                "stroke": pen.line,
                "strokeWidth": pen.weight,
                "strokeDash": list(pen.dash),
                "strokeJoin": "round",
            }
            for run in one.runs():
                sheet.draw(mark, encoding, _points(chart, one, run))
        marked = _points(chart, one, _marked(chart, one, told))
        places = _placed(marked, along, up)
        size = 34.0 if chart.kind == "dot" else 22.0
        sheet.layers.append(symbols(places, pen.shape, pen.line, size))


def _points(chart: Chart, one: Series, run: Sequence[int]) -> list[Mapping[str, float]]:
    return [
        {"x": position(chart, number), "y": float(value)}
        for number in run
        if (value := one.values[number]) is not None
    ]


def _placed(
    points: Sequence[Mapping[str, float]], along: Scale, up: Scale
) -> list[tuple[float, float]]:
    """Points in pixels."""
    return [(along(point["x"]), up(point["y"])) for point in points]


def _marked(chart: Chart, one: Series, first: bool) -> list[int]:
    """The values that get a point: those of a line without neighbours are seen by it alone, the
    last of a line ends it, and the `first` may have its number.
    """
    runs = list(one.runs())
    if chart.kind == "dot" or (len(chart.series) > 1 and len(chart.marks) <= MOST_POINTS):
        return [number for run in runs for number in run]
    ending = {runs[-1][-1], *([runs[0][0]] if first else [])}
    return [number for run in runs for number in run if len(run) == 1 or number in ending]


def _areas(sheet: Sheet, chart: Chart, own: Sequence[Pen], encoding: Spec, along: Scale) -> None:
    sums = [chart.sums(number) for number in range(len(chart.marks))]
    for index, pen in enumerate(own):
        values = [
            {
                "x": position(chart, number),
                "y": float(sums[number][index]),
                "y2": float(sums[number][index - 1]) if index else 0.0,
            }
            for number in range(len(chart.marks))
        ]
        area = {"type": "area", "fill": pen.fill, "opacity": 1}
        sheet.draw(area, {**encoding, "y2": {"field": "y2"}}, values)
        edge = {"type": "line", "stroke": "#ffffff", "strokeWidth": 2.6}
        sheet.layers.append(_line(edge, encoding, values))
        edge = {"type": "line", "stroke": pen.edge, "strokeWidth": 1}
        sheet.over.append(_line(edge, encoding, values))
    sheet.over.insert(0, _foot(along, sheet))


def _line(mark: Spec, encoding: Spec, values: Sequence[Mapping[str, float]]) -> Spec:
    points = [{"x": value["x"], "y": value["y"]} for value in values]
    return {"data": {"values": points}, "mark": mark, "encoding": encoding}


def _foot(along: Scale, sheet: Sheet) -> Spec:
    """The base line once more, above the areas that would cover half of it."""
    stroke = Stroke(0, sheet.plot_height, along.end, sheet.plot_height, sheet.frame.inks.ink, 0.9)
    ends = {"x": stroke.x, "y": stroke.y, "x2": stroke.x2, "y2": stroke.y2}
    encoding = {
        "x": {"field": "x", "type": "quantitative", "scale": None},
        "y": {"field": "y", "type": "quantitative", "scale": None},
        "x2": {"field": "x2"},
        "y2": {"field": "y2"},
    }
    mark = {"type": "rule", "stroke": stroke.colour, "strokeWidth": stroke.width}
    return {"data": {"values": [ends]}, "mark": mark, "encoding": encoding}


def _ends(chart: Chart, along: Scale, up: Scale) -> list[tuple[float, float]]:
    """Where each line ends; an area, in the middle of its last height."""
    found = []
    for index, one in enumerate(chart.series):
        last = [number for run in one.runs() for number in run][-1]
        y = one.values[last] or Decimal(0)
        if chart.kind == "area":
            sums = chart.sums(last)
            y = (sums[index] + (sums[index - 1] if index else 0)) / 2
        found.append((along(position(chart, last)), up(y)))
    return found
