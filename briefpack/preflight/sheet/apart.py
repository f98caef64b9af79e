"""Takes apart what a file has in one piece and a page in several: a row of a table, two texts of
which one stands in the other's place.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

import pypdfium2.raw as c

from briefpack.paper import Box
from briefpack.preflight.sheet.geometry import common, hull
from briefpack.preflight.sheet.joining import SPACE
from briefpack.preflight.sheet.leaf import Run

WIDE, NARROW = 0.8, 0.25
"""Of the size of type: letters that are wider or narrower in the mean are not one piece."""

SHORT = 4
"""Letters of a piece that may be as wide as they like."""

GAP, BACK = 2.0, -1.0
"""Of the size of type: how far one letter stands from the one before where another piece begins."""


SURROGATES = range(0xD800, 0xE000)
"""Halves of letters (ISO 10646), which are none by themselves."""


class Letter(NamedTuple):
    """A letter of a piece, and the box of its ink."""

    sign: str
    box: Box


def is_odd(run: Run) -> bool:
    """Whether a level piece of text is too wide, or too narrow, for its letters."""
    count, width = len(run.words), run.box[2] - run.box[0]
    level = run.upright and run.box[3] - run.box[1] < 2 * run.size
    return level and count > SHORT and not NARROW < width / (count * run.size or 1) < WIDE


@dataclass(frozen=True)
class Letters:
    """The letters of a page (an `FPDF_TEXTPAGE`), by the thing that paints them."""

    page: Any

    def apart(self, run: Run, thing: Any) -> list[Run]:
        """The pieces of a run, each with its words and its box; the run, where it is one."""
        pieces = list(_pieces(self._of.get(_address(thing), []), run.size))
        return [_run(run, piece) for piece in pieces] if len(pieces) > 1 else [run]

    @cached_property
    def _of(self) -> dict[int, list[Letter]]:
        found: dict[int, list[Letter]] = {}
        edges = [ctypes.c_double() for _ in range(4)]
        for at in range(max(c.FPDFText_CountChars(self.page), 0)):
            thing = c.FPDFText_GetTextObject(self.page, at)
            if thing and c.FPDFText_GetCharBox(self.page, at, *edges):
                left, right, bottom, top = (edge.value for edge in edges)
                code = c.FPDFText_GetUnicode(self.page, at)
                sign = "" if code in SURROGATES else chr(code)
                letter = Letter(sign, (left, bottom, right, top))
                found.setdefault(_address(thing), []).append(letter)
        return found


def _address(thing: Any) -> int:
    return ctypes.cast(thing, ctypes.c_void_p).value or 0


def _pieces(letters: Sequence[Letter], size: float) -> Iterator[list[Letter]]:
    piece: list[Letter] = []
    for letter in letters:
        if letter.sign.isspace():
            continue
        gap = letter.box[0] - piece[-1].box[2] if piece else 0.0
        if piece and not BACK * size < gap < GAP * size:
            yield piece
            piece = []
        if piece and gap > SPACE * size:
            letter = letter._replace(sign=f" {letter.sign}")
        piece.append(letter)
    if piece:
        yield piece


def _run(whole: Run, piece: Sequence[Letter]) -> Run:
    box = hull(letter.box for letter in piece) or whole.box
    seen = common(box, whole.seen) if whole.seen else None
    words = "".join(letter.sign for letter in piece)
    return replace(whole, words=words, box=box, seen=seen, base=(box[0], whole.base[1]))
