"""The whole brief."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import NoneType
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field

from briefpack.brief.glance import Glance
from briefpack.brief.glossary import Term
from briefpack.brief.model import MarkdownLine, MarkdownText, Model, listed
from briefpack.brief.numbers import Ledger
from briefpack.brief.options import Options
from briefpack.brief.paragraphs import Paragraphs
from briefpack.brief.parts import Part
from briefpack.brief.person import Person
from briefpack.brief.press import Press
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


@dataclass(frozen=True, slots=True)
class Companion:
    """Marks a key of the brief that may stand in a file of its own, called like the key."""

    title: str = ""
    """What the file holds, where "A brief's" and its name do not say it."""


class Cover(Model):
    """The cover's picture: one that the layout draws, or an SVG file of the brief's own."""

    art: Words = Words("chronology")
    """`chronology`, `trajectories`, or an SVG file in the folder."""


class About(Model):
    """What the brief is, who wrote it, and how it was made."""

    title: MarkdownLine | None = None
    text: MarkdownText | None = None
    """Markdown."""
    citation: MarkdownLine | None = None
    """How to cite the brief, instead of what is made from its title, authors and date."""
    declaration: MarkdownLine | None = None
    """Who paid for it, and what interests its authors have."""
    licence: MarkdownLine | None = None
    """What others may do with it, as "[CC BY 4.0](https://…)"."""


class Brief(Model):
    """A whole brief, read and typed.

    The Markdown of its text parts has been parsed by the time a `Brief` leaves the manuscript;
    see `briefpack.manuscript`.
    """

    title: MarkdownLine
    subtitle: MarkdownLine | None = None
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
    press: Press = Press()
    """What the print shop asks for."""
    cover: Cover = Cover()
    glance: Glance | None = None
    timeline: Annotated[Timeline | None, Companion()] = None
    """May stand in timeline.yaml instead."""
    quotes: Annotated[list[Quote], Companion("A brief's quotations")] = []
    """May stand in quotes.yaml instead."""
    recommendations: Annotated[Recommendations | None, Companion()] = None
    """May stand in recommendations.yaml instead."""
    options: Annotated[Options | None, Companion()] = None
    """May stand in options.yaml instead."""
    risks: Annotated[list[Risk], Companion()] = []
    """May stand in risks.yaml instead."""
    stakeholders: Annotated[list[Stakeholder], Companion()] = []
    """May stand in stakeholders.yaml instead."""
    questions: Annotated[list[Question], Companion("A brief's questions and answers")] = []
    """May stand in questions.yaml instead."""
    lines: Annotated[list[LineToTake], Companion("A brief's lines to take")] = []
    """Lines to take; may stand in lines.yaml instead."""
    glossary: Annotated[list[Term], Companion()] = []
    """May stand in glossary.yaml instead."""
    numbers: Annotated[Ledger | None, Companion("The numbers that a brief rests on")] = None
    """May stand in numbers.yaml instead."""
    paragraphs: Annotated[
        Paragraphs | None, Companion("The paragraph numbers that were issued")
    ] = None
    """Stands in paragraphs.yaml, where `briefpack number` keeps it."""
    sources: Annotated[list[Source], Companion()] = []
    """May stand in sources.yaml instead."""
    bibliography: Annotated[list[Words], BeforeValidator(listed)] = []
    """Libraries of further sources: BibTeX, RIS or CSL files in the folder."""
    citation_style: Words = Words("numbered")
    """`numbered`, or a style of the Citation Style Language by its name, as `apa`."""
    about: About = About()
    parts: list[Part] = []
    """What the brief consists of, in its order."""


def _companions() -> Iterator[tuple[str, tuple[str, Any]]]:
    for field in Brief.model_fields.values():
        for mark in field.metadata:
            if isinstance(mark, Companion):
                kinds = get_args(field.annotation)
                whole = kinds[0] if NoneType in kinds else field.annotation
                yield str(field.alias), (mark.title or f"A brief's {field.alias}", whole)


COMPANIONS: Mapping[str, tuple[str, Any]] = dict(_companions())
"""The keys that may stand in files of their own: what each such file holds, and its model."""
