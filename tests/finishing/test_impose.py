"""Pages on sheets: where they land, and what of them shows."""

from io import BytesIO

import pikepdf
import pytest
from PIL import ImageChops

from briefpack.finishing.form import sizes
from briefpack.finishing.impose import Box, Placed, imposed
from briefpack.paper import points
from tests.finishing.laid import (
    COLOURS,
    bleeding,
    changed,
    colour,
    found,
    numbered,
    resaved,
    seen,
)
from tests.pages.printed import printed

A4 = (297.0, 210.0)
WHOLE: Box = (0, 0, *A4)
LEFT, RIGHT = (74.25, 105.0), (222.75, 105.0)
MIDDLE = (148.5, 105.0)
WHITE = "#ffffff"


def sheet(pdf: bytes, *placed: Placed, size: tuple[float, float] = A4) -> bytes:
    """One side of a sheet."""
    return imposed(pdf, size, [placed], {})


def test_pages_land_where_they_are_placed_and_stay_text() -> None:
    pdf = sheet(numbered(2), Placed(2, LEFT, WHOLE), Placed(1, RIGHT, WHOLE))
    [side] = found(pdf, "n1", "n2")
    assert side["n2"][1:4] == pytest.approx((20, 20, 0), abs=0.01)
    assert side["n1"][1:4] == pytest.approx((168.5, 20, 0), abs=0.01)


@pytest.mark.parametrize(
    ("turn", "place"), [(0, (20, 20)), (90, (190, 20)), (180, (190, 190)), (270, (20, 190))]
)
def test_a_page_is_turned_around_its_middle(turn: int, place: tuple[float, float]) -> None:
    square = numbered(1, (210.0, 210.0))
    [side] = found(sheet(square, Placed(1, (105, 105), WHOLE, turn=turn)), "n1")
    assert side["n1"][1:4] == pytest.approx((*place, turn), abs=0.01)


def test_a_page_is_scaled_around_its_middle() -> None:
    [side] = found(sheet(numbered(1), Placed(1, MIDDLE, WHOLE, scale=0.5)), "n1")
    assert side["n1"].points == pytest.approx(15, abs=0.01)
    assert side["n1"][1:3] == pytest.approx((148.5 - 74.25 / 2 + 10, 52.5 + 10), abs=0.01)


def test_a_page_may_begin_anywhere() -> None:
    pdf = numbered(1)
    with pikepdf.open(BytesIO(pdf)) as document:
        [page] = document.pages
        left, bottom, right, top = (float(edge) for edge in page.mediabox)
        page.mediabox = [left - 100, bottom + 10, right - 100, top + 10]
        pdf = resaved(document)
    [side] = found(sheet(pdf, Placed(1, LEFT, WHOLE)), "n1")
    assert side["n1"][1:3] == pytest.approx((20 + 100 / points(1), 20 - 10 / points(1)), abs=0.01)


@pytest.mark.parametrize(
    ("rotate", "seen_at"),
    [
        (90, (20, 128.5, 270)),
        (180, (128.5, 190, 180)),
        (270, (190, 20, 90)),
        (-90, (190, 20, 90)),
    ],
)
def test_a_rotated_page_is_put_down_as_it_is_seen(
    rotate: int, seen_at: tuple[float, float, int]
) -> None:
    pdf = changed(numbered(1), Rotate=rotate)
    [(width, height)] = sizes(pdf)
    [side] = found(sheet(pdf, Placed(1, (width / 2, height / 2), WHOLE)), "n1")
    assert side["n1"][1:4] == pytest.approx(seen_at, abs=0.01)


def difference(one: bytes, other: bytes) -> int:
    """How far two pages differ where they differ most, of 255, small steps of edges apart."""
    pictures = seen(one), seen(other)
    assert pictures[0].size == pictures[1].size
    return max(high for _, high in ImageChops.difference(*pictures).getextrema())


def test_pages_that_inherit_what_they_need_have_it() -> None:
    with pikepdf.open(BytesIO(numbered(1))) as document:
        [page] = document.pages
        page.obj.Parent.Resources = page.obj.Resources
        page.obj.Parent.Rotate = 90
        del page.obj.Resources, page.obj.Rotate
        pdf = resaved(document)
    [side] = found(sheet(pdf, Placed(1, MIDDLE, WHOLE)), "n1")
    assert side["n1"].turned == 270


