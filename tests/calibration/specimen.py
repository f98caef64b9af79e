"""A specimen: a PDF with one fault in it, or with none, and the rule that is to find it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from briefpack.preflight import Order, Outcome, inspect
from briefpack.problem import Place, Problem

GROUPS = frozenset({"pages", "reading", "mail", "paper"})
"""What a finished PDF for readers is judged by, on a screen and on paper."""

OF_PAGES = GROUPS - {"reading"}
"""What a finished PDF is judged by that nobody has tagged."""

HOUSE = "briefpack"
"""Who made the pages of a specimen, where it was not another program."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A PDF, made when it is wanted; `rule` is what is to find its fault, empty for a sound one.

    `maker` is the program that set its pages; `order` what it is ordered as, beside the groups.
    `missed` says why the rule does not find the fault, where it cannot; `also` are rules that the
    fault breaks as well.
    """

    rule: str
    make: Callable[[], bytes]
    maker: str = HOUSE
    order: Mapping[str, Any] = field(default_factory=dict, hash=False)
    missed: str = ""
    also: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What tells it from others."""
        made = getattr(self.make, "__name__", "planted")
        return f"{self.rule or 'sound'}: {made} by {self.maker}"

    def outcomes(self) -> list[Outcome]:
        """What every check says of it."""
        order = {"groups": GROUPS, **self.order}
        return inspect(self.make(), Order(Place("specimen.pdf"), **order))

    def found(self) -> dict[str, list[Problem]]:
        """The rules that found something, each with what; looked for once."""
        return _found(self)


@cache
def _found(specimen: Specimen) -> dict[str, list[Problem]]:
    return {
        outcome.check.rule: list(outcome.problems)
        for outcome in specimen.outcomes()
        if outcome.problems
    }
