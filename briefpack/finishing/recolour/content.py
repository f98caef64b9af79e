"""Content: a stream of operators, its colours set in ink.

A colour is set when something is about to be painted with it, not where it was given: only then is
it known whether letters or areas are to have it, and a colour that nothing uses is not set at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Name, Operator

from briefpack.finishing.recolour import spaces
from briefpack.finishing.recolour.inks import BLACK, RGB, Inkwell, Role
from briefpack.finishing.recolour.spaces import Space

DEVICE_COLOURS = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
"""Operators that choose a space and a colour at once; in capitals, for strokes."""

LETTERS = {"Tj", "TJ", "'", '"'}
BEGINNINGS = {"m", "re"}
"""Where a path begins: until it is painted, no colour may be set (ISO 32000-1, figure 9)."""

FILLS = {"f", "F", "f*"}
STROKES = {"S", "s"}
BOTH = {"B", "B*", "b", "b*"}


@dataclass
class Paint:
    """What fills, or strokes: its space; its colour, if we are to set it; the ink set last."""

    space: Space = spaces.GREY
    rgb: RGB | None = None
    ink: tuple[float, ...] | None = None


@dataclass
class Scene:
    """A stream that is being rewritten, and those who care for what it names.

    `resources` are its own or its caller's; the calls take a name in them.
    """

    inkwell: Inkwell
    resources: Any
    called: Callable[[str], bool]
    """An XObject is painted: rewrites it; whether the current colour paints it."""
    patterned: Callable[[str], None]
    shaded: Callable[[str], None]
    adjusted: Callable[[str], None]
    faced: Callable[[str], None]
    inlined: Callable[[ContentStreamInlineImage], Name]
    """An inline image in colour: made an XObject, by a new name."""
    lettering: bool = False
    """Whether all of it is letters: the glyph of a font."""
    fresh: bool = True
    """Whether it begins with black ink in hand, not with what its caller had."""
    known: dict[str, Space] = field(default_factory=dict)

    def space(self, name: Name) -> Space:
        """The colour space of that name."""
        if str(name) not in self.known:
            self.known[str(name)] = spaces.space(name, self.resources)
        return self.known[str(name)]


def rewritten(stream: Any, scene: Scene) -> bytes:
    """The content of a page or a stream, with each colour in ink."""
    return pikepdf.unparse_content_stream(Hand(scene).copied(pikepdf.parse_content_stream(stream)))


class Hand:
    """Copies instructions, one after the other."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        start = Paint(rgb=BLACK, ink=(0.0,)) if scene.fresh else Paint()
        self.fill, self.stroke = copy(start), copy(start)
        self.saved: list[tuple[Paint, Paint]] = []
        self.lettering = scene.lettering
        self.out: list[Any] = []
        self.path: int | None = None  # where in `out` the path in hand begins

    def copied(self, instructions: Sequence[Any]) -> list[Any]:
        """The instructions, with their colours in ink."""
        for instruction in instructions:
            if isinstance(instruction, ContentStreamInlineImage):
                self.inline(instruction)
                continue
            name = str(instruction.operator)
            act = _ACTS.get(name)
            if act is None or act(self, name, instruction.operands):
                self.out.append(instruction)
        return self.out

    def paint(self, operator: str) -> Paint:
        """Operators in capitals are of strokes."""
        return self.stroke if operator.isupper() else self.fill

    def ready(self, *, fill: bool = True, stroke: bool = True) -> list[ContentStreamInstruction]:
        """What sets the colours in hand, where they are not yet set for what comes next."""
        setting = []
        for paint, wanted in ((self.fill, fill), (self.stroke, stroke)):
            if paint.rgb is None or not wanted:
                continue
            stroking = paint is self.stroke
            ink = self.scene.inkwell.mixed(paint.rgb, self.role(stroking))
            if ink != paint.ink:
                setting.append(self.scene.inkwell.instruction(ink, stroking))
                paint.ink = ink
        return setting

    def role(self, stroking: bool) -> Role:
        if self.lettering:
            return "text"
        return "stroke" if stroking else "fill"

    def push(self, *_: Any) -> bool:
        self.saved.append((copy(self.fill), copy(self.stroke)))
        return True

    def pop(self, *_: Any) -> bool:
        if self.saved:
            self.fill, self.stroke = self.saved.pop()
        return True

    def text(self, name: str, _: Any) -> bool:
        self.lettering = self.scene.lettering or name == "BT"
        return True

    def begin(self, *_: Any) -> bool:
        if self.path is None:
            self.path = len(self.out)
        return True

    def end(self, name: str, _: Any) -> bool:
        """A path is painted, or only clips: its colours are set before it began."""
        begun, self.path = self.path, None
        if begun is not None and name != "n":
            self.out[begun:begun] = self.ready(fill=name not in STROKES, stroke=name not in FILLS)
        return True

    def letter(self, *_: Any) -> bool:
        self.out += self.ready()
        return True

    def choose(self, name: str, operands: Any) -> bool:
        """`cs`, `CS`: also sets the first colour of the space, but for patterns."""
        paint, space = self.paint(name), self.scene.space(operands[0])
        paint.space = space
        if space.kept:
            paint.rgb = paint.ink = None
            return True
        if not space.pattern:
            paint.rgb = space.rgb(space.initial)
        return False

    def colour(self, name: str, operands: Any) -> bool:
        """`sc`, `scn`, `SC`, `SCN`: a colour of the space that was chosen, or a pattern."""
        paint = self.paint(name)
        if paint.space.kept:
            return True
        if paint.space.pattern:
            self.pattern(paint, name, operands)
        else:
            paint.rgb = paint.space.rgb([float(number) for number in operands])
        return False

    def device(self, name: str, operands: Any) -> bool:
        paint = self.paint(name)
        paint.space = self.scene.space(Name(DEVICE_COLOURS[name.lower()]))
        paint.rgb = paint.space.rgb([float(number) for number in operands])
        return False

    def pattern(self, paint: Paint, name: str, operands: Sequence[Any]) -> None:
        """A pattern; one without colours of its own takes a colour of a space in ink."""
        *numbers, pattern = operands
        self.scene.patterned(str(pattern))
        paint.rgb = paint.ink = None
        if not numbers or paint.space.base is None:
            space, colours = Name.Pattern, []
        else:
            rgb = paint.space.base.rgb([float(number) for number in numbers])
            ink = self.scene.inkwell.mixed(rgb, self.role(name.isupper()))
            space, colours = uncoloured(self.scene.resources, len(ink)), list(ink)
        choose, give = ("CS", "SCN") if name.isupper() else ("cs", "scn")
        self.out.append(ContentStreamInstruction([space], Operator(choose)))
        self.out.append(ContentStreamInstruction([*colours, pattern], Operator(give)))

    def call(self, _: str, operands: Any) -> bool:
        if self.scene.called(str(operands[0])):
            self.out += self.ready()
        return True

    def shade(self, _: str, operands: Any) -> bool:
        self.scene.shaded(str(operands[0]))
        return True

    def adjust(self, _: str, operands: Any) -> bool:
        self.scene.adjusted(str(operands[0]))
        return True

    def face(self, _: str, operands: Any) -> bool:
        self.scene.faced(str(operands[0]))
        return True

    def inline(self, instruction: ContentStreamInlineImage) -> None:
        if instruction.iimage.image_mask:
            self.out += [*self.ready(stroke=False), instruction]
        else:
            name = self.scene.inlined(instruction)
            self.out.append(ContentStreamInstruction([name], Operator("Do")))


