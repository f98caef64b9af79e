"""A box: something told apart from the argument."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from briefpack.blocks.block import Block, Body, Line
from briefpack.brief import Citations, Id


class BoxBlock(Block):
    """A case study, a word on method, an aside too long for the side column.

    The argument is its title, in Markdown; with one it has a number. `place` sets it in the text
    or across both columns.
    """

    name: ClassVar[str] = "box"
    usage: ClassVar[str] = ":::{box} How we know"
    holds: ClassVar[frozenset[str]] = frozenset({"figure", "table", "chart"})
    footnotes: ClassVar[bool] = True
    series = "box"

    argument: Line = ()
    id: Id | None = None
    kind: Literal["case-study", "method"] | None = None
    place: Literal["text", "wide"] = "text"
    body: Annotated[Body, Field(min_length=1)]
    source: Citations = Field(default_factory=list)

    def captions(self) -> Body:
        """The title."""
        return self.argument
