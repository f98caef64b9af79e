"""Cover pictures: well-formed SVG of the paper's size, true to their geometry."""

import re
from itertools import combinations, pairwise
from math import dist
from pathlib import Path
from xml.etree import ElementTree

import pytest

from briefpack.markdown.typography import QUOTES
from briefpack.pages import art
from briefpack.pages.art import trajectories
from briefpack.paper import PAPERS
from tests.small import small


@pytest.mark.parametrize("name", sorted(art.ART))
@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.name)
def test_a_picture_covers_the_paper(name: str, paper, tmp_path: Path) -> None:
    brief = small(tmp_path).brief
    svg = ElementTree.fromstring(art.ART[name](brief, paper))
    assert svg.get("viewBox") == f"0 0 {paper.width} {paper.height}"
    ground = svg[0]
    assert (ground.get("width"), ground.get("height")) == (str(paper.width), str(paper.height))


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
    mine = {"stance: advocacy": "stance: advocacy\ncover: {art: mine.svg}"}
    manuscript = small(tmp_path, **mine)
    assert art.cover(manuscript.brief, tmp_path, PAPERS["a4"]) == "<svg/>"


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
    svg = art.ART["chronology"](brief, paper)
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
