"""The report: what is in it, in which order, and what it comes to."""

from pathlib import Path

import pytest

from briefpack.preflight import Outcome
from briefpack.problem import Problem, Severity
from briefpack.reporting import Report, of_content, reported
from tests.acceptance.files import plain, saved
from tests.reporting.samples import LONG, ORDER, SMALL, TINY, WAIVED, WHOLE, WIDE, report


def test_findings_are_numbered_from_the_whole_file_through_its_pages_to_the_content() -> None:
    entries = report().entries
    assert [one.problem for one in entries] == [WHOLE, WAIVED, WIDE, TINY, LONG]
    assert [one.number for one in entries] == [1, 2, 3, 4, 5]
    assert [one.of_file for one in entries] == [True, True, True, True, False]


def test_a_finding_that_two_checks_have_is_listed_once() -> None:
    twice = report(outcomes=[Outcome(SMALL, (TINY, TINY)), Outcome(ORDER, (TINY,))], problems=())
    assert [one.problem for one in twice.entries] == [TINY]


def test_a_message_does_not_say_the_page_again() -> None:
    assert [one.message for one in report().entries][3] == "text of 4 pt"


@pytest.mark.parametrize(
    ("outcomes", "verdict"),
    [
        ([], "unjudged"),
        ([Outcome(ORDER, unjudged="no tags")], "unjudged"),
        ([Outcome(SMALL), Outcome(ORDER, unjudged="no tags")], "passed"),
        ([Outcome(SMALL, (WAIVED,))], "passed"),
        ([Outcome(SMALL, (WIDE, WAIVED))], "warned"),
        ([Outcome(SMALL, (WIDE, TINY))], "failed"),
        ([Outcome(ORDER, (TINY,), "no tags")], "failed"),
    ],
)
def test_the_verdict_is_the_gravest_finding(outcomes: list[Outcome], verdict: str) -> None:
    assert report(outcomes=outcomes, problems=()).verdict == verdict


@pytest.mark.parametrize(
    ("problems", "verdict"),
    [([], "passed"), ([WAIVED], "passed"), ([LONG], "warned"), ([TINY], "failed")],
)
def test_content_without_pages_is_judged_by_what_was_found(
    problems: list[Problem], verdict: str
) -> None:
    [made] = of_content("content/x", problems)
    assert made.unset
    assert made.verdict == verdict


def test_strictly_taken_warnings_are_errors_and_what_is_waived_stays_waived() -> None:
    kinds = {one.problem.message: one.problem.severity for one in report().as_errors.entries}
    assert kinds[WIDE.message] is kinds[LONG.message] is Severity.ERROR
    assert kinds[WAIVED.message] is Severity.WAIVED


def test_pages_without_a_picture_are_known() -> None:
    assert report().unpictured == []
    assert report(leaves=()).unpictured == [2, 7]


def test_a_file_from_here_is_reported_with_its_pages(tmp_path: Path) -> None:
    made: Report = reported(saved(plain(8)), "build/brief.pdf", [Outcome(SMALL, (TINY,))], [LONG])
    assert made.file.pages == 8
    assert [leaf.page for leaf in made.leaves] == [7]
    assert [one.problem for one in made.entries] == [TINY, LONG]
