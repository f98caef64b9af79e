"""The structure of finished pages, read back by `tests/structure.py`."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from briefpack.pages import typeset
from briefpack.pages.forme import Forme
from briefpack.problem import Refused
from tests import structure, validators
from tests.pages.printed import FILES, FIXTURES, NAMES, fixture, forme, printed


@pytest.mark.parametrize("name", NAMES)
def test_a_page_reads_as_a_person_would_outline_it(name: str) -> None:
    expected = (FIXTURES / f"{name}.txt").read_text("utf-8")
    assert structure.outline(fixture(name)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_pages_tree_and_parent_tree_agree(name: str) -> None:
    assert structure.faults(fixture(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_tagging_changes_nothing_that_is_seen(name: str) -> None:
    html = (FIXTURES / f"{name}.html").read_text("utf-8")
    galley = typeset.lay_out(Forme(html, FILES))
    untagged = galley._document.write_pdf(pdf_variant="pdf/a-3u", output_intent="given")
    for page, plain in zip(pictures(galley.pdf()), pictures(untagged), strict=True):
        differing = sum(one != other for one, other in zip(page, plain, strict=True))
        # A hyphen that is shown by itself may round to another shade at its edge.
        assert differing < len(plain) / 10_000


def pictures(pdf: bytes) -> list[bytes]:
    """The shades of every page's dots."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=2, grayscale=True).to_pil().tobytes() for page in document]


@pytest.mark.parametrize("name", NAMES)
def test_page_validation_finds_nothing(name: str) -> None:
    assert validators.failures(fixture(name)) == []


@pytest.mark.slow
@pytest.mark.parametrize("flavour", validators.FLAVOURS)
def test_verapdf_finds_nothing(flavour: str, tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / f"{name}.pdf").write_bytes(fixture(name))
    verdict = validators.verapdf(flavour, sorted(tmp_path.iterdir()))
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


def test_running_heads_are_artifacts() -> None:
    kept = structure.artifacts(fixture("contents"))
    assert (2, "Header", "A report with contents") in kept
    assert (2, "Footer", "page 2 of 4") in kept


def test_repeated_heads_and_feet_of_a_table_are_artifacts() -> None:
    repeated = [found for found in structure.artifacts(fixture("tables")) if "Pag" in found[1]]
    assert repeated == [
        (1, "Pagination", "Sum14 launches"),
        (2, "Pagination", "YearLaunches"),
        (2, "Pagination", "Sum14 launches"),
        (3, "Pagination", "YearLaunches"),
    ]


def test_leaders_and_decoration_are_artifacts() -> None:
    leaders = [text for _, _, text in structure.artifacts(fixture("contents")) if "...." in text]
    assert len(leaders) == 3
    decoration = [
        text for _, kind, text in structure.artifacts(fixture("cards")) if kind == "Layout"
    ]
    assert decoration == ["» ", "Decoration", "Hidden from readers"]


def test_what_is_fixed_on_every_page_is_read_once() -> None:
    assert (2, "Pagination", "On every page") in structure.artifacts(fixture("cards"))
    assert structure.outline(fixture("cards")).count("On every page") == 1


