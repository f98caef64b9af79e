"""Where layouts, schemas and the sample stand: in the checkout, or in the installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(packed: str, checkout: str) -> Path:
    """The wheel carries a copy inside the package; a checkout has the original beside it."""
    inside = _PACKAGE / packed
    return inside if inside.is_dir() else _PACKAGE.parent / checkout


LAYOUTS = _folder("_layouts", "layouts")
SAMPLE = _folder("_sample", "content/us-china-civil-space")
SCHEMAS = _PACKAGE / "schemas"
