"""ICC profiles: colours and pictures of a profile as sRGB."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

from PIL import Image, ImageCms

from briefpack.finishing.recolour.inks import RGB, clipped

MODES = {"GRAY": "L", "RGB": "RGB", "CMYK": "CMYK"}
"""The kinds of profile that are followed -> Pillow's mode of a picture."""


class Profile(NamedTuple):
    """What a profile does: to a colour, given by numbers from 0 to 1, and to a picture."""

    rgb: Callable[[Sequence[float]], RGB]
    picture: Callable[[Image.Image], Image.Image]


def profile(stream: Any) -> Profile | None:
    """The profile in the stream of an ICCBased space; nothing where it is sRGB or not understood.

    Then the space is that of a device with as many colours (ISO 32000-1, 8.6.5.5).
    """
    return _profile(stream.read_bytes())


@cache
def _profile(data: bytes) -> Profile | None:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(data))
        mode = MODES.get(source.profile.xcolor_space.strip())
        if mode is None or "sRGB" in ImageCms.getProfileDescription(source):
            return None
        way = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError):
        return None

    def rgb(values: Sequence[float]) -> RGB:
        pixel = Image.frombytes(mode, (1, 1), bytes(round(clipped(v) * 255) for v in values))
        red, green, blue = (part / 255 for part in way.apply(pixel).tobytes())
        return red, green, blue

    return Profile(rgb, way.apply)
