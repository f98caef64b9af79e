"""What is printed: no more pixels than can be seen, upright, in the colours of a screen."""

import struct
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from briefpack.pictures import Size, prepare, survey
from tests.figures.made import BLUE, RED, halves, near, saved

INCH = Size(25.4, 19.05)


def printed(path: Path, size: Size = INCH, number: int = 1) -> Image.Image:
    file, url = prepare(survey(path, number), size)
    with Image.open(file) as picture:
        assert picture.format == {"jpg": "JPEG", "png": "PNG"}[url.rpartition(".")[2]]
        assert picture.mode in ("RGB", "L")
        assert not picture.info.get("icc_profile")
        picture.load()
        return picture


@pytest.mark.parametrize(("name", "options"), [("a.png", {}), ("a.jpg", {"quality": 95})])
def test_what_has_more_pixels_than_print_shows_is_brought_down(
    tmp_path: Path, name: str, options: dict[str, Any]
) -> None:
    picture = printed(saved(tmp_path, name, halves((1200, 900)), **options))
    assert picture.size == (300, 225)
    assert near(picture.getpixel((150, 20)), RED)
    assert near(picture.getpixel((150, 200)), BLUE)


def test_what_has_fewer_keeps_them(tmp_path: Path) -> None:
    assert printed(saved(tmp_path, "a.png", halves())).size == (64, 48)


