"""Dates to millimetres within one era."""

import pytest

from briefpack.pages.timeline.scale import PAD, Scale, fitted, through
from tests.pages.timeline.drawn import day

NEVER, FOR_EVER = float("-inf"), float("inf")


def test_a_day_stands_where_its_share_of_the_time_says() -> None:
    scale = Scale(100, 200, 20, 70)
    assert [scale.x(day) for day in (100, 150, 200)] == [20, 45, 70]
    assert scale.day(45) == 150


def test_a_scale_may_be_seen_from_the_other_page() -> None:
    assert Scale(100, 200, 220, 270).shifted(-210).x(150) == 35


def test_two_points_make_a_scale() -> None:
    scale = through((10, 30), (20, 80), 20, 100)
    assert (scale.start, scale.end) == (8, 24)


def test_there_is_a_little_time_around_the_events() -> None:
    scale = fitted([1000, 1200, 2000], NEVER, FOR_EVER, 20, 120)
    assert scale.x(1000) == pytest.approx(20 + PAD)
    assert scale.x(2000) == pytest.approx(120 - PAD)


def test_no_day_of_another_era_is_shown() -> None:
    scale = fitted([1000, 2000], 999, FOR_EVER, 20, 120)
    assert scale.start == 999
    assert scale.x(2000) == pytest.approx(120 - PAD)
    assert fitted([1000, 2000], 999, 2001, 20, 120) == Scale(999, 2001, 20, 120)


def test_around_a_single_day_a_year_is_shown() -> None:
    scale = fitted([day("1963-09-20")] * 3, NEVER, FOR_EVER, 20, 120)
    assert scale.end - scale.start == 366
    assert scale.x(day("1963-09-20")) == pytest.approx(70)
