"""Hearsay: what validators of others say, as runs of SARIF of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from briefpack.reporting.addresses import uri
from briefpack.reporting.report import Report

if TYPE_CHECKING:
    from briefpack.preflight.validators import Verdict

Json = dict[str, Any]
Said = tuple[Report, "Verdict"]

KINDS = {"passed": ("pass", "none"), "failed": ("fail", "error")}
"""A verdict -> the kind and the level of its results (3.27.9, 3.27.10)."""


def others(reports: Sequence[Report]) -> list[Json]:
    """A run for each validator, of every file that it was asked about."""
    runs: dict[tuple[str, str], list[Said]] = {}
    for report in reports:
        for one in report.validators:
            runs.setdefault((one.validator, one.version), []).append((report, one))
    return [_run(name, version, said) for (name, version), said in runs.items()]


def _run(name: str, version: str, said: Sequence[Said]) -> Json:
    """Trouble is none of the file's: it is told of the run, and is no result (3.20.14)."""
    claims = list(dict.fromkeys(one.claim for _, one in said))
    troubled = [pair for pair in said if pair[1].trouble]
    return {
        "tool": {"driver": {"name": name, **_version(version), "rules": [*map(_rule, claims)]}},
        "invocations": [
            {
                "executionSuccessful": not troubled,
                "toolExecutionNotifications": [_notice(*pair) for pair in troubled],
            }
        ],
        "results": [
            _result(report, one, words, claims.index(one.claim))
            for report, one in said
            if not one.trouble
            for words in one.messages or (f"{one.claim}: {one.verdict}",)
        ],
    }


def _version(version: str) -> Json:
    return {"version": version} if version else {}


def _rule(claim: str) -> Json:
    told = {"text": f"the file is {claim}, as it claims"}
    level = {"level": "error"}
    return {
        "id": claim,
        "shortDescription": told,
        "fullDescription": told,
        "defaultConfiguration": level,
    }


def _notice(report: Report, one: Verdict) -> Json:
    message = {"text": f"{one.claim}: {one.trouble}"}
    return {"level": "error", "message": message, "locations": [_location(report)]}


def _result(report: Report, one: Verdict, words: str, index: int) -> Json:
    kind, level = KINDS[one.verdict]
    return {
        "ruleId": one.claim,
        "ruleIndex": index,
        "kind": kind,
        "level": level,
        "message": {"text": words},
        "locations": [_location(report)],
    }


def _location(report: Report) -> Json:
    return {"physicalLocation": {"artifactLocation": {"uri": uri(report.file.name)}}}
