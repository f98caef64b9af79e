"""The lines to take."""

from typing import ClassVar

from briefpack.blocks.block import Block


class LinesBlock(Block):
    """The brief's `lines`, numbered: what to say, and below each what stands behind it."""

    name: ClassVar[str] = "lines"
    noun: ClassVar[str] = "list of lines to take"
    usage: ClassVar[str] = ":::{lines}"
    shows: ClassVar[bool] = True
