"""The drawing of a page."""

import re
from dataclasses import replace
from xml.etree import ElementTree

from briefpack.pages.timeline.drawing import Palette, svg
from briefpack.pages.timeline.figure import Page
from tests.pages.timeline.drawn import A4, SHAPES, era, event, laid_out, lettered, timeline

SVG = "{http://www.w3.org/2000/svg}"
PALETTE = Palette()


def drawn(page: Page) -> ElementTree.Element:
    """The drawing, parsed."""
    return ElementTree.fromstring(svg(page, A4.width, A4.height, PALETTE))


def test_a_drawing_is_as_large_as_its_page() -> None:
    [spread] = laid_out(lettered("1961 1975"))
    root = drawn(spread.verso)
    assert (root.get("width"), root.get("height")) == ("210mm", "297mm")
    assert root.get("viewBox") == "0 0 210 297"


def test_each_shape_is_drawn_where_its_mark_stands() -> None:
    made = timeline(event(f"19{60 + n}", category=str(n)) for n in range(len(SHAPES)))
    for page in laid_out(made)[0].pages:
        circles = {
            (round(float(circle.get("cx", 0)), 2), round(float(circle.get("cy", 0)), 2))
            for circle in drawn(page).iter(f"{SVG}circle")
        }
        round_marks = [mark for mark in page.marks if mark.shape in {"circle", "ring"}]
        assert {(round(mark.x, 2), round(mark.y, 2)) for mark in round_marks} <= circles


def test_words_on_the_band_cannot_break_the_drawing() -> None:
    eras = [era("War & <peace>", "1960", "1969"), era("After", "1970", "1979")]
    made = laid_out(lettered("1961 1962 1975 1976", eras=eras))
    texts = [text.text for text in drawn(made[0].verso).iter(f"{SVG}text")]
    assert "War & <peace>" in texts


def test_the_band_runs_to_the_gutter_at_one_height() -> None:
    [spread] = laid_out(lettered("1961 1964 1972 1975"))
    bands = [
        re.findall(r"[-\d.]+", path.get("d", ""))
        for page in spread.pages
        for path in drawn(page).iter(f"{SVG}path")
        if path.get("fill") == PALETTE.ink and len(path.get("d", "").split("L")) == 6
    ]
    verso, recto = (list(map(float, band)) for band in bands)
    assert max(verso[0::2]) == A4.width
    assert min(recto[0::2]) == 0
    assert (min(verso[1::2]), max(verso[1::2])) == (min(recto[1::2]), max(recto[1::2]))


def test_a_band_that_runs_to_the_edge_bleeds_over_it() -> None:
    [spread] = laid_out(lettered("1961 1964 1972 1975"))
    edges = []
    for page in spread.pages:
        root = ElementTree.fromstring(svg(page, A4.width, A4.height, PALETTE, bleed=3.0))
        assert root.get("viewBox") == "-3 -3 216 303"
        edges.append(ends(root))
    (_, verso), (recto, _) = edges
    assert (verso, recto) == (A4.width + 3, -3)


def test_a_bound_band_ends_in_arrows_before_the_gutter() -> None:
    bound = replace(A4, bound=True)
    [spread] = laid_out(lettered("1961 1964 1972 1975"), stage=bound)
    assert [page.continues for page in spread.pages] == [(False, True), (True, False)]
    (_, verso), (recto, _) = (ends(drawn(page)) for page in spread.pages)
    assert (verso, recto) == (A4.width, 0)
    assert [mark.x for page in spread.pages for mark in page.marks if mark.x < 9] == []


def test_a_bound_axis_that_is_broken_at_the_gutter_has_no_arrows() -> None:
    eras = [era("Before", "1960", "1962"), era("After", "1990", "1992")]
    made = lettered("1960 1961 1962 1990 1991 1992", eras=eras)
    [spread] = laid_out(made, stage=replace(A4, bound=True))
    assert [page.continues for page in spread.pages] == [(False, False), (False, False)]


def ends(root: ElementTree.Element) -> tuple[float, float]:
    """From where to where the bands of a drawing run."""
    places = [
        float(x)
        for path in root.iter(f"{SVG}path")
        if path.get("fill") == PALETTE.band and path.get("stroke-width") == "0.3"
        for x in re.findall(r"[ML]([-\d.]+) ", path.get("d", ""))
    ]
    return min(places), max(places)


def test_an_arrow_shows_that_the_axis_goes_on() -> None:
    first, second = laid_out(timeline(event(f"{1960 + n}", "T", "word " * 20) for n in range(40)))
    assert first.recto.continues == (False, True)
    assert second.verso.continues == (True, False)
    edge = A4.width - A4.outer

    def reach(page: Page) -> float:
        """How far right ink is drawn."""
        inked = (path for path in drawn(page).iter(f"{SVG}path") if path.get("fill") == PALETTE.ink)
        ways = [path.get("d", "") for path in inked]
        return max(float(x) for way in ways for x in re.findall(r"[ML]([-\d.]+) ", way))

    assert reach(first.recto) > edge
    assert reach(second.recto) == edge
