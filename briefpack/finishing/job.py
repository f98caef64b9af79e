"""A job: what finishing is told of a brief and of what was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefpack.problem import Place

if TYPE_CHECKING:
    from briefpack.brief import Brief
    from briefpack.edition import Edition
    from briefpack.pages.layout import Layout
    from briefpack.paper import Paper
    from briefpack.problem import Problem


@dataclass(frozen=True, slots=True)
class Job:
    """An edition of a brief: `page` is the trimmed page, `sheet` what is printed on.

    `folios` are the pages' numbers as they are printed, in order; `wording` are the layout's own
    words in the brief's language. The brief's own files stand in `folder`.
    """

    edition: Edition
    brief: Brief
    layout: Layout
    page: Paper
    sheet: Paper
    wording: Mapping[str, str]
    folios: Sequence[str]
    folder: Path = Path()

    @property
    def place(self) -> Place:
        """The file that the brief is written in, for problems that have no line in it."""
        return Place(self.brief.title.place.file)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A PDF on its way out, what was noticed, and what the ticket is to say of it.

    `particulars` are grown by the steps: each adds what it alone knows, in plain values that JSON
    can hold (`sheets`, `profile`).
    """

    pdf: bytes
    problems: Sequence[Problem] = ()
    particulars: Mapping[str, Any] = field(default_factory=dict)

    def then(self, pdf: bytes, *problems: Problem, **particulars: Any) -> Delivery:
        """The delivery after one more step."""
        return replace(
            self,
            pdf=pdf,
            problems=[*self.problems, *problems],
            particulars={**self.particulars, **particulars},
        )
