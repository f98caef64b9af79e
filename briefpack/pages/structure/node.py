"""The parts of a structure tree: elements, and the pieces of painted pages that they hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

SPACE = " "
HYPHEN = "\u00ad"
BLANK = " \t\r\n\f\u200b\u00ad"


@dataclass(slots=True, eq=False)
class Piece:
    """What WeasyPrint painted in one go: a run of text on one line, or a picture.

    `page` counts from 0; `mark` is the number that WeasyPrint gave it on its page. `element` is
    the HTML element that it belongs to, `part` the pseudo-element ("before", "marker"), `after`
    the number of the last child of `element` that came before it (-1: none). `line` is the number
    of its line, `owner` the element whose line it is, `spot` the start of its base line in CSS
    pixels; text that the edge of the page would cut `is_beyond` it. `frame` is a picture's place on
    the page in points; a transformation may have it `is_turned`. `artifact` is the property list of
    what is no part of the document. `ending` is what the line's end swallowed (SPACE) or added
    (HYPHEN). In the end `node` holds it as its kid number `rank`, in the mark `number` of its page.
    """

    page: int
    mark: int
    element: Element | None
    part: str = ""
    text: str = ""
    after: int = -1
    line: int = 0
    owner: Element | None = None
    spot: tuple[float, float] = (0, 0)
    is_beyond: bool = False
    frame: tuple[float, float, float, float] | None = None
    is_turned: bool = False
    artifact: str = ""
    ending: str = ""
    node: "Node | None" = None
    rank: int = 0
    number: int = -1

    @property
    def is_blank(self) -> bool:
        return self.frame is None and not self.text.strip(BLANK)

    @property
    def spoken(self) -> str:
        """Its text as a reader says it, without the marks of line breaking."""
        text = self.text[:-1] if self.ending == HYPHEN else self.text
        return text.replace(HYPHEN, "") + (SPACE if self.ending == SPACE else "")


@dataclass(slots=True, eq=False)
class Node:
    """A structure element (ISO 32000-1, 14.7.2).

    `actual` is what is read instead of its words. `attributes` are by owner ("Table": {"Scope":
    "/Row"}); `links` are the link annotations that
    belong to it, each with its page.
    """

    role: str
    kids: "list[Kid]" = field(default_factory=list)
    element: Element | None = None
    lang: str = ""
    alt: str = ""
    actual: str = ""
    expansion: str = ""
    ident: str = ""
    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)
    links: list[tuple[int, Any]] = field(default_factory=list)

    def walk(self) -> "Iterator[Node]":
        """The node and all nodes below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def pieces(self) -> Iterator[Piece]:
        """All that it holds, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.pieces()
            else:
                yield kid

    @property
    def spoken(self) -> str:
        """What it says, in one line; a picture says its alternative text."""
        return " ".join("".join(self._words()).split())

    def _words(self) -> "Iterator[str]":
        for kid in self.kids:
            if isinstance(kid, Piece):
                yield kid.spoken
            elif kid.alt or kid.actual:
                yield kid.alt or kid.actual
            else:
                yield from kid._words()


Kid: TypeAlias = Node | Piece
