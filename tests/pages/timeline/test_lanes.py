"""Heights of cards, and how rows share the stage."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.brief import Event
from briefpack.pages.timeline.lanes import LEAST_ZONE, MOST_GAP, MOST_ZONE, Need, height, rows
from briefpack.pages.timeline.stage import DENSITIES
from tests.pages.timeline.drawn import FACES, event

ROOMY = next(row for row in DENSITIES if row.name == "roomy")


def lines(title: str, text: str = "", sources: int = 0) -> tuple[int, int, int]:
    """Lines of date, title and text on a card of 50 mm."""
    one = Event.model_validate(event("1962", title, text) | {"source": ["s"] * sources})
    return height(one, "9 July 1962", ROOMY, FACES, 50, "0." * sources).lines


def test_a_card_is_as_high_as_its_lines() -> None:
    one = Event.model_validate(event("1962", "Title", "Text"))
    made = height(one, "1962", ROOMY, FACES, 50)
    sizes = (ROOMY.date, ROOMY.title, ROOMY.text)
    assert made.lines == (1, 1, 1)
    assert made.mm == pytest.approx(sum(size.line for size in sizes) + ROOMY.gap)


def test_a_card_without_text_is_its_date_and_title() -> None:
    assert lines("A title") == (1, 1, 0)


def test_numbers_of_sources_take_room_after_the_last_word() -> None:
    full = "a" * 28
    assert lines("T", full) == (1, 1, 1)
    assert lines("T", full, sources=2) == (1, 1, 2)
    assert lines("A title to its edge", sources=3) == (1, 2, 0)


def test_rows_follow_each_other_from_top_to_bottom() -> None:
    made = rows(Need(30, 30, 12), Need(30, 30, 12), 8, 66, 246)
    assert made is not None
    assert made.above_far < made.above_near < made.band < made.below_near < made.below_far
    assert made.below_far + 30 <= 246


def test_what_is_left_over_is_shared_by_both_ends() -> None:
    made = rows(Need(0, 20, LEAST_ZONE), Need(0, 20, LEAST_ZONE), 8, 0, 300)
    assert made is not None
    assert made.band + 4 == pytest.approx(150)
    assert made.below_near - made.band - 8 == pytest.approx(MOST_ZONE)


def test_what_is_too_high_has_no_rows() -> None:
    assert rows(Need(60, 60, 12), Need(60, 60, 12), 8, 66, 246) is None


heights = st.floats(0, 70)
needs = st.builds(Need, heights, heights, st.floats(LEAST_ZONE, 40))


@given(needs, needs)
def test_nothing_is_ever_squeezed_or_torn_apart(above: Need, below: Need) -> None:
    made = rows(above, below, 8, 66, 246)
    assert (made is None) == (above.total + below.total + 8 > 180)
    if made is None:
        return
    gaps = [
        made.above_near - made.above_far - above.far,
        made.below_far - made.below_near - below.near,
    ]
    zones = [
        made.band - made.above_near - above.near,
        made.below_near - made.band - 8,
    ]
    assert all(
        need.gap - 1e-9 <= gap <= MOST_GAP + 1e-9
        for need, gap in zip((above, below), gaps, strict=True)
    )
    assert all(zone >= need.zone - 1e-9 for need, zone in zip((above, below), zones, strict=True))
    assert made.above_far >= 66 - 1e-9
    assert made.below_far + below.far <= 246 + 1e-9
    assert all(a <= b + 1e-9 for a, b in itertools.pairwise([made.above_far, made.band]))
