"""What all blocks have in common, and what their fields can hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from markdown_it.token import Token
from pydantic import InstanceOf

from briefpack.brief import Model
from briefpack.words import Words


@dataclass(frozen=True, slots=True)
class InMarkdown:
    """Marks a field whose value an author writes as a line of Markdown, and which holds tokens."""


Body = tuple[InstanceOf[Token], ...]
"""Parsed Markdown: paragraphs, lists, tables and, in a note, other blocks."""

Line = Annotated[Body, InMarkdown()]
"""One parsed line of Markdown, without paragraphs."""


class Block(Model):
    """Something that an author places in a text with a fenced directive.

    Of its fields, `argument` stands behind the name in braces, `body` between the options and the
    closing fence, and the others are the options; all are declared in reading order. A block
    without `argument` or `body` takes none. `holds` names the blocks that its body may contain;
    footnotes are lost in a box that a layout places freely, so most blocks allow none. `series` is
    the run of numbers ("Figure 3") that a block with a caption belongs to, where there is one.
    `noun` is what messages call it, where that is not its name. A block that `shows` what the
    brief has under the key of its name is nothing without that.
    """

    name: ClassVar[str]
    noun: ClassVar[str] = ""
    usage: ClassVar[str]
    shows: ClassVar[bool] = False
    holds: ClassVar[frozenset[str]] = frozenset()
    footnotes: ClassVar[bool] = False
    series: ClassVar[Literal["", "figure", "table", "box"]] = ""

    @classmethod
    def called(cls) -> str:
        """What messages call one of the kind."""
        return cls.noun or cls.name

    @property
    def numbered(self) -> bool:
        """Whether it takes the next number of its series: a thing without a caption has none."""
        return bool(self.series and (getattr(self, "caption", ()) or self.captions()))

    def captions(self) -> Body:
        """The caption, where that is not the field `caption`."""
        return ()

    def draws_on(self) -> Iterable[Words]:
        """The files of data that it shows, by their names in the brief's folder."""
        return ()
