"""The content model: what a brief consists of, and nothing of how it looks.

Keys are written in kebab case in content files (`as-of`). Every scalar arrives as `Words`, which
know their place; a field typed `Words` keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from briefpack.dates import When
from briefpack.problem import Problem
from briefpack.words import NOWHERE, Words

if TYPE_CHECKING:
    from markdown_it.token import Token

KINDS = ("cover", "glance", "timeline", "text", "quote", "recommendations", "sources", "about")
"""Every kind of part, in the order in which they stand by default."""

DRAWN = ("chronology", "trajectories")
"""The cover pictures that a layout draws itself (`cover.art`)."""

_CITED = re.compile(r"@?(?P<key>[^\s,;@]+)(?:,\s*(?P<locator>.+))?")


def kebab(name: str) -> str:
    """A field's name as it is written in a content file."""
    return name.rstrip("_").replace("_", "-")


class Model(BaseModel):
    """Closed (an unknown key is an error), immutable, with kebab-case keys.

    A key that stands there with nothing behind it is as if it were left out.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=kebab, validate_by_name=False
    )

    @model_validator(mode="before")
    @classmethod
    def _without_empty_keys(cls, value: Any) -> Any:
        if not isinstance(value, dict) or None not in value.values():
            return value
        known = {field.alias for field in cls.model_fields.values()}
        return {key: item for key, item in value.items() if item is not None or key not in known}


class Citation(Model):
    """A source and the page or section in it, written "key" or "key, p. 3"."""

    key: Words
    """The id of a source."""
    locator: str = ""
    """The page or section in it, as "p. 3"."""

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        match = _CITED.fullmatch(value.strip())
        if not match:
            raise ValueError("expected a source's key, or 'key, p. 3'")
        place, excerpt = (value.place, value.excerpt) if isinstance(value, Words) else (NOWHERE, "")
        return {"key": Words(match["key"], place, excerpt), "locator": match["locator"] or ""}


def _listed(value: Any) -> Any:
    """One value where a list is expected is a list of one."""
    return value if isinstance(value, list) else [value]


Citations = Annotated[list[Citation], BeforeValidator(_listed)]
"""One citation, or a list of them."""


class Person(Model):
    """Who wrote it, or whom to ask."""

    name: Words
    role: Words | None = None
    organisation: Words | None = None
    email: Words | None = None
    url: Words | None = None
    phone: Words | None = None
    address: Words | None = None
    note: Words | None = None
    """Anything else that readers should know about them."""


class KeyFact(Model):
    """A big number and what it counts."""

    id: Words | None = None
    """What the text calls the fact by."""
    value: Words
    """The number, as it is to be printed large."""
    unit: Words | None = None
    """What stands behind the number, smaller."""
    label: Words
    """What the number counts, and when."""
    source: Citations = []


class Glance(Model):
    """The page at which a reader in a hurry may stop."""

    title: Words
    issue: Words
    """What it is about, in two sentences."""
    ask: Annotated[list[Words], Field(min_length=1, max_length=5)]
    """What readers are asked to do: three lines."""
    facts: Annotated[list[KeyFact], Field(max_length=4)] = []
    """Three or four numbers that matter most."""


class Source(Model):
    """Something to cite. `short` is the address as printed, where the full one is too long."""

    id: Words
    """What citations call it by."""
    author: Words | None = None
    title: Words
    container: Words | None = None
    """The journal, book or series that it is part of."""
    publisher: Words | None = None
    date: When | None = None
    url: Words | None = None
    """Where it can be read."""
    short: Words | None = None
    """The address as printed, where the full one is too long."""
    accessed: When | None = None
    """When the address was last looked at."""
    note: Words | None = None


class Quote(Model):
    """Somebody's exact words. `evidence` names the file in which they must be found."""

    id: Words
    """What the text and the parts call it by."""
    words: Words
    """The exact words; a cut is marked …, an insertion [so]."""
    speaker: Words
    role: Words | None = None
    occasion: Words | None = None
    place: Words | None = None
    date: When | None = None
    source: Citation | None = None
    evidence: Words | None = None
    """A file that holds the passage; the words must stand in it."""


