"""Burning in: a page's picture with its findings framed and numbered, to be opened alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from briefpack.paper import Box
from briefpack.problem import Severity
from briefpack.reporting.report import Entry, Leaf

MARK = b"tEXtSoftware\0briefpack preflight"
"""How a picture says that it is ours (PNG, 11.3.3.2): nothing else is ever written over."""

COLOURS = {Severity.ERROR: "#b9371f", Severity.WARNING: "#8f5a00", Severity.WAIVED: "#55626f"}
LETTERS = 17  # pixels
AIR = 4  # pixels between a finding and its frame


def burnt(leaf: Leaf, entries: Iterable[Entry]) -> bytes:
    """The picture as PNG, with what was found on that page; not what was waived."""
    from PIL import Image, ImageDraw, PngImagePlugin

    image = Image.open(BytesIO(leaf.png)).convert("RGB")
    pen = ImageDraw.Draw(image)
    taken: list[Box] = []
    for entry in entries:
        if entry.page == leaf.page and entry.problem.severity is not Severity.WAIVED:
            taken.append(_frame(pen, leaf, entry, taken))
    words = PngImagePlugin.PngInfo()
    words.add_text("Software", MARK.rpartition(b"\0")[2].decode("ascii"))
    file = BytesIO()
    image.save(file, "PNG", pnginfo=words)
    return file.getvalue()


def _frame(pen: Any, leaf: Leaf, entry: Entry, taken: Sequence[Box]) -> Box:
    """Draw the frame and its number; where the number stands."""
    colour = COLOURS[entry.problem.severity]
    left, top, right, bottom = frame(leaf, entry)
    if right > left and bottom > top:
        pen.rectangle((left, top, right, bottom), outline=colour, width=3)
    label = _spared(_label(pen, str(entry.number), left, top), taken, leaf)
    pen.rounded_rectangle(label, radius=LETTERS // 2, fill=colour, outline="white", width=2)
    middle = (label[0] + label[2]) / 2, (label[1] + label[3]) / 2
    pen.text(middle, str(entry.number), fill="white", font_size=LETTERS, anchor="mm")
    return label


def frame(leaf: Leaf, entry: Entry) -> Box:
    """Around what was found, in pixels of the picture; around the page where that is all of it."""
    edge = AIR / 2
    place = leaf.places.get(entry.problem.spot.box)
    if place is None:
        return edge, edge, leaf.width - 1 - edge, leaf.height - 1 - edge
    left, top, right, bottom = place
    return (
        max(left - AIR, edge),
        max(top - AIR, edge),
        min(right + AIR, leaf.width - 1 - edge),
        min(bottom + AIR, leaf.height - 1 - edge),
    )


def _label(pen: Any, words: str, left: float, top: float) -> Box:
    """Where the number would stand: on the frame's upper left corner."""
    width = max(pen.textlength(words, font_size=LETTERS) + 12, LETTERS + 8)
    height = LETTERS + 8
    left, top = max(left - height / 2, 0), max(top - height / 2, 0)
    return left, top, left + width, top + height


def _spared(label: Box, taken: Sequence[Box], leaf: Leaf) -> Box:
    """Moved to the right, and then down, until no other number is covered."""
    width, height = label[2] - label[0], label[3] - label[1]
    while any(_meet(label, other) for other in taken):
        left, top = label[0] + width, label[1]
        if left + width > leaf.width:
            left, top = 0.0, top + height
        if top + height > leaf.height:
            break
        label = (left, top, left + width, top + height)
    return label


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
