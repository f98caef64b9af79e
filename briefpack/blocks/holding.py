"""Holding: which blocks of a text stand in another, in a note or a box."""

from collections.abc import Iterable, Iterator
from typing import Any

from markdown_it.token import Token

from briefpack import reading


def held(tokens: Iterable[Token]) -> Iterator[tuple[Any, str]]:
    """Every block of a text in reading order, and the name of the one that holds it, or "".

    Blocks are held one deep: what a note or a box holds holds nothing itself.
    """
    for token in tokens:
        if token.type == "block":
            block = token.meta["block"]
            yield block, ""
            for inner in reading.blocks(getattr(block, "body", ())):
                yield inner, block.name
