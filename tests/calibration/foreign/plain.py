"""Plain HTML, set by WeasyPrint, with tags and without."""

from __future__ import annotations

from typing import Any

import weasyprint

from briefpack import fonts
from tests.calibration.foreign.canvas import (
    WORDS,
)

STYLE = """
@page { size: A5; margin: 20mm 18mm } html { font: 10pt/14pt Spectral; orphans: 1; widows: 1 }
h2 { font-size: 12pt; break-after: auto } .next { break-before: page } figure { margin: 0 }
"""


PARAGRAPH = f"<p>{' '.join(WORDS)}</p>"


def set_(body: str, style: str = "", **options: Any) -> bytes:
    """A page of text, and the body behind it."""
    document = (
        '<!doctype html><html lang="en"><head><title>Night buses</title>'
        f"<style>{fonts.css()}{STYLE}{style}</style></head>"
        f"<body>{4 * PARAGRAPH}{body}</body></html>"
    )
    base = next(iter(fonts.files().values())).parent.as_uri() + "/"
    where = document.replace('url("fonts/', f'url("{base}')
    return bytes(weasyprint.HTML(string=where).write_pdf(**options))


def lines(count: int) -> str:
    """A paragraph of so many lines; a page has 34."""
    return '<p style="margin: 0">' + "<br>".join([WORDS[0][:30]] * count) + "</p>"


def widow(**options: Any) -> bytes:
    return set_(f'<div class="next">{lines(35)}{4 * lines(5)}</div>', **options)


def orphan(**options: Any) -> bytes:
    return set_(f'<div class="next">{lines(33)}{lines(6)}{3 * lines(5)}</div>', **options)


def stranded(**options: Any) -> bytes:
    heading = "<h2 style='margin: 0'>What it costs</h2>"
    return set_(f'<div class="next">{lines(33)}{heading}{4 * lines(6)}</div>', **options)


def chart(*shapes: str) -> str:
    return (
        '<figure><svg xmlns="http://www.w3.org/2000/svg" width="300" height="90" '
        'viewBox="0 0 300 90"><title>Riders</title>' + "".join(shapes) + "</svg></figure>"
    )


def bar(x: int, y: int, height: int, colour: str) -> str:
    return f'<rect x="{x}" y="{y}" width="60" height="{height}" fill="{colour}"/>'


def pale_bars(**options: Any) -> bytes:
    return set_(chart(bar(10, 10, 80, "#dddddd"), bar(110, 40, 50, "#13263b")), **options)


def bars_of_one_grey(**options: Any) -> bytes:
    return set_(chart(bar(10, 10, 40, "#00a400"), bar(10, 50, 40, "#13263b")), **options)


def red_and_green(**options: Any) -> bytes:
    return set_(chart(bar(10, 10, 80, "#a8501f"), bar(110, 40, 50, "#5f6b00")), **options)


def plain_bars(**options: Any) -> bytes:
    return set_(chart(bar(10, 10, 80, "#8a5a00"), bar(110, 40, 50, "#13263b")), **options)


DEJAVU = "html { font-family: 'DejaVu Sans' }"


def a_strange_sign() -> bytes:
    """A letter that a program could not read, and wrote as U+FFFD."""
    return set_("<p>The caf\ufffd at the station</p>", "p { font-family: 'DejaVu Sans' }")


def from_right_to_left() -> bytes:
    words = "הקו האחרון יוצא בעשרים לעשר ומי שעובד במשמרת נוהג"
    return set_(f'<div dir="rtl" lang="he">{5 * f"<p>{words} {words}</p>"}</div>', DEJAVU)
