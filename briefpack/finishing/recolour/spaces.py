"""Colour spaces: what the numbers of a colour mean, as sRGB (ISO 32000-1, 8.6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pikepdf import Array, Name, Stream
from PIL import Image, ImageChops

from briefpack.finishing.recolour import light
from briefpack.finishing.recolour.functions import Interval, floats, function, intervals
from briefpack.finishing.recolour.icc import profile
from briefpack.finishing.recolour.inks import RGB, CannotRecolour, clipped

UNIT: Interval = (0.0, 1.0)


@dataclass(frozen=True)
class Space:
    """A colour space: `ranges` are what each number may be, `initial` is its first colour.

    `picture` turns a picture of the mode that has as many channels into RGB, where that goes at
    once. A `pattern` has no colours, or those of its `base`. What is `kept` stays as it is:
    Separation and DeviceN of All and None.
    """

    rgb: Callable[[Sequence[float]], RGB]
    ranges: Sequence[Interval]
    initial: Sequence[float]
    picture: Callable[[Image.Image], Image.Image] | None = None
    pattern: bool = False
    base: Space | None = None
    kept: bool = False
    indexed: bool = False


def space(source: Any, resources: Any) -> Space:
    """The space of that name or array; `resources` hold names and the defaults of devices."""
    if isinstance(source, Name):
        return _named(str(source), resources)
    if isinstance(source, Array) and len(source):
        kind = str(source[0])
        if kind in _FAMILIES:
            return _FAMILIES[kind](source, resources)
        if len(source) == 1:
            return _named(kind, resources)
        raise CannotRecolour(f"the colour space {kind} is not known")
    raise CannotRecolour(f"this is not a colour space: {source!r}")


def _named(name: str, resources: Any) -> Space:
    spaces = resources.get("/ColorSpace", {}) if resources is not None else {}
    name = _SHORT.get(name, name)
    if name in DEVICES:
        default = spaces.get(name.replace("/Device", "/Default"))
        return DEVICES[name] if default is None else space(default, None)
    if name == "/Pattern":
        return PATTERN
    if name not in spaces:
        raise CannotRecolour(f"the colour space {name} is not among the page's resources")
    found = spaces[name]
    # A name may stand for a device's space, and for nothing else.
    return _named(str(found), None) if isinstance(found, Name) else space(found, resources)


def _grey(values: Sequence[float]) -> RGB:
    return (clipped(values[0]),) * 3


def _rgb(values: Sequence[float]) -> RGB:
    red, green, blue = (clipped(value) for value in values)
    return red, green, blue


def _cmyk(values: Sequence[float]) -> RGB:
    """As a device without a profile would (ISO 32000-1, 10.3.5)."""
    cyan, magenta, yellow, black = values
    return _rgb([1 - min(1.0, ink + black) for ink in (cyan, magenta, yellow)])


def _nothing(_: Sequence[float]) -> RGB:
    raise CannotRecolour("a pattern without a colour space of its own is given a colour")


def _calibrated_grey(source: Any, _: Any) -> Space:
    white, gamma = floats(source[1].WhitePoint), float(source[1].get("/Gamma", 1))
    return Space(
        lambda values: light.srgb([part * clipped(values[0]) ** gamma for part in white], white),
        [UNIT],
        [0.0],
    )


def _calibrated_rgb(source: Any, _: Any) -> Space:
    white, gamma = floats(source[1].WhitePoint), floats(source[1].get("/Gamma", [1, 1, 1]))
    matrix = floats(source[1].get("/Matrix", [1, 0, 0, 0, 1, 0, 0, 0, 1]))
    rows = [matrix[row::3] for row in range(3)]

    def rgb(values: Sequence[float]) -> RGB:
        lights = [clipped(value) ** power for value, power in zip(values, gamma, strict=True)]
        return light.srgb(light.product(rows, lights), white)

    return Space(rgb, [UNIT] * 3, [0.0] * 3)


def _lab(source: Any, _: Any) -> Space:
    white = floats(source[1].WhitePoint)
    ranges = intervals(source[1].get("/Range", Array([-100, 100, -100, 100])))
    first = [0.0, *(min(max(0.0, low), high) for low, high in ranges)]
    return Space(lambda v: light.srgb(light.lab(v, white), white), [(0.0, 100.0), *ranges], first)


def _by_profile(source: Any, _: Any) -> Space:
    """A profile that says sRGB, or that nothing can be made of, is its device's own space."""
    stream = source[1]
    plain = _PLAIN[int(stream.N)]
    found = profile(stream)
    return plain if found is None else replace(plain, rgb=found.rgb, picture=found.picture)


def _indexed(source: Any, resources: Any) -> Space:
    base, table = space(source[1], resources), source[3]
    data = table.read_bytes() if isinstance(table, Stream) else bytes(table)
    width = len(base.ranges)
    colours = []
    for start in range(0, len(data) - width + 1, width):
        entry = zip(data[start : start + width], base.ranges, strict=True)
        colours.append(base.rgb([low + byte / 255 * (high - low) for byte, (low, high) in entry]))
    if not colours:
        raise CannotRecolour("a colour space of indexed colours has none")
    last = min(int(source[2]), len(colours) - 1)
    return Space(
        lambda values: colours[min(max(round(values[0]), 0), last)],
        [(0.0, 255.0)],
        [0.0],
        indexed=True,
    )


def _spot(source: Any, resources: Any) -> Space:
    """Separation and DeviceN: by way of their alternates, but for what no ink is meant by."""
    names = source[1].as_list() if isinstance(source[1], Array) else [source[1]]
    alternate, tint = space(source[2], resources), function(source[3])
    return Space(
        lambda values: alternate.rgb(tint(values)),
        [UNIT] * len(names),
        [1.0] * len(names),
        kept={str(name) for name in names} <= {"/All", "/None"},
    )


def _pattern(source: Any, resources: Any) -> Space:
    base = space(source[1], resources) if len(source) > 1 else None
    return Space(_nothing, [], [], pattern=True, base=base)


def _separated(picture: Image.Image) -> Image.Image:
    """A picture in CMYK as a device without a profile has it; see `_cmyk`."""
    *colours, black = picture.split()
    return Image.merge("RGB", [ImageChops.invert(ImageChops.add(ink, black)) for ink in colours])


GREY = Space(_grey, [UNIT], [0.0], lambda picture: picture.convert("RGB"))
PATTERN = Space(_nothing, [], [], pattern=True)
DEVICES: Mapping[str, Space] = {
    "/DeviceGray": GREY,
    "/DeviceRGB": Space(_rgb, [UNIT] * 3, [0.0] * 3, lambda picture: picture),
    "/DeviceCMYK": Space(_cmyk, [UNIT] * 4, [0.0, 0.0, 0.0, 1.0], _separated),
}
_PLAIN = {len(one.ranges): one for one in DEVICES.values()}
_SHORT = {"/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK"}
"""What inline images may write."""

_FAMILIES: Mapping[str, Callable[[Any, Any], Space]] = {
    "/CalGray": _calibrated_grey,
    "/CalRGB": _calibrated_rgb,
    "/Lab": _lab,
    "/ICCBased": _by_profile,
    "/Indexed": _indexed,
    "/I": _indexed,
    "/Separation": _spot,
    "/DeviceN": _spot,
    "/Pattern": _pattern,
}
