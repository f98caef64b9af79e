"""`briefpack preflight`: what it takes, what it shows where, and what it exits with."""

import json
import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

import briefpack
from briefpack import preflight
from briefpack.acceptance import accepting
from briefpack.cli import main
from briefpack.exits import Exit
from briefpack.preflight import validators
from tests.acceptance.files import encrypted, mutated, plain, saved
from tests.acceptance.hostile import NONE, SMALL
from tests.test_cli import loaded_by

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with a PDF in it, and a few checks of it."""
    (tmp_path / "in.pdf").write_bytes(saved(plain()))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(accepting.accepted.__kwdefaults__, "checks", (SMALL, NONE))
    return tmp_path


def files(folder: Path) -> list[str]:
    return sorted(
        file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()
    )


def test_findings_go_where_problems_go_with_the_picture_of_their_page(
    house: Path, capsys: Captured
) -> None:
    assert main(["preflight", "in.pdf"]) == Exit.CONTENT
    out, err = capsys.readouterr()
    assert out == ""
    assert "error: text of 4 pt [small-type]" in err
    assert f"page 1  {Path('build/in-preflight/page-01.png')}" in err
    assert files(house) == ["build/in-preflight/page-01.png", "in.pdf"]


def test_a_file_without_fault_is_told_in_a_line_or_not_at_all(
    house: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(accepting.accepted.__kwdefaults__, "checks", (NONE,))
    assert main(["preflight", "in.pdf"]) == Exit.OK
    assert "no problems; 0 checks passed, 1 not judged" in capsys.readouterr().out
    assert main(["preflight", "in.pdf", "--quiet"]) == Exit.OK
    assert capsys.readouterr() == ("", "")
    assert files(house) == ["in.pdf"]


def test_warnings_alone_pass_unless_strictly_taken(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    damaged = saved(plain())
    damaged = damaged[: damaged.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n"
    Path("in.pdf").write_bytes(damaged)
    damage = [one for one in preflight.CHECKS if one.rule == "damage"]
    monkeypatch.setitem(accepting.accepted.__kwdefaults__, "checks", damage)
    assert main(["preflight", "in.pdf"]) == Exit.OK
    assert "warning: the file is damaged" in capsys.readouterr().err
    assert main(["preflight", "in.pdf", "--strict"]) == Exit.CONTENT
    assert "error: the file is damaged" in capsys.readouterr().err


def test_reports_are_written_as_their_endings_say(house: Path) -> None:
    reports = ["--report", "out/a.html", "--report", "a.sarif", "--report", "a.json"]
    for _ in range(2):  # the second time over its own
        assert main(["preflight", "in.pdf", *reports]) == Exit.CONTENT
    assert json.loads(Path("a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    [file] = json.loads(Path("a.json").read_text("utf-8"))["files"]
    assert file["problems"][1]["picture"] == str(Path("build/in-preflight/page-01.png"))
    assert "text of 4 pt" in Path("out/a.html").read_text("utf-8")
    assert len(files(house)) == 5


def test_json_on_the_output_is_the_report(capsys: Captured) -> None:
    assert main(["preflight", "in.pdf", "--json"]) == Exit.CONTENT
    out, err = capsys.readouterr()
    assert json.loads(out)["files"][0]["file"] == "in.pdf"
    assert err == ""


def test_several_files_are_told_one_after_the_other(house: Path, capsys: Captured) -> None:
    (house / "locked.pdf").write_bytes(encrypted("secret"))
    assert main(["preflight", "in.pdf", "locked.pdf"]) == Exit.CONTENT
    err = capsys.readouterr().err
    assert err.index("in.pdf: 2 pages") < err.index("locked.pdf: no page could be read")
    assert "error: the file opens with a password only [encrypted]" in err


@pytest.fixture
def claimed(monkeypatch: pytest.MonkeyPatch, house: Path) -> Callable[[str], None]:
    """A file without fault that claims to be PDF/A-3b, and what veraPDF is to do about it."""
    document = plain()
    with document.open_metadata() as metadata:
        metadata["pdfaid:part"], metadata["pdfaid:conformance"] = "3", "B"
    (house / "in.pdf").write_bytes(saved(document))
    monkeypatch.setitem(accepting.accepted.__kwdefaults__, "checks", (NONE,))
    monkeypatch.setattr(validators, "version", lacking)

    def does(program: str) -> None:
        (house / "verapdf.py").write_text(program)
        monkeypatch.setenv("VERAPDF", shlex.join([sys.executable, str(house / "verapdf.py")]))

    return does


def lacking(name: str) -> str:
    raise validators.PackageNotFoundError(name)


DENIES = "print('FAIL 3b file.pdf\\n  6.2.11-1 a font is not embedded')\nraise SystemExit(1)"


def test_what_others_deny_is_told_and_the_exit_code_stays_ours(
    claimed: Callable[[str], None], capsys: Captured
) -> None:
    claimed(DENIES)
    assert main(["preflight", "in.pdf", "--quiet"]) == Exit.OK
    err = capsys.readouterr().err
    assert "veraPDF: PDF/A-3b: failed\n    6.2.11-1 a font is not embedded" in err


def test_others_are_in_every_report(claimed: Callable[[str], None], house: Path) -> None:
    claimed(DENIES)
    names = ["a.html", "a.json", "a.sarif"]
    main(["preflight", "in.pdf", *(word for name in names for word in ("--report", name))])
    html, json_, sarif = ((house / name).read_text("utf-8") for name in names)
    assert "veraPDF says that this is no PDF/A-3b" in html
    assert json.loads(json_)["files"][0]["validators"][0]["verdict"] == "failed"
    assert len(json.loads(sarif)["runs"]) == 2


def test_others_are_not_asked_where_they_are_not_wanted(
    claimed: Callable[[str], None], capsys: Captured, house: Path
) -> None:
    claimed("from pathlib import Path\nPath('asked').touch()")
    assert main(["preflight", "in.pdf", "--no-validators"]) == Exit.OK
    assert "others say" not in capsys.readouterr().out
    assert not (house / "asked").exists()


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("raise ValueError('who knows')", "it ended with 1: ValueError: who knows"),
        ("import os\nos.abort()", "it was ended by signal 6"),
        ("print('hello')", "it gave no verdict: hello"),
    ],
)
def test_the_trouble_of_others_is_theirs(
    claimed: Callable[[str], None], capsys: Captured, program: str, said: str
) -> None:
    claimed(program)
    assert main(["preflight", "in.pdf"]) == Exit.OK
    out, err = capsys.readouterr()
    assert "veraPDF: PDF/A-3b: came to no verdict" in out
    assert said in out
    assert "Traceback" not in out + err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["none.pdf"], "there is no file none.pdf"),
        (["."], "expected PDF files"),
        ([os.devnull], "is no file that has an end"),
        (["in.pdf", "deep/in.pdf"], "two of the files have the same name"),
        (["in.pdf", "--report", "a.txt"], "expected a name in .html, .json or .sarif"),
        (["in.pdf", "--report", "own.html"], "own.html is there already, and is no report"),
        (["in.pdf", "--report", "own.json"], "own.json is there already, and is no report"),
    ],
)
def test_a_wrong_command_line_is_told_before_anything_is_read(
    house: Path, capsys: Captured, words: list[str], said: str
) -> None:
    (house / "deep").mkdir()
    (house / "deep" / "in.pdf").write_bytes(b"%PDF-")
    for name in ("own.html", "own.json"):
        (house / name).write_text('{\n  "mine": 1}')
    before = files(house)
    assert main(["preflight", *words]) == Exit.USAGE
    assert said in capsys.readouterr().err
    assert files(house) == before


def test_a_picture_that_is_none_of_ours_is_left(house: Path, capsys: Captured) -> None:
    folder = house / "build" / "in-preflight"
    folder.mkdir(parents=True)
    Image.new("RGB", (2, 2)).save(folder / "page-01.png")
    before = (folder / "page-01.png").read_bytes()
    assert main(["preflight", "in.pdf"]) == Exit.USAGE
    assert "is there already" in capsys.readouterr().err
    assert (folder / "page-01.png").read_bytes() == before


@pytest.mark.parametrize("way", [[], ["--json"]])
def test_what_is_in_the_way_of_pictures_hides_no_finding(
    way: list[str], house: Path, capsys: Captured
) -> None:
    (house / "build").mkdir()
    (house / "build" / "in-preflight").write_text("mine", "utf-8")
    asked = ["preflight", "in.pdf", "--report", "out.json", *way]
    assert main(asked) == Exit.USAGE
    out, err = capsys.readouterr()
    assert "small-type" in out + err
    assert err.endswith("in-preflight is there already, and is no folder for pictures of pages\n")
    assert json.loads(Path("out.json").read_text("utf-8"))["errors"] == 1


def test_a_report_that_cannot_be_written_hides_no_finding(house: Path, capsys: Captured) -> None:
    assert main(["preflight", "in.pdf", "--report", "in.pdf/out.json"]) == Exit.OUTPUT
    assert "small-type" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_named(house: Path, capsys: Captured) -> None:
    (house / "build").write_text("a file, where a folder should be")
    assert main(["preflight", "in.pdf"]) == Exit.OUTPUT
    assert "cannot write" in capsys.readouterr().err


def test_no_file_gives_a_stack_trace(house: Path, capsys: Captured) -> None:
    for pdf in mutated(saved(plain()), 6):
        (house / "in.pdf").write_bytes(pdf)
        assert main(["preflight", "in.pdf"]) == Exit.CONTENT
    assert "Traceback" not in capsys.readouterr().err


def test_help_loads_nothing_heavy() -> None:
    heavy = {"pikepdf", "pypdfium2", "PIL", "jinja2", "pydantic", "weasyprint"}
    assert not heavy & loaded_by("preflight", "--help")


def test_python_is_given_the_report_itself() -> None:
    report = briefpack.inspect_pdf("in.pdf", edition="screen", strict=True)
    assert isinstance(report, briefpack.Report)
    assert [str(one.problem.severity) for one in report.entries] == ["error", "error"]


def test_the_package_of_the_checks_keeps_its_name() -> None:
    assert preflight.CHECKS
