"""The timeline part: spreads worked out in millimetres, made ready for its template."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.dates import format_skeleton

from briefpack.brief import Event, Timeline
from briefpack.dates import Point, When
from briefpack.pages import wording
from briefpack.pages.faces import face
from briefpack.pages.layout import Layout
from briefpack.pages.timeline.drawing import Palette, svg
from briefpack.pages.timeline.figure import Card, DoesNotFit, Page, Spread
from briefpack.pages.timeline.spread import numbered, spreads
from briefpack.pages.timeline.stage import Faces, Stage
from briefpack.pages.timeline.ticks import Unit, Wording
from briefpack.paper import Paper, millimetres
from briefpack.problem import Problem, Refused

_SKELETONS: Mapping[tuple[Unit, bool], str] = {
    ("day", False): "d",
    ("day", True): "yMMMd",
    ("month", False): "MMM",
    ("month", True): "yMMM",
    ("year", False): "y",
    ("year", True): "y",
}


ABOVE_CARDS = 8.0
"""Millimetres at the least between a page's heading and its cards."""
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
    stage = _stage(timeline, layout, paper)

    def date(when: When) -> str:
        return wording.date(when, language, words["about-date"])

    try:
        made = spreads(timeline, stage, _faces(), date, _tick(wording.locale(language)), calls)
    except DoesNotFit as fault:
        raise Refused([_too_long(timeline.events[fault.event])]) from None
    return [
        leaf
        for spread in made
        for leaf in _spread(spread, timeline, stage, layout, words, language)
    ]


def _spread(
    spread: Spread,
    timeline: Timeline,
    stage: Stage,
    layout: Layout,
    words: Mapping[str, str],
    language: str,
) -> Iterator[Leaf]:
    palette = Palette(**layout.settings.get("timeline-colours", {}))
    caption = "even" if not spread.to_scale else "eras" if spread.broken else "true"
    for page in spread.pages:
        span = When(Point(page.first.year), Point(page.last.year))
        if page.first.year == page.last.year:
            span = When(Point(page.first.year))
        years = wording.date(span, language, words["about-date"])
        title, text = page.heading or (str(timeline.title), "")
        yield Leaf(
            page,
            svg(page, stage.width, stage.height, palette),
            words["timeline-span"].format(span=years),
            title,
            text,
            [(card, timeline.events[card.event]) for card in page.cards],
            spread.density,
            words[f"timeline-{caption}"],
        )


def _stage(timeline: Timeline, layout: Layout, paper: Paper) -> Stage:
    """The layout's stage, lower where a heading above it needs more room."""
    grid, stage = layout.lengths("grid", paper), layout.lengths("stage", paper)
    top = max(stage["top"], grid["top"] + _heads(timeline) + ABOVE_CARDS)
    return Stage(paper.width, paper.height, top, stage["bottom"], grid["outer"], grid["inner"])


def _heads(timeline: Timeline) -> float:
    """The height (mm) of the tallest heading of a page, as page.css sets it."""
    heads = [(str(timeline.title), "")]
    heads += [(str(page.title), str(page.text or "")) for page in timeline.pages]
    title, text = face("title"), face("sans")
    return millimetres(15) + max(
        len(title.lines(head, 24, 150 * SLACK)) * millimetres(30)
        + len(text.lines(below, 10, 116 * SLACK)) * millimetres(14.5)
        for head, below in heads
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