class Category(Model):
    """A kind of event: its name in the key; its shape carries the meaning without colour."""

    label: Words
    shape: Literal["circle", "square", "triangle", "diamond", "ring", "cross"] = "circle"
    """Carries the meaning where colour does not."""


class Event(Model):
    """Something that happened, for the timeline."""

    date: When
    title: Words
    text: Words | None = None
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

    title: Words
    text: Words | None = None


class Timeline(Model):
    """Events on one axis. `scale: even` spaces them evenly and says so; `true` never does."""

    title: Words
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


class Recommendation(Model):
    """One thing to do: `title` is an imperative, `evidence` are sources, `see` headings."""

    id: Words
    """What the text calls it by."""
    title: Words
    """What to do, as an imperative."""
    action: Words
    """How it is done, in a sentence or two."""
    lead: Words
    """Who does it."""
    by: Words | None = None
    """Until when."""
    cost: Words | None = None
    """What it costs, in money or effort."""
    priority: Literal["high", "medium", "low"] | None = None
    evidence: Citations = []
    """The sources that it rests on."""
    see: Annotated[list[Words], BeforeValidator(_listed)] = []
    """Ids of headings where the text argues for it."""


class Recommendations(Model):
    """The page that can be detached and handed over."""

    title: Words
    intro: Words | None = None
    """What stands above them."""
    note: Words | None = None
    """What stands below them."""
    items: Annotated[list[Recommendation], Field(min_length=1, max_length=16)]


class Cover(Model):
    """The cover's picture: one that the layout draws, or an SVG file of the brief's own."""

    art: Words = Words("chronology")
    """`chronology`, `trajectories`, or an SVG file in the folder."""


class About(Model):
    """What the brief is, who wrote it, and how it was made."""

    title: Words | None = None
    text: Words | None = None
    """Markdown."""


class Part(Model):
    """One part of the brief. `file` or `text` belong to a text, `quote` to a quote."""

    kind: Literal[
        "cover", "glance", "timeline", "text", "quote", "recommendations", "sources", "about"
    ]
    file: Words | None = None
    """The Markdown file that holds the text."""
    text: Words | None = None
    """The text itself, as Markdown."""
    quote: Words | None = None
    """The id of a quote that fills the page."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """`glance`, `text: argument.md` and `quote: moon-1963` are the short forms."""
        if isinstance(value, str):
            return {"kind": value}
        if isinstance(value, dict) and "kind" not in value and len(value) == 1:
            [(key, named)] = value.items()
            if key == "quote":
                return {"kind": "quote", "quote": named}
            if key == "text":
                inline = isinstance(named, str) and "\n" in named.strip()
                return {"kind": "text", "text" if inline else "file": named}
        return value


DEFAULT_PARTS = tuple(kind for kind in KINDS if kind != "quote")


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


@dataclass(frozen=True, slots=True)
class Prose:
    """A text part, parsed: markdown-it tokens in order.

    Beside CommonMark's own, there are three kinds of token: `citation` (`meta["citations"]`: list
    of `Citation`, `meta["id"]`: a name unique in the brief), `footnote` (`children`: its words)
    and `block` (`meta["block"]`: a block of `briefpack.blocks`). The `meta["place"]` of a token
    that opens a block, or is one of these, is its `Place`; `briefpack.reading` walks them."""

    tokens: Sequence[Token]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A brief as read from disk: the model, its texts, and the folder that its files stand in.

    `prose` maps the index of a text part in `brief.parts` to its text; `asides` are the tokens of
    all short fields that may hold inline Markdown. `evidence` maps the name of each file that a
    quote names to its text. `characters` maps every character that occurs in the content to the
    first place where it does. `gaps` names the keys of the brief of which something could not be
    read: a rule that would miss what is lost there keeps silent. `problems` are those found while
    reading.
    """

    brief: Brief
    folder: Path
    prose: Mapping[int, Prose]
    characters: Mapping[str, Words]
    asides: Sequence[Token] = ()
    evidence: Mapping[str, Words] = field(default_factory=dict)
    gaps: frozenset[str] = frozenset()
    problems: Sequence[Problem] = ()
