"""What the tables have in common that are made from the brief's own data."""

from typing import ClassVar

from pydantic import Field

from briefpack.blocks.block import Block, Line
from briefpack.brief import Citations, Id


class Exhibit(Block):
    """A table of what the brief has under the key that is the block's name.

    It always has a caption, and so a number: where `caption` is not given, that is the title of
    the data, or else the layout's own word.
    """

    series = "table"
    shows: ClassVar[bool] = True

    id: Id | None = None
    caption: Line = ()
    note: Line = ()
    source: Citations = Field(default_factory=list)

    @property
    def numbered(self) -> bool:
        """Always."""
        return True
