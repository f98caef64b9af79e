"""The report: everything that is to be told of one PDF, as one value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from math import inf
from typing import TYPE_CHECKING

from briefpack.problem import Problem, Severity, strictly

if TYPE_CHECKING:
    from briefpack.paper import Box
    from briefpack.preflight import Outcome
    from briefpack.preflight.validators import Verdict

RANKS = (Severity.ERROR, Severity.WARNING, Severity.WAIVED)
"""From the gravest on."""


@dataclass(frozen=True, slots=True)
class File:
    """The PDF: its name as the user typed it, its size in bytes, its SHA-256, its pages.

    `pages` is 0 where they could not be counted.
    """

    name: str
    size: int
    sha256: str
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Leaf:
    """The picture of a page with findings: PNG, as wide and high as it is in pixels.

    `places` says of each box of a finding (points of the page's own space) where it is in the
    picture: left, upper, right and lower edge in pixels.
    """

    page: int
    png: bytes = field(repr=False)
    width: int
    height: int
    places: Mapping[tuple[float, ...], Box]


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as the report lists it, with the number that it has there and on the pictures.

    `of_file` tells what was found in the PDF from what was found in the content alone.
    """

    number: int
    problem: Problem
    of_file: bool

    @property
    def message(self) -> str:
        """The message without the page, which the report says elsewhere."""
        return self.problem.message.removeprefix(f"page {self.problem.spot.page}: ")

    @property
    def page(self) -> int:
        """The page that it was seen on; 0 where it was seen on none."""
        return self.problem.spot.page


@dataclass(frozen=True, slots=True)
class Report:
    """What is told of a file: what every check came to, and `problems` that are no check's.

    `groups` are the groups of checks that it was judged by, `purpose` says in words why those.
    `unfinished` are the pages of an edition before something is made of them. `validators` is what
    programs of others say of what the file claims: it is shown as theirs, and counts for no verdict
    of ours. `unset` is content of which no page has been set: then there is no file, and `file` has
    the name of the brief and nothing else.
    """

    file: File
    outcomes: Sequence[Outcome] = ()
    problems: Sequence[Problem] = ()
    leaves: Sequence[Leaf] = ()
    validators: Sequence[Verdict] = ()
    groups: frozenset[str] = frozenset()
    purpose: str = ""
    unfinished: bool = False
    unset: bool = False

    @property
    def found(self) -> list[Problem]:
        """Every problem of the file and of its content, in no order."""
        return [*(one for each in self.outcomes for one in each.problems), *self.problems]

    @property
    def entries(self) -> list[Entry]:
        """Every finding with its number: the file as a whole, page by page, then the content."""
        checked = {one for each in self.outcomes for one in each.problems}
        name = self.file.name
        rows = [
            (
                one,
                one in checked
                or bool(one.spot.page)
                or (not self.unset and one.place.file == name),
            )
            for one in dict.fromkeys(self.found)
        ]
        rows.sort(key=lambda row: (not row[1], *_order(row[0])))
        return [Entry(number, one, of_file) for number, (one, of_file) in enumerate(rows, 1)]

    @property
    def verdict(self) -> str:
        """`failed`, `warned`, `passed`, or `unjudged` where no check could judge the file."""
        kinds = {problem.severity for problem in self.found}
        if Severity.ERROR in kinds:
            return "failed"
        if not self.unset and all(one.verdict == "unjudged" for one in self.outcomes):
            return "unjudged"
        return "warned" if Severity.WARNING in kinds else "passed"

    @property
    def denied(self) -> bool:
        """Whether a validator of others finds that the file is not what it claims to be."""
        return any(one.verdict == "failed" for one in self.validators)

    @property
    def as_errors(self) -> Report:
        """The report with every warning as an error."""
        outcomes = [replace(one, problems=tuple(strictly(one.problems))) for one in self.outcomes]
        return replace(self, outcomes=outcomes, problems=tuple(strictly(self.problems)))

    @property
    def unpictured(self) -> list[int]:
        """The pages that have findings and no picture."""
        pages = {problem.spot.page for problem in self.found} - {0}
        return sorted(pages - {leaf.page for leaf in self.leaves})


def _order(problem: Problem) -> tuple[object, ...]:
    """Page by page: what is about all of it, the gravest first, then from the top to the bottom."""
    box = problem.spot.box or (0.0, 0.0, 0.0, inf)
    return (problem.spot.page, -box[3], box[0], RANKS.index(problem.severity), problem)


def reported(
    pdf: bytes,
    name: str,
    outcomes: Iterable[Outcome],
    problems: Iterable[Problem] = (),
    *,
    groups: frozenset[str] = frozenset(),
    purpose: str = "",
    unfinished: bool = False,
) -> Report:
    """The report of a PDF that was made here, with pictures of the pages that have findings.

    It is read in this process. What comes from elsewhere goes through `briefpack.acceptance`.
    """
    from briefpack.reporting import leaves

    report = Report(
        File(name, len(pdf), sha256(pdf).hexdigest(), leaves.counted(pdf)),
        tuple(outcomes),
        tuple(problems),
        groups=groups,
        purpose=purpose,
        unfinished=unfinished,
    )
    return replace(report, leaves=tuple(leaves.drawn(pdf, report.found)))


def of_content(
    name: str, problems: Iterable[Problem], reports: Sequence[Report] = ()
) -> list[Report]:
    """The reports of a brief, with the problems of its content among those of the first.

    Where no page was made, there is one of the content alone; `name` is the brief's.
    """
    if not reports:
        file = File(name, 0, "")
        return [Report(file, problems=tuple(problems), purpose="the content alone", unset=True)]
    first, *others = reports
    return [replace(first, problems=(*first.problems, *problems)), *others]
