"""The brief's own events as marks on rings: a year a ring, the oldest innermost.

A brief without a timeline gets the rings alone.
"""

from math import cos, pi, sin

from briefpack.brief import Brief, Event
from briefpack.pages.art.canvas import INK, SIGNAL, WHITE, canvas, rings
from briefpack.paper import Paper

GOLDEN_TURN = pi * (3 - 5**0.5)
RINGS = 24
EDGE, HEAD = 8.0, 30.0
"""Millimetres that marks keep from the sides, and from the top, where series and date stand."""
TURNS = 40


def draw(brief: Brief, paper: Paper) -> str:
    """Rings about a point at the upper right; each event sits on its date's ring, a golden turn
    from the one before, so that marks never line up; it turns on where it would leave the sheet or
    touch the title.
    """
    centre = (paper.width * 0.62, paper.height * 0.36)
    reach = paper.width * 0.78
    events = sorted(brief.timeline.events, key=_date) if brief.timeline else []
    middle = f'<circle cx="{centre[0]:.2f}" cy="{centre[1]:.2f}" r="2.2" fill="{SIGNAL}"/>'
    circles = rings(centre, [reach * ring / RINGS for ring in range(1, RINGS + 6)])
    return canvas(paper, [circles, *_marks(events, centre, reach, _free(brief, paper)), middle])


def _date(event: Event) -> float:
    return event.date.midpoint


def _free(brief: Brief, paper: Paper) -> tuple[float, float]:
    """Right and lower edge of what marks may stand on: above the title, judged by its length."""
    lines = len(brief.title) // 20 + 1
    below = len(brief.subtitle or "") // 55 + 1
    return paper.width - EDGE, paper.height - 50 - 15 * lines - 7 * below - EDGE


def _place(
    centre: tuple[float, float], radius: float, index: int, free: tuple[float, float]
) -> tuple[float, float]:
    """The first place on the ring, a golden turn after another, that lies where marks may stand."""
    for step in range(TURNS):
        turn = (index + step * step) * GOLDEN_TURN
        x, y = centre[0] + radius * cos(turn), centre[1] + radius * sin(turn)
        if EDGE <= x <= free[0] and HEAD <= y <= free[1]:
            break
    return x, y


def _marks(
    events: list[Event],
    centre: tuple[float, float],
    reach: float,
    free: tuple[float, float],
) -> list[str]:
    if not events:
        return []
    first, last = _date(events[0]), _date(events[-1])
    span = (last - first) or 1.0
    marks = []
    for index, event in enumerate(events):
        radius = reach * (0.12 + 0.8 * (_date(event) - first) / span)
        x, y = _place(centre, radius, index, free)
        colour = SIGNAL if index == len(events) - 1 else WHITE
        marks.append(
            f'<circle cx="{x:.2f}" cy="{y:.2f}" r="1.5" fill="{INK}" stroke="{colour}" '
            f'stroke-width=".7"/>'
        )
    return marks
