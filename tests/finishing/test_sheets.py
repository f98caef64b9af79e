"""What a file of sheets says of itself."""

from io import BytesIO

import pikepdf
import pytest

from briefpack.edition import EDITIONS
from briefpack.finishing.impose import Placed, imposed
from briefpack.finishing.label import label
from tests.pages.printed import printed


@pytest.fixture(scope="module")
def sheets() -> bytes:
    sides = [[Placed(1, (105, 148), (0, 0, 210, 297))]] * 2
    names = ["Sheet 1, front", "Sheet 1, back"]
    return imposed(printed("<h1>One"), (297, 210), sides, label(EDITIONS["booklet"], names))


@pytest.fixture
def document(sheets: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(sheets))


def test_the_title_and_the_language_are_the_briefs(document: pikepdf.Pdf) -> None:
    assert document.docinfo.Title == "A title"
    assert document.open_metadata()["dc:title"] == "A title"
    assert document.Root.Lang == "en-GB"


def test_it_prints_over_the_short_edge_and_unscaled(document: pikepdf.Pdf) -> None:
    preferences = document.Root.ViewerPreferences
    assert preferences.Duplex == pikepdf.Name.DuplexFlipShortEdge
    assert preferences.PrintScaling == pikepdf.Name("/None")
    assert preferences.DisplayDocTitle == True  # noqa: E712 (an object of the file)
    assert document.Root.PageLayout == pikepdf.Name.SinglePage


def test_sides_are_called_by_their_sheets(document: pikepdf.Pdf) -> None:
    assert [page.label for page in document.pages] == ["Sheet 1, front", "Sheet 1, back"]


def test_nothing_is_promised_that_sheets_cannot_keep(document: pikepdf.Pdf, sheets: bytes) -> None:
    xmp = str(document.open_metadata())
    assert "pdfaid:part" not in xmp
    assert "pdfuaid" not in xmp
    assert "pdfaExtension" not in xmp
    assert document.Root.keys().isdisjoint(
        {"/StructTreeRoot", "/MarkInfo", "/OutputIntents", "/Outlines", "/Names"}
    )
    assert document.Root.Version == pikepdf.Name("/1.7")
