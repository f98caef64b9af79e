"""Check of the order of reading: whether tags follow one another as what they tag stands.

Only what is plain is told: columns, cards and notes may be read in more than one good order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefpack.paper import Box
from briefpack.preflight.finding import Finding, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.geometry import hull
from briefpack.preflight.sheet.leaf import Leaf, Run
from briefpack.preflight.sheet.reach import entry, listed, name
from briefpack.preflight.sheet.roles import HEADING
from briefpack.preflight.sheet.structure import Element, Structure
from briefpack.problem import counted

RUNNING = frozenset(["P", "H", "LI", "LBody", "BlockQuote", "Title"])
"""Types whose text runs down a column, one after the other; headings do too."""

FLOATING = (
    "Table",
    "Figure",
    "Caption",
    "Note",
    "FENote",
    "Formula",
    "Form",
    "Aside",
    "TOC",
    "Index",
)
"""What may stand away from where it is read: at the head or the foot of a page, or beside."""

EDGE = 3.0
"""Points that the left edges of one column may differ."""

WIDE = 0.7
"""Share that the narrower of two blocks has of the other, where they are of one column."""

CLEAR, NEAR = 2.0, 40.0
"""Points by which a block stands wholly above its neighbour, and at most.

Of blocks that fill a column in a wrong order, two are neighbours; cards of a timeline, far from
each other on one line, are read by their dates.
"""

MOST = 200
"""Blocks of a page that one is compared with: those that were read last."""

COLUMN = 100.0
"""Points that a column of text is wide at least; labels are narrower, and stand freely."""


@dataclass(frozen=True, slots=True)
class Block:
    """What a block has on one page."""

    element: Element
    page: int
    box: Box


def followed(proof: Proof) -> Iterator[Finding]:
    """What is read aloud comes in the order in which eyes go: down a column, and on to later pages.

    (ISO 14289-1, 7.2; WCAG 2.2, 1.3.2.)
    """
    blocks = list(_blocks(proof.tagged, proof.leaves))
    yield from _pages(blocks)
    told: set[int] = set()
    for above in _inversions(blocks):
        if above.page not in told:
            told.add(above.page)
            message = "a block is read after one that stands below it in the same column"
            hint = "bring the tags into the order of reading"
            yield remark(message, above.page, hint, box=above.box)
    yield from _tabs(proof)


def _tabs(proof: Proof) -> Iterator[Finding]:
    """Pages with links whose tab key does not follow the tags (ISO 14289-1, 7.18.3)."""
    lacking = [
        number
        for number, page in enumerate(proof.document.pages, 1)
        if listed(entry(page.obj, "/Annots")) and name(entry(page.obj, "/Tabs")) != "S"
    ]
    if lacking:
        pages = counted(len(lacking), "page")
        message = f"the tab key goes through links in no set order, on {pages}"
        yield remark(message, lacking[0], "let it follow the tags (/Tabs of a page is /S)")


def _pages(blocks: list[Block]) -> Iterator[Finding]:
    """The first block of each page that is read after one of a later page."""
    latest, told, started = 0, set(), set()
    for block in blocks:
        begins = block.element.number not in started
        started.add(block.element.number)
        if begins and block.page < latest and block.page not in told:
            told.add(block.page)
            message = f"a block is read after one of page {latest}"
            yield remark(
                message, block.page, "bring the tags into the order of pages", box=block.box
            )
        latest = max(latest, block.page) if begins else latest


def _inversions(blocks: list[Block]) -> Iterator[Block]:
    """Blocks that stand right above one that is read before them, in their column."""
    read: dict[int, deque[Block]] = {}
    for block in blocks:
        before = read.setdefault(block.page, deque(maxlen=MOST))
        if any(_is_above(block.box, one.box) for one in before):
            yield block
        before.append(block)


def _is_above(one: Box, other: Box) -> bool:
    widths = sorted((one[2] - one[0], other[2] - other[0]))
    column = abs(one[0] - other[0]) <= EDGE and widths[0] >= max(COLUMN, WIDE * widths[1])
    return column and CLEAR <= one[1] - other[3] <= NEAR


def _blocks(structure: Structure, leaves: list[Leaf]) -> Iterator[Block]:
    """Blocks of running text in the order of reading, each page of one by itself."""
    boxes = _boxes(leaves)
    current: Block | None = None
    for mark in structure.marks:
        element = _running(structure, structure.elements[mark.element])
        box = boxes.get((mark.page, mark.number)) if not mark.inner else None
        if element is None or box is None:
            continue
        if current and (current.element.number, current.page) == (element.number, mark.page):
            current = replace(current, box=_joined(current.box, box))
            continue
        if current:
            yield current
        current = Block(element, mark.page, box)
    if current:
        yield current


def _running(structure: Structure, element: Element) -> Element | None:
    """The nearest block of running text that a tag is in; none where it is in what floats."""
    chain = [element, *structure.above(element)]
    if any(one.standard in FLOATING for one in chain):
        return None
    return next((one for one in chain if _runs(one)), None)


def _runs(element: Element) -> bool:
    return element.standard in RUNNING or HEADING.fullmatch(element.standard) is not None


def _boxes(leaves: list[Leaf]) -> dict[tuple[int, int], Box]:
    """Where the text of each mark stands; not that which is turned."""
    found: dict[tuple[int, int], Box] = {}
    for leaf in leaves:
        for run in leaf.runs:
            if not (run.mark.loose or run.mark.inner or run.mark.artifact) and _is_level(run):
                at = leaf.number, run.mark.number
                found[at] = _joined(found.get(at, run.box), run.box)
    return found


def _joined(one: Box, other: Box) -> Box:
    return hull((one, other)) or one


def _is_level(run: Run) -> bool:
    """Whether it runs from left to right, as the page is written."""
    right, up = run.along
    return right > 0 and abs(up) < right / 10
