"""HTML of the tests, laid out and painted with the fonts that every test has."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import fontpkg_fira_sans

from briefpack.pages import typeset
from briefpack.pages.forme import Forme

FIXTURES = Path(__file__).parent / "fixtures"
FONTS = {f"fonts/{path.name}": path for path in (fontpkg_fira_sans.ROOT / "files").iterdir()}
FILES = FONTS | {name: FIXTURES / name for name in ("fixture.css", "map.png")}
NAMES = sorted(path.stem for path in FIXTURES.glob("*.html"))


def forme(body: str, style: str = "", files: Mapping[str, Path] | None = None) -> Forme:
    """A small page: `body` with the fixtures' style, and `style` after it."""
    head = '<title>A title</title><link rel="stylesheet" href="fixture.css">'
    html = f'<!doctype html><html lang="en-GB">{head}<style>{style}</style>{body}'
    return Forme(html, FILES | (files or {}))


def printed(body: str, style: str = "", files: Mapping[str, Path] | None = None) -> bytes:
    """That page as a PDF."""
    return typeset.lay_out(forme(body, style, files)).pdf()


@cache
def fixture(name: str) -> bytes:
    """A file of `fixtures` as a PDF."""
    html = (FIXTURES / f"{name}.html").read_text("utf-8")
    return typeset.lay_out(Forme(html, FILES)).pdf()
