"""Ageing: no number of the ledger is older than the brief allows."""

import datetime as dt
from collections.abc import Iterator

from briefpack.brief import Manuscript, Number, Source, end_of
from briefpack.dates import When
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """A number holds for a day that is not too long before that of the brief.

    The day is the number's own (`as-of`), else that of the latest of its sources. What is history
    does not age: `stale-after: never`.
    """
    brief, ledger = manuscript.brief, manuscript.brief.numbers
    if ledger is None or "date" in manuscript.gaps:
        return
    sources = {str(source.id): source for source in brief.sources}
    for number in ledger.numbers:
        limit, day = number.stale_after or ledger.stale_after, _day(number, sources)
        if limit is not None and day is not None and _is_stale(limit, day, brief.date):
            yield _problem(number, day, limit, brief.date)


def _day(number: Number, sources: dict[str, Source]) -> When | None:
    if number.as_of is not None:
        return number.as_of
    cited = (sources.get(str(citation.key)) for citation in number.source)
    dates = [source.date for source in cited if source is not None and source.date is not None]
    return max(dates, key=lambda date: _last(date), default=None)


def _is_stale(limit: str, day: When, published: When) -> bool:
    end = end_of(limit, _last(day))
    return end is not None and end < published.start.first


def _last(day: When) -> dt.date:
    return (day.end or day.start).last


def _problem(number: Number, day: When, limit: Words, published: When) -> Problem:
    which = "is" if number.as_of is not None else "has a source"
    message = (
        f"the number {quoted(number.id)} {which} of {day.written} ({day.written.place}), "
        f"more than {limit} ({limit.place}) before the brief, {published.written}"
    )
    hint = "look for a later one, or write 'stale-after: never' where it is history"
    return complaint(number.id, "stale-number", message, hint, Severity.WARNING)
