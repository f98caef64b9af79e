"""What the content encloses by name is in the folder, and is what its name says."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from briefpack.manuscript import examine

Write = Callable[..., Path]
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'/>\n"
FIGURE = "# A text\n\n:::{{figure}} {}\n:alt: A picture\nA caption.\n:::\n"


def made(kind: str) -> bytes:
    """A plain picture."""
    file = BytesIO()
    Image.new("RGB", (16, 12), "teal").save(file, kind)
    return file.getvalue()


def messages(folder: Path) -> list[str]:
    return [problem.message for problem in examine(folder).problems]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", SVG.encode()),
        ("a.SVG", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!DOCTYPE svg>\n" + SVG.encode()),
        ("a.svg", b"<s:svg xmlns:s='http://www.w3.org/2000/svg' width='4cm' height='3cm'/>"),
        ("a.png", made("PNG")),
        ("a.JPEG", made("JPEG")),
        ("a.pdf", made("PDF")),
    ],
)
def test_a_picture_is_taken(write: Write, name: str, content: bytes) -> None:
    folder = write("", {"text.md": FIGURE.format(f"figures/{name}"), f"figures/{name}": ""})
    (folder / "figures" / name).write_bytes(content)
    assert messages(folder) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"<svg/>", "the drawing 'figures/a.svg' does not say how wide and how high it is"),
        (b"<svg", "the drawing is not well-formed: unclosed token"),
        (b"<svg>\xe9</svg>", "the byte 0xE9 is not UTF-8; it would be 'é' in Windows-1252"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>", "a drawing cannot declare entities"),
        (b"<html/>", "what is in 'figures/a.svg' is no SVG drawing"),
    ],
)
def test_a_bad_drawing_is_refused(write: Write, content: bytes, message: str) -> None:
    folder = write("", {"text.md": FIGURE.format("figures/a.svg"), "figures/a.svg": ""})
    (folder / "figures" / "a.svg").write_bytes(content)
    assert messages(folder) == [message]


def test_a_huge_photograph_is_refused(write: Write) -> None:
    folder = write("", {"text.md": FIGURE.format("figures/a.png"), "figures/a.png": ""})
    with (folder / "figures" / "a.png").open("wb") as file:
        file.truncate(150_000_000)
    assert messages(folder) == ["'figures/a.png' holds 150 MB; a picture may hold 100 MB"]


def test_the_cover_may_have_its_own_drawing(write: Write) -> None:
    assert messages(write("cover: {art: cover.svg}\n", {"cover.svg": SVG})) == []


def test_a_figure_within_a_note_is_checked_as_well(write: Write) -> None:
    note = "# A text\n\n:::{note} A note\n" + FIGURE.format("figures/a.svg")[10:] + ":::\n"
    assert messages(write("", {"text.md": note})) == ["there is no file 'figures/a.svg'"]


def test_evidence_is_read_once_for_all_quotes(write: Write) -> None:
    quotes = "".join(f"- {{id: {n}, words: W, speaker: S, evidence: e.txt}}\n" for n in "ab")
    manuscript = examine(write("", {"quotes.yaml": quotes, "e.txt": "W\n"}))
    assert manuscript.evidence == {"e.txt": "W\n"}
