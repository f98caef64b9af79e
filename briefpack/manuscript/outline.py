"""The outline of a drawing: how wide and how high it is."""

import re
from collections.abc import Mapping
from math import isfinite

from briefpack.problem import quoted

Outline = tuple[float, float]
"""Width and height, in a unit of the drawing's own."""

_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:[eE][+-]?\d{1,2})?)(px|pt|pc|mm|cm|in|)\s*")
_FLATTEST = 100.0
"""No side is longer than the other by more than this: it would be printed as a line."""


class Misshapen(Exception):
    """A drawing without a size that could be printed."""


def outline(attributes: Mapping[str, str]) -> Outline | None:
    """The size that an element's `width` and `height` give, else its `viewBox`; None without.

    Raises `Misshapen`. Lengths relative to something else (`100%`, `2em`) say nothing here.
    """
    box = _view(attributes["viewBox"]) if "viewBox" in attributes else None
    width, height = (_length(attributes.get(name, "")) for name in ("width", "height"))
    size = (width, height) if width and height else box
    if size and "viewBox" in attributes and max(size) > _FLATTEST * min(size):
        raise Misshapen(f"the drawing is {size[0]:g} wide and {size[1]:g} high: too narrow a strip")
    return size


def _view(box: str) -> Outline:
    """A `viewBox` is four numbers, the last two of them more than 0 (SVG 1.1, 7.7)."""
    try:
        numbers = [float(number) for number in box.replace(",", " ").split()]
    except ValueError:
        numbers = []
    if len(numbers) != 4 or not all(map(isfinite, numbers)) or min(numbers[2:]) <= 0:
        expected = "expected four numbers, the last two more than 0"
        raise Misshapen(f"the drawing's viewBox is {quoted(box)}, {expected}")
    return numbers[2], numbers[3]


def _length(written: str) -> float:
    """A length in pixels of CSS (CSS Values 3, 5.2); 0 for what is none."""
    match = _LENGTH.fullmatch(written)
    return float(match[1]) * _UNITS[match[2]] if match else 0.0
