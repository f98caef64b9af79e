"""Which line of the content stands where on the pages."""

from collections.abc import Callable

import pytest

from briefpack.pages.typeset import Galley, lay_out
from briefpack.problem import Place
from briefpack.sourcemap import Part, Passage, SourceMap
from tests.pages.printed import forme, words

STYLE = """\
@page {
  size: 60mm 40mm;
  margin: 5mm;
  @top-center { content: none }
  @bottom-right { content: none }
}
body { margin: 0; hyphens: none }
p { margin: 0 0 3mm }
"""


def laid(body: str, style: str = "") -> Galley:
    return lay_out(forme(body, STYLE + style))


def mapped(body: str, style: str = "") -> SourceMap:
    return laid(body, style).source_map


def at(line: int, column: int = 0) -> Place:
    return Place("t.md", line, column)


def blamed(galley: Galley, bleeds: bool = False) -> dict[str, Place | None]:
    """The place that the map gives for each word that is found in the painted file."""
    found = words(galley.pdf(bleeds=bleeds))
    return {word: galley.source_map.of(page, box) for page, word, box in found}


@pytest.mark.parametrize("bleeds", [False, True])
def test_points_are_those_of_the_painted_page_whether_it_bleeds_or_not(bleeds: bool) -> None:
    galley = laid(
        '<p data-at="t.md:1">One</p><p data-at="t.md:2">two</p>'
        '<p data-at="t.md:3" style="break-before: page">Three</p>',
        "@page { bleed: 3mm }",
    )
    assert blamed(galley, bleeds) == {"One": at(1), "two": at(2), "Three": at(3)}
    assert [block.page for block in galley.source_map.blocks] == [1, 1, 2]
    for (page, _, box), block in zip(
        words(galley.pdf(bleeds=bleeds)), galley.source_map.blocks, strict=True
    ):
        assert page == block.page
        assert block.box[0] == pytest.approx(box[0], abs=1)
        assert block.box[1] <= box[1] <= box[3] <= block.box[3]


def test_a_block_that_is_parted_is_a_block_on_each_page() -> None:
    lines = "<br>".join(f"line{number}" for number in range(12))
    found = mapped(f'<p data-at="t.md:1">{lines}</p>')
    assert [block.page for block in found.blocks] == [1, 2]
    assert [passage.pages for passage in found.passages] == [(1, 2)]


def test_a_block_that_is_parted_is_a_block_in_each_column() -> None:
    lines = "<br>".join(f"line{number}" for number in range(6))
    body = f'<div style="columns: 2"><p data-at="t.md:1">{lines}</p></div>'
    left, right = mapped(body).blocks
    assert left.page == right.page == 1
    assert left.box[2] <= right.box[0]


def test_the_innermost_element_that_says_its_place_counts() -> None:
    galley = laid(
        '<ul data-from="t.md:1:1"><li data-from="t.md:2:3">outer '
        '<b data-from="t.md:2:9">inner</b> <i>after</i></li></ul>'
    )
    after = {"outer": at(2, 3), "inner": at(2, 9), "after": at(2, 3)}
    assert {word: place for word, place in blamed(galley).items() if word in after} == after


def test_an_element_within_a_line_is_a_block_on_each_of_its_lines() -> None:
    galley = laid(
        '<p data-at="t.md:1">first <span data-from="t.md:1:9">second<br>third</span> fourth</p>'
    )
    places = {"first": at(1), "second": at(1, 9), "third": at(1, 9), "fourth": at(1)}
    assert blamed(galley) == places
    assert len(galley.source_map.blocks) == 3


@pytest.mark.parametrize(
    "style",
    [
        "position: absolute; left: 30mm; top: 20mm",
        "position: relative; top: 20mm",
        "float: right; margin-top: 20mm",
        "float: footnote",
        "position: fixed; bottom: 0; left: 0",
        "margin-left: -4mm; float: left",
    ],
)
def test_what_stands_outside_of_its_block_is_found_as_well(style: str) -> None:
    galley = laid(
        f'<p data-at="t.md:1" style="width: 20mm">Block <span style="{style}">outside</span></p>'
        '<p data-at="t.md:2">Another</p>',
        "@page { margin-left: 10mm; size: 80mm 60mm }",
    )
    assert blamed(galley)["outside"] == at(1)
    assert blamed(galley)["Another"] == at(2)


