"""The risks of the brief, the gravest first."""

from typing import ClassVar

from briefpack.blocks.exhibit import Exhibit


class RisksBlock(Exhibit):
    """A table of the brief's `risks`, in the order of likelihood times impact."""

    name: ClassVar[str] = "risks"
    noun: ClassVar[str] = "table of risks"
    usage: ClassVar[str] = ":::{risks}"
