"""Drawing: all of a page of the timeline but its cards and its key's words, as one SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from briefpack.pages.timeline.figure import (
    Bar,
    Break,
    Colour,
    Label,
    Leader,
    Page,
    Point,
    Segment,
    Shape,
)
from briefpack.pages.timeline.leaders import RADIUS
from briefpack.pages.timeline.stage import ARROW, BAND_WITH_TITLES, TICK, TITLE, YEARS
from briefpack.pages.timeline.ticks import LEAN
from briefpack.paper import millimetres

ROUND = 1.4
"""The radius of a leader's turn."""
SHORT_TICK = 1.3
FROM_DOT_TO_DOT = 1.8
HALO = 0.5
"""The white around a mark, which parts it from lines and from the band."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the drawing, each as CSS writes it, and the family of its words.

    `ink` is that of categories, `signal` that of the one to follow, `line` that of leaders, `paper`
    the ground behind it all. On the `band` and its `edge`: `title` is the colour of eras, `pale`
    that of labels and of long ticks, `faint` that of short ones, `glow` that of the category to
    follow.
    """

    ink: str = "#13263b"
    signal: str = "#c8402a"
    glow: str = "#f0806c"
    line: str = "#8e9aa6"
    faint: str = "#5d7186"
    pale: str = "#d5dde4"
    paper: str = "#ffffff"
    band: str = "#13263b"
    edge: str = "none"
    title: str = "#ffffff"
    family: str = "Fira Sans"

    def of(self, colour: Colour) -> str:
        """The paint of a category."""
        return self.signal if colour == "signal" else self.ink