def test_a_plain_photograph_keeps_every_bit_and_loses_its_notes(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "A camera of somebody's"
    for options in ({}, {"progressive": True}, {"exif": exif, "comment": b"where it was"}):
        path = saved(tmp_path, "a.jpg", halves((80, 60)), quality=85, **options)
        file, _ = prepare(survey(path), INCH)
        assert b"somebody" not in file.read_bytes()
        assert b"where it was" not in file.read_bytes()
        with Image.open(path) as before, Image.open(file) as after:
            assert after.tobytes() == before.tobytes()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_upright(tmp_path: Path, orientation: int) -> None:
    """Red is at the top however the camera was held."""
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    stored = halves().transpose(back[orientation]) if orientation > 1 else halves()
    exif = Image.Exif()
    exif[0x0112] = orientation
    for name, size in (("a.jpg", INCH), ("b.jpg", Size(2.54, 1.905)), ("c.png", INCH)):
        picture = printed(saved(tmp_path, name, stored, exif=exif), size)
        assert picture.width > picture.height
        assert near(picture.getpixel((picture.width // 2, 3)), RED)
        assert near(picture.getpixel((picture.width // 2, picture.height - 3)), BLUE)


def test_sixteen_bits_become_eight_without_being_cut_off(tmp_path: Path) -> None:
    deep = Image.new("I;16", (64, 48), 32896)
    assert printed(saved(tmp_path, "a.png", deep)).getpixel((9, 9)) == 128


def test_what_is_transparent_shows_the_paper(tmp_path: Path) -> None:
    clear = halves(mode="RGBA")
    clear.paste((0, 0, 0, 0), (0, 0, 20, 20))
    picture = printed(saved(tmp_path, "a.png", clear))
    assert picture.getpixel((5, 5)) == (255, 255, 255)
    assert picture.getpixel((40, 5)) == RED
    keyed = printed(saved(tmp_path, "b.png", halves(), transparency=RED))
    assert keyed.getpixel((5, 5)) == (255, 255, 255)
    palette = printed(saved(tmp_path, "c.png", halves(mode="P"), transparency=0))
    assert palette.mode == "RGB"


def test_grey_stays_grey(tmp_path: Path) -> None:
    for name in ("a.png", "a.jpg"):
        assert printed(saved(tmp_path, name, halves(mode="L"))).mode == "L"
    assert printed(saved(tmp_path, "b.png", halves(mode="1"))).mode == "L"


def test_colours_for_a_press_become_those_of_a_screen(tmp_path: Path) -> None:
    """Files that say they are Adobe's are stored the other way round."""
    picture = printed(saved(tmp_path, "a.jpg", halves(mode="CMYK"), quality=95))
    assert near(picture.getpixel((9, 9)), RED, by=12)
    assert near(picture.getpixel((9, 40)), BLUE, by=12)


def test_notes_are_not_carried_over_either(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.jpg", halves((1200, 900)), comment=b"where it was")
    assert b"where it was" not in prepare(survey(path), INCH)[0].read_bytes()


def linear() -> bytes:
    """A profile with the colours of sRGB, and half the number for half the light (ICC.1, 8.3)."""
    numbers = {
        b"rXYZ": (0.4361, 0.2225, 0.0139), b"gXYZ": (0.3851, 0.7169, 0.0971),
        b"bXYZ": (0.1431, 0.0606, 0.7141), b"wtpt": (0.9642, 1.0, 0.8249),
    }  # fmt: skip
    tags = {name: b"XYZ \0\0\0\0" + fixed(*xyz) for name, xyz in numbers.items()}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), b"curv" + bytes(8))
    table, body, start = b"", b"", 132 + 12 * len(tags)
    for name, tag in tags.items():
        table += name + struct.pack(">II", start + len(body), len(tag))
        body += tag
    head = struct.pack(">I4sI12s", start + len(body), b"", 0x02400000, b"mntrRGB XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + fixed(0.9642, 1.0, 0.8249) + bytes(48)
    return head + struct.pack(">I", len(tags)) + table + body


def fixed(*numbers: float) -> bytes:
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def test_colours_are_converted_by_the_profile(tmp_path: Path) -> None:
    half = Image.new("RGB", (40, 30), (55, 55, 55))
    for name in ("a.png", "a.jpg"):
        picture = printed(saved(tmp_path, name, half, icc_profile=linear()))
        assert near(picture.getpixel((9, 9)), (128, 128, 128), by=2)


def test_a_picture_in_srgb_by_its_own_profile_stays_as_it_is(tmp_path: Path) -> None:
    same = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = saved(tmp_path, "a.jpg", halves((80, 60)), icc_profile=same)
    with Image.open(path) as before, Image.open(prepare(survey(path), INCH)[0]) as after:
        assert before.tobytes() == after.tobytes()


def test_a_profile_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.png", halves(), icc_profile=b"no profile at all")
    assert printed(path).getpixel((9, 9)) == RED


def test_a_large_photograph_in_png_becomes_a_jpeg(tmp_path: Path) -> None:
    noise = Image.merge("RGB", [Image.effect_noise((600, 450), 80) for _ in range(3)])
    path = saved(tmp_path, "a.png", noise)
    assert prepare(survey(path), Size(60, 45))[1].endswith(".jpg")
    drawn = saved(tmp_path, "b.png", halves((600, 450)))
    assert prepare(survey(drawn), Size(60, 45))[1].endswith(".png")


def test_a_page_of_a_pdf_is_drawn_finer(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.pdf", halves((96, 72)))
    picture = printed(path)
    assert picture.size == (400, 300)
    assert near(picture.getpixel((200, 20)), RED)
    assert printed(saved(tmp_path, "b.pdf", halves((96, 72), "L"))).mode == "L"


def test_the_name_and_the_bytes_are_the_same_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / place))
        path = saved(tmp_path / place, f"{place}.jpg", halves((640, 480)))
        file, url = prepare(survey(path), INCH)
        made.append((file.read_bytes(), url))
    assert made[0] == made[1]


def test_noise_of_many_bytes_is_written(tmp_path: Path) -> None:
    """Pillow's optimised writing fails on it."""
    noise = Image.merge("RGB", [Image.effect_noise((900, 700), 120) for _ in range(3)])
    path = saved(tmp_path, "a.jpg", noise, quality=98)
    assert printed(path, Size(70, 54)).width == 826
