"""Hunspell's dictionaries: where systems keep them, which one spells a language, what brings it.

Imports nothing beyond the standard library: the doctor asks it.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from briefpack import system

SPELLER = "chunspell"
"""The package that reads dictionaries: Hunspell, with one of American English."""

PLACES = (
    ("linux", "/usr/share/hunspell"),
    ("linux", "/usr/local/share/hunspell"),
    ("linux", "/usr/share/myspell/dicts"),
    ("linux", "/usr/share/myspell"),
    ("linux", "/usr/lib*/libreoffice/share/extensions/dict-*"),
    ("darwin", "~/Library/Spelling"),
    ("darwin", "/Library/Spelling"),
    ("darwin", "/opt/homebrew/share/hunspell"),
    ("darwin", "/usr/local/share/hunspell"),
    ("darwin", "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-*"),
    ("win32", "C:/msys64/ucrt64/share/hunspell"),
    ("win32", "C:/Program Files/LibreOffice/share/extensions/dict-*"),
)
"""Where systems keep them: platform and pattern, Hunspell's own before those of other programs."""

AT_HOME = {"en": ("en_GB", "en_US"), "pt": ("pt_PT", "pt_BR")}
"""What a language without a region is spelled by, where that is not its name doubled (`de_DE`)."""

SPELLED_ALIKE = {
    **dict.fromkeys(("en-IE", "en-IN", "en-MT", "en-NZ", "en-SG"), "en_GB"),
    "en-PH": "en_US",
    "de-BE": "de_DE",
    "de-IT": "de_AT",
    "de-LI": "de_CH",
    "de-LU": "de_DE",
}
"""Regions that have no dictionary everywhere, and the one of the same spelling."""

DIVIDED = frozenset({"de", "en", "pt", "zh"})
"""Languages that regions spell differently: there, only the region's own dictionary will do."""

COMMON = ("en-GB", "en-US", "de-DE", "fr-FR")
"""The languages that the doctor looks for."""

_BY_HAND = "put {0}.aff and {0}.dic into a folder, and name it in the environment as DICPATH"
_TAG = re.compile(r"(?P<main>[A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_](?P<region>[A-Za-z]{2}))?")


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A dictionary: its name (`en_GB`), and its two files without their endings."""

    name: str
    stem: Path


def find(language: str) -> Dictionary | None:
    """The dictionary for a BCP 47 tag; `None` where this machine has none that spells it so."""
    there = found()
    return next((there[name] for name in names(language) if name in there), None)


def found() -> dict[str, Dictionary]:
    """All dictionaries of this machine, by name; of several the first counts.

    Folders of the environment's DICPATH come before the system's, as with Hunspell itself.
    """
    there: dict[str, Dictionary] = {}
    for folder in _folders():
        for dic in sorted(folder.glob("*.dic")):
            name = dic.stem.removesuffix("_frami").replace("-", "_")
            if _readable(dic) and _readable(dic.with_suffix(".aff")):
                there.setdefault(name, Dictionary(name, dic.with_suffix("")))
    return there


def _readable(file: Path) -> bool:
    return file.is_file() and os.access(file, os.R_OK)


def names(language: str) -> list[str]:
    """The names of dictionaries that spell a BCP 47 tag, the best first; none for what is none."""
    match = _TAG.match(language)
    if not match or not language.replace("-", "").replace("_", "").isalnum():
        return []
    tag, region = match["main"].lower(), (match["region"] or "").upper()
    if region:
        own = [f"{tag}_{region}", SPELLED_ALIKE.get(f"{tag}-{region}", "")]
        return [name for name in own if name] + ([] if tag in DIVIDED else _at_home(tag))
    return _at_home(tag)


def remedy(language: str) -> str:
    """The one command for this system that brings a dictionary of the language.

    `names` must know the language: no command is made of anything else.
    """
    name = _usual(language)
    row = system.manager()
    if row is None or not row.root:
        return by_hand(language)
    tag, short = name.split("_")[0], name.lower().replace("_", "-")
    divided = f"hunspell-{short}" if tag in DIVIDED else f"hunspell-{tag}"
    return system.brings(
        divided,
        dnf=f"hunspell-{tag}",
        pacman=f"hunspell-{name.lower() if tag == 'en' else tag}",
        zypper=f"myspell-{name}",
    )


def by_hand(language: str) -> str:
    """How a dictionary of the language comes to be found that no package brings."""
    return _BY_HAND.format(_usual(language))


def _usual(language: str) -> str:
    """The name under which systems have it most often."""
    known = names(language)
    alike = [name for name in known if name in SPELLED_ALIKE.values()]
    return next(iter([*alike, *(name for name in known if "_" in name)]), known[0])


def _at_home(tag: str) -> list[str]:
    """Without a region: the language alone, or the one where it is at home."""
    return [tag, *AT_HOME.get(tag, (f"{tag}_{tag.upper()}",))]


def _folders() -> Iterator[Path]:
    named = os.environ.get("DICPATH", "")
    yield from (Path(folder).expanduser() for folder in named.split(os.pathsep) if folder)
    for platform, pattern in PLACES:
        if sys.platform.startswith(platform):
            yield from _matches(pattern)
    yield from _of_package()


def _matches(pattern: str) -> Iterable[Path]:
    path = Path(pattern).expanduser()
    return sorted(Path(path.anchor).glob(path.relative_to(path.anchor).as_posix()))


def _of_package() -> Iterator[Path]:
    """The folder of the one that comes with the package itself."""
    spec = find_spec("hunspell")
    for folder in (spec.submodule_search_locations or []) if spec else ():
        yield Path(folder, "dictionaries")
