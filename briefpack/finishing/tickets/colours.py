"""Colours: which pages of a PDF a print room must print in colour."""

from collections.abc import Sequence

import pypdfium2
from PIL import Image, ImageChops

from briefpack.shades.raster import raster

GREY = 8
"""How far (of 255) the channels of a pixel may lie apart and it still counts as grey: the greys of
process black and of a compressed photograph do, by up to 5."""

TINT = 64
"""How far they lie apart in a dark blue or a pale grey-blue, for which black would do as well."""

DPI = 72
"""At this size, without smoothing, a hairline still paints whole pixels in its full colour."""


def chroma(pdf: bytes) -> list[int]:
    """How far the channels lie apart (of 255) in the strongest colour of each page, as trimmed."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_chroma(_seen(page)) for page in document]


def coloured(strengths: Sequence[int]) -> list[int]:
    """The pages, from 1, that carry any colour, by the chroma of each."""
    return [number for number, found in enumerate(strengths, 1) if found > GREY]


def tinted(strengths: Sequence[int]) -> list[int]:
    """Those of the coloured pages that black would do for as well."""
    return [number for number in coloured(strengths) if strengths[number - 1] <= TINT]


def _seen(page: pypdfium2.PdfPage) -> Image.Image:
    page.set_cropbox(*page.get_trimbox())
    return raster(page, DPI)


def _chroma(picture: Image.Image) -> int:
    """The widest difference of two channels in any pixel."""
    red, green, blue = picture.split()
    lightest = ImageChops.lighter(red, ImageChops.lighter(green, blue))
    darkest = ImageChops.darker(red, ImageChops.darker(green, blue))
    (_, widest) = ImageChops.subtract(lightest, darkest).getextrema()
    return int(widest)  # type: ignore[arg-type]  # of one channel, Pillow gives one pair
