"""The whole brief."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from briefpack.brief.glance import Glance
from briefpack.brief.glossary import Term
from briefpack.brief.model import Model, listed
from briefpack.brief.numbers import Ledger
from briefpack.brief.options import Options
from briefpack.brief.paragraphs import Paragraphs
from briefpack.brief.parts import Part
from briefpack.brief.person import Person
from briefpack.brief.questions import LineToTake, Question
from briefpack.brief.quote import Quote
from briefpack.brief.recommendations import Recommendations
from briefpack.brief.risks import Risk
from briefpack.brief.source import Source
from briefpack.brief.stakeholders import Stakeholder
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
    citation: Words | None = None
    """How to cite the brief, instead of what is made from its title, authors and date."""
    declaration: Words | None = None
    """Who paid for it, and what interests its authors have."""
    licence: Words | None = None
    """What others may do with it, as "[CC BY 4.0](https://…)"."""


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
    contact: Annotated[list[Person], BeforeValidator(listed)] = []
    """Whom to ask: one or several."""
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
    options: Options | None = None
    """May stand in options.yaml instead."""
    risks: list[Risk] = []
    """May stand in risks.yaml instead."""
    stakeholders: list[Stakeholder] = []
    """May stand in stakeholders.yaml instead."""
    questions: list[Question] = []
    """May stand in questions.yaml instead."""
    lines: list[LineToTake] = []
    """Lines to take; may stand in lines.yaml instead."""
    glossary: list[Term] = []
    """May stand in glossary.yaml instead."""
    numbers: Ledger | None = None
    """May stand in numbers.yaml instead."""
    paragraphs: Paragraphs | None = None
    """Stands in paragraphs.yaml, where `briefpack number` keeps it."""
    sources: list[Source] = []
    """May stand in sources.yaml instead."""
    bibliography: Annotated[list[Words], BeforeValidator(listed)] = []
    """Libraries of further sources: BibTeX, RIS or CSL files in the folder."""
    citation_style: Words = Words("numbered")
    """`numbered`, or a style of the Citation Style Language by its name, as `apa`."""
    about: About = About()
    parts: list[Part] = []
    """What the brief consists of, in its order."""