def test_bleed_shows_where_there_is_room() -> None:
    """A sheet with 10 mm to spare around two pages."""
    size, half = (317.0, 230.0), 158.5
    pair = [
        Placed(1, (half - 74.25, 115), (0, 0, half, 230)),
        Placed(2, (half + 74.25, 115), (half, 0, half, 230)),
    ]
    picture = seen(sheet(bleeding(2), *pair, size=size))
    first, second = COLOURS[1:3]
    for x, y in ((7.5, 115), (80, 7.5), (80, 222.5)):
        assert colour(picture, x, y) == first
    for x, y in ((6.5, 115), (80, 6.5), (80, 223.5), (310.5, 115)):
        assert colour(picture, x, y) == WHITE
    assert colour(picture, 309.5, 115) == second


def test_no_bleed_covers_the_neighbour() -> None:
    pair = [Placed(1, LEFT, (0, 0, 148.5, 210)), Placed(2, RIGHT, (148.5, 0, 148.5, 210))]
    for order in (pair, pair[::-1]):
        picture = seen(sheet(bleeding(2), *order))
        assert colour(picture, 148, 105) == COLOURS[1]
        assert colour(picture, 149, 105) == COLOURS[2]


def test_a_page_without_boxes_ends_where_it_ends() -> None:
    picture = seen(sheet(changed(bleeding(1), MediaBox=[0, 0, 200, 300]), Placed(1, MIDDLE, WHOLE)))
    assert colour(picture, 148.5, 105) == COLOURS[1]


def test_the_typesetters_pages_look_as_before_and_claim_no_structure() -> None:
    pdf = printed("<h1>Title</h1><p>One <a href='#x'>link</a> – <em id=x>two</em>")
    with pikepdf.open(BytesIO(pdf)) as document:
        size = tuple(float(edge) / points(1) for edge in document.pages[0].mediabox[2:])
        assert b"/MCID" in document.pages[0].Contents.read_bytes()
    put = sheet(pdf, Placed(1, (size[0] / 2, size[1] / 2), (0, 0, *size)), size=size)  # type: ignore[arg-type]
    assert difference(put, pdf) <= 2
    with pikepdf.open(BytesIO(put)) as document:
        [page] = document.pages
        assert page.keys() == {"/Type", "/MediaBox", "/Resources", "/Contents", "/Parent"}
        [form] = page.Resources.XObject.values()
        assert "/StructParents" not in form
        assert "/StructParent" not in form
        assert b"/MCID" not in form.read_bytes()
        assert b"/Artifact" in form.read_bytes() or b"/Span <<>> BDC" in form.read_bytes()


def test_what_pages_share_stays_shared() -> None:
    with pikepdf.open(BytesIO(numbered(8))) as document:
        shared = document.make_indirect(document.pages[0].Resources)
        for page in document.pages:
            page.obj.Resources = shared
        pdf = resaved(document)
    sides = [[Placed(page, LEFT, WHOLE)] for page in range(1, 9)]
    with pikepdf.open(BytesIO(imposed(pdf, A4, sides, {}))) as document:
        forms = [form for page in document.pages for form in page.Resources.XObject.values()]
        assert len({form.Resources.objgen for form in forms}) == 1
        assert (
            sum("/FontFile2" in found for found in document.objects if _is_dictionary(found)) == 1
        )


def _is_dictionary(found: pikepdf.Object) -> bool:
    return isinstance(found, pikepdf.Dictionary)


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = bleeding(2)
    assert sheet(pages, Placed(2, LEFT, WHOLE)) == sheet(pages, Placed(2, LEFT, WHOLE))


def test_a_page_may_be_put_down_twice() -> None:
    pair = [Placed(1, LEFT, (0, 0, 148.5, 210)), Placed(1, RIGHT, (148.5, 0, 148.5, 210))]
    picture = seen(sheet(bleeding(1), *pair))
    assert colour(picture, 10, 100) == colour(picture, 290, 100) == COLOURS[1]


def test_a_side_without_pages_is_blank() -> None:
    with pikepdf.open(BytesIO(sheet(numbered(1)))) as document:
        [page] = document.pages
        assert page.Contents.read_bytes() == b""
        assert [float(edge) for edge in page.mediabox] == pytest.approx(
            [0, 0, 841.89, 595.276], abs=0.01
        )
