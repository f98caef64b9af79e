"""The at-a-glance page and its key facts."""

from typing import Annotated

from pydantic import Field

from briefpack.brief.citation import Citations
from briefpack.brief.model import MarkdownLine, Model
from briefpack.words import Words


class KeyFact(Model):
    """A big number and what it counts."""

    id: Words | None = None
    """What the text calls the fact by."""
    value: Words
    """The number, as it is to be printed large."""
    unit: Words | None = None
    """What stands behind the number, smaller."""
    label: MarkdownLine
    """What the number counts, and when."""
    source: Citations = []


class Glance(Model):
    """The page at which a reader in a hurry may stop."""

    title: MarkdownLine
    issue: MarkdownLine
    """What it is about, in two sentences."""
    ask: Annotated[list[MarkdownLine], Field(min_length=1, max_length=5)]
    """What readers are asked to do: three lines."""
    facts: Annotated[list[KeyFact], Field(max_length=4)] = []
    """Three or four numbers that matter most."""
