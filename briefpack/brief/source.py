"""A source: something to cite."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal
from urllib.parse import quote

from pydantic import BeforeValidator, model_validator

from briefpack.brief.model import MarkdownLine, Model, listed
from briefpack.dates import When
from briefpack.problem import Problem
from briefpack.words import Words

Type = Literal[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "dataset",
    "document",
    "entry-encyclopedia",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "pamphlet",
    "paper-conference",
    "patent",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "software",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]
"""What a source is, in the words of the Citation Style Language (CSL 1.0.2, appendix III)."""


class Name(Model):
    """The name of a person in two parts, or of an organisation in one.

    A style that sorts by family names, or cites by them, has to be told which part is which.
    """

    family: Words | None = None
    given: Words | None = None
    literal: Words | None = None
    """An organisation's name, or one that has no parts."""

    @model_validator(mode="before")
    @classmethod
    def _whole(cls, value: Any) -> Any:
        return {"literal": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _known(self) -> "Name":  # noqa: N804 - of an instance, once it is made
        if (self.family is None) == (self.literal is None):
            raise ValueError("a name is 'family' and 'given', or 'literal' alone")
        return self

    def __str__(self) -> str:
        parts = (self.literal,) if self.literal else (self.given, self.family)
        return " ".join(part for part in parts if part)


_BEFORE_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def bare_doi(doi: str) -> str:
    """A DOI without the address that many write before it: styles add their own."""
    return _BEFORE_DOI.sub("", doi.strip())


Names = Annotated[list[Name], BeforeValidator(listed)]
"""One name, or a list of them."""


class Source(Model):
    """Something to cite. `short` is the address as printed, where the full one is too long."""

    id: Words
    """What citations call it by."""
    type: Type | None = None
    """What it is, as `report` or `article-journal`; guessed where none is given."""
    author: Names = []
    """As it is to be printed; or `{family: Roe, given: Jane}`, or a list of such."""
    title: Words
    container: Words | None = None
    """The journal, book or series that it is part of."""
    editor: Names = []
    """Of the book that it is part of."""
    publisher: Words | None = None
    place: Words | None = None
    """Where it was published."""
    date: When | None = None
    volume: Words | None = None
    issue: Words | None = None
    number: Words | None = None
    """Of a report, a bill or a standard."""
    edition: Words | None = None
    pages: Words | None = None
    """The pages that it takes up in its journal or book, as `123-145`."""
    doi: Words | None = None
    """As `10.1000/182`, without an address before it."""
    url: Words | None = None
    """Where it can be read."""
    short: Words | None = None
    """The address as printed, where the full one is too long."""
    accessed: When | None = None
    """When the address was last looked at."""
    note: MarkdownLine | None = None

    @property
    def byline(self) -> str:
        """Its authors as the house's own list prints them."""
        return ", ".join(str(name) for name in self.author)

    @property
    def link(self) -> str:
        """Where it can be read: its address, else that of its DOI, else empty."""
        if self.url or not self.doi:
            return str(self.url or "")
        return "https://doi.org/" + quote(bare_doi(self.doi), safe="/:;()._-")


class Listed(Source):
    """A source from a library's file: `item` is all of it in CSL-JSON, by CSL's variables, `spots`
    are where these were written, `library` the file's name.

    What is wrong with it (`faults`) matters only where it is cited: a library holds more than a
    brief needs.
    """

    item: Mapping[str, Any] = {}
    spots: Mapping[str, Any] = {}
    faults: tuple[Problem, ...] = ()
    library: str = ""


def naming(named: Sequence[str], more: Sequence[str]) -> str:
    """The line of a brief that names further libraries, as a hint quotes it."""
    names = [*named, *more]
    said = names[0] if len(names) == 1 else f"[{', '.join(names)}]"
    return f"'bibliography: {said}'"
