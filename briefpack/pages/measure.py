"""Measure: how wide words are in a font, and on which lines they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefpack.paper import millimetres

SLACK = 0.997
"""The share of a line that is filled: kerning and rounding are left to the typesetter."""

# A no-break space, wide or narrow, belongs to the word.
_WORDS = re.compile(r"(?:[^\s]|[\u00a0\u202f])+")
_UNBROKEN = re.compile(r".+?(?:-(?=[^\W\d])|[–—](?=\w))|.+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Measure:
    """The advance widths of one font in thousandths of an em, by code point.

    Kerning is not counted, so that a real line is, as a rule, a little shorter than measured.
    `missing` is the width of a character that the font lacks.
    """

    advances: Mapping[int, float]
    missing: float

    def width(self, text: str, points: float) -> float:
        """Millimetres that `text` takes on one line, set in a size of `points`."""
        ems = sum(self.advances.get(ord(char), self.missing) for char in text)
        return millimetres(ems * points / 1000)

    def lines(self, text: str, points: float, width: float) -> list[str]:
        """`text` broken greedily into lines of at most `width` millimetres.

        Breaks at spaces, and after hyphens and dashes within a word (UAX #14, classes BA, HY and
        B2, narrowed); a word longer than the line is cut where it must be. Never hyphenates.
        """
        room, lines, filled = width * SLACK, [""], 0.0
        for glue, piece in _pieces(text):
            glued = glue + piece if lines[-1] else piece
            filled += self.width(glued, points)
            if filled <= room:
                lines[-1] += glued
            else:
                lines += self._cut(piece, points, room)
                filled = self.width(lines[-1], points)
        return [line for line in lines if line]

    def longest(self, text: str, points: float) -> float:
        """Millimetres that the widest piece of `text` takes that no line breaks."""
        return max((self.width(piece, points) for _, piece in _pieces(text)), default=0.0)

    def balanced(self, text: str, points: float, width: float) -> float:
        """The narrowest width (mm) that takes no more lines than `width`: lines of like length."""
        count = len(self.lines(text, points, width))
        low, high = 0.0, width
        while high - low > 0.5:
            middle = (low + high) / 2
            low, high = (
                (low, middle) if len(self.lines(text, points, middle)) <= count else (middle, high)
            )
        return round(high, 1)

    def fitted(self, text: str, points: float, width: float, least: float) -> float:
        """The size, from `least` to `points`, at which `text` takes one line of `width` mm."""
        share = width * SLACK / (self.width(text, points) or 1.0)
        return round(max(least, points * min(1.0, share)), 1)

    def shortened(self, text: str, points: float, width: float) -> str:
        """`text`, or as many of its words, and an ellipsis, as take one line of `width` mm."""
        lines = self.lines(text, points, width)
        if len(lines) < 2:
            return text
        start = self.lines(text, points, width - self.width("…", points))[0]
        return start.rstrip(" ,;:.–—-") + "…"

    def _cut(self, piece: str, points: float, room: float) -> list[str]:
        cuts = [""]
        for char in piece:
            if cuts[-1] and self.width(cuts[-1] + char, points) > room:
                cuts.append("")
            cuts[-1] += char
        return cuts


def of(path: Path) -> Measure:
    """Measure with the TrueType font at `path`; `reportlab` reads it."""
    from reportlab.pdfbase.ttfonts import TTFontFile  # an import that only a build should pay for

    font = TTFontFile(str(path))
    return Measure(dict(font.charWidths), float(font.defaultWidth))


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What must not be broken, each with the space that goes before it on the same line."""
    for word in _WORDS.findall(text):
        glue = " "
        for piece in _UNBROKEN.findall(word):
            yield glue, piece
            glue = ""
