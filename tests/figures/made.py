"""Pictures that the tests make for themselves."""

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

RED = (200, 30, 40)
BLUE = (20, 60, 160)


def halves(size: tuple[int, int] = (64, 48), mode: str = "RGB") -> Image.Image:
    """A picture whose upper half is red and whose lower half is blue."""
    picture = Image.new("RGB", size, BLUE)
    picture.paste(RED, (0, 0, size[0], size[1] // 2))
    return picture.convert(mode)


def bytes_of(picture: Image.Image, kind: str, **options: Any) -> bytes:
    """The picture as a file of that kind."""
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def saved(folder: Path, name: str, picture: Image.Image, **options: Any) -> Path:
    """The picture in a file."""
    picture.save(folder / name, **options)
    return folder / name


def near(found: Any, wanted: tuple[int, ...], by: int = 6) -> bool:
    """Whether a pixel has that colour, or nearly."""
    values = found if isinstance(found, tuple) else (found,)
    return all(abs(a - b) <= by for a, b in zip(values, wanted, strict=True))
