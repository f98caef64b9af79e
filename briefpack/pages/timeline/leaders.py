"""Leaders: how high each mark stands off the band, and at which height its leader turns.

A leader rises from its mark to its own height, runs level to its card's line, and goes on along
it. All heights are millimetres off the band's edge, outwards, on one side of one page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

RADIUS = 1.6
"""Half the size of a mark."""
SEAT = 2.6
"""The centre of a mark that stands on the band."""
TOUCH = 2 * RADIUS + 0.3
"""Centres nearer than this are marks that overlap."""
NEAR = RADIUS + 0.5
"""A line must not come nearer to another's mark than this."""
STEP = 1.9
"""Between two level lines."""
STRAIGHT = 0.02
"""A card that hangs no further than this from its mark needs no turn."""


@dataclass(frozen=True, slots=True)
class Rise:
    """Heights of the mark's centre and of the turn of its leader."""

    mark: float
    turn: float


def rises(marks: Sequence[float], lines: Sequence[float]) -> list[Rise]:
    """Heights at which no leader crosses another, or a mark of another.

    `marks` and `lines` are both in order; lines are further apart than twice `NEAR`. A leader that
    runs to the right over later marks lies outside of theirs, one to the left outside of earlier
    ones; marks that overlap are stacked, and turn at the height where they stand.
    """
    count = len(marks)
    inside: list[set[int]] = [set() for _ in range(count)]
    either: list[set[int]] = [set() for _ in range(count)]
    for a in range(count):
        for b in range(a + 1, count):
            outer = _outer(marks, lines, a, b)
            if outer is not None:
                inside[outer].add(a + b - outer)
            elif _overlap(marks, a, b):
                either[a].add(b)
                either[b].add(a)
    return _stacked(marks, inside, either)


def _direction(marks: Sequence[float], lines: Sequence[float], index: int) -> int:
    moved = lines[index] - marks[index]
    return 0 if abs(moved) <= STRAIGHT else 1 if moved > 0 else -1


def _overlap(marks: Sequence[float], a: int, b: int) -> bool:
    return abs(marks[a] - marks[b]) < TOUCH


def _outer(marks: Sequence[float], lines: Sequence[float], a: int, b: int) -> int | None:
    """Which of two, `a` the earlier, must lie outside of the other; nothing if either may."""
    ways = _direction(marks, lines, a), _direction(marks, lines, b)
    overlap = _overlap(marks, a, b)
    if ways == (1, 1):
        return a if overlap or marks[b] < lines[a] + NEAR else None
    if ways == (-1, -1):
        return b if overlap or marks[a] > lines[b] - NEAR else None
    if not overlap:
        return None
    if ways[0] == 0:
        return a
    if ways[1] == 0:
        return b
    if marks[b] - lines[a] < NEAR:
        return a
    return b if lines[b] - marks[a] < NEAR else None


def _stacked(
    marks: Sequence[float], inside: Sequence[set[int]], either: Sequence[set[int]]
) -> list[Rise]:
    """The lowest heights that keep everyone outside of those inside, from the inmost outwards."""
    done: dict[int, Rise] = {}
    while len(done) < len(marks):
        index = next(i for i in range(len(marks)) if i not in done and inside[i] <= done.keys())
        under = inside[index] | (either[index] & done.keys())
        stacked = [done[i] for i in under if _overlap(marks, i, index)]
        done[index] = _rise([done[i] for i in under], stacked)
    return [done[index] for index in range(len(marks))]


def _rise(under: Sequence[Rise], stacked: Sequence[Rise]) -> Rise:
    turn = SEAT + NEAR
    for other in under:
        on_its_turn = bool(stacked) or other.mark == other.turn
        turn = max(turn, other.turn + (NEAR if on_its_turn else STEP))
    for other in stacked:
        turn = max(turn, other.mark + TOUCH)
    return Rise(turn if stacked else SEAT, turn)
