"""The set-up: the Makefile's own decisions, with a stand-in for Python, and the lock files."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from briefpack.edition import DEFAULT, EDITIONS

CHECKOUT = Path(__file__).parent.parent
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
LOCKS = ["requirements.lock", "requirements-dev.lock"]

# Notes how it was called; "builds" what --to names.
STAND_IN = """\
#!/bin/sh
echo "$*" >> {calls}
case "$*" in *" build "*) while [ "$1" != --to ]; do shift; done; mkdir -p build
  case "$2" in
    */) mkdir -p "$2"; for name in '' {editions}; do : > "$2one$name.pdf"; done;;
    *) : > "$2";;
  esac;;
esac
"""
PRINTED = [name for name in EDITIONS if name != DEFAULT]


def locked(name: str) -> dict[str, str]:
    """The packages that a lock file pins, and their versions."""
    text = (CHECKOUT / name).read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))


# The lock files


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address(name: str) -> None:
    text = (CHECKOUT / name).read_text("utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host| @ |/\w+/", text)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_the_hashes_of_its_files(name: str) -> None:
    text = (CHECKOUT / name).read_text("utf-8")
    rows = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    hashes = {row.partition("==")[0]: len(re.findall(r"--hash=sha256:\w{64}", row)) for row in rows}
    assert min(hashes.values()) >= 1
    # Compiled for each system and Python: one machine's own files would be far fewer.
    assert min(hashes[name] for name in ("pillow", "pydantic-core", "markupsafe")) > 50


def test_the_locks_agree_and_hold_every_dependency() -> None:
    runtime, tools = map(locked, LOCKS)
    assert runtime.items() <= tools.items()
    for line in PROJECT["project"]["dependencies"]:
        assert re.split(r"[^\w.-]", line)[0].lower() in runtime
    for line in PROJECT["dependency-groups"]["dev"]:
        if isinstance(line, str):
            assert re.split(r"[^\w.-]", line)[0].lower() in tools


def test_what_only_tests_need_is_not_installed_for_a_build() -> None:
    assert not {"pytest", "mypy", "hypothesis", "page-validation"} & locked(LOCKS[0]).keys()


# The Makefile


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in a folder with a space, set up, with a Python that only takes notes."""
    here = tmp_path / "a checkout"
    (here / "content" / "one").mkdir(parents=True)
    (here / "content" / "one" / "a figure.svg").write_text("<svg/>")
    (here / "layouts").mkdir()
    (here / "briefpack").mkdir()
    (here / ".venv" / "bin").mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml", *LOCKS):
        shutil.copy(CHECKOUT / name, here)
    python = here / ".venv" / "bin" / "python"
    suffixes = " ".join(f"-{name}" for name in PRINTED)
    python.write_text(STAND_IN.format(calls="calls", editions=suffixes))
    python.chmod(0o755)
    (here / ".venv" / ".home").write_text(f"{here.resolve()}\n")
    for stamp in (".runtime", ".tools"):
        (here / ".venv" / stamp).touch()
    return here


def make(checkout: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`make` as a user calls it, whatever make may have called these tests."""
    made = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))
    }
    command = ["make", *words]
    return subprocess.run(command, cwd=checkout, env=made, capture_output=True, text=True)


def pdf(checkout: Path, *words: str, chore: str = "pdf") -> str:
    """What `make pdf BRIEF=content/one` did: the command that it ran, or what it said instead."""
    calls = checkout / "calls"
    calls.unlink(missing_ok=True)
    done = make(checkout, chore, "BRIEF=content/one", *words)
    assert done.returncode == 0, done.stderr
    lines = calls.read_text().splitlines() if calls.exists() else []
    builds = [line for line in lines if " build " in line or " copies " in line]
    return (builds or [done.stdout.strip()])[-1]


def older(path: Path, seconds: int = 60) -> None:
    """Set a file's time back, as if it had been written before."""
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))


def age(checkout: Path) -> None:
    for path in sorted(checkout.rglob("*")):
        if path.name != "one.pdf":
            older(path)


def test_a_pdf_is_built_once(checkout: Path) -> None:
    age(checkout)
    assert pdf(checkout) == "-m briefpack build content/one --to build/one.pdf"
    assert pdf(checkout) == "build/one.pdf is up to date"


@pytest.mark.parametrize(
    "touched", ["content/one/a figure.svg", "layouts/new.css", "briefpack/new.py", ".venv/.runtime"]
)
def test_a_pdf_is_built_again_after_a_change(checkout: Path, touched: str) -> None:
    pdf(checkout)
    age(checkout)
    older(checkout / "build" / "one.pdf", 30)
    (checkout / touched).touch()
    assert " build " in pdf(checkout)


