"""Labels keep clear of each other, near to what they name."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefpack.charts.spacing import Band, Scale, apart


def test_labels_with_room_stay_where_they_are() -> None:
    assert apart([10, 50, 90], [10, 10, 10], 0, 100) == [10, 50, 90]


def test_two_that_would_overlap_give_way_by_the_same() -> None:
    assert apart([50, 52], [10, 10], 0, 100) == [46, 56]


def test_those_at_an_edge_are_moved_inward() -> None:
    assert apart([100, 100, 99], [10, 10, 10], 0, 100) == [85, 95, 75]


@given(
    st.lists(st.tuples(st.floats(0, 200), st.sampled_from([10.0, 20.0])), min_size=1, max_size=9)
)
def test_labels_never_overlap_and_keep_their_order(wanted: list[tuple[float, float]]) -> None:
    sizes = [size for _, size in wanted]
    placed = apart([at for at, _ in wanted], sizes, 0, 200)
    ordered = sorted(zip(placed, sizes, strict=True))
    for (above, size), (below, next_size) in pairwise(ordered):
        assert below - above >= (size + next_size) / 2 - 1e-6
    assert ordered[0][0] - ordered[0][1] / 2 >= -1e-6
    assert ordered[-1][0] + ordered[-1][1] / 2 <= 200 + 1e-6


def test_bands_are_those_of_vega() -> None:
    band = Band(2, 300, 0.3, 0.15)
    assert (band.start(0), band.start(1), band.width) == (22.5, 172.5, 105)


def test_a_scale_without_length_is_no_fault() -> None:
    assert Scale(5, 5, 0, 100)(5) == 0
