"""Headings: what stands at the head of each page of the timeline, by the events that it shows."""

from collections.abc import Sequence

from briefpack.brief import Timeline
from briefpack.pages.timeline.figure import Page
from briefpack.words import Words

Heading = tuple[str, str]
"""A title, and what is said below it; empty for nothing."""


def written(timeline: Timeline) -> list[Heading]:
    """What the author wrote for pages, and the timeline's title for all others."""
    own = [(printed(page.title), printed(page.text)) for page in timeline.pages]
    return [(printed(timeline.title), ""), *own]


def printed(words: Words | None) -> str:
    """The words as readers see them, with their place; empty where there are none."""
    return words.instead(str(words)) if words else ""


def of(pages: Sequence[Page], planned: Sequence[Page], timeline: Timeline) -> list[Heading]:
    """The heading of each of the pages.

    The author wrote headings for the pages that are `planned`; other formats break elsewhere. A
    page has the heading of the one on which all its events were planned, which says its words once.
    A page with events of several has the timeline's title, and tells of those that it begins.
    """
    title = printed(timeline.title)
    heads = [page.heading or (title, "") for page in planned]
    home = {event: number for number, page in enumerate(planned) for event in page.events}
    told: set[int] = set()
    found: list[Heading] = []
    for page in pages:
        shown = list(dict.fromkeys(home[event] for event in page.events))
        new = [number for number in shown if number not in told]
        told.update(shown)
        if len(shown) == 1:
            own, words = heads[shown[0]]
            found.append((own, words if new else ""))
        else:
            begun = (_told(*heads[number], title) for number in new)
            found.append((title, " · ".join(words for words in begun if words)))
    return found


def _told(own: str, words: str, title: str) -> str:
    """A heading on one line; the timeline's own title is not repeated."""
    return ": ".join(part for part in (own if own != title else "", words) if part)
