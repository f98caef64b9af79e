"""The stakeholders: who has an interest, where they stand, and what they can do."""

from collections.abc import Iterable
from typing import Literal

from briefpack.brief.citation import Citations
from briefpack.brief.model import MarkdownLine, Model
from briefpack.brief.risks import WEIGHTS, Level
from briefpack.words import Words


class Stakeholder(Model):
    """Somebody who is for or against it, or may be."""

    id: Words
    """A name of its own."""
    name: MarkdownLine
    """Of a person, an organisation or a group."""
    interest: MarkdownLine | None = None
    """What is at stake for them, in a few words."""
    position: Literal["supportive", "neutral", "opposed", "unknown"]
    """Where they stand."""
    influence: Level
    """How much weight they have in the matter."""
    view: MarkdownLine | None = None
    """What they say, in a sentence."""
    source: Citations = []


def mightiest_first(stakeholders: Iterable[Stakeholder]) -> list[Stakeholder]:
    """The stakeholders by influence; those of like influence as they were written."""
    return sorted(stakeholders, key=lambda one: -WEIGHTS[one.influence])
