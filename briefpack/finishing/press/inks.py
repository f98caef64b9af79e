"""Inks: what a colour of the screen is printed with.

Every colour goes through the printing condition's ICC profile, from sRGB, relative colorimetric
with black point compensation; but text that is dark or grey is printed with black alone, since four
inks never lie upon each other so well that small letters stay sharp. (Lines are not: they may lie
on a dark ground, where black alone would be lighter than what is around it.) White is no ink at
all, and no place gets more ink than the limit.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from math import hypot
from operator import neg
from typing import Any, Literal

from PIL import Image, ImageChops, ImageCms, ImageMath

from briefpack.profiles import INK_LIMIT

Role = Literal["text", "fill", "stroke"]
Colour = tuple[float, float, float]

DARK, TINGED = 30.0, 20.0
"""Text no lighter (CIE L*) and no more colourful (CIE C*ab) than this is all black."""

GREYISH = 10.0
"""Text no more colourful than this is grey: black ink alone, as light as it was."""

GREY = 1.0
"""Areas and lines no more colourful than this are grey too; a profile would take four inks."""

_STEPS = 255
_WHITE = (1.0, 1.0, 1.0)
_BLACKS = [(0, 0, 0, share) for share in range(_STEPS + 1)]
_GREYS = [(tone, tone, tone) for tone in range(_STEPS + 1)]


class Inks:
    """The inks of a printing condition, by its ICC profile; `limit` in per cent of all four.

    Raises `ValueError` where the tables in the profile cannot be used.
    """

    def __init__(self, profile: bytes, limit: int = INK_LIMIT) -> None:
        self._most = limit * _STEPS / 100
        screen, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        try:
            press = ImageCms.ImageCmsProfile(BytesIO(profile))
            compensated = ImageCms.Flags.BLACKPOINTCOMPENSATION
            self._inks = _transform(screen, press, "RGB", "CMYK", compensated)
            self._seen = _transform(screen, lab, "RGB", "LAB")
            self._blacks = _lightness(_transform(press, lab, "CMYK", "LAB"), "CMYK", _BLACKS)
            greys = _lightness(self._seen, "RGB", _GREYS)
        except (ImageCms.PyCMSError, OSError) as fault:
            raise ValueError(str(fault)) from None
        self._tones = [_STEPS - self._black(self._lifted(grey)) for grey in greys]
        self.colour = cache(self._colour)

    def _colour(self, rgb: Colour, role: Role) -> tuple[float, ...]:
        """Shares of C, M, Y and K, each from 0 to 1, for a colour of the screen (R, G, B)."""
        if rgb == _WHITE:
            return (0.0, 0.0, 0.0, 0.0)
        pixel = Image.new("RGB", (1, 1), tuple(round(part * _STEPS) for part in rgb))
        lightness, chroma = _measured(self._seen.apply(pixel))
        letters = role == "text"
        if letters and lightness <= DARK and chroma <= TINGED:
            return (0.0, 0.0, 0.0, 1.0)
        if chroma <= (GREYISH if letters else GREY):
            return (0.0, 0.0, 0.0, round(self._black(lightness) / _STEPS, 4))
        return self._dried(_values(self._inks.apply(pixel)))

    def _dried(self, inks: Sequence[int]) -> tuple[float, ...]:
        """The shares, with less of the three colours where all four come to more than the limit."""
        *colours, black = inks
        share = min(1.0, (self._most - black) / max(1, sum(colours)))
        return *(int(ink * share) / _STEPS for ink in colours), black / _STEPS

    def _black(self, lightness: float) -> int:
        """How much black ink (of 255) is as light as that; all of it where none is so dark."""
        return min(bisect_left(self._blacks, -lightness, key=neg), _STEPS)

    def _lifted(self, lightness: float) -> float:
        """A lightness of the screen's range in that of black ink, so that dark greys stay apart."""
        darkest = self._blacks[-1]
        return darkest + lightness * (100 - darkest) / 100

    def picture(self, image: Image.Image) -> Image.Image:
        """The picture in CMYK; one of greys stays so, and is printed with black ink."""
        if _is_grey(image):
            return image.convert("L").point(self._tones)
        if image.mode != "CMYK":
            image = self._inks.apply(image.convert("RGB"))
            del image.info["icc_profile"]
        return self._dried_picture(image)

    def _dried_picture(self, image: Image.Image) -> Image.Image:
        bands = dict(zip("cmyk", (band.convert("F") for band in image.split()), strict=True))
        total = ImageMath.lambda_eval(lambda of: of["c"] + of["m"] + of["y"] + of["k"], **bands)
        if total.getextrema()[1] <= self._most:
            return image
        bands["s"] = ImageMath.lambda_eval(
            lambda of: of["min"]((self._most - of["k"]) / (of["total"] - of["k"]), 1.0),
            total=total,
            k=bands["k"],
        )
        dried = [
            ImageMath.lambda_eval(lambda of: of["i"] * of["s"], i=bands[ink], s=bands["s"])
            for ink in "cmy"
        ]
        return Image.merge("CMYK", [*(band.convert("L") for band in dried), image.getchannel("K")])


def _is_grey(image: Image.Image) -> bool:
    """Whether the picture has no colour, whatever it is written in."""
    if image.mode != "RGB":
        return image.mode in ("1", "L", "LA")
    red, green, blue = image.split()
    apart = (ImageChops.difference(red, green), ImageChops.difference(red, blue))
    return all(band.getextrema() == (0, 0) for band in apart)


def _transform(
    source: Any, target: Any, mode: str, out: str, flags: ImageCms.Flags = ImageCms.Flags.NONE
) -> ImageCms.ImageCmsTransform:
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    return ImageCms.buildTransform(source, target, mode, out, intent, flags)


def _lightness(transform: ImageCms.ImageCmsTransform, mode: str, tones: list[Any]) -> list[float]:
    """CIE L* of each of the tones."""
    strip = Image.new(mode, (len(tones), 1))
    strip.putdata(tones)
    return [value / 2.55 for value in transform.apply(strip).getchannel(0).tobytes()]


def _measured(pixel: Image.Image) -> tuple[float, float]:
    """CIE L* and C*ab of a pixel in Lab, whose a and b are signed bytes."""
    lightness, *opponents = _values(pixel)
    return lightness / 2.55, hypot(*((part + 128) % 256 - 128 for part in opponents))


def _values(pixel: Image.Image) -> Sequence[int]:
    return pixel.tobytes()
