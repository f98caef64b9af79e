"""Origins: where the words of an element were written, said in the HTML and read from it again.

Two attributes say it. A block of a text bears `data-at` ("text.md:41"), by which the makeup moves
it; all else that comes of the content bears `data-from`, which knows the column too.
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown_it.token import Token
from markupsafe import Markup

from briefpack.brief import Model
from briefpack.dates import When
from briefpack.problem import Place
from briefpack.words import NOWHERE, Words

BLOCK = "data-at"
WORDS = "data-from"

_PLACED = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::(?P<column>\d+))?", re.ASCII)


class Placed(Markup):
    """HTML that knows where its words were written."""

    place: Place = NOWHERE


def placed(html: str, place: Place | None) -> Placed:
    """The HTML, with the place of its words."""
    made = Placed(html)
    made.place = place or NOWHERE
    return made


def said(*origins: Any) -> Markup:
    """The attribute for an element that is made of these; empty where none has a place."""
    there = next(filter(None, map(place, origins)), None)
    return Markup(' {}="{}"').format(WORDS, there) if there else Markup("")


def place(origin: Any) -> Place | None:
    """Where words were written, or where a thing of the content begins in its file."""
    found = [there for there in _places(origin) if there.file]
    return min((there for there in found if there.file == found[0].file), default=None)


def own(element: Element) -> Place | None:
    """The place that an element itself says; what its words say comes before the block's."""
    match = _PLACED.fullmatch(element.get(WORDS) or element.get(BLOCK) or "")
    return Place(match["file"], int(match["line"]), int(match["column"] or 0)) if match else None


def _places(origin: Any) -> Iterator[Place]:
    match origin:
        case Words() | Placed():
            yield origin.place
        case When():
            yield origin.written.place
        case Token():
            yield origin.meta.get("place", NOWHERE)
        case Model():
            yield from (there for _, value in origin for there in _places(value))
        case list() | tuple():
            yield from (there for value in origin for there in _places(value))
        case dict():
            yield from _places(list(origin.values()))
