"""Numbers are written as readers of the language write them."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.numerals import decimal_sign, numeral, percent_signs, ranges

NARROW = "\N{NARROW NO-BREAK SPACE}"
NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "14,132.5"),
        ("en-GB", "14,132.5"),
        ("de", "14.132,5"),
        ("de-CH", "14’132.5"),
        ("fr", f"14{NARROW}132,5"),
        ("pl", f"14{NO_BREAK}132,5"),
    ],
)
def test_thousands_and_fractions_by_language(language: str, written: str) -> None:
    assert numeral(Decimal("14132.5"), language) == written


def test_a_lakh_is_a_lakh() -> None:
    assert numeral(Decimal(1234567), "en-IN") == "12,34,567"


@pytest.mark.parametrize(
    ("number", "places", "written"),
    [
        ("2.50", None, "2.50"),
        ("2.50", 1, "2.5"),
        ("2", 2, "2.00"),
        ("2.45", 1, "2.5"),
        ("2.55", 1, "2.6"),
        ("1E+3", None, "1,000"),
        ("-0.04", 1, "0.0"),
        ("-0", None, "0"),
        ("-5", None, "−5"),
    ],
)
def test_places_behind_the_decimal_sign(number: str, places: int | None, written: str) -> None:
    assert numeral(Decimal(number), "en", places) == written


def test_the_signs_of_a_language() -> None:
    assert (decimal_sign("en"), decimal_sign("de"), decimal_sign("fr")) == (".", ",", ",")
    assert percent_signs("en") == ("", "%")
    assert percent_signs("de") == ("", NO_BREAK + "%")
    assert percent_signs("tr") == ("%", "")


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**60), max_value=10**60),
    st.sampled_from(["en", "de", "fr", "de-CH", "en-IN"]),
    st.none() | st.integers(0, 12),
)
def test_any_number_can_be_read_again(number: Decimal, language: str, places: int | None) -> None:
    number = number if abs(number.adjusted()) < 60 else Decimal(0)
    written = numeral(number, language, places)
    plain = re.sub(r"[^\d−" + re.escape(decimal_sign(language)) + "]", "", written)
    back = Decimal(plain.replace(decimal_sign(language), ".").replace("−", "-"))
    assert abs(back - number) <= Decimal(1).scaleb(-(places if places is not None else 999)) / 2


@pytest.mark.parametrize(
    ("numbers", "written"),
    [
        ([], ""),
        ([1], "1"),
        ([1, 2], "1–2"),
        ([1, 3, 5], "1, 3, 5"),
        ([1, 2, 4, 5, 6, 9], "1–2, 4–6, 9"),
        ([10, 11, 12], "10–12"),
    ],
)
def test_pages_are_told_in_ranges(numbers: list[int], written: str) -> None:
    assert ranges(numbers) == written


@given(st.sets(st.integers(1, 60)))
def test_ranges_name_every_page_once(pages: set[int]) -> None:
    pairs = [run.split("–") for run in ranges(sorted(pages)).split(", ") if run]
    named = [number for pair in pairs for number in range(int(pair[0]), int(pair[-1]) + 1)]
    assert named == sorted(pages)
