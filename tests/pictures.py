"""Draw the README's pictures from the flagship. Run by `make pictures`."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import chdir, suppress
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageOps

import briefpack
from briefpack import reporting
from briefpack.edition import EDITIONS
from briefpack.problem import Refused
from briefpack.reporting import Report

BRIEF = Path("content/us-china-civil-space")
FOLDER = Path("layouts/policy/preview")
EDGE = 1  # pixels of frame round a page
GROUND = "#8a94a0"
COLOURS = 256
TOUCHING = -EDGE  # gap between facing pages, whose frames fall together


class Picture(NamedTuple):
    """What a picture shows: pages (from 1) of a file side by side, so many dots per inch."""

    file: str
    pages: Sequence[int]
    dpi: float
    gap: int = 12
    colours: int = COLOURS


PICTURES = {
    "spread": Picture("screen.pdf", (4, 5), 96, TOUCHING),
    "pages": Picture("screen.pdf", (1, 3, 8, 9, 10), 44),
    "edition-screen": Picture("screen.pdf", (4, 5), 24, TOUCHING, 64),
    "edition-office": Picture("office.pdf", (4, 5), 24, TOUCHING, 64),
    "edition-booklet": Picture("booklet.pdf", (1, 2), 24, colours=64),
    "edition-full-booklet": Picture("full-booklet.pdf", (1, 2), 17, colours=64),
    "edition-handout": Picture("handout.pdf", (1, 3), 24, colours=64),
    "edition-press": Picture("press.pdf", (1, 3), 24, colours=64),
    "edition-large": Picture("large.pdf", (3, 12), 24, colours=64),
    "edition-mono": Picture("mono.pdf", (1, 8), 24, colours=64),
    "ticket": Picture("press-ticket.pdf", (1,), 60, colours=32),
    "copy": Picture("copy.pdf", (3, 12), 44, colours=64),
}
RECIPIENTS = "name,note\nReading room,\nCabinet Secretariat,reading copy\nCommittee clerk,\n"


def page(pdf: pypdfium2.PdfDocument, number: int, dpi: float) -> Image.Image:
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


def draw(name: str, picture: Picture, folder: Path) -> None:
    """Draw one picture from what stands in the folder."""
    with pypdfium2.PdfDocument(folder / picture.file) as pdf:
        pages = [page(pdf, number, picture.dpi) for number in picture.pages]
    sheet = beside(pages, picture.gap).quantize(picture.colours, dither=Image.Dither.NONE)
    sheet.save(FOLDER / f"{name}.png", optimize=True)
    print(FOLDER / f"{name}.png")


def copy(folder: Path) -> None:
    """Make numbered copies of the flagship, and keep the second."""
    (folder / "recipients.csv").write_text(RECIPIENTS, "utf-8")
    made = briefpack.copies(
        BRIEF, to=folder / "recipients.csv", into=folder / "copies", watermark="DRAFT"
    )
    (folder / "copies" / made.entries[1].file).rename(folder / "copy.pdf")


DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 124" font-family="Fira Sans" font-size="9">
<rect x="70" y="6" width="256" height="26" fill="#a8501f"/>
<rect x="70" y="40" width="130" height="26" fill="#5f6b00"/>
<rect x="70" y="74" width="79" height="26" fill="#e3d5b8"/>
<text x="2" y="22">United States</text>
<text x="2" y="56">China</text>
<text x="2" y="90">All others</text>
<text x="78" y="22" fill="#fff">181 launches</text>
<text x="78" y="56" fill="#a3ad4e">92 launches</text>
<text x="157" y="90">56 launches</text>
<text x="70" y="116" font-size="5">As counted on 31 December 2025, suborbital flights apart</text>
</svg>
"""
FIGURE = """\
:::{figure} figures/drawing.svg
:alt: Launches in 2025. United States 181, China 92, all others 56.
:width: 110 mm

Launches in 2025, by country
:::

"""
"""A drawing as somebody sends it the evening before: small, pale, red and green."""


def report(folder: Path) -> None:
    """Build a flagship with that drawing in it, and show what is said of its pages.

    The page of the report is drawn by Chromium; where that is not installed, the picture stays.
    """
    chromium = shutil.which("chromium")
    if chromium is None:
        print("chromium is not installed: the picture of the report stays as it is")
        return
    brief, page, shot = folder / BRIEF, folder / "report.html", folder / "report.png"
    shutil.copytree(BRIEF, brief)
    (brief / "figures").mkdir(exist_ok=True)
    (brief / "figures" / "drawing.svg").write_text(DRAWING, "utf-8")
    text = (brief / "argument.md").read_text("utf-8")
    (brief / "argument.md").write_text(text.replace("\n## ", f"\n{FIGURE}## ", 1), "utf-8")
    reports: list[Report] = []
    with chdir(folder), suppress(Refused):
        briefpack.build(BRIEF, reported=reports.append)
    reporting.filed(reports, [page])
    command = [
        chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--hide-scrollbars", "--window-size=1280,1490", f"--screenshot={shot}", page.as_uri(),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    sheet = Image.open(shot).convert("RGB").resize((760, 885), Image.Resampling.LANCZOS)
    sheet.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        FOLDER / "report.png", optimize=True
    )
    print(FOLDER / "report.png")


def main() -> None:
    """Build every edition of the flagship and draw every picture of the table."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        briefpack.deliver(BRIEF, {name: Path(made, f"{name}.pdf") for name in EDITIONS})
        copy(Path(made))
        report(Path(made))
        for name, picture in PICTURES.items():
            draw(name, picture, Path(made))


if __name__ == "__main__":
    main()
