"""Tagged text: which paragraph, heading or cell each piece of marked content belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefpack.preflight.sheet.roles import HEADING
from briefpack.preflight.sheet.structure import Structure

INLINE = frozenset(
    {"Annot", "BibEntry", "Code", "Em", "Formula", "Link", "NonStruct", "Quote", "Reference"}
    | {"Span", "Strong"}
)
"""Types that stand in a line of text (ISO 32000-1, 14.8.4.4), or that mean nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A structure element that holds text of its own: its standard type, its number in reading
    order, and the one that it stands in.
    """

    role: str
    number: int
    outer: Tag | None

    @property
    def within(self) -> Iterator[str]:
        """The types that it stands in, the innermost first."""
        outer = self.outer
        while outer:
            yield outer.role
            outer = outer.outer

    @property
    def heading(self) -> bool:
        """Whether it is one (H, H1 and so on)."""
        return self.role == "H" or HEADING.fullmatch(self.role) is not None


Tags = Mapping[tuple[int, int], Tag]
"""Page (from 1) and number of a marked content -> the element that holds it."""


def tags(structure: Structure) -> Tags:
    """Those of a structure; none where it has no elements.

    What a form holds of its own is left out: its numbers are not those of the page.
    """
    holders: list[Tag] = []
    for element in structure.elements:
        outer = holders[element.parent] if element.parent >= 0 else None
        inline = outer if element.standard in INLINE else None
        holders.append(inline or Tag(element.standard, element.number, outer))
    marks = (mark for mark in structure.marks if not mark.inner)
    return {(mark.page, mark.number): holders[mark.element] for mark in marks}
