"""Inks of the mono edition: greys for the proof, and marks that tell text from everything else."""

from PIL import Image

from briefpack.finishing.mono.contrast import RGB8
from briefpack.finishing.recolour import RGB, Role
from briefpack.finishing.recolour.inks import LUMA, luma

TEXT, PICTURE, AREA = 0.0, 0.5, 1.0
"""The marks of what is painted."""


class Greys:
    """What a mono printer makes of colours: 0.3 red + 0.59 green + 0.11 blue, none of it linear.

    That is how ISO 32000-1 (10.3.2), and PostScript before it, have a device with one ink see
    DeviceRGB, and what printers' drivers do or nearly do. It is not the grey of the same luminance:
    that would keep every contrast as it is, and hide what paper will show.
    """

    def colour(self, rgb: RGB, role: Role) -> tuple[float, ...]:  # noqa: ARG002
        return (luma(rgb),)

    def picture(self, image: Image.Image) -> Image.Image:
        return image.convert("L", (*LUMA, 0))


class Marks:
    """What each place of a page is: text, a picture, or an area; `met` are the colours met."""

    def __init__(self) -> None:
        self.met: set[RGB8] = set()

    def colour(self, rgb: RGB, role: Role) -> tuple[float, ...]:
        red, green, blue = (round(255 * part) for part in rgb)
        self.met.add((red, green, blue))
        return (TEXT if role == "text" else AREA,)

    def picture(self, image: Image.Image) -> Image.Image:
        return Image.new("L", image.size, round(255 * PICTURE))
