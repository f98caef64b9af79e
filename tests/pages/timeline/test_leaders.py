"""How high marks stand and leaders turn."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from briefpack.pages.timeline.leaders import NEAR, RADIUS, SEAT, TOUCH, Rise, rises

Segment = tuple[float, float, float, float]


def drawn(marks: list[float], lines: list[float]) -> list[str]:
    """For each leader "on the band" or "stacked", and its rank from the inmost turn outwards."""
    made = rises(marks, lines)
    ranks = sorted({rise.turn for rise in made})
    return [
        f"{'on the band' if rise.mark == SEAT else 'stacked'}, {ranks.index(rise.turn)}"
        for rise in made
    ]


def test_marks_apart_stand_on_the_band() -> None:
    assert drawn([30, 60], [30, 90]) == ["on the band, 0", "on the band, 0"]


def test_a_leader_to_the_right_turns_outside_of_those_that_it_passes() -> None:
    assert drawn([30, 40, 50], [60, 80, 100]) == [f"on the band, {rank}" for rank in (2, 1, 0)]


def test_a_leader_to_the_left_turns_outside_of_those_that_it_passes() -> None:
    assert drawn([80, 90, 100], [20, 40, 60]) == [f"on the band, {rank}" for rank in (0, 1, 2)]


def test_leaders_that_part_may_turn_at_one_height() -> None:
    assert drawn([60, 64], [40, 90]) == ["on the band, 0", "on the band, 0"]


def test_marks_that_overlap_are_stacked() -> None:
    assert drawn([60, 61], [80, 100]) == ["stacked, 1", "on the band, 0"]
    assert drawn([60, 61], [20, 40]) == ["on the band, 0", "stacked, 1"]


def test_a_straight_leader_rises_from_the_top_of_its_stack() -> None:
    assert drawn([60, 61], [60, 100]) == ["stacked, 1", "on the band, 0"]


def test_marks_of_one_day_make_one_stem() -> None:
    made = rises([60.0] * 4, [20.0, 40.0, 80.0, 100.0])
    heights = sorted(rise.mark for rise in made)
    assert heights[0] == SEAT
    assert all(b - a >= TOUCH - 1e-9 for a, b in itertools.pairwise(heights))


def way(mark: float, line: float, rise: Rise) -> list[Segment]:
    """A leader outwards from its mark, as (x0, x1, y0, y1), each pair in order."""
    level = (min(mark, line), max(mark, line), rise.turn, rise.turn)
    return [(mark, mark, rise.mark, rise.turn), level, (line, line, rise.turn, 1000.0)]


def gap(a: Segment, b: Segment) -> float:
    """The distance between two upright or level segments."""
    dx = max(a[0] - b[1], b[0] - a[1], 0.0)
    dy = max(a[2] - b[3], b[2] - a[3], 0.0)
    return float((dx * dx + dy * dy) ** 0.5)


places = st.lists(st.tuples(st.floats(20, 200), st.floats(4.8, 60)), min_size=1, max_size=9)


@given(places, st.floats(-40, 40), st.booleans())
def test_no_leader_meets_another_or_a_mark_of_another(
    given_places: list[tuple[float, float]], shift: float, crowded: bool
) -> None:
    """Marks anywhere, or crowded; lines anywhere in the same order, but never too near."""
    marks = sorted(place / 20 if crowded else place for place, _ in given_places)
    lines = [marks[0] + shift]
    for _, distance in given_places[1:]:
        lines.append(lines[-1] + distance)
    made = rises(marks, lines)
    ways = [way(*each) for each in zip(marks, lines, made, strict=True)]
    for a in range(len(marks)):
        for b in range(len(marks)):
            if a != b:
                assert min(gap(one, other) for one in ways[a] for other in ways[b]) > 0
                spot = (marks[b], marks[b], made[b].mark, made[b].mark)
                assert min(gap(one, spot) for one in ways[a]) >= NEAR - 0.1
                assert gap((marks[a], marks[a], made[a].mark, made[a].mark), spot) > 2 * RADIUS
