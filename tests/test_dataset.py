"""A data set knows its columns and reads its numbers, and guesses at none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.dataset import Dataset
from briefpack.words import Words


def data(*cells: str, comma: bool = False) -> Dataset:
    return Dataset([Words("a")], [[Words(cell)] for cell in cells], comma)


def test_a_column_is_found_by_its_name() -> None:
    two = Dataset([Words("a"), Words("b")], [[Words("1"), Words("2")], [Words("3"), Words("")]])
    assert two.column("b") == ["2", ""]
    with pytest.raises(KeyError):
        two.column("c")


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("14132", "14132"),
        (" 5 ", "5"),
        ("-3.50", "-3.50"),
        ("−3", "-3"),
        ("+0.1", "0.1"),
        ("1e6", "1e6"),
        ("007", "7"),
    ],
)
def test_a_number_is_read_exactly(cell: str, number: str) -> None:
    found = data().number(cell)
    assert found == Decimal(number)
    assert str(found) == str(Decimal(number))


@pytest.mark.parametrize(
    "cell", ["", " ", "1,5", "1,250", "1 250", "1.250.000", "12O", "n/a", "5 %", "--5", "1.", ".5",
             "٣", "1e999999999", "9" * 41, "Infinity", "NaN"],
)  # fmt: skip
def test_what_could_be_read_in_two_ways_is_no_number(cell: str) -> None:
    assert data().number(cell) is None


def test_a_comma_is_the_decimal_sign_where_the_file_has_it() -> None:
    assert data(comma=True).number("1,5") == Decimal("1.5")
    assert data(comma=True).number("1.5") is None
    assert data(comma=True).number("15") == Decimal(15)


def test_a_numeric_column_holds_numbers_and_gaps_alone() -> None:
    assert data("1", "", "-2.5").numeric("a")
    assert not data("1", "x").numeric("a")
    assert not data("", " ").numeric("a")


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12
    ),
    st.booleans(),
)
def test_what_is_written_is_read_again(number: Decimal, comma: bool) -> None:
    written = f"{number:f}"
    assert data(comma=comma).number(written.replace(".", ",") if comma else written) == number


@given(st.text(max_size=60), st.booleans())
def test_any_cell_is_a_number_or_none(cell: str, comma: bool) -> None:
    found = data(comma=comma).number(cell)
    assert found is None or (found.is_finite() and len(f"{found:f}") < 200)
