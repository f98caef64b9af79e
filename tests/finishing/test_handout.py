"""Handouts: pages beside lines, folios that can be read, nothing where printers do not print."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from briefpack import press
from briefpack.finishing.handout import INNER, OUTER, handout
from briefpack.finishing.job import Delivery
from briefpack.paper import PAPERS, millimetres
from tests.finishing.laid import Word, bleeding, colour, job, numbered, seen, words
from tests.small import SMALL

A4 = (210.0, 297.0)
EDGE = 8.0
LEGIBLE = 9.0


def made(
    count: int, paper: str = "a4", pages: bytes | None = None, language: str = "en", **fields: str
) -> Delivery:
    order = job("handout", count, paper, language, **fields)
    size = (order.page.width, order.page.height)
    return handout(Delivery(pages or numbered(count, size)), order)


def folios(side: list[Word]) -> list[tuple[str, Word]]:
    """The folios of a side, with the word before each."""
    return [(word.text, number) for word, number in pairwise(side) if number.text.isdigit()]


def lines(pdf: bytes, page: int = 0) -> list[tuple[float, float, float]]:
    """The level lines of a side: height, left and right end (mm)."""
    with pypdfium2.PdfDocument(pdf) as document:
        boxes = [
            tuple(millimetres(edge) for edge in found.get_bounds())
            for found in document[page].get_objects([pdfium.FPDF_PAGEOBJ_PATH])
        ]
    return sorted({((b + t) / 2, l, r) for l, b, r, t in boxes if t - b < 1 and r - l > 20})  # noqa: E741


@pytest.mark.parametrize("paper", PAPERS)
def test_each_page_has_its_legible_folio_beside_it(paper: str) -> None:
    sides = words(made(4, paper).pdf)
    height = PAPERS[paper].height
    for number, side in enumerate(sides):
        upper, lower = 2 * number + 1, 2 * number + 2
        found = folios(side)
        assert [(label, word.text) for label, word in found] == [
            ("Page", str(upper)),
            ("Page", str(lower)),
        ]
        assert all(word.points >= LEGIBLE and word.turned == 0 for _, word in found)
        pages = {word.text: word for word in side if word.text.startswith("n")}
        for (_, folio), page in zip(found, (f"n{upper}", f"n{lower}"), strict=True):
            assert folio.x > pages[page].x
            assert 0 < folio.y - pages[page].y < height / 2


@pytest.mark.parametrize("paper", PAPERS)
def test_there_is_room_to_write_beside_each_page(paper: str) -> None:
    sheet = PAPERS[paper]
    found = lines(made(2, paper).pdf)
    assert len(found) >= 24
    gaps = [upper - lower for (lower, *_), (upper, *_) in pairwise(found)]
    assert min(gaps) == pytest.approx(8, abs=0.01)
    assert all(right - left >= 60 for _, left, right in found)
    assert max(right for *_, right in found) <= sheet.width - EDGE


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_printed_near_the_edge_nor_where_sheets_are_bound(paper: str) -> None:
    sheet = PAPERS[paper]
    pdf = made(4, paper, marking="OFFICIAL").pdf
    for side, (left, right) in enumerate([(INNER, OUTER), (OUTER, INNER)]):
        picture = seen(pdf, side).convert("L").point(lambda grey: 255 * (grey < 250))
        box = picture.getbbox()
        assert box
        first, top, last, bottom = (edge / 4 for edge in box)
        assert first >= left - 0.3
        assert sheet.width - last >= right - 0.3
        assert min(top, sheet.height - bottom) >= EDGE


def test_a_slot_without_a_page_has_lines_across() -> None:
    pdf = made(3).pdf
    found = lines(pdf, 1)
    lower = [(left, right) for height, left, right in found if height < A4[1] / 2]
    assert len(lower) > 12
    for ends in lower:
        assert ends == pytest.approx((OUTER, A4[0] - INNER), abs=0.3)
    assert [word.text for _, word in folios(words(pdf)[1])] == ["3"]


def test_sides_without_pages_are_not_printed() -> None:
    delivery = made(6)
    with pikepdf.open(BytesIO(delivery.pdf)) as document:
        assert [page.label for page in document.pages] == ["1–2", "3–4", "5–6"]
        assert document.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipLongEdge
    assert delivery.particulars == {"sheets": 2, "pages_a_side": 2}


def test_a_page_ends_at_its_trim_within_a_frame() -> None:
    """The page's colour reaches to the frame, and not beyond."""
    pdf = made(2, pages=bleeding(2, A4)).pdf
    picture = seen(pdf, dots_a_mm=10)
    assert colour(picture, INNER + 0.3, 200, 10) != "#ffffff"
    assert colour(picture, INNER - 0.3, 200, 10) == "#ffffff"


