"""The content model: what a brief consists of, and nothing of how it looks.

One file a thing. Keys are written in kebab case in content files (`as-of`). Every scalar arrives as
`Words`, which know their place; a field typed `Words` keeps it.
"""

from briefpack.brief.citation import Citation, Citations
from briefpack.brief.glance import Glance, KeyFact
from briefpack.brief.manuscript import Manuscript, Prose
from briefpack.brief.model import Model, kebab
from briefpack.brief.parts import DEFAULT_PARTS, KINDS, Part
from briefpack.brief.person import Person
from briefpack.brief.quote import Quote
from briefpack.brief.recommendations import Recommendation, Recommendations
from briefpack.brief.source import Source
from briefpack.brief.timeline import Category, Era, Event, Heading, Timeline
from briefpack.brief.whole import DRAWN, About, Brief, Cover

__all__ = [
    "DEFAULT_PARTS",
    "DRAWN",
    "KINDS",
    "About",
    "Brief",
    "Category",
    "Citation",
    "Citations",
    "Cover",
    "Era",
    "Event",
    "Glance",
    "Heading",
    "KeyFact",
    "Manuscript",
    "Model",
    "Part",
    "Person",
    "Prose",
    "Quote",
    "Recommendation",
    "Recommendations",
    "Source",
    "Timeline",
    "kebab",
]
