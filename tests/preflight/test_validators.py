"""What validators say is shown as theirs, and their trouble is never taken for praise."""

import shlex
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from briefpack.preflight import validators
from briefpack.preflight.sheet.xmp import said
from briefpack.preflight.validators import Verdict, claims, judged
from tests.preflight.spoilt import spoilt

REPORT = """<?xml version="1.0" encoding="utf-8"?>
<report>
  <buildInformation><releaseDetails id="core" version="1.28.2" buildDate="2025"/></buildInformation>
  <jobs><job>
    <item size="9"><name>file.pdf</name></item>
    {result}
  </job></jobs>
</report>"""

PASSED = """<validationReport jobEndStatus="normal" isCompliant="true">
  <details passedRules="106" failedRules="0"/></validationReport>"""

FAILED = """<validationReport jobEndStatus="normal" isCompliant="false">
  <details passedRules="105" failedRules="1">
    <rule specification="ISO 14289-1:2014" clause="7.1" testNumber="10" status="failed">
      <description>The catalogue shall have DisplayDocTitle,
        which is true</description>
      <check status="failed"><errorMessage>one</errorMessage></check>
    </rule>
    <rule specification="ISO 14289-1:2014" clause="6.2" testNumber="1" status="passed"/>
  </details></validationReport>"""

BROKEN = """<taskException type="PARSE" isSuccess="false">
  <exceptionMessage>Could not parse file.pdf</exceptionMessage></taskException>"""


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """page-validation is not asked."""

    def lacking(name: str) -> str:
        raise validators.PackageNotFoundError(name)

    monkeypatch.setattr(validators, "version", lacking)
    return monkeypatch


def silenced(document: pikepdf.Pdf) -> None:
    del document.Root["/Lang"]


def program(folder: Path, text: str) -> str:
    """A command that runs a program in place of veraPDF."""
    file = folder / "verapdf.py"
    file.write_text(text, "utf-8")
    return shlex.join([sys.executable, str(file)])


def printing(folder: Path, out: str, code: int = 0) -> str:
    return program(folder, f"print({out!r})\nraise SystemExit({code})")


def answer(patch: pytest.MonkeyPatch, command: str, patience: float = 60) -> Verdict:
    patch.setenv("VERAPDF", command)
    (verdict,) = judged(b"%PDF-", ["ua1"], patience)
    assert (verdict.validator, verdict.flavour) == ("veraPDF", "ua1")
    return verdict


@pytest.mark.parametrize(
    ("metadata", "flavours"),
    [
        ({"pdfuaid:part": "1", "pdfaid:part": "3", "pdfaid:conformance": "A"}, ["ua1", "3a"]),
        ({"pdfaid:part": "2", "pdfaid:conformance": "B"}, ["2b"]),
        ({"pdfaid:part": "4"}, ["4"]),
        ({"pdfuaid:part": "2"}, ["ua2"]),
        ({"pdfuaid:part": "; rm -r"}, []),
        ({}, []),
    ],
)
def test_claims_are_known_by_their_flavours(metadata: dict[str, str], flavours: list[str]) -> None:
    assert claims(metadata) == flavours


def test_a_brief_claims_both_and_keeps_both(sample: bytes) -> None:
    with pikepdf.open(BytesIO(sample)) as document:
        flavours = claims(said(document))
    assert flavours == ["ua1", "3a"]
    for verdict in judged(sample, flavours):
        assert (verdict.passed, verdict.messages, verdict.trouble) == (True, (), "")


