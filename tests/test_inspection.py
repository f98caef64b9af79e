"""Preflight of a brief for a print shop that has more than pages which stand."""

from pathlib import Path

import pikepdf
import pytest

from briefpack.paper import points
from briefpack.press import Built
from tests.pressed import pressed

TURNED = """\
      :::{table}
      :caption: What a night costs
      :place: turned

      | Line | Cost |
      | --- | --- |
      | 3 | 800 |
      :::

      A coarse photograph.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return pressed(
        tmp_path_factory.mktemp("turned"),
        ("      A coarse photograph.\n      :::\n", "      :::\n\n" + TURNED),
        ("figures/fine.png", "figures/coarse.png"),
    )


def test_every_page_is_trimmed_to_one_size(built: Built) -> None:
    with pikepdf.open(built.path) as document:
        trims = {tuple(round(float(edge)) for edge in page.trimbox) for page in document.pages}
        turned = [page for page in document.pages if "/Lying" in page.resources.get("/XObject", {})]
    assert trims == {(0, 0, round(points(210)), round(points(297)))}
    assert len(turned) == 1


def test_no_line_is_named_for_a_picture_that_stands_in_two(built: Built) -> None:
    coarse = [problem for problem in built.problems if "206 dots per inch" in problem.message]
    assert len(coarse) == 2
    for problem in coarse:
        assert Path(problem.place.file).name == "brief.yaml"
        assert not problem.place.line
