"""Cover pictures: well-formed SVG of the page and its bleed, true to their geometry."""

import re
from dataclasses import replace
from itertools import combinations, pairwise
from math import dist
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from briefpack.markdown.typography import QUOTES
from briefpack.pages import art
from briefpack.pages.art import trajectories
from briefpack.pages.art.canvas import Colours, Ground
from briefpack.paper import PAPERS, Paper
from tests.small import small

HREF = "{http://www.w3.org/1999/xlink}href"
A4 = Ground(210.0, 297.0)
OWN = {"stance: advocacy": "stance: advocacy\ncover: {art: mine.svg}"}


def ground(paper: Paper) -> Ground:
    return Ground(paper.width, paper.height)


def lengths(element: ElementTree.Element, *names: str) -> list[float]:
    return [float(str(element.get(name)).removesuffix("mm")) for name in names]


@pytest.mark.parametrize("name", sorted(art.ART))
@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.name)
def test_a_picture_covers_the_paper(name: str, paper, tmp_path: Path) -> None:
    brief = small(tmp_path).brief
    svg = ElementTree.fromstring(art.ART[name](brief, ground(paper)))
    assert svg.get("viewBox") == f"0 0 {paper.width:g} {paper.height:g}"
    assert lengths(svg[0], "width", "height") == [paper.width, paper.height]


@pytest.mark.parametrize("name", sorted(art.ART))
def test_a_picture_goes_on_where_it_bleeds_and_is_the_same_on_the_page(
    name: str, tmp_path: Path
) -> None:
    brief = small(tmp_path).brief
    plain = ElementTree.fromstring(art.ART[name](brief, A4))
    bled = ElementTree.fromstring(art.ART[name](brief, replace(A4, bleed=3.0)))
    assert bled.get("viewBox") == "-3 -3 216 303"
    assert lengths(bled, "width", "height") == [216, 303]
    assert lengths(bled[0], "x", "y", "width", "height") == [-3, -3, 216, 303]
    assert [ElementTree.tostring(part) for part in bled[1:]] == [
        ElementTree.tostring(part) for part in plain[1:]
    ]


@pytest.mark.parametrize("name", sorted(art.ART))
def test_a_frame_cuts_its_picture_off_and_has_colours_of_its_own(name: str, tmp_path: Path) -> None:
    colours = Colours(*["#ffffff"] * 7)
    frame = Ground(170.0, 240.0, edge=4, head=5, foot=33, framed=True, colours=colours)
    svg = art.ART[name](small(tmp_path).brief, frame)
    clip, picture = ElementTree.fromstring(svg)
    assert lengths(clip[0], "width", "height") == [170, 240]
    assert picture.get("clip-path") == "url(#frame)"
    assert set(re.findall(r"#[0-9a-f]{6}\b", svg)) == {"#ffffff"}


def test_both_paths_end_at_the_moon_and_keep_keplers_law() -> None:
    earth, moon = (70.0, 140.0), (160.0, 50.0)
    for side in (-1, 1):
        path, dots = trajectories.transfer(earth, moon, side, 12)
        assert path.endswith("160.00 50.00")
        steps = [dist(a, b) for a, b in pairwise(dots)]
        assert steps == sorted(steps, reverse=True), "a craft slows down on its way out"


def test_the_anomaly_solves_keplers_equation() -> None:
    from math import sin

    for mean in (0.1, 1.0, 2.0, 3.0):
        anomaly = trajectories.eccentric_anomaly(mean, 0.66)
        assert anomaly - 0.66 * sin(anomaly) == pytest.approx(mean)


def test_a_brief_brings_a_cover_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "mine.svg").write_text("<svg/>")
    brief = small(tmp_path, **OWN).brief
    [image] = ElementTree.fromstring(art.cover(brief, tmp_path, A4))
    assert lengths(image, "x", "y", "width", "height") == [0, 0, 210, 297]
    assert unquote(str(image.get(HREF))) == "data:image/svg+xml,<svg/>"


def test_a_cover_of_its_own_bleeds_enlarged_behind_itself(tmp_path: Path) -> None:
    (tmp_path / "mine.svg").write_text("<svg/>")
    brief = small(tmp_path, **OWN).brief
    svg = ElementTree.fromstring(art.cover(brief, tmp_path, replace(A4, bleed=3.0)))
    _, beyond, page = svg
    x, y, width, height = lengths(beyond[0], "x", "y", "width", "height")
    assert max(x, y) <= -3
    assert x + width >= 213
    assert y + height >= 300
    assert lengths(page, "x", "y", "width", "height") == [0, 0, 210, 297]
    assert beyond[0].get(HREF) == page.get(HREF)


def test_within_a_frame_the_chronology_stands_for_a_cover_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "mine.svg").write_text("<svg/>")
    brief, frame = small(tmp_path, **OWN).brief, replace(A4, framed=True)
    assert art.cover(brief, tmp_path, frame) == art.ART["chronology"](brief, frame)


def events_over(years: int) -> str:
    return "\n".join(
        f"    - {{date: {1990 + years * n // 20}, title: E, category: cut}}" for n in range(20)
    )


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.name)
@pytest.mark.parametrize("years", [0, 1, 40])
def test_marks_keep_clear_of_the_edges_the_title_and_each_other(
    years: int, paper, tmp_path: Path
) -> None:
    old = "- {date: 2008, title: A petition"
    more = {old: f"{events_over(years).strip()}\n    {old}"}
    brief = small(tmp_path, **more).brief
    svg = art.ART["chronology"](brief, ground(paper))
    circles = re.findall(r'<circle cx="([\d.-]+)" cy="([\d.-]+)" r="1.5"', svg)
    places = [(float(x), float(y)) for x, y in circles]
    assert len(places) == 23
    assert all(8 <= x <= paper.width - 8 and 30 <= y <= paper.height - 75 for x, y in places)
    assert min(dist(a, b) for a, b in combinations(places, 2)) > 3


def test_the_mark_before_a_quotation_is_that_of_the_language() -> None:
    marks = [art.opening_mark(language, "#b9371f") for language in ("en", "de", "fr", "da")]
    assert len(set(marks)) == 4
    assert art.opening_mark("sv", "#b9371f") == art.opening_mark("de", "#b9371f")
    for mark in marks:
        assert ElementTree.fromstring(mark).get("viewBox") == "0 0 11.3 8.6"


@pytest.mark.parametrize("language", QUOTES)
def test_every_language_has_its_mark(language: str) -> None:
    ElementTree.fromstring(art.opening_mark(language, "#b9371f"))
