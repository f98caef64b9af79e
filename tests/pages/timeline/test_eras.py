"""Runs of events: the author's eras, and those found between wide gaps."""

import math

from briefpack.brief import Era
from briefpack.pages.timeline.eras import NARROWEST, Stretch, between, found, given, outside
from tests.pages.timeline.drawn import day, era


def eras(*written: tuple[str, str]) -> list[Era]:
    """Eras from-to, titled "1", "2"…"""
    return [
        Era.model_validate(era(str(number), *ends)) for number, ends in enumerate(written, start=1)
    ]


def days(*dates: str) -> list[float]:
    """Dates as numbers of days."""
    return [day(date) for date in dates]


def wide(title: str) -> float:
    """Every letter takes a centimetre."""
    return 10.0 * len(title)


def drawn(stretches: list[Stretch]) -> str:
    """Stretches as "0 1 | 2"."""
    return " | ".join(" ".join(map(str, range(each.first, each.last))) for each in stretches)


def test_events_belong_to_the_era_that_holds_them() -> None:
    dates = days("1961-01-20", "1963-11-22", "1968-04-22")
    stretches = given(eras(("1967", "1975"), ("1961", "1963")), dates, wide)
    assert drawn(stretches) == "0 1 | 2"
    assert [each.title for each in stretches] == ["2", "1"]


def test_an_era_runs_from_its_first_moment_to_its_last() -> None:
    [stretch] = given(eras(("1961", "1963-06")), days("1961-05-01"), wide)
    assert (stretch.floor, stretch.ceiling) == (day("1961-01-01"), day("1963-07-01"))


def test_an_era_without_events_is_not_drawn() -> None:
    assert drawn(given(eras(("1961", "1963"), ("1970", "1971")), days("1962-01-01"), wide)) == "0"


def test_an_event_outside_of_all_eras_stretches_the_nearest() -> None:
    dates = days("1962-01-01", "1964-02-01", "1967-03-01")
    first, second = given(eras(("1961", "1963"), ("1967", "1968")), dates, wide)
    assert drawn([first, second]) == "0 1 | 2"
    assert first.ceiling == day("1964-02-01")
    assert outside(eras(("1961", "1963"), ("1967", "1968")), dates) == [1]


def test_where_there_are_no_eras_nothing_is_outside() -> None:
    assert outside([], days("1962-01-01")) == []
    assert given([], days("1962-01-01"), wide) == []


def test_an_era_asks_for_room_for_its_title() -> None:
    [short] = given(eras(("1961", "1963")), days("1961-05-01"), lambda _: 3.0)
    [long] = given(eras(("1961", "1963")), days("1961-05-01"), lambda _: 30.0)
    assert short.least == NARROWEST
    assert long.least > 30


def test_neighbours_meet_in_the_middle_of_the_gap() -> None:
    before, after = Stretch(0, 4).split(2, [0, 10, 30, 40])
    assert (before.ceiling, after.floor) == (20, 20)
    assert (before.floor, after.ceiling) == (-math.inf, math.inf)
    assert (before.continued, after.continued) == (False, True)


def test_on_one_day_there_is_still_a_day_to_show() -> None:
    before, after = Stretch(0, 2).split(1, [7, 7])
    assert before.ceiling > 7 > after.floor


def test_a_page_sees_its_part_of_an_era() -> None:
    stretches = [Stretch(0, 3), Stretch(3, 8)]
    dates = [float(number) for number in range(8)]
    assert drawn(between(stretches, 1, 5, dates)) == "1 2 | 3 4"
    assert drawn(between([], 1, 5, dates)) == "1 2 3 4"


def test_breaks_are_tried_where_a_gap_is_wide() -> None:
    ways = [drawn(way) for way in found(Stretch(0, 7), [0, 2, 4, 6, 50, 52, 100])]
    assert ways == [
        "0 1 2 3 4 5 6",
        "0 1 2 3 | 4 5 6",
        "0 1 2 3 4 5 | 6",
        "0 1 2 3 | 4 5 | 6",
    ]


def test_gaps_that_are_all_alike_are_no_breaks() -> None:
    assert [drawn(way) for way in found(Stretch(0, 4), [0, 30, 65, 100])] == ["0 1 2 3"]


def test_events_of_one_day_are_never_broken() -> None:
    assert [drawn(way) for way in found(Stretch(0, 3), [5, 5, 5])] == ["0 1 2"]
