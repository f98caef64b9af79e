"""The composed HTML of a small brief."""

import os
import re
from pathlib import Path

import pytest

from briefpack.pages import layout
from briefpack.pages.compose import compose
from briefpack.paper import PAPERS
from tests.pages.printed import placeless
from tests.small import small

POLICY = layout.find("policy")


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("small")
    return compose(small(folder), POLICY, PAPERS["a4"]).html


def test_parts_stand_in_the_order_of_the_brief(html: str) -> None:
    ids = re.findall(r'<section class="part[^"]*" id="([^"]*)"', html)
    assert ids == ["cover", "glance", "timeline", "text", "recommendations", "sources", "about"]


def test_the_document_names_itself(html: str) -> None:
    assert "<title>Night buses for the valley: One year, two lines, then a decision</title>" in html
    assert '<html lang="en-GB">' in html
    assert 'name="author" content="Valley Transport Forum"' in html
    assert 'name="dcterms.created" content="2026-03-01T00:00:00Z"' in html


def test_titles_are_marked_up_in_print_and_plain_elsewhere(tmp_path: Path) -> None:
    changes = {
        "title: Night buses for the valley": "title: The *Valley Post* and its buses",
        "title: How the night was lost": "title: How *we* lost it",
    }
    html = compose(small(tmp_path, **changes), POLICY, PAPERS["a4"]).html
    assert "<title>The Valley Post and its buses: One year" in html
    assert "<em>we</em> lost it</h2>" in html
    assert 'href="#timeline">How we lost it</a>' in html
    assert "*Valley" not in html
    assert "*we*" not in html


def test_there_is_one_first_heading(html: str) -> None:
    assert html.count("<h1") == 1


def test_sources_are_numbered_as_they_are_cited(html: str) -> None:
    listed = re.findall(r'<li id="source-(\w+)"', html)
    assert listed == ["timetable", "survey"]


def test_every_link_within_the_brief_leads_somewhere(html: str) -> None:
    ids = set(re.findall(r'id="([^"]*)"', html))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= ids


def test_contents_lead_to_parts_and_sections(html: str) -> None:
    contents = html[html.index("<nav") : html.index("</nav>")]
    assert re.findall(r">([^<>]+)</a>", contents) == [
        "How the night was lost", "One year, then a decision", "What the figures say",
        "Two steps", "Sources", "About this brief",
    ]  # fmt: skip


def test_text_is_never_markup(html: str) -> None:
    assert "&lt;3 of all" in html


def test_a_quotation_keeps_its_dash_on_the_line(html: str) -> None:
    assert 'because I<span> </span><span class="nb">must—</span>and' in html


def test_an_unplaced_quotation_fills_a_page_that_would_stay_blank(tmp_path: Path) -> None:
    html = compose(small(tmp_path), POLICY, PAPERS["a4"], fillers=["timeline"]).html
    assert html.index('id="before-timeline"') < html.index('id="timeline"')
    assert "We will run the buses." in html


def test_a_page_for_notes_fills_in_when_no_quotation_is_left(tmp_path: Path) -> None:
    both = ["timeline", "recommendations"]
    html = compose(small(tmp_path), POLICY, PAPERS["a4"], fillers=both).html
    assert 'class="part notes" id="before-recommendations"' in html


def test_a_second_part_of_a_kind_has_an_id_of_its_own(tmp_path: Path) -> None:
    more = {"parts:\n": "parts:\n  - {kind: text, text: '# More'}\n"}
    html = compose(small(tmp_path, **more), POLICY, PAPERS["a4"]).html
    assert 'id="text-2"' in html


@pytest.mark.parametrize("name", ["a4", "letter"])
def test_each_paper_is_laid_out_natively(tmp_path: Path, name: str) -> None:
    html = compose(small(tmp_path), POLICY, PAPERS[name]).html
    assert f"size: {PAPERS[name].width}mm {PAPERS[name].height}mm" in html
    assert f"--side: {POLICY.lengths('grid', PAPERS[name])['side']}mm" in html


def test_a_marking_stands_on_every_page_and_is_no_content(tmp_path: Path) -> None:
    brief = small(tmp_path, **{"stance: advocacy": 'stance: advocacy\nmarking: "TLP:AMBER"'})
    html = placeless(compose(brief, POLICY, PAPERS["a4"]).html)
    assert html.count('data-tag="Artifact"><span>TLP:AMBER</span>') == 2


def test_every_file_that_is_named_is_there(tmp_path: Path) -> None:
    forme = compose(small(tmp_path), POLICY, PAPERS["a4"])
    assert all(file.is_file() for file in forme.files.values())
    assert set(re.findall(r'src: url\("([^"]*)"\)', forme.html)) <= forme.files.keys()


def test_no_picture_is_handed_over_that_no_figure_shows(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    for name in ("shown.svg", "kept.svg"):
        drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
        (tmp_path / "figures" / name).write_text(drawing)
    os.mkfifo(tmp_path / "figures" / "pipe.png")
    figure = "      :::{figure} figures/shown.svg\n      :alt: A bus at night\n      :::\n\n"
    last = "      A *second*"
    files = compose(small(tmp_path, **{last: figure + last}), POLICY, PAPERS["a4"]).files
    assert [name for name in files if name.startswith("figures/")] == ["figures/shown.svg"]