def test_turned_words_are_found_where_they_are_painted() -> None:
    turned = "transform: rotate(-90deg); transform-origin: 0 0; width: 30mm; margin-top: 40mm"
    galley = laid(
        f'<div style="{turned}"><p data-at="t.md:1">Turned</p><p data-at="t.md:2">over</p></div>',
        "@page { size: 60mm 80mm }",
    )
    assert blamed(galley) == {"Turned": at(1), "over": at(2)}


def test_a_table_is_known_row_by_row() -> None:
    rows = "".join(f'<tr data-at="t.md:{n}"><td>a{n}</td><td>b{n}</td></tr>' for n in (3, 4))
    found = blamed(laid(f'<table data-at="t.md:1">{rows}</table>'))
    assert found == {f"{letter}{n}": at(n) for letter in "ab" for n in (3, 4)}


def test_what_is_repeated_in_margins_is_of_the_part_on_the_page() -> None:
    galley = lay_out(
        forme(
            '<section id="text"><p data-at="t.md:1">One</p></section>',
            f"{STYLE} @page {{ @top-center {{ content: 'Running' }} }}",
        )
    )
    assert galley.source_map.of(1, (80, 100, 90, 110)) is None
    assert len(galley.source_map.blocks) == 1


# Passages


def passages(body: str) -> list[tuple[int, str]]:
    return [(passage.place.line, passage.words) for passage in mapped(body).passages]


def test_a_passage_has_the_words_of_its_element_alone() -> None:
    body = (
        '<div data-from="t.md:1:1">Outer<p data-from="t.md:2:1">inner <em>words</em>'
        '<span class="cites">3</span></p>end<br>of<b hidden>secret</b> it'
        "<style>p { color: black }</style></div>"
    )
    assert passages(body) == [(1, "Outer\nend\nof\nit"), (2, "inner words3")]


def test_links_part_words_since_the_page_of_each_stands_behind_it() -> None:
    body = '<p data-at="t.md:1"><a>At a glance, page</a><a>Figure 1, page</a></p>'
    assert passages(body) == [(1, "At a glance, page\nFigure 1, page")]


def test_words_without_a_place_are_no_passage() -> None:
    assert passages('<p>The layout’s own</p><p data-at="t.md:1"></p>') == []


def test_a_passage_that_no_page_has_stands_on_none() -> None:
    body = '<p data-at="t.md:1">Here</p><p data-at="t.md:2" style="display: none">Nowhere</p>'
    assert mapped(body).passages == (
        Passage(at(1), "Here", (1,)),
        Passage(at(2), "Nowhere", ()),
    )


# Parts and blank pages


@pytest.fixture
def parts() -> Callable[[str], SourceMap]:
    def mapped(body: str) -> SourceMap:
        made = forme(body, STYLE + "section { break-before: recto }")
        kinds = {"cover": "cover", "text-2": "text", "notes-1": "notes", "sources": "sources"}
        return lay_out(type(made)(made.html, made.files, kinds)).source_map

    return mapped


def test_parts_know_their_pages_and_where_they_begin(
    parts: Callable[[str], SourceMap],
) -> None:
    long = "<br>".join("line" for _ in range(12))
    found = parts(
        '<section id="cover"><h1 data-from="b.yaml:4:8">Title</h1></section>'
        f'<section id="text-2"><p>{long}</p><p data-at="t.md:3">Words</p></section>'
        '<section id="notes-1"><p>Notes</p></section><section id="stranger">Mine</section>'
    )
    title = Place("b.yaml", 4, 8)
    assert found.parts == (
        Part("cover", "cover", title, 1, 1),
        Part("text-2", "text", at(3), 3, 5),
        Part("notes-1", "notes", title, 7, 7),
    )
    assert found.blanks == (2, 6, 8)
