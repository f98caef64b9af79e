"""The stakeholders of the brief, the mightiest first."""

from typing import ClassVar, Literal

from briefpack.blocks.exhibit import Exhibit


class StakeholdersBlock(Exhibit):
    """A table of the brief's `stakeholders`.

    As a `list` it says of each what is at stake and what they say; as a `map` it is a grid of
    names, influence by position.
    """

    name: ClassVar[str] = "stakeholders"
    noun: ClassVar[str] = "table of stakeholders"
    usage: ClassVar[str] = ":::{stakeholders}"

    style: Literal["list", "map"] = "list"
