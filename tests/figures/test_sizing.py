"""A picture fits its place, and with its caption a page."""

import pytest

from briefpack.paper import PAPERS
from briefpack.pictures import Size, dots_per_inch, room, size

GRID = {"top": 27, "bottom": 26.5, "inner": 20, "outer": 20, "text": 118, "gap": 10, "side": 42}
A4 = PAPERS["a4"]


@pytest.mark.parametrize(
    ("place", "width"), [("text", 118), ("side", 42), ("wide", 170), ("page", 170)]
)
def test_a_place_has_its_width(place: str, width: float) -> None:
    assert room(place, GRID, A4).width == width


def test_a_page_of_its_own_has_more_height_and_captions_take_some() -> None:
    full, shared = room("page", GRID, A4).height, room("wide", GRID, A4).height
    assert 225 < full < 243.5
    assert shared < full
    assert room("page", GRID, A4, ("A" * 200, "Credit")).height == pytest.approx(
        full - 4 * 3.97, 0.01
    )


def test_a_picture_is_as_wide_as_its_place_unless_it_would_be_too_high() -> None:
    assert size(2, Size(118, 160)) == Size(118, 59)
    assert size(0.5, Size(118, 160)) == Size(80, 160)


def test_a_picture_may_be_asked_to_be_narrower_and_not_wider() -> None:
    assert size(2, Size(118, 160), 60) == Size(60, 30)
    assert size(2, Size(118, 160), 200) == Size(118, 59)


def test_dots_are_counted_by_the_inch() -> None:
    assert dots_per_inch(600, 50.8) == pytest.approx(300)
