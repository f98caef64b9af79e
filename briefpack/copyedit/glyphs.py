"""Finds the characters that the fonts cannot print."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping

from briefpack import fonts
from briefpack.problem import Problem
from briefpack.words import Words, complaint

Coverage = Callable[[], Mapping[str, frozenset[int]]]

COMMON = frozenset(
    [*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA0, 0x100)), *"–—‘’‚“”„‹›†‡•…€™\n\t"]
)
"""Characters that every font in use is known to have: for them, none is opened."""

_INSTEAD = {
    "\u2011": "write an ordinary hyphen",
    "\ufffd": "this character stands for one that was lost when the text was converted",
}


def check(
    characters: Mapping[str, Words], coverage: Coverage = fonts.coverage
) -> Iterator[Problem]:
    """Each character is in all of the fonts.

    A font that lacks one would be replaced by whichever font the machine has, or by an empty box:
    the same brief would look different elsewhere, and PDF/UA-1 and PDF/A-3 forbid the box
    (ISO 14289-1, 7.21.8; ISO 19005-3, 6.2.11.8).
    """
    doubtful = {
        letter: words
        for letter, words in characters.items()
        if letter not in COMMON and not _is_invisible(letter)
    }
    if not doubtful:
        return
    faces = coverage()
    for letter, words in doubtful.items():
        lacking = sorted(name for name, points in faces.items() if ord(letter) not in points)
        if lacking:
            message = f"{_name(letter)} is not in the fonts ({' and '.join(lacking)})"
            yield complaint(words, "missing-glyph", message, _INSTEAD.get(letter, ""))


def _is_invisible(letter: str) -> bool:
    """Spaces, marks of direction and joining, variation selectors: Pango needs no glyph for them.

    It takes them from the font of the text around them, and draws a space of the right width
    (tried with WeasyPrint 70 for each kind); only the Ogham space mark is a stroke.
    """
    if "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef":
        return True
    return unicodedata.category(letter) in ("Zs", "Zl", "Zp", "Cc", "Cf") and letter != "\u1680"


def _name(letter: str) -> str:
    code = f"U+{ord(letter):04X}"
    name = unicodedata.name(letter, "")
    mark = "" if unicodedata.combining(letter) or not letter.isprintable() else f"'{letter}' "
    return f"the character {mark}({f'{code} {name}'.strip()})"
