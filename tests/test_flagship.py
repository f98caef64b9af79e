"""The first brief, as printed: read back from the PDF by independent readers."""

import datetime as dt
import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

import briefpack
from briefpack.brief import Manuscript
from briefpack.pages import chronicle, layout
from briefpack.pages.timeline.figure import Page
from briefpack.paper import PAPERS, millimetres
from tests import structure
from tests.validators import FLAVOURS, failures, verapdf

BRIEF = Path(__file__).parent.parent / "content" / "us-china-civil-space"
VERSO, RECTO = 3, 4
UNLISTED = {"The ask", "Inside", "Author", "Contact", "Colophon"}
"""Headings of a page's own furniture, which the outline leaves out."""
INK, SIGNAL, WHITE = (0x13, 0x26, 0x3B), (0xB9, 0x37, 0x1F), (0xFF, 0xFF, 0xFF)
PAINTS = {True: {WHITE}, False: {INK, SIGNAL}}
"""What the middle of a mark shows: a ring is hollow."""


@dataclass(frozen=True)
class Edition:
    """The flagship on one paper."""

    paper: str
    path: Path
    pdf: bytes


@pytest.fixture(scope="module", params=sorted(PAPERS))
def edition(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    path = tmp_path_factory.mktemp("flagship") / f"{request.param}.pdf"
    built = briefpack.build(BRIEF, to=path, paper=request.param)
    assert built.problems == []
    return Edition(request.param, path, path.read_bytes())


@pytest.fixture(scope="module")
def manuscript() -> Manuscript:
    return briefpack.read(BRIEF)


@pytest.fixture
def pages(edition: Edition) -> Iterator[pypdfium2.PdfDocument]:
    with pypdfium2.PdfDocument(edition.pdf) as pdf:
        yield pdf


def figures(edition: Edition, manuscript: Manuscript) -> tuple[Page, Page]:
    """Where the geometry put everything on the two pages of the spread."""
    brief, look = manuscript.brief, layout.find("policy")
    assert brief.timeline is not None
    words = look.wording(brief.language)
    leaves = chronicle.leaves(brief.timeline, look, PAPERS[edition.paper], words, "en-GB")
    verso, recto = (leaf.page for leaf in leaves)
    return verso, recto


def text(page: pypdfium2.PdfPage) -> str:
    """The words of a page, white space folded."""
    return " ".join(page.get_textpage().get_text_range().split())


def lines(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, float, float, float]]:
    """Each run of text with its box: left, top, right, bottom in millimetres from the top left."""
    reader, height = page.get_textpage(), page.get_height()
    for index in range(reader.count_rects()):
        left, bottom, right, top = reader.get_rect(index)
        words = reader.get_text_bounded(left, bottom, right, top)
        box = left, height - top, right, height - bottom
        yield words, *(millimetres(value) for value in box)


def axis(page: pypdfium2.PdfPage, x: float) -> tuple[float, float]:
    """The top and bottom (mm) of the band near `x`, measured where no tick crosses it."""
    places = [inked(page, x + step / 4) for step in range(8)]
    return max(places, key=lambda place: place[1] - place[0])


