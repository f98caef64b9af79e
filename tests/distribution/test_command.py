"""`briefpack copies` on the command line: what it says, and its exit code."""

import json
from pathlib import Path

import pytest

from briefpack.cli import main
from briefpack.exits import Exit
from tests.small import SMALL


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "night-buses").mkdir()
    (tmp_path / "night-buses" / "brief.yaml").write_text(SMALL, "utf-8")
    (tmp_path / "recipients.csv").write_text("name\nAnna\nBela\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_copies_are_made_and_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["copies", "night-buses", "--to", "recipients.csv", "--watermark", "DRAFT"]
    assert main(words) == Exit.OK
    out = capsys.readouterr().out
    assert "build/night-buses-copies/copies.csv: 2 copies, 2 made now" in out
    assert "\r" not in out
    assert main([*words, "--json"]) == Exit.OK
    told = json.loads(capsys.readouterr().out)
    assert [(copy["number"], copy["holder"], copy["made"]) for copy in told["copies"]] == [
        (1, "Anna", False),
        (2, "Bela", False),
    ]


def test_wrong_recipients_are_content(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "recipients.csv").write_text("name\nAnna\nanna\n", "utf-8")
    assert main(["copies", "night-buses", "--to", "recipients.csv"]) == Exit.CONTENT
    said = capsys.readouterr().err
    assert "recipients.csv:3:1" in said
    assert "    3 | anna" in said
    assert not (folder / "build").exists()


def test_a_folder_that_cannot_be_written_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "file").write_text("")
    words = ["copies", "night-buses", "--to", "recipients.csv", "--into", "file/out"]
    assert main(words) == Exit.OUTPUT
    assert "cannot write file/out/copies.csv" in capsys.readouterr().err


def test_recipients_must_be_named(folder: Path) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["copies", "night-buses"])
    assert stop.value.code == Exit.USAGE
