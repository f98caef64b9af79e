"""Ticks and their labels."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.pages.measure import Measure
from briefpack.pages.timeline.figure import Label, Segment
from briefpack.pages.timeline.ticks import english, labels, ticks
from tests.pages.timeline.drawn import day

HALF_AN_EM = Measure({}, 500)


def segment(start: str, end: str, width: float) -> Segment:
    """An era drawn from x = 20 on."""
    return Segment(20, 20 + width, day(start), day(end), "", continued=False, to_scale=True)


def labelled(era: Segment, room: tuple[float, float] = (0, 500)) -> tuple[Label, ...]:
    """The labels of an era."""
    return labels(era, room, 100, HALF_AN_EM, english)


def drawn(start: str, end: str, width: float) -> str:
    """The labels as they follow each other."""
    return " ".join(label.text for label in labelled(segment(start, end, width)))


@pytest.mark.parametrize(
    ("start", "end", "width", "expected"),
    [
        ("1961-01-01", "1964-01-01", 120, "1961 1962 1963"),
        ("1961-01-01", "1976-01-01", 100, "1962 1964 1966 1968 1970 1972 1974"),
        ("1958-01-01", "2026-01-01", 100, "1960 1970 1980 1990 2000 2010 2020"),
        ("0100-01-01", "2000-01-01", 60, "500 1000 1500"),
        ("2024-11-20", "2025-03-20", 60, "Dec 2024 2025 Feb Mar"),
        ("2024-01-01", "2025-01-01", 50, "Jan 2024 Apr Jul Oct"),
        ("2024-12-29", "2025-01-04", 60, "29 Dec 2024 31 2025 2 3"),
        ("2024-09-28", "2024-10-04", 60, "28 Sep 2024 30 Oct 2 3"),
    ],
)
def test_labels_name_what_begins_there(start: str, end: str, width: float, expected: str) -> None:
    assert drawn(start, end, width) == expected


def test_an_era_of_some_years_is_labelled_with_years_though_months_would_fit() -> None:
    assert drawn("2020-01-01", "2022-06-01", 400) == "2020 2021 2022"


def test_a_label_stands_right_of_its_tick() -> None:
    era = segment("1961-01-01", "1964-01-01", 120)
    second = labelled(era)[1]
    assert 0 < second.x - era.x(day("1962-01-01")) < 1.5


def test_where_no_period_begins_the_beginning_is_named() -> None:
    assert drawn("1975-02-10", "1975-11-20", 18) == "10 Feb 1975"
    assert drawn("1975-02-10", "1975-11-20", 14) == "Feb 1975"


def test_a_label_never_runs_into_the_gutter() -> None:
    era = segment("1961-01-01", "1964-01-01", 120)
    assert [label.text for label in labelled(era, (0, 65))] == ["1961"]


def test_a_long_tick_never_crosses_a_label() -> None:
    era = segment("2024-02-28", "2024-12-01", 80)
    shown = labelled(era)
    for tick in ticks(era, shown, HALF_AN_EM, english):
        assert not (tick.major and any(one.x <= tick.x <= one.x + one.width for one in shown))


def test_between_the_years_there_are_months() -> None:
    era = segment("1961-06-01", "1963-09-01", 90)
    made = ticks(era, labelled(era), HALF_AN_EM, english)
    assert [tick.x for tick in made if tick.major] == [
        pytest.approx(era.x(day(date))) for date in ("1962-01-01", "1963-01-01")
    ]
    assert len([tick for tick in made if not tick.major]) == 24


def test_the_calendar_ends() -> None:
    assert drawn("9990-01-01", "9999-12-31", 100).endswith("9999")
    beyond = Segment(20, 120, -4000.0, 40000.0, "", continued=False, to_scale=True)
    assert ticks(beyond, labelled(beyond), HALF_AN_EM, english)


def test_english_words() -> None:
    date = dt.date(1962, 3, 7)
    assert english(date, "day", True) == "7 Mar 1962"
    assert english(date, "day", False) == "7"
    assert english(date, "month", True) == "Mar 1962"
    assert english(date, "month", False) == "Mar"
    assert english(date, "year", True) == "1962"


@given(st.integers(1, 3_600_000), st.floats(1, 800_000), st.floats(8, 390))
def test_labels_never_meet_and_never_leave_their_era(start: int, days: float, width: float) -> None:
    era = Segment(20, 20 + width, start, start + days, "", continued=False, to_scale=True)
    made = labelled(era)
    assert all(a.x + a.width < b.x for a, b in itertools.pairwise(made))
    assert all(era.x0 < one.x and one.x + one.width < era.x1 for one in made)
    long = [tick for tick in ticks(era, made, HALF_AN_EM, english) if tick.major]
    assert all(b.x - a.x > 1.2 for a, b in itertools.pairwise(long))
