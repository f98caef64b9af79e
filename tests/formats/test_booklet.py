"""The booklet: pages of half a sheet in larger type, before they are imposed."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import hypot
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from briefpack import press
from briefpack.edition import EDITIONS
from briefpack.finishing.label import label
from briefpack.pages import makeup
from briefpack.paper import PAPERS, points
from briefpack.problem import Problem
from tests.validators import failures

pytestmark = pytest.mark.slow

CONTENT = Path(__file__).parents[2] / "content"
BRIEFS = ("us-china-civil-space", "barrierefreie-dokumente")
ROW = EDITIONS["booklet"]
EDGE = 8.0
"""Millimetres of the sheet that an office printer may leave white."""
RAISED = re.compile(r"[\d,–a-z]")
HIDDEN = 1.0
"""The size of a chart's numbers, which are there for those who listen."""


@dataclass(frozen=True)
class Pages:
    """A brief's pages, its words as they were composed, and what was noticed."""

    paper: str
    pdf: bytes
    words: set[str]
    plain: set[str]
    """Those of the main edition."""
    anchors: dict[str, int]
    problems: list[Problem]


@pytest.fixture(
    scope="module",
    params=[(brief, paper) for brief in BRIEFS for paper in PAPERS],
    ids=lambda param: "-".join(param),
)
def pages(request: pytest.FixtureRequest) -> Pages:
    name, paper = request.param
    brief = cache(lambda: press.read(CONTENT / name))
    forme = makeup.composed(brief(), paper, ROW)
    galley, forme = makeup.laid_out(brief, paper, ROW, forme)
    problems = chain(galley.warnings, makeup.overrun(CONTENT / name, galley), makeup.cut(galley))
    return Pages(
        paper,
        galley.pdf(label(ROW, [str(number) for number in range(1, galley.pages + 1)])),
        words(forme.html),
        words(makeup.composed(brief(), paper).html),
        galley.anchors,
        list(problems),
    )


def words(html: str) -> set[str]:
    """The words of a page's text, without what only its style sheets say."""
    body = html[html.index("<body") :]
    return set(re.findall(r"\w+", re.sub(r"<[^<>]*>", " ", body)))


def letters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float]]:
    """Each letter that is printed, and its size in points as it stands on the page."""
    reader = page.get_textpage()
    matrix = pdfium.FS_MATRIX()
    for at in range(reader.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(reader, at))
        if letter.isspace() or pdfium.FPDFText_IsGenerated(reader, at) == 1:
            continue
        pdfium.FPDFText_GetMatrix(reader, at, matrix)
        yield letter, pdfium.FPDFText_GetFontSize(reader, at) * hypot(matrix.c, matrix.d)


def test_nothing_is_noticed(pages: Pages) -> None:
    assert pages.problems == []


def test_a_page_is_half_of_the_sheet(pages: Pages) -> None:
    sheet = PAPERS[pages.paper]
    half = points(sheet.height / 2), points(sheet.width)
    with pypdfium2.PdfDocument(pages.pdf) as pdf:
        for page in pdf:
            assert (page.get_width(), page.get_height()) == pytest.approx(half, abs=0.01)


def test_pages_come_in_fours(pages: Pages) -> None:
    with pypdfium2.PdfDocument(pages.pdf) as pdf:
        assert len(pdf) % 4 == 0


def test_the_text_is_larger_than_a_page_made_smaller_would_have_it(pages: Pages) -> None:
    with pypdfium2.PdfDocument(pages.pdf) as pdf:
        sizes = Counter(round(size, 1) for _, size in letters(pdf[pages.anchors["argument"]]))
    assert 9.5 <= sizes.most_common(1)[0][0] <= 10.5


def test_nothing_is_too_small_to_read(pages: Pages) -> None:
    """But for what nobody sees, and numbers of sources and notes, raised."""
    with pypdfium2.PdfDocument(pages.pdf) as pdf:
        small = {
            (letter, round(size, 1))
            for page in pdf
            for letter, size in letters(page)
            if HIDDEN + 0.2 < size < 6.99 and not (size >= 5.9 and RAISED.fullmatch(letter))
        }
    assert small == set()


def test_nothing_is_printed_where_printers_do_not_reach(pages: Pages) -> None:
    """The fold is no edge of the sheet."""
    dots = 3.0  # to a millimetre
    with pypdfium2.PdfDocument(pages.pdf) as pdf:
        for number, page in enumerate(pdf, start=1):
            picture = page.render(scale=dots * 25.4 / 72, grayscale=True).to_pil()
            width, height = picture.size
            edge = int(EDGE * dots)
            outer = (0, 0, edge, height) if number % 2 == 0 else (width - edge, 0, width, height)
            strips = (0, 0, width, edge), (0, height - edge, width, height), outer
            assert [picture.crop(strip).getextrema()[0] for strip in strips] == [255] * 3, number


def test_words_of_the_timeline_and_of_charts_are_no_smaller_than_captions(pages: Pages) -> None:
    with pypdfium2.PdfDocument(pages.pdf) as pdf:
        for page in (pdf[pages.anchors["timeline"]], pdf[pages.anchors["argument"] + 3]):
            sizes = Counter(round(size, 1) for letter, size in letters(page) if letter.isalpha())
            common = [size for size, count in sizes.items() if count > 20 and size > HIDDEN + 0.2]
            assert min(common) >= 7.5


def test_every_word_is_there(pages: Pages) -> None:
    assert pages.plain - pages.words == set()


def test_the_glance_has_facts_on_its_first_page_and_the_contents_on_the_next(pages: Pages) -> None:
    first = pages.anchors["glance"]
    with pypdfium2.PdfDocument(pages.pdf) as pdf:
        texts = [pdf[first + step].get_textpage().get_text_range() for step in (0, 1)]
    assert ["17,6" in text or "14,132" in text for text in texts] == [True, False]


def test_the_recommendations_face_each_other(pages: Pages) -> None:
    first = pages.anchors["recommendations"]
    assert first % 2 == 1  # a left page, counted from 0
    assert pages.anchors["sources"] - first == 2


def test_the_pages_pass_page_validation(pages: Pages) -> None:
    assert failures(pages.pdf) == []
