"""Marking: where on a page's picture each finding has its frame, and its number beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefpack.paper import Box
from briefpack.reporting.report import Entry, Leaf

AIR = 4  # pixels between a finding and its frame
HEIGHT = 25  # pixels of a number's disc
DIGIT = 10  # pixels of width that each digit takes
TUCKED = 5  # pixels by which a disc lies on the corner of its frame


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding on a picture: its frame, and the disc with its number, in pixels of the picture.

    `whole` says that it is about the page as a whole, and so is the frame.
    """

    entry: Entry
    frame: Box
    disc: Box
    whole: bool


def marks(leaf: Leaf, entries: Iterable[Entry]) -> list[Mark]:
    """The findings of a page. No disc lies on another, as long as the page has room.

    A disc stands at the upper left corner of its frame and outside it, so that it covers nothing of
    what was found.
    """
    found: list[Mark] = []
    for entry in entries:
        if entry.page == leaf.page:
            box = frame(leaf, entry)
            disc = _spared(_disc(leaf, entry, box), [one.disc for one in found], leaf)
            whole = entry.problem.spot.box not in leaf.places
            found.append(Mark(entry, box, disc, whole))
    return found


def frame(leaf: Leaf, entry: Entry) -> Box:
    """Around what was found, in pixels of the picture; around the page where that is all of it."""
    edge = AIR / 2
    place = leaf.places.get(entry.problem.spot.box)
    if place is None:
        return edge, edge, leaf.width - 1 - edge, leaf.height - 1 - edge
    left, top, right, bottom = place
    return (
        max(left - AIR, edge),
        max(top - AIR, edge),
        min(right + AIR, leaf.width - 1 - edge),
        min(bottom + AIR, leaf.height - 1 - edge),
    )


def _disc(leaf: Leaf, entry: Entry, frame: Box) -> Box:
    """Where the number would stand, were it alone: whole on the page in any case."""
    width = HEIGHT - DIGIT + DIGIT * len(str(entry.number))
    left = min(max(frame[0] - width + TUCKED, 0), leaf.width - width)
    top = min(max(frame[1] - HEIGHT + TUCKED, 0), leaf.height - HEIGHT)
    return left, top, left + width, top + HEIGHT


def _spared(disc: Box, taken: Sequence[Box], leaf: Leaf) -> Box:
    """Moved to the right, and then down, until no other number is covered."""
    width, height = disc[2] - disc[0], disc[3] - disc[1]
    while hit := next((other for other in taken if _meet(disc, other)), None):
        left, top = hit[2], disc[1]
        if left + width > leaf.width:
            left, top = 0.0, top + height
        if top + height > leaf.height:
            break
        disc = (left, top, left + width, top + height)
    return disc


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
