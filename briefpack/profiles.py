"""ICC profiles of printing conditions: what one is, where systems keep them, which is found here.

Imports nothing beyond the standard library: `briefpack check` and the doctor ask it.
"""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from struct import error, unpack_from

INK_LIMIT = 300
"""The most ink (per cent, of all four together): what offset printing on a web dries with, and
sheet-fed offset more easily (ISO 12647-2)."""

HEADER = 132
"""Bytes of an ICC profile before its table of tags: header and count (ICC.1:2022, 7.2, 7.3)."""

LARGEST = 20_000_000
"""The most bytes that a profile may hold; those of print shops have 0.2 to 9 million."""

PLACES = (
    # Fedora, Arch and older systems: colord.
    ("linux", "/usr/share/color/icc/colord/FOGRA39L_coated.icc"),
    ("linux", "/usr/share/color/icc/colord/SWOP2006_Coated3v2.icc"),
    # Debian and Ubuntu: icc-profiles (which is not free), libgs-common.
    ("linux", "/usr/share/color/icc/**/ISOcoated_v2_eci.icc"),
    ("linux", "/usr/share/color/icc/ghostscript/default_cmyk.icc"),
    # Ghostscript elsewhere.
    ("linux", "/usr/share/ghostscript/iccprofiles/default_cmyk.icc"),
    ("linux", "/usr/share/ghostscript/*/iccprofiles/default_cmyk.icc"),
    ("darwin", "/opt/homebrew/share/ghostscript/iccprofiles/default_cmyk.icc"),
    ("darwin", "/opt/homebrew/share/ghostscript/*/iccprofiles/default_cmyk.icc"),
    ("darwin", "/usr/local/share/ghostscript/iccprofiles/default_cmyk.icc"),
    ("darwin", "/usr/local/share/ghostscript/*/iccprofiles/default_cmyk.icc"),
    ("darwin", "/System/Library/ColorSync/Profiles/Generic CMYK Profile.icc"),
    ("win32", "C:/Windows/System32/spool/drivers/color/RSWOP.icm"),
    ("win32", "C:/msys64/ucrt64/share/ghostscript/*/iccprofiles/default_cmyk.icc"),
    ("win32", "C:/Program Files/gs/*/iccprofiles/default_cmyk.icc"),
)
"""Where systems keep a profile of CMYK: platform and pattern, those of real presses first."""

CONDITIONS = (
    (r"fogra ?(\d+)", "FOGRA{}"),
    (r"iso ?coated.?v2", "FOGRA39"),
    (r"pso ?coated.?v3", "FOGRA51"),
    (r"pso ?uncoated.?v3", "FOGRA52"),
    (r"gracol ?2006", "CGATS TR 006"),
    (r"swop ?2006.*3", "CGATS TR 003"),
    (r"swop ?2006.*5", "CGATS TR 005"),
)
"""What a profile's description says -> the name of its condition in the registry of the ICC."""

_SPACES = {b"RGB ": "RGB", b"GRAY": "grey", b"Lab ": "Lab", b"XYZ ": "XYZ"}
_CLASSES = {b"mntr": "screens", b"scnr": "scanners", b"spac": "working spaces", b"link": "links"}


@dataclass(frozen=True, slots=True)
class Profile:
    """A printing condition: its file, what stands in it, and what it says of itself."""

    path: Path
    data: bytes
    description: str

    @property
    def condition(self) -> str:
        """The registered name of what it characterises; "Custom" where it names none."""
        for pattern, name in CONDITIONS:
            if match := re.search(pattern, self.description, re.IGNORECASE):
                return name.format(*match.groups())
        return "Custom"


class Unfit(ValueError):
    """A file that no ink can be reckoned with; says why, to be put behind its name."""


def read(path: Path) -> Profile:
    """The profile in a file; `Unfit` where it is none of CMYK for output, `OSError` too."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    check(data)
    data = data[: unpack_from(">I", data)[0]]  # what is behind the profile is none of it
    return Profile(path, data, _description(data) or path.stem)


def check(data: bytes) -> None:
    """`Unfit` for what is no whole profile of a press with four inks (ICC.1:2022, 7.2)."""
    if len(data) > LARGEST:
        raise Unfit(f"holds more than {LARGEST / 1e6:.0f} MB, as no ICC profile does")
    if len(data) < HEADER or data[36:40] != b"acsp":
        raise Unfit("is no ICC profile")
    (size,) = unpack_from(">I", data)
    if size > len(data):
        raise Unfit(f"is cut short: it has {len(data)} of {size} bytes")
    if data[16:20] != b"CMYK":
        raise Unfit(f"is a profile of {_SPACES.get(data[16:20], 'other')} colours, not of CMYK")
    if data[12:16] != b"prtr":
        raise Unfit(f"is a profile of {_CLASSES.get(data[12:16], 'another kind')}, not of a press")


def _description(data: bytes) -> str:
    """What the tag `desc` says, in either of its forms (ICC.1:2001-04, 6.5.17; 2022, 10.15)."""
    try:
        (count,) = unpack_from(">I", data, 128)
        tags = (unpack_from(">4sII", data, HEADER + 12 * row) for row in range(min(count, 200)))
        start = next((at for name, at, _ in tags if name == b"desc"), None)
        if start is None:
            return ""
        if data[start : start + 4] == b"desc":
            (length,) = unpack_from(">I", data, start + 8)
            words = data[start + 12 : start + 12 + length].decode("ascii", "replace")
        else:
            length, offset = unpack_from(">II", data, start + 20)
            words = data[start + offset : start + offset + length].decode("utf-16-be", "replace")
    except error:
        return ""
    return " ".join("".join(letter for letter in words if letter.isprintable()).split())[:200]


def on_this_system(places: Iterable[tuple[str, str]] = PLACES) -> Profile | None:
    """The first profile that the system keeps and that is fit."""
    for platform, pattern in places:
        if not sys.platform.startswith(platform):
            continue
        for path in _matches(pattern):
            try:
                return read(path)
            except (OSError, Unfit):
                continue
    return None


def _matches(pattern: str) -> list[Path]:
    """The files of that pattern, the newest version first."""
    path = Path(pattern)
    return sorted(Path(path.anchor).glob(path.relative_to(path.anchor).as_posix()), reverse=True)
