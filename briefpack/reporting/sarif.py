"""SARIF: the report for tools that review code (OASIS, SARIF 2.1.0 with errata 01).

What other validators say is a run of their own each, as 3.14.6 has it: one tool, one run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefpack.problem import Place, Problem, Severity
from briefpack.reporting import maker, reasons
from briefpack.reporting.addresses import uri
from briefpack.reporting.hearsay import others
from briefpack.reporting.report import RANKS, Entry, Report

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
BEGINS = f"""{{
  "version": "2.1.0",
  "$schema": "{SCHEMA}",
  "runs": [
    {{
      "tool": {{
        "driver": {{
          "name": "briefpack\""""
"""How such a file begins, so that it is known as ours when it is to be written anew."""

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.WAIVED: "warning"}
"""What a severity is called (3.27.10). What is waived is suppressed, whatever its level."""

Json = dict[str, Any]


def sarif(reports: Sequence[Report]) -> str:
    """The text of a SARIF file: one run of ours, whatever the number of files, and then theirs."""
    rules = {rule["id"]: rule for report in reports for rule in _rules(report)}
    numbers = {rule: number for number, rule in enumerate(rules)}
    driver = {"name": "briefpack", "version": maker.VERSION, "rules": list(rules.values())}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(report) for report in reports],
        "invocations": [_invocation(reports, numbers)],
        "results": [_result(one, rep, numbers) for rep in reports for one in rep.entries],
    }
    log = {"version": "2.1.0", "$schema": SCHEMA, "runs": [run, *others(reports)]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rules(report: Report) -> Iterator[Json]:
    """The rules of the checks that were made, and those that something else broke (3.49)."""
    told = {one.check.rule: one.check.told for one in report.outcomes}
    for rule in dict.fromkeys([*told, *(problem.rule for problem in report.found)]):
        short = told.get(rule) or rule.replace("-", " ")
        kinds = [one.severity for one in report.found if one.rule == rule]
        gravest = min(kinds, key=RANKS.index, default=Severity.WARNING)
        yield {
            "id": rule,
            "shortDescription": {"text": short},
            "fullDescription": {"text": reasons.of(rule, report) or short},
            "defaultConfiguration": {"level": LEVELS[gravest]},
        }


def _artifact(report: Report) -> Json:
    """What was judged (3.24): a PDF, or content that is no file yet."""
    if report.unset:
        return {"location": _at(report.file.name), "roles": ["analysisTarget"]}
    return {
        "location": {"uri": uri(report.file.name)},
        "length": report.file.size,
        "mimeType": "application/pdf",
        "hashes": {"sha-256": report.file.sha256},
        "roles": ["analysisTarget"],
    }


def _invocation(reports: Sequence[Report], numbers: Mapping[str, int]) -> Json:
    """That the checks were made, and of which of them a file could not be judged by, why (3.20)."""
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [
            {
                "level": "note",
                "message": {"text": f"not judged: {one.check.told}: {one.unjudged}"},
                "associatedRule": {"id": one.check.rule, "index": numbers[one.check.rule]},
                "locations": [{"physicalLocation": {"artifactLocation": _at(report.file.name)}}],
            }
            for report in reports
            for one in report.outcomes
            if one.unjudged
        ],
    }


def _result(entry: Entry, report: Report, numbers: Mapping[str, int]) -> Json:
    problem = entry.problem
    spot = _spot(entry, report) if entry.page else None
    own = problem.place.file == report.file.name and spot
    result = {
        "ruleId": problem.rule,
        "ruleIndex": numbers[problem.rule],
        "level": LEVELS[problem.severity],
        "message": {"text": "\n".join(filter(None, [entry.message, problem.hint]))},
        "locations": [spot if own else _location(problem)],
    }
    if spot and not own:
        result["relatedLocations"] = [{"id": 0, **spot}]
    if entry.page:
        result["properties"] = {"page": entry.page, "box": list(problem.spot.box)}
    if problem.severity is Severity.WAIVED:
        result["suppressions"] = [{"kind": "inSource", "justification": problem.waiver}]
    return result


def _location(problem: Problem) -> Json:
    place = problem.place
    physical: Json = {"artifactLocation": _at(place.file)}
    if place.line:
        physical["region"] = _region(place, problem.excerpt)
    return {"physicalLocation": physical}


def _region(place: Place, excerpt: str) -> Json:
    region: Json = {"startLine": place.line}
    if place.column:
        region["startColumn"] = place.column
    if excerpt:
        region["snippet"] = {"text": excerpt}
    return region


def _spot(entry: Entry, report: Report) -> Json:
    """The page, and where on it: SARIF has no regions in pages, so that is told beside (3.28)."""
    return {
        "physicalLocation": {"artifactLocation": _at(report.file.name)},
        "logicalLocations": [{"name": f"page {entry.page}"}],
        "message": {"text": f"page {entry.page}"},
        "properties": {"page": entry.page, "box": list(entry.problem.spot.box)},
    }


def _at(file: str) -> Json:
    return {"uri": uri(file)}
