"""Leaves: the pictures show the page, and each box lies where it is in the page."""

from io import BytesIO

import pytest
from pikepdf import Array
from PIL import Image

from briefpack.problem import Place, Problem, Severity, Spot
from briefpack.reporting import Leaf
from briefpack.reporting.leaves import LONGEST, MOST, counted, drawn
from tests.acceptance.files import plain, saved

FRAME = (72.0, 100.0, 372.0, 300.0)
"""Where the pages of these files have a blue frame."""


def found(page: int, box: tuple[float, ...] = FRAME, kind: Severity = Severity.ERROR) -> Problem:
    return Problem(Place("x.pdf"), "r", "m", severity=kind, spot=Spot(page, box))


def is_blue_at(leaf: Leaf, x: float, y: float) -> bool:
    """Whether there is blue within two pixels of a point."""
    image = Image.open(BytesIO(leaf.png)).convert("RGB")
    left, top = max(int(x) - 2, 0), max(int(y) - 2, 0)
    colours = image.crop((left, top, left + 5, top + 5)).getcolors() or []
    return any(blue > 150 and red < 120 for _, (red, _, blue) in colours)  # type: ignore[misc]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [(0, 0, 595, 842), (50, 60, 500, 700)])
def test_a_box_lies_where_it_is_seen_however_the_page_is_turned_and_cropped(
    rotation: int, crop: tuple[int, ...]
) -> None:
    pdf = saved(plain(1, Rotate=rotation, CropBox=Array([*crop])))
    [leaf] = drawn(pdf, [found(1)])
    left, top, right, bottom = leaf.places[FRAME]
    assert 0 < left < right < leaf.width
    assert 0 < top < bottom < leaf.height
    for x, y in ((left, top), (right, top), (left, bottom), (right, bottom)):
        assert is_blue_at(leaf, x, y)


def test_a_box_beyond_the_page_ends_with_it() -> None:
    [leaf] = drawn(saved(plain(1)), [found(1, (-500.0, -500.0, 5000.0, 5000.0))])
    assert [*leaf.places.values()] == [(0, 0, leaf.width, leaf.height)]


def test_pages_with_findings_are_drawn_in_their_order() -> None:
    problems = [found(3), found(1, ()), found(3, ()), found(0), found(9)]
    assert [leaf.page for leaf in drawn(saved(plain(4)), problems)] == [1, 3]
    assert [*drawn(saved(plain(4)), [found(0)])] == []


def test_the_largest_page_makes_a_picture_of_bearable_size() -> None:
    [leaf] = drawn(saved(plain(1, (0, 0, 14400, 7200))), [found(1)])
    assert (leaf.width, leaf.height) == (LONGEST, LONGEST // 2)


def test_of_very_many_pages_those_with_errors_come_first() -> None:
    problems = [found(page, kind=Severity.WARNING) for page in range(1, MOST + 3)]
    pages = [leaf.page for leaf in drawn(saved(plain(MOST + 2)), [*problems, found(MOST + 2)])]
    assert pages == [*range(1, MOST), MOST + 2]


def test_pages_are_counted() -> None:
    assert counted(saved(plain(3))) == 3
