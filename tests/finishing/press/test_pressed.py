"""The edition for print shops, judged by the bytes of a small brief with photographs."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from briefpack.paper import points
from briefpack.preflight import CHECKS
from briefpack.preflight.sheet.geometry import within
from briefpack.preflight.sheet.painted import Painted
from briefpack.preflight.sheet.walk import painted
from briefpack.press import Built
from tests.pressed import pressed, profile

DPI = 100


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return pressed(tmp_path_factory.mktemp("press"))


@pytest.fixture(scope="module")
def document(built: Built) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(built.path) as opened:
        yield opened


@pytest.fixture(scope="module")
def things(document: pikepdf.Pdf) -> list[Painted]:
    return list(painted(document))


@pytest.fixture(scope="module")
def pages(built: Built) -> list[Image.Image]:
    """Every page to the edge of its MediaBox."""
    with pypdfium2.PdfDocument(built.path) as opened:
        return [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in opened]


def inside(page: Image.Image, margin: float) -> tuple[int, int, int, int]:
    """The page without so many millimetres of each edge, in pixels."""
    cut = round(points(margin) * DPI / 72)
    return cut, cut, page.width - cut, page.height - cut


def boxes(page: pikepdf.Page) -> dict[str, list[float]]:
    names = ("/MediaBox", "/BleedBox", "/TrimBox")
    return {name: [float(edge) for edge in page.obj[name]] for name in names}


def text(things: list[Painted]) -> list[Painted]:
    return [thing for thing in things if thing.kind == "text"]


# Boxes and marks


def test_each_page_is_trimmed_to_a4_with_3_mm_of_bleed_and_a_slug(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        found = boxes(page)
        left, bottom, right, top = found["/TrimBox"]
        assert [right - left, top - bottom] == pytest.approx([points(210), points(297)], abs=0.01)
        for name, beyond in (("/BleedBox", 3), ("/MediaBox", 17)):
            grown = [left - points(beyond), bottom - points(beyond),
                     right + points(beyond), top + points(beyond)]  # fmt: skip
            assert found[name] == pytest.approx(grown, abs=0.01)
        assert "/CropBox" not in page.obj


def test_letter_has_its_own_pages(tmp_path: Path) -> None:
    with pikepdf.open(pressed(tmp_path, paper="letter").path) as document:
        left, bottom, right, top = boxes(document.pages[0])["/TrimBox"]
        assert [right - left, top - bottom] == pytest.approx([612, 792], abs=0.01)


def test_the_slug_has_marks_and_the_bleed_has_none_of_them(pages: list[Image.Image]) -> None:
    """A page of text is white from its bleed inwards to its margins; outside, marks are seen."""
    page = pages[5]
    within_bleed = page.crop(inside(page, 14))
    frame = Image.new("L", within_bleed.size, 255)
    frame.paste(0, inside(within_bleed, 3 + 8))
    dark = within_bleed.convert("L").point(lambda tone: 255 if tone < 250 else 0)
    assert ImageChops.multiply(dark, frame).getbbox() is None
    slug = Image.new("L", page.size, 255)
    slug.paste(0, inside(page, 14))
    marked = page.convert("L").point(lambda tone: 255 if tone < 250 else 0)
    left, top, right, bottom = ImageChops.multiply(marked, slug).getbbox() or (0, 0, 0, 0)
    assert right - left > 0.95 * (page.width - 2 * points(7) * DPI / 72)
    assert bottom - top > 0.95 * (page.height - 2 * points(7) * DPI / 72)


def test_crop_marks_are_in_line_with_the_edges_of_the_page(
    document: pikepdf.Pdf, things: list[Painted]
) -> None:
    left, bottom, right, top = boxes(document.pages[0])["/TrimBox"]
    lines = [
        thing.box
        for thing in things
        if thing.page == 1 and thing.kind == "stroke" and thing.colour.space == "Separation All"
    ]
    upright = [box for box in lines if box[2] - box[0] < 1]
    level = [box for box in lines if box[3] - box[1] < 1]
    for edge in (left, right):
        assert sum(abs((box[0] + box[2]) / 2 - edge) < 0.01 for box in upright) == 2
    for edge in (bottom, top):
        assert sum(abs((box[1] + box[3]) / 2 - edge) < 0.01 for box in level) == 2


def test_the_colour_bar_shows_each_ink_alone(things: list[Painted]) -> None:
    patches = {thing.colour.ink for thing in things if thing.page == 1 and thing.kind == "fill"}
    for number in range(4):
        assert tuple(float(number == ink) for ink in range(4)) in patches


def test_the_slug_says_which_page_it_is_and_of_which_day(built: Built) -> None:
    with pypdfium2.PdfDocument(built.path) as opened:
        words = opened[1].get_textpage().get_text_range()
    assert "2 / 10 · press · 2026-03 · A4 210 × 297 mm · Night buses for the valley" in words
    for plate in ("Cyan", "Magenta", "Yellow", "Black"):
        assert plate in words


# Inks


def test_no_colour_of_a_screen_is_left(things: list[Painted]) -> None:
    spaces = {thing.colour.space for thing in things}
    assert spaces <= {"DeviceCMYK", "DeviceGray", "Separation All", "Pattern"}


def test_body_text_is_black_ink_alone(things: list[Painted]) -> None:
    colours = [thing.colour.cmyk for thing in text(things) if thing.page == 6]
    assert max(colours, key=colours.count) == (0, 0, 0, 1)
    coloured = {colour for colour in colours if any(colour[:3])}
    assert all(sum(colour) < 2.4 for colour in coloured)


def test_white_text_is_no_ink(things: list[Painted]) -> None:
    assert (0, 0, 0, 0) in {thing.colour.ink for thing in text(things) if thing.page == 1}


def test_the_cover_is_four_inks_to_the_end_of_the_bleed(
    document: pikepdf.Pdf, things: list[Painted]
) -> None:
    cover = max(
        (thing for thing in things if thing.page == 1 and thing.rectangular),
        key=lambda thing: thing.box[2] - thing.box[0],
    )
    left, bottom, right, top = boxes(document.pages[0])["/BleedBox"]
    assert within((left, bottom, right, top), cover.box, 0.01)
    assert cover.colour.space == "DeviceCMYK"
    assert all(share > 0.3 for share in cover.colour.ink)
    assert sum(cover.colour.ink) <= 3.0


def test_the_bleed_of_the_cover_is_inked_all_round(pages: list[Image.Image]) -> None:
    page = pages[0].convert("L")
    left, top, right, bottom = inside(page, 14.5)
    for x in range(left, right, 20):
        assert max(page.getpixel((x, top)), page.getpixel((x, bottom - 1))) < 100
    for y in range(top, bottom, 20):
        assert max(page.getpixel((left, y)), page.getpixel((right - 1, y))) < 100
    assert page.getpixel((left - 12, 300)) == 255


def test_pictures_are_of_inks_and_keep_their_dots(things: list[Painted]) -> None:
    pictures = [thing for thing in things if thing.kind == "image"]
    dots = [thing.pixels[0] * 72 / thing.size[0] for thing in pictures]
    spaces = [thing.colour.space for thing in pictures]
    assert spaces == ["DeviceCMYK", "DeviceCMYK", "DeviceGray"]
    assert [round(each) for each in dots] == pytest.approx([300, 206, 300], abs=1)


def test_a_picture_stays_within_the_ink_limit(things: list[Painted]) -> None:
    picture = next(thing for thing in things if thing.kind == "image").image.as_pil_image()
    cells = zip(*(band.tobytes() for band in picture.resize((200, 100)).split()), strict=True)
    assert max(map(sum, cells)) / 2.55 <= 300.5


# What the file says of itself


def test_it_says_that_it_is_pdf_x_4(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as said:
        assert said["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
        assert said["pdf:Trapped"] == "False"
        assert (
            said["dc:title"] == "Night buses for the valley: One year, two lines, then a decision"
        )
        assert str(said["xmpMM:DocumentID"]).startswith("uuid:")
        assert said["xmpMM:RenditionClass"] == "default"
        assert said["xmp:CreateDate"] == said["xmp:ModifyDate"] == "2026-03-01T00:00:00Z"
    assert document.docinfo["/Trapped"] == "/False"
    assert document.pdf_version >= "1.6"


def test_it_encloses_the_profile_that_its_inks_are_for(document: pikepdf.Pdf) -> None:
    (intent,) = document.Root.OutputIntents
    assert intent.S == "/GTS_PDFX"
    assert intent.DestOutputProfile.N == 4
    assert intent.DestOutputProfile.read_bytes() == profile().data
    assert str(intent.Info) == profile().description


def test_it_leads_nowhere_and_is_not_tagged(document: pikepdf.Pdf) -> None:
    for entry in ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/OpenAction", "/Names"):
        assert entry not in document.Root
    for page in document.pages:
        assert "/Annots" not in page.obj
        page.contents_coalesce()
        assert b"MCID" not in page.obj.Contents.read_bytes()
        assert page.obj.Group.CS == "/DeviceCMYK"
    assert document.Root.PageLayout == "/SinglePage"
    assert document.Root.ViewerPreferences.DisplayDocTitle


def test_the_ticket_tells_of_the_profile_and_of_every_check(built: Built) -> None:
    told = built.particulars
    assert told["profile_origin"] == "system"
    assert told["profile"] == profile().description
    assert told["bleed_mm"] == 3
    outcomes = {row["check"]: row["outcome"] for row in told["checks"]}
    assert outcomes.pop("pictures have 300 dots per inch") == "warned"
    assert set(outcomes.values()) == {"passed"}
    assert len(outcomes) == sum("press" in check.groups for check in CHECKS) - 1


def test_a_coarse_picture_is_told_of_where_it_is_placed(built: Built) -> None:
    (problem,) = [problem for problem in built.problems if problem.rule == "press-resolution"]
    assert "206 dots per inch" in problem.message
    assert "figures/coarse.png" in problem.excerpt


def test_the_same_brief_gives_the_same_bytes(built: Built, tmp_path: Path) -> None:
    assert pressed(tmp_path).path.read_bytes() == built.path.read_bytes()


def test_it_opens_without_repair(built: Built) -> None:
    with pikepdf.open(BytesIO(built.path.read_bytes())) as document:
        assert document.check_pdf_syntax() == []
