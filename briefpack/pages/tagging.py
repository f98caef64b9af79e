"""Tagging: what WeasyPrint painted, read back as HTML, and tagged better than it does itself.

WeasyPrint tags the boxes of each page. Here its tagger stays off: each page notes, while it is
painted, which box became which run of marked content, and the tree is grown from the HTML that the
boxes stand for. What is used beyond WeasyPrint's public face is `Stream._tags` (box -> number of
its marked content), `Page._page_box` and the boxes below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from xml.etree.ElementTree import Element

import pydyf
from weasyprint.anchors import rectangle_aabb
from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from briefpack.pages.structure import complaints, ink, lines, objects, tree
from briefpack.pages.structure.node import SPACE, Piece
from briefpack.pages.structure.shapes import DECORATION
from briefpack.problem import Problem

POINTS_PER_PIXEL = 0.75

_MARGINS = {
    "@top": "<</Type /Pagination /Subtype /Header /Attached [/Top]>>",
    "@bottom": "<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>",
    "@left": "<</Type /Pagination /Attached [/Left]>>",
    "@right": "<</Type /Pagination /Attached [/Right]>>",
}
_REPEATED = "<</Type /Pagination>>"

_Marks = Mapping[Any, Mapping[str, Any]]
_Link = tuple[str, str, tuple[float, float, float, float], Any]


class Sheet(Page):  # type: ignore[misc]
    """A laid-out page that notes, when it is painted, which box became which marked content.

    `fonts` gathers the fonts that were used, each with its whole file, which is cut down later.
    """

    def __init__(self, page: Page, fonts: dict[Any, bytes], bleeds: bool = False) -> None:
        # The page was laid out already: its boxes are not gathered a second time.
        self.__dict__.update(page.__dict__)
        self.bleed = page.bleed if bleeds else dict.fromkeys(page.bleed, 0)
        self.fonts = fonts
        self.box = page._page_box
        self.links = list(_joined(page.links))
        self.marks: dict[Any, dict[str, Any]] = {}
        self.stream: Any = None

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint the page, marked though WeasyPrint was not asked for tags."""
        self.stream = stream
        stream._tags = self.marks
        super().paint(stream, scale)
        for font in stream._fonts.values():
            self.fonts.setdefault(font, font.file_content)


def is_blank(page: Page) -> bool:
    """Whether the page was left blank so that the next one falls on the side that was asked for."""
    return bool(page._page_box.page_type.blank)


def _joined(links: Sequence[_Link]) -> Iterator[_Link]:
    """The page's links, one for each fragment of an `a`.

    WeasyPrint makes every box within a link a link of its own, listed after the `a`: here they only
    widen the one of the `a`. Fragments without an area are left out.
    """
    joined: list[_Link] = []
    for kind, target, (x1, y1, x2, y2), box in links:
        if box.link is None and joined:
            kind, target, (a1, b1, a2, b2), box = joined.pop()
            x1, y1, x2, y2 = min(a1, x1), min(b1, y1), max(a2, x2), max(b2, y2)
        joined.append((kind, target, (x1, y1, x2, y2), box))
    return (link for link in joined if link[2][0] < link[2][2] and link[2][1] < link[2][3])


def tag(
    pdf: pydyf.PDF,
    sheets: Sequence[Sheet],
    html: Element,
    spaces: Mapping[bytes, bytes],
    strangers: Mapping[str, str],
) -> list[Problem]:
    """Give a painted PDF its structure tree; returned is what stands in the way of a good one.

    `html` is the root element that the sheets were laid out from; `spaces` is each font's space as
    four hexadecimal digits; `strangers` are the characters that no font of the forme has, with the
    font that stepped in.
    """
    parents = {child: (node, at) for node in html.iter() for at, child in enumerate(node)}
    reader = Reader(parents)
    for number, sheet in enumerate(sheets):
        reader.read(number, sheet)
    reader.drop_repeated_feet()
    setting = reader.setting(html, _annotations(sheets))
    document = tree.grow(setting)
    lines.mend(document)
    ink.bind(document)
    owners = []
    for sheet, by_mark in zip(sheets, reader.by_mark, strict=True):
        sheet.stream.stream, nodes = ink.rewrite(sheet.stream.stream, by_mark, spaces)
        owners.append(nodes)
    objects.plant(pdf, document, owners)
    pieces = [piece for by_mark in reader.by_mark for piece in by_mark.values()]
    missing = complaints.missing(strangers, pieces, parents)
    return missing + complaints.complain(document, setting, pieces, parents)


