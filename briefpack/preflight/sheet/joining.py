"""Puts letters together that a program placed one by one: they are one piece of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from briefpack.paper import Box
from briefpack.preflight.sheet.geometry import area, common, hull
from briefpack.preflight.sheet.leaf import Run

APART = 0.6
"""Of the size of type: a gap beyond which two pieces stay two."""

SPACE = 0.2
"""Of the size of type: from which gap on between two pieces they are two words; between two upright
letters of a sans serif there are 0.17, and a space that is there is painted with its letter.
"""

LETTERS = 0.22
"""The same between two single letters: what is measured is ink, and both have white about them."""

LEVEL = 0.02
"""Of the size of type: how far off the base line pieces may be: a raised letter stays alone."""


TWICE = 0.8
"""Part that the same words share where one is the other's shadow, or makes it bold."""


def is_double(one: Box, other: Box) -> bool:
    """Whether two pieces of the same words are meant as one."""
    shared = area(common(one, other))
    return shared > 0 and shared >= TWICE * min(area(one), area(other))


def joined(runs: Iterable[Run]) -> list[Run]:
    """Runs in their order, those in one that go on with the one before in the same type."""
    found: list[list[Run]] = []
    for run in runs:
        if found and _goes_on(found[-1], run):
            found[-1].append(run)
        else:
            found.append([run])
    return [pieces[0] if len(pieces) == 1 else _one(pieces) for pieces in found]


def _goes_on(pieces: Sequence[Run], run: Run) -> bool:
    last = pieces[-1]
    if not (last.upright and run.upright) or _type(last) != _type(run):
        return False
    level = abs(last.base[1] - run.base[1]) <= LEVEL * run.size
    return level and -0.3 * run.size < _gap(last, run) < APART * run.size


def _type(run: Run) -> tuple[object, ...]:
    return run.font, round(run.size, 2), run.colour, run.opacity, run.mark


def _gap(last: Run, run: Run) -> float:
    return run.box[0] - last.box[2]


def _one(pieces: Sequence[Run]) -> Run:
    inked = [piece for piece in pieces if piece.words.strip()] or pieces
    box = hull(piece.box for piece in inked) or pieces[0].box
    seen = hull(piece.seen for piece in inked if piece.seen is not None)
    return replace(pieces[0], words=_words(pieces), box=box, seen=seen, order=pieces[-1].order)


def _words(pieces: Sequence[Run]) -> str:
    words = pieces[0].words
    for last, run in pairwise(pieces):
        least = LETTERS if len(last.words) == len(run.words) == 1 else SPACE
        if _gap(last, run) > least * run.size or words[-1:].isspace():
            words = words.rstrip() + " "
        words += run.words.lstrip() if words[-1:].isspace() else run.words
    return words
