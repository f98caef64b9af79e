"""A content stream on its way: what each operator makes of the state, and what it paints.

(ISO 32000-1, 8 and 9.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import pikepdf

from briefpack.paper import Box
from briefpack.preflight.sheet.geometry import (
    EVERYWHERE,
    IDENTITY,
    UNIT,
    Matrix,
    bounds,
    common,
    grown,
    matrix,
    moved,
    product,
    scale,
)
from briefpack.preflight.sheet.painted import INITIAL, Colour, Painted, inks_of, named
from briefpack.preflight.sheet.state import TEXT_MODES, State

if TYPE_CHECKING:
    from briefpack.preflight.sheet.walk import Reader

Which = Literal["fill", "stroke"]
Operands = Sequence[Any]


class Stream:
    """One content stream on its way: the state, the saved states, the path and the text so far."""

    def __init__(self, reader: Reader, resources: Any, state: State, form: int, depth: int) -> None:
        self.reader = reader
        self.resources = resources
        self.state = state
        self.form = form
        self.depth = depth
        self.saved: list[State] = []
        self.points: list[tuple[float, float]] = []
        self.rectangular = True
        self.clips = False
        self.line: Matrix = IDENTITY

    def follow(self, instructions: Sequence[Any], operators: Mapping[str, Obedience]) -> None:
        """Obey each operator that matters here."""
        for instruction in instructions:
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self._picture(instruction.iimage)
                continue
            obey = operators.get(str(instruction.operator))
            if obey:
                obey(self, instruction.operands)

    # Paths

    def point(self, numbers: Operands) -> None:
        """Points of the path; those that steer a curve hold it in."""
        values = [float(number) for number in numbers]
        self.points += [
            moved(self.state.matrix, *pair) for pair in zip(values[::2], values[1::2], strict=True)
        ]
        self.rectangular = False

    def rectangle(self, numbers: Operands) -> None:
        x, y, width, height = (float(number) for number in numbers)
        corners = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
        self.rectangular = self.rectangular or not self.points
        self.points += [moved(self.state.matrix, *corner) for corner in corners]

    def paint(self, kinds: str) -> None:
        """End the path, painted in these ways, and clip with it where that was said."""
        box = bounds(self.points)
        for kind in kinds.split():
            if box:
                width = self.state.width * scale(self.state.matrix) if kind == "stroke" else 0.0
                colour = self.state.stroke if kind == "stroke" else self.state.fill
                self._found(kind, colour, grown(box, width / 2), width=width)
        if self.clips and box:
            self.state = replace(self.state, clip=common(self.state.clip, box) or (0, 0, 0, 0))
        self.points, self.rectangular, self.clips = [], True, False

    def clip(self, _: Operands) -> None:
        self.clips = True

    # Colours

    def colour(self, which: Which, space: str, numbers: Operands) -> None:
        self._set(which, Colour(space, tuple(float(number) for number in numbers)))

    def space(self, which: Which, operands: Operands) -> None:
        known = self._resource("/ColorSpace", operands[0])
        name = named(operands[0] if known is None else known)
        self._set(which, Colour(name, INITIAL.get(name, ())))

    def components(self, which: Which, operands: Operands) -> None:
        """A colour in the space that was chosen, or a pattern."""
        if operands and isinstance(operands[-1], pikepdf.Name):
            self._pattern(which, operands[-1])
            return
        space = (self.state.fill if which == "fill" else self.state.stroke).space
        self.colour(which, space, operands)

    def _set(self, which: Which, colour: Colour) -> None:
        if which == "fill":
            self.state = replace(self.state, fill=colour)
        else:
            self.state = replace(self.state, stroke=colour)

    def _pattern(self, which: Which, name: Any) -> None:
        """A tiling paints on its own behalf; of a shading the colours count."""
        self._set(which, Colour("Pattern"))
        pattern = self._resource("/Pattern", name)
        key = (which, hash(pattern.objgen) if pattern is not None else 0)
        if pattern is None or key in self.reader.patterns:
            return
        self.reader.patterns.add(key)
        if int(pattern.PatternType) == 2:
            self._shading(pattern.Shading)
        else:
            self._tile(pattern)

    def _tile(self, pattern: Any) -> None:
        """Where its tiles come to lie is not followed: anywhere."""
        before, self.reader.tiles = self.reader.tiles, True
        state = State(matrix=matrix(pattern.get("/Matrix", IDENTITY)))
        inner = pattern.get("/Resources", self.resources)
        self.reader.read(pattern, inner, state, hash(pattern.objgen), self.depth + 1)
        self.reader.tiles = before

    def _shading(self, shading: Any) -> None:
        space = named(shading.ColorSpace)
        for ink in inks_of(shading.get("/Function")) or [()]:
            self._found("shading", Colour(space, ink), EVERYWHERE)

    def shade(self, operands: Operands) -> None:
        shading = self._resource("/Shading", operands[0])
        if shading is not None:
            self._shading(shading)

    # State

    def save(self, _: Operands) -> None:
        self.saved.append(self.state)

    def restore(self, _: Operands) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def transform(self, numbers: Operands) -> None:
        self.state = replace(self.state, matrix=product(matrix(numbers), self.state.matrix))

    def line_width(self, numbers: Operands) -> None:
        self.state = replace(self.state, width=float(numbers[0]))

    def settings(self, operands: Operands) -> None:
        """An ExtGState: its line width, and its soft mask, which is a form of its own."""
        known = self._resource("/ExtGState", operands[0])
        if known is None:
            return
        if "/LW" in known:
            self.line_width([known.LW])
        mask = known.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and "/G" in mask:
            before, self.reader.masks = self.reader.masks, True
            self._form(mask.G)
            self.reader.masks = before

    # Text

    def begin_text(self, _: Operands) -> None:
        self.line = IDENTITY

    def font(self, operands: Operands) -> None:
        known = self._resource("/Font", operands[0])
        self.state = replace(self.state, size=float(operands[1]), font=known)

    def rendering(self, operands: Operands) -> None:
        self.state = replace(self.state, mode=int(operands[0]))

    def place_text(self, numbers: Operands) -> None:
        self.line = matrix(numbers)

    def move_text(self, numbers: Operands) -> None:
        self.line = product((1, 0, 0, 1, float(numbers[0]), float(numbers[1])), self.line)

    def show(self, operands: Operands) -> None:
        """Letters: of where they stand, the first one's place is known."""
        codes = tuple(_codes(operands))
        whole = product(self.line, self.state.matrix)
        box = bounds([moved(whole, 0, 0), moved(whole, 0, self.state.size)])
        for kind in TEXT_MODES.get(self.state.mode, ()):
            colour = self.state.fill if kind == "fill" else self.state.stroke
            self._found("text", colour, box or EVERYWHERE, font=self.state.font, codes=codes)

    # Forms and pictures

    def place(self, operands: Operands) -> None:
        known = self._resource("/XObject", operands[0])
        if known is None:
            return
        if known.get("/Subtype") == "/Image":
            self._picture(pikepdf.PdfImage(known))
        else:
            self._form(known)

    def _form(self, form: Any) -> None:
        inside = product(matrix(form.get("/Matrix", IDENTITY)), self.state.matrix)
        state = replace(self.state, matrix=inside)
        inner = form.get("/Resources", self.resources)
        self.reader.read(form, inner, state, hash(form.objgen), self.depth + 1)

    def _picture(self, picture: Any) -> None:
        box = bounds([moved(self.state.matrix, *corner) for corner in UNIT])
        a, b, c, d, *_ = self.state.matrix
        space = named(picture.obj.get("/ColorSpace"))
        self._found(
            "image",
            self.state.fill if picture.image_mask else Colour(space),
            box or EVERYWHERE,
            image=picture,
            pixels=(picture.width, picture.height),
            size=((a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5),
        )

    def _found(self, kind: str, colour: Colour, box: Box, **more: Any) -> None:
        visible = EVERYWHERE if self.reader.tiles else common(box, self.state.clip)
        if visible:
            flat = kind == "image" or (kind == "fill" and self.rectangular)
            rectangular = flat and not self.reader.tiles
            self.reader.found.append(
                Painted(
                    self.reader.page, kind, colour, visible, self.form,
                    rectangular=rectangular, masks=self.reader.masks, **more,
                )
            )  # fmt: skip

    def _resource(self, kind: str, name: Any) -> Any:
        return (self.resources or {}).get(kind, {}).get(name)


def _codes(operands: Operands) -> Iterator[bytes]:
    """The strings of what is shown, also those within a list with spaces between."""
    for operand in operands:
        if isinstance(operand, pikepdf.String):
            yield bytes(operand)
        elif isinstance(operand, pikepdf.Array):
            yield from (bytes(piece) for piece in operand if isinstance(piece, pikepdf.String))


Obedience = Callable[[Stream, Operands], object]
"""What an operator does to the stream that it stands in."""
