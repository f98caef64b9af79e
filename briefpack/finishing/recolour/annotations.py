"""Annotations: the forms that they look by, and the colours of their frames and grounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Stream

from briefpack.finishing.recolour import spaces
from briefpack.finishing.recolour.inks import Inkwell, array

SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
"""How many numbers a colour has -> its space (ISO 32000-1, table 164)."""


def appearances(annotation: Any) -> Iterator[Any]:
    """The forms of an annotation: of each state, where there are several."""
    yield from _streams(annotation.get("/AP", Dictionary()))


def _streams(appearance: Any) -> Iterator[Any]:
    for thing in appearance.as_dict().values():
        if isinstance(thing, Stream):
            yield thing
        elif isinstance(thing, Dictionary):
            yield from _streams(thing)


def framed(annotation: Any, inkwell: Inkwell) -> None:
    """Rewrite the colours that readers draw by themselves."""
    look = annotation.get("/MK", Dictionary())
    for owner, keys in ((annotation, ("/C", "/IC")), (look, ("/BC", "/BG"))):
        for key in keys:
            _rewrite(owner, key, inkwell)


def _rewrite(owner: Any, key: str, inkwell: Inkwell) -> None:
    numbers = owner.get(key, Array())
    if space := SPACES.get(len(numbers)):
        rgb = spaces.DEVICES[space].rgb([float(number) for number in numbers])
        owner[key] = array(inkwell.mixed(rgb, "stroke"))
