"""The timeline part: spreads worked out in millimetres, made ready for its template."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.dates import format_skeleton

from briefpack.brief import Event, Timeline
from briefpack.dates import Point, When
from briefpack.pages import headings, wording
from briefpack.pages.faces import face
from briefpack.pages.headings import Heading
from briefpack.pages.layout import Layout
from briefpack.pages.measure import Measure
from briefpack.pages.timeline.drawing import Palette, svg
from briefpack.pages.timeline.figure import Card, DoesNotFit, Page, Spread
from briefpack.pages.timeline.spread import numbered, spreads
from briefpack.pages.timeline.stage import Faces, Stage
from briefpack.pages.timeline.ticks import Unit, Wording
from briefpack.paper import PAPERS, Paper, column_widths, millimetres
from briefpack.problem import Problem, Refused

_SKELETONS: Mapping[tuple[Unit, bool], str] = {
    ("day", False): "d",
    ("day", True): "yMMMd",
    ("month", False): "MMM",
    ("month", True): "yMMM",
    ("year", False): "y",
    ("year", True): "y",
}


SLACK = 0.98
"""Share of a line counted on in headings, which may hold Markdown."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the timeline as its template needs it: the figure and the words around it."""

    page: Page
    drawing: str
    kicker: str
    title: str
    text: str
    cards: Sequence[tuple[Card, Event]]
    density: str
    caption: str


def leaves(
    timeline: Timeline,
    layout: Layout,
    paper: Paper,
    words: Mapping[str, str],
    language: str,
    calls: Callable[[Event], str] = numbered,
) -> list[Leaf]:
    """The pages of the timeline in order; `Refused` names an event with too many words."""

    def made(layout: Layout, paper: Paper, heads: Sequence[Heading]) -> tuple[Stage, list[Spread]]:
        stage = _stage(heads, layout, paper)
        return stage, _spreads(timeline, stage, words, language, calls)

    written = headings.written(timeline)
    stage, found = made(layout, paper, written)
    planned = made(layout.plain, PAPERS[paper.key], written)[1] if layout.format else found
    heads = headings.of(_pages(found), _pages(planned), timeline)
    if _stage(heads, layout, paper).top > stage.top:
        stage, found = made(layout, paper, heads)
        heads = headings.of(_pages(found), _pages(planned), timeline)
    shown = iter(heads)
    return [
        _leaf(page, spread, next(shown), timeline, stage, layout, words, language)
        for spread in found
        for page in spread.pages
    ]


def _spreads(
    timeline: Timeline,
    stage: Stage,
    words: Mapping[str, str],
    language: str,
    calls: Callable[[Event], str],
) -> list[Spread]:
    def date(when: When) -> str:
        return wording.date(when, language, words["about-date"])

    try:
        return spreads(timeline, stage, _faces(), date, _tick(wording.locale(language)), calls)
    except DoesNotFit as fault:
        raise Refused([_too_long(timeline.events[fault.event])]) from None


def _pages(found: Sequence[Spread]) -> list[Page]:
    return [page for spread in found for page in spread.pages]


def _leaf(
    page: Page,
    spread: Spread,
    heading: Heading,
    timeline: Timeline,
    stage: Stage,
    layout: Layout,
    words: Mapping[str, str],
    language: str,
) -> Leaf:
    palette = Palette(**layout.settings.get("timeline-colours", {}))
    caption = "even" if not spread.to_scale else "eras" if spread.broken else "true"
    span = When(Point(page.first.year), Point(page.last.year))
    if page.first.year == page.last.year:
        span = When(Point(page.first.year))
    years = wording.date(span, language, words["about-date"])
    return Leaf(
        page,
        svg(page, stage.width, stage.height, palette, layout.bleed),
        words["timeline-span"].format(span=years),
        *heading,
        [(card, timeline.events[card.event]) for card in page.cards],
        spread.density,
        words[f"timeline-{caption}"],
    )


def _stage(heads: Sequence[Heading], layout: Layout, paper: Paper) -> Stage:
    """The layout's stage, lower where a heading above it needs more room."""
    grid, stage = layout.lengths("grid", paper), layout.lengths("stage", paper)
    above = layout.lengths("timeline-heads")
    top = max(stage["top"], grid["top"] + _heads(heads, above, grid) + above["below"])
    bound = stage.get("bound", 0.0)
    width, inner = paper.width - bound, grid["inner"] - bound
    bottom, least = stage["bottom"], stage.get("least", 0.0)
    return Stage(width, paper.height, top, bottom, grid["outer"], inner, bound > 0, least)


def _heads(
    heads: Sequence[Heading], lengths: Mapping[str, float], grid: Mapping[str, float]
) -> float:
    """The height (mm) of the tallest heading of a page, with the line above it."""
    widest = column_widths(grid)["wide"]
    title, text = face("title"), face("sans")

    def lines(face: Measure, words: str, kind: str) -> float:
        width = min(lengths[f"{kind}-width"], widest) * SLACK
        count = len(face.lines(words, lengths[f"{kind}-size"], width))
        return count * millimetres(lengths[f"{kind}-feed"])

    return millimetres(15) + max(
        lines(title, head, "title") + lines(text, below, "text") for head, below in heads
    )


def _faces() -> Faces:
    return Faces(date=face("date"), title=face("event"), text=face("sans"), label=face("label"))


def _tick(there: Locale) -> Wording:
    """Words for the axis in the brief's language."""

    def tick(day: dt.date, unit: Unit, alone: bool) -> str:
        return format_skeleton(_SKELETONS[unit, alone], day, locale=there)

    return tick


def _too_long(event: Event) -> Problem:
    return Problem(
        event.title.place,
        "event-too-long",
        "this event has more words than a page of the timeline has room for",
        "say it in one sentence here, and the rest in the text",
        event.title.excerpt,
    )
