"""Numbers that an author wrote by hand are found and understood, in the brief's language."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.ledger.literals import find
from briefpack.numerals import numeral

LANGUAGES = ("en", "en-GB", "de", "de-CH", "fr", "es", "pl", "sv", "it", "nl")


def amounts(sentence: str, language: str = "en") -> list[str]:
    return [f"{literal.amount:f}" for literal in find(sentence, language)]


@pytest.mark.parametrize(
    ("sentence", "language", "found"),
    [
        ("the world made 87 attempts", "en", ["87"]),
        ("counted 14,132 satellites", "en", ["14132"]),
        ("zählte 14.132 Satelliten", "de", ["14132"]),
        ("compte 14 132 satellites", "fr", ["14132"]),
        ("compte 14\u202f132 satellites", "fr", ["14132"]),
        ("zählte 14’132 Satelliten", "de-CH", ["14132"]),
        ("over 1.2 million above", "en", ["1200000"]),
        ("über 1,2 Millionen", "de", ["1200000"]),
        ("plus de 1,2 million", "fr", ["1200000"]),
        ("eine Billion, 2 Billionen", "de", ["2000000000000"]),
        ("$73 billion of $135 billion", "en", ["73000000000", "135000000000"]),
        ("1,935.3 grams", "en", ["1935.3"]),
        ("eight nations and three more", "en", ["8", "3"]),
        ("acht Staaten", "de", ["8"]),
        ("a loss of −3 points", "en", ["-3"]),
        ("(329) and “92”", "en", ["329", "92"]),
    ],
)
def test_amounts_are_read(sentence: str, language: str, found: list[str]) -> None:
    assert amounts(sentence, language) == found


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("on 7 March he wrote", "en"),
        ("on October 16 he wrote", "en"),
        ("am 29. Mai schrieb er", "de"),
        ("le 7 mars il écrivait", "fr"),
        ("at 21:40 the bus leaves", "en"),
        ("Chang’e-6 and Public Law 112-10", "en"),
        ("section 1340 and page 3", "en"),
        ("Abschnitt 14 und Seite 3", "de"),
        ("from 12–15 of them, or 12 to 15", "en"),
        ("between 320 and 330 of them", "en"),
        ("zwischen 320 und 330", "de"),
        ("it rose by 70", "en"),
        ("er stieg um 70", "de"),
        ("the 21st, the 1960s, 3D, CO2, v2.0.1", "en"),
        ("a 14-day notice, a 90° turn", "en"),
    ],
)
def test_what_counts_nothing_is_passed_over(sentence: str, language: str) -> None:
    assert amounts(sentence, language) == []


def test_a_year_is_known_for_what_it_may_be() -> None:
    [year, count] = find("in 2025 there were 2,025 of them", "en")
    assert (year.bare_year, count.bare_year) == (True, False)


@pytest.mark.parametrize(
    "words", ["about 300", "more than $300", "c. 300", "~300", "up to 300", "At least 300"]
)
def test_what_is_said_to_be_rounded_is_known(words: str) -> None:
    [literal] = find(words, "en")
    assert literal.hedge


@pytest.mark.parametrize("words", ["42%", "42 %", "42 per cent", "42 percent of them"])
def test_hundredths_are_known(words: str) -> None:
    [literal] = find(words, "en")
    assert literal.percent


@given(
    st.decimals(min_value=0, max_value=10**12, places=3),
    st.integers(0, 3),
    st.sampled_from(LANGUAGES),
)
def test_what_the_house_prints_is_read_as_it_was(
    value: Decimal, places: int, language: str
) -> None:
    printed = numeral(value, language, places)
    [literal] = find(f"({printed})", language)
    assert abs(literal.amount - value) * 2 <= Decimal(1).scaleb(-places)
    assert literal.words == printed


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_can_be_read(text: str, language: str) -> None:
    for literal in find(text, language):
        assert text[literal.start : literal.end] == literal.words
