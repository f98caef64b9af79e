"""The content model: what a brief consists of, and nothing of how it looks.

Keys are written in kebab case in content files (`as-of`). Every scalar arrives as `Words`, which
know their place; a field typed `Words` keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from briefpack.dates import When
from briefpack.problem import Place
from briefpack.words import NOWHERE, Words

if TYPE_CHECKING:
    from markdown_it.token import Token

KINDS = ("cover", "glance", "timeline", "text", "quote", "recommendations", "sources", "about")
"""Every kind of part, in the order in which they stand by default."""

_CITED = re.compile(r"@?(?P<key>[^\s,;@]+)(?:,\s*(?P<locator>.+))?")


def kebab(name: str) -> str:
    """A field's name as it is written in a content file."""
    return name.rstrip("_").replace("_", "-")


class Model(BaseModel):
    """Closed (an unknown key is an error), immutable, with kebab-case keys."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=kebab, validate_by_name=False
    )


class Citation(Model):
    """A source and the page or section in it, written "key" or "key, p. 3"."""

    key: Words
    locator: str = ""

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


class KeyFact(Model):
    """A big number and what it counts."""

    id: Words | None = None
    value: Words
    unit: Words | None = None
    label: Words
    source: Citations = []


class Glance(Model):
    """The page at which a reader in a hurry may stop."""

    title: Words
    issue: Words
    ask: Annotated[list[Words], Field(min_length=1, max_length=5)]
    facts: Annotated[list[KeyFact], Field(max_length=4)] = []


class Source(Model):
    """Something to cite. `short` is the address as printed, where the full one is too long."""

    id: Words
    author: Words | None = None
    title: Words
    container: Words | None = None
    publisher: Words | None = None
    date: When | None = None
    url: Words | None = None
    short: Words | None = None
    accessed: When | None = None
    note: Words | None = None


class Quote(Model):
    """Somebody's exact words. `evidence` names the file in which they must be found."""

    id: Words
    words: Words
    speaker: Words
    role: Words | None = None
    occasion: Words | None = None
    place: Words | None = None
    date: When | None = None
    source: Citation | None = None
    evidence: Words | None = None


class Category(Model):
    """A kind of event: its name in the key, and its shape, which carries the meaning without colour."""

    label: Words
    shape: Literal["circle", "square", "triangle", "diamond", "ring", "cross"] = "circle"


class Event(Model):
    """Something that happened, for the timeline."""

    date: When
    title: Words
    text: Words | None = None
    category: Words
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
    pages: list[Heading] = []
    eras: list[Era] = []
    categories: dict[str, Category]
    events: Annotated[list[Event], Field(min_length=2, max_length=60)]


class Recommendation(Model):
    """One thing to do. `title` is an imperative; `evidence` are sources, `see` headings in the text."""

    id: Words
    title: Words
    action: Words
    lead: Words
    by: Words | None = None
    cost: Words | None = None
    priority: Literal["high", "medium", "low"] | None = None
    evidence: Citations = []
    see: Annotated[list[Words], BeforeValidator(_listed)] = []


class Recommendations(Model):
    """The page that can be detached and handed over."""

    title: Words
    intro: Words | None = None
    note: Words | None = None
    items: Annotated[list[Recommendation], Field(min_length=1, max_length=16)]


class Cover(Model):
    """The cover's picture: one that the layout draws, or an SVG file of the brief's own."""

    art: Words = Words("chronology")


class About(Model):
    """What the brief is, who wrote it, and how it was made."""

    title: Words | None = None
    text: Words | None = None


class Part(Model):
    """One part of the brief, in its order. `file` or `text` belong to a text, `quote` to a quote."""

    kind: Literal["cover", "glance", "timeline", "text", "quote", "recommendations", "sources", "about"]
    file: Words | None = None
    text: Words | None = None
    quote: Words | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """`glance`, `text: argument.md` and `quote: moon-1963` are the short forms."""
        if isinstance(value, str):
            return {"kind": value}
        if isinstance(value, dict) and "kind" not in value and len(value) == 1:
            [(key, named)] = value.items()
            return {"text": {"kind": "text", "file": named}, "quote": {"kind": "quote", "quote": named}}.get(
                key, value
            )
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
    series: Words | None = None
    number: Words | None = None
    date: When
    as_of: When | None = None
    version: Words | None = None
    status: Words | None = None
    stance: Literal["neutral", "advocacy"]
    marking: Words | None = None
    keywords: list[Words] = []
    description: Words | None = None
    authors: Annotated[list[Person], Field(min_length=1)]
    contact: Person | None = None
    language: Words = Words("en")
    layout: Words = Words("policy")
    paper: Literal["a4", "letter"] | None = None
    cover: Cover = Cover()
    glance: Glance | None = None
    timeline: Timeline | None = None
    quotes: list[Quote] = []
    recommendations: Recommendations | None = None
    sources: list[Source] = []
    about: About = About()
    parts: list[Part] = []


@dataclass(frozen=True, slots=True)
class Prose:
    """A text part, parsed: markdown-it tokens in order.

    Beside CommonMark's own, there are two kinds of token: `citation` (`meta["citations"]`: list
    of `Citation`, `meta["id"]`: a name unique in the brief) and `block` (`meta["block"]`: a block
    of `briefpack.blocks`). Every token's `meta["place"]` is its `Place`.    """

    tokens: Sequence[Token]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A brief as read from disk: the model, its texts, and the folder that its files stand in.

    `prose` maps the index of a text part in `brief.parts` to its text. `characters` maps every
    character that occurs in the content to the first place where it does.
    """

    brief: Brief
    folder: Path
    prose: Mapping[int, Prose]
    characters: Mapping[str, Place]
