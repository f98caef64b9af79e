"""Who wrote a brief, or whom to ask."""

from briefpack.brief.model import MarkdownLine, Model
from briefpack.words import Words


class Person(Model):
    """Who wrote it, or whom to ask."""

    name: Words
    role: Words | None = None
    organisation: Words | None = None
    email: Words | None = None
    url: Words | None = None
    phone: Words | None = None
    address: Words | None = None
    orcid: Words | None = None
    """Their ORCID iD, as "0000-0002-1825-0097"."""
    note: MarkdownLine | None = None
    """Anything else that readers should know about them."""
