"""Charting: every chart of a brief drawn for its place on the page, and told as a table."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from briefpack.blocks.chart import ChartBlock, Placed, charts
from briefpack.brief import Manuscript
from briefpack.charts import drafting, drawing, marks, specification, trimming
from briefpack.charts.chart import Chart, places
from briefpack.charts.frame import PIXELS_PER_MM, POINTS, Frame
from briefpack.charts.inks import Inks, size
from briefpack.charts.plotting import plot
from briefpack.charts.spoken import Rows, of_chart, of_data
from briefpack.dates import Point, When
from briefpack.numerals import numeral, percent_signs
from briefpack.pages import wording
from briefpack.pages.enlarging import Room, room_for
from briefpack.pages.faces import face
from briefpack.pages.layout import Layout
from briefpack.pages.tables import PADDING
from briefpack.paper import Paper
from briefpack.problem import Place, Problem, Refused, quoted
from briefpack.words import complaint


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as its template places it: the drawing as a URL, its size in millimetres, its numbers
    as rows of a table, and where its scale begins unless that is at 0.

    One that its place cannot hold in type of a legible size has no URL: its numbers are printed.
    """

    url: str
    width: float
    height: float
    rows: Rows
    start: str


@dataclass(frozen=True, slots=True)
class _Draft:
    """A chart on its way: its block, the room for it, its specification and what is known of its
    numbers.
    """

    block: ChartBlock
    room: Room
    spec: dict[str, Any]
    rows: Rows
    start: str = ""


def charted(manuscript: Manuscript, layout: Layout, paper: Paper) -> Mapping[int, Drawing]:
    """The drawing of each chart, by the identity of its block; all in one go.

    `Refused` names the specifications that cannot be drawn: no rule sees that before.
    """
    drafts = [_draft(placed, manuscript, layout, paper) for placed in _charts(manuscript)]
    if not drafts:
        return {}
    inks = _inks(layout)
    made: dict[int, Drawing] = {}
    problems: list[Problem] = []
    drawn = drawing.drawings([draft.spec for draft in drafts])
    for draft, one in zip(drafts, drawn, strict=True):
        if one.fault:
            problems.append(_unfit(draft.block, manuscript, one.fault))
        else:
            made[id(draft.block)] = shown = _drawn(draft, trimming.trimmed(one.svg, inks))
            problems += _untold(draft) if not shown.url else ()
    if problems:
        raise Refused(problems)
    return made


def _charts(manuscript: Manuscript) -> Iterator[Placed]:
    for _, text in sorted(manuscript.prose.items()):
        yield from charts(text.tokens)


def _draft(placed: Placed, manuscript: Manuscript, layout: Layout, paper: Paper) -> _Draft:
    block, column, _ = placed
    language = str(manuscript.brief.language)
    edges = PADDING if placed.holder == "box" else 0.0
    room = room_for(block, column, edges, layout.lengths("grid", paper), paper)
    frame = _frame(room.width / room.scale, room.drawn(block.height or 0.0), language, layout)
    if block.specified:
        text = manuscript.specifications[str(block.argument)]
        spec = specification.dressed(text, manuscript.data, frame, _locale(language))
        return _Draft(block, room, spec, of_data(spec, partial(numeral, language=language)))
    chart, problems = plot(block, manuscript.data[str(block.argument)], column)
    if chart is None:
        raise Refused(problems)
    rows, start = of_chart(chart, frame), _start(chart, frame)
    return _Draft(block, room, drafting.draft(chart, frame), rows, start)


def _start(chart: Chart, frame: Frame) -> str:
    """Where the scale begins, if that is not at 0; a reader has to be told."""
    return frame.number(chart.start, places(chart.start), chart.unit) if chart.start > 0 else ""


def _frame(width: float, height: float, language: str, layout: Layout) -> Frame:
    """A frame of that size (mm); a height of 0 is for the chart to choose."""
    before, behind = percent_signs(language)
    return Frame(
        width * PIXELS_PER_MM,
        height * PIXELS_PER_MM,
        partial(face("sans").width, points=POINTS),
        lambda value, places: numeral(value, language, places),
        partial(_moment, language=language),
        behind or before,
        _inks(layout),
    )


def _inks(layout: Layout) -> Inks:
    return Inks.of(layout.group("chart-colours"))


def _moment(written: str, language: str) -> str:
    """A year, month or day as the language has it, shortly; other words as they are."""
    if marks.date(written) is None:
        return written
    point = Point(*(int(part) for part in written.split("-")))
    return wording.date(When(point), language, "{date}", "short")


def _locale(language: str) -> dict[str, Any]:
    """How Vega writes numbers and dates, from what Babel knows (d3-format, d3-time-format)."""
    there = wording.locale(language)
    signs = there.number_symbols["latn"]
    days = [there.days["format"]["wide"][(day - 1) % 7] for day in range(7)]
    short = [there.days["format"]["abbreviated"][(day - 1) % 7] for day in range(7)]
    months = there.months["format"]
    number = {
        "decimal": signs["decimal"],
        "thousands": signs["group"],
        "grouping": [3],
        "currency": ["", ""],
        "minus": "\N{MINUS SIGN}",
        "percent": "".join(percent_signs(language)),
    }
    time = {
        "dateTime": "%x, %X",
        "date": "%Y-%m-%d",
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": days,
        "shortDays": short,
        "months": [months["wide"][number] for number in range(1, 13)],
        "shortMonths": [months["abbreviated"][number] for number in range(1, 13)],
    }
    return {"number": number, "time": time}


def _drawn(draft: _Draft, svg: str) -> Drawing:
    """The drawing at its printed size: never wider than its place."""
    width, height = (length / PIXELS_PER_MM for length in size(svg))
    if not draft.room.holds(width, height):
        return Drawing("", 0.0, 0.0, draft.rows, "")
    share = min(draft.room.scale, draft.room.width / width) if width else 1.0
    url = "data:image/svg+xml;base64," + b64encode(svg.encode("utf-8")).decode("ascii")
    return Drawing(url, round(width * share, 2), round(height * share, 2), draft.rows, draft.start)


def _untold(draft: _Draft) -> list[Problem]:
    """A chart that is too large for its place, and whose numbers are not known or too many."""
    if draft.rows.rows and not draft.rows.extract:
        return []
    message = "this chart does not fit on a page of this edition"
    hint = "make it lower or narrower, or make two charts of it"
    return [complaint(draft.block.argument, "chart", message, hint)]


def _unfit(block: ChartBlock, manuscript: Manuscript, fault: str) -> Problem:
    """What the engine said, on one line, without where in its own code it stood; at the file."""
    said = [line.strip() for line in fault.splitlines() if not line.strip().startswith("at ")]
    words = quoted("".join(said[-1:]).removeprefix("Error: "), 160)
    message = f"{quoted(block.argument)} cannot be drawn: {words}"
    file = manuscript.specifications.get(str(block.argument), block.argument)
    place = Place(file.place.file) if block.specified else file.place
    hint = "see the documentation of Vega-Lite" if block.specified else ""
    return Problem(place, "chart", message, hint)
