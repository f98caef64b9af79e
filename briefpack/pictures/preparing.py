"""Makes pictures ready for print: no more pixels than print shows, in colours that it has."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefpack import cache
from briefpack.pictures.picture import Picture
from briefpack.pictures.sizing import Size, pixels_at
from briefpack.pictures.survey import maker

if TYPE_CHECKING:
    from PIL.Image import Image

FINE = 300
"""Dots per inch at the printed size: what has more is brought down to it, for mail's sake."""

FINEST = 400
"""Dots per inch of a page of a PDF, since small letters stand in it."""

QUALITY = 90
_HEAVY = 500_000  # bytes: a PNG picture of less is never turned into a JPEG one


def prepare(picture: Picture, size: Size) -> tuple[Path, str]:
    """The file of a picture of pixels or a page as it is to be printed at that size.

    With it, the name by which the pages ask for it: the same everywhere for the same bytes. It is
    made once and kept. The same picture at the same size gives the same bytes. Raises `Unfit`,
    though not for a picture that was surveyed and has not changed since.
    """
    width = pixels_at(size.width, FINEST if picture.kind == "page" else FINE)
    key = f"print {picture.digest} {picture.number} {width} {maker(picture.kind)}"
    path = cache.fetch("pictures", key, ".print", lambda: _MAKE[picture.kind](picture, width))
    with path.open("rb") as file:
        ending = ".jpg" if file.read(2) == b"\xff\xd8" else ".png"
    return path, f"pictures/{path.stem.rpartition('-')[2]}{ending}"


def _page(picture: Picture, width: int) -> bytes:
    from briefpack.pictures import colour, sheets

    sheet = sheets.drawn(picture.path, picture.number, width)
    return _png(sheet.convert("L") if colour.is_grey(sheet) else sheet)


def _pixels(picture: Picture, width: int) -> bytes:
    from briefpack.pictures import colour, jpeg, pixels

    seen, whole = pixels.read(picture.path, 2 * width)
    settled = colour.settled(_reduced(colour.smooth(seen), width))
    if seen.format == "PNG":
        return _light(settled)
    as_it_is = jpeg.bare(picture.path.read_bytes()) if whole and settled is seen else None
    return as_it_is or _jpeg(settled)


_MAKE: dict[str, Callable[[Picture, int], bytes]] = {"page": _page, "pixels": _pixels}


def _light(picture: "Image") -> bytes:
    """A picture that nothing was lost of: as it is, unless it is a photograph and heavy."""
    from briefpack.pictures import colour

    lossless = _png(picture)
    if len(lossless) < _HEAVY or not colour.is_photograph(picture):
        return lossless
    return min(lossless, _jpeg(picture), key=len)


def _reduced(picture: "Image", width: int) -> "Image":
    """At most `width` pixels wide."""
    if picture.width <= width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), reducing_gap=3.0)


def _png(picture: "Image") -> bytes:
    return _written(picture, "PNG", optimize=True)


def _jpeg(picture: "Image") -> bytes:
    # Not optimised: Pillow 13 then fails on pictures that come to more bytes than it reckons with.
    return _written(picture, "JPEG", quality=QUALITY, subsampling=0)


def _written(picture: "Image", kind: str, **options: Any) -> bytes:
    """The pixels and nothing else: Pillow would write the profile and the comment of the source."""
    picture.info.clear()
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()
