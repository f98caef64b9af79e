"""The system's libraries that no Python package brings: which are there, and what brings them.

Imports nothing beyond the standard library: the set-up asks it before anything is installed.
"""

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

Goods = Literal["pango", "subsetter", "venv", "profile", "dictionaries"]
"""What a package manager is asked for, under one name for every system."""

ASKING = 20  # seconds to learn whether sudo asks for a password
FETCHING = 600  # seconds for one run of the package manager


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library as WeasyPrint opens it (weasyprint/text/ffi.py), and what brings it.

    `version` names a function that gives its version. Without one that is not `needed` builds
    are only slower.
    """

    name: str
    files: tuple[str, ...]
    goods: Goods = "pango"
    version: str = ""
    needed: bool = True


LIBRARIES = (
    Library(
        "GObject",
        ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll", "gobject-2.0"),
    ),
    Library(
        "Pango",
        ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "pango-1.0"),
        version="pango_version_string",
    ),
    Library(
        "PangoFT2",
        ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll", "pangoft2-1.0"),
    ),
    Library(
        "HarfBuzz",
        ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll", "harfbuzz"),
        version="hb_version_string",
    ),
    Library(
        "Fontconfig",
        ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll", "fontconfig"),
    ),
    Library(
        "HarfBuzz subsetter",
        (
            "libharfbuzz-subset.so.0",
            "libharfbuzz-subset.0.dylib",
            "libharfbuzz-subset-0.dll",
            "harfbuzz-subset",
        ),
        goods="subsetter",
        needed=False,
    ),
)


@dataclass(frozen=True, slots=True)
class Manager:
    """A system's package manager: how it is called, and what it calls the goods.

    `program` tells that the system has it; an empty one stands for the platform itself.
    """

    platform: str
    program: str
    install: str
    pango: str
    subsetter: str
    profile: str
    dictionaries: str = ""
    venv: str = ""
    refresh: str = ""
    root: bool = True


# The names of the packages are those that WeasyPrint's documentation gives ("First steps").
MANAGERS = (
    Manager(
        "linux",
        "apt-get",
        "apt-get install -y",
        pango="libpango-1.0-0 libpangoft2-1.0-0",
        subsetter="libharfbuzz-subset0",
        profile="libgs-common",
        dictionaries="hunspell-en-gb hunspell-en-us hunspell-de-de hunspell-fr",
        venv=f"python3.{sys.version_info.minor}-venv",
        refresh="apt-get update",
    ),
    Manager(
        "linux",
        "dnf",
        "dnf install -y",
        pango="pango",
        subsetter="harfbuzz",
        profile="ghostscript",
        dictionaries="hunspell-en hunspell-de hunspell-fr",
    ),
    Manager(
        "linux",
        "apk",
        "apk add",
        pango="so:libpango-1.0.so.0 so:libpangoft2-1.0.so.0 so:libgobject-2.0.so.0",
        subsetter="so:libharfbuzz-subset.so.0",
        profile="ghostscript",
        dictionaries="hunspell-en-gb hunspell-en-us hunspell-de-de hunspell-fr",
        venv="python3",
    ),
    Manager(
        "linux",
        "pacman",
        "pacman -S --noconfirm",
        pango="pango",
        subsetter="harfbuzz",
        profile="ghostscript",
        dictionaries="hunspell-en_gb hunspell-en_us hunspell-de hunspell-fr",
        venv="python",
    ),
    Manager(
        "linux",
        "zypper",
        "zypper --non-interactive install",
        pango="libpango-1_0-0",
        subsetter="libharfbuzz-subset0",
        profile="ghostscript",
        dictionaries="myspell-en_GB myspell-en_US myspell-de_DE myspell-fr_FR",
    ),
    Manager(
        "darwin",
        "brew",
        "brew install",
        pango="pango",
        subsetter="harfbuzz",
        profile="ghostscript",
        venv="python",
        root=False,
    ),
    Manager(
        "win32",
        "",
        'winget install -e --id MSYS2.MSYS2; C:\\msys64\\usr\\bin\\pacman -S --noconfirm',
        pango="mingw-w64-ucrt-x86_64-pango",
        subsetter="mingw-w64-ucrt-x86_64-harfbuzz",
        profile="mingw-w64-ucrt-x86_64-ghostscript",
        root=False,
    ),
)  # fmt: skip
ANY_SYSTEM = {
    "pango": "Pango 1.44 or newer",
    "subsetter": "HarfBuzz with its subsetter",
    "venv": "Python's ensurepip",
    "profile": "Ghostscript, which brings a CMYK profile,",
    "dictionaries": "Hunspell's dictionaries of English, German and French",
}


def opened(library: Library) -> ctypes.CDLL | None:
    """The library, loaded; `None` where this Python cannot load it under any of its names."""
    for name in _names(library):
        with suppress(OSError):
            return ctypes.CDLL(name)
    return None


def _names(library: Library) -> Iterator[str]:
    """The names to try; off Linux, where paths matter, also what the linker's search finds."""
    yield from library.files
    if not sys.platform.startswith("linux"):
        found = (ctypes.util.find_library(name) for name in library.files)
        yield from filter(None, found)


