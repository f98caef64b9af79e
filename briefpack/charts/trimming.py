"""Trimming: what Vega draws, without what is not seen, in the layout's type, always the same."""

import re

from briefpack.charts.inks import Inks, hatched
from briefpack.charts.sheet import FONT

_UNSEEN = re.compile(
    r'<path class="(?:background|foreground)"[^>]*?d="(?:M0,0h0v0h0Z)?"[^>]*/>'
    r'|<path class="foreground"[^>]*display="none"[^>]*/>'
    r'|<path class="background"(?![^>]*(?:fill|stroke)=)[^>]*/>'
)
_NEEDLESS = re.compile(
    r' (?:class|role|aria-[a-z]+|pointer-events)="[^"]*"| opacity="1"| xmlns:xlink="[^"]*"'
)
_EMPTY = re.compile(r"<g[^>]*></g>")
_NUMBER = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?|-?\d+(?:\.\d+)?e-\d+")
_DRAWN_BY = re.compile(r'(?<= )(?:d|transform|x|y|x1|x2|y1|y2|width|height)="[^"]*"')
_FAMILY = re.compile(r'font-family="[^"]*"')
_NAMED = re.compile(r'id="([^"]+)"')


def trimmed(svg: str, inks: Inks) -> str:
    """The drawing as it is printed."""
    svg = _UNSEEN.sub("", svg)
    svg = _NEEDLESS.sub("", svg)
    while (less := _EMPTY.sub("", svg)) != svg:
        svg = less
    svg = _DRAWN_BY.sub(lambda match: _NUMBER.sub(_rounded, match[0]), svg)
    svg = _FAMILY.sub(f'font-family="{FONT}"', svg)
    return hatched(_renamed(svg), inks)


def _rounded(match: re.Match[str]) -> str:
    short = f"{float(match[0]):.2f}".rstrip("0").rstrip(".")
    return "0" if short in ("", "-0") else short


def _renamed(svg: str) -> str:
    """Ids counted anew: Vega goes on counting from one drawing to the next."""
    for number, name in enumerate(dict.fromkeys(_NAMED.findall(svg)), 1):
        svg = svg.replace(f'id="{name}"', f'id="own-{number}"')
        svg = svg.replace(f"url(#{name})", f"url(#own-{number})")
        svg = svg.replace(f'href="#{name}"', f'href="#own-{number}"')
    return svg
