"""The list of sources, shared out to columns by the measured height of its entries."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from briefpack.brief import Source
from briefpack.pages.apparatus import Entry, Styled
from briefpack.pages.columns import half_width, two_columns
from briefpack.pages.measure import Measure
from briefpack.pages.templates import address
from briefpack.paper import Paper, millimetres

AnyEntry = TypeVar("AnyEntry", bound=Entry | Styled)
SLACK = 0.97
"""Share of a line counted on: addresses break worse than words."""


def pages(
    entries: Sequence[AnyEntry],
    grid: Mapping[str, float],
    sources: Mapping[str, float],
    paper: Paper,
    face: Measure,
    particulars: Callable[[Source], Sequence[str]],
) -> list[tuple[list[AnyEntry], list[AnyEntry]]]:
    """The entries of each page's left and right column."""
    width = (half_width(grid, sources) - sources["indent"]) * SLACK
    feed = millimetres(sources["feed"])
    texts = [_text(entry, particulars) for entry in entries]
    heights = [
        len(face.lines(text, sources["size"], width)) * feed + sources["gap"] for text in texts
    ]
    room = paper.height - grid["top"] - grid["bottom"]
    return [
        ([entries[index] for index in left], [entries[index] for index in right])
        for left, right in two_columns(heights, room - sources["head"], room)
    ]


def _text(entry: Entry | Styled, particulars: Callable[[Source], Sequence[str]]) -> str:
    """About what the entry prints; only its length matters."""
    if isinstance(entry, Styled):
        return entry.plain.replace("/", "/ ")
    source = entry.source
    words = [source.byline, source.title, *particulars(source)]
    calls = " ".join(f"{call.name} {call.locator}," for call in entry.calls)
    where = address(source).replace("/", "/ ") if source.link else ""
    return " ".join(str(word) for word in [*words, where, source.note, "↑", calls] if word)
