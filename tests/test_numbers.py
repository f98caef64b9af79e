"""The model of the ledger: exact amounts, tolerances, limits of age."""

import datetime as dt
from decimal import Decimal

import pytest
from pydantic import ValidationError

from briefpack.brief import Number, end_of


def number(**fields: str) -> Number:
    return Number.model_validate({"id": "a", "label": "A", **fields})


@pytest.mark.parametrize("value", ["14132", "59.5", "-3", "−3", "1.2e6", "0"])
def test_amounts_are_exact(value: str) -> None:
    assert number(value=value).amount == Decimal(value.replace("−", "-"))


@pytest.mark.parametrize("value", ["14,132", "14 132", "about 7", "NaN", "1e999", "", "１２"])
def test_what_is_no_plain_number_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        number(value=value)


@pytest.mark.parametrize(
    ("tolerance", "slack"), [("5", "5"), ("0.5", "0.5"), ("2 %", "4"), ("2%", "4")]
)
def test_a_tolerance_is_an_amount_or_a_share(tolerance: str, slack: str) -> None:
    assert number(value="-200", tolerance=tolerance).slack == Decimal(slack)


def test_without_a_tolerance_there_is_none() -> None:
    assert number(value="200").slack == 0


@pytest.mark.parametrize(
    ("limit", "end"),
    [
        ("18 months", "2025-07-31"),
        ("1 month", "2024-02-29"),
        ("2 years", "2026-01-31"),
        ("90 days", "2024-04-30"),
        ("2 weeks", "2024-02-14"),
    ],
)
def test_a_limit_ends_on_a_day(limit: str, end: str) -> None:
    assert end_of(limit, dt.date(2024, 1, 31)) == dt.date.fromisoformat(end)


@pytest.mark.parametrize("limit", ["never", "9999 years"])
def test_some_numbers_do_not_age(limit: str) -> None:
    assert end_of(limit, dt.date(2024, 1, 31)) is None
