"""The glossary: its entries in the order of the alphabet, shared out to columns as measured."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefpack.brief import Term
from briefpack.pages.columns import half_width, two_columns
from briefpack.pages.measure import Measure
from briefpack.paper import Paper, millimetres

FEW = 4
"""So many entries stand in one column."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term; one that `is_long` takes a line of its own above what is said of it."""

    term: Term
    is_long: bool


Page = Sequence[Sequence[Entry]]


def pages(
    terms: Iterable[Term],
    grid: Mapping[str, float],
    sources: Mapping[str, float],
    lengths: Mapping[str, float],
    paper: Paper,
    face: Measure,
    bold: Measure,
) -> list[Page]:
    """The entries of each page's columns. `lengths` are the layout's for the glossary; terms are
    set in the `bold` face.
    """
    room = lengths["indent"] - lengths["gap"]
    entries = [
        Entry(term, bold.width(term.term, lengths["size"]) > room) for term in alphabetical(terms)
    ]
    if len(entries) <= FEW:
        return [[entries]]
    width = half_width(grid, sources) - lengths["indent"]
    heights = [_height(entry, width, lengths, face) for entry in entries]
    whole = paper.height - grid["top"] - grid["bottom"]
    return [
        [[entries[index] for index in left], [entries[index] for index in right]]
        for left, right in two_columns(heights, whole - lengths["head"], whole)
    ]


def alphabetical(terms: Iterable[Term]) -> list[Term]:
    """The terms as a dictionary has them: accents and case count only between equals."""
    return sorted(terms, key=lambda term: (_bare(term.term), term.term))


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if letter.isalnum() or letter.isspace())


def _height(entry: Entry, width: float, lengths: Mapping[str, float], face: Measure) -> float:
    """What an entry takes, in millimetres; Markdown's own marks make it a little more."""
    said = ". ".join(str(words) for words in (entry.term.full, entry.term.text) if words)
    lines = len(face.lines(said, lengths["size"], width)) + entry.is_long
    return lines * millimetres(lengths["feed"]) + lengths["gap"]