def test_a_pdf_is_built_again_when_a_file_of_its_content_goes(checkout: Path) -> None:
    pdf(checkout)
    age(checkout)
    older(checkout / "build" / "one.pdf", 30)
    (checkout / "content" / "one" / "a figure.svg").unlink()
    assert " build " in pdf(checkout)


def test_the_tests_have_what_print_shops_editions_need_and_a_pdf_does_not_wait_for_it(
    checkout: Path,
) -> None:
    assert make(checkout, "test").returncode == 0
    assert "doctor --system --install --quiet --press" in (checkout / "calls").read_text()
    pdf(checkout)
    assert "--press" not in (checkout / "calls").read_text()


def test_each_paper_has_its_own_pdf(checkout: Path) -> None:
    wanted = "-m briefpack build content/one --to build/one-letter.pdf --paper letter"
    assert pdf(checkout, "PAPER=letter") == wanted


def test_every_edition_on_paper_is_a_chore(checkout: Path) -> None:
    [names] = re.findall(r"^EDITIONS = (.+)$", (checkout / "Makefile").read_text(), re.MULTILINE)
    assert sorted(names.split()) == sorted(PRINTED)


@pytest.mark.parametrize(
    ("chore", "edition"), [("print", "office"), *((name, name) for name in PRINTED)]
)
def test_an_edition_is_built_once(checkout: Path, chore: str, edition: str) -> None:
    age(checkout)
    wanted = f"-m briefpack build content/one --to build/one-{edition}.pdf --edition {edition}"
    assert pdf(checkout, chore=chore) == wanted
    assert pdf(checkout, chore=chore) == f"build/one-{edition}.pdf is up to date"


def test_an_edition_on_its_paper_has_its_own_pdf(checkout: Path) -> None:
    wanted = "build content/one --to build/one-booklet-letter.pdf --edition booklet --paper letter"
    assert pdf(checkout, "PAPER=letter", chore="booklet") == f"-m briefpack {wanted}"


def test_all_editions_are_built_in_one_run_and_once(checkout: Path) -> None:
    age(checkout)
    wanted = "-m briefpack build content/one --to build/ --edition all"
    assert pdf(checkout, chore="editions") == wanted
    assert pdf(checkout, chore="editions") == "all editions of one in build/ are up to date"
    (checkout / "build" / f"one-{PRINTED[-1]}.pdf").unlink()
    assert pdf(checkout, chore="editions") == wanted


def test_all_editions_on_another_paper_have_their_own_folder(checkout: Path) -> None:
    wanted = "-m briefpack build content/one --to build/letter/ --edition all --paper letter"
    assert pdf(checkout, "PAPER=letter", chore="editions") == wanted


def test_only_a_print_shops_edition_brings_what_print_shops_need(checkout: Path) -> None:
    for chore, brought in (("print", False), ("press", True), ("editions", True)):
        pdf(checkout, chore=chore)
        assert ("--press" in (checkout / "calls").read_text()) == brought


def test_copies_are_made_for_a_list(checkout: Path) -> None:
    wanted = "-m briefpack copies content/one --to the room.csv --paper letter"
    assert pdf(checkout, "TO=the room.csv", "PAPER=letter", chore="copies") == wanted


def test_copies_for_nobody_are_told_how_to_name_a_list(checkout: Path) -> None:
    done = make(checkout, "copies", "BRIEF=content/one")
    assert done.returncode == 2
    assert "make copies TO=recipients.csv" in done.stderr
    assert " copies " not in (checkout / "calls").read_text()


def test_make_alone_helps(checkout: Path) -> None:
    said = make(checkout).stdout
    for chore in ("pdf", "print", "editions", "copies", *PRINTED):
        assert f"make {chore} " in said or chore == "office"
    assert "briefpack" not in (checkout / "calls").read_text()


def test_without_a_suitable_python_the_command_that_brings_one_is_told(checkout: Path) -> None:
    shutil.rmtree(checkout / ".venv")
    done = make(checkout, "pdf", "PYTHON=/nowhere/python3")
    assert done.returncode != 0
    assert "briefpack needs Python 3.11, 3.12, 3.13 or 3.14; tried: /nowhere/python3" in done.stderr
    assert "this brings one:\n    " in done.stderr
    assert "Error 69" in done.stderr


def test_a_moved_checkout_is_set_up_anew(checkout: Path) -> None:
    moved = checkout.rename(checkout.with_name("moved"))
    done = make(moved, "pdf", "PYTHON=/nowhere/python3")
    assert "briefpack needs Python" in done.stderr


def test_continuous_integration_runs_the_tests_as_the_readme_says() -> None:
    script = (CHECKOUT / ".ci" / "run").read_text("utf-8")
    assert script.splitlines()[-1] == "exec make test"
    assert "make test" in (CHECKOUT / "README.md").read_text("utf-8")
