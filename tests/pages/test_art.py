"""Cover pictures: well-formed SVG of the paper's size, true to their geometry."""

from itertools import pairwise
from math import dist
from pathlib import Path
from xml.etree import ElementTree

import pytest

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
