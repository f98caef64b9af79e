"""Contrast, in colour and as greys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.shades.contrast import RGB8, grey, ratio, told, written

BLACK, WHITE = (0, 0, 0), (255, 255, 255)
colours = st.tuples(*[st.integers(0, 255)] * 3)


def test_black_on_white_is_the_most_there_is() -> None:
    assert ratio(BLACK, WHITE) == pytest.approx(21)


@pytest.mark.parametrize(
    ("colour", "expected"), [((118, 118, 118), 4.54), ((255, 0, 0), 4.0), ((0, 0, 255), 8.59)]
)
def test_contrast_with_white_is_that_of_the_guidelines(colour: RGB8, expected: float) -> None:
    assert ratio(colour, WHITE) == pytest.approx(expected, abs=0.005)


def test_a_device_with_one_ink_sees_red_green_and_blue_so() -> None:
    assert [grey(colour)[0] for colour in ((255, 0, 0), (0, 255, 0), (0, 0, 255))] == [76, 150, 28]


@given(colours, colours)
def test_it_does_not_matter_which_is_which(one: RGB8, other: RGB8) -> None:
    assert ratio(one, other) == ratio(other, one)
    assert 1 <= ratio(one, other) <= 21.0001


@given(st.integers(0, 255))
def test_a_grey_stays_the_grey_it_was(level: int) -> None:
    assert grey((level,) * 3) == (level,) * 3


def test_a_colour_is_written_as_in_a_style_sheet() -> None:
    assert written((240, 128, 108)) == "#f0806c"


@pytest.mark.parametrize(
    ("contrast", "expected"), [(2.96, "2.9:1"), (3.0, "3.0:1"), (21, "21.0:1")]
)
def test_what_is_too_little_never_reads_as_enough(contrast: float, expected: str) -> None:
    assert told(contrast) == expected
