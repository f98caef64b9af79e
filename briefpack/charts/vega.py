"""Vega-Lite: the words that it knows, and where a specification uses others.

The engine draws a field that does not exist as nothing at all, without a word; so what can be told
from the specification and its data is told here, at the very word. What is not understood for sure
is passed over: the engine has the last word.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefpack.charts.specification import CONTENT
from briefpack.dataset import Dataset
from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

RULE = "chart"

_MARKS = """
    arc area bar boxplot circle errorband errorbar geoshape line point rect rule square text tick
    trail
"""
_CHANNELS = """
    x y x2 y2 xError yError xError2 yError2 xOffset yOffset theta theta2 radius radius2
    longitude latitude longitude2 latitude2
    color fill stroke opacity fillOpacity strokeOpacity strokeWidth strokeDash size angle shape
    text tooltip href url description detail key order time facet row column
"""
MARKS, CHANNELS = _MARKS.split(), _CHANNELS.split()
"""The marks of Vega-Lite 6, but for `image`, which no chart may have; the channels of encodings."""

TYPES = ("quantitative", "temporal", "ordinal", "nominal", "geojson")

_INNER = ("layer", "concat", "hconcat", "vconcat")
_MANY = (*_INNER, "spec")
_PATH = re.compile(r"(?<!\\)[.\[\]]")
_MADE = {"fold": ("key", "value"), "density": ("value", "density"), "quantile": ("prob", "value")}
"""What transforms call their results where `as` does not say it."""


def faults(spec: Any, data: Mapping[str, Dataset]) -> Iterator[Problem]:
    """The words of a specification that Vega-Lite, or its data, does not know."""
    columns = _columns(spec, data)
    for view in _views(spec):
        yield from _mark(view)
        encoding = view.get("encoding")
        if isinstance(encoding, dict):
            yield from _channels(encoding)
        for key in ("encoding", "transform", "facet") if columns is not None else ():
            for field in _fields(view.get(key)):
                yield from _field(field, columns or set())


def _views(value: Any) -> Iterator[Any]:
    """A view and all those within it."""
    if isinstance(value, dict):
        yield value
        for key in _MANY:
            inner = value.get(key)
            for view in inner if isinstance(inner, list) else [inner]:
                yield from _views(view)


def _mark(view: Any) -> Iterator[Problem]:
    mark = view.get("mark")
    kind = mark.get("type") if isinstance(mark, dict) else mark
    if isinstance(kind, Words) and kind not in (*MARKS, "image"):
        yield _unknown(kind, "mark", MARKS)
    elif mark is None and not any(key in view for key in _MANY):
        at = getattr(view, "start", Words())
        message = "this view draws nothing: it has no 'mark'"
        yield complaint(at, RULE, message, 'write "mark": "bar", or another')


def _channels(encoding: Mapping[Any, Any]) -> Iterator[Problem]:
    for channel, how in encoding.items():
        if channel not in CHANNELS and isinstance(channel, Words):
            yield _unknown(channel, "channel", CHANNELS)
        kind = how.get("type") if isinstance(how, dict) else None
        if isinstance(kind, Words) and kind.lower() not in (*TYPES, *"qton"):
            yield _unknown(kind, "type of a field", TYPES)


def _unknown(word: Words, what: str, right: Any) -> Problem:
    message = f"Vega-Lite knows no {what} {quoted(word)}"
    return complaint(word, RULE, message, did_you_mean(word, right))


def _fields(value: Any) -> Iterator[Words]:
    """The fields that an encoding or a transform names."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "field" and isinstance(item, Words):
                yield item
            elif key not in CONTENT:
                yield from _fields(item)
    elif isinstance(value, list):
        for item in value:
            yield from _fields(item)


def _field(field: Words, columns: set[str]) -> Iterator[Problem]:
    """A field is a column; a point or a bracket in a name leads into what stands in a column."""
    parted = _PATH.search(field)
    if parted and field in columns:
        escaped = _PATH.sub(lambda sign: "\\\\" + sign[0], field)
        message = f"Vega-Lite takes {quoted(field)} apart at '{parted[0]}'"
        yield complaint(field, RULE, message, f'write "{escaped}"')
    elif not parted and field != "*" and re.sub(r"\\(.)", r"\1", field) not in columns:
        message = f"the data of this chart have no field {quoted(field)}"
        yield complaint(field, RULE, message, did_you_mean(field, columns))


def _columns(spec: Any, data: Mapping[str, Dataset]) -> set[str] | None:
    """The fields that data and transforms have; None where that cannot be told from here."""
    found: set[str] = set()
    sets = spec.get("datasets") if isinstance(spec, dict) else None
    for view in _views(spec):
        transforms = view.get("transform")
        more = [_brought(one) for one in transforms] if isinstance(transforms, list) else []
        if "data" in view:
            more.append(_held(view["data"], data, sets if isinstance(sets, dict) else {}))
        for names in more:
            if names is None:
                return None
            found |= names
    return found or None


def _held(source: Any, data: Mapping[str, Dataset], sets: Mapping[str, Any]) -> set[str] | None:
    """The fields of one source of data."""
    if source is None:
        return set()
    if not isinstance(source, dict):
        return None
    if "url" in source:
        named = data.get(str(source["url"]))
        return {str(column) for column in named.columns} if named else None
    values = source.get("values", sets.get(str(source.get("name"))))
    if isinstance(values, list) and values and all(isinstance(one, dict) for one in values):
        return {str(name) for one in values for name in one}
    return None


def _brought(transform: Any) -> set[str] | None:
    """The fields that a transform adds."""
    if not isinstance(transform, dict) or "pivot" in transform:
        return None
    if "lookup" in transform:
        source = transform.get("from")
        names = source.get("fields", source.get("param")) if isinstance(source, dict) else None
        if not isinstance(names, list):
            return None
        found = {str(name) for name in names}
    else:
        found = {name for kind, names in _MADE.items() if kind in transform for name in names}
    named = set(_named(transform))
    stretches = "bin" in transform or "timeUnit" in transform
    return found | named | ({f"{name}_end" for name in named} if stretches else set())


def _named(value: Any) -> Iterator[str]:
    """All names behind `as`."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "as":
                yield from (str(one) for one in (item if isinstance(item, list) else [item]))
            else:
                yield from _named(item)
    elif isinstance(value, list):
        for item in value:
            yield from _named(item)
