"""Which events stand on which spread."""

from hypothesis import given
from hypothesis import strategies as st

from briefpack.pages.timeline.sharing import shares


def test_one_spread_takes_all() -> None:
    assert shares([1, 2, 3], 1, 32) == [(0, 3)]


def test_spreads_that_hold_too_little_or_ask_for_too_much_are_none() -> None:
    assert shares([1, 2, 3], 1, 2) == []
    assert shares([1, 2, 3], 2, 32) == []


def test_a_border_falls_in_the_widest_gap_near_the_middle() -> None:
    assert shares([0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 15, 16], 2, 8) == [(0, 5), (5, 12)]


def test_a_gap_far_from_the_middle_is_left_alone() -> None:
    assert shares([0, 50, 51, 52, 53, 54, 55, 56], 2, 8) == [(0, 4), (4, 8)]


@given(
    st.lists(st.integers(0, 9999), min_size=2, max_size=60).map(sorted),
    st.integers(1, 30),
    st.integers(2, 32),
)
def test_every_event_is_shared_out_once_and_no_spread_is_poor_or_full(
    days: list[float], count: int, capacity: int
) -> None:
    made = shares(days, count, capacity)
    possible = 2 * count <= len(days) <= capacity * count
    assert bool(made) == possible
    if made:
        assert len(made) == count
        assert [number for share in made for number in range(*share)] == list(range(len(days)))
        assert all(2 <= last - first <= capacity for first, last in made)
