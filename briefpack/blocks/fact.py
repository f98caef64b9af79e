"""A key fact of the at-a-glance page, shown again in the text."""

from typing import ClassVar

from briefpack.blocks.block import Block
from briefpack.words import Words


class FactBlock(Block):
    """A big number beside the paragraph that explains it.

    The argument is the id of a fact in `glance`.
    """

    name: ClassVar[str] = "fact"
    usage: ClassVar[str] = ":::{fact} launches"

    argument: Words
