"""The proof: a finished PDF laid open for the checks, and what was ordered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

import pikepdf
import pypdfium2

from briefpack.paper import Box
from briefpack.preflight.finding import Finding, Unjudged
from briefpack.preflight.sheet import pdfium
from briefpack.preflight.sheet.leaf import Leaf, Mark
from briefpack.preflight.sheet.lines import Line, lines
from briefpack.preflight.sheet.opening import opened
from briefpack.preflight.sheet.painted import Painted
from briefpack.preflight.sheet.reach import Key, edges, entry, key
from briefpack.preflight.sheet.structure import Structure, structure
from briefpack.preflight.sheet.tagged import Tag, Tags, tags
from briefpack.preflight.sheet.targets import Targets
from briefpack.preflight.sheet.walk import painted
from briefpack.preflight.sheet.xmp import said
from briefpack.problem import Place
from briefpack.profiles import INK_LIMIT
from briefpack.sourcemap import SourceMap
from briefpack.words import Words

SAFE = 8.0
"""Millimetres from the edge that office printers may leave white."""

Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class Order:
    """What was ordered: pages of `width` and `height` with `bleed` all round, in millimetres.

    `place` is the brief's, or the file itself, for what is wrong with the file as a whole. `groups`
    are the groups of checks that it is to pass. A `width` of 0 is whatever the file has. `safe` is
    how far from the edge (mm) nothing may be read; pages come in multiples of `multiple`; `mail` is
    the most that an attachment may have, in millions of bytes. `map` says which line of the content
    stands where. `pictures` names those of the brief by their size in pixels, so that a problem can
    point at the line that places one. `budgets` says of kinds of parts ("text") how many pages they
    may take.
    """

    place: Place
    groups: frozenset[str] = frozenset()
    width: float = 0
    height: float = 0
    bleed: float = 0
    safe: float = SAFE
    multiple: int = 1
    mail: float = 7.0
    ink_limit: int = INK_LIMIT
    map: SourceMap | None = None
    pictures: Mapping[tuple[int, int], Words] = field(default_factory=dict)
    budgets: Mapping[str, int] = field(default_factory=dict)
    spreads: frozenset[str] = frozenset({"timeline"})


@dataclass(frozen=True)
class Proof:
    """The document, as `pikepdf` and as PDFium see it, and the order that it is to fulfil."""

    pdf: bytes = field(repr=False)
    document: pikepdf.Pdf
    pages: pypdfium2.PdfDocument
    order: Order
    _known: dict[Callable[..., Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, work: Callable[[Proof], Known]) -> Known:
        """What several checks ask for, worked out for the first of them."""
        if work not in self._known:
            self._known[work] = work(self)
        known: Known = self._known[work]
        return known

    @property
    def painted(self) -> list[Painted]:
        """Everything that is painted, page by page, in the colours of the file.

        `Unjudged` where the content of a page is broken.
        """
        if isinstance(self._walked, Unjudged):
            raise self._walked
        return self._walked

    @cached_property
    def _walked(self) -> list[Painted] | Unjudged:
        """The pages are walked through once, also where that leads nowhere."""
        try:
            return list(painted(self.document))
        except Unjudged as reason:
            return reason

    @cached_property
    def leaves(self) -> list[Leaf]:
        """What is on each page, as it is shown."""
        return [pdfium.leaf(self.pages, number) for number in range(1, len(self.pages) + 1)]

    @cached_property
    def lines(self) -> list[list[Line]]:
        """The lines of visible text of each page, in the order in which they are painted."""
        return [lines(leaf.read) for leaf in self.leaves]

    @cached_property
    def tags(self) -> Tags:
        """What the marked content of each page belongs to; empty for a file without tags."""
        return tags(self.structure)

    def tag(self, page: int, mark: Mark) -> Tag | None:
        """What marked content belongs to; none for an artifact, and in a file without tags."""
        apart = mark.artifact or mark.inner
        return None if apart else self.tags.get((page, mark.number))

    @cached_property
    def said(self) -> Mapping[str, str]:
        """What the metadata say of the file, by their usual names ("dc:title")."""
        return said(self.document)

    @cached_property
    def numbers(self) -> Mapping[Key, int]:
        """The number of each page, from 1."""
        found = ((key(page.obj), number) for number, page in enumerate(self.document.pages, 1))
        return {known: number for known, number in found if known}

    @cached_property
    def structure(self) -> Structure:
        """The structure tree; it has no elements where the file has no tags."""
        return structure(self.document, self.numbers)

    @property
    def tagged(self) -> Structure:
        """The structure tree; `Unjudged` where there is none."""
        if not self.structure.elements:
            raise Unjudged("the file has no tags")
        return self.structure

    @cached_property
    def targets(self) -> Targets:
        """Where links and bookmarks can lead to."""
        return Targets(self.document, self.numbers)

    def boxes(self, name: str) -> list[Box | None]:
        """The boxes of that name of all pages; `None` where a page has none of its own."""
        return [edges(entry(page.obj, name)) for page in self.document.pages]


@contextmanager
def laid_open(pdf: bytes, order: Order) -> Iterator[Proof]:
    """The proof of a PDF, as long as the block lasts; `Unreadable` where it cannot be opened."""
    with opened(pdf) as (document, pages):
        yield Proof(pdf, document, pages, order)


Look = Callable[[Proof], Iterator[Finding]]
"""What is wrong with a proof in one respect; the docstring gives the reason of the check."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its `rule` ("small-type"), what it is `told` as where it passed, how it looks, and
    the `groups` it belongs to.
    """

    rule: str
    told: str
    look: Look
    groups: Sequence[str]
