"""Checks a drawing, an SVG file: that it can be drawn, and in a reasonable time."""

from collections import Counter
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from xml.parsers import expat

from briefpack.manuscript import lettering
from briefpack.manuscript.sheets import Sheet, read_sheet
from briefpack.problem import Refused, quoted
from briefpack.words import Words, complaint

DEEPEST = 100
"""How deep elements may stand in each other, and copies in copies."""

MOST = 100_000
"""How many elements a drawing may come to, those counted in which `use` copies."""


def check(path: Path, shown: str, name: Words) -> None:
    """Refuse what is no SVG drawing, or none that a page can be drawn with.

    It is well-formed XML, without entities of its own, which could hold a bomb; so could elements
    that copy each other.
    """
    sheet = read_sheet(path, shown, name)
    parser = expat.ParserCreate()
    drawing = _Drawing(parser)
    parser.StartElementHandler, parser.EndElementHandler = drawing.start, drawing.end
    parser.EntityDeclHandler = drawing.refuse_entity
    try:
        parser.Parse(sheet.text, True)
        drawing.refuse_bomb()
    except expat.ExpatError as fault:
        message = f"the drawing is not well-formed: {expat.ErrorString(fault.code)}"
        raise _refused(sheet, message, fault.lineno, fault.offset) from None
    except Unfit as fault:
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber
        raise _refused(sheet, str(fault), line, column) from None
    if drawing.root != "svg":
        raise Refused([complaint(name, "figure", f"what is in {quoted(name)} is no SVG drawing")])
    if problems := list(lettering.faults(sheet)):
        raise Refused(problems)


def _refused(sheet: Sheet, message: str, line: int, column: int) -> Refused:
    return Refused([complaint(sheet.words("", line, column + 1), "figure", message)])


class Unfit(Exception):
    """A drawing that can be read and not be drawn."""


@dataclass(slots=True)
class _Drawing:
    """What a parser has met of a drawing: for each id, how much of what stands in it.

    Elements and the ids that are copied are counted alike.
    """

    parser: expat.XMLParserType
    root: str = ""
    held: dict[str, Counter[str]] = field(default_factory=lambda: {"": Counter()})
    open: list[str] = field(default_factory=list)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Note an element."""
        self.root = self.root or tag.rpartition(":")[2]
        self.open.append(attributes.get("id", ""))
        if len(self.open) > DEEPEST:
            raise Unfit(f"the drawing's elements stand more than {DEEPEST} deep in each other")
        _refuse_view(attributes.get("viewBox"))
        target = attributes.get("href") or attributes.get("xlink:href") or ""
        copied = target if tag.rpartition(":")[2] == "use" and target.startswith("#") else ""
        for id_ in {"", *self.open}:
            self.held.setdefault(id_, Counter())[copied] += 1

    def end(self, tag: str) -> None:  # noqa: ARG002
        """Note that an element has ended."""
        self.open.pop()

    def refuse_entity(self, *_: object) -> None:
        """Refuse any entity."""
        raise Unfit("a drawing cannot declare entities")

    def refuse_bomb(self) -> None:
        """Refuse what comes to too much when all copies are drawn."""
        if self.size("", {}, ()) > MOST:
            raise Unfit(f"the drawing comes to more than {MOST:,} elements")

    def size(self, id_: str, known: dict[str, int], within: tuple[str, ...]) -> int:
        """How many elements are drawn for an id."""
        if id_ in within or len(within) > DEEPEST:
            raise Unfit(f"the drawing's {quoted(id_)} copies itself")
        if id_ not in known:
            held = self.held.get(id_, Counter())
            copies = ((target[1:], count) for target, count in held.items() if target)
            known[id_] = held.total() + sum(
                count * self.size(target, known, (*within, id_)) for target, count in copies
            )
        return known[id_]


def _refuse_view(box: str | None) -> None:
    """A `viewBox` is four numbers, the last two of them more than 0 (SVG 1.1, 7.7)."""
    if box is None:
        return
    try:
        numbers = [float(number) for number in box.replace(",", " ").split()]
    except ValueError:
        numbers = []
    if len(numbers) != 4 or not all(map(isfinite, numbers)) or min(numbers[2:]) <= 0:
        raise Unfit(f"the drawing's viewBox is {quoted(box)}, expected four numbers")
