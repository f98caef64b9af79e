"""Marks for the fold and the staples."""

import pytest

from briefpack.finishing.binding import fold_marks, staple_marks
from briefpack.finishing.pen import Drawing, Size, drawn
from tests.finishing.laid import colour, seen

SHEETS = [(297.0, 210.0), (279.4, 215.9), (420.0, 297.0)]
DOTS = 10


def marked(draw: Drawing, sheet: Size) -> list[tuple[float, float]]:
    """Where (mm) along the fold something is printed: the lower and the upper end of each mark."""
    picture = seen(drawn([(sheet, draw)]), dots_a_mm=DOTS)
    column = [
        colour(picture, sheet[0] / 2 + 0.01, y / DOTS, DOTS) != "#ffffff"
        for y in range(int(sheet[1] * DOTS) - 1)
    ]
    ends = [y / DOTS for y in range(1, len(column)) if column[y] != column[y - 1]]
    return list(zip(ends[::2], ends[1::2], strict=True))


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_fold_is_marked_at_both_ends_where_printers_print(sheet: Size) -> None:
    (low, low_end), (high, high_end) = marked(fold_marks(sheet), sheet)
    assert (low, low_end) == pytest.approx((8, 11), abs=0.15)
    assert (sheet[1] - high_end, sheet[1] - high) == pytest.approx((8, 11), abs=0.15)


@pytest.mark.parametrize("sheet", SHEETS)
def test_staples_go_through_the_fold_at_its_quarters(sheet: Size) -> None:
    middles = [(low + high) / 2 for low, high in marked(staple_marks(sheet), sheet)]
    assert middles == pytest.approx([sheet[1] / 4, sheet[1] * 3 / 4], abs=0.15)


def test_nothing_is_marked_beside_the_fold() -> None:
    sheet = SHEETS[0]
    picture = seen(drawn([(sheet, fold_marks(sheet))]), dots_a_mm=DOTS)
    assert colour(picture, sheet[0] / 2 + 0.5, 9, DOTS) == "#ffffff"
    assert colour(picture, sheet[0] / 2 - 0.5, 9, DOTS) == "#ffffff"
