"""Raster: a page as pixels, by which its colours are judged."""

import pypdfium2
from PIL import Image

_ROUGH = {f"no_smooth{what}": True for what in ("text", "image", "path")}


def raster(page: pypdfium2.PdfPage, dpi: float) -> Image.Image:
    """A page in RGB, without smoothing, so that nearly all pixels are of a colour that it has."""
    picture: Image.Image = page.render(scale=dpi / 72, **_ROUGH).to_pil()
    return picture.convert("RGB")
