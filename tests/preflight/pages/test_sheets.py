"""What is planted in pages, pictures and the size of a file is found by its own check."""

from random import Random
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from briefpack import preflight
from briefpack.problem import Place
from tests.calibration.pages import SPECIMENS
from tests.preflight.spoilt import Breaking, found, spoilt, unjudged

TEXT, PAGE = 5, 6
"""Pages (from 0): one full of text, and one whose lower half is empty."""


def picture(width: int, height: int, size: float, mask: bool = False) -> Breaking:
    """A picture of so many pixels that adorns a page, `size` points each way."""

    def place(document: pikepdf.Pdf) -> None:
        one = document.make_stream(
            Random(7).randbytes(width * height),
            Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height,
        )  # fmt: skip
        if mask:
            one.ImageMask, one.BitsPerComponent = True, 1
        else:
            one.ColorSpace, one.BitsPerComponent = Name.DeviceGray, 8
        name = document.pages[PAGE].add_resource(one, Name.XObject)
        adorn(document, f"{size} 0 0 {size} 99 99 cm {name} Do")

    return place


def adorn(document: pikepdf.Pdf, operators: str) -> None:
    """Paint in points of the page, from its lower left."""
    document.pages[PAGE].contents_add(b"q", prepend=True)
    document.pages[PAGE].contents_add(f"Q /Artifact BMC {operators} EMC".encode("ascii"))


def drawn(operators: str) -> Breaking:
    return lambda document: adorn(document, operators)


def named(document: pikepdf.Pdf) -> None:
    """A font that is only named where it paints."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page = document.pages[PAGE]
    name = page.add_resource(document.make_indirect(font), Name.Font)
    page.contents_add(f"BT {name} 9 Tf 300 300 Td ( ) Tj ET".encode("ascii"))


def letters(letter: bytes) -> Breaking:
    """A font whose letters are content streams."""

    def add(document: pikepdf.Pdf) -> None:
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 9, 9],
            FontMatrix=[1, 0, 0, 1, 0, 0],
            CharProcs=Dictionary(a=document.make_stream(letter)), FirstChar=97, LastChar=97,
            Encoding=Dictionary(Differences=[97, Name.a]), Widths=[9],
        )  # fmt: skip
        document.pages[PAGE].add_resource(document.make_indirect(font), Name.Font)

    return add


OF_DOTS = b"9 0 0 0 9 9 d1 9 0 0 9 0 0 cm BI /W 8 /H 1 /IM true /BPC 1 ID \xaa EI"
OUTLINED = b"9 0 0 0 9 9 d1 0 0 9 9 re f"


def page(key: str, value: Any, number: int = PAGE) -> Breaking:
    def write(document: pikepdf.Pdf) -> None:
        document.pages[number].obj[key] = value

    return write


def sheet(width: float, height: float) -> Breaking:
    """A page of another size."""

    def cut(document: pikepdf.Pdf) -> None:
        for key in ("/TrimBox", "/BleedBox"):
            del document.pages[PAGE].obj[key]
        document.pages[PAGE].obj.MediaBox = Array([0, 0, width, height])

    return cut


BROKEN: list[tuple[Breaking, dict[str, Any], str, str]] = [
    (named, {}, "font-embedding", "the font Helvetica is not in the file"),
    (letters(OF_DOTS), {}, "font-type3", "(w) 1 font with letters made of dots"),
    (picture(100, 100, 60), {}, "image-resolution", "(w) page 7: a picture has 120 dots per inch"),
    (picture(40, 40, 60), {}, "image-resolution", "page 7: a picture has 48 dots per inch"),
    (drawn("0 w 99 99 m 199 99 l S"), {}, "thin-line", "(w) page 7: 1 line thinner than 0.12 pt"),
    (sheet(842, 595), {}, "page-size", "pages have 2 sizes: 9 of 210"),
    (sheet(0, 595), {}, "page-size", "which no reader can show"),
    (lambda _: None, {"mail": 0.3}, "file-size", "(w) the file has 0."),
    (lambda _: None, {"multiple": 4}, "page-count", "multiples of 4 pages, and the file has 10"),
    (lambda _: None, {"width": 148, "height": 210}, "paper-size", "the page is 210 x 297 mm"),
    (page("/CropBox", Array([-50, 0, 595, 842])), {}, "page-boxes", "(w) page 7: the CropBox"),
]  # fmt: skip


@pytest.mark.parametrize(("breaking", "order", "rule", "message"), BROKEN)
def test_what_is_planted_is_found(
    sample: bytes, breaking: Breaking, order: dict[str, Any], rule: str, message: str
) -> None:
    told = found(spoilt(sample, breaking), "pages", "mail", "paper", **order)
    assert told.keys() == {rule}, told
    assert any(message in each for each in told[rule]), told


def test_every_check_of_pages_mail_and_paper_has_a_file_that_it_fails() -> None:
    caught = {row[2] for row in BROKEN} | {one.rule for one in SPECIMENS}
    for check in preflight.CHECKS:
        if {"pages", "mail", "paper"} & {*check.groups} and "reading" not in check.groups:
            assert check.rule in caught


@pytest.mark.parametrize(
    "breaking",
    [
        picture(200, 200, 60),
        picture(4, 4, 20),
        picture(1, 1, 300),
        picture(40, 40, 60, mask=True),
        letters(OUTLINED),
        page("/Rotate", 180),
        page("/UserUnit", 1),
        drawn("/Nothing Do"),
    ],
)
def test_what_is_well_is_left_alone(sample: bytes, breaking: Breaking) -> None:
    assert found(spoilt(sample, breaking), "pages", "mail", "paper") == {}


def test_a_large_file_is_told_with_what_takes_the_room(sample: bytes) -> None:
    def stuff(document: pikepdf.Pdf) -> None:
        document.attachments["minutes.bin"] = Random(7).randbytes(15_000_000)

    (told,) = found(spoilt(sample, stuff), "mail")["file-size"]
    assert told.startswith("the file has 15.")
    assert "(15.0 MB of attachments)" in told
    assert "in a message 21 MB" in told


def test_a_page_turned_as_it_is_printed_stands_upright(sample: bytes) -> None:
    """Text that is set sideways, on a page that is turned for it."""

    def turn(document: pikepdf.Pdf) -> None:
        turned = document.pages[TEXT]
        turned.contents_add(b"q 0 -1 1 0 0 595 cm", prepend=True)
        turned.contents_add(b"Q")
        turned.obj.Rotate = 270

    assert "page-rotation" in found(spoilt(sample, page("/Rotate", 270, TEXT)), "reading")
    assert "page-rotation" not in found(spoilt(sample, turn), "reading")


def test_content_that_cannot_be_followed_is_not_passed(sample: bytes) -> None:
    outcomes = preflight.inspect(
        spoilt(sample, drawn("/A /B /C rg")),
        preflight.Order(Place("a.pdf"), frozenset({"pages"})),
    )
    (thin,) = (one for one in outcomes if one.check.rule == "thin-line")
    assert (thin.verdict, thin.unjudged) == (
        "unjudged",
        "the content of page 7 cannot be followed",
    )


def test_pages_that_nobody_ordered_have_no_size_to_be_judged_by(sample: bytes) -> None:
    assert "paper-size" in unjudged(sample, "paper")
    assert "paper-size" not in unjudged(sample, "paper", width=210, height=297)
