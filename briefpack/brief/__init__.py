"""The content model: what a brief consists of, and nothing of how it looks.

One file a thing. Keys are written in kebab case in content files (`as-of`). Every scalar arrives as
`Words`, which know their place; a field typed `Words` keeps it.
"""

from briefpack.brief.citation import Citation, Citations
from briefpack.brief.glance import Glance, KeyFact
from briefpack.brief.glossary import Term
from briefpack.brief.house import (
    House,
    NumberStyle,
    OpeningVerbs,
    PageBudget,
    SentenceLength,
    WordBudget,
)
from briefpack.brief.manuscript import Manuscript, Prose
from briefpack.brief.model import ID, Id, Model, kebab
from briefpack.brief.numbers import Cell, Claim, Ledger, Number, end_of
from briefpack.brief.options import Criterion, Option, Options, Score
from briefpack.brief.paragraphs import Paragraphs
from briefpack.brief.parts import DEFAULT_PARTS, KINDS, Part
from briefpack.brief.person import Person
from briefpack.brief.press import Press
from briefpack.brief.questions import LineToTake, Question, hardest_first
from briefpack.brief.quote import Quote
from briefpack.brief.recommendations import Recommendation, Recommendations
from briefpack.brief.risks import Risk, gravest_first
from briefpack.brief.source import Name, Source
from briefpack.brief.stakeholders import Stakeholder, mightiest_first
from briefpack.brief.timeline import Category, Era, Event, Heading, Timeline
from briefpack.brief.whole import COMPANIONS, DRAWN, About, Brief, Cover

__all__ = [
    "COMPANIONS",
    "DEFAULT_PARTS",
    "DRAWN",
    "ID",
    "KINDS",
    "About",
    "Brief",
    "Category",
    "Cell",
    "Citation",
    "Citations",
    "Claim",
    "Cover",
    "Criterion",
    "Era",
    "Event",
    "Glance",
    "Heading",
    "House",
    "Id",
    "KeyFact",
    "Ledger",
    "LineToTake",
    "Manuscript",
    "Model",
    "Name",
    "Number",
    "NumberStyle",
    "OpeningVerbs",
    "Option",
    "Options",
    "PageBudget",
    "Paragraphs",
    "Part",
    "Person",
    "Press",
    "Prose",
    "Question",
    "Quote",
    "Recommendation",
    "Recommendations",
    "Risk",
    "Score",
    "SentenceLength",
    "Source",
    "Stakeholder",
    "Term",
    "Timeline",
    "WordBudget",
    "end_of",
    "gravest_first",
    "hardest_first",
    "kebab",
    "mightiest_first",
]
