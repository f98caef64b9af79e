"""Overruns: what stands in the side column and does not end on the page where it begins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

GRACE = 0.2  # CSS px: less than this is rounding
LEADING = 6.0  # CSS px: lines move whole, so a box is raised by a little more than it overruns
BEFORE = frozenset({"p", "h3", "h4"})
"""Elements of a text before which a box of the side column may stand instead."""


@dataclass(frozen=True, slots=True)
class Overrun:
    """A box of the side column that begins on `page` (from 0) and goes on after it.

    `at` is its `data-at`, the place in the source; `before` is that of the nearest paragraph or
    heading on the page which stands high enough for the box to end there too, where there is one.
    """

    at: str
    page: int
    before: str | None


def overruns(pages: Iterable[Any]) -> list[Overrun]:
    """Those of WeasyPrint's laid-out page boxes, in order.

    WeasyPrint carries what is left of a float over to the next page, where it stands alone and
    makes no sense.
    """
    begun: dict[str, tuple[int, Any, float]] = {}
    excess: dict[str, float] = {}
    leaves = list(pages)
    for number, page in enumerate(leaves):
        foot = above = page.content_box_y()
        foot += page.height
        for box in _boxes(page):
            at = box.element.get("data-at")
            if not box.is_floated():
                continue
            if at in begun:
                excess[at] = excess.get(at, 0.0) + box.margin_height()
                continue
            begun[at] = (number, box, above)
            above = end = box.border_box_y() + box.border_height()
            if end - foot > GRACE:
                excess[at] = end - foot
    return [
        Overrun(at, begun[at][0], _before(leaves[begun[at][0]], *begun[at][1:], height))
        for at, height in excess.items()
    ]


def _before(page: Any, box: Any, above: float, excess: float) -> str | None:
    """The lowest paragraph that stands at least `excess` higher, and below the box `above`."""
    limit = box.position_y - excess - LEADING
    found = None
    for other in _boxes(page):
        if other.element_tag in BEFORE and above <= other.position_y <= limit:
            found = str(other.element.get("data-at"))
    return found


def _boxes(box: Any) -> Iterator[Any]:
    """The boxes that know their place in the source, down to floats and no further."""
    for child in getattr(box, "children", ()):
        element = child.element
        if element is not None and element.get("data-at"):
            yield child
        if not child.is_floated():
            yield from _boxes(child)
