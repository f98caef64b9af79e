"""Exhibits: what the templates of blocks get that show something which stands elsewhere."""

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from briefpack.brief import Stakeholder, gravest_first, hardest_first, mightiest_first
from briefpack.pages.setting import Setting

INFLUENCE = ("high", "medium", "low")
POSITIONS = ("opposed", "neutral", "supportive", "unknown")
"""From the left to the right of the map."""


FEW = 5
"""A table of no more rows, each with several lines, is not parted by the end of a page."""
BRIEF_ENOUGH = 900
"""Characters of a box that still stays on one page."""

View = dict[str, Any]


def _quote(setting: Setting, block: Any) -> View:
    return {"quote": setting.quotes()[str(block.argument)]}


def _figure(setting: Setting, block: Any) -> View:
    return {"plate": setting.plates[id(block)]}


def _chart(setting: Setting, block: Any) -> View:
    """The drawing; its numbers as a table where it is too large to be printed."""
    drawing = setting.drawings[id(block)]
    return {"drawing": drawing, "told": "" if drawing.url else setting.tables.of_rows(drawing.rows)}


def _table(setting: Setting, block: Any) -> View:
    return setting.tables.of_block(block, setting.prose)


def _fact(setting: Setting, block: Any) -> View:
    return {"fact": setting.facts()[str(block.argument)]}


def _facts(setting: Setting, block: Any) -> View:
    return {"facts": [setting.facts()[str(id_)] for id_ in block.argument]}


def _box(setting: Setting, block: Any) -> View:
    body = setting.prose(block.body)
    short = len(body.striptags()) < BRIEF_ENOUGH
    return {"title": setting.prose(block.argument), "body": body, "short": short}


def _options(setting: Setting, _block: Any) -> View:
    options = setting.brief.options
    return {"options": options, "short": options is not None and len(options.criteria) <= FEW}


def _risks(setting: Setting, _block: Any) -> View:
    risks = gravest_first(setting.brief.risks)
    return {"risks": risks, "owned": any(risk.owner for risk in risks), "short": len(risks) <= FEW}


def _stakeholders(setting: Setting, block: Any) -> View:
    everybody = setting.brief.stakeholders
    taken = {one.position for one in everybody}
    positions = [position for position in POSITIONS if position != "unknown" or position in taken]
    return {
        "stakeholders": mightiest_first(everybody),
        "short": block.style == "map" or len(everybody) <= FEW,
        "positions": positions,
        "rows": {
            influence: [_among(everybody, influence, position) for position in positions]
            for influence in INFLUENCE
        },
    }


def _among(stakeholders: list[Stakeholder], influence: str, position: str) -> list[Stakeholder]:
    return [one for one in stakeholders if (one.influence, one.position) == (influence, position)]


def _questions(setting: Setting, _block: Any) -> View:
    """Groups of questions by difficulty; the first number of each goes on from the one before."""
    ordered = hardest_first(setting.brief.questions)
    groups = groupby(enumerate(ordered, start=1), key=lambda numbered: numbered[1].difficulty)
    return {"groups": [(difficulty, list(numbered)) for difficulty, numbered in groups]}


def _lines(setting: Setting, _block: Any) -> View:
    return {"lines": setting.brief.lines}


VIEWS: Mapping[str, Callable[[Setting, Any], View]] = {
    "quote": _quote,
    "figure": _figure,
    "chart": _chart,
    "table": _table,
    "fact": _fact,
    "facts": _facts,
    "box": _box,
    "options": _options,
    "risks": _risks,
    "stakeholders": _stakeholders,
    "questions": _questions,
    "lines": _lines,
}
"""Name of a block -> its view, from the setting and the block; one without needs nothing more."""
