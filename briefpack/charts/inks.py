"""Inks: colours and what tells series apart where there are none: hatches, dashes, shapes.

The order of hatches keeps neighbours far apart in lightness: dark, light, dark, light.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down", "cross")
"""The shape of a point, by the number of its series (Vega's names)."""

DASHES: Sequence[Sequence[float]] = ((), (6, 2.5), (1.5, 2), (9, 2.5, 1.5, 2.5), (3, 3), (12, 3))
"""The dashes of a line, in pixels, by the number of its series."""

_STAND_IN = "#0{:02d}f{:02d}"
_STOOD_IN = re.compile(r"#0(\d\d)f\1")
_FILL = re.compile(rf'fill="{_STOOD_IN.pattern}"')
_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"')
_APART, _SLANTED_APART = 4, 5


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a layout's charts.

    `text` and those of `lines` are dark enough for words on white (4.5:1), `dim` for shapes (3:1).
    `hatches` are pairs of a ground and of what is drawn upon it.
    """

    ink: str
    text: str
    quiet: str
    rule: str
    signal: str
    dim: str
    lines: Sequence[str]
    hatches: Sequence[tuple[str, str, str]]

    @classmethod
    def of(cls, colours: Mapping[str, object]) -> "Inks":
        """The group `chart-colours` of a layout."""
        named = {key: colours[key] for key in ("ink", "text", "quiet", "rule", "signal", "dim")}
        lines = list(_list(colours["lines"]))
        hatches = [tuple(map(str, _list(row))) for row in _list(colours["hatches"])]
        return cls(**named, lines=lines, hatches=hatches)  # type: ignore[arg-type]

    def plain(self, fill: str) -> str:
        """The colour of a fill that is one colour all over; empty for one that is hatched."""
        match = _STOOD_IN.fullmatch(fill)
        if not match:
            return fill
        name, ground, _ = self.hatches[int(match[1])]
        return "" if STROKES[name] else ground


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise TypeError("a list of colours is expected")
    return value


def size(svg: str) -> tuple[float, float]:
    """Width and height of a drawing in pixels."""
    match = _SIZE.search(svg)
    return (float(match[1]), float(match[2])) if match else (0.0, 0.0)


def hatch(number: int) -> str:
    """The colour that stands in a specification for a hatch: Vega knows none."""
    return _STAND_IN.format(number, number)


def hatched(svg: str, inks: Inks) -> str:
    """The drawing with hatches instead of the colours that stand for them."""
    used = sorted({int(number) for number in _FILL.findall(svg)})
    svg = _FILL.sub(lambda match: f'fill="{_fill(int(match[1]), inks)}"', svg)
    width, height = size(svg)
    patterns = "".join(_pattern(number, inks.hatches[number], width, height) for number in used)
    return re.sub(r"(<svg[^>]*>)", rf"\1<defs>{patterns}</defs>", svg, count=1) if patterns else svg


def _fill(number: int, inks: Inks) -> str:
    """A pattern; a colour where nothing is drawn upon it, since tiles would show their seams."""
    name, ground, _ = inks.hatches[number]
    return f"url(#hatch-{number})" if STROKES[name] else ground


STROKES: Mapping[str, Sequence[str]] = {
    "plain": (),
    "rising": ("rising",),
    "falling": ("falling",),
    "upright": ("upright",),
    "level": ("level",),
    "crossed": ("upright", "level"),
}
"""Hatches by name, and the lines that each is made of."""


def _pattern(number: int, hatch: tuple[str, str, str], width: float, height: float) -> str:
    """A pattern whose only tile is as large as the drawing: at the seams of tiles, lines break."""
    name, ground, stroke = hatch
    if not STROKES[name]:
        return ""
    path = "".join(_lines(kind, width, height) for kind in STROKES[name])
    return (
        f'<pattern id="hatch-{number}" width="{width:g}" height="{height:g}" '
        f'patternUnits="userSpaceOnUse"><rect width="{width:g}" height="{height:g}" '
        f'fill="{ground}"/><path d="{path}" fill="none" stroke="{stroke}" stroke-width="0.8"/>'
        "</pattern>"
    )


def _lines(kind: str, width: float, height: float) -> str:
    """Parallel lines across a tile."""
    right, low = ceil(width), ceil(height)
    if kind == "upright":
        return "".join(f"M{x},0v{low}" for x in range(2, right, _APART))
    if kind == "level":
        return "".join(f"M0,{y}h{right}" for y in range(2, low, _APART))
    starts = range(-low, right, _SLANTED_APART)
    if kind == "rising":
        return "".join(f"M{x},{low}l{low},-{low}" for x in starts)
    return "".join(f"M{x},0l{low},{low}" for x in starts)
