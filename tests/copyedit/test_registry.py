"""The register of rules: each has its names, and a reason."""

from contextlib import chdir
from pathlib import Path

import pytest

from briefpack import copyedit, manuscript
from briefpack.copyedit import OF_CONTENT, OF_COPY, passages
from briefpack.problem import Problem, Refused

CASES = Path(__file__).parent.parent / "cases"
FOLDERS = sorted(path.name for path in CASES.iterdir() if (path / "expected.txt").is_file())


@pytest.mark.parametrize("case", FOLDERS)
def test_no_rule_gives_a_name_that_it_has_not_declared(case: str) -> None:
    with chdir(CASES / case):
        [brief] = Path().glob("brief*")
        try:
            read = manuscript.examine(brief)
        except Refused:
            return
        copy = passages.read(read)
        found: list[tuple[tuple[str, ...], Problem]] = []
        for rule in OF_CONTENT:
            found += [(tuple(rule.names), problem) for problem in rule.look(read)]
        for style in OF_COPY:
            found += [(tuple(style.names), problem) for problem in style.look(copy)]
    assert [problem for names, problem in found if problem.rule not in names] == []


def test_every_name_has_a_reason() -> None:
    reasons = copyedit.reasons(copyedit.RULES)
    assert {"unknown-quote", "missing-glyph", "banned-word", "marking"} <= reasons.keys()
    assert [name for name, reason in reasons.items() if len(reason) < 20] == []


def test_each_name_is_met_in_a_case() -> None:
    told = "".join((CASES / case / "expected.txt").read_text("utf-8") for case in FOLDERS)
    names = {name for rule in copyedit.RULES for name in rule.names}
    assert {name for name in names if f"[{name}]" not in told} == set()
