"""What this machine has and lacks for making briefs, and the command that brings each thing.

Imports nothing beyond the standard library, so that it works where nothing else does.
"""

import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from briefpack import dictionaries, profiles, system

PYTHONS = ((3, 11), (3, 14))
"""The oldest and the newest Python that briefpack is made for."""

PATIENCE = 60  # seconds for a program to say its version
SLOWER = "fonts are cut down by a slower way: every build takes seconds longer"


class State(StrEnum):
    """How a thing was found."""

    OK = "ok"
    MISSING = "missing"  # nothing can be built
    SLOW = "slow"  # all works, but seconds slower
    ABSENT = "absent"  # wanted only for what it says


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked for: what was found (a version), or why it matters, and what brings it."""

    group: str
    name: str
    state: State
    detail: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that only developing, testing or looking needs; what it is for, and who has it.

    `elsewhere` gives the names that some package managers have for the package.
    """

    name: str
    purpose: str
    programs: tuple[str, ...]
    package: str
    elsewhere: Mapping[str, str]
    ask: str = "--version"


PROGRAMS = (
    Tool(
        "Chromium",
        "the bench compares with its print",
        ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        "chromium",
        {"brew": "--cask chromium"},
    ),
    Tool(
        "pdftoppm",
        "turns pages into pictures by hand",
        ("pdftoppm",),
        "poppler-utils",
        {"pacman": "poppler", "brew": "poppler", "zypper": "poppler-tools"},
        ask="-v",
    ),
)
PACKAGES = {
    "page-validation": "the tests judge PDFs with it",
}
"""Python packages that only the tests need, and what for."""


def examine() -> list[Finding]:
    """Everything that briefpack needs, uses or is tested with."""
    return [*foundations(), *_packages(), *_fonts(), *_spelling(), *_tools()]


def foundations() -> list[Finding]:
    """What must be there before any package is: Python and the system's libraries."""
    return [_python(), *_virtual_environments(), *libraries()]


def well(findings: Iterable[Finding]) -> bool:
    """Whether briefs can be built here."""
    return not any(finding.state is State.MISSING for finding in findings)


def lacking() -> list[system.Goods]:
    """What is to be had from the system's package manager and is not there."""
    venv: list[system.Goods] = [] if _fills_environments() else ["venv"]
    return [library.goods for library in system.missing()] + venv


def lacking_for_print_shops() -> list[system.Goods]:
    """What only editions for print shops need, in the same way."""
    return [] if profiles.on_this_system() else ["profile"]


def lacking_for_spelling() -> list[system.Goods]:
    """What only the check of spelling needs, in the same way."""
    there = all(dictionaries.find(language) for language in dictionaries.COMMON)
    return [] if there else ["dictionaries"]


def _python() -> Finding:
    oldest, newest = PYTHONS
    detail = f"{platform.python_version()} at {sys.executable}"
    if oldest <= sys.version_info[:2] <= newest:
        return Finding("Python", "Python", State.OK, detail)
    wanted = f"Python {oldest[0]}.{oldest[1]} to {newest[0]}.{newest[1]}"
    return Finding("Python", "Python", State.MISSING, detail, f"install {wanted}")


def _virtual_environments() -> Iterator[Finding]:
    if not _fills_environments():
        detail = "needed to make a virtual environment"
        yield Finding("Python", "ensurepip", State.MISSING, detail, system.remedy(["venv"]))


def _fills_environments() -> bool:
    """Debian keeps ensurepip in a package apart; inside an environment it is past mattering."""
    return sys.prefix != sys.base_prefix or find_spec("ensurepip") is not None


def libraries() -> list[Finding]:
    """The system's libraries that set type."""
    absent = system.missing()
    remedy = system.remedy([library.goods for library in absent])
    return [
        _lacked(library, remedy) if library in absent else _present(library)
        for library in system.LIBRARIES
    ]


def _present(library: system.Library) -> Finding:
    loaded = system.opened(library)
    version = system.version(library, loaded) if loaded else ""
    return Finding("Libraries", library.name, State.OK, version)


def _lacked(library: system.Library, remedy: str) -> Finding:
    if library.needed:
        return Finding("Libraries", library.name, State.MISSING, "no page can be set", remedy)
    return Finding("Libraries", library.name, State.SLOW, SLOWER, remedy)


def _packages() -> Iterator[Finding]:
    try:
        wanted = _requirements()
    except metadata.PackageNotFoundError:
        detail = "briefpack itself is not installed in this Python"
        yield Finding("Packages", "briefpack", State.MISSING, detail, bring(["briefpack"]))
        return
    absent = [name for name in wanted if _version(name) is None]
    if absent:
        detail = f"{', '.join(absent)} not installed"
        yield Finding("Packages", "packages", State.MISSING, detail, bring(absent))
    else:
        yield Finding("Packages", "packages", State.OK, f"{len(wanted)} of {len(wanted)}")
    yield _weasyprint()


