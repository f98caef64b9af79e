"""The walk through a page finds all that is painted, wherever that is written."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from briefpack.preflight.sheet.painted import Painted, inks_of, named
from briefpack.preflight.sheet.walk import painted

SHELF = pikepdf.new()
"""All that the pages of these tests are made of stands in one document."""


def page(content: str, **resources: object) -> list[Painted]:
    """What a page with this content paints."""
    made = {
        f"/{kind}": Dictionary({f"/{name}": thing for name, thing in things.items()})
        for kind, things in resources.items()
        if isinstance(things, dict)
    }
    while len(SHELF.pages):
        del SHELF.pages[0]
    SHELF.add_blank_page(page_size=(100, 100))
    SHELF.pages[0].obj.Contents = SHELF.make_stream(content.encode("ascii"))
    SHELF.pages[0].obj.Resources = Dictionary(made)
    return list(painted(SHELF))


def form(content: str, **entries: object) -> pikepdf.Stream:
    stream = SHELF.make_stream(content.encode("ascii"), Subtype=Name.Form, BBox=[0, 0, 99, 99])
    for name, value in entries.items():
        stream[f"/{name}"] = value
    return stream


@pytest.mark.parametrize(
    ("content", "kind", "space", "ink"),
    [
        ("0 0 9 9 re f", "fill", "DeviceGray", (0,)),
        (".1 .2 .3 .4 k 0 0 9 9 re f*", "fill", "DeviceCMYK", (0.1, 0.2, 0.3, 0.4)),
        ("1 0 0 RG 0 0 m 9 9 l S", "stroke", "DeviceRGB", (1, 0, 0)),
        (".5 g BT (a) Tj ET", "text", "DeviceGray", (0.5,)),
        ("/DeviceCMYK cs 0 0 9 9 re f", "fill", "DeviceCMYK", (0, 0, 0, 1)),
        ("/DeviceRGB CS 0 1 0 SC 0 0 9 9 re s", "stroke", "DeviceRGB", (0, 1, 0)),
    ],
)
def test_colours_are_as_they_were_set(
    content: str, kind: str, space: str, ink: tuple[float, ...]
) -> None:
    (thing,) = page(content)
    assert (thing.kind, thing.colour.space, thing.colour.ink) == (kind, space, ink)


@pytest.mark.parametrize(
    ("content", "box"),
    [
        ("10 20 30 40 re f", (10, 20, 40, 60)),
        ("2 0 0 2 5 5 cm 10 20 30 40 re f", (25, 45, 85, 125)),
        ("q 1 0 0 1 50 0 cm Q 10 20 30 40 re f", (10, 20, 40, 60)),
        ("0 0 15 100 re W n 10 20 30 40 re f", (10, 20, 15, 60)),
        ("0 0 m 10 30 20 30 30 0 c f", (0, 0, 30, 30)),
    ],
)
def test_boxes_are_what_is_covered(content: str, box: tuple[float, ...]) -> None:
    (thing,) = page(content)
    assert thing.box == pytest.approx(box)


def test_what_is_clipped_away_is_not_painted() -> None:
    assert page("0 0 5 5 re W n 10 20 30 40 re f") == []


def test_invisible_text_and_unpainted_paths_leave_no_ink() -> None:
    assert page("BT 3 Tr (a) Tj ET 0 0 9 9 re n") == []


def test_lines_are_as_wide_as_they_come_out() -> None:
    (thing,) = page(".5 0 0 .5 0 0 cm 1 w 0 0 m 9 0 l S")
    assert thing.width == pytest.approx(0.5)


def test_forms_are_entered_where_they_are_placed() -> None:
    inner = form("1 0 0 rg 0 0 9 9 re f", Matrix=Array([2, 0, 0, 2, 0, 0]))
    outer = form("/In Do", Resources=Dictionary(XObject=Dictionary(In=inner)))
    (thing,) = page("1 0 0 1 10 0 cm /Out Do", XObject={"Out": outer})
    assert thing.colour.space == "DeviceRGB"
    assert thing.box == (10, 0, 28, 18)


def test_a_form_within_itself_has_an_end() -> None:
    loop = form("0 0 1 1 re f /Loop Do")
    assert len(page("/Loop Do", XObject={"Loop": loop})) <= 21


def test_tilings_and_shadings_of_patterns_are_seen() -> None:
    tiling = form("1 0 0 rg 0 0 9 9 re f", PatternType=1, PaintType=1)
    shading = Dictionary(
        PatternType=2,
        Shading=Dictionary(
            ShadingType=2,
            ColorSpace=Name.DeviceCMYK,
            Coords=[0, 0, 1, 1],
            Function=Dictionary(
                FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1
            ),
        ),
    )
    things = page(
        "/Pattern cs /Tiles scn 0 0 9 9 re f /Shade scn 0 0 9 9 re f",
        Pattern={"Tiles": tiling, "Shade": shading},
    )
    assert [thing.colour.space for thing in things if thing.kind == "fill"] == [
        "DeviceRGB",
        "Pattern",
        "Pattern",
    ]
    assert [sum(thing.colour.cmyk) for thing in things if thing.kind == "shading"] == [0, 4]


def test_soft_masks_are_seen_and_are_no_ink() -> None:
    mask = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=form("1 g 0 0 9 9 re f")))
    masking, inked = page("/Mask gs 0 0 9 9 re f", ExtGState={"Mask": mask})
    assert masking.masks
    assert not inked.masks


def test_pictures_have_their_size_in_pixels_and_in_points() -> None:
    picture = SHELF.make_stream(
        bytes(6 * 4), Subtype=Name.Image, Width=3, Height=2,
        ColorSpace=Name.DeviceCMYK, BitsPerComponent=8,
    )  # fmt: skip
    (thing,) = page("0 30 -20 0 50 50 cm /Im Do", XObject={"Im": picture})
    assert (thing.kind, thing.colour.space) == ("image", "DeviceCMYK")
    assert (thing.pixels, thing.size) == ((3, 2), (30, 20))
    assert thing.box == (30, 50, 50, 80)


def test_a_picture_written_into_the_content_is_seen() -> None:
    (thing,) = page("9 0 0 9 0 0 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI")
    assert (thing.kind, thing.colour.space) == ("image", "DeviceRGB")


@pytest.mark.parametrize(
    ("space", "name"),
    [
        (Name.DeviceGray, "DeviceGray"),
        (Array([Name.Separation, Name.All, Name.DeviceCMYK]), "Separation All"),
        (Array([Name.Indexed, Name.DeviceRGB, 1, b"123456"]), "Indexed DeviceRGB"),
        (Array([Name.Lab, Dictionary()]), "Lab"),
        (Array([]), "unknown"),
    ],
)
def test_spaces_are_called_by_their_kind(space: object, name: str) -> None:
    assert named(space) == name


def test_the_colours_of_stitched_functions_are_all_seen() -> None:
    pieces = [
        Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0], C1=[tone, tone], N=1)
        for tone in (0.5, 1)
    ]
    whole = Dictionary(FunctionType=3, Domain=[0, 1], Functions=Array(pieces))
    assert inks_of(whole) == [(0, 0), (0.5, 0.5), (0, 0), (1, 1)]
