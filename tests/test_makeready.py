"""Work in a second process, while this one does something else."""

import os

import pytest

from briefpack import makeready
from briefpack.makeready import beside
from briefpack.problem import Place, Problem, Refused

PROBLEM = Problem(Place("brief.yaml", 3, 1), "unknown-key", "unknown key 'titel'")


@pytest.fixture(params=["in a second process", "one after the other"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    forks = request.param == "in a second process"
    if forks and not makeready._can_fork():
        pytest.skip("this system does not fork")
    monkeypatch.setattr(makeready, "_can_fork", lambda: forks)
    return str(request.param)


def test_the_result_comes_back_and_both_are_done(way: str) -> None:
    done: list[str] = []
    process = beside(os.getpid, lambda: done.append("meanwhile"))
    assert done == ["meanwhile"]
    assert (process != os.getpid()) == (way == "in a second process")


def test_a_large_result_does_not_block() -> None:
    assert beside(lambda: "x" * 5_000_000, lambda: None) == "x" * 5_000_000


def test_a_refusal_comes_back_with_its_problems() -> None:
    def refuse() -> None:
        raise Refused([PROBLEM])

    with pytest.raises(Refused) as refused:
        beside(refuse, lambda: None)
    assert refused.value.problems == [PROBLEM]


def test_a_fault_comes_back_with_where_it_was() -> None:
    def fail() -> None:
        raise ZeroDivisionError("a fault")

    with pytest.raises(ZeroDivisionError, match="a fault"):
        beside(fail, lambda: None)


def test_a_fault_here_leaves_no_process_behind() -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        beside(lambda: "x" * 5_000_000, fail)
    if makeready._can_fork():
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)


def test_a_process_ended_from_outside_is_said(way: str) -> None:
    if way == "one after the other":
        pytest.skip("there is no second process")
    with pytest.raises(RuntimeError, match="ended from outside"):
        beside(lambda: os._exit(9), lambda: None)
