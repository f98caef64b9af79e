"""Numbers the paragraphs of those texts that ask for it: as they are marked, else provisionally."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from markdown_it.token import Token

from briefpack import paragraphs
from briefpack.brief import Brief, Prose
from briefpack.paragraphs import Number
from briefpack.problem import Place
from briefpack.words import Words


def settle(brief: Brief, prose: Mapping[int, Prose]) -> None:
    """Give each of these paragraphs its `meta["paragraph"]`: Words with the place of its mark.

    One without a mark gets the number that `briefpack number` would issue to it.
    """
    found = list(_paragraphs(brief, prose))
    marks = [
        paragraphs.parse(opening.meta["mark"]) if "mark" in opening.meta else None
        for opening, _ in found
    ]
    last, inserted = _issued(brief)
    numbers = paragraphs.allot(marks, last, inserted)
    for (opening, line), number in zip(found, numbers, strict=True):
        if number is not None:
            there = opening.meta.get("mark") or _start(opening, line)
            opening.meta["paragraph"] = Words(str(number), there.place, there.excerpt)


def _issued(brief: Brief) -> tuple[int, list[Number]]:
    """The highest whole number, and all with letters, that the record has."""
    record = brief.paragraphs
    if record is None:
        return 0, []
    inserted = (paragraphs.parse(words) for words in record.inserted)
    return int(record.last), [number for number in inserted if number]


def _start(opening: Token, line: Token) -> Words:
    """The place of a paragraph, with its first line."""
    place = opening.meta.get("place") or Place("")
    indent = max(place.column - 1, 0)
    return Words("", place, " " * indent + line.content.partition("\n")[0])


def _paragraphs(brief: Brief, prose: Mapping[int, Prose]) -> Iterator[tuple[Token, Token]]:
    """The paragraphs at the margin of the numbered texts, and their words, in reading order."""
    for index, part in enumerate(brief.parts):
        if part.paragraphs and index in prose:
            for opening, line in pairwise(prose[index].tokens):
                if opening.type == "paragraph_open" and opening.level == 0:
                    yield opening, line
