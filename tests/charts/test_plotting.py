"""Data become a chart, or it is said which cell keeps them from being one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.charts.drafting import KINDS, draft
from briefpack.charts.plotting import plot
from tests.charts.plotted import block, chart, data, frame, said

WIDE = "year,north,south\n2021,12,4\n2022,14.5,5\n2023,15,6"
LONG = "line,year,riders\nNorth,2022,13\nNorth,2021,12\nSouth,2021,9\nSouth,2022,10"


def test_wide_data_have_a_series_a_column() -> None:
    plotted = chart(WIDE, kind="line")
    assert [one.name for one in plotted.series] == ["north", "south"]
    assert plotted.series[0].values == (Decimal(12), Decimal("14.5"), Decimal(15))


def test_long_data_have_a_series_for_each_name_in_the_order_of_time() -> None:
    plotted = chart(LONG, kind="line", x="year", series="line")
    assert [mark.written for mark in plotted.marks] == ["2021", "2022"]
    assert [(one.name, one.values) for one in plotted.series] == [
        ("North", (Decimal(12), Decimal(13))),
        ("South", (Decimal(9), Decimal(10))),
    ]


def test_an_empty_cell_is_a_gap() -> None:
    plotted = chart("year,a\n2021,1\n2022,\n2023,3\n2024,4", kind="line")
    assert list(plotted.series[0].runs()) == [[0], [2, 3]]


def test_a_chart_is_as_exact_as_its_most_exact_number() -> None:
    assert chart(WIDE, kind="bar").places == 1


@pytest.mark.parametrize(
    ("text", "kind", "scale"),
    [
        ("x,y\n1962,1\n1963,2", "line", "time"),
        ("x,y\n1962-10,1\n1963,2", "bar", "time"),
        ("x,y\n10,1\n20,2", "line", "number"),
        ("x,y\n10,1\n20,2", "bar", "names"),
        ("x,y\n2024-13,1\n2024-12,2", "line", "names"),
        ("x,y\nMoon,1\n1962,2", "line", "names"),
    ],
)
def test_years_and_dates_are_time(text: str, kind: str, scale: str) -> None:
    assert chart(text, kind=kind).scale == scale


def test_a_month_lies_within_its_year() -> None:
    marks = chart("x,y\n2024-07,1\n2025,2", kind="line").marks
    assert 2024.49 < marks[0].at < 2024.51
    assert marks[1].at == 2025


def test_names_stay_in_their_order() -> None:
    marks = chart("x,y\nMars,1\nEarth,2", kind="bar").marks
    assert [mark.written for mark in marks] == ["Mars", "Earth"]


def test_the_nearest_column_is_offered() -> None:
    [problem] = plot(block(kind="line", y="nort"), data(WIDE))[1]
    assert problem.hint == "did you mean 'north'?"


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        ("x,y\na,one", {"kind": "bar"}, "a number is expected, not 'one'"),
        ("x,y\na,1\na,2", {"kind": "bar"}, "'a' stands here twice; first in line 0"),
        ("x,y\n,1", {"kind": "bar"}, "this row has nothing in the column 'x'"),
        ("x,y\na,\nb,", {"kind": "bar"}, "the series 'y' has no number"),
        ("x,y\na,1", {"kind": "line"}, "a line needs two values of x or more"),
        ("x,y\na,1", {}, "this chart does not say its ':kind:'"),
        (WIDE, {"kind": "slope"}, "a slope has two values of x, and 'year' has 3"),
        ("x,y\na,-1\nb,1", {"kind": "area"}, "a negative number cannot stand in a chart of kind"),
        ("x,y\na,1\nb,", {"kind": "area"}, "an area has no gaps; there is no number at 'b'"),
        ("x,y\na,1e14\nb,9e15", {"kind": "bar"}, "'9e15' is too great or too small for a chart"),
        (f"x,y\n{'a' * 37},1", {"kind": "bar"}, f"'{'a' * 37}' is too long a word for the place"),
        (
            "x,y\n2020,1\n2021,2",
            {"kind": "slope", "place": "side"},
            "a slope has names and numbers",
        ),
        (WIDE, {"kind": "bar", "from_": "1"}, "the scale of a chart of kind 'bar' begins at 0"),
        (WIDE, {"kind": "line", "from_": "NaN"}, "':from:' is a number, written as in the data"),
        (WIDE, {"kind": "bar", "highlight": "2021"}, "there is no series '2021' to stand out"),
    ],
)
def test_what_makes_no_chart_is_said(text: str, options: dict[str, str], message: str) -> None:
    assert any(line.startswith(message) for line in said(text, **options)), said(text, **options)


def test_a_bar_of_a_single_series_can_stand_out() -> None:
    assert chart(WIDE, kind="bar", y="north", highlight="2022").highlight == "2022"


CELLS = st.sampled_from(["", "1", "-2.5", "0", "3e4", "x", "1,2", "−7", "2024", "2024-02-30", "%"])


@given(
    rows=st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=7),
    kind=st.sampled_from(sorted(KINDS)),
    series=st.booleans(),
    width=st.sampled_from([159.0, 446.0]),
)
def test_any_data_are_drafted_or_complained_of(
    rows: list[list[str]], kind: str, series: bool, width: float
) -> None:
    text = "\n".join(
        ["a,b,c,d", *(",".join(cell.replace(",", " ") for cell in row) for row in rows)]
    )
    options = {"kind": kind, "x": "a", **({"series": "b", "y": "c"} if series else {"y": "c; d"})}
    plotted, problems = plot(block(**options), data(text))
    assert (plotted is None) == bool(problems)
    if plotted:
        assert draft(plotted, frame(width))["layer"]
