"""Which page lands where: sheets as drawn in folding.txt, and what holds for all of them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.finishing.folding import Flip, Sheet, Side, Slot, booklet, creep, folded, handout

COUNTS = range(1, 65)
FLIPS: tuple[Flip, ...] = ("short", "long")
SECTION = re.compile(r"^(\d+) pages?\n((?:  .+\n)+)", re.MULTILINE)
DRAWN = {
    int(pages): sheets
    for pages, sheets in SECTION.findall((Path(__file__).parent / "folding.txt").read_text("utf-8"))
}


def pictured(side: Side) -> str:
    """A side as it is drawn: `8 | 1`, a point for a blank page, `v` behind one on its head."""
    return " | ".join(f"{slot.page or '.'}{'v' * slot.turned}" for slot in side)


def drawing(sheets: list[Sheet]) -> list[str]:
    return ["  ".join(pictured(side) for side in sheet.sides) for sheet in sheets]


def pages(sheets: list[Sheet]) -> list[int]:
    return [slot.page for sheet in sheets for side in sheet.sides for slot in side if slot.page]


@pytest.mark.parametrize("count", DRAWN)
def test_booklets_are_as_they_are_drawn(count: int) -> None:
    drawn = [re.sub(r" *\| *", " | ", line.strip()) for line in DRAWN[count].splitlines()]
    assert drawing(booklet(count)) == [re.sub(r"  +", "  ", line) for line in drawn]


def test_most_counts_of_a_working_day_are_drawn() -> None:
    assert {1, 2, 3, 4, 5, 8, 12, 16, 24, 64} <= set(DRAWN)


def test_over_the_long_edge_the_back_is_printed_on_its_head() -> None:
    assert drawing(booklet(8, "long")) == ["8 | 1  7v | 2v", "6 | 3  5v | 4v"]


@pytest.mark.parametrize("flip", FLIPS)
@pytest.mark.parametrize("count", COUNTS)
def test_a_folded_booklet_reads_from_the_first_page_to_the_last(count: int, flip: Flip) -> None:
    blanks = -count % 4
    expected = [Slot(page) for page in range(1, count + 1)] + [Slot()] * blanks
    assert folded(booklet(count, flip), flip) == expected


@pytest.mark.parametrize("count", COUNTS)
def test_facing_pages_face_each_other(count: int) -> None:
    """Even pages are left ones; the innermost sheet has a whole spread."""
    sheets = booklet(count)
    for left, right in (side for sheet in sheets for side in sheet.sides):
        assert (left.page or 0) % 2 == 0
        assert (right.page or 1) % 2 == 1
    left, right = sheets[-1].back
    assert (right.page or count + 1) - (left.page or count) <= 1


@pytest.mark.parametrize("count", [n for n in COUNTS if n % 4 == 0])
def test_pages_that_share_a_side_add_up(count: int) -> None:
    sides = [side for sheet in booklet(count) for side in sheet.sides]
    assert {(left.page or 0) + (right.page or 0) for left, right in sides} == {count + 1}


@given(st.integers(1, 2000), st.sampled_from(FLIPS))
def test_every_page_is_printed_once(count: int, flip: Flip) -> None:
    assert sorted(pages(booklet(count, flip))) == list(range(1, count + 1))
    assert pages(handout(count)) == list(range(1, count + 1))


@given(st.integers(1, 2000))
def test_no_more_paper_is_used_than_needed(count: int) -> None:
    assert len(booklet(count)) == len(handout(count)) == -(-count // 4)


def test_a_handout_is_read_down_each_side() -> None:
    assert drawing(handout(7)) == ["1 | 2  3 | 4", "5 | 6  7 | ."]


def test_a_back_without_pages_is_not_printed() -> None:
    assert drawing(handout(5)) == ["1 | 2  3 | 4", "5 | ."]


@pytest.mark.parametrize("impose", [booklet, handout])
def test_there_are_no_sheets_without_pages(impose: Callable[[int], list[Sheet]]) -> None:
    with pytest.raises(ValueError, match="0 pages"):
        impose(0)


def test_inner_pages_move_to_the_fold_by_the_paper_around_them() -> None:
    assert creep(4, 0.1) == pytest.approx([0, 0.1, 0.2, 0.3])


@given(st.integers(1, 20), st.floats(0.05, 0.5))
def test_trimmed_pages_keep_their_outer_margins(sheets: int, caliper: float) -> None:
    """A sheet stands out by its place in the stack; the trimmer cuts them all at one line."""
    cut, page, margin = 148.5, 148.5, 12.0
    for place, shift in enumerate(creep(sheets, caliper)):
        fold = place * caliper
        words_end = fold + page - margin - shift
        assert cut - words_end == pytest.approx(margin)
