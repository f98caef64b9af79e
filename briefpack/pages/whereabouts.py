"""Whereabouts: which line of the content stands where, read off the laid-out pages.

Every box of a page is an element of the HTML, and every element that comes of the content says from
which line (`origins`). A block takes the border box of its element; what sticks out of it (a number
that hangs in the margin, a line of an element within a line) is a block of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from xml.etree.ElementTree import Element

from briefpack.pages import origins
from briefpack.pages.structure.roles import UNSHOWN
from briefpack.paper import Box
from briefpack.problem import Place
from briefpack.sourcemap import Block, Part, Passage, SourceMap
from briefpack.words import NOWHERE

POINTS_PER_PIXEL = 0.75
LEAST = 0.01  # points: what is thinner is not to be seen

_IN_LINE = frozenset({"abbr", "cite", "code", "em", "kbd", "q", "samp", "span", "strong"})
"""Elements that stand in a line of words: all others part what is before from what is behind. A
style sheet may put words before and behind a link: "page 7".
"""

_SEAM = "\n"

Edges = tuple[float, float, float, float]
"""Left, upper, right and lower edge, in CSS px of a page."""


def source_map(pages: Sequence[Any], html: Element, parts: Mapping[str, str]) -> SourceMap:
    """The map of WeasyPrint's laid-out page boxes.

    `html` is the root element that they were laid out from, `parts` the kinds of the brief's parts
    by element id. Points are those of the pages as they are painted: from the lower left corner of
    the page when it is cut, whether it bleeds or not.
    """
    survey = _Survey(dict(_owners(html, None)))
    for number, page in enumerate(pages, start=1):
        survey.walk(page, _Spot(number, page.margin_height()))
    return SourceMap(
        tuple(block for element in html.iter() for block in survey.blocks.get(element, ())),
        tuple(_passages(html, survey)),
        tuple(_parts(html, survey, parts)),
        tuple(number for number, page in enumerate(pages, start=1) if page.page_type.blank),
    )


@dataclass(frozen=True, slots=True)
class _Owner:
    """The element to whose place what stands in an element belongs, and that place."""

    element: Element
    place: Place


def _owners(element: Element, around: _Owner | None) -> Iterator[tuple[Element, _Owner | None]]:
    """Every element, with the nearest one that says its place; itself, if it does."""
    there = origins.own(element)
    owner = _Owner(element, there) if there else around
    yield element, owner
    for child in element:
        yield from _owners(child, owner)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where in the boxes of a page the survey is: in which element, and within which block."""

    page: int
    height: float
    matrix: Any = None
    element: Element | None = None
    owner: Element | None = None
    frame: Edges = (0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True)
class _Survey:
    """What stands where: the blocks of each element, and the pages that have any of it."""

    owners: Mapping[Element, _Owner | None]
    blocks: dict[Element, list[Block]] = field(default_factory=dict)
    pages: dict[Element, dict[int, None]] = field(default_factory=dict)

    def walk(self, box: Any, spot: _Spot) -> None:
        """Take in a box and all that it holds, but for what stands in the margins of the page."""
        if hasattr(box, "at_keyword"):
            return
        box = getattr(box, "_box", box)  # of a box that is placed absolutely, its stand-in
        if turned := box.transformation_matrix:
            spot = replace(spot, matrix=turned @ spot.matrix if spot.matrix else turned)
        if box.element is not None:
            spot = self._enter(box, spot)
        for child in box.children:
            self.walk(child, spot)

    def _enter(self, box: Any, spot: _Spot) -> _Spot:
        element = box.element
        self.pages.setdefault(element, {})[spot.page] = None
        owner = self.owners.get(element)
        if owner and element is owner.element and spot.element is not element:
            frame = _edges(box, spot.matrix)
            self._add(owner, frame, spot)
            return replace(spot, element=element, owner=element, frame=frame)
        if owner and not (box.children or _is_within(box, owner, spot)):
            self._add(owner, _edges(box, spot.matrix), spot)
        return spot if spot.element is element else replace(spot, element=element)

    def _add(self, owner: _Owner, edges: Edges, spot: _Spot) -> None:
        box = _points(edges, spot.height)
        if box[2] - box[0] >= LEAST and box[3] - box[1] >= LEAST:
            found = self.blocks.setdefault(owner.element, [])
            found.append(Block(owner.place, spot.page, box))


def _is_within(box: Any, owner: _Owner, spot: _Spot) -> bool:
    """Whether the middle of a box lies in the block that it belongs to."""
    if spot.owner is not owner.element:
        return False
    left, upper, right, lower = _edges(box, spot.matrix)
    x, y = (left + right) / 2, (upper + lower) / 2
    return spot.frame[0] <= x <= spot.frame[2] and spot.frame[1] <= y <= spot.frame[3]


def _edges(box: Any, matrix: Any) -> Edges:
    """The border box, upright also where it is turned."""
    left, upper = box.border_box_x(), box.border_box_y()
    right, lower = left + box.border_width(), upper + box.border_height()
    if not matrix:
        return left, upper, right, lower
    corners = [matrix.transform_point(x, y) for x in (left, right) for y in (upper, lower)]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def _points(edges: Edges, height: float) -> Box:
    """The same in points from the lower left corner of the page, as its PDF has them."""
    left, upper, right, lower = (edge * POINTS_PER_PIXEL for edge in edges)
    height *= POINTS_PER_PIXEL
    return round(left, 2), round(height - lower, 2), round(right, 2), round(height - upper, 2)


def _passages(html: Element, survey: _Survey) -> Iterator[Passage]:
    """The words of each element that says its place, without those within that say their own."""
    pages: dict[Element, dict[int, None]] = {}
    for element, there in survey.pages.items():
        if owner := survey.owners.get(element):
            pages.setdefault(owner.element, {}).update(there)
    for element in _shown(html):
        owner = survey.owners[element]
        if owner and owner.element is element:
            rows = "".join(_words(element, survey.owners)).split(_SEAM)
            words = _SEAM.join(" ".join(row.split()) for row in rows if row.strip())
            if words:
                yield Passage(owner.place, words, tuple(sorted(pages.get(element, ()))))


def _shown(element: Element) -> Iterator[Element]:
    """The element and those below it that a page shows as words."""
    if _is_shown(element):
        yield element
        for child in element:
            yield from _shown(child)


def _is_shown(element: Element) -> bool:
    is_html = isinstance(element.tag, str) and not element.tag.startswith("{")
    return is_html and element.tag not in UNSHOWN and element.get("hidden") is None


def _words(element: Element, owners: Mapping[Element, _Owner | None]) -> Iterator[str]:
    """The element's own words, in pieces, with seams between those that may stand apart."""
    yield _on_one_line(element.text)
    for child in element:
        owner = owners[child]
        parts = child.tag not in _IN_LINE or bool(owner and owner.element is child)
        yield _SEAM if parts else ""
        if _is_shown(child) and not (owner and owner.element is child):
            yield from _words(child, owners)
        yield _SEAM if parts else ""
        yield _on_one_line(child.tail)


def _on_one_line(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _parts(html: Element, survey: _Survey, kinds: Mapping[str, str]) -> Iterator[Part]:
    """The parts that stand on a page, in the order of the HTML, which is that of the pages."""
    first = next(_said(html), NOWHERE)
    for element in html.iter():
        id_ = element.get("id", "")
        if id_ in kinds and (pages := survey.pages.get(element)):
            yield Part(id_, kinds[id_], next(_said(element), first), min(pages), max(pages))


def _said(element: Element) -> Iterator[Place]:
    """The places that an element and those within it say."""
    return (there for one in element.iter() if (there := origins.own(one)))
