"""A table as a list of its rows."""

import re

from markupsafe import Markup, escape

from briefpack.charts.spoken import Rows
from briefpack.pages.tabular import told
from briefpack.pages.tabular.grid import Cell, Grid, Head, Row
from briefpack.pages.tabular.placing import STACKED, placed
from briefpack.pages.tabular.records import records


def head(text: str, unit: str = "") -> Head:
    return Head(escape(text), text, unit)


def cell(text: str, heads: bool = False) -> Cell:
    return Cell(escape(text), text, None, heads)


def read(markup: Markup) -> list[str]:
    """A line for each name, and for each pair of what stands over a column and in it."""
    lines = re.findall(r"<p[^>]*>(.*?)</p>|<dt>(.*?)</dt><dd>(.*?)</dd>", markup)
    return [
        re.sub("<[^>]*>", "", name) if name else f"  {over} | {value}"
        for name, over, value in lines
    ]


def test_each_row_says_below_its_name_what_stood_below_each_head() -> None:
    heads = [head("Country"), head("Cost", "US$ bn"), head("Note")]
    rows = [
        Row([cell("A", heads=True), cell("1.5"), cell("R & D")]),
        Row([cell("B"), cell("2"), cell("")]),
    ]
    assert read(records(Grid(heads, rows))) == [
        "A",
        "  Cost, US$ bn | 1.5",
        "  Note | R &amp; D",
        "Country: B",
        "  Cost, US$ bn | 2",
    ]


def test_rows_know_their_place_in_the_source_and_totals_stand_out() -> None:
    rows = [Row([cell("A")], "t.md:3"), Row([cell("Total", heads=True)], total=True)]
    made = records(Grid([head("")], rows, "t.md:1"))
    assert re.findall(r'<div class="[^"]*"(?: data-at="[^"]*")?', made) == [
        '<div class="records" data-at="t.md:1"',
        '<div class="record" data-at="t.md:3"',
        '<div class="record total"',
    ]


def test_a_table_is_stacked_where_it_is_not_comfortable() -> None:
    wide = Grid([head("x")] * 5, [Row([cell("Incomprehensibilities")] * 5)])
    narrow = Grid([head("x")] * 2, [Row([cell("12")] * 2)])
    rooms = {"text": 80.0, STACKED: 0.0}
    assert [placed(grid, rooms, None).place for grid in (wide, narrow)] == ["stacked", "text"]
    assert placed(narrow, rooms, "turned").place == "text"


def test_the_numbers_of_a_chart_are_a_table_too() -> None:
    grid = told.grid(Rows(["Year", "North"], [["2021", "1,212.5"]], "riders"))
    assert [(one.text, one.unit, one.align) for one in grid.heads] == [
        ("Year", "", "left"),
        ("North", "riders", "right"),
    ]
    assert [one.text for one in grid.rows[0].cells] == ["2021", "1,212.5"]
