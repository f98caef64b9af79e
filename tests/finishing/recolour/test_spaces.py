"""Colour spaces, by known colours."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from briefpack.finishing.recolour import CannotRecolour
from briefpack.finishing.recolour.spaces import Space, space

SHELF = pikepdf.new()
"""Whose all streams are."""

D65 = Array([0.95047, 1, 1.08883])
D50 = Array([0.9642, 1, 0.8249])
LAB = Array([Name.Lab, Dictionary(WhitePoint=D50, Range=Array([-128, 127, -128, 127]))])
CALIBRATED = Array(
    [
        Name.CalRGB,
        Dictionary(
            WhitePoint=D65,
            Gamma=Array([2.2, 2.2, 2.2]),
            Matrix=Array([0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505]),
        ),
    ]
)
HALF = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([1, 1, 1]),
                  C1=Array([1, 0, 0]))  # fmt: skip


def eight(found: Space, *values: float) -> tuple[int, ...]:
    """A colour of the space in 8 bits."""
    return tuple(round(255 * part) for part in found.rgb(values))


@pytest.mark.parametrize(
    ("source", "values", "colour"),
    [
        (Name.DeviceGray, [0.2], (51, 51, 51)),
        (Name.DeviceRGB, [1, 0.2, 2], (255, 51, 255)),
        (Name.DeviceCMYK, [1, 0.2, 0, 0.2], (0, 153, 204)),
        (Array([Name.DeviceGray]), [1], (255, 255, 255)),
        (LAB, [100, 0, 0], (255, 255, 255)),
        (LAB, [53.585, 0, 0], (128, 128, 128)),
        (LAB, [54.29, 80.81, 69.89], (255, 0, 0)),
        (CALIBRATED, [1, 1, 1], (255, 255, 255)),
        (CALIBRATED, [1, 0, 0], (255, 0, 0)),
        (Array([Name.CalGray, Dictionary(WhitePoint=D65, Gamma=2.2)]), [0.5], (128, 128, 128)),
        (Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\0\0\0\x01\x02\x03")]), [1], (1, 2, 3)),
        (Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\0\0\0\x01\x02\x03")]), [9], (1, 2, 3)),
        (Array([Name.Separation, Name.Red, Name.DeviceRGB, HALF]), [0.6], (255, 102, 102)),
        (Array([Name.DeviceN, Array([Name.Red]), Name.DeviceRGB, HALF]), [1], (255, 0, 0)),
    ],
)
def test_a_colour_is_known(source: object, values: list[float], colour: tuple[int, ...]) -> None:
    found = eight(space(source, Dictionary()), *values)
    assert max(abs(a - b) for a, b in zip(found, colour, strict=True)) <= 1


def profiled(profile: bytes, components: int) -> Space:
    stream = pikepdf.Stream(SHELF, profile, N=components)
    return space(Array([Name.ICCBased, stream]), Dictionary())


def test_a_profile_of_the_screen_is_the_screens_own_space() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert profiled(srgb, 3) is space(Name.DeviceRGB, Dictionary())


def test_a_profile_that_cannot_be_read_leaves_a_devices_space() -> None:
    assert profiled(b"no profile", 4) is space(Name.DeviceCMYK, Dictionary())
    assert profiled(b"no profile", 1) is space(Name.DeviceGray, Dictionary())


def test_a_pattern_has_a_space_for_its_colour_or_none() -> None:
    assert space(Name.Pattern, Dictionary()).base is None
    under = space(Array([Name.Pattern, Name.DeviceRGB]), Dictionary())
    assert under.pattern
    assert under.base is space(Name.DeviceRGB, Dictionary())


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (Array([Name.Made, 1]), "/Made is not known"),
        (Name.Lost, "/Lost is not among"),
        (Dictionary(), "not a colour space"),
        (Array([Name.Indexed, Name.DeviceRGB, 1, String(b"")]), "has none"),
    ],
)
def test_what_is_no_space_is_refused(source: object, reason: str) -> None:
    with pytest.raises(CannotRecolour, match=reason):
        space(source, Dictionary())


def test_black_on_a_press_comes_first() -> None:
    assert space(Name.DeviceCMYK, Dictionary()).initial == [0, 0, 0, 1]


def test_a_palette_may_stand_in_a_stream() -> None:
    table = pikepdf.Stream(SHELF, b"\xff\0\0")
    assert eight(space(Array([Name.Indexed, Name.DeviceRGB, 0, table]), Dictionary()), 0) == (
        255, 0, 0,
    )  # fmt: skip
