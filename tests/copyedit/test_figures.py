"""Figures have pixels enough for their size in print, and words for those who do not see them."""

from pathlib import Path

import pytest

from briefpack.copyedit import describing, insets, resolution
from briefpack.manuscript import examine
from briefpack.problem import Severity
from tests.figures.made import halves, saved

HEAD = "title: T\ndate: 2026-01-05\nstance: neutral\nauthors: [{name: A}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "figures").mkdir()
    (tmp_path / "brief.yaml").write_text(HEAD, "utf-8")
    return tmp_path


def told(folder: Path, width: int, options: str = "") -> list[tuple[Severity, str, str]]:
    saved(folder, "figures/a.png", halves((width, width // 2)))
    figure = f":::{{figure}} figures/a.png\n:alt: Red over blue\n{options}:::\n"
    (folder / "text.md").write_text(f"# A text\n\n{figure}", "utf-8")
    found = resolution.check(examine(folder))
    return [(problem.severity, problem.message, problem.hint) for problem in found]


# 118 mm at 200 and at 100 dots an inch are 929.1 and 464.6 pixels.
@pytest.mark.parametrize(
    ("width", "severity"),
    [(930, None), (928, Severity.WARNING), (466, Severity.WARNING), (464, Severity.ERROR)],
)
def test_pixels_are_counted_at_the_printed_size(
    folder: Path, width: int, severity: Severity | None
) -> None:
    assert [found for found, *_ in told(folder, width)] == ([severity] if severity else [])


def test_the_message_says_what_would_do(folder: Path) -> None:
    [(_, message, hint)] = told(folder, 600)
    assert message.endswith(
        "600 × 300 pixels: 129 dots per inch at its 118 mm in print, expected 200 or more"
    )
    assert hint == "take a larger picture, or write ':width: 76 mm'"
    assert told(folder, 600, ":width: 76 mm\n") == []


def test_the_paper_counts(folder: Path) -> None:
    (folder / "brief.yaml").write_text(HEAD + "paper: letter\n", "utf-8")
    assert told(folder, 930)
    assert told(folder, 960) == []


def test_a_drawing_has_no_pixels(folder: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
    (folder / "figures" / "a.svg").write_text(svg, "utf-8")
    figure = "# A text\n\n:::{figure} figures/a.svg\n:alt: Nothing\n:::\n"
    (folder / "text.md").write_text(figure, "utf-8")
    assert list(resolution.check(examine(folder))) == []


def test_a_layout_without_a_grid_is_for_others_to_tell(folder: Path, tmp_path: Path) -> None:
    told(folder, 100)
    shelf = tmp_path / "shelf"
    (shelf / "policy").mkdir(parents=True)
    (shelf / "policy" / "layout.yaml").write_text("name: none\n", "utf-8")
    assert list(resolution.check(examine(folder), shelf)) == []
    for wrong in ("grid: none\n", "grid: [\n"):
        (shelf / "policy" / "layout.yaml").write_text(wrong, "utf-8")
        assert [problem.rule for problem in resolution.check(examine(folder), shelf)] == ["layout"]


@pytest.mark.parametrize(
    ("alt", "count"),
    [
        ("Two lines meet at the hospital", 0),
        ("Picture postcards on a table", 0),
        ("Imagery analysts at work", 0),
        ("A bus", 0),
        ("Image of a bus", 1),
        ("A photograph showing a bus", 1),
        ("Bild von einem Bus", 1),
        ("Eine Grafik zeigt den Bus", 1),
        ("Une image d'un bus", 1),
        ("a.png", 1),
        ("figures/a.png", 1),
        ("The caption", 1),
        ("Bus", 1),
        ("...", 1),
    ],
)
def test_a_description_says_something(folder: Path, alt: str, count: int) -> None:
    saved(folder, "figures/a.png", halves((1200, 800)))
    figure = f":::{{figure}} figures/a.png\n:alt: {alt}\nThe *caption*.\n:::\n"
    (folder / "text.md").write_text(f"# A text\n\n{figure}", "utf-8")
    found = list(describing.check(examine(folder)))
    assert [problem.severity for problem in found] == [Severity.WARNING] * count


def test_a_figure_in_a_note_stays_there(folder: Path) -> None:
    saved(folder, "figures/a.png", halves((1200, 800)))
    figure = ":::{figure} figures/a.png\n:alt: A bus\n:place: side\n:::\n"
    (folder / "text.md").write_text(f"# A text\n\n:::{{note}}\nW.\n\n{figure}:::\n", "utf-8")
    [problem] = insets.check(examine(folder))
    assert problem.message == "a figure in a note stays within it: it cannot be 'side'"