def links(pdf: bytes) -> list[tuple[str, list[float]]]:
    """What each link of a file says, and where it is."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            (str(link.Contents), [float(edge) for edge in link.Rect])
            for page in document.pages
            for link in page.obj.get("/Annots", [])
        ]


def test_links_say_their_text() -> None:
    said = {text for text, _ in links(fixture("links"))}
    assert "link that runs over the end of the line and has emphasis in it" in said
    assert {"source 1", "source 2", "a map"} <= said
    assert "A heading in a link A paragraph in a link." in said
    assert not any("example.org" in text for text in said)


def test_links_of_the_contents_say_title_and_page_without_leaders() -> None:
    assert ("The first section 2") in {text for text, _ in links(fixture("contents"))}


def test_a_link_is_one_annotation_on_each_line() -> None:
    pdf = printed('<p>A <a href="https://example.org"><b>bold</b> <i>slanted <b>both</b></i></a>')
    assert len(links(pdf)) == 1


def test_a_link_around_a_picture_covers_it() -> None:
    style = "img { width: 20mm; height: 10mm }"
    pdf = printed('<p><a href="#x"><img id="x" src="map.png" alt="map"></a>', style)
    ((_, (x1, y1, x2, y2)),) = links(pdf)
    assert abs(x2 - x1) == pytest.approx(20 * 72 / 25.4, abs=1)
    assert abs(y2 - y1) >= 10 * 72 / 25.4 - 1


def figure_boxes(pdf: bytes) -> list[list[float]]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = (thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary))
        figures = (thing for thing in found if thing.get("/S") == "/Figure")
        return [[float(edge) for edge in figure.A.BBox] for figure in figures]


def test_a_figure_says_where_it_is_in_points_from_below() -> None:
    style = (
        "@page { size: 100mm 100mm; margin: 10mm } body { margin: 0 } "
        "img { width: 20mm; height: 10mm }"
    )
    pdf = printed('<img style="display: block" src="map.png" alt="map">', style)
    millimetres = [edge * 25.4 / 72 for edge in figure_boxes(pdf)[0]]
    assert millimetres == pytest.approx([10, 80, 30, 90], abs=0.01)


def test_a_figure_that_is_turned_says_where_it_is_then() -> None:
    style = (
        "@page { size: 100mm 100mm; margin: 10mm } body { margin: 0 }"
        "svg { display: block; width: 20mm; height: 10mm;"
        "transform: rotate(90deg); transform-origin: 0 0 }"
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg"><title>t</title><rect width="9" height="9"/></svg>'
    )
    millimetres = [edge * 25.4 / 72 for edge in figure_boxes(printed(svg, style))[0]]
    assert millimetres == pytest.approx([0, 70, 10, 90], abs=0.01)


def test_notes_have_ids_of_their_own() -> None:
    with pikepdf.open(io.BytesIO(fixture("notes"))) as document:
        named = list(document.Root.StructTreeRoot.IDTree.Names)
        ids = [str(name) for name in named[::2]]
        assert len(set(ids)) == 6
        assert "first" in ids
        assert ids == sorted(ids)
        assert all(node.S == "/Note" and str(node.ID) in ids for node in named[1::2])


def test_every_page_tabs_in_the_order_of_the_structure() -> None:
    with pikepdf.open(io.BytesIO(fixture("links"))) as document:
        assert [str(page.obj.Tabs) for page in document.pages] == ["/S", "/S"]


def test_words_are_parted_by_spaces_that_are_there() -> None:
    pdf = printed('<p><a href="#a" id="a">one</a> <a href="#a">two</a><p><i>three</i> <b>four</b>')
    outline = structure.outline(pdf)
    assert 'Link -> #a "one"\n    " "\n    Link -> #a "two"' in outline
    assert 'P "three four"' in outline


def test_a_broken_line_has_its_space_in_the_element_before() -> None:
    outline = structure.outline(printed("<p><em>one</em><br>two"))
    assert 'Span "one "\n    "two"' in outline


def test_the_hyphen_of_a_broken_word_is_told_from_a_written_one() -> None:
    outline = structure.outline(printed("<p>counterrevolutionary long-term", "p { width: 18mm }"))
    assert '"counterrevolutionary long-term"' in outline


def test_a_glyph_that_is_first_a_hard_space_is_a_space() -> None:
    assert '"a b c"' in structure.outline(printed("<p>a&nbsp;b c"))


def refused(body: str, style: str = "") -> list[tuple[str, str]]:
    with pytest.raises(Refused) as found:
        typeset.lay_out(forme(body, style)).pdf()
    return [(str(problem.place), problem.message) for problem in found.value.problems]


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<img src="map.png">', "the picture 'map.png' has no alternative text"),
        (
            '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>',
            "the picture 'svg' has no alternative text",
        ),
        ('<p data-tag="Asid">x', "'Asid' is not a structure type of PDF 1.7"),
        ('<p style="opacity: 0.5">x', "text with 'opacity' cannot be tagged"),
        ('<a href="#x"><div id="x">block</div></a>', "the link 'block' covers nothing"),
        (
            '<p data-tag="Artifact"><a id="x" href="#x">link</a>',
            "the link 'link' stands in decoration or in a margin, unreadable",
        ),
        (
            '<a href="map.png">map</a>',
            "the link to 'map.png' leads nowhere outside of this computer",
        ),
        (
            '<img src="map.png" alt="m" style="transform: rotate(90deg)">',
            "the picture 'map.png' is turned by 'transform'",
        ),
    ],
)
def test_what_cannot_be_tagged_well_is_refused(body: str, complaint: str) -> None:
    assert refused(body) == [("layout", complaint)]


def test_a_complaint_names_the_place_that_the_html_knows() -> None:
    body = '<section data-at="text.md:3:14"><p><img src="map.png"></section>'
    assert refused(body)[0][0] == "text.md:3:14"


def test_a_document_says_its_title_and_its_language() -> None:
    with pytest.raises(Refused) as found:
        typeset.lay_out(Forme("<p>", {})).pdf()
    messages = [problem.message for problem in found.value.problems]
    assert messages == ["the document has no language", "the document has no title"]