def uncoloured(resources: Any, components: int) -> Name:
    """The name of the space of patterns that are given a colour in ink."""
    name, device = UNCOLOURED[components]
    if "/ColorSpace" not in resources:
        resources.ColorSpace = pikepdf.Dictionary()
    resources.ColorSpace[name] = pikepdf.Array([Name.Pattern, device])
    return name


UNCOLOURED = {
    1: (Name("/InkedGrey"), Name.DeviceGray),
    4: (Name("/InkedColour"), Name.DeviceCMYK),
}

_ACTS: dict[str, Callable[[Hand, str, Any], bool]] = {
    "q": Hand.push,
    "Q": Hand.pop,
    "BT": Hand.text,
    "ET": Hand.text,
    "Do": Hand.call,
    "sh": Hand.shade,
    "gs": Hand.adjust,
    "Tf": Hand.face,
    **dict.fromkeys(BEGINNINGS, Hand.begin),
    **dict.fromkeys((*FILLS, *STROKES, *BOTH, "n"), Hand.end),
    **dict.fromkeys(LETTERS, Hand.letter),
    **dict.fromkeys(("cs", "CS"), Hand.choose),
    **dict.fromkeys(("sc", "scn", "SC", "SCN"), Hand.colour),
    **dict.fromkeys((*DEVICE_COLOURS, *map(str.upper, DEVICE_COLOURS)), Hand.device),
}
"""What an operator means for colours; whether the instruction itself stands."""
