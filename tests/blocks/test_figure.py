"""A figure is placed as its directive says, or as what holds it says."""

import re
from pathlib import Path

import pytest

from briefpack import markdown
from briefpack.blocks.figure import FigureBlock, figures
from briefpack.manuscript import examine
from briefpack.pages import layout
from briefpack.pages.compose import compose
from briefpack.paper import PAPERS
from briefpack.words import Words
from tests.figures.made import halves, saved
from tests.pages.printed import placeless
from tests.small import small

POLICY = layout.find("policy")


def parsed(text: str) -> list[tuple[FigureBlock, str, str, str]]:
    tokens, problems = markdown.parse(Words(text), language="en", first_id="text")
    assert problems == []
    return [tuple(placed) for placed in figures(tokens)]  # type: ignore[misc]


def composed(folder: Path, figure: str, paper: str = "a4") -> str:
    (folder / "figures").mkdir(exist_ok=True)
    saved(folder, "figures/a.png", halves((1400, 700)))
    last = "      A *second*"
    inset = "".join(f"      {line}\n" for line in figure.splitlines()) + "\n" + last
    html = placeless(compose(small(folder, **{last: inset}), POLICY, PAPERS[paper]).html)
    [found] = re.findall(r"<figure.*?</figure>", html, re.DOTALL)
    return str(found)


def test_figures_come_in_order_with_their_places() -> None:
    text = (
        ":::{figure} figures/a.png\n:alt: One thing\n:place: wide\n:::\n\n"
        ":::{note}\nWords.\n\n:::{figure} figures/b.png\n:alt: Another thing\n:::\n:::\n\n"
        ":::{box}\n:place: wide\nWords.\n\n:::{figure} figures/c.png\n:alt: More\n:::\n:::\n"
    )
    found = [(str(figure.argument), *rest) for figure, *rest in parsed(text)]
    assert found == [
        ("figures/a.png", "wide", "wide", ""),
        ("figures/b.png", "text", "side", "note"),
        ("figures/c.png", "text", "text", "box"),
    ]


@pytest.mark.parametrize(
    ("width", "millimetres"),
    [("", 118), ("80 mm", 80), ("80mm", 80), ("50%", 59), ("12.5 mm", 12.5)],
)
def test_a_width_is_a_length_or_a_share(width: str, millimetres: float) -> None:
    option = f":width: {width}\n" if width else ""
    [(figure, *_)] = parsed(f":::{{figure}} figures/a.png\n:alt: A thing\n{option}:::\n")
    assert figure.wide(118) == millimetres


@pytest.mark.parametrize(("paper", "width"), [("a4", 170), ("letter", 175.9)])
def test_a_picture_is_as_wide_as_the_grid_has_it(tmp_path: Path, paper: str, width: float) -> None:
    figure = ":::{figure} figures/a.png\n:alt: Red over blue\n:place: wide\n:::\n"
    html = composed(tmp_path, figure, paper)
    assert ' class="figure wide"' in html
    assert f'alt="Red over blue" style="width: {width}' in html


def test_a_caption_begins_with_its_number_and_ends_with_the_credit(tmp_path: Path) -> None:
    figure = (
        ":::{figure} figures/a.png\n:id: map\n:alt: Red over blue\n:credit: The council\n"
        "A *caption*.\n:::\n"
    )
    html = composed(tmp_path, figure)
    assert ' id="map"' in html
    caption = html[html.index("<figcaption>") :]
    assert re.search(r'<figcaption><p[^>]*><span class="label">Figure 1\W', caption)
    assert "A<span> </span><em>caption</em>.</p>" in caption
    assert '<p class="credit">The council</p></figcaption>' in caption


def test_a_decorative_picture_without_words_has_no_caption(tmp_path: Path) -> None:
    html = composed(tmp_path, ":::{figure} figures/a.png\n:decorative: true\n:::\n")
    assert 'alt=""' in html
    assert "figcaption" not in html


def test_the_same_picture_at_two_sizes_is_two_files(tmp_path: Path) -> None:
    texts = [f":::{{figure}} figures/a.png\n:alt: Red\n:width: {n} mm\n:::\n" for n in (40, 60)]
    found = [re.findall(r'src="([^"]+)"', composed(tmp_path, text)) for text in texts]
    assert found[0] != found[1]
    assert all(re.fullmatch(r"pictures/[0-9a-f]{16}\.png", name) for [name] in found)


def test_a_drawing_may_have_any_name(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
    name = "figures/50% of Zürich #1.svg"
    (tmp_path / name).write_text(drawing, "utf-8")
    last = "      A *second*"
    figure = f"      :::{{figure}} {name}\n      :alt: Nothing to be seen\n      :::\n\n"
    forme = compose(small(tmp_path, **{last: figure + last}), POLICY, PAPERS["a4"])
    assert 'src="figures/50%25%20of%20Z%C3%BCrich%20%231.svg"' in forme.html
    assert forme.files[name] == tmp_path / name


def test_the_manuscript_knows_what_its_figures_show(tmp_path: Path) -> None:
    composed(tmp_path, ":::{figure} figures/a.png\n:alt: Red\n:::\n")
    picture = examine(tmp_path / "brief.yaml").pictures["figures/a.png", 1]
    assert (picture.width, picture.height) == (1400, 700)
