"""Legible: whether words can be read upon a colour (WCAG 2.2, 1.4.3)."""

import re

LEAST = 4.5
"""The contrast that words need."""

PAPER = "#ffffff"

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(words: object) -> bool:
    """Whether it is a colour as `#13263b` is one: the form that every part of the press reads."""
    return isinstance(words, str) and bool(_COLOUR.fullmatch(words))


def contrast(one: str, other: str) -> float:
    """How far two colours are apart in lightness: from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def words_on(ground: str, dark: str) -> str:
    """The colour for words upon a ground, of white and a dark one; empty where neither will do."""
    best = max((PAPER, dark), key=lambda colour: contrast(ground, colour))
    return best if contrast(ground, best) >= LEAST else ""


def _luminance(colour: str) -> float:
    """Relative luminance, of a colour in sRGB."""
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    """The light of a channel in sRGB, both from 0 to 1 (IEC 61966-2-1)."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
