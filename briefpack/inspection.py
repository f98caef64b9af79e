"""Inspection: the preflight of an edition, of its painted pages and of the file that goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefpack import preflight, reporting
from briefpack.excerpts import with_excerpts
from briefpack.waivers import waived
from briefpack.words import Words

if TYPE_CHECKING:
    from briefpack.brief import Manuscript
    from briefpack.edition import Edition
    from briefpack.finishing.job import Delivery, Job
    from briefpack.preflight import Outcome
    from briefpack.problem import Problem
    from briefpack.pulling import Pull
    from briefpack.reporting import Report

LIST = "list"
"""What a layout says of a timeline that is no spread."""


def of_pages(pull: Pull, groups: Iterable[str], job: Job, manuscript: Manuscript) -> list[Outcome]:
    """What the checks of these groups say of painted pages; waivers are heeded."""
    order = replace(
        _order(job, manuscript, groups),
        multiple=job.edition.multiple,
        map=pull.source_map,
        budgets=_budgets(job, manuscript),
        spreads=_spreads(job),
    )
    return [_placed(outcome, manuscript) for outcome in preflight.inspect(pull.pdf, order)]


def of_file(delivery: Delivery, job: Job, manuscript: Manuscript) -> list[Outcome]:
    """What the checks of the edition's finished file say of it; waivers are heeded."""
    order = _order(job, manuscript, job.edition.finished)
    return [_placed(outcome, manuscript) for outcome in preflight.inspect(delivery.pdf, order)]


def found(outcomes: Iterable[Outcome]) -> list[Problem]:
    """All problems of the outcomes."""
    return [problem for outcome in outcomes for problem in outcome.problems]


def noted(delivery: Delivery, outcomes: Sequence[Outcome]) -> Delivery:
    """The delivery with the outcome of every check, for its ticket."""
    checks = [
        {
            "check": outcome.check.told,
            "outcome": outcome.verdict,
            "found": [problem.message for problem in outcome.problems],
        }
        for outcome in outcomes
    ]
    return delivery.then(delivery.pdf, *found(outcomes), checks=checks)


def report(
    pdf: bytes, outcomes: Sequence[Outcome], edition: Edition, file: Path, unfinished: bool = False
) -> Report:
    """The report of what was judged, with pictures of the pages that have findings.

    `file` is where the edition goes; `unfinished` are the pages that something else is made of.
    """
    return reporting.reported(
        pdf,
        str(file),
        outcomes,
        groups=frozenset(group for outcome in outcomes for group in outcome.check.groups),
        purpose=f"for the edition {edition.name}" + (", before finishing" if unfinished else ""),
        unfinished=unfinished,
    )


def _placed(outcome: Outcome, manuscript: Manuscript) -> Outcome:
    """The outcome, its problems with the lines that they are blamed on, or waived."""
    problems = with_excerpts(outcome.problems, Path())
    return replace(outcome, problems=tuple(waived(problems, manuscript.waivers)))


def _order(job: Job, manuscript: Manuscript, groups: Iterable[str]) -> preflight.Order:
    bleed = float(job.brief.press.bleed or job.layout.bleed)
    return preflight.Order(
        job.place,
        frozenset(groups),
        job.page.width,
        job.page.height,
        bleed,
        pictures=_pictures(manuscript),
    )


def _budgets(job: Job, manuscript: Manuscript) -> Mapping[str, int]:
    """How many pages each kind of part may take: in the layout's own format, since large print and
    small pages take more.
    """
    return {} if job.edition.format else manuscript.house.pages.by_kind


def _spreads(job: Job) -> frozenset[str]:
    """The kinds of parts that lie on two facing pages in this layout."""
    lists = job.layout.settings.get("timeline") == LIST
    return frozenset() if lists else frozenset({"timeline"})


def _pictures(manuscript: Manuscript) -> dict[tuple[int, int], Words]:
    """The words that place each picture of pixels, by its size.

    A picture that has too few of them is printed as it is, so that its size tells which it is; not
    where it is placed twice, or another has that size.
    """
    from briefpack.blocks.figure import figures

    found: dict[tuple[int, int], list[Words]] = {}
    for placed in figures(manuscript.tokens):
        figure = placed.figure
        picture = manuscript.pictures.get((str(figure.argument), figure.number))
        if picture and picture.kind == "pixels":
            size = round(picture.width), round(picture.height)
            found.setdefault(size, []).append(figure.argument)
    return {size: placed[0] for size, placed in found.items() if len(placed) == 1}
