"""The command line: what it takes, what it prints where, and what it exits with."""

import errno
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from briefpack import press, system
from briefpack.arguments import parser
from briefpack.cli import main
from briefpack.edition import EDITIONS
from briefpack.exits import Exit
from briefpack.paper import PAPERS
from briefpack.press import Built
from briefpack.problem import Place, Problem, Refused, Severity
from briefpack.progress import Progress
from briefpack.reporting import Report
from briefpack.shelf import SAMPLE
from briefpack.writing import write_whole
from tests.reporting.samples import report
from tests.small import SMALL

CHECKOUT = Path(__file__).parent.parent
TYPO = Problem(Place("x/brief.yaml", 2, 1), "unknown-key", "unknown key 'titel'", "", "titel: T")
WARNING = Problem(Place("x/brief.yaml", 3), "long", "it is long", severity=Severity.WARNING)

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with two briefs in content/."""
    for name in ("one", "two"):
        (tmp_path / "content" / name).mkdir(parents=True)
        (tmp_path / "content" / name / "brief.yaml").write_text("title: T\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def presses(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """A press that prints nothing and notes what it was asked for."""
    asked: list[dict[str, Any]] = []

    def deliver(path: Path, targets: Mapping[str, Path], **options: Any) -> list[Built]:
        asked.append({"path": path, "to": targets, **options})
        options["progress"]("Read")
        for to in targets.values():
            write_whole(to, b"%PDF-")
        problems = [WARNING] if path.name == "two" else []
        steps = [("Read", 0.25)]
        return [Built(name, to, 12, problems, steps) for name, to in targets.items()]

    monkeypatch.setattr(press, "deliver", deliver)
    return asked


@pytest.fixture
def press_that(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """A press that stops with this."""

    def stops_with(fault: BaseException) -> None:
        def deliver(path: Path, targets: Mapping[str, Path], **_: Any) -> list[Built]:
            raise fault

        monkeypatch.setattr(press, "deliver", deliver)

    return stops_with


def run(*words: str, cwd: Path = CHECKOUT, **options: Any) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, **options)


def loaded_by(*words: str) -> set[str]:
    """The top-level modules that one command line has loaded when it ends."""
    code = (
        "import sys\nfrom briefpack.cli import main\n"
        f"try: main({list(words)!r})\nexcept SystemExit: pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    return set(run("-c", code).stderr.splitlines()[-1].split())


# What is loaded


def test_help_loads_nothing_heavy() -> None:
    heavy = {"pydantic", "jinja2", "yaml", "weasyprint", "markdown_it", "ctypes", "email"}
    assert not loaded_by("--help") & heavy


def test_check_never_loads_weasyprint() -> None:
    loaded = loaded_by("check", str(SAMPLE))
    assert "pydantic" in loaded
    assert not loaded & {"weasyprint", "cffi", "fontTools", "pikepdf", "reportlab"}


# What is meant


def test_without_folders_every_brief_of_content_is_meant(presses: list[dict[str, Any]]) -> None:
    assert main(["build"]) == Exit.OK
    assert [asked["path"] for asked in presses] == [Path("content/one"), Path("content/two")]
    assert [asked["to"]["screen"] for asked in presses] == [
        Path("build/one.pdf"),
        Path("build/two.pdf"),
    ]


def test_a_folder_that_is_a_brief_means_itself(
    house: Path, presses: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(house / "content" / "one")
    assert main(["build"]) == Exit.OK
    assert [(asked["path"], asked["to"]) for asked in presses] == [
        (Path(), {"screen": Path("build/one.pdf")})
    ]


def test_a_single_file_can_be_named(presses: list[dict[str, Any]]) -> None:
    main(["build", "content/one/brief.yaml", "--to", "x.pdf"])
    assert presses[0]["path"] == Path("content/one/brief.yaml")


@pytest.mark.parametrize("to", ["out/", "there"])
def test_a_pdf_can_go_to_a_folder(presses: list[dict[str, Any]], house: Path, to: str) -> None:
    (house / "there").mkdir()
    main(["build", "content/one", "--to", to])
    assert presses[0]["to"] == {"screen": Path(to) / "one.pdf"}


def test_what_is_asked_for_reaches_the_press(presses: list[dict[str, Any]]) -> None:
    main(["build", "content/one", "--paper", "letter", "--html", "pages", "--edition", "screen"])
    asked = presses[0]
    assert (asked["paper"], asked["html"]) == ("letter", Path("pages"))
    assert list(asked["to"]) == ["screen"]


def test_the_command_line_knows_every_edition_and_paper() -> None:
    asked = parser().parse_args
    assert all(asked(["build", "--edition", name]).edition == [name] for name in EDITIONS)
    assert all(asked(["build", "--paper", name]).paper == name for name in PAPERS)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["build", "nowhere"], "there is no file or folder nowhere"),
        (["build", "--to", "one.pdf"], "--to names one file for 2 briefs: expected a folder"),
        (["build", "--html", "pages"], "--html takes one brief at a time"),
        (
            ["build", "content/one", "content/../content/one"],
            "two of the briefs would be written to build/one.pdf",
        ),
    ],
)
def test_a_command_line_that_cannot_be_meant_is_refused(
    words: list[str], complaint: str, capsys: Captured
) -> None:
    assert main(words) == Exit.USAGE
    assert capsys.readouterr().err == f"briefpack: {complaint}\n"


def test_a_place_without_briefs_is_refused(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    assert main(["check"]) == Exit.USAGE
    assert "expected a brief.yaml" in capsys.readouterr().err


def test_without_a_command_the_help_is_shown(capsys: Captured) -> None:
    assert main([]) == Exit.USAGE
    assert "COMMAND" in capsys.readouterr().err


# What is shown


def test_a_build_shows_its_steps_and_what_it_made(
    presses: list[dict[str, Any]], capsys: Captured
) -> None:
    assert main(["build", "content/one"]) == Exit.OK
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "content/one"
    assert re.fullmatch(r"  Read +\d+\.\d\d s", lines[1])
    assert lines[2] == "  build/one.pdf: 12 pages, 0 KB, 0.25 s"


def test_quiet_shows_problems_alone(presses: list[dict[str, Any]], capsys: Captured) -> None:
    assert main(["build", "--quiet"]) == Exit.OK
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == "x/brief.yaml:3: warning: it is long [long]\n1 warning in 1 file\n"


def test_a_refused_brief_shows_its_problems(
    press_that: Callable[..., None], capsys: Captured
) -> None:
    press_that(Refused([TYPO]))
    assert main(["build", "content/one"]) == Exit.CONTENT
    assert capsys.readouterr().err.splitlines() == [
        "x/brief.yaml:2:1: error: unknown key 'titel' [unknown-key]",
        "    2 | titel: T",
        "      | ^^^^^",
        "1 error in 1 file",
    ]


def test_one_refused_brief_does_not_stop_the_others(
    presses: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, house: Path
) -> None:
    willing = press.deliver

    def deliver(path: Path, targets: Mapping[str, Path], **options: Any) -> list[Built]:
        if path.name == "one":
            raise Refused([TYPO])
        return willing(path, targets, **options)

    monkeypatch.setattr(press, "deliver", deliver)
    assert main(["build"]) == Exit.CONTENT
    assert (house / "build" / "two.pdf").is_file()


def test_json_is_all_that_stands_on_standard_output(
    presses: list[dict[str, Any]], capsys: Captured
) -> None:
    assert main(["build", "--json"]) == Exit.OK
    value = json.loads(capsys.readouterr().out)
    assert value["briefs"][0] == {
        "brief": "content/one",
        "edition": "screen",
        "pdf": "build/one.pdf",
        "ticket": None,
        "pages": 12,
        "steps": [{"name": "Read", "seconds": 0.25}],
    }
    assert (value["errors"], value["warnings"], len(value["problems"])) == (0, 1, 1)


def test_json_of_a_refused_brief_has_no_pdf(
    press_that: Callable[..., None], capsys: Captured
) -> None:
    press_that(Refused([TYPO]))
    assert main(["build", "content/one", "--json"]) == Exit.CONTENT
    value = json.loads(capsys.readouterr().out)
    assert value["briefs"][0]["pdf"] is None
    assert value["problems"][0]["rule"] == "unknown-key"


def test_check_shows_problems_and_their_sum(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(press, "check", lambda path, **_: [TYPO, WARNING])
    assert main(["check", "content/one"]) == Exit.CONTENT
    assert capsys.readouterr().err.splitlines()[-1] == "1 error, 1 warning in 1 file"


def test_the_last_line_of_a_build_counts_content_and_pages(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    of_pages = report(problems=())

    def deliver(*_: object, reported: Callable[[Report], None], **__: object) -> list[Built]:
        reported(of_pages)
        raise Refused([*of_pages.found, WARNING])

    monkeypatch.setattr(press, "deliver", deliver)
    assert main(["build", "content/one", "--quiet"]) == Exit.CONTENT
    said = capsys.readouterr().err.splitlines()
    assert "2 errors, 1 warning; 1 check passed, 1 not judged, 1 waived" in said
    assert said[-1] == "2 errors, 2 warnings, 1 waived in 3 files"


def test_warnings_alone_are_no_failure(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(press, "check", lambda path, **_: [WARNING])
    assert main(["check", "content/one", "--json"]) == Exit.OK
    assert json.loads(capsys.readouterr().out)["warnings"] == 1


def test_strictly_warnings_fail(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def check(path: Path, strict: bool = False, **_: object) -> list[Problem]:
        return press.judged([WARNING], strict)

    monkeypatch.setattr(press, "check", check)
    assert main(["check", "content/one"]) == Exit.OK
    assert main(["check", "content/one", "--strict"]) == Exit.CONTENT
    assert capsys.readouterr().err.splitlines()[-1] == "1 error in 1 file"


def test_build_hands_on_that_it_is_strict(presses: list[dict[str, Any]]) -> None:
    main(["build", "content/one"])
    main(["build", "content/one", "--strict"])
    assert [asked["strict"] for asked in presses] == [False, True]


@pytest.mark.parametrize("strict", [[], ["--strict"]])
def test_what_is_waived_is_told_and_fails_nothing(
    house: Path, capsys: Captured, strict: list[str]
) -> None:
    text = SMALL.replace(
        "  - {id: survey,", "  - {id: more, title: More} # waive X\n  - {id: survey,"
    )
    file = house / "content" / "one" / "brief.yaml"
    file.write_text(text.replace("waive X", "waive uncited-source: it was read"), "utf-8")
    assert main(["check", "content/one", *strict]) == Exit.OK
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[0].endswith("waived: it was read [uncited-source]")
    assert said.err.splitlines()[1:] == ["1 waived in 1 file"]
    assert main(["check", "content/one", "--json", *strict]) == Exit.OK
    assert json.loads(capsys.readouterr().out)["waived"] == 1


def test_check_says_so_when_nothing_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(press, "check", lambda path, **_: [])
    assert main(["check"]) == Exit.OK
    assert capsys.readouterr().out == "no problems\n"
    assert main(["check", "--quiet"]) == Exit.OK
    assert capsys.readouterr().out == ""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_a_step_is_shown_as_it_starts() -> None:
    terminal = Terminal()
    progress = Progress(terminal)
    progress("Set")
    assert terminal.getvalue() == "  Set         "
    progress.done()
    assert re.fullmatch(r"  Set +\d+\.\d\d s\n", terminal.getvalue())


def test_in_a_pipe_a_step_is_shown_when_it_is_done() -> None:
    pipe = io.StringIO()
    progress = Progress(pipe)
    progress("Set")
    assert pipe.getvalue() == ""
    progress.done()
    progress.done()
    assert re.fullmatch(r"  Set +\d+\.\d\d s\n", pipe.getvalue())


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colour_is_for_terminals_and_no_color_is_respected(
    monkeypatch: pytest.MonkeyPatch, no_color: str, coloured: bool
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(press, "check", lambda path, **_: [TYPO])
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", no_color)
    main(["check", "content/one"])
    assert ("\x1b[" in terminal.getvalue()) is coloured


# What goes wrong


def test_a_missing_pango_stops_the_build_with_the_command_that_brings_it(
    presses: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(system, "opened", lambda library: None)
    monkeypatch.setattr(system, "manager", lambda: system.MANAGERS[0])
    assert main(["build", "content/one"]) == Exit.SYSTEM
    assert presses == []
    assert "apt-get install -y libpango-1.0-0" in capsys.readouterr().err


def test_a_missing_subsetter_is_said_loudly_and_the_build_goes_on(
    presses: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    real = system.opened
    hidden = "HarfBuzz subsetter"
    monkeypatch.setattr(system, "opened", lambda lib: None if lib.name == hidden else real(lib))
    assert main(["build", "content/one", "--quiet"]) == Exit.OK
    assert "every build takes seconds longer" in capsys.readouterr().err


def test_a_missing_package_is_named_with_the_command_that_brings_it(
    press_that: Callable[..., None], capsys: Captured
) -> None:
    press_that(ModuleNotFoundError("No module named 'jinja2'", name="jinja2"))
    assert main(["build", "content/one"]) == Exit.SYSTEM
    assert re.search(r"No module named 'jinja2'; this brings it: .+", capsys.readouterr().err)


def test_an_unexpected_fault_is_one_line_and_a_report(
    press_that: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
    house: Path,
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(house))
    press_that(ZeroDivisionError("division\nby zero"))
    assert main(["build", "content/one", "--quiet"]) == Exit.FAULT
    [line] = capsys.readouterr().err.splitlines()
    match = re.fullmatch(
        r"briefpack: unexpected fault: ZeroDivisionError: division by zero; "
        r"the report is saved in (.+)",
        line,
    )
    assert match
    report = Path(match[1]).read_text("utf-8")
    assert "Traceback" in report
    assert "weasyprint 7" in report
    assert "command line:" in report


def test_a_fault_is_told_even_where_no_report_can_be_saved(
    press_that: Callable[..., None], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere/at/all")
    press_that(ZeroDivisionError("x"))
    assert main(["build", "content/one"]) == Exit.FAULT
    assert "no report could be saved" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_named(
    presses: list[dict[str, Any]], house: Path, capsys: Captured
) -> None:
    (house / "file").write_text("")
    assert main(["build", "content/one", "--to", "file/one.pdf"]) == Exit.OUTPUT
    assert "briefpack: cannot write file/one.pdf: " in capsys.readouterr().err


def test_a_full_disk_is_no_fault_of_ours(press_that: Callable[..., None], capsys: Captured) -> None:
    press_that(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert main(["build", "content/one"]) == Exit.OUTPUT
    assert "No space left" in capsys.readouterr().err


def test_a_file_of_our_own_that_is_missing_is_a_fault(
    press_that: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    house: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(house))
    template = tmp_path_factory.mktemp("layouts") / "page.css"
    press_that(FileNotFoundError(errno.ENOENT, "No such file", str(template)))
    assert main(["build", "content/one"]) == Exit.FAULT


def test_ctrl_c_is_quiet(press_that: Callable[..., None], capsys: Captured) -> None:
    press_that(KeyboardInterrupt())
    assert main(["build", "content/one", "--quiet"]) == Exit.INTERRUPTED
    assert capsys.readouterr().err == ""


def test_a_reader_who_leaves_is_no_failure_to_shout_about() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "briefpack", "schema"],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == Exit.PIPE


def test_characters_that_the_terminal_lacks_are_no_fault() -> None:
    done = run("-m", "briefpack", "check", "ж", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == Exit.USAGE
    assert "\\u0436" in done.stderr


# The Python face


def test_the_python_face_is_whole_and_light() -> None:
    code = (
        "import sys, briefpack\n"
        "assert not {'pydantic', 'weasyprint'} & sys.modules.keys()\n"
        "assert all(getattr(briefpack, name) for name in briefpack.__all__)\n"
        "assert 'weasyprint' not in sys.modules"
    )
    done = run("-c", code)
    assert done.returncode == 0, done.stderr


def test_the_python_face_checks_folders_and_manuscripts_alike() -> None:
    import briefpack

    manuscript = briefpack.read(SAMPLE)
    assert briefpack.check(manuscript) == briefpack.check(str(SAMPLE)) == []


def test_the_python_face_has_nothing_else() -> None:
    import briefpack

    with pytest.raises(AttributeError, match="no attribute 'publish'"):
        briefpack.publish  # noqa: B018


@pytest.mark.skipif(os.name != "posix", reason="closing an output takes a POSIX shell")
@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-"])
def test_a_closed_output_is_no_fault(house: Path, closed: str) -> None:
    command = f"'{sys.executable}' -m briefpack check '{SAMPLE}' {closed}"
    assert subprocess.run(command, shell=True, check=False).returncode == Exit.OK
