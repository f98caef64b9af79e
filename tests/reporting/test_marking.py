"""Marking: frames lie on what was found, and numbers neither on it nor on each other."""

from dataclasses import replace
from itertools import combinations

from briefpack.paper import Box
from briefpack.reporting import Entry, Leaf
from briefpack.reporting.marking import HEIGHT, marks
from tests.reporting.samples import BOX, TINY, WIDE, leaf

PAGE = leaf(7, BOX)


def entries(number: int) -> list[Entry]:
    return [Entry(one, TINY, of_file=True) for one in range(1, number + 1)]


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def lines(*tops: float) -> tuple[Leaf, list[Entry]]:
    """Lines of text below each other, each with a finding."""
    boxes = [(0.0, top, 1.0, top) for top in tops]
    places = {box: (100.0, box[1], 300.0, box[1] + 12) for box in boxes}
    found = [replace(TINY, spot=replace(TINY.spot, box=box)) for box in boxes]
    page = replace(PAGE, places=places)
    return page, [Entry(number, one, of_file=True) for number, one in enumerate(found, 1)]


def test_a_frame_has_air_and_its_number_stands_outside_it() -> None:
    [mark] = marks(PAGE, entries(1))
    assert mark.frame == (96, 146, 204, 174)
    assert not meet(mark.disc, (100, 150, 200, 170))


def test_a_finding_about_the_whole_page_frames_it_and_its_number_stands_on_it() -> None:
    [mark] = marks(PAGE, [Entry(1, WIDE, of_file=True)])
    assert mark.whole
    assert mark.frame == (2, 2, 397, 597)
    assert mark.disc[:2] == (0, 0)


def test_findings_of_other_pages_are_left_out() -> None:
    assert not marks(leaf(8, BOX), entries(3))


def test_numbers_of_one_place_stand_side_by_side_and_all_on_the_page() -> None:
    discs = [mark.disc for mark in marks(PAGE, entries(40))]
    assert discs[1][0] == discs[0][2]
    assert not any(meet(*pair) for pair in combinations(discs, 2))
    for left, top, right, bottom in discs:
        assert 0 <= left < right <= PAGE.width
        assert 0 <= top < bottom <= PAGE.height


def test_the_number_of_a_line_leaves_the_line_above_it_free() -> None:
    page, found = lines(200, 216, 232)
    made = marks(page, found)
    for mark in made:
        assert not any(meet(mark.disc, place) for place in page.places.values())
        assert abs(mark.disc[1] - mark.frame[1]) <= 2 * HEIGHT


def test_more_numbers_than_there_is_room_for_are_all_drawn() -> None:
    assert len(marks(PAGE, entries(300))) == 300
