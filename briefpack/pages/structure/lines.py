"""The ends of lines: which break swallowed a space, which one added a hyphen.

A tagged PDF has every space between words, also at a line's end, and tells the hyphen of a broken
word from one that was written (ISO 32000-1, 14.8.2.2.3 and 14.8.2.5). Typesetting drops the one
and adds the other; the HTML still knows.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from briefpack.pages.structure.node import HYPHEN, SPACE, Node, Piece
from briefpack.pages.structure.roles import INLINE

_REACH = 24
_HYPHENS = ("\u2010", "-", HYPHEN)


def mend(root: Node) -> None:
    """Set the `ending` of every piece that is the last on its line within a paragraph."""
    texts: dict[Element, str] = {}

    def text_of(element: Element) -> str:
        if element not in texts:
            texts[element] = _plain("".join(_texts(element)))
        return texts[element]

    for paragraph in _paragraphs(root):
        for piece, following in pairwise(paragraph):
            if piece.line != following.line:
                piece.ending = _ending(piece, following, text_of)


def _paragraphs(node: Node) -> Iterator[list[Piece]]:
    """The runs of pieces that are read without a stop between them."""
    run: list[Piece] = []
    for kid in node.kids:
        if isinstance(kid, Piece):
            run.append(kid)
        elif kid.role in INLINE:
            run.extend(kid.pieces())
        else:
            yield run
            run = []
            yield from _paragraphs(kid)
    yield run


def _ending(piece: Piece, following: Piece, text_of: Callable[[Element], str]) -> str:
    if piece.frame or following.frame or piece.text.endswith((SPACE, "\u00a0")):
        return ""
    if piece.owner is None or piece.owner is not following.owner:
        return SPACE
    tail = _plain(piece.text[-_REACH:])
    head = _plain(following.text[:_REACH].rstrip("".join(_HYPHENS)))
    text = text_of(piece.owner)
    if tail + head in text:
        return ""
    if piece.text.endswith(_HYPHENS) and tail.rstrip("".join(_HYPHENS)) + head in text:
        return HYPHEN
    return SPACE


def _plain(text: str) -> str:
    """Without the case, the soft hyphens and the kinds of white space that typesetting changes."""
    words = text.replace(HYPHEN, "").casefold()
    return SPACE.join(words.split()) if words.strip() == words else _padded(words)


def _padded(words: str) -> str:
    before = SPACE if words[:1].isspace() else ""
    after = SPACE if words[-1:].isspace() else ""
    return before + SPACE.join(words.split()) + after


def _texts(element: Element) -> Iterator[str]:
    if element.tag == "br":
        yield SPACE
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or ""