def svg(page: Page, width: float, height: float, palette: Palette, bleed: float = 0.0) -> str:
    """The decoration of a page of that size; one unit of the drawing is a millimetre.

    The drawing is larger than the page by the `bleed` on each side, and so is a band that runs to
    the page's edge.
    """
    page = _bled(page, width, bleed)
    shapes = [(mark.shape, mark.x, mark.y, mark.colour) for mark in page.marks]
    shapes += [(entry.shape, entry.x, entry.y, entry.colour) for entry in page.key]
    parts = [
        _stroked("".join(map(_leader, page.leaders)), palette.line, 0.25),
        *(_segment(page, segment, palette) for segment in page.segments),
        *(_break(page, pause, palette) for pause in page.breaks),
        *(_ticks(page, major, palette) for major in (False, True)),
        *(_bar(bar, palette) for bar in page.bars),
        *(_label(label, palette) for label in page.labels),
        *(_shape(shape, x, y, palette.of(colour), palette) for shape, x, y, colour in shapes),
    ]
    wide, high = f"{width + 2 * bleed:g}", f"{height + 2 * bleed:g}"
    view = f"{0 - bleed:g} {0 - bleed:g} {wide} {high}"
    size = f'width="{wide}mm" height="{high}mm" viewBox="{view}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def _bled(page: Page, width: float, bleed: float) -> Page:
    """The page with all that runs to its edge running on beyond it."""

    def left(x: float) -> float:
        return x - bleed if x <= 0.0 else x

    def right(x: float) -> float:
        return x + bleed if x >= width else x

    segments = (replace(one, x0=left(one.x0), x1=right(one.x1)) for one in page.segments)
    bars = (replace(one, x0=left(one.x0), x1=right(one.x1)) for one in page.bars)
    return replace(page, segments=tuple(segments), bars=tuple(bars))


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _at(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(map(_at, points))


def _line(start: Point, end: Point, paint: str, width: float) -> str:
    return f'<path d="{_path([start, end])}" stroke="{paint}" stroke-width="{width}"/>'


def _stroked(way: str, paint: str, width: float) -> str:
    """Lines of one paint, drawn at once: all take the typesetter as long as one."""
    if not way:
        return ""
    return f'<path d="{way}" fill="none" stroke="{paint}" stroke-width="{width}"/>'


def _leader(leader: Leader) -> str:
    """The leader's way, its turns rounded."""
    way = leader.points
    steps = f"M{_at(way[0])}"
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        radius = min(ROUND, _length(before, corner) / 2, _length(corner, after) / 2)
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        steps += f"L{_at(start)}Q{_at(corner)} {_at(end)}"
    return f"{steps}L{_at(way[-1])}"


def _length(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(a: Point, b: Point, distance: float) -> Point:
    share = distance / _length(a, b)
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _segment(page: Page, segment: Segment, palette: Palette) -> str:
    """A piece of the band: its ends lean where the axis breaks, and point where it goes on."""
    low, high = page.band
    middle = (low + high) / 2
    x0, x1 = segment.x0, segment.x1
    left = LEAN / 2 * any(abs(pause.x1 - x0) < 1e-6 for pause in page.breaks)
    right = LEAN / 2 * any(abs(pause.x0 - x1) < 1e-6 for pause in page.breaks)
    tail = ARROW * (page.continues[0] and segment is page.segments[0])
    point = ARROW * (page.continues[1] and segment is page.segments[-1])
    outline = [
        (x0 + left - tail, low),
        (x1 + right, low),
        (x1 + point, middle),
        (x1 - right, high),
        (x0 - left - tail, high),
        (x0, middle),
    ]
    rule = f'stroke="{palette.edge}" stroke-width="0.3"'
    return f'<path d="{_path(outline)}Z" fill="{palette.band}" {rule}/>'


def _break(page: Page, pause: Break, palette: Palette) -> str:
    """Dots in the middle of the band: time goes on, unmeasured."""
    middle = _number(sum(page.band) / 2)
    count = max(round((pause.x1 - pause.x0) / FROM_DOT_TO_DOT), 1)
    step = (pause.x1 - pause.x0) / count
    return "".join(
        f'<circle cx="{_number(pause.x0 + step * (index + 0.5))}" cy="{middle}" r="0.35" '
        f'fill="{palette.ink}"/>'
        for index in range(count)
    )


def _ticks(page: Page, major: bool, palette: Palette) -> str:
    """Lines up from the band's lower edge, as high as the line of labels where they are long."""
    low, high = page.band
    long = high - low if high - low < BAND_WITH_TITLES else YEARS
    top = high - (long if major else SHORT_TICK)
    ticks = [tick.x for tick in page.ticks if tick.major is major]
    way = "".join(_path([(x, top), (x, high)]) for x in ticks)
    return _stroked(way, palette.pale if major else palette.faint, 0.18)


def _bar(bar: Bar, palette: Palette) -> str:
    return _line((bar.x0, bar.y), (bar.x1, bar.y), palette.of(bar.colour), 0.4)


def _label(label: Label, palette: Palette) -> str:
    size, weight, paint = TICK, 400, palette.pale
    if label.kind == "era":
        size, weight, paint = TITLE, 600, palette.title
    if label.colour == "signal":
        paint = palette.glow
    font = f'font-family="{palette.family}" font-size="{_number(millimetres(size.points))}"'
    place = f'x="{_number(label.x)}" y="{_number(label.y)}"'
    return f'<text {place} {font} font-weight="{weight}" fill="{paint}">{escape(label.text)}</text>'


def _shape(shape: Shape, x: float, y: float, paint: str, palette: Palette) -> str:
    centre = f'cx="{_number(x)}" cy="{_number(y)}"'
    halo = f'stroke="{palette.paper}" stroke-width="{HALO}"'
    if shape == "circle":
        return f'<circle {centre} r="{RADIUS}" fill="{paint}" {halo}/>'
    if shape == "ring":
        line = f'fill="{palette.paper}" stroke="{paint}" stroke-width="0.7"'
        return f'<circle {centre} r="{_number(RADIUS - 0.35)}" {line}/>'
    outline = [(x + dx * RADIUS, y + dy * RADIUS) for dx, dy in _OUTLINES[shape]]
    return f'<path d="{_path(outline)}Z" fill="{paint}" {halo}/>'


_ARM, _END, _WAIST = 0.45, 1.0, 0.55
_OUTLINES: Mapping[Shape, Sequence[Point]] = {
    "square": [(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)],
    "triangle": [(0.0, -1.05), (1.05, 0.85), (-1.05, 0.85)],
    "diamond": [(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)],
    "cross": [
        (-_END, -_ARM),
        (-_ARM, -_END),
        (0.0, -_WAIST),
        (_ARM, -_END),
        (_END, -_ARM),
        (_WAIST, 0.0),
        (_END, _ARM),
        (_ARM, _END),
        (0.0, _WAIST),
        (-_ARM, _END),
        (-_END, _ARM),
        (-_WAIST, 0.0),
    ],
}
