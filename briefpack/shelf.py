"""Where layouts, schemas and the sample stand: in the checkout, or in the installed package."""

from collections.abc import Iterable
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(packed: str, checkout: str) -> Path:
    """The wheel carries a copy inside the package; a checkout has the original beside it."""
    inside = _PACKAGE / packed
    return inside if inside.is_dir() else _PACKAGE.parent / checkout


LAYOUTS = _folder("_layouts", "layouts")
SAMPLE = _folder("_sample", "content/us-china-civil-space")
SCHEMAS = _PACKAGE / "schemas"
FORMATS = "formats"
"""The folder of a layout that holds its formats, each a folder of what it has otherwise."""
FALLBACK = "policy"
"""The layout that lends others what they lack, their words too."""


def layouts(shelf: Path) -> list[str]:
    """The names of the layouts that stand on a shelf."""
    return sorted(folder.name for folder in shelf.iterdir() if folder.is_dir())


def folders(shelf: Path, layout: str, format: str = "") -> tuple[Path, ...]:  # noqa: A002
    """Where a layout's files are looked for: in its own folder, then in the fallback's.

    What is laid out in a format of its own (`large`) takes what that format has, of this layout or
    of the fallback, before all else.
    """
    own = tuple(shelf / name for name in dict.fromkeys((str(layout), FALLBACK)))
    formats = (folder / FORMATS / format for folder in own if format)
    return (*(folder for folder in formats if folder.is_dir()), *own)


def languages(folders: Iterable[Path]) -> list[str]:
    """The languages that a layout with these folders has words in."""
    return sorted({file.stem for folder in folders for file in (folder / "words").glob("*.yaml")})
