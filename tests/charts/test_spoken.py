"""What is told to those who listen: the printed numbers, or of many rows the outstanding ones."""

from decimal import Decimal
from typing import Any

import pytest

from briefpack.charts.spoken import MOST_ROWS, Rows, of_chart, of_data
from tests.charts.plotted import chart, frame


def rows(text: str, **options: str) -> Rows:
    return of_chart(chart(text, **{"kind": "line", **options}), frame())


def told(values: Any) -> Rows:
    return of_data({"data": {"values": values}}, lambda number: f"{number:,}")


def test_numbers_are_told_as_they_are_printed() -> None:
    found = rows("year,north,south\n2021,1200.5,4\n2022,1400,", unit="riders")
    assert found.head == ["year", "north", "south"]
    assert found.rows == [["2021", "1,200.5", "4.0"], ["2022", "1,400.0", "–"]]
    assert (found.unit, found.extract) == ("riders", False)


def test_percent_are_told_with_each_number_and_not_as_a_unit() -> None:
    found = rows("year,north\n2021,12\n2022,14", unit="%")
    assert found.rows[0] == ["2021", "12%"]
    assert found.unit == ""


def test_of_many_rows_the_outstanding_ones_are_told_for_every_series() -> None:
    lines = [f"{1900 + number},{(number - 40) ** 2},{number}" for number in range(MOST_ROWS + 1)]
    found = rows("year,a,b\n" + "\n".join(lines))
    assert [row[0] for row in found.rows] == ["1900", "1940", "1960"]
    assert found.extract


def test_as_many_rows_as_can_be_listened_to_are_told_in_full() -> None:
    lines = [f"{1900 + number},1" for number in range(MOST_ROWS)]
    assert len(rows("year,a\n" + "\n".join(lines)).rows) == MOST_ROWS


def test_data_of_a_specification_are_told_with_years_unparted() -> None:
    found = told([{"year": 2021, "riders": 1200, "night": True}, {"year": 2022, "riders": None}])
    assert found.head == ["year", "riders", "night"]
    assert found.rows == [["2021", "1,200", "true"], ["2022", "–", "–"]]


def test_whole_numbers_are_told_without_a_fraction() -> None:
    assert told([{"n": 3.0, "m": 0.25}]).rows == [["3", "0.25"]]


@pytest.mark.parametrize(
    "values",
    [[], None, "a,b\n1,2", [1, 2], [{"only": 3}], [{"a": 1, "b": 2}] * (MOST_ROWS + 1), [{}]],
)
def test_what_makes_no_short_table_is_not_told(values: Any) -> None:
    assert told(values) == Rows((), ())


def test_a_specification_without_data_of_its_own_is_not_told() -> None:
    assert of_data({"layer": []}, lambda number: str(Decimal(number))) == Rows((), ())
