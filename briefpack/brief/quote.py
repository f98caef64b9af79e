"""A quotation."""

from briefpack.brief.citation import Citation
from briefpack.brief.model import Model
from briefpack.dates import When
from briefpack.words import Words


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
