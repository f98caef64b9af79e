"""The second brief: another subject, another language, the same layout, and not a line of code."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import yaml

import briefpack
from tests import structure
from tests.validators import FLAVOURS, failures, verapdf

ROOT = Path(__file__).parent.parent
BRIEF = ROOT / "content" / "barrierefreie-dokumente"
WORDS = ROOT / "layouts" / "policy" / "words"


@dataclass(frozen=True)
class Edition:
    """The brief as printed."""

    path: Path
    pdf: bytes
    problems: list[object]
    pages: list[str]
    """The words of each page, white space folded."""

    @property
    def text(self) -> str:
        return " ".join(self.pages)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    path = tmp_path_factory.mktemp("second") / "brief.pdf"
    built = briefpack.build(BRIEF, to=path)
    pdf = path.read_bytes()
    return Edition(path, pdf, list(built.problems), list(_pages(pdf)))


def _pages(pdf: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            yield " ".join(page.get_textpage().get_text_range().split())


def test_nothing_is_wrong_with_it(edition: Edition) -> None:
    assert edition.problems == []


def test_the_layout_speaks_german(edition: Edition) -> None:
    for words in ("Empfehlungen", "Quellen", "Auf einen Blick", "Zuständig", "Stand der Angaben"):
        assert words.casefold() in edition.text.casefold(), words


def test_the_layout_speaks_no_english(edition: Edition) -> None:
    strays = [word for word in _english() if re.search(rf"\b{re.escape(word)}\b", edition.text)]
    assert strays == []


def _english() -> set[str]:
    """The layout's English words, but for the shortest, and those that the brief has itself."""
    english, german = (_spoken(language) for language in ("en", "de"))
    own = "".join(file.read_text("utf-8") for file in [*BRIEF.glob("*.yaml"), *BRIEF.glob("*.md")])
    return {words for words in english - german if len(words) > 3 and words not in own}


def _spoken(language: str) -> set[str]:
    """What stands between the names in braces in the layout's words."""
    said = yaml.safe_load((WORDS / f"{language}.yaml").read_text("utf-8"))
    return {piece.strip(" .,:()") for words in said.values() for piece in _pieces(str(words))}


def _pieces(words: str) -> list[str]:
    return re.split(r"\{\w+\}", words)


def test_folios_count_in_german(edition: Edition) -> None:
    for number, words in enumerate(edition.pages, start=1):
        if number > 1:
            assert f"Seite {number} von {len(edition.pages)}" in words


def test_fractions_have_a_comma_and_thousands_a_point(edition: Edition) -> None:
    assert "17,6 %" in edition.text
    assert "94,8" in edition.text
    assert "1.762" in edition.text
    assert not re.search(r"\b(17\.6|94\.8|1,762)\b", edition.text)


def test_umlauts_are_letters(edition: Edition) -> None:
    """One character each, not a vowel with a mark: a search for the word finds it."""
    for words in ("Dokumente, die alle lesen können", "öffentlichen", "Maßstab", "Überwachung"):
        assert words in edition.text


def test_quotation_marks_are_german(edition: Edition) -> None:
    assert not re.search(r"”|(?<=\s)“(?=\w)", edition.text)


def test_the_file_says_what_it_is(edition: Edition) -> None:
    with pikepdf.open(io.BytesIO(edition.pdf)) as pdf:
        assert str(pdf.Root.Lang) == "de"
        assert str(pdf.docinfo.Title).startswith("Dokumente, die alle lesen können: ")
        assert str(pdf.docinfo.Author) == "Briefpack"


def test_no_page_is_left_empty(edition: Edition) -> None:
    assert [number for number, words in enumerate(edition.pages, 1) if len(words) < 100] == []
    assert len(edition.pages) <= 14


def test_tree_and_pages_agree(edition: Edition) -> None:
    assert structure.faults(edition.pdf) == []


def test_the_file_passes_page_validation(edition: Edition) -> None:
    assert failures(edition.pdf) == []


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_file_passes_verapdf(edition: Edition, flavour: str) -> None:
    verdict = verapdf(flavour, [edition.path])
    assert verdict.returncode == 0, verdict.stdout
