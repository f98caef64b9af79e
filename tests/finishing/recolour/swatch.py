"""Swatches: small pages of raw PDF operators, recoloured and looked at."""

import io
from collections.abc import Mapping
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image, ImageChops

from briefpack.finishing.recolour import RGB, Role, recolour
from briefpack.finishing.saving import saved
from briefpack.shades.contrast import LUMA, luma

SIDE = 100
"""Points that a page is wide and high."""

SQUARE = "10 10 80 80 re f"


class Grey:
    """Everything in grey."""

    def colour(self, rgb: RGB, role: Role) -> tuple[float, ...]:
        return (luma(rgb),)

    def picture(self, image: Image.Image) -> Image.Image:
        return image.convert("L", (*LUMA, 0))


class Separated:
    """Four inks, and black letters of black alone: what a press does, roughly."""

    def colour(self, rgb: RGB, role: Role) -> tuple[float, ...]:
        if role == "text" and not any(rgb):
            return (0.0,)
        red, green, blue = rgb
        return (1 - red, 1 - green, 1 - blue, 0.0)

    def picture(self, image: Image.Image) -> Image.Image:
        empty = Image.new("L", image.size)
        return Image.merge("CMYK", [*ImageChops.invert(image).split(), empty])


def swatch(operators: str, resources: Mapping[str, Any] | None = None) -> pikepdf.Pdf:
    """A page with those operators; `resources` by kind and name."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(SIDE, SIDE))
    page = document.pages[0]
    page.obj.Resources = document.make_indirect(Dictionary(resources or {}))
    page.obj.Contents = document.make_stream(operators.encode("latin-1"))
    return document


def form(document: pikepdf.Pdf, operators: str, **entries: Any) -> Stream:
    """A form that covers the page."""
    box = Array([0, 0, SIDE, SIDE])
    stream = Stream(document, operators.encode("latin-1"), BBox=box, **entries)
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    return document.make_indirect(stream)


def picture(document: pikepdf.Pdf, data: bytes, size: tuple[int, int], **entries: Any) -> Stream:
    """An image."""
    width, height = size
    stream = Stream(document, data, Width=width, Height=height, **entries)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    return document.make_indirect(stream)


def give(document: pikepdf.Pdf, kind: str, name: str, thing: Any) -> None:
    """Put a thing among the page's resources."""
    resources = document.pages[0].obj.Resources
    if kind not in resources:
        resources[kind] = Dictionary()
    resources[kind][name] = thing


def operators(document: pikepdf.Pdf) -> str:
    """What the first page says."""
    return bytes(document.pages[0].Contents.read_bytes()).decode("latin-1")


def seen(document: pikepdf.Pdf) -> Image.Image:
    """The first page as it is rendered, without smoothing, two pixels a point."""
    with pypdfium2.PdfDocument(io.BytesIO(saved(document))) as pdf:
        rough = {f"no_smooth{what}": True for what in ("text", "image", "path")}
        rendered: Image.Image = pdf[0].render(scale=2, **rough).to_pil()
        return rendered.convert("RGB")


def grey(image: Image.Image) -> Image.Image:
    """A picture without its colours."""
    return Image.merge("RGB", [image.convert("L", (*LUMA, 0))] * 3)


def greyed(document: pikepdf.Pdf) -> tuple[Image.Image, Image.Image]:
    """The page as its colours were, made grey as a picture; and as it is after recolouring."""
    before = seen(document)
    recolour(document, Grey())
    return grey(before), seen(document)


def distance(one: Image.Image, other: Image.Image) -> int:
    """The most that a channel of a pixel differs, of 255."""
    return max(high for _, high in ImageChops.difference(one, other).getextrema())


def has_colour(document: pikepdf.Pdf) -> bool:
    """Whether any pixel of the page is no grey."""
    red, green, blue = seen(document).split()
    return ImageChops.difference(red, green).getbbox() is not None or (
        ImageChops.difference(green, blue).getbbox() is not None
    )


def pixel(document: pikepdf.Pdf, x: float = SIDE / 2, y: float = SIDE / 2) -> tuple[int, ...]:
    """The colour at a place of the page, in points from the lower left corner."""
    found = seen(document).getpixel((round(2 * x), round(2 * (SIDE - y))))
    assert isinstance(found, tuple)
    return found
