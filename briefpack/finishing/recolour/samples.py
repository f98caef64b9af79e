"""Samples: the numbers of which a PDF's picture is made, as planes of Pillow."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, StreamDecodeLevel
from PIL import Image

from briefpack.finishing.recolour.functions import Interval
from briefpack.finishing.recolour.inks import CannotRecolour

Planes = list[Image.Image]

FAX = {"/CCITTFaxDecode", "/JBIG2Decode"}
"""What only black and white is written with."""

JPX = "/JPXDecode"
DCT = "/DCTDecode"


def filters(stream: Any) -> list[str]:
    """How a stream is compressed, outermost first."""
    found = stream.get("/Filter", Array())
    return [str(name) for name in (found.as_list() if isinstance(found, Array) else [found])]


def size(stream: Any) -> tuple[int, int]:
    """Width and height of a picture, in pixels."""
    return int(stream.Width), int(stream.Height)


def opened(stream: Any) -> Image.Image:
    """A picture in JPEG 2000, with its own channels, 8 bits each."""
    picture = Image.open(BytesIO(stream.read_raw_bytes()))
    if picture.mode.startswith("I"):
        return picture.point(lambda value: value / 256).convert("L")
    return picture


def planes(stream: Any, count: int) -> tuple[Planes, int]:
    """A plane for each number of a colour, as it is written, and the most that it may be there.

    Numbers of 16 bits lose the lower 8. `CannotRecolour` where the data cannot be read.
    """
    try:
        if JPX in filters(stream):
            return _split(opened(stream), count), 255
        if FAX & set(filters(stream)):
            picture = pikepdf.PdfImage(_undecoded(stream)).as_pil_image()
            return [picture.convert("L").point(lambda value: value // 255)], 1
        data = stream.read_bytes(StreamDecodeLevel.all)
    except (OSError, pikepdf.PdfError, RuntimeError) as error:
        raise CannotRecolour(f"a picture cannot be read: {error}") from error
    bits = 8 if DCT in filters(stream) else int(stream.get("/BitsPerComponent", 8))
    return _parted(data, size(stream), count, bits)


def _undecoded(stream: Any) -> Any:
    """A copy without `Decode`, which is heeded elsewhere."""
    copy = stream.copy()
    if "/Decode" in copy:
        del copy["/Decode"]
    return copy


def _split(picture: Image.Image, count: int) -> Planes:
    """The first so many channels; what is more than that is opacity."""
    parts = list(picture.split())
    if len(parts) < count:
        raise CannotRecolour(f"a picture has {len(parts)} channels where {count} were expected")
    return parts[:count]


def _parted(data: bytes, size: tuple[int, int], count: int, bits: int) -> tuple[Planes, int]:
    width, height = size
    if bits == 16:
        data, bits = data[::2], 8
    length = (width * count * bits + 7) // 8 * height
    data = data[:length].ljust(length, b"\0")
    if bits < 8:
        rows = Image.frombytes("P", (width * count, height), data, "raw", f"P;{bits}")
        data = rows.tobytes()
    return [Image.frombytes("L", size, data[plane::count]) for plane in range(count)], 2**bits - 1


def decoded(
    written: Planes, most: int, decode: Sequence[Interval], ranges: Sequence[Interval]
) -> Planes:
    """The planes as numbers of a colour space: 0 and 255 are the ends of its ranges."""
    return [
        plane.point([_carried(value, most, *limits) for value in range(256)])
        for plane, *limits in zip(written, decode, ranges, strict=True)
    ]


def _carried(value: int, most: int, decode: Interval, limits: Interval) -> int:
    number = decode[0] + min(value, most) * (decode[1] - decode[0]) / most
    share = (number - limits[0]) / (limits[1] - limits[0])
    return round(min(max(share, 0.0), 1.0) * 255)
