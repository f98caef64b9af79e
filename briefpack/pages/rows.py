"""The rows of the recommendations: how high they are, so that a page of them is filled evenly."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefpack.brief import Recommendation, Recommendations
from briefpack.pages.measure import Measure
from briefpack.paper import Paper, column_widths, millimetres

ON_ONE_PAGE = 8
"""More recommendations than these stand on two facing pages."""
TALLEST = 42.0
"""No row is made higher (mm) than this, however few there are."""
SPARE = 1.5
"""Millimetres left at the foot of the page."""
SLACK = 0.96
"""Share of a line counted on: the words are measured without Markdown, weight and kerning."""
CITED = "page 00, page 00; sources 00, 00, 00"
"""As long as the line of evidence is likely to be."""


@dataclass(frozen=True, slots=True)
class Rows:
    """In millimetres: the height of what stands above the rows, and the least height of a row.

    `first` is how many rows stand on the first page; the others are on the one that faces it.
    `tight` rows are set with less white, since they would not fit on their pages otherwise.
    """

    first: int
    head: float
    row: float
    tight: bool


def _numbered(item: Recommendation) -> str:
    return CITED if item.see or item.evidence else ""


def rows(
    recommendations: Recommendations,
    grid: Mapping[str, float],
    paper: Paper,
    serif: Measure,
    sans: Measure,
    cited: Callable[[Recommendation], str] = _numbered,
) -> Rows:
    """The heights with which the rows of the fuller page reach the foot of it.

    `cited` gives words as long as the line of a recommendation's evidence.
    """
    items = recommendations.items
    first = len(items) if len(items) <= ON_ONE_PAGE else (len(items) + 1) // 2
    width = column_widths(grid)["wide"]
    head = _head(recommendations, serif, width)
    note = _lines(sans, recommendations.note, 8, 11.25, width)
    room = paper.height - grid["top"] - grid["bottom"] - head - SPARE - (note + 5 if note else 0)
    pages = [page for page in (items[:first], items[first:]) if page]

    def heights(tight: bool) -> list[list[float]]:
        return [
            [_natural(item, serif, sans, tight, cited(item)) for item in page] for page in pages
        ]

    tight = any(sum(page) > room for page in heights(False))
    row = min(TALLEST, *(_even(page, room) for page in heights(tight)))
    return Rows(first, round(head, 2), round(row, 2), tight)


def _head(recommendations: Recommendations, serif: Measure, width: float) -> float:
    """Kicker, title, and the words above the rows."""
    title = _lines(serif, recommendations.title, 24, 30, width)
    intro = _lines(serif, recommendations.intro, 10.2, 15, 132)
    return millimetres(30) + title + (intro + 6 if intro else 0)


def _natural(
    item: Recommendation, serif: Measure, sans: Measure, tight: bool, evidence: str
) -> float:
    """The height of a row that its words need, as page.css sets it."""
    action, term, gap, white = (13.4, 10, 0, 3.2) if tight else (14, 10.4, 0.4, 5.2)
    words = _lines(serif, item.title, 14, 18, 97) + 1 + _lines(serif, item.action, 10.2, action, 97)
    cells = [item.lead, item.by, item.cost, item.priority, evidence]
    terms = sum(_lines(sans, cell, 8, term, 36) + gap for cell in cells if cell)
    return white + max(words, terms + 0.9)


def _lines(face: Measure, text: str | None, points: float, feed: float, width: float) -> float:
    return len(face.lines(str(text or ""), points, width * SLACK)) * millimetres(feed)


def _even(heights: Sequence[float], room: float) -> float:
    """The least height of a row with which rows, some of them higher by nature, fill the room."""
    rest = sorted(heights)
    while rest and rest[-1] > room / len(rest):
        room -= rest.pop()
    return max(room / len(rest), 0.0) if rest else 0.0
