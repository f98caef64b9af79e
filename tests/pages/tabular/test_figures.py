"""Figures of tables, written and read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.blocks.columns import Format
from briefpack.pages.tabular.figures import behind, figure, plain, with_minus
from briefpack.words import Words

NO_BREAK = "\N{NO-BREAK SPACE}"


def format_(pattern: str) -> Format:
    return Format.model_validate(Words(f"a: {pattern}"))


@pytest.mark.parametrize(
    ("number", "pattern", "language", "written"),
    [
        ("14132.5", "0.0", "en", ("14,132", ".5")),
        ("14132.5", "0.0", "de", ("14.132", ",5")),
        ("14132.5", "0", "de", ("14.133", "")),
        ("12.345", "0.0 %", "en", ("12", ".3%")),
        ("12.345", "0.0%", "de", ("12", f",3{NO_BREAK}%")),
        ("0.12345", "fraction 0.0 %", "en", ("12", ".3%")),
        ("12", "0.0 %", "tr", ("%12", ",0")),
        ("-3.5", "$0.0 bn", "en", ("−$3", f".5{NO_BREAK}bn")),
        ("3.5", "+0.0bn", "en", ("+3", ".5bn")),
        ("-0.01", "+0.0", "en", ("0", ".0")),
        ("5", "0.00", "en", ("5", ".00")),
    ],
)
def test_a_number_in_its_format(
    number: str, pattern: str, language: str, written: tuple[str, str]
) -> None:
    assert figure(Decimal(number), format_(pattern), language) == written


def test_a_number_without_a_format_keeps_its_places() -> None:
    assert figure(Decimal("2.50"), None, "de") == ("2", ",50")
    assert figure(Decimal(-14132), None, "en") == ("−14,132", "")


def test_years_have_no_signs_between_their_thousands() -> None:
    assert (plain(Decimal(2026)), plain(Decimal(-44))) == ("2026", "−44")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("14", "en", ""),
        ("1,154", "en", ""),
        ("1,154", "de", ",154"),
        ("1.154", "de", ""),
        ("1.154", "en", ".154"),
        ("14,132.75", "en", ".75"),
        ("14 132,75", "fr", ",75"),
        ("12.5 %", "en", ".5 %"),
        ("$12.5bn", "en", ".5bn"),
        ("c. 40", "en", ""),
        ("-3.5", "en", ".5"),
        ("−3", "en", ""),
        ("n/a", "en", ""),
        ("–", "en", ""),
        ("", "en", ""),
        ("12–15", "en", None),
        ("3 of 4", "en", None),
        ("1234567.5", "en", ".5"),
    ],
)
def test_what_stands_behind_the_units(text: str, language: str, expected: str | None) -> None:
    assert behind(text, language) == expected


@given(st.text(max_size=30))
def test_any_cell_ends_with_what_stands_behind_its_units(text: str) -> None:
    assert text.strip().endswith(behind(text, "en") or "")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("-3", "−3"), ("$-3", "$−3"), ("-$3", "−$3"), ("n-3", "n-3"), ("-", "-"), ("3-4", "3-4")],
)
def test_a_hyphen_before_a_number_is_a_minus(typed: str, printed: str) -> None:
    assert with_minus(typed) == printed
