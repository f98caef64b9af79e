"""Annals: the timeline as a list of events by date, for pages on which no axis is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.brief import Event
from briefpack.pages.chronicle import Leaf
from briefpack.pages.timeline.figure import Page


@dataclass(frozen=True, slots=True)
class Age:
    """The events of an era; its title is empty where there is none."""

    title: str
    events: Sequence[Event]


def ages(leaf: Leaf) -> list[Age]:
    """The events of a page of the timeline in order of date, below the eras drawn there."""
    found: list[tuple[str, list[Event]]] = []
    for card, event in leaf.cards:
        title = _era(leaf.page, card.event)
        if not found or found[-1][0] != title:
            found.append((title, []))
        found[-1][1].append(event)
    return [Age(title, events) for title, events in found]


def _era(page: Page, event: int) -> str:
    """The title of the era in whose part of the axis the event has its mark."""
    x = next(mark.x for mark in page.marks if mark.event == event)
    return next((one.title for one in page.segments if one.x0 <= x <= one.x1 and one.title), "")
