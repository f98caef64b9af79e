"""Checks a drawing, an SVG file: that it can be drawn, in a reasonable time, from itself alone."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from briefpack.manuscript import lettering, undrawable
from briefpack.manuscript.outline import Misshapen, Outline, outline
from briefpack.manuscript.sheets import Sheet, read_sheet
from briefpack.problem import Problem, Refused, quoted
from briefpack.words import Words, complaint

DEEPEST = 100
"""How deep elements may stand in each other, and copies in copies."""

MOST = 100_000
"""How many elements a drawing may come to, those counted in which `use` copies."""

SHOWN = 20
"""Complaints about one drawing that are shown: more would have the same few causes."""


def check(path: Path, shown: str, name: Words) -> Outline | None:
    """Refuse what is no SVG drawing, or none that a page can be drawn with; the size of others.

    It is well-formed XML, without entities of its own, which could hold a bomb; so could elements
    that copy each other. It has no scripts, and needs no other file.
    """
    sheet = read_sheet(path, shown, name)
    parser = expat.ParserCreate()
    drawing = _Drawing(parser, sheet)
    parser.StartElementHandler, parser.EndElementHandler = drawing.start, drawing.end
    parser.CharacterDataHandler = drawing.words
    parser.EntityDeclHandler = drawing.refuse_entity
    parser.ProcessingInstructionHandler = drawing.instruction
    try:
        parser.Parse(sheet.text, True)
        drawing.refuse_bomb()
    except expat.ExpatError as fault:
        message = f"the drawing is not well-formed: {expat.ErrorString(fault.code)}"
        raise _refused(sheet, message, fault.lineno, fault.offset) from None
    except (Unfit, Misshapen) as fault:
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber
        raise _refused(sheet, str(fault), line, column) from None
    if drawing.root != "svg":
        raise Refused([complaint(name, "figure", f"what is in {quoted(name)} is no SVG drawing")])
    if problems := [*drawing.problems, *lettering.faults(sheet)]:
        raise Refused(problems[:SHOWN])
    return drawing.outline


def _refused(sheet: Sheet, message: str, line: int, column: int) -> Refused:
    return Refused([complaint(sheet.words("", line, column + 1), "figure", message)])


class Unfit(Exception):
    """A drawing that can be read and not be drawn."""


@dataclass(slots=True)
class _Drawing:
    """What a parser has met of a drawing: for each id, how much of what stands in it.

    Elements and the ids that are copied are counted alike. `style` are the words of the style sheet
    that is being read, and where they begin.
    """

    parser: expat.XMLParserType
    sheet: Sheet
    root: str = ""
    outline: Outline | None = None
    held: dict[str, Counter[str]] = field(default_factory=lambda: {"": Counter()})
    open: list[tuple[str, str]] = field(default_factory=list)
    style: tuple[str, tuple[int, int]] = ("", (0, 0))
    problems: list[Problem] = field(default_factory=list)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Note an element."""
        name = tag.rpartition(":")[2]
        size = outline(attributes)
        if not self.open:
            self.root, self.outline = name, size
        self.open.append((name, attributes.get("id", "")))
        if len(self.open) > DEEPEST:
            raise Unfit(f"the drawing's elements stand more than {DEEPEST} deep in each other")
        self._complain(undrawable.of_element(name, attributes), self._here())
        target = attributes.get("href") or attributes.get("xlink:href") or ""
        copied = target if name == "use" and target.startswith("#") else ""
        for id_ in {"", *(id_ for _, id_ in self.open)}:
            self.held.setdefault(id_, Counter())[copied] += 1

    def end(self, tag: str) -> None:  # noqa: ARG002
        """Note that an element has ended, and look at a style sheet that was in it."""
        if self.open.pop()[0] == "style":
            css, start = self.style
            self._complain(undrawable.of_style(css), start, css)
            self.style = "", (0, 0)

    def words(self, words: str) -> None:
        """Gather a style sheet: it comes in pieces."""
        if self.open and self.open[-1][0] == "style":
            css, start = self.style
            self.style = css + words, start if css else self._here()

    def instruction(self, target: str, _: str) -> None:
        """Look at an instruction to whoever shows the drawing."""
        self._complain(undrawable.of_instruction(target), self._here())

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

    def _here(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _complain(self, faults: undrawable.Faults, start: tuple[int, int], words: str = "") -> None:
        """`words` are those that the faults are counted in, from `start` (line and column) on."""
        for message, hint, at in faults:
            line, column = start
            if words:
                *before, last = words[:at].split("\n")
                line, column = line + len(before), len(last) + (1 if before else column)
            if len(self.problems) < SHOWN:
                here = self.sheet.words("", line, column)
                self.problems.append(complaint(here, "figure", message, hint))
