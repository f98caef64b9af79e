"""Opens pictures of pixels: bounded, to the last byte, and upright."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from struct import error as CutShort  # noqa: N812

from PIL import Image, ImageFile, ImageOps
from PIL.ExifTags import Base

from briefpack.pictures.picture import Unfit

LARGEST = 200_000_000
"""The most pixels that are decoded: of a PNG picture, they take 800 MB of memory for a moment."""

SMALLEST = 2
"""The fewest pixels that each side may have."""

MOST_INLAID = 25_000_000
"""The most pixels of a picture within a drawing, which is printed as it is."""

_PLAIN = ("1", "L", "P", "RGB", "LA", "RGBA")
_OWN = "save it as an RGB picture of 8 bits, or make a figure of its own of it"
_TURNED = range(2, 9)  # Exif 2.32, 4.6.4 A: orientations other than upright,
_SIDEWAYS = range(5, 9)  # and those of them with the sides exchanged
_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "PNG",  # ISO/IEC 15948, 5.2
    b"\xff\xd8\xff": "JPEG",  # ISO/IEC 10918-1, B.1.1.3: SOI and the next marker
    b"GIF8": "GIF",
    b"RIFF": "WebP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"BM": "BMP",
    b"%PDF-": "PDF",
    b"<svg": "SVG",
    b"<?xml": "SVG",
    b"\0\0\0": "HEIF",
}
_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
_FAULTS = (OSError, SyntaxError, ValueError, CutShort, IndexError, KeyError, OverflowError,
           TypeError, EOFError, ZeroDivisionError, AttributeError, AssertionError,
           MemoryError)  # fmt: skip
"""What Pillow's decoders raise on damaged files."""


def survey(path: Path) -> tuple[int, int, tuple[str, ...]]:
    """Width and height (pixels, upright) of a sound picture, and remarks on what print will lose.

    Raises `Unfit`.
    """
    _check_signature(path)
    with _decoding(), _opened(path) as picture:
        width, height = picture.size
        sideways = _orientation(picture) in _SIDEWAYS
        remarks = tuple(_remarks(picture))
        # An eighth of each side is enough to see that all of a JPEG file is there, and quicker.
        picture.draft(None, (width // 8, height // 8))
        picture.load()
    return (height, width, remarks) if sideways else (width, height, remarks)


def check_plain(data: bytes) -> None:
    """Refuse (`Unfit`) a picture that cannot be printed as it is."""
    with _decoding(), _opened(data) as picture:
        if picture.width * picture.height > MOST_INLAID:
            most = f"one may have {MOST_INLAID / 1e6:.0f} million there"
            raise Unfit(f"has {picture.width} × {picture.height} pixels; {most}", _OWN)
        if picture.mode not in _PLAIN or _orientation(picture) in _TURNED:
            raise Unfit(f"is of a kind that cannot be printed as it is ({picture.mode})", _OWN)
        picture.load()


def read(path: Path, width: int) -> tuple[Image.Image, bool]:
    """A picture with its pixels, upright, and whether they are those of the file, one by one.

    Of a JPEG file they may be fewer, but no less than `width` across. Raises `Unfit`.
    """
    with _decoding(), _opened(path) as picture:
        stored = picture.size
        picture.draft(None, _outline(picture, width))
        picture.load()
        if _orientation(picture) not in _TURNED:
            return picture, picture.size == stored
        turned = ImageOps.exif_transpose(picture)
        turned.format = picture.format
        return turned, False


def _outline(picture: Image.Image, width: int) -> tuple[int, int]:
    """Width and height of the picture, as it is stored, at a width of it upright."""
    across = picture.height if _orientation(picture) in _SIDEWAYS else picture.width
    scale = width / across
    return max(1, int(picture.width * scale)), max(1, int(picture.height * scale))


def _orientation(picture: Image.Image) -> object:
    return picture.getexif().get(Base.Orientation)


def _opened(source: Path | bytes) -> Image.Image:
    """A picture whose pixels are not read yet."""
    file = BytesIO(source) if isinstance(source, bytes) else source
    picture = Image.open(file, formats=("PNG", "JPEG", "MPO"))
    try:
        _check_size(picture)
    except Unfit:
        picture.close()
        raise
    return picture


@contextmanager
def _decoding() -> Iterator[None]:
    """Let Pillow be strict and unlimited for the while, and say in one way what goes wrong.

    It keeps both in globals, and WeasyPrint makes it lenient: they are set back.
    """
    limit, lenient = Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES
    Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES = None, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Unfit:
        raise
    except _FAULTS as fault:
        raise _damaged(fault) from None
    finally:
        Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES = limit, lenient


def is_animated(picture: Image.Image) -> bool:
    """Whether there is more than one picture to be seen, one after the other."""
    return picture.format == "PNG" and getattr(picture, "n_frames", 1) > 1


def _remarks(picture: Image.Image) -> Iterator[str]:
    if is_animated(picture):
        yield "is animated, and only its first picture is printed"
    if picture.mode == "CMYK" and not picture.info.get("icc_profile"):
        yield "is in CMYK without a colour profile, so its colours in print are a guess"


def _check_signature(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(12)
    if not start:
        raise Unfit("is empty", "copy it from its source once more")
    expected = _FORMATS[path.suffix.lower()]
    found = next((name for sign, name in _SIGNATURES.items() if start.startswith(sign)), "")
    if found == expected:
        return
    ending = next((end for end, name in _FORMATS.items() if name == found), "")
    hint = f"it is a JPEG or PNG picture by another name: call it '{path.stem}{ending}'"
    other = f"it is {found}, it seems: save it as PNG or JPEG" if found else ""
    raise Unfit(f"holds no {expected} picture", hint if ending else other)


def _check_size(picture: Image.Image) -> None:
    if min(picture.size) < SMALLEST:
        raise Unfit(f"has {picture.width} × {picture.height} pixels")
    count = picture.width * picture.height
    if count > LARGEST:
        most = f"a picture may have {LARGEST / 1e6:.0f} million pixels"
        raise Unfit(f"has {count / 1e6:,.0f} million pixels; {most}", "save a smaller copy of it")


def _damaged(fault: Exception) -> Unfit:
    if isinstance(fault, MemoryError):
        return Unfit("takes more memory than there is", "save a smaller copy of it")
    cut = "truncated" in str(fault) or isinstance(fault, EOFError)
    why = "is cut short: its end is missing" if cut else "is damaged, and cannot be read"
    return Unfit(why, "copy it from its source once more")
