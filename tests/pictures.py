"""Draw the README's pictures from the flagship. Run by `make pictures`."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

import briefpack

BRIEF = Path("content/us-china-civil-space")
FOLDER = Path("layouts/policy/preview")
PICTURES: dict[str, tuple[int, Sequence[int]]] = {
    # name: dots per inch, and the pages (from 1) that stand side by side
    "spread": (96, (4, 5)),
    "pages": (44, (1, 3, 8, 9, 10)),
}
EDGE = 1  # pixels of frame round a page
GROUND = "#8a94a0"
COLOURS = 256


def page(pdf: pypdfium2.PdfDocument, number: int, dpi: int) -> Image.Image:
    """One page in a fine frame."""
    picture: Image.Image = pdf[number - 1].render(scale=dpi / 72).to_pil()
    return ImageOps.expand(picture, EDGE, GROUND)


def beside(pictures: Sequence[Image.Image], gap: int) -> Image.Image:
    """Pictures of one height side by side on white."""
    width = sum(picture.width for picture in pictures) + gap * (len(pictures) - 1)
    sheet = Image.new("RGB", (width, pictures[0].height), "white")
    left = 0
    for picture in pictures:
        sheet.paste(picture, (left, 0))
        left += picture.width + gap
    return sheet


def main() -> None:
    """Build the flagship and draw every picture of the table."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        built = briefpack.build(BRIEF, to=Path(folder) / "flagship.pdf")
        with pypdfium2.PdfDocument(built.path) as pdf:
            for name, (dpi, numbers) in PICTURES.items():
                gap = -EDGE if name == "spread" else 12
                sheet = beside([page(pdf, number, dpi) for number in numbers], gap)
                file = FOLDER / f"{name}.png"
                sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
                print(file)


if __name__ == "__main__":
    main()
