"""Checks that the words in a drawing are set in fonts that briefpack has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from briefpack.fonts import PACKAGES
from briefpack.manuscript.sheets import Sheet
from briefpack.problem import Problem, quoted
from briefpack.words import complaint

_FAMILY = re.compile(r"(?<![\w-])font-family\s*:\s*([^;}!]+)")
_SHORTHAND = re.compile(r"(?<![\w-])font\s*:[^;}]*\d[\w.%/]*\s+([^;}!]+)")
_LETTERING = ("text", "tspan", "textPath")
_OURS = " or ".join(PACKAGES)
_HINT = f'write font-family="{[*PACKAGES][-1]}" there, or turn the words into outlines'


@dataclass(slots=True)
class _Reader:
    """What has been seen of a drawing: each family that words are set in, and where first.

    `open` holds, for every open element, its name and the family in force; None is no family.
    """

    parser: expat.XMLParserType
    open: list[tuple[str, str | None]] = field(default_factory=lambda: [("", None)])
    seen: dict[str | None, tuple[int, int]] = field(default_factory=dict)
    styled: bool = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins: it has a family of its own, or the one around it."""
        self.open.append((tag.rpartition(":")[2], _family(attributes) or self.open[-1][1]))

    def end(self, _: str) -> None:
        """An element ends."""
        self.open.pop()

    def words(self, words: str) -> None:
        """Words to print, or some of a style sheet."""
        tag, family = self.open[-1]
        if tag == "style":
            for name in _families(words):
                self.styled = True
                self._note(name)
        elif tag in _LETTERING and words.strip():
            self._note(family)

    def _note(self, family: str | None) -> None:
        place = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        self.seen.setdefault(family, place)


def faults(sheet: Sheet) -> Iterator[Problem]:
    """What is wrong with the fonts of a well-formed drawing, each family told once.

    Words in no font, or in one that is not briefpack's, would be set in whatever the machine has:
    the same brief would look different elsewhere. Where a style sheet in the drawing names fonts,
    those are looked at, and words without one are taken to be among those that it dresses.
    """
    parser = expat.ParserCreate()
    reader = _Reader(parser)
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.words
    parser.Parse(sheet.text, True)
    for family, (line, column) in reader.seen.items():
        if family is None and not reader.styled:
            message = f"the words of this drawing name no font; expected {_OURS}"
            yield complaint(sheet.words("", line, column), "figure", message, _HINT)
        elif family is not None and family not in PACKAGES:
            message = f"the font {quoted(family)} is not briefpack's; expected {_OURS}"
            yield complaint(sheet.words("", line, column), "figure", message, _HINT)


def _family(attributes: Mapping[str, str]) -> str | None:
    written = [
        f"{name}:{attributes[name]}" for name in ("font-family", "font") if name in attributes
    ]
    return next(_families(";".join([attributes.get("style", ""), *written])), None)


def _families(css: str) -> Iterator[str]:
    """The first of the families that each declaration names: the one that will be used."""
    for pattern in (_FAMILY, _SHORTHAND):
        for match in pattern.finditer(css):
            yield match[1].split(",")[0].strip(" \t\n\"'")
