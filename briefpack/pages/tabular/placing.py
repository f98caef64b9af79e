"""Placing: a table stands in the text, across both columns or on a turned page, where it fits."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefpack.pages.tabular.grid import Grid
from briefpack.pages.tabular.measuring import Width, widths
from briefpack.paper import Paper, column_widths

Place = Literal["text", "wide", "turned", "held", "stacked"]

FULL, LEAST = 8.0, 7.0
"""The size of type (points) of a table, and the smallest that it is brought down to."""
SIZES = (FULL, 7.5, LEAST)
STACKED: Place = "stacked"
"""The place of a table that fits nowhere: in the text, as a list of its rows."""
ROOMY = 22.0
"""No column gets more white (mm) than this: a narrow table does not take the whole line."""
NEARLY = 0.6
"""The share of the line from which on a table takes all of it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table stands: size in points, columns in shares of `room` (mm).

    `tight` says that columns are as close as they may be; `excess` how many millimetres the table
    is too wide even so: 0 where all is well.
    """

    place: Place
    points: float
    shares: Sequence[float]
    tight: bool = False
    excess: float = 0.0


def rooms(grid: Mapping[str, float], paper: Paper) -> dict[Place, float]:
    """The width (mm) that a table has in each place, by the layout's grid.

    Where the grid says that type is some times larger, there is so many times less room, and what
    does not fit is stacked.
    """
    if scale := grid.get("scale"):
        return {"text": column_widths(grid)["wide"] / scale, STACKED: 0.0}
    upright = column_widths(grid)
    turned = paper.height - grid["inner"] - grid["outer"]
    return {"text": upright["text"], "wide": upright["wide"], "turned": turned}


def placed(grid: Grid, rooms: Mapping[Place, float], asked: Place | None) -> Placed:
    """The first place that is comfortable, else the one in which at least all words fit.

    `rooms` are the places that there are, from the one preferred on; `asked` allows one of them.
    """
    if STACKED in rooms:
        return _placed_or_stacked(grid, rooms)
    allowed = {asked: rooms[asked]} if asked else rooms
    measured = {points: widths(grid, points) for points in SIZES}
    for place, points, tight in _tries(list(allowed)):
        needs = [width.tight if tight else width.comfort for width in measured[points]]
        if sum(needs) <= allowed[place]:
            shares = _shares(measured[points], needs, allowed[place])
            return Placed(place, points, shares, tight)
    place, room = list(allowed.items())[-1]
    needs = [width.tight for width in measured[LEAST]]
    whole = sum(needs)
    return Placed(place, LEAST, [need / whole for need in needs], True, whole - room)


def _placed_or_stacked(grid: Grid, rooms: Mapping[Place, float]) -> Placed:
    """In the first place where it is comfortable in type of the full size, or else stacked."""
    measured = widths(grid, FULL)
    needs = [width.comfort for width in measured]
    place, room = next(iter(rooms.items()))
    if sum(needs) > room:
        return Placed(STACKED, FULL, ())
    return Placed(place, FULL, _shares(measured, needs, room))


def _tries(places: list[Place]) -> Iterator[tuple[Place, float, bool]]:
    """Place, size and whether columns may be tight, in the order of preference.

    The type is made smaller in the last place only before a turned page, which costs the reader
    more, and there.
    """
    upright = [place for place in places if place != "turned"]
    yield from ((place, FULL, False) for place in upright)
    yield from ((place, points, False) for place in upright[-1:] for points in SIZES[1:])
    if "turned" in places:
        yield from (("turned", points, False) for points in SIZES)
    yield from ((place, LEAST, True) for place in places[-1:])


def _shares(measured: Sequence[Width], needs: Sequence[float], room: float) -> list[float]:
    """What each column gets of the room: its need, then up to its ideal, then white."""
    spare = room - sum(needs)
    wishes = [max(0.0, width.ideal - need) for width, need in zip(measured, needs, strict=True)]
    part = min(1.0, spare / (sum(wishes) or 1.0))
    white = max(0.0, spare - sum(wishes)) / len(needs)
    if white > ROOMY and sum(needs) + sum(wishes) + ROOMY * len(needs) < NEARLY * room:
        white = ROOMY
    return [(need + wish * part + white) / room for need, wish in zip(needs, wishes, strict=True)]
