"""The survey: a picture is looked at from end to end, once, and what was found is kept."""

import json
from collections.abc import Callable, Mapping
from hashlib import file_digest
from pathlib import Path

from briefpack import cache
from briefpack.pictures.picture import ENDINGS, Kind, Picture

Found = tuple[float, float, tuple[str, ...]]
"""Width, height and remarks; see `Picture`."""

_METHOD = "1"
"""To be changed whenever what is found in a file, or made of it, changes."""


def survey(path: Path, number: int = 1) -> Picture:
    """What is in a PNG or JPEG file, or on a page of a PDF (`number`, from 1).

    All of it is decoded, so that no picture is printed half grey; a file that was looked at before
    is only read. Raises `Unfit`, and `OSError` where the file cannot be read.
    """
    kind = ENDINGS[path.suffix.lower()]
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()

    def look() -> bytes:
        return json.dumps(_LOOKS[kind](path, number)).encode()

    key = f"survey {path.suffix.lower()} {number} {digest} {maker(kind)}"
    width, height, remarks = json.loads(cache.fetch("pictures", key, ".json", look).read_bytes())
    return Picture(kind, path, digest, width, height, number, tuple(remarks))


def maker(kind: Kind) -> str:
    """What reads and makes pictures of that kind, with its version: part of every key."""
    from importlib import metadata  # takes a while to load

    package = {"pixels": "pillow", "page": "pypdfium2"}[kind]
    return f"{package} {metadata.version(package)} {metadata.version('pillow')} {_METHOD}"


def _pixels(path: Path, _number: int) -> Found:
    from briefpack.pictures import pixels

    return pixels.survey(path)


def _page(path: Path, number: int) -> Found:
    from briefpack.pictures import sheets

    return sheets.survey(path, number)


_LOOKS: Mapping[Kind, Callable[[Path, int], Found]] = {"pixels": _pixels, "page": _page}


def check_inlaid(data: bytes) -> None:
    """Refuse (`Unfit`) a picture within a drawing that would have to be changed for print.

    It is printed as it is: sound, not huge, in sRGB or grey, 8 bits, upright.
    """
    from briefpack.pictures import pixels

    pixels.check_plain(data)
