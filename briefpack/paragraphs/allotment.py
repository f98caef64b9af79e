"""Allotment: each paragraph that has no number yet gets one that nobody ever had."""

from bisect import bisect_left
from collections.abc import Collection, Container, Iterator, Sequence
from itertools import count

from briefpack.paragraphs.number import Number

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXY"
"""Z is none: it puts the letter behind it before the others."""


def allot(
    marks: Sequence[Number | None], last: int = 0, inserted: Collection[Number] = ()
) -> list[Number | None]:
    """The number of each paragraph, in reading order; None for one whose mark stands there twice.

    `marks` are the numbers that paragraphs carry; `last` is the highest whole number and
    `inserted` are the numbers with letters that were ever issued. At the end a paragraph gets the
    next whole number, elsewhere the shortest that fits between its neighbours. A paragraph that
    stands out of order keeps its number, and plays no part in those of the others.
    """
    fixed = set(ascending(marks))
    taken = {*inserted, *(mark for mark in marks if mark)}
    last = max([last, *(number.whole for number in taken)])
    following = _following(marks, fixed)
    seen: set[Number] = set()
    numbers: list[Number | None] = []
    low = Number(0)
    for index, mark in enumerate(marks):
        number = mark
        if number is None and (high := following[index]) is not None:
            number = between(low, high, taken)
        elif number is None:
            last += 1
            number = Number(last)
        if mark is None or index in fixed:
            low = number
        numbers.append(None if number in seen else number)
        seen.add(number)
        taken.add(number)
    return numbers


def ascending(marks: Sequence[Number | None]) -> list[int]:
    """The paragraphs (by index) that stand in order: as many as can be, and those with a mark only.

    The longest strictly ascending subsequence, by patience sorting.
    """
    tails: list[Number] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for index, mark in enumerate(marks):
        if mark is None:
            continue
        pile = bisect_left(tails, mark)
        tails[pile:] = [mark, *tails[pile + 1 :]]
        ends[pile:] = [index, *ends[pile + 1 :]]
        if pile:
            before[index] = ends[pile - 1]
    chain = ends[-1:]
    while chain and chain[-1] in before:
        chain.append(before[chain[-1]])
    return chain[::-1]


def between(low: Number, high: Number, taken: Container[Number]) -> Number:
    """The shortest number behind `low` and before `high` that is not `taken`."""
    return next(number for number in _candidates(low) if number < high and number not in taken)


def _candidates(low: Number) -> Iterator[Number]:
    """The numbers behind `low`, the shortest first: 12B and 12AB behind 12AA, then 12AAA…

    They never end, and each run of them with one more Z stands before all those so far.
    """
    for depth in range(len(low.levels)):
        start, (before, letter) = low.levels[:depth], low.levels[depth]
        for later in LETTERS[LETTERS.index(letter) + 1 :]:
            yield Number(low.whole, (*start, (before, later)))
    for before in count():
        for letter in LETTERS:
            yield Number(low.whole, (*low.levels, (-before, letter)))


def _following(marks: Sequence[Number | None], fixed: Container[int]) -> list[Number | None]:
    """For each paragraph, the number of the next that has one and stands in order."""
    following: list[Number | None] = []
    high: Number | None = None
    for index in range(len(marks) - 1, -1, -1):
        following.append(high)
        if index in fixed:
            high = marks[index]
    return following[::-1]
