"""Pictures: images of a PDF, in ink, with their masks and opacity kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial, reduce
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Name
from PIL import Image, ImageChops, ImageFilter, ImageMath

from briefpack.finishing.recolour import samples, spaces
from briefpack.finishing.recolour.functions import floats, intervals
from briefpack.finishing.recolour.inks import RGB, CannotRecolour, Inkwell
from briefpack.finishing.recolour.samples import Planes
from briefpack.finishing.recolour.spaces import Space

QUALITY = 95
"""Of a photograph that came as a JPEG and is written as one again."""

LATTICE = 33
"""Steps along each side of the cube of colours in which a rare space is measured."""

NATURAL = {"L": "/DeviceGray", "LA": "/DeviceGray", "RGB": "/DeviceRGB", "RGBA": "/DeviceRGB",
           "CMYK": "/DeviceCMYK"}  # fmt: skip
"""The colour space of a picture in JPEG 2000 that names none."""

INKED = {"L": Name.DeviceGray, "CMYK": Name.DeviceCMYK}
GREYS = (0.0, 0.25, 0.5, 0.75, 1.0)


def pictured(document: pikepdf.Pdf, image: Any, resources: Any, inkwell: Inkwell) -> None:
    """Rewrite an image. `CannotRecolour` where it cannot be read."""
    space = _space(image, resources)
    if space.kept or (space is spaces.GREY and _greys_stay(inkwell)):
        return
    compression = samples.filters(image)
    written, most = samples.planes(image, len(space.ranges))
    mask = image.get("/Mask")
    if isinstance(mask, Array):
        image.Mask = _stencil(document, written, [int(limit) for limit in mask])
    if int(image.get("/SMaskInData", 0)):
        image.SMask = _opacity(document, image)
    planes = samples.decoded(written, most, _decode(image, space, most), space.ranges)
    picture = painted(planes, space)
    if "/Matte" in image.get("/SMask", {}):
        picture = _unmatted(document, image, picture, space)
    _write(image, inkwell.inks.picture(picture), samples.DCT in compression)


def painted(planes: Planes, space: Space) -> Image.Image:
    """Planes of a colour space as a picture in RGB."""
    if space.picture:
        return space.picture(_merged(planes))
    if len(planes) == 1:
        colours = [_bytes(space, [value]) for value in range(256)]
        return Image.merge(
            "RGB", [planes[0].point([colour[part] for colour in colours]) for part in range(3)]
        )
    if len(planes) == 3:
        cube = ImageFilter.Color3DLUT.generate(LATTICE, lambda *at: space.rgb(_within(space, at)))
        return _merged(planes).filter(cube)
    colour = partial(_bytes, space)
    known: dict[tuple[int, ...], bytes] = {}
    cells = zip(*(plane.tobytes() for plane in planes), strict=True)
    data = b"".join([known.get(cell) or known.setdefault(cell, colour(cell)) for cell in cells])
    return Image.frombytes("RGB", planes[0].size, data)


def _merged(planes: Planes) -> Image.Image:
    return Image.merge({1: "L", 3: "RGB", 4: "CMYK"}[len(planes)], planes)


def _bytes(space: Space, cell: Sequence[int]) -> bytes:
    rgb = space.rgb(_within(space, [value / 255 for value in cell]))
    return bytes(round(part * 255) for part in rgb)


def _within(space: Space, shares: Sequence[float]) -> list[float]:
    """A colour of the space, each number given as a share of its range."""
    limits = zip(shares, space.ranges, strict=True)
    return [low + share * (high - low) for share, (low, high) in limits]


def _space(image: Any, resources: Any) -> Space:
    if "/ColorSpace" in image:
        return spaces.space(image.ColorSpace, resources)
    if samples.JPX not in samples.filters(image):
        raise CannotRecolour("a picture has no colour space")
    mode = samples.opened(image).mode
    if mode not in NATURAL:
        raise CannotRecolour(f"a picture in JPEG 2000 has the channels {mode}")
    return spaces.DEVICES[NATURAL[mode]]


def _decode(image: Any, space: Space, most: int) -> list[tuple[float, float]]:
    """What the numbers of the picture stand for (ISO 32000-1, table 90)."""
    if "/Decode" in image:
        return intervals(image.Decode)
    return [(0.0, float(most))] if space.indexed else list(space.ranges)


def _greys_stay(inkwell: Inkwell) -> bool:
    """Whether a picture in grey is as it should be."""
    mixed = [inkwell.mixed((grey, grey, grey), "fill") for grey in GREYS]
    return mixed == [(grey,) for grey in GREYS]


def _stencil(document: pikepdf.Pdf, written: Planes, limits: Sequence[int]) -> pikepdf.Stream:
    """The mask that hides what a range of colours hid (ISO 32000-1, 8.9.6.4)."""
    hidden = [
        plane.point([255 * (low <= value <= high) for value in range(256)])
        for plane, low, high in zip(written, limits[::2], limits[1::2], strict=True)
    ]
    stencil = reduce(ImageChops.darker, hidden).convert("1", dither=Image.Dither.NONE)
    return _image(document, stencil, ImageMask=True, BitsPerComponent=1)


def _opacity(document: pikepdf.Pdf, image: Any) -> pikepdf.Stream:
    """The opacity that a picture in JPEG 2000 carries within itself, apart."""
    picture = samples.opened(image)
    if "A" not in picture.getbands():
        raise CannotRecolour("a picture in JPEG 2000 says that it has opacity, and has none")
    return _image(document, picture.getchannel("A"), ColorSpace=Name.DeviceGray, BitsPerComponent=8)


def _image(document: pikepdf.Pdf, picture: Image.Image, **entries: Any) -> pikepdf.Stream:
    width, height = picture.size
    image = pikepdf.Stream(document, picture.tobytes(), Width=width, Height=height, **entries)
    image.Type, image.Subtype = Name.XObject, Name.Image
    return image


def _unmatted(document: pikepdf.Pdf, image: Any, picture: Image.Image, space: Space) -> Image.Image:
    """The picture before it was blended with a matte, and a soft mask that does not speak of it.

    c = m + (c' - m) / opacity (ISO 32000-1, 11.6.5.3)
    """
    ground: RGB = space.rgb(floats(image.SMask.Matte))
    bare = image.SMask.copy()
    del bare["/Matte"]
    image.SMask = document.make_indirect(bare)
    mask = painted(samples.decoded(*samples.planes(bare, 1), [(0, 1)], [(0, 1)]), spaces.GREY)
    if mask.size != picture.size:
        raise CannotRecolour("a picture and its soft mask with a matte differ in size")
    parts = zip(picture.split(), ground, strict=True)
    opacity = mask.getchannel(0)
    return Image.merge("RGB", [_apart(part, round(255 * matte), opacity) for part, matte in parts])


def _apart(part: Image.Image, matte: int, opacity: Image.Image) -> Image.Image:
    def blend(ways: dict[str, Any]) -> Any:
        share = ways["max"](ways["opacity"], 1)
        value = matte + (ways["part"] - matte) * 255 / share
        return ways["convert"](ways["min"](ways["max"](value, 0), 255), "L")

    blended: Image.Image = ImageMath.lambda_eval(blend, part=part, opacity=opacity)
    return blended


def _write(image: Any, picture: Image.Image, photograph: bool) -> None:
    """The picture in place of what the image was; JPEGs of four inks are written upside down."""
    for key in ("/Decode", "/DecodeParms", "/SMaskInData", "/Alternates"):
        if key in image:
            del image[key]
    if photograph:
        file = BytesIO()
        picture.save(file, "JPEG", quality=QUALITY, subsampling=0)
        image.write(file.getvalue(), filter=Name.DCTDecode)
        if picture.mode == "CMYK":
            image.Decode = Array([1, 0] * 4)
    else:
        image.write(picture.tobytes())
    image.ColorSpace, image.BitsPerComponent = INKED[picture.mode], 8
