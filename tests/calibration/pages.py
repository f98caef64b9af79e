"""Specimens of pages that briefpack itself sets, from HTML: one fault each in a sound one."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf

from briefpack import fonts
from briefpack.pages import typeset
from briefpack.pages.forme import Forme
from briefpack.problem import Place
from briefpack.sourcemap import Part, Passage, SourceMap
from tests.calibration.specimen import Specimen

WORDS = (
    "The last bus leaves at twenty to ten. Whoever works a late shift drives, or does not take "
    "the post. Two lines would reach four in ten of these jobs, and a year is long enough to "
    "count who rides. "
)

STYLE = """
@page { size: A5; margin: 20mm 18mm;
  @bottom-center { content: counter(page); font: 8pt "Fira Sans" } }
body { margin: 0 } html { font: 10pt/14pt Spectral; color: #1c2733; orphans: 2; widows: 2 }
h1 { font: 600 20pt/24pt "Fira Sans" } h2 { font: 600 12pt/14pt "Fira Sans"; break-after: avoid }
.next { break-before: page } .bare { page: bare } figure { margin: 0 }
@page bare { @bottom-center { content: "" } }
"""

META = (
    '<meta name="author" content="Valley Forum"><meta name="description" content="Night buses">'
    '<meta name="dcterms.created" content="2026-03-01"><meta name="dcterms.modified" '
    'content="2026-03-01">'
)


def html(body: str, style: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><title>Night buses for the valley</title>{META}'
        f"<style>{fonts.css()}{STYLE}{style}</style></head><body>{body}</body></html>"
    )


def set_(body: str, style: str = "") -> bytes:
    """A sound page with a heading, four paragraphs, and the body below them."""
    text = f"<h1>Night buses</h1>{4 * f'<p>{WORDS}</p>'}{body}"
    return typeset.lay_out(Forme(html(text, style), fonts.files())).pdf()


def paragraphs(count: int) -> str:
    return count * f"<p>{WORDS}</p>"


def styled(words: str, style: str) -> bytes:
    return set_(f'<p style="{style}">{words}</p>')


def tiny() -> bytes:
    return styled("Terms and conditions apply.", "font-size: 6pt")


def pale() -> bytes:
    return styled("Printed in pale grey.", "color: #999999")


def on_a_photograph() -> bytes:
    ground = "background: linear-gradient(to right, #13263b, #33475c); color: #55626f; padding: 2mm"
    return styled("Grey words on a dark sky.", ground)


def dark_on_green() -> bytes:
    return styled("Dark words on green.", "background: #00b000; color: #13263b; padding: 2mm")


def painted_over() -> bytes:
    box = "position: absolute; left: 0; top: -1mm; width: 80mm; height: 6mm; background: #13263b"
    return set_(
        f'<div style="position: relative"><p>Names of witnesses</p><div style="{box}"></div></div>'
    )


def overlapping() -> bytes:
    above = "position: absolute; left: 0; top: 0"
    return set_(f'<div style="position: relative; height: 8mm"><p style="{above}">Line three</p>'
                f'<p style="{above}">Line seven</p></div>')  # fmt: skip


def clipped() -> bytes:
    words = '<p style="font-size: 14pt; line-height: 1.2; margin: 0">Cut in half</p>'
    return set_(f'<div style="overflow: hidden; height: 3mm">{words}</div>')


def at_the_edge() -> bytes:
    return set_('<p style="position: absolute; left: -15mm; margin: 0">Note</p>')


def a_few_words_over() -> bytes:
    return set_('<p class="next">It ends here.</p>')


def nothing_at_all() -> bytes:
    return set_(f'<div class="next bare"></div><div class="next">{paragraphs(3)}</div>')


def lines(count: int) -> str:
    """A paragraph of so many lines; a page has 34."""
    return (
        '<p style="margin: 0">' + "<br>".join(["Line by line the night goes on"] * count) + "</p>"
    )


def full(body: str) -> bytes:
    """Pages of lines, which may break anywhere."""
    return set_(body, "html { orphans: 1; widows: 1 }")


def last_line_alone() -> bytes:
    return full(f'<div class="next">{lines(35)}{paragraphs(4)}</div>')


def first_line_alone() -> bytes:
    return full(f'<div class="next">{lines(33)}{lines(6)}{paragraphs(4)}</div>')


def heading_at_the_foot() -> bytes:
    heading = "<h2 style='break-after: auto; margin-top: 46mm'>What it costs</h2>"
    return set_(f"{heading}<div class='next'>{paragraphs(3)}</div>")


def ladder() -> bytes:
    return set_(
        '<p style="width: 20mm; hyphens: auto" lang="en">' + "internationalisation " * 4 + "</p>"
    )


def chart(*shapes: str) -> bytes:
    drawn = "".join(shapes)
    svg = ('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90" viewBox="0 0 300 90">'
           f"<title>Passengers by line</title>{drawn}</svg>")  # fmt: skip
    return set_(f"<figure>{svg}</figure>")


def bar(x: int, y: int, height: int, colour: str) -> str:
    return f'<rect x="{x}" y="{y}" width="60" height="{height}" fill="{colour}"/>'


def pale_bar_with_its_number() -> bytes:
    number = '<text x="120" y="35" font-size="16" font-family="Fira Sans">92 launches</text>'
    label = f'<rect x="110" y="20" width="110" height="20" fill="#e3d5b8"/>{number}'
    return chart(bar(10, 10, 80, "#13263b"), label)


def pale_bars() -> bytes:
    return chart(bar(10, 10, 80, "#dddddd"), bar(110, 40, 50, "#13263b"))


def bars_of_one_grey() -> bytes:
    return chart(bar(10, 10, 40, "#00a400"), bar(10, 50, 40, "#13263b"))


def red_and_green() -> bytes:
    return chart(bar(10, 10, 80, "#a8501f"), bar(110, 40, 50, "#5f6b00"))


def broken(pdf: bytes, breaking: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A sound file, opened, broken in one respect, and saved again."""
    with pikepdf.open(BytesIO(pdf)) as document:
        breaking(document)
        file = BytesIO()
        document.save(file)
        return file.getvalue()


def without_a_glyph() -> bytes:
    """The last letters on the page lead to no glyph."""

    def lose(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        operators = list(pikepdf.parse_content_stream(page))
        at = max(at for at, row in enumerate(operators) if str(row.operator) == "TJ")
        boxes = pikepdf.Array([pikepdf.String(b"\0\0\0\0")])
        operators[at] = pikepdf.ContentStreamInstruction([boxes], pikepdf.Operator("TJ"))
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(operators))

    return broken(set_(""), lose)


BAND = (
    "position: absolute; height: 6mm; width: 100mm; background: #13263b; "
    "top: {top}mm; {side}: -18mm"
)


def bands(*tops: float) -> bytes:
    """Four pages; on the second and the third, or on the third and the fourth, half a band each."""
    pages = [f"<div style='position: relative'>{paragraphs(2)}</div>" for _ in range(3)]
    for at, (side, top) in enumerate(zip(("right", "left"), tops, strict=True), len(pages) - 2):
        inside = f"<div style='{BAND.format(top=top, side=side)}'></div>{'<br>' * 6}{paragraphs(3)}"
        pages[at] = f"<div style='position: relative'>{inside}</div>"
    return set_("".join(f'<div class="next">{page}</div>' for page in pages))


def torn() -> bytes:
    return bands(20, 20)


def stepped() -> bytes:
    def insert(document: pikepdf.Pdf) -> None:
        del document.pages[1]

    return broken(bands(20, 20.6), insert)


PLACE = Place("brief.yaml", 7)


def known(*passages: str, **part: Any) -> dict[str, Any]:
    """An order whose map knows what was to be printed on page 1."""
    parts = [Part("text", "text", PLACE, 1, part["last"])] if part else []
    return {"map": SourceMap(passages=[Passage(PLACE, one, [1]) for one in passages], parts=parts)}


def words_left_out() -> bytes:
    return set_("")


def four_pages() -> bytes:
    return set_("".join(f'<div class="next">{paragraphs(4)}</div>' for _ in range(3)))


SPECIMENS = (
    Specimen("lost-words", words_left_out, order=known(WORDS + "Nobody has asked the drivers.")),
    Specimen("page-budget", four_pages, order={**known(last=4), "budgets": {"text": 3}}),
    Specimen("text-cut-off", clipped),
    Specimen("safe-area", at_the_edge),
    Specimen("text-overlap", overlapping),
    Specimen("text-covered", painted_over),
    Specimen("spread-torn", torn),
    Specimen("spread-step", stepped),
    Specimen("blank-page", nothing_at_all),
    Specimen("near-empty-page", a_few_words_over),
    Specimen("widow", last_line_alone),
    Specimen("orphan", first_line_alone),
    Specimen("stranded-heading", heading_at_the_foot),
    Specimen("hyphen-ladder", ladder),
    Specimen("missing-glyph", without_a_glyph),
    Specimen("small-type", tiny),
    Specimen("text-contrast", pale),
    Specimen("text-contrast", on_a_photograph),
    Specimen("text-contrast-grey", dark_on_green),
    Specimen("chart-contrast", pale_bars),
    Specimen("chart-contrast", pale_bar_with_its_number),
    Specimen("chart-contrast-grey", bars_of_one_grey),
    Specimen("colour-blind", red_and_green),
)
"""One fault each; nothing else is wrong with any."""

SOUND = (
    Specimen("", words_left_out, order=known(WORDS)),
    Specimen("", four_pages, order={**known(last=4), "budgets": {"text": 4}}),
)
"""Pages that look a little odd, and are as they should be."""
