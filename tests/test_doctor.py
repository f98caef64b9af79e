"""What the doctor finds, and what he prescribes."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from briefpack import doctor, system
from briefpack.doctor import Finding, State

CHECKOUT = Path(__file__).parent.parent
Hide = Callable[..., None]


@pytest.fixture
def hide(monkeypatch: pytest.MonkeyPatch) -> Hide:
    """Make libraries of these names impossible to load."""

    def hide(*names: str) -> None:
        real = system.opened
        monkeypatch.setattr(system, "opened", lambda lib: None if lib.name in names else real(lib))

    return hide


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Pretend to be on a system with this package manager."""

    def on(program: str, platform: str = "linux", root: bool = False) -> None:
        there = f"/usr/bin/{program}"
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.setattr(system.shutil, "which", lambda name: there if name == program else None)
        monkeypatch.setattr(system, "_is_root", lambda: root)

    return on


def named(name: str, findings: list[Finding]) -> Finding:
    [finding] = [finding for finding in findings if finding.name == name]
    return finding


def test_a_machine_that_runs_these_tests_is_well() -> None:
    assert doctor.well(doctor.examine())


def test_pango_and_harfbuzz_say_their_versions() -> None:
    findings = doctor.libraries()
    assert re.fullmatch(r"1\.\d+\.\d+", named("Pango", findings).detail)
    assert re.fullmatch(r"\d+\.\d+\.\d+", named("HarfBuzz", findings).detail)


def test_without_pango_nothing_can_be_built(hide: Hide) -> None:
    hide("Pango")
    assert named("Pango", doctor.libraries()).state is State.MISSING
    assert not doctor.well(doctor.libraries())


def test_without_the_subsetter_all_is_well_but_slow(hide: Hide) -> None:
    hide("HarfBuzz subsetter")
    found = named("HarfBuzz subsetter", doctor.libraries())
    assert found.state is State.SLOW
    assert "seconds longer" in found.detail
    assert doctor.well(doctor.libraries())


