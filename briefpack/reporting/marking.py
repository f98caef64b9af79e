"""Marking: where on a page's picture each finding has its frame, and its number beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product

from briefpack.paper import Box
from briefpack.reporting.report import Entry, Leaf

AIR = 4  # pixels between a finding and its frame; a disc lies on its corner by as much
HEIGHT = 25  # pixels of a number's disc
DIGIT = 10  # pixels of width that each digit takes
LINE = 60  # pixels of height (or width, on turned pages) up to which a frame is about words
REACH = 8  # half discs that one is moved at the most
NEAR = 4  # and so many to let words be read


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
    """The findings of a page. No disc lies on another, as long as there is room about.

    A disc stands at the upper left corner of its frame and outside it, so that it covers nothing of
    what was found.
    """
    here = [(entry, frame(leaf, entry)) for entry in entries if entry.page == leaf.page]
    words = [_inner(box) for _, box in here if min(box[2] - box[0], box[3] - box[1]) <= LINE]
    discs: list[Box] = []
    for entry, box in here:
        discs.append(_spared(_disc(leaf, entry, box), discs, words, leaf))
    return [
        Mark(entry, box, disc, entry.problem.spot.box not in leaf.places)
        for (entry, box), disc in zip(here, discs, strict=True)
    ]


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
    left = min(max(frame[0] - width + AIR, 0), leaf.width - width)
    top = min(max(frame[1] - HEIGHT + AIR, 0), leaf.height - HEIGHT)
    return left, top, left + width, top + HEIGHT


def _inner(frame: Box) -> Box:
    """What a frame is about: a disc at its corner leaves it free."""
    left, top, right, bottom = frame
    return left + AIR, top + AIR, right - AIR, bottom - AIR


def _spared(disc: Box, discs: Sequence[Box], words: Sequence[Box], leaf: Leaf) -> Box:
    """The nearest place where it covers no other number, and no words if one is near."""
    free = (place for place in _about(disc, leaf, REACH) if not _covers(place, discs))
    first = next(free, disc)
    near = {*_about(disc, leaf, NEAR)}
    for place in chain([first], free):
        if place in near and not _covers(place, words):
            return place
    return first


def _about(disc: Box, leaf: Leaf, reach: int) -> Iterator[Box]:
    """The places about a disc that lie on the page, by half discs: near ones first, and of these
    those on its right, so that numbers of one place follow one another.
    """
    left, top, right, bottom = disc
    across, down = (right - left) / 2, (bottom - top) / 2
    steps = product(range(-reach, reach + 1), repeat=2)
    for x, y in sorted(steps, key=lambda step: (abs(step[0]) + abs(step[1]), -step[0], step[1])):
        place = (left + x * across, top + y * down, right + x * across, bottom + y * down)
        if place[0] >= 0 and place[1] >= 0 and place[2] <= leaf.width and place[3] <= leaf.height:
            yield place


def _covers(disc: Box, others: Iterable[Box]) -> bool:
    return any(_meet(disc, other) for other in others)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
