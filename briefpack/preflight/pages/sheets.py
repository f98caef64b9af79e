"""Checks of pages as sheets: of one size, the right way up, and as many as the binding takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from briefpack.paper import Box, millimetres, points
from briefpack.preflight.finding import Finding, Unjudged, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.geometry import common, within
from briefpack.preflight.sheet.leaf import Run
from briefpack.preflight.sheet.reach import edges, entry, whole

LETTER: Box = (0.0, 0.0, 612.0, 792.0)
"""What readers take a page to be that has no size."""

SLACK = 1.0
"""Millimetres that pages of one size may differ."""

LEAST, MOST = 3.0, 14400.0
"""Points that a page may have each way (ISO 32000-1, annex C)."""

ENOUGH = 20
"""Pieces of text from which on a page has a right way up."""

SIDEWAYS = 0.8
"""Share of its text that is turned on a page that lies on its side."""

DEEPEST = 50
"""Levels of the tree of pages that a page may have its size from."""

BOXES = ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox")


def alike(proof: Proof) -> Iterator[Finding]:
    """Pages of several sizes are scaled, cut or asked for one by one at the printer."""
    sizes = [_size(page.obj) for page in proof.document.pages]
    counts: Counter[tuple[int, int]] = Counter()
    first: dict[tuple[int, int], int] = {}
    for page, (width, height) in enumerate(sizes, 1):
        if not all(LEAST <= side <= MOST for side in (width, height)):
            yield fault(f"the page is {width:g} by {height:g} pt, which no reader can show", page)
        near = _near(counts, (millimetres(width), millimetres(height)))
        counts[near] += 1
        first.setdefault(near, page)
    if len(counts) > 1:
        told = [
            f"{times} of {size[0]} x {size[1]} mm (the first is page {first[size]})"
            for size, times in counts.most_common()
        ]
        yield remark(f"pages have {len(counts)} sizes: {', '.join(told[:4])}")


def _near(known: Counter[tuple[int, int]], size: tuple[float, float]) -> tuple[int, int]:
    """The size that is known already, or a new one, in whole millimetres."""
    for one in known:
        if all(abs(a - b) <= SLACK for a, b in zip(one, size, strict=True)):
            return one
    return round(size[0]), round(size[1])


def upright(proof: Proof) -> Iterator[Finding]:
    """A page that lies on its side has to be turned by every reader, on every screen."""
    turned = [_turn(page.obj) for page in proof.document.pages]
    for leaf in proof.leaves:
        wrong = sum(not _reads(run, turned[leaf.number - 1]) for run in leaf.runs)
        if len(leaf.runs) >= ENOUGH and wrong >= SIDEWAYS * len(leaf.runs):
            message = "the text of the page does not stand upright"
            yield remark(message, leaf.number, "turn the page")


def counted(proof: Proof) -> Iterator[Finding]:
    """Sheets have two sides, folded ones four: what is wanting is left blank at the wrong place."""
    pages, multiple = len(proof.document.pages), proof.order.multiple
    if multiple > 1 and pages % multiple:
        hint = f"add {-pages % multiple} more, or leave out {pages % multiple}"
        message = f"the binding takes multiples of {multiple} pages, and the file has {pages}"
        yield fault(message, hint=hint)


def sized(proof: Proof) -> Iterator[Finding]:
    """What is printed on paper of another size is scaled: margins and type are no more as set."""
    wanted = proof.order.width, proof.order.height
    if not all(wanted):
        raise Unjudged("no size was ordered")
    for page in proof.document.pages:
        size = tuple(millimetres(side) for side in _size(page.obj))
        if any(abs(a - b) > SLACK for a, b in zip(size, wanted, strict=True)):
            message = f"the page is {size[0]:.0f} x {size[1]:.0f} mm"
            yield fault(
                f"{message}, where {wanted[0]:g} x {wanted[1]:g} mm was ordered", page.index + 1
            )


def nested(proof: Proof) -> Iterator[Finding]:
    """A box that reaches out of the sheet is cut by one program and obeyed by the next.

    (ISO 32000-1, 14.11.2.)
    """
    for number, page in enumerate(proof.document.pages, 1):
        media = _inherited(page.obj, "/MediaBox")
        if media is None:
            yield fault("the page has no size (MediaBox)", number)
            continue
        for name in BOXES:
            box = edges(entry(page.obj, name))
            if box and not within(box, media, points(SLACK)):
                yield remark(f"the {name[1:]} reaches out of the MediaBox", number)


def _size(page: Any) -> tuple[float, float]:
    """How wide and high a page is shown, in points."""
    media = _inherited(page, "/MediaBox") or LETTER
    left, bottom, right, top = common(_inherited(page, "/CropBox") or media, media) or media
    sides = right - left, top - bottom
    return sides[::-1] if _turn(page) % 180 else sides


def _turn(page: Any) -> int:
    turn = whole(_found(page, "/Rotate")) or 0
    return turn % 360 if turn % 90 == 0 else 0


def _inherited(page: Any, name: str) -> Box | None:
    return edges(_found(page, name))


def _found(page: Any, name: str) -> Any:
    """An entry of a page, or of the nearest node above it that has one (ISO 32000-1, 7.7.3.4)."""
    for _ in range(DEEPEST):
        value = entry(page, name)
        if value is not None or page is None:
            return value
        page = entry(page, "/Parent")
    return None


def _reads(run: Run, turn: int) -> bool:
    """Whether text runs from left to right on the page as it is shown."""
    right, up = run.along
    along = {0: right, 90: up, 180: -right, 270: -up}[turn]
    across = up if turn % 180 == 0 else right
    return along > 0 and abs(across) <= along
