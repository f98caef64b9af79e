"""Entries shared out to two columns a page."""

from hypothesis import given
from hypothesis import strategies as st

from briefpack.pages.columns import two_columns


def drawn(heights: list[float], first: float, room: float) -> list[str]:
    """A page as "0 1 | 2": the entries of its left and of its right column."""
    return [
        " | ".join(" ".join(map(str, column)) for column in page)
        for page in two_columns(heights, first, room)
    ]


def test_a_short_list_is_balanced() -> None:
    assert drawn([10] * 5, 100, 100) == ["0 1 2 | 3 4"]


def test_one_tall_entry_may_stand_against_many_short_ones() -> None:
    assert drawn([30, 10, 10, 10], 100, 100) == ["0 | 1 2 3"]


def test_a_full_page_goes_on_to_the_next() -> None:
    assert drawn([10] * 7, 20, 30) == ["0 1 | 2 3", "4 5 | 6"]


def test_an_entry_taller_than_a_page_still_stands_somewhere() -> None:
    assert drawn([50, 10], 20, 30) == ["0 | 1"]


def test_no_entries_make_no_page() -> None:
    assert drawn([], 20, 30) == []


@given(st.lists(st.floats(1, 40), max_size=60), st.floats(40, 200), st.floats(40, 200))
def test_every_entry_stands_once_in_order_and_fits(
    heights: list[float], first: float, room: float
) -> None:
    pages = two_columns(heights, first, room)
    columns = [column for page in pages for column in page]
    assert [index for column in columns for index in column] == list(range(len(heights)))
    for number, page in enumerate(pages):
        space = room if number else first
        for column in page:
            assert sum(heights[index] for index in column) <= space + 0.001
