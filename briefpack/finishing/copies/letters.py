"""Letters: the one font of the stamps, cut down to what a run of copies prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from briefpack import fonts

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FAMILY, WEIGHT = "Fira Sans", 500

_LAYOUT = {"GSUB", "GPOS", "GDEF", "kern"}
"""What a font has for ligatures and the like; stamps are set letter by letter."""

Widths = Mapping[str, int]
"""A character -> its width, in thousandths of the size."""


@dataclass(frozen=True, slots=True)
class Letters:
    """A font program (TrueType) and, of each character in it, its glyph and its width.

    `ascent`, `descent` and `capitals` are thousandths of the size, `box` is (left, bottom, right,
    top) of all letters.
    """

    name: str
    program: bytes
    glyphs: Mapping[str, int]
    widths: Widths
    ascent: int
    descent: int
    capitals: int
    box: tuple[int, int, int, int]


def cut(characters: Iterable[str]) -> Letters:
    """The font with these characters alone; each must be in it, `ValueError` where one is not.

    A letter's code is its own number in Unicode, in two bytes.
    """
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    wanted = {ord(character) for character in characters}
    with TTFont(fonts.upright(FAMILY, WEIGHT), recalcTimestamp=False) as font:
        if lacking := wanted - font.getBestCmap().keys():
            raise ValueError(f"not in {FAMILY}: {sorted(map(chr, lacking))}")
        for table in _LAYOUT & set(font.keys()):
            del font[table]  # to read them takes longer than all the rest
        subsetter = Subsetter(Options(hinting=False, notdef_outline=True))
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        return _described(font)


def _described(font: TTFont) -> Letters:
    file, per_em = BytesIO(), int(font["head"].unitsPerEm)

    def scaled(units: int) -> int:
        return round(units * 1000 / per_em)

    font.save(file)
    names = {chr(code): name for code, name in font.getBestCmap().items()}
    head, metrics = font["head"], font["hmtx"]
    return Letters(
        font["name"].getDebugName(6),
        file.getvalue(),
        {character: font.getGlyphID(name) for character, name in names.items()},
        {character: scaled(metrics[name][0]) for character, name in names.items()},
        scaled(font["hhea"].ascent),
        scaled(font["hhea"].descent),
        scaled(font["OS/2"].sCapHeight),
        (scaled(head.xMin), scaled(head.yMin), scaled(head.xMax), scaled(head.yMax)),
    )


def width(text: str, widths: Widths, size: float) -> float:
    """Points that a text takes on one line, `size` points high."""
    return sum(map(widths.__getitem__, text)) * size / 1000


def shown(text: str) -> bytes:
    """A text as the operand that shows it (ISO 32000-1, 9.4.3)."""
    return b"<%s>" % text.encode("utf-16-be").hex().encode("ascii")
