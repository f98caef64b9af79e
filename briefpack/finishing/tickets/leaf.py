"""A leaf: one page that words and rules are written upon, in millimetres from its upper edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from briefpack.finishing import pen
from briefpack.finishing.pen import MM

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LIGHT, HEAVY = 0.4, 1.2  # points


class Style(NamedTuple):
    """How words are set: a face of `pen.FACES`, a size in points, a colour of the leaf's."""

    face: str
    size: float
    colour: str

    def width(self, text: str) -> float:
        """Millimetres that the text takes on one line."""
        return pen.width(self.printable(text), self.face, self.size)

    def printable(self, text: str) -> str:
        """The text as the face can set it: a character that it lacks is written as its number.

        A file may be called anything; the words of a brief are all in the faces (copyedit).
        """
        known = pen.characters(self.face)
        return "".join(c if ord(c) in known else f"<U+{ord(c):04X}>" for c in text)

    def shortened(self, text: str, room: float) -> str:
        """The text, with an ellipsis for what a line of `room` does not hold."""
        return pen.shortened(text, room, self.width)

    def broken(self, text: str, room: float) -> list[str]:
        """The text in lines of at most `room`, broken at spaces, a longer word shortened."""
        found = [""]
        for word in text.split(" "):
            longer = f"{found[-1]} {word}".lstrip()
            if found[-1] and self.width(longer) > room:
                found.append(word)
            else:
                found[-1] = longer
        return [self.shortened(line, room) for line in found]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of that size in millimetres; `left` and `right` below count from the left margin."""

    canvas: Canvas
    wide: float
    height: float
    margin: float
    colours: Mapping[str, str]

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.wide - 2 * self.margin

    def corner(self, top: float) -> tuple[float, float]:
        """Where the right margin meets that line, counted as reportlab does, from below."""
        return self.wide - self.margin, self.height - top

    def write(self, text: str, top: float, style: Style, left: float = 0.0) -> None:
        """Set words on the line at `top`."""
        self.canvas.setFont(style.face, style.size)
        self.canvas.setFillColor(self.colours[style.colour])
        at = (self.margin + left) * MM, (self.height - top) * MM
        self.canvas.drawString(*at, style.printable(text))

    def rule(
        self, top: float, colour: str, weight: float = LIGHT, left: float = 0.0,
        right: float | None = None,
    ) -> None:  # fmt: skip
        """Draw a line from `left` to `right`, else across."""
        end = self.width if right is None else right
        self.canvas.setStrokeColor(self.colours[colour])
        self.canvas.setLineWidth(weight)
        y = (self.height - top) * MM
        self.canvas.line((self.margin + left) * MM, y, (self.margin + end) * MM, y)
