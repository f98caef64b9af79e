"""A stamped copy: what it says, that it is still what it was, and that its file is sound."""

import hashlib
import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from briefpack.distribution.printable import unprintable
from briefpack.finishing.copies import places
from briefpack.finishing.copies.places import Box, Page, for_labels
from briefpack.finishing.copies.plate import Printer
from briefpack.finishing.copies.platemaking import Crowded
from briefpack.finishing.saving import saved
from briefpack.pages import typeset
from briefpack.paper import points
from briefpack.words import Words
from tests import structure
from tests.finishing.copies import struck
from tests.pages.printed import forme
from tests.validators import FLAVOURS, failures, verapdf

NAME = "Dr Ægir Nguyễn"
MARKED = struck.impression(NAME, watermark="DRAFT")


@pytest.fixture(scope="module")
def before() -> bytes:
    return struck.painted()


@pytest.fixture(scope="module")
def copy() -> bytes:
    return struck.copy(MARKED)


def test_every_page_says_whose_copy_it_is(copy: bytes) -> None:
    with pypdfium2.PdfDocument(copy) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    assert texts
    assert all(f"Copy 7 of 40 · {NAME}" in text for text in texts)
    assert all("DRAFT" in text for text in texts)


def test_the_last_page_has_a_code_that_a_camera_reads(copy: bytes) -> None:
    with pypdfium2.PdfDocument(copy) as pdf:
        [code] = zxingcpp.read_barcodes(pdf[len(pdf) - 1].render(scale=3, grayscale=True).to_pil())
        text = pdf[len(pdf) - 1].get_textpage().get_text_range()
        assert not zxingcpp.read_barcodes(pdf[0].render(scale=3, grayscale=True).to_pil())
    assert code.text.lower() == MARKED.urn
    assert str(MARKED.identifier) in "".join(text.split()).replace("\ufffe", "-")


