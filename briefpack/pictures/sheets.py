"""Opens pages of PDF files, and draws them as pixels."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from briefpack.pictures.picture import Unfit

LARGEST = 5_000.0
"""Points: no side of a page is longer; a sheet of A0 has 3,370."""

_REASONS = {
    raw.FPDF_ERR_PASSWORD: ("is locked with a password", "save a copy without one"),
    raw.FPDF_ERR_SECURITY: ("is locked in a way that cannot be read", "save a copy without a lock"),
}


def survey(path: Path, number: int) -> tuple[float, float, tuple[str, ...]]:
    """Width and height (points) of a page, as it is turned. Raises `Unfit`."""
    with _page(path, number) as page:
        width, height = page.get_size()
        # What cannot be drawn at all is to be known before anything is printed.
        page.render(scale=64 / max(width, height)).close()
    return round(width, 3), round(height, 3), ()


def drawn(path: Path, number: int, width: int) -> Image.Image:
    """A page, `width` pixels wide, on white. Raises `Unfit`."""
    with _page(path, number) as page:
        # Rounded up to a pixel by pdfium, which must not become one more.
        bitmap = page.render(scale=(width - 0.01) / page.get_width(), rev_byteorder=True)
        picture: Image.Image = bitmap.to_pil().convert("RGB")
        bitmap.close()
    return picture


@contextmanager
def _page(path: Path, number: int) -> Iterator[pypdfium2.PdfPage]:
    document = page = None
    try:
        document = pypdfium2.PdfDocument(path)
        if not 1 <= number <= len(document):
            raise _beyond(number, len(document))
        page = document[number - 1]
        _check_size(*page.get_size())
        yield page
    except pypdfium2.PdfiumError as fault:
        code = getattr(fault, "err_code", None)
        damaged = "is damaged, and cannot be read as a PDF", "save it as a PDF once more"
        raise Unfit(*_REASONS.get(code, damaged)) from None
    finally:
        for thing in (page, document):
            if thing is not None:
                thing.close()


def _beyond(number: int, count: int) -> Unfit:
    has = "it has one page" if count == 1 else f"it has {count} pages"
    right = f"write a number from 1 to {count}" if count > 1 else "leave ':page:' out"
    return Unfit(f"has no page {number}; {has}", right)


def _check_size(width: float, height: float) -> None:
    if not (1 <= width <= LARGEST and 1 <= height <= LARGEST):
        raise Unfit(f"has a page of {width:,.0f} × {height:,.0f} points", "use one of A0 or less")
