"""The recommendations: what is to be done, by whom and until when."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from briefpack.brief.citation import Citations
from briefpack.brief.model import MarkdownLine, Model, listed
from briefpack.words import Words


class Recommendation(Model):
    """One thing to do: `title` is an imperative, `evidence` are sources, `see` headings."""

    id: Words
    """What the text calls it by."""
    title: MarkdownLine
    """What to do, as an imperative."""
    action: MarkdownLine
    """How it is done, in a sentence or two."""
    lead: MarkdownLine
    """Who does it."""
    by: MarkdownLine | None = None
    """Until when."""
    cost: MarkdownLine | None = None
    """What it costs, in money or effort."""
    priority: Literal["high", "medium", "low"] | None = None
    evidence: Citations = []
    """The sources that it rests on."""
    see: Annotated[list[Words], BeforeValidator(listed)] = []
    """Ids of headings where the text argues for it."""


class Recommendations(Model):
    """The page that can be detached and handed over."""

    title: MarkdownLine
    intro: MarkdownLine | None = None
    """What stands above them."""
    note: MarkdownLine | None = None
    """What stands below them."""
    items: Annotated[list[Recommendation], Field(min_length=1, max_length=16)]
