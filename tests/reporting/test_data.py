"""JSON: everything that programs may want."""

import json
from pathlib import Path

from briefpack.reporting.data import as_json, value
from tests.reporting.samples import report


def test_a_finding_has_its_spot_its_line_and_its_picture() -> None:
    [file] = value([report()], [{7: Path("build/x/page-07.png")}])["files"]
    assert file["problems"][3] == {
        "number": 4,
        "severity": "error",
        "rule": "small-type",
        "message": "text of 4 pt",
        "hint": "make it 6 pt",
        "waiver": "",
        "page": 7,
        "box": [72, 700, 200, 712],
        "picture": str(Path("build/x/page-07.png")),
        "file": "content/x/argument.md",
        "line": 41,
        "column": 3,
        "excerpt": "A <b>line</b>",
    }
    assert file["problems"][0]["picture"] is None


def test_every_check_has_its_outcome_and_the_numbers_of_what_it_found() -> None:
    [file] = value([report()])["files"]
    told = {one["rule"]: (one["outcome"], one["problems"]) for one in file["checks"]}
    assert told == {
        "small-type": ("failed", [2, 3, 4]),
        "fonts": ("failed", [1]),
        "reading-order": ("unjudged", []),
        "good": ("passed", []),
    }
    assert [one["unjudged"] for one in file["checks"]][2] == "the file has no tags"


def test_the_file_its_validators_and_the_counts_are_told() -> None:
    found = json.loads(as_json([report()]))
    assert (found["errors"], found["warnings"], found["waived"]) == (2, 2, 1)
    [file] = found["files"]
    assert (file["file"], file["pages"], file["size"]) == ("build/brief.pdf", 12, 123_456)
    assert file["verdict"] == "failed"
    verdicts = [(one["claim"], one["verdict"], one["trouble"]) for one in file["validators"]]
    assert verdicts == [
        ("PDF/UA-1", "failed", ""),
        ("PDF/A-3a", "unjudged", "it ended with 7"),
        ("PDF/UA-1", "passed", ""),
    ]
    assert file["validators"][0]["messages"] == ["7.1: not tagged"]
