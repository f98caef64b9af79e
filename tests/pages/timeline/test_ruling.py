"""The axis of a spread: what is drawn to which scale, and where the gutter falls."""

import pytest

from briefpack.pages.timeline.axis import GUTTER, Axis, Ground
from briefpack.pages.timeline.eras import Stretch
from briefpack.pages.timeline.ruling import even, true
from briefpack.pages.timeline.stage import DENSITIES
from tests.pages.timeline.drawn import A4

GROUND = Ground(A4, DENSITIES[2])
YEAR = 365.25
KENNEDY_TO_BUSAN = [
    year * YEAR
    for year in (
        *(1961.1, 1962.2, 1962.4, 1962.5, 1962.8, 1963.6, 1963.7, 1963.85, 1963.9, 1967.1, 1968.3),
        *(1975.5, 1998.1, 2007.0, 2011.3, 2020.8, 2021.2, 2024.5, 2025.75, 2025.85),
    )
]


def drawn(made: Axis | None) -> str:
    """The events in order, with "/" where the scale changes, and "|" for the gutter."""
    assert made is not None
    words = []
    for run in made.runs:
        for event in range(run.stretch.first, run.stretch.last):
            breaks = event == run.stretch.first and event > made.first
            words += ["/"] * breaks + ["|"] * (event == made.cut) + [str(event)]
    return " ".join(words)


def whole(days: list[float]) -> list[Stretch]:
    """One era, left to the search."""
    return [Stretch(0, len(days))]


def test_few_events_stand_on_one_unbroken_scale() -> None:
    assert drawn(true([0, 100, 900, 1000], whole([0] * 4), GROUND)) == "0 1 | 2 3"


def test_crowded_events_get_a_scale_of_their_own() -> None:
    made = true(KENNEDY_TO_BUSAN, whole(KENNEDY_TO_BUSAN), GROUND)
    assert drawn(made) == "0 1 2 3 4 5 6 7 8 9 10 11 / | 12 13 14 / 15 16 17 18 19"


def test_no_mark_stands_in_the_gutter() -> None:
    made = true([0, 500, 1000], whole([0] * 3), GROUND)
    assert made is not None
    assert all(abs(x - A4.width) >= GUTTER for x in made.xs)


def test_the_gutter_falls_between_the_authors_eras() -> None:
    eras = [Stretch(0, 3, 0, 500, fixed=True), Stretch(3, 4, 500, 1000, fixed=True)]
    assert drawn(true([100, 200, 300, 900], eras, GROUND)) == "0 1 2 / | 3"


def test_an_era_too_full_for_a_page_runs_over_the_gutter_in_one_scale() -> None:
    days = [0.0, *(100.0 + 10 * n for n in range(14))]
    eras = [Stretch(0, 1, 0, 50, fixed=True), Stretch(1, 15, 90, 240, fixed=True)]
    made = true(days, eras, GROUND)
    assert made is not None
    assert len(made.runs) == 2
    assert made.runs[1].stretch.first < made.cut
    assert all(abs(x - A4.width) >= GUTTER for x in made.xs)


def test_an_era_that_no_gutter_can_cross_is_split() -> None:
    days = [100.0 + n / 10 for n in range(20)]
    made = true(days, [Stretch(0, 20, 0, 1000, fixed=True)], GROUND)
    assert made is not None
    assert [run.stretch.continued for run in made.runs] == [False, True]


def test_too_many_events_have_no_axis() -> None:
    days = [float(n) for n in range(25)]
    assert true(days, whole(days), GROUND) is None
    assert even(days, 0, 25, GROUND) is None


def test_evenly_spaced_events_stand_by_their_order() -> None:
    made = even([0, 1, 500, 501], 0, 4, GROUND)
    assert drawn(made) == "0 1 | 2 3"
    assert made is not None
    assert not made.to_scale
    first, second, third, fourth = made.xs
    assert second - first == pytest.approx(fourth - third)
