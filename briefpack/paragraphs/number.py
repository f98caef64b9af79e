"""The number of a paragraph: 12, 12A, 12AA, 12ZA."""

import re
from dataclasses import dataclass

EXPECTED = "a number as 12, 12A or 12ZA"

_WHOLE = re.compile(r"(?P<whole>0|[1-9]\d{0,3})(?P<letters>(?:Z*[A-Y])*)")
_LEVEL = re.compile(r"(?P<before>Z*)(?P<letter>[A-Y])")


@dataclass(frozen=True, order=True, slots=True)
class Number:
    """A whole number and levels of letters, in the order in which paragraphs stand.

    As sections of British Acts are numbered: 12A and 12B stand between 12 and 13, 12AA between 12A
    and 12B. A Z puts a letter before the others, so that 12ZA stands between 12 and 12A; therefore
    Z is no letter of its own. What stands before 1 begins with 0. `levels` are the letters, each
    behind minus the number of its Zs, which sorts them.
    """

    whole: int
    levels: tuple[tuple[int, str], ...] = ()

    def __str__(self) -> str:
        return f"{self.whole}" + "".join("Z" * -before + letter for before, letter in self.levels)


def parse(text: str) -> Number | None:
    """The number that is written so; None where it is none."""
    match = _WHOLE.fullmatch(text)
    if match is None or text == "0":
        return None
    levels = [(-len(level["before"]), level["letter"]) for level in _LEVEL.finditer(match[0])]
    return Number(int(match["whole"]), tuple(levels))
