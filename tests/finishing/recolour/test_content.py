"""Content in ink: every operator that sets a colour."""

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from briefpack.finishing.recolour import CannotRecolour, recolour
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
    pixel,
    seen,
    swatch,
)

CLOSE = 2
"""Of 255: two roundings."""

WHITE = Array([0.95047, 1, 1.08883])
CALIBRATED = Array([Name.CalGray, Dictionary(WhitePoint=WHITE)])


def inked(text: str, resources: dict[str, object] | None = None) -> str:
    """The operators of a page in four inks."""
    document = swatch(text, resources)
    recolour(document, Separated())
    return operators(document)


@pytest.mark.parametrize(
    "colour",
    [
        "1 0 0 rg",
        "0.2 0.6 0.9 rg",
        "0.4 g",
        "0.3 0 0.9 0.1 k",
        "/DeviceRGB cs 0 0.5 1 sc",
        "/DeviceCMYK cs 0 1 1 0 scn",
        "/DeviceRGB cs",
        "",
    ],
)
def test_an_area_is_as_light_as_its_colour(colour: str) -> None:
    # PDFium has a way of its own with CMYK.
    close = 30 if "k" in colour or "CMYK" in colour else CLOSE
    assert distance(*greyed(swatch(f"{colour} {SQUARE}"))) <= close


def test_only_grey_operators_are_left() -> None:
    document = swatch(f"1 0 0 rg {SQUARE} 0 0 1 RG 5 w 0 0 m 100 100 l S")
    recolour(document, Grey())
    assert operators(document).split("\n") == [
        "0.3 g", "10 10 80 80 re", "f", "5 w", "0.11 G", "0 0 m", "100 100 l", "S",
    ]  # fmt: skip


def test_a_colour_that_nothing_is_painted_with_is_not_set() -> None:
    text = "1 0 0 RG 1 0 0 rg 0 1 0 rg 0 0 9 9 re f 0 0 9 9 re W n"
    assert inked(text) == "1 0 1 0 k\n0 0 9 9 re\nf\n0 0 9 9 re\nW\nn"


def test_black_letters_are_black_ink_and_black_areas_are_not() -> None:
    text = "BT /F 9 Tf (a) Tj ET 0 0 10 10 re f BT (b) Tj ET"
    lines = inked(text).split("\n")
    colours = [line for line in lines if line[-1] in "gk"]
    assert colours == ["1 1 1 0 k", "0 g"]
    assert lines.index("(a) Tj") < lines.index("1 1 1 0 k") < lines.index("0 0 10 10 re")


def test_a_colour_given_before_the_letters_is_theirs_too() -> None:
    assert "0 1 1 0 k\n(a) Tj" in inked("1 0 0 rg BT /F 9 Tf (a) Tj ET")


def test_what_is_restored_is_set_again_where_it_was_not_yet() -> None:
    lines = inked("1 0 0 rg q 0 0 5 5 re f Q 9 9 5 5 re f").split("\n")
    assert lines.count("0 1 1 0 k") == 2


def test_a_colour_is_set_before_the_path_begins_and_not_within() -> None:
    lines = inked("0 1 0 rg 0 0 m 9 0 l 9 9 l h f").split("\n")
    assert lines.index("1 0 1 0 k") < lines.index("0 0 m")


def test_a_named_space_is_looked_up_and_then_forgotten() -> None:
    document = swatch(f"/Own cs 1 scn {SQUARE}", {"/ColorSpace": Dictionary(Own=CALIBRATED)})
    recolour(document, Separated())
    assert "0 0 0 0 k" in operators(document)
    assert "/ColorSpace" not in document.pages[0].Resources


def test_a_devices_colours_may_mean_another_space() -> None:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([1, 1, 1]),
                      C1=Array([0, 0, 1]))  # fmt: skip
    spot = Array([Name.Separation, Name.Blue, Name.DeviceRGB, tint])
    document = swatch(f"1 g {SQUARE}", {"/ColorSpace": Dictionary(DefaultGray=spot)})
    recolour(document, Separated())
    assert "1 1 0 0 k" in operators(document)


@pytest.mark.parametrize("name", ["All", "None"])
def test_marks_of_all_inks_and_of_none_stay(name: str) -> None:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1)
    spot = Array([Name.Separation, Name(f"/{name}"), Name.DeviceGray, tint])
    document = swatch(f"/Marks cs 1 scn {SQUARE}", {"/ColorSpace": Dictionary(Marks=spot)})
    recolour(document, Separated())
    assert operators(document).startswith("/Marks cs\n1 scn")
    assert "/Marks" in document.pages[0].Resources.ColorSpace


def test_an_unknown_space_is_refused_by_name() -> None:
    with pytest.raises(CannotRecolour, match="/Lost is not among"):
        inked("/Lost cs 1 scn 0 0 9 9 re f")


