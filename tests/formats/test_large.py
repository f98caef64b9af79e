"""Large print: one column of large type, and the main edition's page numbers in its margin."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import yaml

from briefpack import press
from briefpack.brief import Brief
from briefpack.markdown import plain
from briefpack.pages import layout
from briefpack.paper import PAPERS, Paper, millimetres
from tests.structure import SOFT_HYPHEN, Tree, faults, outline
from tests.validators import failures

pytestmark = pytest.mark.slow

CONTENT = Path(__file__).parents[2] / "content"
SAMPLES = (
    ("us-china-civil-space", "a4"),
    ("us-china-civil-space", "letter"),
    ("barrierefreie-dokumente", "a4"),
)
LEAST = 16.0
HIDDEN = 1.0
"""The size of a chart's numbers, transparent, which are there for those who listen."""
APART = ("/Note",)
"""What does not stand where it is called."""


@dataclass(frozen=True)
class Large:
    """Both editions of a brief as they were written, and what they were made from."""

    pdf: bytes
    main: bytes
    brief: Brief
    paper: Paper
    pages: list[list["Letter"]]

    @property
    def grid(self) -> dict[str, float]:
        return dict(layout.find("policy", format="large").lengths("grid", self.paper))


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda one: "-".join(one))
def large(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Large:
    name, paper = request.param
    folder = tmp_path_factory.mktemp(name)
    targets = {edition: folder / f"{edition}.pdf" for edition in ("large", "screen")}
    built = press.deliver(CONTENT / name, targets, paper=paper)
    assert [one.edition for one in built] == ["large", "screen"]
    assert [problem for one in built for problem in one.problems] == []
    pdf, main = (targets[edition].read_bytes() for edition in targets)
    return Large(pdf, main, press.read(CONTENT / name).brief, PAPERS[paper], [*pages(pdf)])


@dataclass(frozen=True)
class Letter:
    """A letter as it is printed: its size in points, its left edge and base line in millimetres."""

    text: str
    size: float
    x: float
    y: float


def letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    reader, matrix = page.get_textpage(), pdfium.FS_MATRIX()
    for at in range(reader.count_chars()):
        text = chr(pdfium.FPDFText_GetUnicode(reader, at))
        if text.isspace() or pdfium.FPDFText_IsGenerated(reader, at) == 1:
            continue
        pdfium.FPDFText_GetMatrix(reader, at, matrix)
        size = pdfium.FPDFText_GetFontSize(reader, at) * hypot(matrix.c, matrix.d)
        left, _, _, _ = reader.get_charbox(at, loose=True)
        yield Letter(text, size, millimetres(left), millimetres(matrix.f))


def pages(pdf: bytes) -> Iterator[list[Letter]]:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            yield [*letters(page)]


def texts(pdf: bytes) -> Iterator[tuple[int, str, str]]:
    """All text in reading order: its page (from 1), its type, its words; `mark` is one of ours.

    A link of nothing but a number leads to a source; these are set otherwise in large print.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        tree = Tree(document)

        def walk(element: object) -> Iterator[tuple[int, str, str]]:
            kind = "mark" if "/ActualText" in element else str(element.S)  # type: ignore
            for what, value in tree.kids(element):
                if what == "element" and str(value.S) not in APART:
                    yield from walk(value)
                elif what == "mark":
                    text = tree.painted[value[0]].texts.get(value[1], "")
                    if not (kind == "/Link" and text.strip().isdecimal()):
                        yield value[0] + 1, kind, text

        yield from walk(document.Root.StructTreeRoot.K)


def bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def test_it_is_a_tagged_file_that_validators_take(large: Large) -> None:
    assert failures(large.pdf) == []
    assert faults(large.pdf) == []


def test_nothing_that_is_to_be_read_is_smaller_than_sixteen_points(large: Large) -> None:
    small = {
        (number, letter.text, round(letter.size, 1))
        for number, page in enumerate(large.pages, start=1)
        for letter in page
        if HIDDEN + 0.2 < letter.size < LEAST - 0.01
    }
    assert small == set()


def test_nothing_slants_and_no_word_is_broken(large: Large) -> None:
    with pikepdf.open(io.BytesIO(large.pdf)) as document:
        fonts = {
            str(font.BaseFont).partition("+")[2]
            for page in document.pages
            for font in page.resources.Font.values()
        }
    assert not any("Italic" in font or "Spectral" in font for font in fonts)
    assert not any(SOFT_HYPHEN in text for _, _, text in texts(large.pdf))


def test_text_stands_in_one_column_and_in_the_margin_are_nothing_but_numbers(large: Large) -> None:
    grid = large.grid
    right = grid["inner"] + grid["text"]
    for page in large.pages:
        beyond = [letter.text for letter in page if letter.x > right + 0.5]
        assert all(text.isdecimal() for text in beyond)
        assert min(letter.x for letter in page) > grid["inner"] - 0.5
        lines: dict[float, list[float]] = {}
        for letter in page:
            if round(letter.size, 1) == 17 and letter.x < right:
                lines.setdefault(round(letter.y, 1), []).append(letter.x)
        for line in lines.values():
            assert all(after - before < 15 for before, after in pairwise(sorted(line)))


def test_no_page_is_empty(large: Large) -> None:
    assert min(len(page) for page in large.pages) > 60


def test_each_page_of_the_main_edition_has_its_number_in_the_margin_once(large: Large) -> None:
    right = large.grid["inner"] + large.grid["text"]
    found: list[int] = []
    for page in large.pages:
        rows: dict[float, str] = {}
        for letter in page:
            if letter.x > right + 0.5:
                rows[round(letter.y, 1)] = rows.get(round(letter.y, 1), "") + letter.text
        found += [int(rows[y]) for y in sorted(rows, reverse=True)]
    with pypdfium2.PdfDocument(large.main) as main:
        assert found == [*range(1, len(main) + 1)]


def test_those_who_listen_are_told_what_the_numbers_are(large: Large) -> None:
    words = {"en": "[Page {} of the main edition]", "de": "[Seite {} der Hauptausgabe]"}
    label = words[str(large.brief.language)[:2]]
    with pikepdf.open(io.BytesIO(large.pdf)) as document:
        told = [
            str(one.ActualText).strip()
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and "/ActualText" in one
        ]
    with pypdfium2.PdfDocument(large.main) as main:
        assert told == [label.format(number) for number in range(1, len(main) + 1)]


def test_behind_each_number_follows_what_begins_that_page_of_the_main_edition(large: Large) -> None:
    begins: dict[int, str] = {}
    for page, _, text in texts(large.main):
        begins[page] = begins.get(page, "") + bare(text)
    behind: dict[int, str] = {}
    number = 0
    for _, kind, text in texts(large.pdf):
        if kind == "mark":
            number = int(text)
        else:
            behind[number] = behind.get(number, "") + bare(text)
    enough = 30
    assert {at: text[:enough] for at, text in behind.items()} == {
        at: text[:enough] for at, text in begins.items()
    }


def test_references_name_pages_of_the_main_edition(large: Large) -> None:
    def referred(pdf: bytes) -> set[tuple[str, int]]:
        links = re.findall(r'Link -> #(\S+) "[^"]*\D(\d+)"', outline(pdf))
        return {(target, int(page)) for target, page in links if not target.startswith("source-")}

    assert len(referred(large.pdf)) > 20
    assert referred(large.pdf) >= referred(large.main)


def test_the_foot_of_each_page_names_the_pages_of_the_main_edition_on_it(large: Large) -> None:
    shown = re.compile(r"(?:Main edition, pages? |Hauptausgabe, Seiten? )(\d+)(?:–(\d+))?")
    with pypdfium2.PdfDocument(large.pdf) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    feet = [shown.search(text) for text in texts[1:]]
    spans = [(int(foot[1]), int(foot[2] or foot[1])) for foot in feet if foot]
    assert len(spans) == len(texts) - 1
    assert spans[0] == (2, 2)
    assert all(first <= last for first, last in spans)
    assert all(after[0] in (before[1], before[1] + 1) for before, after in pairwise(spans))
    with pypdfium2.PdfDocument(large.main) as main:
        assert spans[-1][1] == len(main)


def test_the_timeline_is_a_list_by_date_that_names_kinds_and_eras(large: Large) -> None:
    timeline = large.brief.timeline
    assert timeline
    said = " ".join(text for _, _, text in texts(large.pdf))
    language = str(large.brief.language)
    events = sorted(timeline.events, key=lambda event: event.date.midpoint)
    places = [bare(said).index(bare(plain(event.title, language=language))) for event in events]
    assert places == sorted(places)
    tree = outline(large.pdf)
    for event in events:
        kind = timeline.categories[event.category].label
        item = next(
            line for line in tree.splitlines() if plain(event.title, language=language) in line
        )
        assert "LBody" in item or '"' in item
        assert re.search(rf"(?:Kind|Art): {re.escape(kind)}", tree)
    assert all(f'H3 "{era.title}"' in tree for era in timeline.eras)


def test_sources_have_the_numbers_that_they_have_in_the_main_edition(large: Large) -> None:
    def listed(pdf: bytes) -> list[str]:
        tree = outline(pdf)
        calls = re.findall(r'Link -> #(source-\S+) "(\d+)"', tree)
        return sorted(set(calls))

    assert listed(large.pdf) == listed(large.main)


def test_bookmarks_are_those_of_the_main_edition(large: Large) -> None:
    def bookmarks(pdf: bytes) -> list[str]:
        with pypdfium2.PdfDocument(pdf) as document:
            return [one.get_title() for one in document.get_toc()]

    eras = {str(era.title) for era in large.brief.timeline.eras} if large.brief.timeline else set()
    assert [one for one in bookmarks(large.pdf) if one not in eras] == bookmarks(large.main)


def test_it_opens_page_by_page_under_its_own_numbers(large: Large) -> None:
    with pikepdf.open(io.BytesIO(large.pdf)) as document:
        assert document.Root.PageLayout == "/SinglePage"
        assert document.Root.ViewerPreferences.Duplex == "/Simplex"
        assert [page.label for page in document.pages] == [
            str(number) for number in range(1, len(document.pages) + 1)
        ]


def test_its_own_words_are_the_same_in_each_language() -> None:
    files = sorted((layout.LAYOUTS / "policy" / "formats" / "large" / "words").glob("*.yaml"))
    languages = [yaml.safe_load(file.read_text("utf-8")) for file in files]
    assert [file.stem for file in files] == ["de", "en", "fr"]
    braces = [
        {name: sorted(re.findall(r"\{\w+\}", words)) for name, words in one.items()}
        for one in languages
    ]
    assert braces[0] == braces[1] == braces[2]
