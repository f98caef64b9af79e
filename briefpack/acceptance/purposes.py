"""Purposes: which groups of checks a file has to pass, by the edition that it is to be."""

from __future__ import annotations

GROUPS: dict[str, frozenset[str]] = {
    "screen": frozenset({"pages", "reading", "mail"}),
    "office": frozenset({"pages", "paper"}),
    "booklet": frozenset({"pages", "paper"}),
    "full-booklet": frozenset({"pages", "paper"}),
    "handout": frozenset({"pages", "paper"}),
    "press": frozenset({"press"}),
    "large": frozenset({"pages", "paper"}),
    "mono": frozenset({"pages", "paper"}),
}
"""An edition's name -> the groups."""

UNKNOWN = GROUPS["screen"]
"""What a file is judged by that says nothing of what it is for."""

BLEED = 3.0
"""Millimetres that print shops cut through, unless they say otherwise."""


def told(edition: str | None, groups: frozenset[str]) -> str:
    """Why it is judged by these groups."""
    if edition:
        return f"for the edition {edition}"
    if groups == GROUPS["press"]:
        return "for a print shop, since it says that it is PDF/X"
    return "for the screen, since it does not say what it is for"
