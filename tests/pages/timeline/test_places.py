"""Where cards hang from: lanes and lines on one side of one page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.pages.timeline.figure import Lane
from briefpack.pages.timeline.places import distance, hanging
from briefpack.pages.timeline.stage import CLEAR, DENSITIES, PASSAGE

LEFT, RIGHT, CARD = 20.0, 190.0, 50.0


def drawn(marks: list[float], lanes: int = 2) -> str:
    """Lane and line of each card as "near 30, far 95"; "no room" if they are too many."""
    made = hanging(marks, LEFT, RIGHT, CARD, lanes)
    if made is None:
        return "no room"
    return ", ".join(f"{lane} {line:g}" for lane, line in zip(made.lanes, made.lines, strict=True))


def test_a_card_hangs_straight_from_its_mark() -> None:
    assert drawn([60]) == "near 60"


def test_a_card_keeps_to_the_safe_area() -> None:
    assert drawn([188]) == "near 140"
    assert drawn([15]) == "near 20"


def test_the_line_of_a_far_card_passes_beside_a_near_one() -> None:
    assert drawn([60, 120]) == "near 60, far 120"
    assert drawn([60, 70]) == "far 60, near 70"


def test_in_one_lane_cards_stand_side_by_side() -> None:
    assert drawn([20, 80, 140], lanes=1) == f"near 20, near 80, near {140:g}"
    assert drawn([100, 102], lanes=1) == f"near {102 - CARD - CLEAR - PASSAGE:g}, near 102"


def test_six_cards_of_three_columns_fill_both_lanes() -> None:
    made = hanging([40.0] * 6, LEFT, RIGHT, DENSITIES[2].card(RIGHT - LEFT), 2)
    assert made is not None
    assert made.lanes == ("far", "near") * 3
    assert made.lines[0] == LEFT


def test_too_many_cards_have_no_room() -> None:
    assert drawn([40.0] * 7) == "no room"


def test_no_marks_hang_nothing() -> None:
    assert drawn([]) == ""


def test_the_distance_is_what_cards_must_give_way() -> None:
    assert distance([30, 100], LEFT, RIGHT, CARD, 2) == 0
    assert distance([60, 60], LEFT, RIGHT, CARD, 2) == pytest.approx(PASSAGE)
    assert distance([150], LEFT, RIGHT, CARD, 2) == 10


def apart(a: Lane, b: Lane) -> float:
    """What must lie between the lines of neighbours: a near card needs its width."""
    if a == b:
        return CARD + CLEAR
    return CARD + CLEAR if a == "near" else PASSAGE


@given(st.lists(st.floats(20, 200), max_size=6).map(sorted))
def test_lines_stand_in_the_order_of_the_marks_and_leave_room_for_cards(
    marks: list[float],
) -> None:
    made = hanging(marks, LEFT, RIGHT, CARD, 2)
    if made is None:
        return
    pairs = list(zip(made.lanes, made.lines, strict=True))
    for index, (lane, line) in enumerate(pairs):
        assert LEFT - 1e-9 <= line <= RIGHT - CARD + 1e-9
        for other, its_line in pairs[index + 1 :]:
            assert its_line - line >= apart(lane, other) - 1e-9
