"""PDFium's pieces have their marks, wherever these are written."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from briefpack.preflight.pieces import Piece, pieces


def page(content: str, form: str = "", **entries: object) -> list[Piece]:
    """What stands on a page with this content; `/Form` is a form with that one."""
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(100, 100))
        stream = document.make_stream(form.encode(), Subtype=Name.Form, BBox=[0, 0, 99, 99])
        for key, value in entries.items():
            stream[f"/{key}"] = value
        document.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Form=stream))
        document.pages[0].obj.Contents = document.make_stream(content.encode())
        file = BytesIO()
        document.save(file)
    with pypdfium2.PdfDocument(file.getvalue()) as pdf:
        return list(pieces(pdf))


@pytest.mark.parametrize(
    ("content", "form", "mark", "inner", "artifact"),
    [
        ("0 0 9 9 re f", "", -1, False, False),
        ("/P <</MCID 3>> BDC 0 0 9 9 re f EMC", "", 3, False, False),
        ("/P <</MCID 3>> BDC /Span BMC 0 0 9 9 re f EMC EMC", "", 3, False, False),
        ("/Artifact BMC 0 0 9 9 re f EMC", "", -1, False, True),
        ("/Artifact <</Type /Pagination>> BDC 0 0 9 9 re f EMC", "", -1, False, True),
        ("/Artifacts BMC 0 0 9 9 re f EMC", "", -1, False, False),
        (f"/{'Long' * 30} BMC 0 0 9 9 re f EMC", "", -1, False, False),
        ("/P <</MCID 3>> BDC /Form Do EMC", "0 0 9 9 re f", 3, False, False),
        ("/Artifact BMC /Form Do EMC", "0 0 9 9 re f", -1, True, True),
        ("/Form Do", "0 0 9 9 re f", -1, True, False),
        ("/Form Do", "/P <</MCID 0>> BDC 0 0 9 9 re f EMC", 0, True, False),
        ("/Form Do", "/Artifact BMC 0 0 9 9 re f EMC", -1, True, True),
    ],
)
def test_pieces_have_the_mark_that_they_stand_in(
    content: str, form: str, mark: int, inner: bool, artifact: bool
) -> None:
    (piece,) = page(content, form)
    assert (piece.mark, piece.inner, piece.artifact) == (mark, inner, artifact)
    assert piece.loose == (mark == -1 and not artifact)


def test_what_stands_in_a_form_is_where_the_form_was_placed() -> None:
    (piece,) = page(
        "2 0 0 2 10 20 cm /Form Do", "1 0 0 1 5 5 cm 0 0 9 9 re f", Matrix=Array([1, 0, 0, 1, 1, 1])
    )
    assert piece.box == pytest.approx((22, 32, 40, 50), abs=1.1)


def test_pictures_have_their_pixels_and_their_size() -> None:
    (piece,) = page("30 0 0 20 5 5 cm BI /W 3 /H 2 /CS /G /BPC 8 ID abcdef EI")
    assert (piece.kind, piece.pixels, piece.bits) == ("image", (3, 2), 8)
    assert piece.size == pytest.approx((30, 20))


def test_a_form_within_itself_has_an_end() -> None:
    assert len(page("/Form Do", "0 0 9 9 re f /Form Do")) <= 21
