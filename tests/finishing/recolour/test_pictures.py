"""Pictures in ink."""

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image, ImageCms

from briefpack.finishing.recolour import CannotRecolour, recolour
from tests.finishing.recolour.swatch import (
    Grey,
    Separated,
    distance,
    give,
    grey,
    greyed,
    has_colour,
    operators,
    picture,
    pixel,
    swatch,
)

CLOSE = 3
"""Of 255: roundings of two ways."""

SIZE = (4, 4)
RGB = bytes(range(0, 192, 4))
PLACED = "q 80 0 0 80 10 10 cm /I Do Q"
LAB = Array([Name.Lab, Dictionary(WhitePoint=Array([0.9642, 1, 0.8249]))])
INDEXED = Array([Name.Indexed, Name.DeviceRGB, 3, String(b"\xff\0\0\0\xff\0\0\0\xff\xff\xff\0")])


def shown(data: bytes, size: tuple[int, int] = SIZE, **entries: Any) -> pikepdf.Pdf:
    """A page with a picture."""
    document = swatch(PLACED)
    entries = {"BitsPerComponent": 8, "ColorSpace": Name.DeviceRGB} | entries
    give(document, "/XObject", "/I", picture(document, data, size, **entries))
    return document


def image(document: pikepdf.Pdf) -> Stream:
    """The picture of the page."""
    found = document.pages[0].Resources.XObject.I
    assert isinstance(found, Stream)
    return found


def coded(kind: str, mode: str = "RGB", **settings: Any) -> bytes:
    """A soft picture, compressed."""
    soft = Image.radial_gradient("L").resize((32, 32))
    whole = Image.merge("RGB", [soft, soft.rotate(90), Image.new("L", soft.size, 90)])
    file = io.BytesIO()
    whole.convert(mode).save(file, kind, **settings)
    return file.getvalue()


def test_a_picture_is_as_light_as_it_was() -> None:
    document = shown(RGB)
    assert distance(*greyed(document)) <= CLOSE
    assert image(document).ColorSpace == Name.DeviceGray
    assert len(image(document).read_bytes()) == 16


@pytest.mark.parametrize(
    "entries",
    [
        {"ColorSpace": INDEXED, "BitsPerComponent": 2},
        {"ColorSpace": INDEXED, "BitsPerComponent": 2, "Decode": Array([3, 0])},
        {"ColorSpace": Name.DeviceRGB, "Decode": Array([1, 0, 1, 0, 0, 0.5])},
        {"ColorSpace": Name.DeviceRGB, "BitsPerComponent": 4},
        {"ColorSpace": Name.DeviceGray, "BitsPerComponent": 1},
        {"ColorSpace": Name.DeviceGray, "BitsPerComponent": 1, "Decode": Array([1, 0])},
    ],
)  # fmt: skip
def test_however_its_numbers_are_written(entries: dict[str, Any]) -> None:
    assert distance(*greyed(shown(RGB, **entries))) <= CLOSE


def test_sixteen_bits_are_enough_for_eight() -> None:
    data = b"".join(bytes([value, 0]) for value in RGB)
    assert distance(*greyed(shown(data, BitsPerComponent=16))) <= CLOSE


def test_measured_colours_are_followed() -> None:
    document = shown(
        b"\x89\x80\x80" * 16, ColorSpace=LAB, Decode=Array([0, 100, -128, 127, -128, 127])
    )
    recolour(document, Grey())
    assert pixel(document) == pytest.approx((128, 128, 128), abs=2)


def test_a_picture_by_a_profile_is_followed() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    document = shown(RGB)
    stream = Stream(document, profile, N=3)
    image(document).ColorSpace = Array([Name.ICCBased, document.make_indirect(stream)])
    assert distance(*greyed(document)) <= CLOSE


def test_measured_greys_are_followed() -> None:
    white = Dictionary(WhitePoint=Array([0.95047, 1, 1.08883]))
    document = shown(b"\x37" * 16, ColorSpace=Array([Name.CalGray, white]))
    recolour(document, Grey())
    assert pixel(document) == pytest.approx((128, 128, 128), abs=2)


def test_a_spot_colour_is_what_stands_for_it() -> None:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([1, 1, 1]),
                      C1=Array([0, 0, 1]))  # fmt: skip
    document = shown(RGB[:16], ColorSpace=Array([Name.Separation, Name.Blue, Name.DeviceRGB, tint]))
    assert distance(*greyed(document)) <= CLOSE


@pytest.mark.parametrize(
    ("data", "filter_name"),
    [(coded("JPEG", quality=90), "DCTDecode"), (coded("JPEG2000"), "JPXDecode")],
)
def test_a_compressed_photograph_is_opened(data: bytes, filter_name: str) -> None:
    document = shown(b"", (32, 32))
    image(document).write(data, filter=Name(f"/{filter_name}"))
    before, after = greyed(document)
    assert distance(before, after) <= 8  # a JPEG is compressed anew
    assert not has_colour(document)


