"""Printable: whether the stamps' font can show words exactly as they are written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from briefpack import fonts
from briefpack.copyedit.glyphs import COMMON
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

FAMILY = "Fira Sans"
_SHOWN = 3  # of the characters that cannot be printed

_SHAPES = frozenset(["Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No", "Zs",
                     "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So"])  # fmt: skip
"""Unicode's categories of characters that stand for themselves, one shape each, side by side.

Not among them are accents that no single letter carries, which a font would have to place, and
what is invisible and changes its neighbours. Scripts whose letters change their shapes are not in
the font at all.
"""


def unprintable(words: Words, rule: str) -> Iterator[Problem]:
    """A complaint that names whose name, and which of its characters, the font cannot show."""
    wrong = [letter for letter in dict.fromkeys(words) if not _prints(letter)]
    if wrong:
        more = f" and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
        named = ", ".join(map(_name, wrong[:_SHOWN]))
        message = f"{quoted(words)} cannot be printed: {FAMILY} has no {named}{more}"
        invisible = all(unicodedata.category(letter) == "Cf" for letter in wrong)
        latin = "write it in Latin, Greek or Cyrillic letters"
        yield complaint(words, rule, message, "delete what is invisible" if invisible else latin)


def _prints(letter: str) -> bool:
    if letter in COMMON and letter >= " " and letter != "\u00ad":
        return True
    return unicodedata.category(letter) in _SHAPES and ord(letter) in _covered()


@cache
def _covered() -> frozenset[int]:
    """What is in the font, and has a code of two bytes."""
    return frozenset(code for code in fonts.coverage()[FAMILY] if code <= 0xFFFF)


def _name(letter: str) -> str:
    code = f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip()
    visible = letter.isprintable() and not unicodedata.combining(letter)
    return f"'{letter}' ({code})" if visible else code
