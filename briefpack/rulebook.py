"""The rulebook: which rules there are, and whether the waivers of a brief keep to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from briefpack import copyedit
from briefpack.nearest import nearest
from briefpack.problem import Problem, errors, quoted
from briefpack.waivers import RULE, Waiver, unused, waived
from briefpack.words import complaint

if TYPE_CHECKING:
    from briefpack.brief import Manuscript

CONTENT: frozenset[str] = copyedit.NAMES
"""The rules of copyedit, which need no pages."""

SPELLING: frozenset[str] = frozenset(("spelling", "unused-word", "word-list"))
"""The rules of a brief's spelling, which is looked at where it is asked for."""

FURTHER = SPELLING | {"mono-contrast", "recommendations-overrun", "side-overrun"}
"""The rules of what is noticed elsewhere: in the spelling, while pages are made up and finished."""

HINT = "a message names its rule in brackets; what cannot be read cannot be waived"


@cache
def of_files() -> frozenset[str]:
    """The rules of preflight; asked for only where need be, since it takes its time to load."""
    from briefpack.preflight import CHECKS

    return frozenset(check.rule for check in CHECKS)


def check(
    manuscript: Manuscript, further: Iterable[Problem] = (), rules: Iterable[str] = ()
) -> list[Problem]:
    """Everything that is wrong with a brief's content, sorted by place, and with its waivers.

    `further` are problems that others than copyedit have found, `rules` all that they looked for.
    """
    waivers = manuscript.waivers
    found = {*copyedit.check(manuscript), *waived(further, waivers), *unknown(waivers)}
    if not errors(manuscript.problems):  # else a rule may be silent about what could not be read
        found.update(unused(waivers, list(found), CONTENT.union(rules)))
    return sorted(found)


def unknown(waivers: Iterable[Waiver]) -> Iterator[Problem]:
    """A waiver names a rule that there is: a slip in the name would waive nothing, in silence."""
    for waiver in waivers:
        known = CONTENT | FURTHER
        if waiver.rule not in known and waiver.rule not in of_files():
            message = f"there is no rule {quoted(waiver.rule)} that can be waived"
            hint = nearest(waiver.rule, known | of_files()) or HINT
            yield complaint(waiver.rule, RULE, message, hint)
