"""Specifications of an author's own, in Vega-Lite: their data, and the look that they are given."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from briefpack.charts.frame import PIXELS_PER_MM, SIZE, Frame
from briefpack.charts.sheet import BOLD, FONT
from briefpack.dataset import Dataset

Spec = dict[str, Any]

CONTENT = frozenset({"values", "datasets"})
"""Keys below which there are an author's numbers and no instructions."""

_HEIGHT = 62.0
_MANY_VIEWS = ("facet", "hconcat", "vconcat", "concat", "repeat", "spec")


def dressed(
    text: str, data: Mapping[str, Dataset], frame: Frame, locale: Mapping[str, Any]
) -> Spec:
    """A specification with its data inside and the layout's look beneath its own.

    `text` is JSON that was found to be fit. A view of its own size, or one of many, keeps that.
    """
    spec: Spec = json.loads(text)
    _fill(spec, data)
    if not any(key in spec for key in (*_MANY_VIEWS, "width")):
        spec["width"] = round(frame.width, 2)
        spec["height"] = spec.get("height", round(frame.height or _HEIGHT * PIXELS_PER_MM, 2))
        spec.setdefault("autosize", {"type": "fit", "contains": "padding"})
    spec.setdefault("background", None)
    spec.setdefault("padding", 0)
    own = spec.get("config")
    spec["config"] = _under({**look(frame), "locale": locale}, own if isinstance(own, dict) else {})
    return spec


def look(frame: Frame) -> Spec:
    """The layout's look as Vega-Lite's configuration."""
    inks = frame.inks
    words = {"labelFont": FONT, "labelFontSize": SIZE, "labelColor": inks.text}
    titles = {"titleFont": FONT, "titleFontSize": SIZE, "titleFontWeight": 400}
    axis = {
        "domainColor": inks.ink,
        "tickColor": inks.ink,
        "gridColor": inks.rule,
        "gridWidth": 0.5,
    }
    return {
        "aria": False,
        "font": FONT,
        "view": {"stroke": None},
        "axis": {**words, **titles, **axis, "titleColor": inks.quiet},
        "axisX": {"grid": False},
        "axisY": {"titleAngle": 0, "titleAlign": "left", "titleY": -10, "titleX": 0}
        | {"domain": False, "ticks": False},
        "legend": {**words, **titles, "titleColor": inks.quiet, "orient": "bottom", "title": None},
        "header": {**words, **titles, "titleColor": inks.quiet},
        "title": {"font": FONT, "fontSize": SIZE, "fontWeight": BOLD, "color": inks.ink},
        "text": {"font": FONT, "fontSize": SIZE, "fill": inks.text},
        "mark": {"color": inks.ink, "opacity": 1},
        **{mark: {"opacity": 1} for mark in ("area", "point", "circle", "square", "tick")},
        "range": {"category": list(inks.lines)},
    }


def places(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every key of a specification, with what stands behind it; not those of its data."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield name, value
            if name not in CONTENT:
                yield from places(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from places(item, key)


def names_data(key: str, holder: Mapping[str, Any]) -> bool:
    """Whether a key names a file of data: `"data": {"url": "data/launches.csv"}`."""
    return key == "data" and isinstance(holder.get("data"), dict) and "url" in holder["data"]


def records(data: Dataset) -> list[dict[str, Any]]:
    """A data set as Vega-Lite has it: numbers where a column holds them, nothing in a gap."""
    names = [str(name) for name in data.columns]
    read: dict[str, Callable[[str], Any]] = {
        name: (_number(data) if data.numeric(name) else str) for name in names
    }
    return [
        {name: read[name](cell) if cell else None for name, cell in zip(names, row, strict=True)}
        for row in data.rows
    ]


def _number(data: Dataset) -> Callable[[str], float | None]:
    def number(cell: str) -> float | None:
        value = data.number(cell)
        return None if value is None else float(value)

    return number


def _fill(spec: Spec, data: Mapping[str, Dataset]) -> None:
    """Put the data of files where the specification names these."""
    for key, holder in list(places(spec)):
        if names_data(key, holder):
            url = str(holder["data"].pop("url"))
            holder["data"].pop("format", None)
            holder["data"]["values"] = records(data[url])


def _under(ground: Spec, own: Spec) -> Spec:
    """One configuration over another."""
    both = {**ground, **own}
    for key, value in ground.items():
        if isinstance(value, dict) and isinstance(own.get(key), dict):
            both[key] = _under(value, own[key])
    return both
