"""Burning in: a page's picture with its findings framed and numbered, to be opened alone."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from briefpack.problem import Severity
from briefpack.reporting.marking import HEIGHT, Mark, marks
from briefpack.reporting.report import Entry, Leaf

MARK = b"tEXtSoftware\0briefpack preflight"
"""How a picture says that it is ours (PNG, 11.3.3.2): nothing else is ever written over."""

COLOURS = {Severity.ERROR: "#b9371f", Severity.WARNING: "#8f5a00", Severity.WAIVED: "#55626f"}
LETTERS = 17  # pixels
LINE = 3  # pixels
FINE = 4  # times larger discs are drawn than they are shown, so that their edges are smooth


def burnt(leaf: Leaf, entries: Iterable[Entry]) -> bytes:
    """The picture as PNG, with what was found on that page; not what was waived.

    Frames come first: no line crosses a number.
    """
    from PIL import Image, ImageDraw, PngImagePlugin

    image = Image.open(BytesIO(leaf.png)).convert("RGB")
    pen = ImageDraw.Draw(image)
    shown = [one for one in entries if one.problem.severity is not Severity.WAIVED]
    found = marks(leaf, shown)
    for mark in found:
        _frame(pen, mark)
    for mark in found:
        _number(image, mark)
    words = PngImagePlugin.PngInfo()
    words.add_text("Software", MARK.rpartition(b"\0")[2].decode("ascii"))
    file = BytesIO()
    image.save(file, "PNG", pnginfo=words)
    return file.getvalue()


def _frame(pen: Any, mark: Mark) -> None:
    left, top, right, bottom = mark.frame
    if right > left and bottom > top:
        colour = COLOURS[mark.entry.problem.severity]
        pen.rectangle((left, top, right, bottom), outline=colour, width=LINE)


def _number(image: Any, mark: Mark) -> None:
    """Paste the disc with the number, white about its edge, where it belongs."""
    from PIL import Image, ImageDraw

    left, top, right, bottom = map(round, mark.disc)
    size = (right - left) * FINE, (bottom - top) * FINE
    disc = Image.new("RGBA", size)
    pen = ImageDraw.Draw(disc)
    colour = COLOURS[mark.entry.problem.severity]
    edge, round_off = 2 * FINE, HEIGHT * FINE // 2
    whole = (0, 0, size[0] - 1, size[1] - 1)
    pen.rounded_rectangle(whole, radius=round_off, fill=colour, outline="white", width=edge)
    middle = size[0] / 2, size[1] / 2
    number = str(mark.entry.number)
    pen.text(middle, number, fill="white", font_size=LETTERS * FINE, anchor="mm")
    disc = disc.resize((right - left, bottom - top), Image.Resampling.LANCZOS)
    image.paste(disc, (left, top), disc)
