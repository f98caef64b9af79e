"""Applies waivers to problems, and tells of those that found nothing to waive."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from briefpack.problem import Problem, Severity, quoted
from briefpack.waivers.firm import FIRM
from briefpack.waivers.waiver import Waiver
from briefpack.words import complaint

UNUSED = "unused-waiver"


def waived(problems: Iterable[Problem], waivers: Sequence[Waiver]) -> list[Problem]:
    """The problems; those that a waiver speaks of are waived, for the reason that it gives.

    Where several speak of one, the reason is that of the nearest: of the one with the fewest lines.
    Errors of a rule that is `FIRM` stay errors, and say so.
    """
    return [_waived(problem, waivers) for problem in problems]


def _waived(problem: Problem, waivers: Sequence[Waiver]) -> Problem:
    speaking = [one for one in waivers if _speaks_of(one, problem)]
    if not speaking:
        return problem
    if _is_firm(problem):
        return _firmly(problem)
    nearest = min(speaking, key=lambda one: one.last - one.first)
    return replace(problem, severity=Severity.WAIVED, waiver=str(nearest.reason))


def _is_firm(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR and problem.rule in FIRM


def _firmly(problem: Problem) -> Problem:
    said = f"it cannot be waived: {FIRM[problem.rule]}"
    hint = problem.hint.removesuffix(said).rstrip("\n")
    return replace(problem, hint="\n".join(filter(None, [hint, said])))


def unused(
    waivers: Iterable[Waiver], problems: Iterable[Problem], rules_run: Collection[str]
) -> Iterator[Problem]:
    """A waiver that waives nothing is told of: what it excused is gone, or was never there.

    It would else lie in wait for the next problem in its place. `problems` are those that `waived`
    gave; nothing is said of waivers of rules that have not been run.
    """
    told = [one for one in problems if one.severity is Severity.WAIVED or _is_firm(one)]
    for waiver in waivers:
        if waiver.rule in rules_run and not any(_speaks_of(waiver, problem) for problem in told):
            message = f"nothing here is blamed by the rule {quoted(waiver.rule)}"
            hint = "take the comment out, or put it directly above what it speaks of"
            yield complaint(waiver.rule, UNUSED, message, hint, Severity.WARNING)


def _speaks_of(waiver: Waiver, problem: Problem) -> bool:
    return waiver.rule == problem.rule and waiver.covers(problem.place)
