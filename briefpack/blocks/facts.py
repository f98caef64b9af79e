"""A row of key facts across the page."""

from typing import ClassVar

from pydantic import field_validator

from briefpack.blocks.block import Block
from briefpack.words import Words

FEWEST, MOST = 2, 4


class FactsBlock(Block):
    """Two to four big numbers side by side, each with its unit, label and source.

    The argument is the ids of facts in `glance`, with semicolons between them.
    """

    name: ClassVar[str] = "facts"
    noun: ClassVar[str] = "row of facts"
    usage: ClassVar[str] = ":::{facts} launches; debris"

    argument: list[Words]

    @field_validator("argument")
    @classmethod
    def _a_row(cls, ids: list[Words]) -> list[Words]:
        if not FEWEST <= len(ids) <= MOST:
            said = f"a row of facts has {FEWEST} to {MOST} of them, with semicolons between"
            if len(ids) == 1 and "," in ids[0]:
                pieces = [piece.strip() for piece in ids[0].split(",")]
                raise ValueError(f"{said}; part them with semicolons: {'; '.join(pieces)}")
            raise ValueError(f"{said}, not {len(ids)}")
        return ids