def jpeg(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_photograph_of_a_press_is_opened() -> None:
    data = coded("JPEG", "CMYK", quality=95)
    document = shown(b"", (32, 32), ColorSpace=Name.DeviceCMYK, Decode=Array([1, 0] * 4))
    image(document).write(data, filter=Name.DCTDecode)
    recolour(document, Grey())
    found = jpeg(image(document).read_raw_bytes())
    # There is no black in it, so that Pillow's way with it is that of ISO 32000-1.
    assert distance(found.convert("RGB"), grey(jpeg(data).convert("RGB"))) <= CLOSE


def test_a_photograph_in_four_inks_stays_a_jpeg() -> None:
    data = coded("JPEG", quality=95)
    document = shown(b"", (32, 32))
    image(document).write(data, filter=Name.DCTDecode)
    recolour(document, Separated())
    assert image(document).Filter == Name.DCTDecode
    assert image(document).ColorSpace == Name.DeviceCMYK
    assert [int(number) for number in image(document).Decode] == [1, 0] * 4
    # Pillow, too, takes a JPEG of four inks for one upside down.
    found = jpeg(image(document).read_raw_bytes())
    assert distance(found, Separated().picture(jpeg(data))) <= CLOSE


def test_a_soft_mask_stays() -> None:
    document = shown(RGB)
    mask = picture(document, bytes(range(0, 256, 16)), SIZE, BitsPerComponent=8,
                   ColorSpace=Name.DeviceGray)  # fmt: skip
    image(document).SMask = mask
    data = mask.read_bytes()
    assert distance(*greyed(document)) <= CLOSE
    assert image(document).SMask.read_bytes() == data


def test_a_matte_is_taken_out() -> None:
    document = shown(b"\x80\x40\x00" * 16)
    image(document).SMask = picture(document, b"\x80" * 16, SIZE, BitsPerComponent=8,
                                    ColorSpace=Name.DeviceGray, Matte=Array([0, 0, 0]))  # fmt: skip
    recolour(document, Grey())
    # Half of (255, 128, 0) upon black.
    assert image(document).read_bytes()[0] == pytest.approx(0.3 * 255 + 0.59 * 128, abs=2)
    assert "/Matte" not in image(document).SMask


def test_what_a_colour_hid_a_mask_hides() -> None:
    data = b"\xff\0\0" * 8 + b"\0\0\xff" * 8
    document = shown(data, Mask=Array([255, 255, 0, 0, 0, 0]))
    before, after = greyed(document)
    assert distance(before, after) <= CLOSE
    assert before.getpixel((100, 60)) == (255, 255, 255)


def test_opacity_within_a_jpeg_2000_becomes_a_soft_mask() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (32, 32), (255, 0, 0, 128)).save(file, "JPEG2000")
    document = shown(b"", (32, 32), SMaskInData=1)
    image(document).write(file.getvalue(), filter=Name.JPXDecode)
    recolour(document, Grey())
    assert set(image(document).SMask.read_bytes()) == {128}
    assert set(image(document).read_bytes()) == {76, 77} & set(image(document).read_bytes())


def test_a_picture_in_grey_is_left_as_it_is() -> None:
    document = shown(RGB[:16], ColorSpace=Name.DeviceGray)
    recolour(document, Grey())
    assert image(document).read_bytes() == RGB[:16]


def test_a_stencil_takes_the_colour_in_hand() -> None:
    document = swatch(f"1 0 0 rg {PLACED}")
    stencil = picture(document, b"\xf0", (8, 1), BitsPerComponent=1, ImageMask=True)
    give(document, "/XObject", "/I", stencil)
    assert distance(*greyed(document)) <= CLOSE
    assert "0.3 g" in operators(document)


def test_a_picture_that_is_broken_is_refused() -> None:
    document = shown(b"")
    image(document).write(b"no photograph", filter=Name.DCTDecode)
    with pytest.raises(CannotRecolour, match="cannot be read"):
        recolour(document, Grey())


def test_a_fax_is_black_and_white() -> None:
    file = io.BytesIO()
    Image.new("1", (32, 32), 1).save(file, "TIFF", compression="group4")
    tiff = Image.open(file)
    start, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
    document = shown(b"", (32, 32), ColorSpace=INDEXED, BitsPerComponent=1)
    parameters = Dictionary(K=-1, Columns=32, Rows=32)
    image(document).write(
        file.getvalue()[start : start + length],
        filter=Name.CCITTFaxDecode,
        decode_parms=parameters,
    )
    assert distance(*greyed(document)) <= CLOSE
