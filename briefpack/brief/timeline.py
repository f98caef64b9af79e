"""The timeline: events, their kinds, and the stretches of time they fall into."""

from typing import Annotated, Literal

from pydantic import Field

from briefpack.brief.citation import Citations
from briefpack.brief.model import MarkdownLine, Model
from briefpack.dates import When
from briefpack.words import Words


class Category(Model):
    """A kind of event: its name in the key; its shape carries the meaning without colour."""

    label: Words
    shape: Literal["circle", "square", "triangle", "diamond", "ring", "cross"] = "circle"
    """Carries the meaning where colour does not."""


class Event(Model):
    """Something that happened, for the timeline."""

    date: When
    title: MarkdownLine
    text: MarkdownLine | None = None
    """A sentence or two, below the title."""
    category: Words
    """The name of one of the categories."""
    source: Citations = []


class Era(Model):
    """A stretch of the timeline drawn to its own true scale."""

    title: Words
    start: When = Field(alias="from")
    end: When = Field(alias="to")


class Heading(Model):
    """What stands at the head of one page of a timeline spread."""

    title: MarkdownLine
    text: MarkdownLine | None = None


class Timeline(Model):
    """Events on one axis. `scale: even` spaces them evenly and says so; `true` never does."""

    title: MarkdownLine
    scale: Literal["true", "even"] = "true"
    """True to the calendar, or `even`: spaced evenly, and said to be not to scale."""
    pages: list[Heading] = []
    """What stands at the head of each page, in order."""
    eras: list[Era] = []
    """Stretches of time, each drawn to a scale of its own."""
    categories: dict[str, Category]
    """The kinds of event, each under the name that events use."""
    events: Annotated[list[Event], Field(min_length=2, max_length=60)]
    """2 to 60 events, in any order."""
