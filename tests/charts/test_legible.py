"""Words can be read on what they stand on (WCAG 2.2, 1.4.3)."""

import pytest

from briefpack.charts.legible import LEAST, contrast, is_colour, words_on
from tests.charts.plotted import INKS


def test_contrast_goes_from_one_to_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#84919e", "#84919e") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_words_are_white_or_dark_as_can_be_read() -> None:
    assert words_on("#13263b", "#1c2733") == "#ffffff"
    assert words_on("#f4f1ea", "#1c2733") == "#1c2733"


def test_on_some_grounds_neither_will_do() -> None:
    assert words_on("#808080", "#303030") == ""


def test_words_on_the_plain_fills_of_the_layout_are_legible() -> None:
    for name, ground, _ in INKS.hatches:
        colour = words_on(ground, INKS.text)
        assert name != "plain" or not colour or contrast(ground, colour) >= LEAST


@pytest.mark.parametrize("words", ["#123", "red", "#12345g", "", None, 3, "#1122334"])
def test_a_colour_has_six_digits(words: object) -> None:
    assert not is_colour(words)
    assert is_colour("#13263b")
