"""A source: something to cite."""

from briefpack.brief.model import Model
from briefpack.dates import When
from briefpack.words import Words


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