def test_a_lying_page_lies() -> None:
    pdf = made(1, pages=numbered(1, (297.0, 210.0))).pdf
    [page] = [word for word in words(pdf)[0] if word.text == "n1"]
    assert page.turned == 0
    across = A4[0] - INNER - OUTER - 60 - 7
    assert page.points == pytest.approx(30 * across / 297, abs=0.01)


def test_below_a_lying_page_lines_go_across() -> None:
    found = lines(made(1, pages=numbered(1, (297.0, 210.0))).pdf)
    lefts = [left for height, left, _ in found if height > A4[1] / 2]
    assert {round(left) for left in lefts} == {INNER, round(A4[0] - OUTER - 60)}
    assert sorted(lefts) == pytest.approx(lefts, abs=0.1)


@pytest.mark.parametrize(("language", "folio"), [("en", "Page"), ("de", "Seite"), ("fr", "Page")])
def test_it_speaks_the_language_of_the_brief(language: str, folio: str) -> None:
    [(label, _)] = folios(words(made(1, language=language).pdf)[0])
    assert label == folio


def test_the_title_has_a_line() -> None:
    long = "A very long title of a brief that speaks of many things " * 4
    side = words(made(1, title=long).pdf)[0]
    title = [word for word in side if 8 < word.points < 9]
    assert len({round(word.y, 1) for word in title}) == 1
    assert title[-1].text.endswith("…")


@pytest.mark.parametrize("marking", ["OFFICIAL", "EMBARGOED UNTIL 00:01 ON 5 JANUARY 2026 " * 4])
def test_the_marking_is_whole_at_the_top_and_at_the_bottom(marking: str) -> None:
    side = words(made(1, marking=marking.strip()).pdf)[0]
    marked = [word for word in side if word.text in marking.split() and word.text != "n1"]
    assert [word.text for word in marked] == marking.split() * 2
    assert {word.y > A4[1] / 2 for word in marked} == {True, False}


def test_without_a_marking_there_is_none() -> None:
    assert all(word.y > 15 for word in words(made(2).pdf)[0])


def test_the_same_pages_give_the_same_bytes() -> None:
    assert made(3).pdf == made(3).pdf


def test_pages_are_called_as_in_the_main_edition(tmp_path: Path) -> None:
    """The folio beside a page is the one upon it, so that all can turn to page 6."""
    (tmp_path / "brief.yaml").write_text(SMALL, "utf-8")
    targets = {name: tmp_path / f"{name}.pdf" for name in ("screen", "handout")}
    screen, room = press.deliver(tmp_path / "brief.yaml", targets)
    assert [name for name, _ in screen.steps].count("Set") == 1
    for side in words(room.path.read_bytes()):
        called = [number for label, number in folios(side) if label == "Page"]
        beside = [number.text for number in called if number.points >= LEGIBLE]
        upon = [number.text for number in called if number.points < LEGIBLE]
        assert [number for number in beside if number != "1"] == upon  # the cover has none
    assert screen.pages == room.pages
