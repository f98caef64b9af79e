"""The blocks that an author places in a text with a fenced directive: one file a kind, one list.

    :::{figure} figures/map.svg
    :alt: Launch sites on a map of the world
    Where rockets start.
    :::

A new kind of block is a file here, its class in `BLOCKS`, a template `blocks/NAME.html` in the
layout, and a case in the tests.
"""

from briefpack.blocks.block import Block
from briefpack.blocks.fact import FactBlock
from briefpack.blocks.figure import FigureBlock
from briefpack.blocks.note import NoteBlock
from briefpack.blocks.quote import QuoteBlock
from briefpack.blocks.table import TableBlock

__all__ = ["BLOCKS", "Block", "FactBlock", "FigureBlock", "NoteBlock", "QuoteBlock", "TableBlock"]

BLOCKS: tuple[type[Block], ...] = (QuoteBlock, FigureBlock, TableBlock, FactBlock, NoteBlock)
"""Every kind of block; `name` is what an author writes in the braces."""
