"""The marks in a painted page, rewritten so that they say what the structure tree says.

WeasyPrint marks every run of text as `/Span <</MCID n>> BDC ... EMC`. Here running heads become
artifacts, pieces of one element that follow each other become one, and the ends of lines get back
the spaces that typesetting took and disown the hyphens that it added (ISO 32000-1, 14.6, 14.8.2).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefpack.pages.structure.node import HYPHEN, Node, Piece

_FONT = re.compile(rb"/(\w+) ([\d.]+) Tf")
_LAST_GLYPH = re.compile(rb"([0-9a-f]{4})>-?\d*\] TJ$")
_PATHS = frozenset((b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_SOFT_HYPHEN = b"/Span <</ActualText <feff00ad>>> BDC"


@dataclass(slots=True)
class _Mark:
    """Operators of one marked-content sequence, and its last piece."""

    piece: Piece
    body: list[Any]

    def goes_on(self, piece: Piece) -> bool:
        """Whether that piece is the very next of the same element, or of the same artifact."""
        if self.piece.node is None or piece.node is None:
            both_artifacts = self.piece.node is piece.node
            return both_artifacts and self.piece.artifact == piece.artifact
        return self.piece.node is piece.node and self.piece.rank + 1 == piece.rank

    def add(self, mark: "_Mark") -> None:
        self.piece = mark.piece
        if self.body and mark.body and (self.body[-1], mark.body[0]) == (b"ET", b"BT"):
            self.body.pop()
            self.body += mark.body[1:]
        else:
            self.body += mark.body


def bind(document: Node) -> None:
    """Tell every piece of the tree where it is held."""
    for node in document.walk():
        for rank, kid in enumerate(node.kids):
            if isinstance(kid, Piece):
                kid.node, kid.rank = node, rank


def rewrite(
    operators: Sequence[Any], pieces: Mapping[int, Piece], spaces: Mapping[bytes, bytes]
) -> tuple[list[Any], list[Node]]:
    """The page's operators anew, and the element of each mark: the page's part of the parent tree.

    `spaces` is each font's space as four hexadecimal digits, by the font's name. Gives every piece
    that it meets its `number`.
    """
    written: list[Any] = []
    owners: list[Node] = []
    last: _Mark | None = None
    tidy = [_tidy(operator) for operator in operators]
    for item in _mend(_split(tidy, pieces), spaces):
        if isinstance(item, _Mark) and last is not None and last.goes_on(item.piece):
            last.add(item)
            item.piece.number = len(owners) - 1
            continue
        if last is not None:
            written += [*last.body, b"EMC"]
            last = None
        if not isinstance(item, _Mark):
            written.append(item)
        elif opening := _opening(item, owners):
            written.append(opening)
            last = item
        else:
            written += item.body
    return written, owners


def _tidy(operator: Any) -> Any:
    """Text without the kerning by nothing that WeasyPrint puts between most glyphs."""
    if isinstance(operator, bytes) and operator.endswith(b" TJ"):
        return operator.replace(b">0<", b"").replace(b"<>", b" ")
    return operator


def _opening(mark: _Mark, owners: list[Node]) -> bytes:
    """The operators that begin a mark; none for one that neither paints nor says anything."""
    piece = mark.piece
    if piece.node is not None:
        piece.number = len(owners)
        owners.append(piece.node)
        return b"/Span <</MCID %d>> BDC" % piece.number
    if piece.artifact:
        return b"/Artifact %s BDC" % piece.artifact.encode()
    return b"/Artifact BMC" if any(_paints(operator) for operator in mark.body) else b""


def _paints(operator: Any) -> bool:
    if not isinstance(operator, bytes):
        return False
    return operator.endswith((b" TJ", b" Do", b" sh")) or operator in _PATHS


def _split(operators: Sequence[Any], pieces: Mapping[int, Piece]) -> Iterator[Any]:
    """Single operators, and a `_Mark` for each of WeasyPrint's numbered sequences."""
    at = 0
    while at < len(operators):
        if at + 2 < len(operators) and operators[at + 2] == b"BDC":
            end = _end_of(operators, at + 3)
            number = operators[at + 1]["MCID"]
            yield _Mark(pieces[number], list(operators[at + 3 : end]))
            at = end
        else:
            yield operators[at]
        at += 1


def _end_of(operators: Sequence[Any], start: int) -> int:
    """Where the sequence ends whose content begins at `start`."""
    depth = 1
    for at in range(start, len(operators)):
        if operators[at] in (b"BDC", b"BMC"):
            depth += 1
        elif operators[at] == b"EMC":
            depth -= 1
            if not depth:
                return at
    raise ValueError("a marked-content sequence has no end")


def _mend(items: Iterator[Any], spaces: Mapping[bytes, bytes]) -> Iterator[Any]:
    """The same, with words parted by real spaces and line-end hyphens told from written ones."""
    font = b""
    for item in items:
        if isinstance(item, _Mark) and item.piece.node is not None:
            setting = b""
            for operator in item.body:
                if isinstance(operator, bytes) and operator.endswith(b" Tf"):
                    setting = operator
            font = setting or font
            _end_line(item, spaces, font)
        yield item


def _end_line(mark: _Mark, spaces: Mapping[bytes, bytes], font: bytes) -> None:
    space = _space(spaces, font)
    if mark.piece.is_blank:
        _add_space(mark, space)
    elif mark.piece.ending:
        for at in reversed(range(len(mark.body))):
            if isinstance(mark.body[at], bytes) and mark.body[at].endswith(b" TJ"):
                mark.body[at : at + 1] = _ended(mark.body[at], mark.piece.ending, space)
                break


def _space(spaces: Mapping[bytes, bytes], font: bytes) -> list[bytes]:
    """The operators that show a space: in the font in use, or in one that has it painted before."""
    match = _FONT.fullmatch(font)
    if match is None or not spaces:
        return []
    name, size = match.groups()
    home = name if name in spaces else min(spaces)
    return [b"/%s %s Tf" % (home, size), b"[<%s>] TJ" % spaces[home]]


def _ended(shown: bytes, ending: str, space: list[bytes]) -> list[bytes]:
    """The operators that show a line's last glyphs, with its end put right."""
    last = _LAST_GLYPH.search(shown)
    if last is None:
        return [shown]
    glyph = last[1]
    if ending == HYPHEN:
        before = shown[: last.start()]
        return [before + b">] TJ", _SOFT_HYPHEN, b"[<%s>] TJ" % glyph, b"EMC"]
    is_there = not space or space[-1] == b"[<%s>] TJ" % glyph
    return [shown] if is_there else [shown, *space]


def _add_space(mark: _Mark, space: list[bytes]) -> None:
    """Show the space between two words that WeasyPrint only left room for."""
    if b"ET" in mark.body and space:
        x, y = mark.piece.spot
        at = mark.body.index(b"ET")
        mark.body[at:at] = [f"1 0 0 -1 {x:f} {y:f} Tm".encode(), *space]
