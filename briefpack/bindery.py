"""The bindery: what becomes of an edition's pages before they go out.

They are checked, made into what the edition is, checked again, and get a ticket.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefpack.finishing.job import Delivery, Job

if TYPE_CHECKING:
    from briefpack.brief import Manuscript
    from briefpack.pulling import Pull
    from briefpack.reporting import Report

Step = Callable[[str], AbstractContextManager[None]]
"""Announces a step, and notes how long it takes."""


@dataclass(frozen=True, slots=True)
class Finished:
    """An edition that can be written: its pages, what was made of them, and what preflight says.

    `slips` are the files of its ticket.
    """

    pull: Pull
    delivery: Delivery
    reports: Sequence[Report]
    slips: Mapping[Path, bytes]


def bound(
    pull: Pull,
    order: Job,
    checks: frozenset[str],
    brief: Manuscript,
    target: Path,
    step: Step,
) -> Finished:
    """The edition, ready to be written to `target`; its pages go through these groups of `checks`.

    `Refused` where finishing cannot make it.
    """
    row, delivery = pull.edition, Delivery(pull.pdf)
    reports: list[Report] = []
    slips: Mapping[Path, bytes] = {}
    if checks:
        with step("Preflight"):
            from briefpack import inspection

            outcomes = inspection.of_pages(pull, checks, order, brief)
            reports.append(inspection.report(pull.pdf, outcomes, row, target, bool(row.steps)))
    if row.steps or row.on_paper:
        with step("Finish"):
            from briefpack.finishing.steps import finish
            from briefpack.finishing.tickets import ticketed

            delivery = finish(pull.pdf, order)
    if row.finished:
        with step("Preflight"):
            from briefpack import inspection

            outcomes = inspection.of_file(delivery, order, brief)
            reports.append(inspection.report(delivery.pdf, outcomes, row, target))
            delivery = inspection.noted(delivery, outcomes)
    if row.on_paper:
        with step("Ticket"):
            slips = ticketed(order, delivery, target)
    return Finished(pull, delivery, reports, slips)
