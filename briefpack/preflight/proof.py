"""The proof: a finished PDF laid open for the checks, and what was ordered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from io import BytesIO

import pikepdf

from briefpack.paper import Box, box
from briefpack.preflight.painted import Painted
from briefpack.preflight.walk import painted
from briefpack.problem import Place, Problem, Severity
from briefpack.profiles import INK_LIMIT
from briefpack.words import Words


@dataclass(frozen=True, slots=True)
class Order:
    """What was ordered: pages of `width` and `height` with `bleed` all round, in millimetres.

    `place` is the brief's, for problems of the file as a whole; `pictures` names those of the brief
    by their size in pixels, so that a problem can point at the line that places one.
    """

    place: Place
    width: float
    height: float
    bleed: float
    ink_limit: int = INK_LIMIT
    pictures: Mapping[tuple[int, int], Words] = field(default_factory=dict)


@dataclass(frozen=True)
class Proof:
    """The document, and the order that it is to fulfil."""

    document: pikepdf.Pdf
    order: Order

    @cached_property
    def painted(self) -> list[Painted]:
        """Everything that is painted, page by page."""
        return list(painted(self.document))

    def boxes(self, name: str) -> list[Box | None]:
        """The boxes of that name of all pages; `None` where a page has none of its own."""
        found = (page.obj.get(name) for page in self.document.pages)
        return [None if edges is None else box(edges) for edges in found]

    def fault(
        self, message: str, page: int = 0, hint: str = "", words: Words | None = None
    ) -> Problem:
        """A problem of the file, of one page, or of what the words placed there."""
        told = f"page {page}: {message}" if page else message
        if words is None:
            return Problem(self.order.place, RULE, told, hint)
        return Problem(words.place, RULE, told, hint, words.excerpt)

    def remark(self, message: str, page: int, hint: str, words: Words | None = None) -> Problem:
        """The same as a warning: it can be printed, but a person has to look."""
        return replace(self.fault(message, page, hint, words), severity=Severity.WARNING)


@contextmanager
def laid_open(pdf: bytes, order: Order) -> Iterator[Proof]:
    """The proof of a PDF, as long as the block lasts."""
    with pikepdf.open(BytesIO(pdf)) as document:
        yield Proof(document, order)


RULE = "preflight"
Check = Callable[[Proof], Iterator[Problem]]
"""What is wrong with a proof in one respect; the docstring gives the reason of the check."""
