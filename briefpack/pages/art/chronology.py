"""The brief's own events as marks on rings: a year a ring, the oldest innermost.

A brief without a timeline gets the rings alone.
"""

from collections.abc import Sequence
from itertools import product
from math import cos, dist, pi, sin

from briefpack.brief import Brief, Event
from briefpack.pages.art.canvas import Colours, Ground, canvas, rings

Point = tuple[float, float]
Free = tuple[float, float, float, float]
"""What marks may stand on: left, top, right and lower edge."""

GOLDEN_TURN = pi * (3 - 5**0.5)
RINGS = 24
APART = 6.0
"""Millimetres between two marks."""
TURNS = 400
INNERMOST, OUTERMOST = 0.12, 0.92
"""Shares of the reach at which the marks of the first and of the last event sit."""


def draw(brief: Brief, ground: Ground) -> str:
    """Rings about a point at the upper right; each event sits on its date's ring, a golden turn
    from the one before, so that marks never line up; it turns on where it would leave the sheet or
    touch the title.
    """
    centre = (ground.width * 0.62, ground.height * 0.36)
    free, colours = _free(brief, ground), ground.colours
    reach = min(ground.width * 0.78, _farthest(centre, free))
    events = sorted(brief.timeline.events, key=_date) if brief.timeline else []
    middle = f'<circle cx="{centre[0]:.2f}" cy="{centre[1]:.2f}" r="2.2" fill="{colours.signal}"/>'
    circles = rings(centre, [reach * ring / RINGS for ring in range(1, RINGS + 6)], colours.ring)
    marks = _marks(_places(events, centre, reach, free), colours)
    return canvas(ground, [circles, *marks, middle])


def _date(event: Event) -> float:
    return event.date.midpoint


def _free(brief: Brief, ground: Ground) -> Free:
    """What marks may stand on: within the edges, above the title, judged by its length."""
    lines = len(brief.title) // 20 + 1
    below = len(brief.subtitle or "") // 55 + 1
    title, edge = ground.foot + 15 * lines + 7 * below, ground.edge
    return edge, ground.head, ground.width - edge, ground.height - title - edge


def _farthest(centre: Point, free: Free) -> float:
    """The reach with which the ring of the last event still passes well through the free space."""
    left, top, right, bottom = free
    corners = product((left, right), (top, bottom))
    return 0.95 * max(dist(centre, corner) for corner in corners) / OUTERMOST


def _place(centre: Point, radius: float, index: int, free: Free, taken: Sequence[Point]) -> Point:
    """The first place on the ring, a golden turn after another, that is free and near no mark."""
    left, top, right, bottom = free
    for step in range(TURNS):
        turn = (index + step * step) * GOLDEN_TURN
        place = centre[0] + radius * cos(turn), centre[1] + radius * sin(turn)
        inside = left <= place[0] <= right and top <= place[1] <= bottom
        if inside and all(dist(place, other) >= APART for other in taken):
            break
    return place


def _places(events: Sequence[Event], centre: Point, reach: float, free: Free) -> list[Point]:
    """Where the events' marks stand, each on its date's ring."""
    if not events:
        return []
    first, last = _date(events[0]), _date(events[-1])
    span = (last - first) or 1.0
    places: list[Point] = []
    for index, event in enumerate(events):
        share = (_date(event) - first) / span
        radius = reach * (INNERMOST + (OUTERMOST - INNERMOST) * share)
        places.append(_place(centre, radius, index, free, places))
    return places


def _marks(places: Sequence[Point], colours: Colours) -> list[str]:
    """The events' marks; that of the last stands out."""
    paints = [*(colours.line for _ in places[:-1]), colours.signal]
    return [
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="1.5" fill="{colours.ground}" stroke="{paint}" '
        f'stroke-width=".7"/>'
        for (x, y), paint in zip(places, paints, strict=False)
    ]
