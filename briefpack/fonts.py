"""The fonts that layouts may use: static files from packages, never the system's own."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

PACKAGES = {"Spectral": "fontpkg_spectral", "Fira Sans": "fontpkg_fira_sans"}
"""The package that each family comes from; both under the SIL Open Font License 1.1."""


class Face(NamedTuple):
    """A family in one weight (CSS Fonts 4, 2.2) and style, and the file that holds it."""

    family: str
    weight: int
    style: str
    file: str


FACES = (
    Face("Spectral", 300, "normal", "Spectral-Light.ttf"),
    Face("Spectral", 300, "italic", "Spectral-LightItalic.ttf"),
    Face("Spectral", 400, "normal", "Spectral-Regular.ttf"),
    Face("Spectral", 400, "italic", "Spectral-Italic.ttf"),
    Face("Spectral", 500, "normal", "Spectral-Medium.ttf"),
    Face("Spectral", 600, "normal", "Spectral-SemiBold.ttf"),
    Face("Spectral", 600, "italic", "Spectral-SemiBoldItalic.ttf"),
    Face("Fira Sans", 400, "normal", "FiraSans-Regular.ttf"),
    Face("Fira Sans", 400, "italic", "FiraSans-Italic.ttf"),
    Face("Fira Sans", 500, "normal", "FiraSans-Medium.ttf"),
    Face("Fira Sans", 600, "normal", "FiraSans-SemiBold.ttf"),
)
"""Every weight and style that a layout may set: an instance of a variable font would cost more."""


def path(face: Face) -> Path:
    """Where a face's file stands. `ModuleNotFoundError` where its package is not installed."""
    return Path(import_module(PACKAGES[face.family]).ROOT) / "files" / face.file


def upright(family: str, weight: int) -> Path:
    """The file of the upright face of that weight; `KeyError` where there is none."""
    for face in FACES:
        if face[:3] == (family, weight, "normal"):
            return path(face)
    raise KeyError((family, weight))


def files() -> dict[str, Path]:
    """Every face's file, by the relative URL at which the composed HTML asks for it."""
    return {f"fonts/{face.file}": path(face) for face in FACES}


def css() -> str:
    """The faces as `@font-face` rules."""
    return "\n".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; '
        f'font-style: {face.style}; src: url("fonts/{face.file}"); }}'
        for face in FACES
    )


def coverage() -> Mapping[str, frozenset[int]]:
    """The code points for which each family has a glyph; all its faces have the same.

    Loading fontTools takes longer than all other checks of a brief together: ask only when
    there is a doubt.
    """
    from fontTools.ttLib import TTFont

    covered: dict[str, frozenset[int]] = {}
    for family in PACKAGES:
        with TTFont(upright(family, 400), lazy=True) as font:
            covered[family] = frozenset(font.getBestCmap())
    return covered
