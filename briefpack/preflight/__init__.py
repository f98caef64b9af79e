"""Preflight: whether a finished PDF is what it claims to be, and fit for what it is meant for.

"Structurally checked" is what can be said of a file that passed, with the list of the checks: no
full validator of PDF/X-4 is part of this. A new check is a function from a proof to its findings,
with its reason in the docstring, and a row of a table in `briefpack.preflight.checks`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.preflight.checks import CHECKS
from briefpack.preflight.finding import Finding, Unjudged
from briefpack.preflight.proof import Check, Order, Proof, laid_open
from briefpack.preflight.sheet import opening
from briefpack.preflight.sheet.geometry import EVERYWHERE
from briefpack.preflight.sheet.opening import Unreadable
from briefpack.problem import Problem, Spot, errors
from briefpack.words import NOWHERE

__all__ = ["CHECKS", "Check", "Order", "Outcome", "inspect", "judged"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one check; `unjudged` says why the file could not be judged by it."""

    check: Check
    problems: tuple[Problem, ...] = ()
    unjudged: str = ""

    @property
    def verdict(self) -> str:
        """`passed`, `warned`, `failed` or `unjudged`."""
        if errors(self.problems):
            return "failed"
        if self.unjudged:
            return "unjudged"
        return "warned" if self.problems else "passed"


def inspect(pdf: bytes, order: Order, checks: Sequence[Check] = CHECKS) -> list[Outcome]:
    """Every check of the groups that were ordered, in order, with its outcome.

    Of a file that cannot be opened, the one outcome says why.
    """
    try:
        with laid_open(pdf, order) as proof:
            return [judged(check, proof) for check in checks if order.groups & {*check.groups}]
    except Unreadable as why:
        check = Check(why.rule, "the file can be opened", opening.whole, tuple(order.groups))
        return [Outcome(check, (Problem(order.place, why.rule, why.message, why.hint),))]


def judged(check: Check, proof: Proof) -> Outcome:
    """What one check says of a proof."""
    problems: list[Problem] = []
    try:
        problems.extend(_problem(check.rule, found, proof.order) for found in check.look(proof))
    except Unjudged as reason:
        return Outcome(check, tuple(problems), str(reason))
    return Outcome(check, tuple(problems))


def _problem(rule: str, finding: Finding, order: Order) -> Problem:
    """The finding, blamed on the line of the content that the source map has for its spot."""
    spot = Spot(finding.page, tuple(finding.box))
    place, excerpt = order.place, ""
    if finding.words is not None and finding.words.place != NOWHERE:
        place, excerpt = finding.words.place, finding.words.excerpt
    elif order.map and spot.page:
        place = order.map.of(spot.page, spot.box or EVERYWHERE) or place
    told = f"page {finding.page}: {finding.message}" if finding.page else finding.message
    return Problem(place, rule, told, finding.hint, excerpt, finding.severity, spot)