def test_all_missing_libraries_are_brought_by_one_command(
    hide: Hide, on: Callable[..., None]
) -> None:
    hide("Pango", "PangoFT2", "HarfBuzz subsetter")
    on("apt-get", root=True)
    remedies = {found.remedy for found in doctor.libraries() if found.remedy}
    assert remedies == {
        "apt-get update && apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    }


@pytest.mark.parametrize(
    ("program", "platform", "command"),
    [
        (
            "apt-get",
            "linux",
            (
                "sudo apt-get update && "
                "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
            ),
        ),
        ("dnf", "linux", "sudo dnf install -y pango harfbuzz"),
        (
            "apk",
            "linux",
            (
                "sudo apk add so:libpango-1.0.so.0 so:libpangoft2-1.0.so.0 so:libgobject-2.0.so.0 "
                "so:libharfbuzz-subset.so.0"
            ),
        ),
        ("pacman", "linux", "sudo pacman -S --noconfirm pango harfbuzz"),
        (
            "zypper",
            "linux",
            "sudo zypper --non-interactive install libpango-1_0-0 libharfbuzz-subset0",
        ),
        ("brew", "darwin", "brew install pango harfbuzz"),
        (
            "",
            "win32",
            (
                "winget install -e --id MSYS2.MSYS2; C:\\msys64\\usr\\bin\\pacman -S --noconfirm "
                "mingw-w64-ucrt-x86_64-pango mingw-w64-ucrt-x86_64-harfbuzz"
            ),
        ),
        (
            "nix",
            "linux",
            (
                "install Pango 1.44 or newer and HarfBuzz with its subsetter "
                "with the system's package manager"
            ),
        ),
    ],
)
def test_each_system_has_its_one_command(
    on: Callable[..., None], program: str, platform: str, command: str
) -> None:
    on(program, platform)
    assert system.remedy(["pango", "subsetter", "pango"]) == command


@pytest.mark.parametrize(
    ("program", "platform", "command"),
    [
        ("dnf", "linux", "sudo dnf install -y poppler-utils"),
        ("pacman", "linux", "sudo pacman -S --noconfirm poppler"),
        ("brew", "darwin", "brew install poppler"),
        ("", "win32", "install poppler-utils with the system's package manager"),
    ],
)
def test_an_optional_program_has_its_command_too(
    on: Callable[..., None], program: str, platform: str, command: str
) -> None:
    on(program, platform)
    [tool] = [tool for tool in doctor.PROGRAMS if tool.name == "pdftoppm"]
    assert system.brings(tool.package, **tool.elsewhere) == command


@pytest.mark.parametrize(
    ("program", "platform", "command"),
    [
        ("dnf", "linux", "sudo dnf install -y ghostscript"),
        ("apk", "linux", "sudo apk add ghostscript"),
        ("brew", "darwin", "brew install ghostscript"),
        (
            "apt-get",
            "linux",
            "sudo apt-get update && sudo apt-get install -y libgs-common",
        ),
        (
            "nix",
            "linux",
            "install Ghostscript, which brings a CMYK profile, with the system's package manager",
        ),
    ],
)
def test_a_profile_for_print_shops_has_its_command_and_is_not_demanded(
    on: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    program: str,
    platform: str,
    command: str,
) -> None:
    on(program, platform)
    monkeypatch.setattr(doctor.profiles, "on_this_system", lambda: None)
    found = doctor._profile()
    assert (found.state, found.remedy) == (State.ABSENT, command)
    assert doctor.well([found])
    assert doctor.lacking_for_print_shops() == ["profile"]


def test_a_profile_is_installed_only_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from briefpack.cli import main

    installed: list[list[str]] = []
    monkeypatch.setattr(doctor.profiles, "on_this_system", lambda: None)
    monkeypatch.setattr(system, "can_install", lambda: True)
    monkeypatch.setattr(system, "install", lambda goods: installed.append([*goods]) or "")
    main(["doctor", "--system", "--install", "--quiet"])
    assert installed == []
    main(["doctor", "--system", "--install", "--quiet", "--press"])
    assert installed == [["profile"]]


def test_only_apt_is_run_without_asking(on: Callable[..., None]) -> None:
    on("apt-get", root=True)
    assert system.can_install()
    on("apt-get", root=False)  # and no sudo
    assert not system.can_install()
    on("dnf", root=True)
    assert not system.can_install()


def test_a_failed_installation_says_what_apt_said_last(
    on: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    on("apt-get", root=True)
    monkeypatch.setattr(
        system.subprocess,
        "run",
        lambda words, **_: subprocess.CompletedProcess(words, 100, "", "W: hm\nE: no such package"),
    )
    assert system.install(["pango"]) == "E: no such package"


def test_an_endless_installation_is_given_up(
    on: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(words: list[str], timeout: float, **_: object) -> None:
        raise subprocess.TimeoutExpired(words, timeout)

    on("apt-get", root=True)
    monkeypatch.setattr(system.subprocess, "run", run)
    assert system.install(["pango"]) == "apt-get took longer than 10 minutes"


def test_the_libraries_are_those_that_weasyprint_opens() -> None:
    folder = Path((find_spec("weasyprint") or pytest.fail("no weasyprint")).origin or "").parent
    source = (folder / "text" / "ffi.py").read_text("utf-8")
    opened = [
        set(re.findall(r"'([^']+)'", call)) for call in re.findall(r"_dlopen\(\n([^)]+)\)", source)
    ]
    wanted = [names for names in opened if not any("vector" in name for name in names)]
    assert len(wanted) == len(system.LIBRARIES)
    for library in system.LIBRARIES:
        assert any(set(library.files) <= names for names in wanted), library.name


def test_an_old_python_is_told_which_one_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    python = doctor.foundations()[0]
    assert python.state is State.MISSING
    assert python.remedy == "install Python 3.11 to 3.14"


def test_every_font_family_says_its_version_and_files() -> None:
    fonts = [finding for finding in doctor.examine() if finding.group == "Fonts"]
    assert {font.name for font in fonts} >= {"Spectral", "Fira Sans"}
    for font in fonts:
        assert re.fullmatch(r"[\d.]+, \d+ files", font.detail), font


def test_a_weasyprint_that_cannot_be_loaded_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango')\n")
    run = run_doctor(env={"PYTHONPATH": str(tmp_path)})
    assert run.returncode == 69
    assert "cannot be loaded: OSError: cannot load library libpango" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr


def test_the_doctor_works_where_no_package_is_installed() -> None:
    run = run_doctor("--system", python=[getattr(sys, "_base_executable", sys.executable), "-S"])
    assert run.returncode == 0, run.stderr
    assert "Pango" in run.stdout


def test_the_whole_examination_works_where_no_package_is_installed() -> None:
    run = run_doctor(python=[getattr(sys, "_base_executable", sys.executable), "-S"])
    assert run.returncode == 69
    assert "briefpack itself is not installed" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr


def test_verapdf_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_run", lambda command: None)  # no program need say its version
    monkeypatch.delenv("VERAPDF", raising=False)
    assert named("veraPDF", doctor.examine()).state is State.ABSENT
    monkeypatch.setenv("VERAPDF", "/nowhere/verapdf")
    assert "cannot be run" in named("veraPDF", doctor.examine()).detail
    monkeypatch.setenv("VERAPDF", sys.executable)
    assert named("veraPDF", doctor.examine()).state is State.OK


def run_doctor(
    *words: str, python: list[str] | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*(python or [sys.executable]), "-m", "briefpack", "doctor", *words],
        cwd=CHECKOUT,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
    )
