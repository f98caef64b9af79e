"""A JPEG file without what cameras note in it."""

from PIL import Image

from briefpack.pictures.jpeg import bare
from tests.figures.made import bytes_of, halves

PLAIN = bytes_of(halves(), "JPEG")


def test_a_plain_file_stays_as_it_is() -> None:
    assert bare(PLAIN) == PLAIN


def test_what_follows_the_picture_goes() -> None:
    assert bare(PLAIN + b"a second picture") == PLAIN


def test_notes_go() -> None:
    exif = Image.Exif()
    exif[0x8825] = {1: "N"}
    noted = bytes_of(halves(), "JPEG", exif=exif, comment=b"here", icc_profile=b"profile")
    assert bare(noted) == PLAIN


def test_restarts_and_several_scans_stay() -> None:
    for options in ({"progressive": True}, {"restart_marker_blocks": 2}):
        file = bytes_of(halves(), "JPEG", **options)
        assert bare(file) == file


def test_colours_stored_in_adobes_way_are_for_others_to_read() -> None:
    assert bare(bytes_of(halves(mode="CMYK"), "JPEG")) is None
    assert bare(bytes_of(halves(), "JPEG", keep_rgb=True)) is None


def test_what_is_no_such_file_is_none() -> None:
    arithmetic = PLAIN.replace(b"\xff\xc0", b"\xff\xc9", 1)
    for data in (b"", b"\xff\xd8", PLAIN[:-2], PLAIN[:100], arithmetic, b"\xff\xd8\xff\xe0\0\0"):
        assert bare(data) is None
