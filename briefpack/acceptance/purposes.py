"""Purposes: which groups of checks a file has to pass, by the edition that it is to be."""

from __future__ import annotations

from briefpack.edition import EDITIONS
from briefpack.preflight import Order
from briefpack.problem import Place

GROUPS: dict[str, frozenset[str]] = {
    row.name: frozenset(row.finished or row.checks) for row in EDITIONS.values()
}
"""An edition's name -> the groups."""

UNKNOWN = GROUPS["screen"]
"""What a file is judged by that says nothing of what it is for."""

BLEED = 3.0
"""Millimetres that print shops cut through, unless they say otherwise."""


def order(place: Place, edition: str | None) -> Order:
    """What is asked of a file that is to be an edition; no groups where that is not said.

    Pages that were imposed are sheets, and as many as there are.
    """
    if edition is None:
        return Order(place)
    row = EDITIONS[edition]
    return Order(place, GROUPS[edition], multiple=1 if row.steps else row.multiple)


def told(edition: str | None, groups: frozenset[str]) -> str:
    """Why it is judged by these groups."""
    if edition:
        return f"for the edition {edition}"
    if groups == GROUPS["press"]:
        return "for a print shop, since it says that it is PDF/X"
    return "for the screen, since it does not say what it is for"
