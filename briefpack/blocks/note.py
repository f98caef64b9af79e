"""A note in the side column."""

from typing import Annotated, ClassVar

from pydantic import Field

from briefpack.blocks.block import Block, Body, Line


class NoteBlock(Block):
    """An aside: what some readers need and others can pass over.

    The argument is its title, in Markdown, and may be left out.
    """

    name: ClassVar[str] = "note"
    usage: ClassVar[str] = ":::{note} What is a payload?"
    holds: ClassVar[frozenset[str]] = frozenset({"figure", "table", "chart"})

    argument: Line = ()
    body: Annotated[Body, Field(min_length=1)]
