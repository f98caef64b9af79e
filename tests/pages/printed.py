"""HTML of the tests, laid out and painted with the fonts that every test has."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import fontpkg_fira_sans
import pypdfium2

from briefpack.pages import typeset
from briefpack.pages.forme import Forme
from briefpack.paper import Box

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


def words(pdf: bytes) -> Iterator[tuple[int, str, Box]]:
    """The page, the letters and the box of each word, as PDFium finds them."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            text = page.get_textpage()
            letters = [(text.get_text_range(n, 1), n) for n in range(text.count_chars())]
            word: list[tuple[str, int]] = []
            for letter, n in [*letters, (" ", -1)]:
                if not letter.isspace():
                    word.append((letter, n))
                elif word:
                    boxes = [text.get_charbox(at) for _, at in word]
                    left, lower, right, upper = zip(*boxes, strict=True)
                    edges = min(left), min(lower), max(right), max(upper)
                    yield number, "".join(letter for letter, _ in word), edges
                    word = []


def placeless(html: str) -> str:
    """Composed HTML that does not say where its words were written."""
    return re.sub(r' data-from="[^"]*"', "", html)


@cache
def fixture(name: str) -> bytes:
    """A file of `fixtures` as a PDF."""
    html = (FIXTURES / f"{name}.html").read_text("utf-8")
    return typeset.lay_out(Forme(html, FILES)).pdf()
