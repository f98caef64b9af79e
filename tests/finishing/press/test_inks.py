"""What colours of the screen are printed with."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from briefpack.finishing.press.inks import Inks
from tests.pressed import profile

BLACK = (0.0, 0.0, 0.0, 1.0)
WHITE = (0.0, 0.0, 0.0, 0.0)

shares = st.floats(0, 1)


def rgb(written: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(written)
    return red / 255, green / 255, blue / 255


@pytest.fixture(scope="module")
def inks() -> Inks:
    return Inks(profile().data)


@pytest.mark.parametrize("written", ["000000", "1c2733", "13263b", "333333"])
def test_dark_text_is_all_black_ink(inks: Inks, written: str) -> None:
    assert inks.colour(rgb(written), "text") == BLACK


def test_grey_text_is_black_ink_as_light_as_it_was(inks: Inks) -> None:
    *colours, black = inks.colour(rgb("55626f"), "text")
    assert colours == [0, 0, 0]
    assert 0.7 < black < 0.9
    assert inks.colour(rgb("c3cad0"), "text")[3] < 0.3


def test_coloured_text_keeps_its_colour(inks: Inks) -> None:
    cyan, magenta, yellow, _ = inks.colour(rgb("b9371f"), "text")
    assert magenta > 0.8
    assert yellow > 0.8
    assert cyan < 0.4


@pytest.mark.parametrize("role", ["fill", "stroke"])
def test_a_dark_ground_and_its_lines_are_of_four_inks(inks: Inks, role: str) -> None:
    assert all(share > 0.3 for share in inks.colour(rgb("13263b"), role))  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["text", "fill", "stroke"])
def test_white_is_no_ink_and_grey_is_black_ink(inks: Inks, role: str) -> None:
    assert inks.colour((1, 1, 1), role) == WHITE  # type: ignore[arg-type]
    assert inks.colour(rgb("808080"), role)[:3] == (0, 0, 0)  # type: ignore[arg-type]


@cache
def limited(limit: int) -> Inks:
    return Inks(profile().data, limit)


@given(colour=st.tuples(shares, shares, shares), role=st.sampled_from(["text", "fill", "stroke"]))
def test_no_colour_has_more_ink_than_the_limit(
    colour: tuple[float, float, float], role: str
) -> None:
    for limit in (300, 220):
        found = limited(limit).colour(colour, role)  # type: ignore[arg-type]
        assert all(0 <= share <= 1 for share in found)
        assert sum(found) * 100 <= limit + 1e-9  # shares of 255 have no end in binary


def test_a_picture_has_no_more_ink_than_the_limit() -> None:
    dark = Image.new("RGB", (8, 8), (20, 5, 40))
    found = Inks(profile().data, 200).picture(dark)
    assert found.mode == "CMYK"
    assert sum(found.tobytes()[:4]) / 2.55 <= 200


def test_a_picture_without_colour_is_black_ink(inks: Inks) -> None:
    grey = Image.linear_gradient("L")
    for picture in (grey, grey.convert("RGB")):
        found = inks.picture(picture)
        assert found.mode == "L"
        tones = found.resize((1, 256)).tobytes()
        assert list(tones) == sorted(tones)
        assert (tones[0], tones[-1]) == (0, 255)


def test_a_picture_carries_no_profile_of_its_own(inks: Inks) -> None:
    assert "icc_profile" not in inks.picture(Image.new("RGB", (2, 2), "red")).info


def test_tables_that_are_broken_are_told_of() -> None:
    whole = profile().data
    with pytest.raises(ValueError, match=r"."):
        Inks(whole[:128] + bytes(len(whole) - 128))
