"""Inks of a mono edition's twin: marks that tell text from everything else."""

from PIL import Image

from briefpack.finishing.recolour import RGB, Role
from briefpack.shades.contrast import RGB8

TEXT, PICTURE, AREA = 0.0, 0.5, 1.0
"""The marks of what is painted."""


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
