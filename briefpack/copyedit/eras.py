"""The eras of a timeline: in order, apart from each other, and around every event."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefpack.brief import Era, Manuscript
from briefpack.dates import When
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Each era is drawn to its own scale, so that every event needs to be in just one of them."""
    timeline = manuscript.brief.timeline
    if timeline is None or not timeline.eras:
        return
    backward = [era for era in timeline.eras if _last(era.end) <= _first(era.start)]
    for era in backward:
        message = f"the era {quoted(era.title)} ends before it begins"
        yield complaint(era.end.written, "era", message)
    if not backward:
        yield from _out_of_order(timeline.eras)
        for event in timeline.events:
            if not any(
                _first(era.start) <= event.date.midpoint <= _last(era.end) for era in timeline.eras
            ):
                yield _outside(event.date.written, timeline.eras)


def _out_of_order(eras: Sequence[Era]) -> Iterator[Problem]:
    for before, era in pairwise(eras):
        if _first(era.start) < _first(before.start):
            message = f"the era {quoted(era.title)} begins before {quoted(before.title)}"
            yield complaint(era.start.written, "era", message, "put the eras in order of date")
        elif _first(era.start) < _last(before.end):
            message = (
                f"the era {quoted(era.title)} begins before {quoted(before.title)} has ended, "
                f"which goes to the end of {before.end.written}"
            )
            yield complaint(era.start.written, "era", message)


def _outside(date: Words, eras: Sequence[Era]) -> Problem:
    spans = ", ".join(f"{era.start.written} to {era.end.written}" for era in eras)
    message = f"the date {quoted(date)} is in none of the eras"
    return complaint(date, "era", message, f"the eras go from {spans}")


def _first(when: When) -> float:
    return when.start.first.toordinal()


def _last(when: When) -> float:
    """The end of the last day, which is the beginning of the next."""
    return (when.end or when.start).last.toordinal() + 1