def version(library: Library, loaded: ctypes.CDLL) -> str:
    """The library's version in its own words; "" where it does not say."""
    if not library.version:
        return ""
    tell = getattr(loaded, library.version)
    tell.restype = ctypes.c_char_p
    return str(tell().decode("ascii"))


def missing(libraries: Iterable[Library] = LIBRARIES) -> list[Library]:
    """Those of the libraries that cannot be loaded."""
    _add_windows_folders()
    return [library for library in libraries if opened(library) is None]


def _add_windows_folders() -> None:
    """Let Windows look where WeasyPrint does."""
    if sys.platform == "win32":
        folders = os.environ.get(
            "WEASYPRINT_DLL_DIRECTORIES",
            r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin",
        )
        for folder in folders.split(";"):
            with suppress(OSError):
                os.add_dll_directory(folder)


def manager() -> Manager | None:
    """This system's package manager, if it is one that we know."""
    for row in MANAGERS:
        if sys.platform.startswith(row.platform) and (not row.program or shutil.which(row.program)):
            return row
    return None


def remedy(goods: Iterable[Goods]) -> str:
    """The one command for this system that brings the goods."""
    wanted = list(dict.fromkeys(goods))
    row = manager()
    packages = _packages(row, wanted) if row else []
    if row is None or not packages:
        return _by_hand(" and ".join(ANY_SYSTEM[name] for name in wanted))
    return _command(row, packages)


def brings(package: str, **elsewhere: str) -> str:
    """The one command for this system that brings a package; some managers call it otherwise."""
    row = manager()
    if row is None or row.platform == "win32":
        return _by_hand(package)
    return _command(row, [elsewhere.get(row.program, package)])


def _by_hand(names: str) -> str:
    return f"install {names} with the system's package manager"


def _command(row: Manager, packages: Iterable[str]) -> str:
    sudo = "sudo " if row.root and not _is_root() else ""
    refresh = f"{sudo}{row.refresh} && " if row.refresh else ""
    return f"{refresh}{sudo}{row.install} {' '.join(packages)}"


def _packages(row: Manager, goods: Iterable[Goods]) -> list[str]:
    return [package for name in goods for package in str(getattr(row, name)).split()]


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def can_install() -> bool:
    """Whether packages can be installed without asking anybody: apt, and the right to use it."""
    row = manager()
    if row is None or row.program != "apt-get":
        return False
    return _is_root() or _sudo_asks_nothing()


def _sudo_asks_nothing() -> bool:
    if not shutil.which("sudo"):
        return False
    try:
        asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, timeout=ASKING)
    except subprocess.TimeoutExpired:
        return False
    return asked.returncode == 0


def install(goods: Iterable[Goods]) -> str:
    """Install the goods with apt; "" when done, else the last thing that apt said."""
    row = manager()
    assert row is not None, "ask can_install() first"
    # A list that cannot be refreshed is no reason to stop: what is wanted may be in the old one.
    _apt(row.refresh.split())
    return _apt([*row.install.split(), "--no-install-recommends", *_packages(row, goods)])


def _apt(words: list[str]) -> str:
    sudo = [] if _is_root() else ["sudo", "-n"]
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
    patient = ["-o", "DPkg::Lock::Timeout=120"]  # seconds, while another apt is at work
    try:
        run = subprocess.run(
            [*sudo, *quiet, *words, *patient],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=FETCHING,
        )
    except subprocess.TimeoutExpired:
        return f"{words[0]} took longer than {FETCHING // 60} minutes"
    said = (run.stderr.strip() or run.stdout.strip()).splitlines()
    return "" if run.returncode == 0 else (said or [f"{words[0]} failed"])[-1]