def _requirements() -> list[str]:
    """The names of the packages that briefpack depends on."""
    found = metadata.requires("briefpack") or []
    return [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in found if "extra ==" not in line]


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def bring(packages: Iterable[str], chore: str = "setup") -> str:
    """The command that installs packages: in a checkout a chore does it, from the lock."""
    if (Path(__file__).resolve().parent.parent / "requirements.lock").is_file():
        return f"make {chore}"
    return f'"{sys.executable}" -m pip install {" ".join(packages)}'


def _weasyprint() -> Finding:
    """Loaded in a process of its own, where a failure can neither print here nor stop us."""
    version = _version("weasyprint") or "not installed"
    run = _run([sys.executable, "-W", "ignore", "-c", "import weasyprint"])
    if run is not None and run.returncode == 0:
        return Finding("Packages", "WeasyPrint", State.OK, version)
    said = run.stderr.strip().splitlines() if run else []
    reason = said[-1] if said else "it did not answer"
    return Finding(
        "Packages", "WeasyPrint", State.MISSING, f"{version}, cannot be loaded: {reason}"
    )


def _fonts() -> Iterator[Finding]:
    """Every family that briefpack depends on, with its version and the number of its files."""
    try:
        packages = [name for name in _requirements() if name.startswith("fontpkg-")]
    except metadata.PackageNotFoundError:
        return
    for package in packages:
        family = package.removeprefix("fontpkg-").replace("-", " ").title()
        files = _font_files(package)
        if files:
            detail = f"{_version(package)}, {len(files)} files"
            yield Finding("Fonts", family, State.OK, detail)
        else:
            detail = "no font files found"
            yield Finding("Fonts", family, State.MISSING, detail, bring([package]))


def _font_files(package: str) -> list[Path]:
    spec = find_spec(package.replace("-", "_"))
    folders = spec.submodule_search_locations or [] if spec else []
    return [file for folder in folders for file in Path(folder, "files").glob("*.[ot]tf")]


def _spelling() -> Iterator[Finding]:
    """What `briefpack check --spell` takes: its package, and a dictionary for each language."""
    speller, group = dictionaries.SPELLER, "Spelling"
    if version := _version(speller):
        yield Finding(group, speller, State.OK, version)
    else:
        yield Finding(group, speller, State.ABSENT, "check --spell needs it", bring([speller]))
    common = {language: dictionaries.find(language) for language in dictionaries.COMMON}
    for language, found in common.items():
        if found:
            yield Finding(group, language, State.OK, f"{found.stem}.dic")
        else:
            detail, remedy = "check --spell needs it", dictionaries.remedy(language)
            yield Finding(group, language, State.ABSENT, detail, remedy)
    named = {found.name for found in common.values() if found}
    if others := sorted(dictionaries.found().keys() - named):
        yield Finding(group, "others", State.OK, ", ".join(others))


def _profile() -> Finding:
    """Only a print shop's edition needs it, and may be given one by the brief."""
    profile = profiles.on_this_system()
    if profile is None:
        purpose = "editions for print shops need one, where the brief names none"
        remedy = system.remedy(["profile"])
        return Finding("Optional", "CMYK profile", State.ABSENT, purpose, remedy)
    detail = f"{profile.description}, {profile.path}"
    return Finding("Optional", "CMYK profile", State.OK, detail)


def _tools() -> Iterator[Finding]:
    yield _profile()
    yield _verapdf()
    for package, purpose in PACKAGES.items():
        yield _optional(package, _version(package), purpose, bring([package], "test"))
    for tool in PROGRAMS:
        remedy = system.brings(tool.package, **tool.elsewhere)
        yield _optional(tool.name, _program_version(tool), tool.purpose, remedy)


def _optional(name: str, version: str | None, purpose: str, remedy: str) -> Finding:
    if version is None:
        return Finding("Optional", name, State.ABSENT, purpose, remedy)
    return Finding("Optional", name, State.OK, version)


def _verapdf() -> Finding:
    """The validator's command comes from the environment, since no package registry has it."""
    command = shlex.split(os.environ.get("VERAPDF", ""))
    if command and shutil.which(command[0]):
        return Finding("Optional", "veraPDF", State.OK, " ".join(command))
    detail = "the tests judge PDFs with it as well"
    if command:
        detail += f"; VERAPDF names {command[0]}, which cannot be run"
    return Finding(
        "Optional", "veraPDF", State.ABSENT, detail, "VERAPDF=/path/to/verapdf make test"
    )


def _program_version(tool: Tool) -> str | None:
    """What the program says of its version; `None` where no such program is on the path."""
    program = next(filter(None, map(shutil.which, tool.programs)), None)
    if program is None:
        return None
    run = _run([program, tool.ask])
    said = (run.stdout.strip() or run.stderr.strip()).splitlines() if run else []
    numbers = re.search(r"\d+(\.\d+)+", said[0]) if said else None
    return numbers[0] if numbers else "version unknown"


def _run(command: list[str]) -> subprocess.CompletedProcess[str] | None:
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
