"""SARIF: what tools that review code require of it (OASIS, SARIF 2.1.0)."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from briefpack.reporting import of_content
from briefpack.reporting.sarif import SCHEMA, sarif
from tests.reporting.samples import LONG, report

LEVEL = {"enum": ["none", "note", "warning", "error"]}
TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}


def shape(needed: str = "", **properties: Any) -> dict[str, Any]:
    """An object that has these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": needed.split(),
        "additionalProperties": False,
    }


def several(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


MESSAGE = shape("text", text=TEXT)
ARTIFACT = shape("uri", uri={"type": "string", "pattern": r"^[!-~]+$"})
REGION = shape("startLine", startLine=COUNT, startColumn=COUNT, snippet=MESSAGE)
PHYSICAL = shape("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
BAG = {"type": "object"}
LOCATION = shape(
    "physicalLocation",
    id={"type": "integer", "minimum": -1},
    physicalLocation=PHYSICAL,
    logicalLocations=several(shape(name=TEXT)),
    message=MESSAGE,
    properties=BAG,
)
RULE = shape(
    "id shortDescription fullDescription defaultConfiguration",
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    defaultConfiguration=shape("level", level=LEVEL),
)
RESULT = shape(
    "ruleId ruleIndex level message locations",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    kind={"enum": ["pass", "open", "informational", "notApplicable", "review", "fail"]},
    level=LEVEL,
    message=MESSAGE,
    locations=several(LOCATION),
    relatedLocations=several(LOCATION),
    properties=BAG,
    suppressions=several(
        shape("kind", kind={"enum": ["inSource", "external"]}, justification={"type": "string"})
    ),
)
NOTIFICATION = shape(
    "message",
    level=LEVEL,
    message=MESSAGE,
    associatedRule=shape(id=TEXT, index={"type": "integer"}),
    locations=several(LOCATION),
)
RUN = shape(
    "tool results",
    tool=shape("driver", driver=shape("name", name=TEXT, version=TEXT, rules=several(RULE))),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    artifacts=several(
        shape(
            location=ARTIFACT,
            length={"type": "integer"},
            mimeType=TEXT,
            hashes=shape(**{"sha-256": TEXT}),
            roles=several({"enum": ["analysisTarget"]}),
        )
    ),
    invocations=several(
        shape(
            "executionSuccessful",
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=several(NOTIFICATION),
        )
    ),
    results=several(RESULT),
)
LOG = shape("version runs", **{"$schema": {"const": SCHEMA}}, version={"const": "2.1.0"},
            runs=several(RUN))  # fmt: skip
"""The part of the standard's schema that briefpack makes use of."""


@pytest.fixture(scope="module")
def run() -> dict[str, Any]:
    log = json.loads(sarif([report()]))
    jsonschema.validate(log, LOG)
    return dict(log["runs"][0])


def result(run: dict[str, Any], words: str) -> dict[str, Any]:
    [found] = [one for one in run["results"] if one["message"]["text"].startswith(words)]
    return dict(found)


def test_every_result_names_its_rule_and_the_rule_has_its_reason(run: dict[str, Any]) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [
        one["ruleId"] for one in run["results"]
    ]
    [small] = [rule for rule in rules if rule["id"] == "small-type"]
    assert small["shortDescription"]["text"] == "type can be read"
    assert small["fullDescription"]["text"] == "Type that cannot be read is not read."
    assert len({rule["id"] for rule in rules}) == len(rules)


def test_a_result_stands_at_the_line_of_the_content_and_tells_the_page(
    run: dict[str, Any],
) -> None:
    found = result(run, "text of 4 pt")
    assert found["level"] == "error"
    assert found["message"]["text"] == "text of 4 pt\nmake it 6 pt"
    [location] = found["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "content/x/argument.md"},
        "region": {"startLine": 41, "startColumn": 3, "snippet": {"text": "A <b>line</b>"}},
    }
    [related] = found["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "build/brief.pdf"
    assert related["properties"] == {"page": 7, "box": [72, 700, 200, 712]}


def test_what_no_line_is_to_blame_for_stands_at_the_page(run: dict[str, Any]) -> None:
    found = result(run, "it is wide")
    [location] = found["locations"]
    assert location["logicalLocations"] == [{"name": "page 7"}]
    assert "relatedLocations" not in found


def test_what_is_waived_is_suppressed_with_its_reason(run: dict[str, Any]) -> None:
    assert result(run, "it is pale")["suppressions"] == [
        {"kind": "inSource", "justification": "a quotation of a leaflet"}
    ]
    assert sum("suppressions" in one for one in run["results"]) == 1


def test_what_could_not_be_judged_is_notified(run: dict[str, Any]) -> None:
    [notice] = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["associatedRule"]["id"] == "reading-order"
    assert "the file has no tags" in notice["message"]["text"]


def test_several_files_are_one_run() -> None:
    other = replace(report(), file=replace(report().file, name="build/other.pdf"))
    log = json.loads(sarif([report(), other]))
    jsonschema.validate(log, LOG)
    run = log["runs"][0]
    assert len(run["artifacts"]) == 2
    assert len(run["results"]) == 10


def test_a_rule_without_a_known_reason_is_described_by_its_name() -> None:
    [rule] = [one for one in rules() if one["id"] == "empty-file"]
    assert rule["fullDescription"]["text"] == "empty file"


def rules() -> list[dict[str, Any]]:
    return list(json.loads(sarif([report()]))["runs"][0]["tool"]["driver"]["rules"])


def test_content_without_pages_is_no_pdf() -> None:
    log = json.loads(sarif(of_content("content/x", [LONG])))
    assert log["runs"][0]["artifacts"] == [
        {"location": {"uri": "content/x"}, "roles": ["analysisTarget"]}
    ]
