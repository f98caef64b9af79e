"""Each folder here holds a brief, good or bad, and in `expected.txt` all that is said of it.

A brief is the folder `brief` or the file `brief.*`. In folders called `spelling…` its spelling is
checked as well, by the small dictionary in `tests/dictionaries/`. To accept new messages, look at
them first:

    python tests/cases/test_cases.py CASE...
"""

import os
import sys
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from unittest.mock import patch

import pytest

from briefpack import press
from briefpack.problem import Problem

HERE = Path(__file__).parent
CASES = sorted(path.name for path in HERE.iterdir() if (path / "expected.txt").is_file())


@pytest.mark.parametrize("case", CASES)
def test_every_case_gets_its_messages(case: str) -> None:
    assert said_of(HERE / case) == (HERE / case / "expected.txt").read_text("utf-8")


def said_of(case: Path) -> str:
    with chdir(case), patch.dict(os.environ, DICPATH=str(HERE.parent / "dictionaries")):
        [brief] = Path().glob("brief*")
        problems = press.check(brief, spell=case.name.startswith("spelling"))
    return "".join(f"{line}\n" for problem in problems for line in lines(problem))


def lines(problem: Problem) -> Iterator[str]:
    yield f"{problem.place}: {problem.severity}: {problem.message} [{problem.rule}]"
    if problem.excerpt:
        yield f"    | {problem.excerpt[:100]}"
        yield "    | " + " " * (problem.place.column - 1) + "^"
    yield from (f"    = {line}" for line in problem.hint.splitlines())
    if problem.waiver:
        yield f"    = waived: {problem.waiver}"


def accept(case: str) -> None:
    (HERE / case / "expected.txt").write_text(said_of(HERE / case), "utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        accept(Path(name).name)
