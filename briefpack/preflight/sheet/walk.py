"""The walk through pages: what each paints, in forms, patterns and soft masks too.

The checks judge what a press will get and not what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from briefpack.preflight.finding import Unjudged
from briefpack.preflight.sheet.operators import OPERATORS
from briefpack.preflight.sheet.painted import Painted
from briefpack.preflight.sheet.state import State
from briefpack.preflight.sheet.stream import Stream

DEEPEST = 20
"""Forms within forms that are followed; no honest file has more."""


MOST = 2_000_000
"""Operators of a page that are followed, those of its forms each time that they are placed."""

FORM = 100
"""Operators that a form takes the time of, however few it has."""

ODD = (
    ArithmeticError, AttributeError, LookupError, NotImplementedError, RuntimeError, TypeError,
    ValueError, pikepdf.DataDecodingError, pikepdf.PdfError,
    pikepdf.models.image.InvalidPdfImageError, pikepdf.models.image.UnsupportedImageTypeError,
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
    count: int = 0
    within: list[int] = field(default_factory=list)
    masks: bool = False
    tiles: bool = False
    patterns: set[tuple[str, int]] = field(default_factory=set)

    def read(
        self, stream: Any, resources: Any, state: State, form: int = 0, depth: int = 0
    ) -> None:
        """Follow one content stream from its first operator to its last.

        A form that places itself is not followed again. `Unjudged` where there is too much.
        """
        if depth > DEEPEST or (form and form in self.within):
            return
        instructions = pikepdf.parse_content_stream(stream)
        self.count += FORM + len(instructions)
        if self.count > MOST:
            raise Unjudged(f"page {self.page} paints too much to be read through")
        self.within.append(form)
        Stream(self, resources, state, form, depth).follow(instructions, OPERATORS)
        self.within.pop()