def test_page_validation_says_what_is_wrong(sample: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VERAPDF", raising=False)
    (verdict,) = judged(spoilt(sample, silenced), ["ua1"])
    assert verdict.validator == "page-validation"
    assert verdict.version
    assert not verdict.passed
    assert not verdict.trouble
    assert any("language" in one.casefold() for one in verdict.messages)


def test_a_flavour_that_a_validator_does_not_know_is_trouble(
    sample: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VERAPDF", raising=False)
    (verdict,) = judged(sample, ["zz9"])
    assert not verdict.passed
    assert "zz9" in verdict.trouble


@pytest.mark.parametrize(
    ("flavour", "claim"),
    [("ua1", "PDF/UA-1"), ("3a", "PDF/A-3a"), ("4", "PDF/A-4"), ("x", "x")],
)
def test_a_claim_is_told_by_the_name_of_its_standard(flavour: str, claim: str) -> None:
    assert Verdict("veraPDF", "", flavour, True).claim == claim


def test_page_validation_gets_no_more_memory_than_it_may_have(
    sample: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VERAPDF", raising=False)
    monkeypatch.setattr(validators, "MEMORY", 1 << 20)
    (verdict,) = judged(sample, ["ua1"])
    assert verdict.verdict == "unjudged"


def test_a_full_disk_is_trouble(sample: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(validators, "TemporaryDirectory", full)
    (verdict,) = judged(sample, ["ua1"])
    assert verdict.trouble.endswith("No space left on device")


def test_nobody_is_asked_where_nobody_is_at_hand(alone: pytest.MonkeyPatch) -> None:
    alone.delenv("VERAPDF", raising=False)
    assert judged(b"%PDF-", ["ua1"]) == []


@pytest.mark.parametrize(
    "result", ["PASS ua1 file.pdf", "PASS file.pdf", REPORT.format(result=PASSED)]
)
def test_verapdf_passes_a_file(alone: pytest.MonkeyPatch, tmp_path: Path, result: str) -> None:
    verdict = answer(alone, printing(tmp_path, result))
    assert (verdict.passed, verdict.messages, verdict.trouble) == (True, (), "")


def test_verapdf_fails_a_file_in_text(alone: pytest.MonkeyPatch, tmp_path: Path) -> None:
    report = "FAIL ua1 file.pdf\n  7.1-10 DisplayDocTitle is not set\n  7.2-34 no language"
    verdict = answer(alone, printing(tmp_path, report, code=1))
    assert verdict.messages == ("7.1-10 DisplayDocTitle is not set", "7.2-34 no language")
    assert not verdict.passed
    assert not verdict.trouble


def test_verapdf_fails_a_file_in_its_report(alone: pytest.MonkeyPatch, tmp_path: Path) -> None:
    verdict = answer(alone, printing(tmp_path, REPORT.format(result=FAILED), code=1))
    assert verdict == Verdict(
        "veraPDF", "1.28.2", "ua1", False,
        ("7.1-10 The catalogue shall have DisplayDocTitle, which is true",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        (f"print({REPORT.format(result=BROKEN)!r})", "no verdict: Could not parse file.pdf"),
        ("print('<report>')", "its report cannot be read"),
        ("print('usage: verapdf FILE')", "no verdict: usage: verapdf FILE"),
        ("pass", "it ended with 0, and said nothing"),
        (
            "import sys; print('PASS'); sys.exit('no memory')",
            "its verdict is PASS, and it ended with 1",
        ),
        ("import os, sys; print('PASS', flush=True); os.abort()", "it was ended by signal 6"),
        ("import sys; print('out of memory', file=sys.stderr); sys.exit(8)", "8: out of memory"),
    ],
)
def test_trouble_is_told_and_never_passed(
    alone: pytest.MonkeyPatch, tmp_path: Path, text: str, trouble: str
) -> None:
    verdict = answer(alone, program(tmp_path, text))
    assert not verdict.passed
    assert trouble in verdict.trouble


def test_a_validator_that_does_not_end_is_trouble(
    alone: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    endless = program(tmp_path, "import time\nwhile True: time.sleep(1)")
    verdict = answer(alone, endless, patience=0.5)
    assert not verdict.passed
    assert verdict.trouble == "it did not come to an end in 0.5 seconds"


def test_a_command_that_is_not_there_is_trouble(alone: pytest.MonkeyPatch, tmp_path: Path) -> None:
    verdict = answer(alone, str(tmp_path / "nothing"))
    assert not verdict.passed
    assert verdict.trouble.startswith("it could not be started: ")
