"""Gradients in ink."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from briefpack.finishing.recolour import RGB, CannotRecolour, Role, recolour
from tests.finishing.recolour.swatch import (
    Grey,
    Separated,
    distance,
    give,
    greyed,
    has_colour,
    swatch,
)

UNIT = Array([0, 1])
RED, GREEN, BLUE = Array([1, 0, 0]), Array([0, 1, 0]), Array([0, 0, 1])
SHAPES = {2: Array([10, 0, 90, 0]), 3: Array([50, 50, 5, 50, 50, 45])}
CLOSE = 4
"""Of 255; PDFium draws gradients in 256 steps."""


def even(start: Array, end: Array, power: int = 1) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=UNIT, N=power, C0=start, C1=end)


def stitched(*parts: Dictionary) -> Dictionary:
    bounds = [number / len(parts) for number in range(1, len(parts))]
    return Dictionary(
        FunctionType=3,
        Domain=UNIT,
        Bounds=Array(bounds),
        Encode=Array([0, 1] * len(parts)),
        Functions=Array(parts),
    )


def gradient(function: object, kind: int = 2, **entries: object) -> pikepdf.Pdf:
    """A page painted with a gradient."""
    document = swatch("/S sh")
    shading = Dictionary(
        ShadingType=kind, ColorSpace=Name.DeviceRGB, Coords=SHAPES[kind], Function=function,
        Extend=Array([True, True]), **entries,
    )  # fmt: skip
    give(document, "/Shading", "/S", shading)
    return document


def shading(document: pikepdf.Pdf) -> Dictionary:
    found = document.pages[0].Resources.Shading.S
    assert isinstance(found, Dictionary)
    return found


@pytest.mark.parametrize("kind", SHAPES)
@pytest.mark.parametrize(
    "function",
    [
        even(RED, BLUE),
        even(RED, GREEN, 3),
        stitched(even(RED, BLUE), even(GREEN, GREEN), even(GREEN, RED)),
        Array([Dictionary(FunctionType=2, Domain=UNIT, N=number) for number in (1, 2, 3)]),
    ],
)
def test_a_gradient_is_as_light_as_it_was(kind: int, function: object) -> None:
    document = gradient(function, kind)
    assert distance(*greyed(document)) <= CLOSE
    assert not has_colour(document)
    assert shading(document).ColorSpace == Name.DeviceGray


def test_an_even_change_stays_one() -> None:
    document = gradient(even(RED, BLUE))
    recolour(document, Grey())
    function = shading(document).Function
    assert (int(function.FunctionType), float(function.C0[0]), float(function.C1[0])) == (
        2, 0.3, 0.11,
    )  # fmt: skip


def test_edges_between_colours_stay_sharp() -> None:
    document = gradient(stitched(even(RED, RED), even(GREEN, GREEN)))
    recolour(document, Grey())
    function = shading(document).Function
    assert int(function.FunctionType) == 3
    assert [int(part.FunctionType) for part in function.Functions] == [2, 2]


def test_a_program_becomes_samples() -> None:
    document = gradient(even(RED, RED))
    program = pikepdf.Stream(
        document,
        b"{dup dup mul exch 1 exch sub 0}",
        FunctionType=4,
        Domain=UNIT,
        Range=Array([0, 1] * 3),
    )
    shading(document).Function = document.make_indirect(program)
    assert distance(*greyed(document)) <= CLOSE
    assert int(shading(document).Function.FunctionType) == 0


class BlackApart(Separated):
    """Blacks and whites with one ink, everything else with four."""

    def colour(self, rgb: RGB, role: Role) -> tuple[float, ...]:
        return (rgb[0],) if len(set(rgb)) == 1 else super().colour(rgb, role)


def test_a_gradient_of_one_ink_and_four_is_of_four() -> None:
    document = gradient(even(Array([0, 0, 0]), RED), Background=Array([0.5, 0.5, 0.5]))
    recolour(document, BlackApart())
    found = shading(document)
    assert found.ColorSpace == Name.DeviceCMYK
    assert [float(part) for part in found.Background] == [0, 0, 0, 0.5]


def test_a_gradient_as_a_pattern_is_rewritten_too() -> None:
    document = swatch("/Pattern cs /P scn 10 10 80 80 re f")
    shade = shading(gradient(even(RED, BLUE)))
    pattern = Dictionary(PatternType=2, Shading=Dictionary(shade))
    give(document, "/Pattern", "/P", pattern)
    assert distance(*greyed(document)) <= CLOSE
    assert not has_colour(document)


@pytest.mark.parametrize(("kind", "name"), [(1, "function of the place"), (5, "lattice")])
def test_what_cannot_be_rewritten_is_refused_by_name(kind: int, name: str) -> None:
    document = swatch("/S sh")
    give(document, "/Shading", "/S", Dictionary(ShadingType=kind, ColorSpace=Name.DeviceRGB))
    with pytest.raises(CannotRecolour, match=name):
        recolour(document, Grey())
