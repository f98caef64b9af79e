"""Pens tell series apart, with and without colour."""

import pytest

from briefpack.charts.pens import pens
from tests.charts.plotted import INKS, chart

MOST = ["year,a,b,c,d,e,f", "2021,1,2,3,4,5,6", "2022,1,2,3,4,5,6"]
SIX = "\n".join(MOST)


@pytest.mark.parametrize("highlight", ["", "d"])
def test_no_two_series_look_alike(highlight: str) -> None:
    options = {"highlight": highlight} if highlight else {}
    own = pens(chart(SIX, kind="line", **options), INKS)
    assert len({(pen.line, *pen.dash) for pen in own}) == 6
    assert len({pen.shape for pen in own}) == 6
    assert len({pen.fill for pen in own}) == 6


def test_one_stands_out_and_the_rest_are_grey() -> None:
    own = pens(chart(SIX, kind="line", highlight="d"), INKS)
    assert [pen.bold for pen in own] == [False, False, False, True, False, False]
    assert own[3].line == INKS.signal
    assert {pen.line for pen in own if not pen.bold} == {INKS.dim}
    assert {pen.colour for pen in own if not pen.bold} == {INKS.quiet}


def test_a_single_series_is_not_hatched() -> None:
    [pen] = pens(chart("x,a\n2021,1\n2022,2", kind="line"), INKS)
    assert INKS.plain(pen.fill) == INKS.lines[0]


def test_no_more_hatches_are_used_than_a_layout_must_have() -> None:
    own = pens(chart(SIX, kind="line", highlight="d"), INKS)
    for pen in own:
        assert INKS.plain(pen.fill) in ("", INKS.signal, *(ground for _, ground, _ in INKS.hatches))
