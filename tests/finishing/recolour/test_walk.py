"""The walk through a document: nothing is left out, nothing is done twice."""

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from briefpack.finishing.recolour import RGB, Role, recolour
from tests.finishing.recolour.swatch import (
    SQUARE,
    Grey,
    Separated,
    distance,
    form,
    give,
    greyed,
    has_colour,
    operators,
    picture,
    pixel,
    swatch,
)


def group(space: Name) -> Dictionary:
    """A transparency group that is blended in that space."""
    return Dictionary(Type=Name.Group, S=Name.Transparency, CS=space)


def gradient() -> Dictionary:
    """From black to white, from left to right."""
    ends = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0]), C1=Array([1]))
    return Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([0, 0, 100, 0]),
                      Function=ends)  # fmt: skip


def masked(mask: str, space: Name, **entries: Any) -> pikepdf.Pdf:
    """A red page behind a luminosity mask."""
    document = swatch(f"/G gs 1 0 0 rg {SQUARE}")
    light = form(
        document,
        mask,
        Group=group(space),
        Resources=Dictionary(Shading=Dictionary(S=gradient())),
    )
    soft = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=light, **entries)
    give(document, "/ExtGState", "/G", Dictionary(SMask=soft))
    return document


def test_the_same_form_twice_is_rewritten_once() -> None:
    document = swatch("/X Do /X Do")
    inner = form(document, f"0 0 1 rg {SQUARE}")
    give(document, "/XObject", "/X", inner)

    class Counting(Grey):
        asked = 0

        def colour(self, rgb: RGB, role: Role) -> tuple[float, ...]:
            self.asked += rgb == (0, 0, 1)
            return super().colour(rgb, role)

    inks = Counting()
    recolour(document, inks)
    assert inks.asked == 1
    assert inner.read_bytes().startswith(b"0.11 g")


def test_forms_within_forms_are_reached() -> None:
    document = swatch("/X Do")
    inner = form(document, f"0 0 1 rg {SQUARE}")
    outer = form(document, "/Y Do", Resources=Dictionary(XObject=Dictionary(Y=inner)))
    give(document, "/XObject", "/X", outer)
    assert distance(*greyed(document)) <= 2
    assert not has_colour(document)


def test_a_form_that_calls_itself_is_walked_once() -> None:
    document = swatch("/X Do")
    own = form(document, f"0 0 1 rg {SQUARE}")
    own.Resources = Dictionary(XObject=Dictionary(X=own))
    give(document, "/XObject", "/X", own)
    recolour(document, Grey())
    assert own.read_bytes().startswith(b"0.11 g")


@pytest.mark.parametrize(
    ("mask", "space"),
    [("/S sh", Name.DeviceGray), ("1 0 0 rg 0 0 50 100 re f 1 1 1 rg 50 0 50 100 re f",
                                  Name.DeviceRGB)],
)  # fmt: skip
def test_a_soft_mask_works_as_before(mask: str, space: Name) -> None:
    document = masked(mask, space)
    before, after = greyed(document)
    assert distance(before, after) <= 2
    assert before.getpixel((30, 100)) != before.getpixel((170, 100))
    group = document.pages[0].Resources.ExtGState.G.SMask.G
    assert Name.DeviceGray == group.Group.CS


def test_a_soft_mask_stays_in_grey_where_the_page_is_in_four_inks() -> None:
    document = masked("0.5 g 0 0 100 100 re f", Name.DeviceRGB, BC=Array([0, 0, 0]))
    recolour(document, Separated())
    mask = document.pages[0].Resources.ExtGState.G.SMask
    assert mask.G.read_bytes().startswith(b"0.5 g")
    assert [int(number) for number in mask.BC] == [0]
    assert operators(document).startswith("/G gs\n0 1 1 0 k")


def test_groups_are_blended_in_the_inks() -> None:
    document = swatch("/X Do")
    document.pages[0].Group = group(Name.DeviceRGB)
    give(
        document,
        "/XObject",
        "/X",
        form(document, SQUARE, Group=group(Name.DeviceRGB)),
    )
    recolour(document, Separated())
    page = document.pages[0]
    assert page.Group.CS == page.Resources.XObject.X.Group.CS == Name.DeviceCMYK


def test_an_annotation_is_recoloured_with_its_appearance() -> None:
    document = swatch("")
    looks = Dictionary(N=Dictionary(On=form(document, f"1 0 0 rg {SQUARE}")),
                       D=form(document, f"0 0 1 rg {SQUARE}"))  # fmt: skip
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Square, Rect=Array([0, 0, 100, 100]), AP=looks, AS=Name.On,
        C=Array([1, 0, 0]), IC=Array(), MK=Dictionary(BG=Array([0, 0, 1])), F=4,
    )  # fmt: skip
    document.pages[0].Annots = Array([document.make_indirect(note)])
    recolour(document, Grey())
    found = document.pages[0].Annots[0]
    assert found.AP.N.On.read_bytes().startswith(b"0.3 g")
    assert found.AP.D.read_bytes().startswith(b"0.11 g")
    assert [float(found.C[0]), float(found.MK.BG[0]), len(found.IC)] == [0.3, 0.11, 0]


def test_what_no_page_shows_is_rewritten_as_well() -> None:
    document = swatch("")
    hidden = form(document, f"1 0 0 rg {SQUARE}")
    photograph = picture(
        document, b"\xff\0\0", (1, 1), BitsPerComponent=8, ColorSpace=Name.DeviceRGB
    )
    photograph.SMask = picture(document, b"\x07", (1, 1), BitsPerComponent=8,
                               ColorSpace=Name.DeviceGray)  # fmt: skip
    document.Root.Kept = Array([hidden, photograph])
    recolour(document, Separated())
    assert hidden.read_bytes().startswith(b"0 1 1 0 k")
    assert photograph.ColorSpace == Name.DeviceCMYK
    assert photograph.SMask.read_bytes() == b"\x07"


def test_a_shading_that_pages_share_is_rewritten_once() -> None:
    document = swatch("/S sh")
    give(document, "/Shading", "/S", gradient())
    document.pages.append(document.pages[0])
    recolour(document, Separated())
    shade = document.pages[1].Resources.Shading.S
    assert shade.ColorSpace == Name.DeviceCMYK
    assert pixel(document, 5)[0] < 70 < 200 < pixel(document, 95)[0]


def test_several_streams_of_a_page_are_read_as_one() -> None:
    document = swatch("")
    parts = [b"1 0 0", b" rg 10 10 80 80 re f"]
    document.pages[0].obj.Contents = Array([document.make_stream(part) for part in parts])
    recolour(document, Grey())
    assert operators(document) == "0.3 g\n10 10 80 80 re\nf"


def test_inks_of_two_numbers_are_none() -> None:
    class Odd(Grey):
        def colour(self, rgb: RGB, role: Role) -> tuple[float, ...]:
            return (0.0, 1.0)

    with pytest.raises(ValueError, match="neither grey nor CMYK"):
        recolour(swatch(SQUARE), Odd())
