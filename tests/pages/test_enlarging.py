"""The room for charts that are drawn smaller than they are printed."""

from briefpack.blocks.chart import ChartBlock
from briefpack.pages.enlarging import Room, room_for
from briefpack.paper import PAPERS
from briefpack.words import Words

GRID = {
    "top": 20.0,
    "bottom": 20.0,
    "inner": 20.0,
    "outer": 30.0,
    "text": 160.0,
    "gap": 0.0,
    "side": 0.0,
}
BLOCK = ChartBlock(argument=Words("data/x.csv"))


def test_elsewhere_a_chart_has_the_width_of_its_column_and_is_as_high_as_it_likes() -> None:
    room = room_for(BLOCK, "text", 10, GRID, PAPERS["a4"])
    assert (room.width, room.scale) == (150, 1)
    assert room.drawn(220) == 220
    assert room.holds(1000, 1000)


def test_an_enlarged_chart_takes_no_more_than_its_page() -> None:
    room = room_for(BLOCK, "text", 0, {**GRID, "scale": 2}, PAPERS["a4"])
    assert room.scale == 2
    assert room.height < 297 - 40 - 20
    assert room.drawn(60) == 60
    assert room.drawn(220) == room.height / 2
    assert room.drawn(0) == 0


def test_what_would_have_to_be_made_smaller_does_not_fit() -> None:
    room = Room(160, 200, 2)
    assert room.holds(80, 100)
    assert not room.holds(81, 50)
    assert not room.holds(50, 101)
