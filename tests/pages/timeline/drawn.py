"""Timelines made for tests, and pages drawn as text."""

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from typing import Any

from briefpack.brief import Timeline
from briefpack.dates import Point, When
from briefpack.pages.measure import Measure
from briefpack.pages.timeline.figure import Page, Side, Spread
from briefpack.pages.timeline.spread import spreads
from briefpack.pages.timeline.stage import Faces, Stage

A4 = Stage(210, 297, 66, 263)
LETTER = Stage(215.9, 279.4, 63, 248)
HALF_AN_EM = Measure({}, 500)
FACES = Faces(HALF_AN_EM, HALF_AN_EM, HALF_AN_EM, HALF_AN_EM)
SHAPES = ("circle", "square", "triangle", "diamond", "ring", "cross")


def event(
    date: str, title: str = "An event", text: str = "", category: str = "0"
) -> dict[str, Any]:
    """An event as it is written."""
    return {"date": date, "title": title, "category": category} | ({"text": text} if text else {})


def timeline(events: Iterable[dict[str, Any]], **more: Any) -> Timeline:
    """A timeline of these events, with a category for each shape."""
    categories = {str(n): {"label": f"Kind {n}", "shape": s} for n, s in enumerate(SHAPES)}
    content = {"title": "A title", "categories": categories, "events": list(events)}
    return Timeline.model_validate(content | more)


def lettered(dates: str, **more: Any) -> Timeline:
    """A timeline of events titled A, B, C on the dates, which are parted by spaces."""
    letters = (chr(ord("A") + n) for n in itertools.count())
    return timeline((event(date, next(letters)) for date in dates.split()), **more)


def era(title: str, start: str, end: str) -> dict[str, str]:
    """An era as it is written."""
    return {"title": title, "from": start, "to": end}


def laid_out(given: Timeline, stage: Stage = A4) -> list[Spread]:
    """The spreads, dates worded as they are written."""
    return spreads(given, stage, FACES, written)


def written(when: When) -> str:
    """A date as in a content file."""
    return "/".join(_point(point) for point in (when.start, when.end) if point)


def _point(point: Point) -> str:
    numbers = [f"{point.year:04d}", f"{point.month:02d}", f"{point.day:02d}"]
    return "-".join(numbers[: 1 + bool(point.month) + bool(point.day)])


def sides(given: Timeline, made: Sequence[Spread]) -> list[str]:
    """Who stands where: "above: A C | E", "below: B D | F" for each spread; | is the gutter."""
    return [
        f"{side}: " + " | ".join(_row(given, page, side) for page in spread.pages)
        for spread in made
        for side in ("above", "below")
    ]


def _row(given: Timeline, page: Page, side: Side) -> str:
    cards = sorted((card.x, card.event) for card in page.cards if card.side == side)
    return " ".join(str(given.events[index].title) for _, index in cards) or "-"


def axis(made: Spread) -> str:
    """The axis as "[Era] 1961 1962 ~ | 1963": its segments, their labels, and its breaks."""
    return " | ".join(_axis(page) for page in made.pages)


def _axis(page: Page) -> str:
    words = [(segment.x0, f"[{segment.title}]") for segment in page.segments if segment.title]
    words += [(label.x, label.text) for label in page.labels if label.kind != "era"]
    words += [(pause.x0, "~") for pause in page.breaks]
    return " ".join(word for _, word in sorted(words))


def day(date: str) -> float:
    """A date as a day's number."""
    return float(dt.date.fromisoformat(date).toordinal())
