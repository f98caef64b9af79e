"""The frame that a chart is drawn in: its size, its type, its language, its inks."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from briefpack.charts.inks import Inks

PIXELS_PER_MM = 96 / 25.4
"""CSS pixels: what Vega counts in."""

POINTS = 8.0
"""The size of all words, that of captions."""

SIZE = POINTS * 96 / 72
LINE = 11.25 * 96 / 72
MIDDLE = 0.345 * SIZE
"""From the middle of a capital letter down to its base line (Fira Sans: capitals of 0.69 em)."""

_SEMIBOLD = 1.06


@dataclass(frozen=True, slots=True)
class Frame:
    """Width and height in pixels; a height of 0 is for the chart to choose.

    `measure` gives the width of words in millimetres, `numeral` a number with so many digits behind
    the decimal sign, `moment` a date as it is printed; all in the brief's language. `percent` is
    the sign as the language sets it behind a number.
    """

    width: float
    height: float
    measure: Callable[[str], float]
    numeral: Callable[[Decimal, int], str]
    moment: Callable[[str], str]
    percent: str
    inks: Inks

    def length(self, words: str, bold: bool = False) -> float:
        """The width of words in pixels."""
        return self.measure(words) * PIXELS_PER_MM * (_SEMIBOLD if bold else 1)

    def number(self, value: Decimal, places: int, unit: str) -> str:
        """A number as it is printed; percent stand with every one, other units once."""
        return self.numeral(value, places) + (self.percent if unit == "%" else "")

    def lines(self, words: str, width: float, bold: bool = False) -> list[str]:
        """Words broken into lines, none of which is broken within a word."""
        lines: list[str] = []
        for word in words.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.length(longer, bold) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines
