"""JSON: the report for programs, with every finding, every check and where the pictures are."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from briefpack.problem import Severity
from briefpack.reporting import maker
from briefpack.reporting.report import Entry, Report

BEGINS = '{\n  "report": "briefpack preflight"'
"""How such a file begins, so that it is known as ours when it is to be written anew."""

Pictures = Mapping[int, Path]
"""A page's number -> the file with its picture."""


def as_json(reports: Sequence[Report], pictures: Sequence[Pictures] = ()) -> str:
    """The text of a JSON file; `pictures` belong to the reports, in their order."""
    return json.dumps(value(reports, pictures), ensure_ascii=False, indent=2) + "\n"


def value(reports: Sequence[Report], pictures: Sequence[Pictures] = ()) -> dict[str, Any]:
    """The same as plain values. A page, line or column of 0 is unknown, as is a box of nothing."""
    shown = pictures or [{}] * len(reports)
    files = [_file(report, there) for report, there in zip(reports, shown, strict=True)]
    kinds = [entry.problem.severity for report in reports for entry in report.entries]
    return {
        "report": "briefpack preflight",
        "version": maker.VERSION,
        "files": files,
        "errors": kinds.count(Severity.ERROR),
        "warnings": kinds.count(Severity.WARNING),
        "waived": kinds.count(Severity.WAIVED),
    }


def _file(report: Report, pictures: Pictures) -> dict[str, Any]:
    entries = report.entries
    numbers = {entry.problem: entry.number for entry in entries}
    return {
        "file": report.file.name,
        "size": report.file.size,
        "sha256": report.file.sha256,
        "pages": report.file.pages,
        "verdict": report.verdict,
        "purpose": report.purpose,
        "groups": sorted(report.groups),
        "checks": [
            {
                "rule": one.check.rule,
                "told": one.check.told,
                "outcome": one.verdict,
                "unjudged": one.unjudged,
                "problems": sorted({numbers[problem] for problem in one.problems}),
            }
            for one in report.outcomes
        ],
        "problems": [_problem(entry, pictures) for entry in entries],
        "validators": [
            {
                "validator": one.validator,
                "version": one.version,
                "flavour": one.flavour,
                "claim": one.claim,
                "verdict": one.verdict,
                "messages": list(one.messages),
                "trouble": one.trouble,
            }
            for one in report.validators
        ],
    }


def _problem(entry: Entry, pictures: Pictures) -> dict[str, Any]:
    problem = entry.problem
    picture = pictures.get(entry.page)
    return {
        "number": entry.number,
        "severity": str(problem.severity),
        "rule": problem.rule,
        "message": entry.message,
        "hint": problem.hint,
        "waiver": problem.waiver,
        "page": entry.page,
        "box": list(problem.spot.box),
        "picture": str(picture) if picture else None,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "excerpt": problem.excerpt,
    }
