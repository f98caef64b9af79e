"""Ticks are round, few, and hold what they are to hold."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.charts import ticks


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("0", "158", "0 50 100 150 200"),
        ("0", "1", "0 0.25 0.5 0.75 1"),
        ("-3.1", "3.2", "-4 -2 0 2 4"),
        ("0", "0", "0 0.25 0.5 0.75 1"),
        ("1.31", "1.44", "1.3 1.35 1.4 1.45"),
    ],
)
def test_numbers_are_round(low: str, high: str, expected: str) -> None:
    found = ticks.numbers(Decimal(low), Decimal(high), 5)
    assert " ".join(map(str, found)) == expected


@given(
    low=st.decimals("-1e12", "1e12", places=3),
    length=st.decimals("0.001", "1e12", places=3),
    most=st.integers(3, 9),
)
def test_numbers_hold_both_ends_and_are_few(low: Decimal, length: Decimal, most: int) -> None:
    found = ticks.numbers(low, low + length, most)
    assert found[0] <= low
    assert low + length <= found[-1]
    assert 2 <= len(found) <= most


def test_years_are_round() -> None:
    assert ticks.years(1957.2, 2025.0, 8) == [1960, 1970, 1980, 1990, 2000, 2010, 2020]


def test_months_are_every_second_or_third_where_there_are_many() -> None:
    days = [day.month for _, day in ticks.months(2024.0, 2024.99, 5)]
    assert days == [1, 4, 7, 10]
