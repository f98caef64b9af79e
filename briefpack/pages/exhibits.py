"""Exhibits: what the templates of blocks get that show something the brief has elsewhere."""

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from briefpack.brief import Brief, Stakeholder, gravest_first, hardest_first, mightiest_first

INFLUENCE = ("high", "medium", "low")
POSITIONS = ("opposed", "neutral", "supportive", "unknown")
"""From the left to the right of the map."""


def view(block: Any, brief: Brief) -> dict[str, Any]:
    """What the template of a block gets beside the block; most get nothing."""
    return VIEWS[block.name](block, brief) if block.name in VIEWS else {}


def _facts(block: Any, brief: Brief) -> dict[str, Any]:
    facts = {str(fact.id): fact for fact in brief.glance.facts} if brief.glance else {}
    return {"facts": [facts[str(id_)] for id_ in block.argument]}


def _options(_block: Any, brief: Brief) -> dict[str, Any]:
    return {"options": brief.options}


def _risks(_block: Any, brief: Brief) -> dict[str, Any]:
    return {"risks": gravest_first(brief.risks)}


def _stakeholders(_block: Any, brief: Brief) -> dict[str, Any]:
    taken = {one.position for one in brief.stakeholders}
    positions = [position for position in POSITIONS if position != "unknown" or position in taken]
    return {
        "stakeholders": mightiest_first(brief.stakeholders),
        "positions": positions,
        "rows": {
            influence: [_among(brief.stakeholders, influence, position) for position in positions]
            for influence in INFLUENCE
        },
    }


def _among(stakeholders: list[Stakeholder], influence: str, position: str) -> list[Stakeholder]:
    return [one for one in stakeholders if (one.influence, one.position) == (influence, position)]


def _questions(_block: Any, brief: Brief) -> dict[str, Any]:
    """Groups of questions by difficulty; the first number of each goes on from the one before."""
    ordered = hardest_first(brief.questions)
    groups = groupby(enumerate(ordered, start=1), key=lambda numbered: numbered[1].difficulty)
    return {"groups": [(difficulty, list(numbered)) for difficulty, numbered in groups]}


def _lines(_block: Any, brief: Brief) -> dict[str, Any]:
    return {"lines": brief.lines}


VIEWS: Mapping[str, Callable[[Any, Brief], dict[str, Any]]] = {
    "facts": _facts,
    "options": _options,
    "risks": _risks,
    "stakeholders": _stakeholders,
    "questions": _questions,
    "lines": _lines,
}
"""Name of a block -> its view, from the block and the brief."""
