"""Checks of pictures and lines: whether they are fine enough, and not too fine."""

from collections.abc import Iterator
from math import floor
from typing import Any

from PIL import ImageMath

from briefpack.preflight.finding import Finding, Unjudged, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.geometry import hull
from briefpack.preflight.sheet.painted import Painted
from briefpack.preflight.sheet.walk import ODD
from briefpack.problem import counted

SHARP = 300
"""Dots per inch that offset printing with a screen of 150 lines can show."""

PLACE = 4
"""Pixels along each side of the smallest place that ink is reckoned for: a third of a mm."""

HAIR = 0.25
"""Points below which a line may break off on the plate."""

DOT = 72 / 600
"""Points that one dot of an office printer measures: a thinner line is thickened, or left out."""


def sharp(proof: Proof) -> Iterator[Finding]:
    """With fewer dots than the screen shows, steps are seen; a better picture has to be sent."""
    for thing in proof.painted:
        if thing.kind != "image" or thing.masks or min(thing.size) <= 0:
            continue
        dots = min(px * 72 / pt for px, pt in zip(thing.pixels, thing.size, strict=True))
        if floor(dots + 0.5) < SHARP:
            words = proof.order.pictures.get(thing.pixels)
            message = f"a picture has {floor(dots)} dots per inch, where {SHARP} are wanted"
            hint = "send a larger one, or print it smaller"
            yield remark(message, thing.page, hint, words, thing.box)


def thick(proof: Proof) -> Iterator[Finding]:
    """Lines under a quarter of a point break off on the plate, those of width 0 nearly vanish.

    An office printer needs no plate: there one of its dots is enough.
    """
    least = HAIR if "press" in proof.order.groups else DOT
    thin: dict[int, list[Painted]] = {}
    for thing in proof.painted:
        if thing.kind == "stroke" and not thing.masks and thing.width < least - 0.005:
            thin.setdefault(thing.page, []).append(thing)
    for page, lines in sorted(thin.items()):
        thinnest, many = min(line.width for line in lines), counted(len(lines), "line")
        message = f"{many} thinner than {least:g} pt, the thinnest {thinnest:.2f} pt"
        box = hull(line.box for line in lines) or ()
        yield remark(message, page, "make them thicker: they may not print", box=box)


def most_ink(image: Any) -> float:
    """Per cent of ink where a picture has most of it; 0 for one that is not of the four inks.

    Some pixels together count: the noise of a JPEG is above the limit in one or the other, and so
    small a place dries with what is around it. `Unjudged` where it cannot be read.
    """
    try:
        picture = image.as_pil_image()
    except ODD as error:
        raise Unjudged(f"a picture cannot be read: {error}") from None
    if picture.mode != "CMYK":
        return 0.0
    bands = dict(
        zip("cmyk", (band.convert("F") for band in picture.reduce(PLACE).split()), strict=True)
    )
    total = ImageMath.lambda_eval(lambda of: of["c"] + of["m"] + of["y"] + of["k"], **bands)
    return float(total.getextrema()[1]) / 2.55
