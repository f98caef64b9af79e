"""The values of x: dates that are ones, numbers for scales that have some, else names."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.charts import marks
from tests.charts.plotted import data

NOTHING = data("x,y\n1,2")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("1962", dt.date(1962, 1, 1)),
        ("2024-03", dt.date(2024, 3, 1)),
        ("2024-02-29", dt.date(2024, 2, 29)),
        ("2023-02-29", None),
        ("2024-13", None),
        ("24", None),
        ("3024", None),
        ("2024-3", None),
        ("2024 ", None),
        ("٢٠٢٤", None),
    ],
)
def test_a_date_is_written_as_the_standard_has_it(cell: str, day: dt.date | None) -> None:
    assert marks.date(cell) == day


@pytest.mark.parametrize(
    ("cells", "kind", "scale"),
    [
        (["2024", "2024-06"], "bar", "time"),
        (["1.5", "20"], "line", "number"),
        (["1.5", "20"], "stacked-bar", "names"),
        (["2024", "Moon"], "line", "names"),
        (["1.5", ""], "dot", "names"),
    ],
)
def test_a_scale_is_chosen_by_all_cells(cells: list[str], kind: str, scale: str) -> None:
    assert marks.scale(cells, NOTHING, kind) == scale


def test_a_leap_year_is_as_long_as_others() -> None:
    assert marks.year(dt.date(2024, 7, 2)) == pytest.approx(2024.5)
    assert marks.year(dt.date(2023, 7, 2)) == pytest.approx(2023.4986, abs=1e-4)


def test_a_mark_lies_where_its_scale_has_it() -> None:
    assert marks.mark("1.5", "number", NOTHING).at == 1.5
    assert marks.mark("2024-07", "time", NOTHING).at > 2024.49
    assert marks.mark("2024", "names", NOTHING).at == 0


@given(st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)))
def test_days_stay_in_order_and_in_their_year(day: dt.date) -> None:
    assert marks.date(day.isoformat()) == day
    at = marks.year(day)
    assert day.year <= at < day.year + 1
    if day > dt.date(1000, 1, 1):
        assert marks.year(day - dt.timedelta(1)) < at
