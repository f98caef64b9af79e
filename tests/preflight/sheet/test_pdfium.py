"""What stands on a leaf has its mark, wherever that is written."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from briefpack.preflight.sheet import pdfium
from briefpack.preflight.sheet.leaf import Leaf, Mark


def leaf(content: str, form: str = "", **entries: object) -> Leaf:
    """A page with this content; `/Form` is a form with that one, and has itself as `/Form`."""
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(100, 100))
        stream = document.make_stream(form.encode(), Subtype=Name.Form, BBox=[0, 0, 99, 99])
        for key, value in entries.items():
            stream[f"/{key}"] = value
        resources = Dictionary(XObject=Dictionary(Form=stream))
        document.pages[0].obj.Resources = stream.Resources = resources
        document.pages[0].obj.Contents = document.make_stream(content.encode())
        return read(document)


def read(document: pikepdf.Pdf) -> Leaf:
    file = BytesIO()
    document.save(file)
    with pypdfium2.PdfDocument(file.getvalue()) as pdf:
        return pdfium.leaf(pdf, 1)


@pytest.mark.parametrize(
    ("content", "form", "mark"),
    [
        ("0 0 9 9 re f", "", Mark()),
        ("/P <</MCID 3>> BDC 0 0 9 9 re f EMC", "", Mark(3)),
        ("/P <</MCID 3>> BDC /Span BMC 0 0 9 9 re f EMC EMC", "", Mark(3)),
        ("/Artifact BMC 0 0 9 9 re f EMC", "", Mark(artifact=True)),
        ("/Artifact <</Type /Pagination>> BDC 0 0 9 9 re f EMC", "", Mark(artifact=True)),
        ("/Artifacts BMC 0 0 9 9 re f EMC", "", Mark()),
        (f"/{'Long' * 30} BMC 0 0 9 9 re f EMC", "", Mark()),
        ("/P <</MCID 3>> BDC /Form Do EMC", "0 0 9 9 re f", Mark(3)),
        ("/P <</MCID 3>> BDC /Form Do EMC", "/P <</MCID 0>> BDC 0 0 9 9 re f EMC", Mark(3)),
        ("/Artifact BMC /Form Do EMC", "0 0 9 9 re f", Mark(artifact=True, inner=True)),
        ("/Form Do", "0 0 9 9 re f", Mark(inner=True)),
        ("/Form Do", "/P <</MCID 0>> BDC 0 0 9 9 re f EMC", Mark(0, inner=True)),
        ("/Form Do", "/Artifact BMC 0 0 9 9 re f EMC", Mark(artifact=True, inner=True)),
    ],
)
def test_things_have_the_mark_that_they_stand_in(content: str, form: str, mark: Mark) -> None:
    (area,) = leaf(content, form).areas
    assert area.mark == mark
    assert area.mark.loose == (mark.number == -1 and not mark.artifact)


def test_what_stands_in_a_form_is_where_the_form_was_placed() -> None:
    placed, inside = "2 0 0 2 10 20 cm /Form Do", "1 0 0 1 5 5 cm 0 0 9 9 re f"
    (area,) = leaf(placed, inside, Matrix=Array([1, 0, 0, 1, 1, 1])).areas
    assert area.box == pytest.approx((22, 32, 40, 50), abs=1.1)


def test_pictures_have_their_pixels_and_their_size() -> None:
    (plate,) = leaf("30 0 0 20 5 5 cm BI /W 3 /H 2 /CS /G /BPC 8 ID abcdef EI").plates
    assert (plate.pixels, plate.bits) == ((3, 2), 8)
    assert plate.size == pytest.approx((30, 20))


def test_a_picture_that_a_clip_cuts_keeps_the_size_that_its_pixels_are_spread_over() -> None:
    (plate,) = leaf(
        "9 9 9 9 re W n 30 0 0 20 5 5 cm BI /W 3 /H 2 /CS /G /BPC 8 ID abcdef EI"
    ).plates
    assert plate.size == pytest.approx((30, 20))
    assert plate.box == pytest.approx((9, 9, 18, 18), abs=0.1)


def test_a_form_within_itself_has_an_end() -> None:
    assert 1 <= len(leaf("/Form Do", "0 0 9 9 re f /Form Do").areas) <= pdfium.DEEPEST


def test_a_page_that_cannot_be_loaded_has_nothing_on_it() -> None:
    with pikepdf.new() as document:
        document.add_blank_page()
        document.pages[0].obj.Type = Name.Odd
        found = read(document)
    assert not found.shown
    assert not [*found.runs, *found.areas, *found.strokes, *found.plates]
