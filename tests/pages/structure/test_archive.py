"""A picture that a page cannot be printed with is refused, in words."""

import io
import struct
import zlib

import pytest
from PIL import Image

from briefpack.pages.structure.archive import unfit


def picture(mode: str, kind: str, side: int = 300) -> bytes:
    file = io.BytesIO()
    Image.new(mode, (side, side)).save(file, kind)
    return file.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def bomb(side: int) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "png"), ("L", "jpeg"), ("P", "png")])
def test_pictures_of_a_screen_are_fit(mode: str, kind: str) -> None:
    assert unfit(picture(mode, kind), f"image/{kind}") == ""


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_half_a_picture_is_not(kind: str) -> None:
    body = picture("RGB", kind)
    assert unfit(body[: len(body) // 2], f"image/{kind}")


@pytest.mark.parametrize("side", [12_000, 60_000])
def test_a_bomb_is_not(side: int) -> None:
    assert unfit(bomb(side), "image/png") == "of more than 89 million pixels"
