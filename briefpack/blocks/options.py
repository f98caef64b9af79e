"""The options of the brief, side by side."""

from typing import ClassVar

from briefpack.blocks.exhibit import Exhibit


class OptionsBlock(Exhibit):
    """A table of the brief's `options`: criteria by option, with the baseline among them."""

    name: ClassVar[str] = "options"
    noun: ClassVar[str] = "table of options"
    usage: ClassVar[str] = ":::{options}"
