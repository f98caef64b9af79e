"""Leaves: pictures of the pages that have findings, and where in them each finding lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING, Any

from briefpack.problem import Problem, Severity
from briefpack.reporting.report import Leaf

if TYPE_CHECKING:
    from briefpack.paper import Box

DPI = 110
"""Dots per inch: small type can be read."""

LONGEST = 2000
"""Pixels along the longer side at the most, whatever a page says of its size."""

MOST = 60
"""Pages that are pictured: those of errors before others. Who has more starts with these."""


def counted(pdf: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def drawn(pdf: bytes, problems: Iterable[Problem]) -> Iterator[Leaf]:
    """A picture of each page that has findings, in order, of MOST at the most."""
    import pypdfium2

    boxes = _boxes(problems)
    if not boxes:
        return
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        for page in boxes:
            if page <= len(document):
                with closing(document[page - 1]) as sheet:
                    yield _leaf(sheet, page, boxes[page])


def _boxes(problems: Iterable[Problem]) -> Mapping[int, Sequence[Sequence[float]]]:
    """The boxes on each page that is to be pictured, by page."""
    seen = [problem for problem in problems if problem.spot.page]
    grave = {one.spot.page for one in seen if one.severity is Severity.ERROR}
    pages = sorted({one.spot.page for one in seen}, key=lambda page: (page not in grave, page))
    return {
        page: [one.spot.box for one in seen if one.spot.page == page and len(one.spot.box) == 4]
        for page in sorted(pages[:MOST])
    }


def _leaf(page: Any, number: int, boxes: Iterable[Sequence[float]]) -> Leaf:
    bitmap = page.render(scale=min(DPI / 72, LONGEST / max(*page.get_size(), 1)))
    places = bitmap.get_posconv(page)
    image = bitmap.to_pil().convert("RGB")
    found = {tuple(box): _placed(places, box, image.size) for box in boxes}
    return Leaf(number, _png(image), image.width, image.height, found)


def _placed(places: Any, box: Sequence[float], size: tuple[int, int]) -> Box:
    """Where a box of the page's space lies in the picture, and no further out than its edges."""
    corners = [places.to_bitmap(box[0], box[1]), places.to_bitmap(box[2], box[3])]
    (left, right), (top, bottom) = (sorted(edges) for edges in zip(*corners, strict=True))
    width, height = size
    return (
        float(min(max(left, 0), width)),
        float(min(max(top, 0), height)),
        float(min(max(right, 0), width)),
        float(min(max(bottom, 0), height)),
    )


def _png(image: Any) -> bytes:
    """The picture as PNG; with a palette where it has few colours, as pages of text do."""
    few = image.getcolors(256)
    file = BytesIO()
    (image.quantize(len(few)) if few else image).save(file, "PNG", compress_level=6)
    return file.getvalue()
