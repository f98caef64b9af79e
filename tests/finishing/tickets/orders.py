"""Jobs and deliveries for the tests of tickets: drawn pages, no typesetting."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from briefpack.brief import Brief
from briefpack.edition import Edition
from briefpack.finishing.job import Delivery, Job
from briefpack.finishing.pen import MM, drawn
from briefpack.pages import layout
from briefpack.paper import PAPERS
from briefpack.words import Words

POLICY = layout.find("policy")


def brief(language: str = "en", **fields: str) -> Brief:
    words = {"title": "Night *buses*", "date": "2026-03-02", "stance": "neutral"} | fields
    return Brief.model_validate(
        {**words, "language": Words(language), "authors": [{"name": "A Forum"}]}
    )


def job(
    name: str = "office", language: str = "en", paper: str = "a4", pages: int = 4, **row: Any
) -> Job:
    sheet, folios = PAPERS[paper], [str(number) for number in range(1, pages + 1)]
    of = brief(language, series="Valley papers", number="7", version="1.2")
    edition = Edition(name, "for a test", **row)
    return Job(edition, of, POLICY, sheet, sheet, POLICY.wording(of.language), folios, Path())


def delivery(
    pages: int = 4, size: tuple[float, float] = (210.0, 297.0), **particulars: Any
) -> Delivery:
    """Pages with black on each, and red on the second."""

    def draw(number: int) -> Any:
        def page(canvas: Canvas) -> None:
            canvas.setFillColor("#b9371f" if number == 2 else "#000000")
            canvas.rect(50 * MM, 50 * MM, 20 * MM, 20 * MM, stroke=0, fill=1)

        return page

    made: Mapping[str, Any] = particulars
    return Delivery(drawn((size, draw(number)) for number in range(1, pages + 1)), (), made)
