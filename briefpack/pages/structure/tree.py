"""From HTML and the pieces that were painted for it to a structure tree in reading order.

The tree follows the HTML, not the pages: so an element that a page break splits is one, a footnote
stands where it is called, and a card that was placed absolutely stands where it was written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element

from briefpack.pages.structure import roles, settle, shapes
from briefpack.pages.structure.node import Kid, Node, Piece


@dataclass(frozen=True, slots=True)
class Setting:
    """What the layout made of the HTML.

    `pieces` by the element that they belong to; `blocks` are the elements that were set as blocks;
    `markers` the list-style-type of each item; `links` the annotations of each link with the page
    that they are on.
    """

    root: Element
    pieces: Mapping[Element, list[Piece]]
    blocks: frozenset[Element]
    markers: Mapping[Element, object]
    links: Mapping[Element, list[tuple[int, Any]]]


@dataclass(frozen=True, slots=True)
class _Within:
    """Where an element stands: in a line of text, in a part of the tree, in a language."""

    inline: bool = False
    holder: str = "Document"
    contents: bool = False
    lang: str = ""

    def inside(self, element: Element, role: str) -> "_Within":
        holder = role or self.holder
        return replace(
            self,
            inline=self.inline or role in roles.PHRASING,
            holder=holder,
            contents=self.contents or element.tag == "nav" or holder == "TOC",
            lang=element.get("lang") or self.lang,
        )


def grow(setting: Setting) -> Node:
    """The whole document's tree, without empty elements; unpainted decoration is marked as such."""
    within = _Within(lang=setting.root.get("lang", ""))
    grower = _Grower(setting)
    document = Node("Document", shapes.paragraphs(grower.kids(setting.root, within)))
    settle.notes(document)
    settle.prune(document)
    settle.rank(document)
    settle.identify(document)
    return document


@dataclass(slots=True)
class _Grower:
    setting: Setting

    def kids(self, element: Element, within: _Within) -> list[Kid]:
        """What stands in the element, its own text between its children, in order."""
        entries: list[tuple[tuple[int, int, int], list[Kid]]] = []
        for number, run in enumerate(self._own(element)):
            entries.append(((run[1], 1, number), [run[0]]))
        for index, child in enumerate(element):
            if isinstance(child.tag, str) and element.tag != roles.SVG:
                entries.append(((index, 0, 0), self.grow(child, within)))
        entries.sort(key=lambda entry: entry[0])
        return [kid for _, kids in entries for kid in kids]

    def _own(self, element: Element) -> Iterator[tuple[Kid, int]]:
        """The element's own pieces; those of a mark or a number are one label."""
        pieces = [piece for piece in self.setting.pieces.get(element, ()) if not piece.artifact]
        parts = {piece.part for piece in pieces}
        label = "marker" if "marker" in parts or element.tag != "li" else "before"
        marks: list[Kid] = [piece for piece in pieces if piece.part in (label, "footnote-marker")]
        if marks:
            yield Node("Lbl", marks), -1
        for piece in pieces:
            if piece not in marks and piece.part != "footnote-call":
                yield piece, piece.after

    def grow(self, element: Element, within: _Within) -> list[Kid]:
        """What the element gives to its parent."""
        if roles.is_decoration(element):
            self._decorate(element)
            return []
        call = self._call(element)
        if call:
            within = replace(within, inline=True)
        role = "" if call else self._role(element, within)
        kids = self.kids(element, within.inside(element, role))
        kids = self._shape(element, role, kids, within)
        if call:
            kids = [Node("Reference", call), Node("Note", kids, element)]
        return _speak(element, kids, within)

    def _decorate(self, element: Element) -> None:
        for inner in element.iter():
            for piece in self.setting.pieces.get(inner, ()):
                piece.artifact = piece.artifact or shapes.DECORATION

    def _role(self, element: Element, within: _Within) -> str:
        if tagged := element.get("data-tag"):
            return "" if tagged == roles.DISSOLVED else tagged
        if element in self.setting.links:
            return "Link"
        role = roles.ROLES.get(str(element.tag), "")
        if role in ("L", "LI") and within.contents:
            role = "TOC" if role == "L" else "TOCI"
        if shapes.HOMES.get(role, within.holder) != within.holder:
            return ""
        return "" if role == "TOC" == within.holder else role

    def _shape(self, element: Element, role: str, kids: list[Kid], within: _Within) -> list[Kid]:
        links = self.setting.links.get(element)
        if links and role != "Link":
            kids = [Node("Link", kids, element, links=links)]
        if not role:
            is_block = element in self.setting.blocks and not within.inline
            return shapes.paragraphs(kids) if is_block else kids
        node = Node(role, kids, element, links=links or [] if role == "Link" else [])
        return shapes.shape(node, self.setting.markers)

    def _call(self, element: Element) -> list[Kid]:
        """The number that calls a footnote; its note settles after the paragraph."""
        pieces = self.setting.pieces.get(element, ())
        return [p for p in pieces if p.part == "footnote-call" and not p.artifact]


def _speak(element: Element, kids: list[Kid], within: _Within) -> list[Kid]:
    """Say the language where it changes (14.9.2)."""
    lang = element.get("lang") or ""
    if not lang or lang.casefold() == within.lang.casefold():
        return kids
    if any(isinstance(kid, Piece) and not kid.is_blank for kid in kids):
        return [Node("Span", kids, element, lang=lang)]
    for kid in kids:
        if isinstance(kid, Node):
            kid.lang = kid.lang or lang
    return kids
