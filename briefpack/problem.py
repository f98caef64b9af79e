"""What is wrong, and where: the one form in which every stage complains."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the press, a warning is only shown; of what the
    author has waived, the report says that and why.
    """

    ERROR = "error"
    WARNING = "warning"
    WAIVED = "waived"


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A point in a source file.

    `file` is written as the user would type it (relative to the folder of the brief's parent);
    `line` and `column` count from 1, columns in characters; 0 means the whole file, or the
    whole line.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *numbers])


@dataclass(frozen=True, order=True, slots=True)
class Spot:
    """A place on a page of a PDF, to be drawn around.

    `page` counts from 1; 0 means the file as a whole. `box` is left, lower, right and upper edge in
    points of the page's own space (ISO 32000-1, 8.3.2.3); empty means the whole page.
    """

    page: int = 0
    box: tuple[float, ...] = ()


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One complaint.

    `rule` names the check ("unknown-key"), `message` says what is wrong and what was expected,
    `hint` the nearest right thing ("did you mean 'title'?"), `excerpt` is the offending line
    itself, without its line end, so that no reader of a problem has to open the file again. `spot`
    is where it was seen in a finished PDF, if it was; `waiver` the reason for which the author has
    waived it.
    """

    place: Place
    rule: str
    message: str
    hint: str = ""
    excerpt: str = ""
    severity: Severity = field(default=Severity.ERROR)
    spot: Spot = field(default=Spot())
    waiver: str = ""


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those of the problems that stop the press."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def strictly(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, each warning as an error; what is waived stays so."""
    return [
        replace(problem, severity=Severity.ERROR)
        if problem.severity is Severity.WARNING
        else problem
        for problem in problems
    ]


LACKING = "lacking"
"""The rule of problems that the machine has, not the content; `briefpack doctor` tells more."""


class Refused(Exception):
    """The work cannot go on; `problems` says why, all at once and sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(f"{len(self.problems)} problem(s)")

    def __reduce__(self) -> tuple[type["Refused"], tuple[list[Problem]]]:
        """Made again from its problems: it may be handed from one process to another."""
        return Refused, (self.problems,)


def counted(number: int, noun: str) -> str:
    """A number and its noun, in the plural where it should be: "1 line", "3 lines"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def quoted(text: str, width: int = 40) -> str:
    """A piece of content as a message names it: in quotation marks, on one line, not too long."""
    line = " ".join(text[: 2 * width].split())
    line = "".join(letter if letter.isprintable() else "\ufffd" for letter in line)
    return f"'{line[: width - 1]}…'" if len(line) > width else f"'{line}'"
