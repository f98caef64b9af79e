"""The risks: what may go wrong, and what is done about it."""

from collections.abc import Iterable
from typing import Literal

from briefpack.brief.citation import Citations
from briefpack.brief.model import MarkdownLine, Model
from briefpack.words import Words

Level = Literal["low", "medium", "high"]

WEIGHTS = {"low": 1, "medium": 2, "high": 3}


class Risk(Model):
    """Something that may go wrong."""

    id: Words
    """A name of its own."""
    title: MarkdownLine
    """What may happen, in a few words."""
    text: MarkdownLine | None = None
    """Why, and what it would do, in a sentence."""
    likelihood: Level
    """How likely it is."""
    impact: Level
    """How much harm it would do."""
    mitigation: MarkdownLine
    """What is done about it."""
    owner: MarkdownLine | None = None
    """Who answers for that."""
    source: Citations = []

    @property
    def severity(self) -> int:
        """Likelihood times impact: 1 to 9."""
        return WEIGHTS[self.likelihood] * WEIGHTS[self.impact]


def gravest_first(risks: Iterable[Risk]) -> list[Risk]:
    """The risks by severity; those of like severity by impact, then as they were written."""
    return sorted(risks, key=lambda risk: (-risk.severity, -WEIGHTS[risk.impact]))
