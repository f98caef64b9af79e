"""The whole brief."""

from typing import Annotated, Literal

from pydantic import Field

from briefpack.brief.glance import Glance
from briefpack.brief.model import Model
from briefpack.brief.parts import Part
from briefpack.brief.person import Person
from briefpack.brief.quote import Quote
from briefpack.brief.recommendations import Recommendations
from briefpack.brief.source import Source
from briefpack.brief.timeline import Timeline
from briefpack.dates import When
from briefpack.words import Words

DRAWN = ("chronology", "trajectories")
"""The cover pictures that a layout draws itself (`cover.art`)."""


class Cover(Model):
    """The cover's picture: one that the layout draws, or an SVG file of the brief's own."""

    art: Words = Words("chronology")
    """`chronology`, `trajectories`, or an SVG file in the folder."""


class About(Model):
    """What the brief is, who wrote it, and how it was made."""

    title: Words | None = None
    text: Words | None = None
    """Markdown."""


class Brief(Model):
    """A whole brief, read and typed.

    The Markdown of its text parts has been parsed by the time a `Brief` leaves the manuscript;
    see `briefpack.manuscript`.
    """

    title: Words
    subtitle: Words | None = None
    short_title: Words | None = None
    """The title as the running heads have it."""
    series: Words | None = None
    number: Words | None = None
    """Its number in the series."""
    date: When
    """The day of publication."""
    as_of: When | None = None
    """The day up to which the facts were followed."""
    version: Words | None = None
    status: Words | None = None
    """As "Draft for comment"."""
    stance: Literal["neutral", "advocacy"]
    """Whether the brief weighs a matter, or argues a case."""
    marking: Words | None = None
    """Stands at the top and the bottom of every page, as "OFFICIAL"."""
    keywords: list[Words] = []
    """For the PDF's own search."""
    description: Words | None = None
    """What the brief is about, in two sentences; shown by search engines and libraries."""
    authors: Annotated[list[Person], Field(min_length=1)]
    contact: Person | None = None
    """Whom to ask."""
    language: Words = Words("en")
    """A BCP 47 tag, as `en-GB`."""
    layout: Words = Words("policy")
    """The name of a folder of layouts."""
    paper: Literal["a4", "letter"] | None = None
    """The paper, instead of the layout's own."""
    cover: Cover = Cover()
    glance: Glance | None = None
    timeline: Timeline | None = None
    """May stand in timeline.yaml instead."""
    quotes: list[Quote] = []
    """May stand in quotes.yaml instead."""
    recommendations: Recommendations | None = None
    """May stand in recommendations.yaml instead."""
    sources: list[Source] = []
    """May stand in sources.yaml instead."""
    about: About = About()
    parts: list[Part] = []
    """What the brief consists of, in its order."""
