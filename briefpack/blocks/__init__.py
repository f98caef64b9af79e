"""The blocks that an author places in a text with a fenced directive: one file a kind, one list.

    :::{figure} figures/map.svg
    :alt: Launch sites on a map of the world
    Where rockets start.
    :::

A new kind of block is a file here, its class in `BLOCKS`, a template `blocks/NAME.html` in the
layout, and a case in the tests.
"""

from briefpack.blocks.block import Block
from briefpack.blocks.box import BoxBlock
from briefpack.blocks.chart import ChartBlock
from briefpack.blocks.fact import FactBlock
from briefpack.blocks.facts import FactsBlock
from briefpack.blocks.figure import FigureBlock
from briefpack.blocks.lines import LinesBlock
from briefpack.blocks.note import NoteBlock
from briefpack.blocks.options import OptionsBlock
from briefpack.blocks.questions import QuestionsBlock
from briefpack.blocks.quote import QuoteBlock
from briefpack.blocks.risks import RisksBlock
from briefpack.blocks.stakeholders import StakeholdersBlock
from briefpack.blocks.table import TableBlock

__all__ = [
    "BLOCKS",
    "Block",
    "BoxBlock",
    "ChartBlock",
    "FactBlock",
    "FactsBlock",
    "FigureBlock",
    "LinesBlock",
    "NoteBlock",
    "OptionsBlock",
    "QuestionsBlock",
    "QuoteBlock",
    "RisksBlock",
    "StakeholdersBlock",
    "TableBlock",
]

BLOCKS: tuple[type[Block], ...] = (
    QuoteBlock,
    FigureBlock,
    TableBlock,
    ChartBlock,
    FactBlock,
    NoteBlock,
    FactsBlock,
    BoxBlock,
    OptionsBlock,
    RisksBlock,
    StakeholdersBlock,
    QuestionsBlock,
    LinesBlock,
)
"""Every kind of block; `name` is what an author writes in the braces."""
