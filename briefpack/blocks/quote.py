"""A quotation of the brief, called out in the text."""

from typing import ClassVar, Literal

from briefpack.blocks.block import Block
from briefpack.words import Words


class QuoteBlock(Block):
    """Somebody's words, set large where they matter.

    The argument is the id of a quotation in `quotes`. `style` sets it in the side column, across
    the measure, or on a page of its own.
    """

    name: ClassVar[str] = "quote"
    usage: ClassVar[str] = ":::{quote} moon-1963"

    argument: Words
    style: Literal["side", "measure", "page"] = "side"