def test_a_copy_is_still_an_archival_and_accessible_file(copy: bytes) -> None:
    assert failures(copy) == []


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_verapdf_agrees(copy: bytes, flavour: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.pdf"
    file.write_bytes(copy)
    assert verapdf(flavour, [file]).returncode == 0


def test_stamps_are_no_part_of_the_document(before: bytes, copy: bytes) -> None:
    assert structure.outline(copy) == structure.outline(before)
    assert structure.faults(copy) == []
    new = set(structure.artifacts(copy)) - set(structure.artifacts(before))
    kinds = {(kind, text) for _, kind, text in new}
    assert {("Header", MARKED.line), ("Watermark", "DRAFT")} < kinds


def test_links_outline_and_labels_are_whole(before: bytes, copy: bytes) -> None:
    assert kept(copy) == kept(before)


def kept(pdf: bytes) -> list[object]:
    """Everything of a file that leads somewhere, or says how it is to be shown."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        links = [
            (number, str(link.get("/Dest", link.get("/A", {}).get("/URI"))))
            for number, page in enumerate(document.pages)
            for link in page.get("/Annots", [])
        ]
        with document.open_outline() as outline:
            titles = [(item.title, len(item.children)) for item in outline.root]
        labels = [page.label for page in document.pages]
        names = sorted(document.Root.Names.keys())
        return [links, titles, labels, names, str(document.Root.ViewerPreferences.Duplex)]


def test_a_copy_has_its_own_title_and_identifier(copy: bytes) -> None:
    with pikepdf.open(io.BytesIO(copy)) as document:
        title = f"Night buses for the valley: One year, two lines, then a decision {MARKED.remark}"
        assert str(document.docinfo.Title) == title
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == title
            assert metadata["dc:identifier"] == metadata["xmpMM:DocumentID"] == MARKED.urn
        assert bytes(document.trailer.ID[0]) == MARKED.identifier.bytes


def test_signs_of_xml_in_a_name_are_only_letters() -> None:
    copy = struck.copy(struck.impression("A <b> & Söhne"))
    with pikepdf.open(io.BytesIO(copy)) as document, document.open_metadata() as metadata:
        assert metadata["dc:title"].endswith("(copy 7 of 40, A <b> & Söhne)")


def test_the_file_has_no_fault_that_a_reader_would_have_to_mend(copy: bytes) -> None:
    with pikepdf.open(io.BytesIO(copy)) as document:
        assert document.check_pdf_syntax() == []
        assert document.get_warnings() == []
    assert copy.count(b"%%EOF") == 1


def test_copies_of_one_plate_differ_in_nothing_but_what_they_say() -> None:
    run = [struck.impression("Anna", 1), struck.impression("Bela", 2)]
    plate = struck.plate(*run)
    printer = Printer(plate)
    (first, checksum), (second, _) = map(printer.strike, run)
    assert hashlib.sha256(plate.head + first).hexdigest() == checksum
    assert printer.strike(run[0])[0] == first
    assert first != second
    assert b"/FontFile" not in first


def test_a_copy_looks_like_the_brief_but_for_its_stamps(before: bytes) -> None:
    plain = struck.impression(NAME)
    for number, (old, new) in enumerate(zip(drawn(before), drawn(struck.copy(plain)), strict=True)):
        left, top, right, bottom = ImageChops.difference(old, new).getbbox() or (0, 0, 0, 0)
        assert (right - left, bottom - top) > (0, 0), f"page {number + 1} has no stamp"
        if number < len(drawn(before)) - 1:
            assert bottom - top < points(5), f"page {number + 1} has more than a line"


def drawn(pdf: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=1).to_pil() for page in document]


def test_a_copy_written_anew_by_another_library_looks_the_same(copy: bytes) -> None:
    with pikepdf.open(io.BytesIO(copy)) as document:
        again = saved(document)
    for one, other in zip(drawn(copy), drawn(again), strict=True):
        assert ImageChops.difference(one, other).getbbox() is None


def test_a_stamp_keeps_clear_of_all_words_and_of_the_edge(before: bytes) -> None:
    edge, wide, style = places.EDGE, 200.0, struck.STYLE
    with pypdfium2.PdfDocument(before) as pdf:
        trims = [Box(*page.get_mediabox()) for page in pdf]
    pages = [
        Page(trim, number, words)
        for number, (trim, words) in enumerate(zip(trims, places.taken(before), strict=True), 1)
    ]
    for page, spot in zip(pages, for_labels(pages, style.margins, style.size, wide), strict=True):
        assert spot is not None
        left = spot.x - wide if spot.flush_right else spot.x
        box = Box(left, spot.y - 2.5, left + wide, spot.y + 7.5)
        assert not any(map(box.meets, page.taken))
        assert left >= page.trim.left + edge
        assert box.top <= page.trim.top - edge


@pytest.mark.parametrize(
    ("words", "free"),
    [
        ([], [True, True, True, True]),
        ([Box(0, 700, 600, 842)], [False, False, False, False]),
        ([Box(0, 770, 600, 810)], [False, False, False, False]),
    ],
)
def test_the_label_stands_on_the_same_line_wherever_it_can(
    words: list[Box], free: list[bool]
) -> None:
    """On the line of the running heads, unless most pages have no room there."""
    a4, style = Box(0, 0, 595, 842), struck.STYLE
    pages = [Page(a4, number, words) for number in (1, 2, 3)] + [Page(a4, 4, [])]
    spots = for_labels(pages, style.margins, style.size, 200.0)
    lines = {spot.y for spot in spots if spot}
    assert len(lines) == 1
    [line] = lines
    assert (line > a4.top - style.margins.head - 20) == all(free)


PAGES = {
    "turned": "@page { size: 297mm 210mm }",
    "of two sizes": "@page { size: 210mm 297mm } @page wide { size: 420mm 297mm } p { page: wide }",
}


@pytest.mark.parametrize("kind", PAGES)
def test_pages_of_any_shape_are_stamped_at_their_head(kind: str) -> None:
    html = forme("<h1>One</h1><p style='break-before: page'>Two", PAGES[kind])
    stamped = struck.copy(MARKED, typeset.lay_out(html).pdf())
    assert failures(stamped) == []
    with pypdfium2.PdfDocument(stamped) as pdf:
        for page in pdf:
            head = page.get_height() - points(20)
            words = page.get_textpage().get_text_bounded(bottom=head)
            assert f"Copy 7 of 40 · {NAME}" in words


def test_pages_larger_than_what_is_trimmed_are_stamped_within_it() -> None:
    html = forme("<h1>One</h1>", "@page { size: A5; bleed: 9mm }")
    stamped = struck.copy(MARKED, typeset.lay_out(html).pdf(bleeds=True))
    with pypdfium2.PdfDocument(stamped) as pdf:
        trim, text = Box(*pdf[0].get_trimbox()), pdf[0].get_textpage()
        assert trim != Box(*pdf[0].get_mediabox())
        words = text.get_text_bounded(left=trim.left, top=trim.top - places.EDGE)
    assert f"Copy 7 of 40 · {NAME}" in words


def test_a_page_full_of_words_is_refused() -> None:
    style = "@page { size: A4; margin: 0; @bottom-right { content: none } } p { margin: 0 }"
    html = forme("<p>" + "mmmm " * 4000, style)
    with pytest.raises(Crowded, match="page 1 has no room for the label"):
        struck.copy(MARKED, typeset.lay_out(html).pdf())


ONE_PAGE = typeset.lay_out(forme("<h1>One</h1>")).pdf()
LETTERS = st.characters(codec="utf-8") | st.characters(
    categories=["L", "M", "N", "P", "S", "Zs"], max_codepoint=0x2FFF
)


@given(st.text(LETTERS | st.sampled_from("ẵỹΆЖĳﬁſ‰"), min_size=1, max_size=20))
@settings(max_examples=60)
def test_any_name_is_printed_as_it_is_or_refused(text: str) -> None:
    name = Words(" ".join(text.split()))
    if name and not list(unprintable(name, "names")):
        found = structure.artifacts(struck.copy(struck.impression(name), ONE_PAGE))
        assert (1, "Header", f"Copy 7 of 40 · {name}") in found
