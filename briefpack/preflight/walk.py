"""The walk through pages: what each paints, in forms, patterns and soft masks too.

The checks judge what a press will get and not what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from briefpack.preflight.finding import Unjudged
from briefpack.preflight.operators import OPERATORS
from briefpack.preflight.painted import Painted
from briefpack.preflight.state import State
from briefpack.preflight.stream import Stream

DEEPEST = 20
"""Forms within forms that are followed; no honest file has more."""


ODD = (
    ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError,
    pikepdf.PdfError,
)  # fmt: skip
"""What comes of content that is not as the standard has it."""


def painted(document: pikepdf.Pdf) -> Iterator[Painted]:
    """Everything that the pages paint, in order.

    `Unjudged` where an instruction cannot be followed: what else is painted there is not known.
    """
    for number, page in enumerate(document.pages, 1):
        reader = Reader(number)
        try:
            reader.read(page, page.resources, State())
        except ODD as error:
            reason = f"the content of page {number} cannot be followed"
            raise Unjudged(reason) from error
        yield from reader.found


@dataclass(slots=True)
class Reader:
    """Reads one page; `found` is what it paints, in order."""

    page: int
    found: list[Painted] = field(default_factory=list)
    masks: bool = False
    tiles: bool = False
    patterns: set[tuple[str, int]] = field(default_factory=set)

    def read(
        self, stream: Any, resources: Any, state: State, form: int = 0, depth: int = 0
    ) -> None:
        """Follow one content stream from its first operator to its last."""
        if depth > DEEPEST:
            return
        Stream(self, resources, state, form, depth).follow(
            pikepdf.parse_content_stream(stream), OPERATORS
        )
