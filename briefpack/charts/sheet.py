"""The sheet: a Vega-Lite specification as it grows, layer by layer.

Numbers are drawn to scales that the specification names. What stands around them (gridlines,
words) is placed in pixels from the upper left corner of the plot, since labels that keep clear of
each other are arithmetic that Vega-Lite does not do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from briefpack.charts.frame import MIDDLE, SIZE, Frame

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
FONT = "Fira Sans"
BOLD = 600
"""The heavier weight of the words, of those that the layout has."""

Align = Literal["left", "center", "right"]
Spec = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Label:
    """Words on one line; `y` is the middle of its capital letters."""

    x: float
    y: float
    words: str
    align: Align = "left"
    colour: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x: float
    y: float
    x2: float
    y2: float
    colour: str
    width: float = 0.5


@dataclass(frozen=True, slots=True)
class Patch:
    """A piece of ground that words stand on: two corners."""

    x: float
    y: float
    x2: float
    y2: float


@dataclass(slots=True)
class Sheet:
    """What is drawn in a frame: the margins of the plot, and all that was put on it."""

    frame: Frame
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    height: float = 0.0
    layers: list[Spec] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    over: list[Spec] = field(default_factory=list)

    @property
    def plot_width(self) -> float:
        """The width of the plot."""
        return max(self.frame.width - self.left - self.right, 10.0)

    @property
    def plot_height(self) -> float:
        """The height of the plot."""
        return max(self.height - self.top - self.bottom, 10.0)

    def draw(self, mark: Spec, encoding: Spec, values: Iterable[Mapping[str, Any]]) -> None:
        """Put marks upon what is there."""
        self.layers.append(layer(mark, encoding, values))

    def write(self, *labels: Label) -> None:
        """Put words there."""
        self.labels += labels

    def rule(self, *strokes: Stroke) -> None:
        """Put lines below all that is drawn."""
        self.strokes += strokes

    def specification(self) -> Spec:
        """The whole, as Vega-Lite has it."""
        padding = {"left": self.left, "top": self.top, "right": self.right, "bottom": self.bottom}
        return {
            "$schema": SCHEMA,
            "width": round(self.plot_width, 2),
            "height": round(self.plot_height, 2),
            "padding": {side: round(length, 2) for side, length in padding.items()},
            "autosize": {"type": "none"},
            "background": None,
            "layer": [*_ruled(self.strokes), *self.layers, *self.over, *_lettered(self)],
            "config": {"aria": False, "view": {"stroke": None}},
        }


def layer(mark: Spec, encoding: Spec, values: Iterable[Mapping[str, Any]]) -> Spec:
    """A layer with its own data."""
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def pixels(*names: str) -> Spec:
    """An encoding of fields that hold pixels; those named x2 and y2 end what x and y begin."""
    return {
        name: {"field": name}
        if name.endswith("2")
        else {"field": name, "type": "quantitative", "scale": None, "axis": None}
        for name in names
    }


def symbols(
    points: Sequence[tuple[float, float]],
    shape: str,
    colour: str,
    size: float = 26,
    hollow: bool = False,
) -> Spec:
    """A layer of points, each of the same shape."""
    mark = {
        "type": "point",
        "shape": shape,
        "size": size,
        "filled": True,
        "fill": "#ffffff" if hollow else colour,
        "stroke": colour,
        "strokeWidth": 1,
        "opacity": 1,
    }
    values = [{"x": round(x, 2), "y": round(y, 2)} for x, y in points]
    return layer(mark, pixels("x", "y"), values)


def patches(corners: Sequence[Patch], colour: str, edge: str | None = None) -> Spec:
    """A layer of level rectangles in one colour, with a thin outline where one is wanted."""
    mark = {"type": "rect", "fill": colour, "stroke": edge, "strokeWidth": 0.6, "opacity": 1}
    values = [
        {"x": round(at.x, 2), "y": round(at.y, 2), "x2": round(at.x2, 2), "y2": round(at.y2, 2)}
        for at in corners
    ]
    return layer(mark, pixels("x", "y", "x2", "y2"), values)


def _ruled(strokes: Sequence[Stroke]) -> list[Spec]:
    """A layer for each pen."""
    pens: dict[tuple[str, float], list[Mapping[str, float]]] = {}
    for line in strokes:
        ends = {"x": line.x, "y": line.y, "x2": line.x2, "y2": line.y2}
        rounded = {name: round(length, 2) for name, length in ends.items()}
        pens.setdefault((line.colour, line.width), []).append(rounded)
    encoding = pixels("x", "y", "x2", "y2")
    return [
        layer({"type": "rule", "stroke": colour, "strokeWidth": width}, encoding, values)
        for (colour, width), values in pens.items()
    ]


def _lettered(sheet: Sheet) -> list[Spec]:
    """A layer for each manner of words."""
    manners: dict[tuple[str, str, bool], list[Mapping[str, Any]]] = {}
    for label in sheet.labels:
        colour = label.colour or sheet.frame.inks.text
        at = {"x": round(label.x, 2), "y": round(label.y + MIDDLE, 2), "words": label.words}
        manners.setdefault((label.align, colour, label.bold), []).append(at)
    encoding = {**pixels("x", "y"), "text": {"field": "words"}}
    return [
        layer(
            {
                "type": "text",
                "align": align,
                "baseline": "alphabetic",
                "font": FONT,
                "fontSize": round(SIZE, 3),
                "fontWeight": BOLD if bold else 400,
                "fill": colour,
            },
            encoding,
            values,
        )
        for (align, colour, bold), values in manners.items()
    ]
