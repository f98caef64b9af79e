"""The brief's own events as marks on rings: a year a ring, the oldest innermost.

A brief without a timeline gets the rings alone.
"""

from collections.abc import Sequence
from math import cos, dist, pi, sin

from briefpack.brief import Brief, Event
from briefpack.pages.art.canvas import INK, SIGNAL, WHITE, canvas, rings
from briefpack.paper import Paper

Point = tuple[float, float]

GOLDEN_TURN = pi * (3 - 5**0.5)
RINGS = 24
EDGE, HEAD = 8.0, 30.0
"""Millimetres that marks keep from the sides, and from the top, where series and date stand."""
APART = 6.0
"""Millimetres between two marks."""
TURNS = 400
INNERMOST, OUTERMOST = 0.12, 0.92
"""Shares of the reach at which the marks of the first and of the last event sit."""


def draw(brief: Brief, paper: Paper) -> str:
    """Rings about a point at the upper right; each event sits on its date's ring, a golden turn
    from the one before, so that marks never line up; it turns on where it would leave the sheet or
    touch the title.
    """
    centre = (paper.width * 0.62, paper.height * 0.36)
    free = _free(brief, paper)
    reach = min(paper.width * 0.78, _farthest(centre, free))
    events = sorted(brief.timeline.events, key=_date) if brief.timeline else []
    middle = f'<circle cx="{centre[0]:.2f}" cy="{centre[1]:.2f}" r="2.2" fill="{SIGNAL}"/>'
    circles = rings(centre, [reach * ring / RINGS for ring in range(1, RINGS + 6)])
    return canvas(paper, [circles, *_marks(events, centre, reach, free), middle])


def _date(event: Event) -> float:
    return event.date.midpoint


def _free(brief: Brief, paper: Paper) -> Point:
    """Right and lower edge of what marks may stand on: above the title, judged by its length."""
    lines = len(brief.title) // 20 + 1
    below = len(brief.subtitle or "") // 55 + 1
    return paper.width - EDGE, paper.height - 55 - 15 * lines - 7 * below - EDGE


def _farthest(centre: Point, free: Point) -> float:
    """The reach with which the ring of the last event still passes well through the free space."""
    corners = [(x, y) for x in (EDGE, free[0]) for y in (HEAD, free[1])]
    return 0.95 * max(dist(centre, corner) for corner in corners) / OUTERMOST


def _place(centre: Point, radius: float, index: int, free: Point, taken: Sequence[Point]) -> Point:
    """The first place on the ring, a golden turn after another, that is free and near no mark."""
    for step in range(TURNS):
        turn = (index + step * step) * GOLDEN_TURN
        place = centre[0] + radius * cos(turn), centre[1] + radius * sin(turn)
        inside = EDGE <= place[0] <= free[0] and HEAD <= place[1] <= free[1]
        if inside and all(dist(place, other) >= APART for other in taken):
            break
    return place


def _marks(events: list[Event], centre: Point, reach: float, free: Point) -> list[str]:
    if not events:
        return []
    first, last = _date(events[0]), _date(events[-1])
    span = (last - first) or 1.0
    places: list[Point] = []
    for index, event in enumerate(events):
        share = (_date(event) - first) / span
        radius = reach * (INNERMOST + (OUTERMOST - INNERMOST) * share)
        places.append(_place(centre, radius, index, free, places))
    return [_mark(place, SIGNAL if place is places[-1] else WHITE) for place in places]


def _mark(place: Point, colour: str) -> str:
    x, y = place
    return (
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="1.5" fill="{INK}" stroke="{colour}" '
        f'stroke-width=".7"/>'
    )