def inked(page: pypdfium2.PdfPage, x: float, dpi: int = 600) -> tuple[float, float]:
    """The top and bottom (mm) of the longest run of ink down the page at `x`."""
    picture = page.render(scale=dpi / 72, crop=_strip(page, x)).to_pil().convert("RGB")
    column = [picture.getpixel((picture.width // 2, y)) == INK for y in range(picture.height)]
    runs, start = [], None
    for y, ink in enumerate([*column, False]):
        if ink and start is None:
            start = y
        elif not ink and start is not None:
            runs.append((y - start, start, y))
            start = None
    _, top, bottom = max(runs)
    return top * 25.4 / dpi, bottom * 25.4 / dpi


def _strip(page: pypdfium2.PdfPage, x: float) -> tuple[float, float, float, float]:
    left = x * 72 / 25.4
    return left - 1, 0, page.get_width() - left - 1, 0


def test_the_file_passes_page_validation(edition: Edition) -> None:
    assert failures(edition.pdf) == []


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_file_passes_verapdf(edition: Edition, flavour: str) -> None:
    verdict = verapdf(flavour, [edition.path])
    assert verdict.returncode == 0, verdict.stdout


def test_the_file_is_small_enough_to_mail(edition: Edition) -> None:
    assert len(edition.pdf) < 1_000_000


def test_twelve_pages_of_one_size(edition: Edition, pages: pypdfium2.PdfDocument) -> None:
    paper = PAPERS[edition.paper]
    sizes = {tuple(round(millimetres(side), 1) for side in page.get_size()) for page in pages}
    assert sizes == {(paper.width, paper.height)}
    assert len(pages) == 12


def test_no_page_is_near_empty(pages: pypdfium2.PdfDocument) -> None:
    for number, page in enumerate(pages, start=1):
        lowest = max(bottom for *_, bottom in _body(page))
        assert lowest > 0.55 * millimetres(page.get_height()), f"page {number}"


def _body(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, float, float, float]]:
    foot = millimetres(page.get_height()) - 20
    return (line for line in lines(page) if line[4] < foot)


def test_every_folio_is_right(pages: pypdfium2.PdfDocument) -> None:
    for number, page in enumerate(pages, start=1):
        if number > 1:
            assert f"Page {number} of {len(pages)}" in text(page)


def test_running_heads_name_the_brief_on_the_left_and_the_part_on_the_right(
    pages: pypdfium2.PdfDocument,
) -> None:
    heads = [[words for words, _, _, _, bottom in lines(page) if bottom < 18] for page in pages]
    assert heads[5] == heads[7] == ["US–China civil space cooperation"]
    assert heads[6] == heads[8] == ["What the last race teaches"]
    assert heads[10] == [], "the page has its own title"


def test_the_file_says_what_it_is(edition: Edition) -> None:
    with pikepdf.open(io.BytesIO(edition.pdf)) as pdf:
        root, info = pdf.Root, pdf.docinfo
        assert str(info.Title).startswith("Two programmes, one Moon: ")
        assert str(info.Author) == "Briefpack"
        assert str(root.Lang) == "en-GB"
        assert root.PageLayout == "/TwoPageRight"
        assert root.ViewerPreferences.DisplayDocTitle
        assert root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
        assert root.ViewerPreferences.PrintScaling == "/None"
        assert str(info.CreationDate) == "D:20260105000000Z"


def test_every_font_is_the_briefs_own_and_a_subset(edition: Edition) -> None:
    with pikepdf.open(io.BytesIO(edition.pdf)) as pdf:
        fonts = {str(o.BaseFont) for o in pdf.objects if _is_font(o)}
    assert fonts
    assert all(re.match(r"/[A-Z]{6}\+(Spectral|Fira-Sans)", font) for font in fonts), fonts


def _is_font(value: object) -> bool:
    return isinstance(value, pikepdf.Dictionary) and "/BaseFont" in value


def test_the_outline_has_every_heading(edition: Edition, manuscript: Manuscript) -> None:
    with pikepdf.open(io.BytesIO(edition.pdf)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in _items(outline.root)]
    outline_of_tags = structure.outline(edition.pdf, attributes=False)
    headings = re.findall(r'^ *H\d "(.*)"$', outline_of_tags, re.MULTILINE)
    listed = [heading for heading in headings if heading not in UNLISTED]
    assert len(listed) > 10
    assert [heading for heading in listed if not _is_in(heading, titles)] == []


def _is_in(heading: str, titles: list[str]) -> bool:
    """Numbers stand before the titles of recommendations; the outline leaves them out."""
    return any(heading.endswith(title) for title in titles)


def _items(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _items(item.children)


def test_the_spread_is_verso_and_recto(pages: pypdfium2.PdfDocument) -> None:
    assert "Page 4 of" in text(pages[VERSO])
    assert "They talked through the worst years" in text(pages[VERSO])
    assert "One station, then two programmes" in text(pages[RECTO])


def test_the_axis_crosses_the_gutter_at_one_height(
    edition: Edition, pages: pypdfium2.PdfDocument, manuscript: Manuscript
) -> None:
    verso, recto = figures(edition, manuscript)
    left = axis(pages[VERSO], verso.segments[-1].x1 - 6)
    right = axis(pages[RECTO], recto.segments[0].x1 - 6)
    assert left == pytest.approx(right, abs=0.1)
    assert left == pytest.approx(verso.band, abs=0.1)


def test_every_mark_stands_at_its_date(edition: Edition, manuscript: Manuscript) -> None:
    """In each era, the distance from its first mark is in proportion to the days passed."""
    timeline = manuscript.brief.timeline
    assert timeline is not None
    marks = [mark for page in figures(edition, manuscript) for mark in page.marks]
    dated = [(timeline.events[mark.event].date.midpoint, mark.x) for mark in marks]
    for era in timeline.eras:
        first, last = era.start.start.first, (era.end.end or era.end.start).last
        within = [(day, x) for day, x in dated if first <= _date(day) <= last]
        (day0, x0), (day1, x1) = min(within), max(within)
        for day, x in within:
            assert x == pytest.approx(x0 + (x1 - x0) * (day - day0) / (day1 - day0), abs=0.3)


def test_marks_are_painted_where_the_geometry_put_them(
    edition: Edition, pages: pypdfium2.PdfDocument, manuscript: Manuscript
) -> None:
    for figure, page in zip(
        figures(edition, manuscript), (pages[VERSO], pages[RECTO]), strict=True
    ):
        picture = page.render(scale=300 / 72).to_pil().convert("RGB")
        for mark in figure.marks:
            spot = picture.getpixel((round(mark.x * 300 / 25.4), round(mark.y * 300 / 25.4)))
            assert spot in PAINTS[mark.shape == "ring"], (mark, spot)


def _date(ordinal: float) -> dt.date:
    return dt.date.fromordinal(int(ordinal))


def test_cards_stand_where_the_geometry_put_them_and_nowhere_overlap(
    edition: Edition, pages: pypdfium2.PdfDocument, manuscript: Manuscript
) -> None:
    timeline = manuscript.brief.timeline
    assert timeline is not None
    for figure, page in zip(
        figures(edition, manuscript), (pages[VERSO], pages[RECTO]), strict=True
    ):
        printed = list(lines(page))
        for card in figure.cards:
            word = str(timeline.events[card.event].title).split()[0]
            inside = [line for line in printed if _within(line, card)]
            assert any(word in line[0] for line in inside), word
        strays = [line for line in printed if _beside_cards(line, figure)]
        assert strays == []


def _within(line: tuple[str, float, float, float, float], card: object) -> bool:
    _, left, top, right, bottom = line
    x, y = card.x, card.y  # type: ignore[attr-defined]
    width, height = card.width, card.height  # type: ignore[attr-defined]
    return left >= x and right <= x + width + 0.5 and top >= y - 1 and bottom <= y + height + 1


def _beside_cards(line: tuple[str, float, float, float, float], figure: Page) -> bool:
    """Text in the height of the cards that is in no card and not on the band."""
    low = min(card.y for card in figure.cards)
    high = max(card.y + card.height for card in figure.cards)
    _, _, top, _, bottom = line
    on_band = top >= figure.band[0] - 1 and bottom <= figure.band[1] + 1
    if on_band or top < low or bottom > high:
        return False
    return not any(_within(line, card) for card in figure.cards)


def test_cards_are_read_in_the_order_of_their_dates(
    edition: Edition, manuscript: Manuscript
) -> None:
    timeline = manuscript.brief.timeline
    assert timeline is not None
    outline = structure.outline(edition.pdf, attributes=False)
    titles = [
        str(event.title) for event in sorted(timeline.events, key=lambda event: event.date.midpoint)
    ]
    found = [outline.find(f'"{title.replace("“", "“")}"') for title in titles]
    assert -1 not in found
    assert found == sorted(found)


def test_tables_and_quotations_are_tagged_as_such(edition: Edition) -> None:
    """Two charts are tables for those who listen; then satellites, options, and the annex."""
    outline = structure.outline(edition.pdf, attributes=False)
    assert len(re.findall(r"^ *Table$", outline, re.MULTILINE)) == 5
    assert len(re.findall(r"^ *BlockQuote$", outline, re.MULTILINE)) == 3


def test_running_heads_are_artifacts_not_content(edition: Edition) -> None:
    assert "Page 4 of" not in structure.outline(edition.pdf)
    assert any("Page 4 of 12" in words for words in structure.artifacts(edition.pdf))


def test_tree_and_pages_agree(edition: Edition) -> None:
    assert structure.faults(edition.pdf) == []


def test_recommendations_stand_on_one_right_hand_page(
    edition: Edition, pages: pypdfium2.PdfDocument, manuscript: Manuscript
) -> None:
    recommendations = manuscript.brief.recommendations
    assert recommendations is not None
    numbers = {
        number
        for number, page in enumerate(pages, start=1)
        for item in recommendations.items
        if str(item.title) in text(page) and str(item.action)[:30] in text(page)
    }
    assert numbers == {11}


def test_every_source_is_listed_once(edition: Edition, pages: pypdfium2.PdfDocument) -> None:
    sources = text(pages[11])
    assert sources.count("Space Environment Report 2025") == 1
    assert sources.count("Opinion: Why It Is Time For U.S.-China Civil Space Cooperation") == 1


def test_nothing_essential_stands_near_the_edge(pages: pypdfium2.PdfDocument) -> None:
    for page in pages:
        width, height = (millimetres(side) for side in page.get_size())
        for words, left, top, right, bottom in lines(page):
            inside = left >= 8 and top >= 8 and right <= width - 8 and bottom <= height - 8
            assert inside, words


def test_charts_are_described_and_their_numbers_can_be_heard(edition: Edition) -> None:
    outline = structure.outline(edition.pdf)
    for said in ("Orbital launch attempts in 2015, 2023", "Objects launched into space per year"):
        assert said in outline
    [launches] = re.findall(r'TR\n\s+TH[^\n]*"2025"\n(?:\s+TD "[^"]+"\n)+', outline)
    assert re.findall(r'TD "([^"]+)"', launches) == ["181", "92", "56"]


def test_numbers_stand_in_the_annex_with_their_sources(
    pages: pypdfium2.PdfDocument, manuscript: Manuscript
) -> None:
    ledger, annex = manuscript.brief.numbers, text(pages[9])
    assert ledger is not None
    for number in ledger.numbers:
        assert str(number.label) in annex
    assert "14,132" in annex
    assert "Traffic will not wait, page 7" in annex


def test_a_reference_leads_to_the_page_that_it_names(pages: pypdfium2.PdfDocument) -> None:
    assert "(Figure 1, page 8)" in text(pages[6])
    assert "Figure 1 Orbital launch attempts, by country" in text(pages[7])


def test_the_caveats_of_the_numbers_are_printed(pages: pypdfium2.PdfDocument) -> None:
    words = text(pages[7])
    assert "Launches from New Zealand are counted differently" in words
    assert "no growth rate should be drawn from it" in words
    assert "By secondary accounts of the index" in words


def test_the_options_have_one_that_changes_nothing(pages: pypdfium2.PdfDocument) -> None:
    assert "Baseline Do nothing" in text(pages[8])


def test_a_wrong_number_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "brief"
    shutil.copytree(BRIEF, folder)
    body = (folder / "argument.md").read_text("utf-8")
    (folder / "argument.md").write_text(body.replace("{n launches-2025}", "327"), "utf-8")
    data = (folder / "data" / "launches.csv").read_text("utf-8")
    (folder / "data" / "launches.csv").write_text(data.replace("329", "326"), "utf-8")
    found = briefpack.check(folder)
    assert {Path(problem.place.file).name for problem in found} == {"argument.md", "launches.csv"}
    assert all("329" in problem.message for problem in found)
