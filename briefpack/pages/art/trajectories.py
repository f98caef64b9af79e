"""Two paths from one Earth that meet at one Moon.

Each path is the half of a transfer ellipse from perigee to apogee, with the Earth in its focus; the
second mirrors the first. Dots stand at equal steps of time (Kepler's second law), so they crowd
towards the Moon, where a craft is slowest. The eccentricity is that of a drawing: a true transfer
(0.97) would be too thin to see.
"""

from math import atan2, cos, degrees, hypot, pi, radians, sin, sqrt

from briefpack.brief import Brief
from briefpack.pages.art.canvas import Colours, Ground, canvas, rings

ECCENTRICITY = 0.66
STEPS = 12

Point = tuple[float, float]


def eccentric_anomaly(mean: float, eccentricity: float) -> float:
    """Solve Kepler's equation M = E - e sin E by Newton's method (radians)."""
    anomaly = mean if eccentricity < 0.8 else pi
    for _ in range(20):
        anomaly -= (anomaly - eccentricity * sin(anomaly) - mean) / (
            1 - eccentricity * cos(anomaly)
        )
    return anomaly


def transfer(earth: Point, moon: Point, side: int, dots: int) -> tuple[str, list[Point]]:
    """An SVG path from perigee to the Moon, and `dots` places on it at equal steps of time."""
    along = atan2(moon[1] - earth[1], moon[0] - earth[0])
    apogee = hypot(moon[0] - earth[0], moon[1] - earth[1])
    a = apogee / (1 + ECCENTRICITY)
    b = a * sqrt(1 - ECCENTRICITY**2)

    def at(mean: float) -> Point:
        anomaly = eccentric_anomaly(mean, ECCENTRICITY)
        x, y = -a * (cos(anomaly) - ECCENTRICITY), side * b * sin(anomaly)
        return (
            earth[0] + x * cos(along) - y * sin(along),
            earth[1] + x * sin(along) + y * cos(along),
        )

    (x0, y0), sweep = at(0), 1 if side < 0 else 0
    path = (
        f"M{x0:.2f} {y0:.2f}A{a:.2f} {b:.2f} {degrees(along):.2f} 0 {sweep} "
        f"{moon[0]:.2f} {moon[1]:.2f}"
    )
    return path, [at(pi * step / dots) for step in range(1, dots)]


def draw(_brief: Brief, ground: Ground) -> str:
    """The picture; the brief gives nothing to it, since the geometry is the subject."""
    colours = ground.colours
    earth = (ground.width * 0.34, ground.height * 0.47)
    moon = (ground.width * 0.76, ground.height * 0.17)
    distance = hypot(moon[0] - earth[0], moon[1] - earth[1])
    ours, our_dots = transfer(earth, moon, -1, STEPS)
    theirs, their_dots = transfer(earth, moon, 1, STEPS)
    radii = [distance * step / 9 for step in range(2, 17) if step != 9]
    dashes = 'stroke-dasharray="1.2 1.2"'
    parts = [
        rings(earth, radii, colours.ring),
        _line(_arc(earth, distance, -76, 34), colours.faint, 0.25, dashes),
        _line(theirs, colours.line, 0.75),
        _line(ours, colours.signal, 0.95),
        *(_dot(place, colours.line, colours.ground) for place in their_dots),
        *(_dot(place, colours.signal, colours.ground) for place in our_dots),
        *_bodies(earth, moon, colours),
    ]
    return canvas(ground, parts)


def _line(way: str, paint: str, width: float, more: str = "") -> str:
    return f'<path d="{way}" fill="none" stroke="{paint}" stroke-width="{width}" {more}/>'


def _arc(centre: Point, radius: float, start: float, end: float) -> str:
    """A circle's arc between two angles, in degrees clockwise from the right."""
    points = [
        (centre[0] + radius * cos(radians(angle)), centre[1] + radius * sin(radians(angle)))
        for angle in (start, end)
    ]
    (x0, y0), (x1, y1) = points
    return f"M{x0:.2f} {y0:.2f}A{radius:.2f} {radius:.2f} 0 0 1 {x1:.2f} {y1:.2f}"


def _dot(place: Point, paint: str, ground: str) -> str:
    return (
        f'<circle cx="{place[0]:.2f}" cy="{place[1]:.2f}" r="1.05" fill="{ground}" '
        f'stroke="{paint}" stroke-width=".55"/>'
    )


def _bodies(earth: Point, moon: Point, colours: Colours) -> list[str]:
    """The Earth, and the Moon in a halo that keeps the paths off it."""
    return [
        _disc(earth, 10.5, colours.body, colours.rim, 0.75),
        _disc(moon, 9.6, colours.ground, colours.faint, 0.25),
        _disc(moon, 4.6, colours.body, colours.rim, 0.75),
    ]


def _disc(place: Point, radius: float, paint: str, rim: str, width: float) -> str:
    return (
        f'<circle cx="{place[0]:.2f}" cy="{place[1]:.2f}" r="{radius}" fill="{paint}" '
        f'stroke="{rim}" stroke-width="{width}"/>'
    )
