"""Each folder here holds a brief, good or bad, and in `expected.txt` all that is said of it.

A brief is the folder `brief` or the file `brief.*`. To accept new messages, look at them first:

    python tests/cases/test_cases.py CASE...
"""

import sys
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from briefpack import manuscript, rulebook
from briefpack.problem import Problem, Refused

HERE = Path(__file__).parent
CASES = sorted(path.name for path in HERE.iterdir() if (path / "expected.txt").is_file())


@pytest.mark.parametrize("case", CASES)
def test_every_case_gets_its_messages(case: str) -> None:
    assert said_of(HERE / case) == (HERE / case / "expected.txt").read_text("utf-8")


def said_of(case: Path) -> str:
    with chdir(case):
        [brief] = Path().glob("brief*")
        problems = found(brief)
    return "".join(f"{line}\n" for problem in problems for line in lines(problem))


def found(brief: Path) -> list[Problem]:
    try:
        return rulebook.check(manuscript.examine(brief))
    except Refused as refused:
        return refused.problems


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