def tile(document: pikepdf.Pdf, text: str, paint: int) -> pikepdf.Stream:
    """A pattern of tiles of 10 points."""
    cell = form(document, text, PatternType=1, PaintType=paint, TilingType=1, XStep=10, YStep=10)
    cell.BBox, cell.Resources = Array([0, 0, 10, 10]), Dictionary()
    del cell["/Subtype"]
    cell.Type = Name.Pattern
    return cell


def test_tiles_of_several_colours_are_recoloured() -> None:
    document = swatch(f"/Pattern cs /P scn {SQUARE}")
    tiles = tile(document, "1 0 0 rg 0 0 5 5 re f 0 0 1 rg 5 5 5 5 re f", 1)
    give(document, "/Pattern", "/P", tiles)
    before, after = greyed(document)
    assert distance(before, after) <= CLOSE
    assert not has_colour(document)
    assert before.getcolors() != [(200 * 200, (255, 255, 255))]


def test_tiles_without_colours_are_given_one_in_ink() -> None:
    spaces = Dictionary(Own=Array([Name.Pattern, Name.DeviceRGB]))
    document = swatch(f"/Own cs 1 0 0 /P scn {SQUARE}", {"/ColorSpace": spaces})
    give(document, "/Pattern", "/P", tile(document, "0 0 5 10 re f", 2))
    recolour(document, Separated())
    assert operators(document).startswith("/InkedColour cs\n0 1 1 0 /P scn")
    assert list(document.pages[0].Resources.ColorSpace.keys()) == ["/InkedColour"]
    assert pixel(document, 22, 50) != (255, 255, 255)


def test_tiles_without_colours_are_rendered_in_grey() -> None:
    spaces = Dictionary(Own=Array([Name.Pattern, Name.DeviceRGB]))
    document = swatch(f"/Own cs 1 0 0 /P scn {SQUARE}", {"/ColorSpace": spaces})
    give(document, "/Pattern", "/P", tile(document, "0 0 5 10 re f", 2))
    assert distance(*greyed(document)) <= CLOSE


def test_a_form_goes_on_with_its_callers_colour() -> None:
    document = swatch("0 1 0 rg /X Do")
    give(document, "/XObject", "/X", form(document, SQUARE))
    before, after = greyed(document)
    assert distance(before, after) <= CLOSE
    assert before.getpixel((100, 100)) == (150, 150, 150)


def test_the_glyphs_of_a_drawn_font_are_letters() -> None:
    document = swatch("BT /F 100 Tf (ab) Tj ET")
    square = b"0 0 0.4 0.4 re f"
    glyphs = {
        "/a": document.make_stream(b"1 0 d0 0 0 0 rg " + square),
        "/b": document.make_stream(b"1 0 0 0 1 1 d1 " + square),
    }
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 1, 1]),
        FontMatrix=Array([1, 0, 0, 1, 0, 0]),
        CharProcs=Dictionary(glyphs),
        Encoding=Dictionary(Differences=Array([97, Name.a, Name.b])),
        FirstChar=97,
        LastChar=98,
        Widths=Array([1, 1]),
    )
    give(document, "/Font", "/F", font)
    recolour(document, Separated())
    drawn = document.pages[0].Resources.Font.F.CharProcs
    assert b"0 g" in drawn.a.read_bytes()
    assert drawn.b.read_bytes() == glyphs["/b"].read_bytes()


def test_an_image_in_line_becomes_one_by_name() -> None:
    document = swatch("q 80 0 0 80 10 10 cm BI /W 2 /H 1 /BPC 8 /CS /RGB ID \xff\0\0\0\0\xff EI Q")
    before, after = greyed(document)
    assert distance(before, after) <= CLOSE
    assert "/Inline0 Do" in operators(document)
    assert not has_colour(document)


def test_a_mask_in_line_takes_the_colour_in_hand() -> None:
    document = swatch("1 0 0 rg q 80 0 0 80 10 10 cm BI /W 8 /H 1 /IM true ID \x0f EI Q")
    before, after = greyed(document)
    assert distance(before, after) <= CLOSE
    assert before.getextrema()[0] == (77, 255)


part = st.integers(0, 100).map(lambda number: f"{number / 100:g}")
colour = st.one_of(
    st.tuples(part).map(lambda parts: " ".join(parts) + " g"),
    st.tuples(part, part, part).map(lambda parts: " ".join(parts) + " rg"),
    st.tuples(part, part, part).map(lambda parts: "/DeviceRGB cs " + " ".join(parts) + " sc"),
    st.tuples(part, part, part).map(lambda parts: " ".join(parts) + " RG"),
)
mark = st.sampled_from(
    ["10 10 30 30 re f", "50 50 30 30 re B", "9 w 0 60 m 60 0 l S", "60 10 20 20 re f*", "q", "Q"]
)


@given(st.lists(st.one_of(colour, mark), max_size=12))
def test_any_operators_look_the_same_in_grey(steps: list[str]) -> None:
    # PDFium takes a Q without its q for none, and forgets a q at the end.
    document = swatch("\n".join(steps))
    before, after = greyed(document)
    assert distance(before, after) <= CLOSE
    assert not {"rg", "RG", "cs", "sc"} & set(operators(document).split())
    assert seen(document) == after