def _annotations(sheets: Sequence[Sheet]) -> dict[Element, list[tuple[int, Any]]]:
    """The link annotations of each `a`, with their pages."""
    found: dict[Element, list[tuple[int, Any]]] = {}
    for number, sheet in enumerate(sheets):
        for *_, box in sheet.links:
            if box.link_annotation is not None:
                found.setdefault(box.element, []).append((number, box.link_annotation))
    return found


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where in the boxes of a page the reader is."""

    page: int
    width: float
    height: float
    matrix: Any = None
    artifact: str = ""
    line: int = 0
    owner: Element | None = None


@dataclass(slots=True)
class Reader:
    """Reads painted pages in their order: every marked box becomes a piece of its HTML element."""

    parents: Mapping[Element, tuple[Element, int]]
    pieces: dict[Element, list[Piece]] = field(default_factory=dict)
    by_mark: list[dict[int, Piece]] = field(default_factory=list)
    _blocks: set[Element] = field(default_factory=set)
    _markers: dict[Element, object] = field(default_factory=dict)
    _last_child: dict[Element, int] = field(default_factory=dict)
    _groups: dict[Element, list[list[Piece]]] = field(default_factory=dict)
    _fixed: set[Element] = field(default_factory=set)
    _latest: Piece | None = None
    _lines: int = 0

    def read(self, number: int, sheet: Sheet) -> None:
        """Read the next page."""
        self.by_mark.append({})
        self._walk(sheet.box, _Spot(number, sheet.width, sheet.height), sheet.marks)
        missing = len(sheet.marks) - len(self.by_mark[-1])
        if missing:
            raise RuntimeError(f"{missing} painted boxes of page {number + 1} were not found")

    def drop_repeated_feet(self) -> None:
        """Of a table's foot, which every page repeats, the last one counts."""
        for groups in self._groups.values():
            for piece in (piece for group in groups[:-1] for piece in group):
                piece.artifact = piece.artifact or _REPEATED

    def setting(
        self, html: Element, links: Mapping[Element, list[tuple[int, Any]]]
    ) -> tree.Setting:
        """All that was read."""
        return tree.Setting(html, self.pieces, frozenset(self._blocks), self._markers, links)

    def _walk(self, box: Any, spot: _Spot, marks: _Marks) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        spot = self._enter(box, spot)
        if box in marks:
            self._add(box, spot, marks[box]["mcid"])
        before = len(self.by_mark[-1])
        for child in box.children:
            self._walk(child, spot, marks)
        if isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer):
            groups = self._groups.setdefault(box.element, [])
            groups.append(list(self.by_mark[-1].values())[before:] if box.is_footer else [])

    def _enter(self, box: Any, spot: _Spot) -> _Spot:
        if isinstance(box, boxes.LineBox):
            self._lines += 1
            return replace(spot, line=self._lines, owner=box.element)
        if box.is_leader and self._latest and self._latest.line == spot.line:
            # What a leader leads from and what it leads to are two words.
            self._latest.ending = "" if self._latest.text.endswith(SPACE) else SPACE
        if box.transformation_matrix:
            matrix = box.transformation_matrix
            spot = replace(spot, matrix=matrix @ spot.matrix if spot.matrix else matrix)
        if not spot.artifact and (artifact := self._artifact(box)):
            spot = replace(spot, artifact=artifact)
        if not spot.artifact and box.element is not None:
            self._note(box, box.element)
        return spot

    def _artifact(self, box: Any) -> str:
        """Why the box is no part of the document; empty if it is."""
        if isinstance(box, boxes.MarginBox):
            sides = (said for side, said in _MARGINS.items() if box.at_keyword.startswith(side))
            return next(sides, _REPEATED)
        if isinstance(box, boxes.TableRowGroupBox):
            return _REPEATED if box.is_header and box.element in self._groups else ""
        if box.style["position"] == "fixed":
            is_first = box.element not in self._fixed
            self._fixed.add(box.element)
            return "" if is_first else _REPEATED
        return DECORATION if box.is_leader or _is_decoration(box) else ""

    def _note(self, box: Any, element: Element) -> None:
        """Remember how the element was set, and that it came before what follows in its parent."""
        if box.element_tag == element.tag:
            if isinstance(box, boxes.BlockLevelBox | boxes.TableCellBox):
                self._blocks.add(element)
            if element.tag == "li":
                self._markers.setdefault(element, box.style["list_style_type"])
        if element in self.parents:
            parent, index = self.parents[element]
            self._last_child[parent] = max(index, self._last_child.get(parent, -1))

    def _add(self, box: Any, spot: _Spot, mark: int) -> None:
        piece = Piece(spot.page, mark, box.element, line=spot.line, owner=spot.owner)
        piece.artifact = spot.artifact
        _, _, piece.part = (box.element_tag or "").partition("::")
        if isinstance(box, boxes.TextBox):
            piece.text = box.text
            piece.spot = (box.position_x, box.position_y + getattr(box, "baseline", 0))
            piece.is_beyond = _is_beyond(box, spot)
        else:
            piece.frame = _frame(box, spot)
            piece.is_turned = _is_turned(box, spot)
        self.by_mark[-1][mark] = piece
        if box.element is None or (piece.frame and piece.part):
            piece.artifact = piece.artifact or DECORATION
        elif piece.text or piece.frame:
            piece.after = self._last_child.get(box.element, -1)
            self.pieces.setdefault(box.element, []).append(piece)
            self._latest = self._latest if piece.artifact else piece


def _frame(box: Any, spot: _Spot) -> tuple[float, float, float, float]:
    """Where a picture stands on its page, in points from the lower left corner."""
    x, y = box.content_box_x(), box.content_box_y()
    edges = rectangle_aabb(spot.matrix, x, y, box.width, box.height)
    x1, y1, x2, y2 = (edge * POINTS_PER_PIXEL for edge in edges)
    height = spot.height * POINTS_PER_PIXEL
    return x1, height - y2, x2, height - y1


def _is_beyond(box: Any, spot: _Spot) -> bool:
    """Whether a text reaches beyond its page, by more than a pixel."""
    x1, y1, x2, y2 = rectangle_aabb(
        spot.matrix, box.position_x, box.position_y, box.width, box.height
    )
    return bool(min(x1, y1) < -1 or x2 > spot.width + 1 or y2 > spot.height + 1)


def _is_turned(box: Any, spot: _Spot) -> bool:
    """Whether it is a picture of dots that is turned: WeasyPrint then takes it for a smaller one.

    It measures a picture's printed size along the page's sides, and thins the dots out by that.
    """
    matrix = spot.matrix
    return bool(matrix) and hasattr(box.replacement, "mode") and abs(matrix[0][1]) > 0.01


def _is_decoration(box: Any) -> bool:
    """Whether the style sheet says `--tag: Artifact` of a pseudo-element."""
    if "::" not in (box.element_tag or ""):
        return False
    return any(getattr(token, "value", "") == "Artifact" for token in box.style["__tag"] or ())
