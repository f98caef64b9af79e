"""What validators of others say is a run of their own, and none of our results."""

import json
from typing import Any

import pytest

from briefpack.reporting.sarif import sarif
from tests.reporting.samples import report


@pytest.fixture(scope="module")
def runs() -> dict[str, dict[str, Any]]:
    """The runs by the name of their tool."""
    found = json.loads(sarif([report(), report()]))["runs"]
    return {run["tool"]["driver"]["name"]: run for run in found}


def test_each_validator_has_a_run_whatever_the_number_of_files(
    runs: dict[str, dict[str, Any]],
) -> None:
    assert list(runs) == ["briefpack", "veraPDF", "page-validation"]
    assert runs["veraPDF"]["tool"]["driver"]["version"] == "1.28"


def test_none_of_it_is_a_result_of_ours(runs: dict[str, dict[str, Any]]) -> None:
    assert "7.1: not tagged" not in json.dumps(runs["briefpack"])


def test_what_fails_a_claim_is_told_in_the_validators_words(
    runs: dict[str, dict[str, Any]],
) -> None:
    first, second = runs["veraPDF"]["results"]
    assert first == second
    assert (first["ruleId"], first["kind"], first["level"]) == ("PDF/UA-1", "fail", "error")
    assert first["message"]["text"] == "7.1: not tagged"


def test_a_claim_that_is_true_is_a_pass(runs: dict[str, dict[str, Any]]) -> None:
    result = runs["page-validation"]["results"][0]
    assert (result["kind"], result["level"]) == ("pass", "none")
    assert runs["page-validation"]["invocations"][0]["executionSuccessful"]


def test_trouble_is_told_of_the_run(runs: dict[str, dict[str, Any]]) -> None:
    invocation = runs["veraPDF"]["invocations"][0]
    assert not invocation["executionSuccessful"]
    notice = invocation["toolExecutionNotifications"][0]
    assert notice["message"]["text"] == "PDF/A-3a: it ended with 7"
