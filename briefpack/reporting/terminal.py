"""The report on a terminal: page by page, with the picture to open, the place and the fix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefpack.problem import Severity, counted
from briefpack.report import clean, painted, text
from briefpack.reporting.report import Entry, Report

MOST = 100
"""Findings that are shown of a page, of the file or of the content; reports have all of them."""


TOLD = {"passed": "passed", "failed": "failed", "unjudged": "came to no verdict"}
"""What became of a claim that others have judged."""

HUES = {"passed": "faint", "failed": "error", "unjudged": "warning"}


def told(report: Report, pictures: Mapping[int, Path], colour: bool = False) -> str:
    """All that was found in a file, for people; `pictures` are those of its pages."""
    return "\n".join(_lines(report, pictures, colour))


def _lines(report: Report, pictures: Mapping[int, Path], colour: bool) -> Iterator[str]:
    yield painted(clean(report.file.name), "bold", colour) + clean(_particulars(report))
    entries = [one for one in report.entries if one.problem.severity is not Severity.WAIVED]
    for title, group in _groups(entries):
        picture = pictures.get(group[0].page)
        beside = f"  {painted(clean(str(picture)), 'faint', colour)}" if picture else ""
        yield f"\n{painted(title, 'bold', colour)}{beside}"
        for entry in group[:MOST]:
            yield from _entry(entry, report.file.name, colour)
        if group[MOST:]:
            yield f"  and {len(group) - MOST} more"
    rest = list(_rest(report, colour))
    yield from rest
    yield f"\n{summary(report)}" if report.found or rest else summary(report)


def _particulars(report: Report) -> str:
    pages = counted(report.file.pages, "page") if report.file.pages else "no page could be read"
    size = f"{report.file.size / 1000:,.0f} KB"
    return ": " + ", ".join(filter(None, [pages, size, report.purpose]))


def _groups(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """The findings under their headings, in the order of the report."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_title(entry), []).append(entry)
    yield from groups.items()


def _title(entry: Entry) -> str:
    if entry.page:
        return f"page {entry.page}"
    return "the file as a whole" if entry.of_file else clean(entry.problem.place.file)


def _entry(entry: Entry, name: str, colour: bool) -> Iterator[str]:
    """One finding as anywhere else; without its place where that is no more than the file."""
    place = str(entry.problem.place)
    shown = text([replace(entry.problem, message=entry.message)], colour)
    if place == name:
        shown = shown.removeprefix(f"{painted(clean(place), 'bold', colour)}: ")
    yield from (f"  {line}" for line in shown.splitlines())


def _rest(report: Report, colour: bool) -> Iterator[str]:
    """What was waived, what could not be judged, what others say."""
    yield from _titled("waived", _waived(report), colour)
    yield from _titled("not judged", _unjudged(report), colour)
    yield from _titled("others say", _validators(report, colour), colour)


def _titled(title: str, lines: Iterable[str], colour: bool) -> Iterator[str]:
    found = [f"  {line}" for line in lines]
    if found:
        yield f"\n{painted(title, 'bold', colour)}"
        yield from found


def _waived(report: Report) -> Iterator[str]:
    for entry in report.entries:
        one = entry.problem
        if one.severity is Severity.WAIVED:
            page = f"page {entry.page}: " if entry.page else ""
            yield clean(f"{one.place}: {page}{entry.message} [{one.rule}]: {one.waiver}")


def _unjudged(report: Report) -> Iterator[str]:
    """The checks that could not judge the file, those of one reason together."""
    reasons: dict[str, list[str]] = {}
    for outcome in report.outcomes:
        if outcome.unjudged:
            reasons.setdefault(outcome.unjudged, []).append(outcome.check.rule)
    yield from (clean(f"{reason}: {', '.join(rules)}") for reason, rules in reasons.items())


def _validators(report: Report, colour: bool) -> Iterator[str]:
    for one in report.validators:
        verdict = painted(TOLD[one.verdict], HUES[one.verdict], colour)
        yield f"{clean(one.by)}: {clean(one.claim)}: {verdict}"
        yield from (f"  {clean(words)}" for words in (one.trouble, *one.messages) if words)


def summary(report: Report) -> str:
    """ "2 errors, 1 warning; 14 checks passed, 2 not judged"; plain where nothing was judged."""
    kinds = [entry.problem.severity for entry in report.entries]
    found = [
        counted(kinds.count(kind), str(kind))
        for kind in (Severity.ERROR, Severity.WARNING)
        if kind in kinds
    ]
    waived = kinds.count(Severity.WAIVED)
    verdicts = [outcome.verdict for outcome in report.outcomes]
    made = [f"{counted(verdicts.count('passed'), 'check')} passed"] if verdicts else []
    if unjudged := verdicts.count("unjudged"):
        made.append(f"{unjudged} not judged")
    if waived:
        made.append(f"{waived} waived")
    told = ", ".join(made) or "no check was made"
    return f"{', '.join(found) or 'no problems'}; {told}"
