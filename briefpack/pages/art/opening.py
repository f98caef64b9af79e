"""The opening quotation mark that stands large before a quotation, as its language has it."""

from collections.abc import Mapping

from briefpack.markdown.typography import quotes

WIDTH, HEIGHT = 11.3, 8.6
_COMMA = "M{x} 8.6V4.9C{x} 2.2 {a} .5 {b} 0l.5 1.2C{c} 1.8 {d} 2.8 {d} 4.4h2.3v4.2z"


def _comma(x: float) -> str:
    """One comma turned upside down, as high as the mark."""
    places = {"x": x, "a": x + 1.5, "b": x + 4.2, "c": x + 3.0, "d": x + 2.3}
    return _COMMA.format(**{name: round(place, 2) for name, place in places.items()})


_SIXTY_SIX = f'<path d="{_comma(0)}{_comma(6.6)}"/>'
_NINETY_NINE = f'<g transform="rotate(180 {WIDTH / 2} {HEIGHT / 2})">{_SIXTY_SIX}</g>'
_POINTING_LEFT = (
    '<path d="M4.6 .6L1 4.3 4.6 8M10.2 .6L6.6 4.3 10.2 8" fill="none" stroke="{colour}" '
    'stroke-width="1.5"/>'
)
_POINTING_RIGHT = f'<g transform="rotate(180 {WIDTH / 2} {HEIGHT / 2})">{_POINTING_LEFT}</g>'
_CORNER = '<path d="M4 8.6V1.2H9.6" fill="none" stroke="{colour}" stroke-width="1.5"/>'

SHAPES: Mapping[str, str] = {
    "“": _SIXTY_SIX,
    "„": _NINETY_NINE,
    "”": _NINETY_NINE,
    "«": _POINTING_LEFT,
    "»": _POINTING_RIGHT,
    "「": _CORNER,
}
"""The shape of each opening mark of `typography.QUOTES`."""


def draw(language: str, colour: str) -> str:
    """An SVG of the mark."""
    shape = SHAPES[quotes(language)[0][0]].format(colour=colour)
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}mm" height="{HEIGHT}mm"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} fill="{colour}">{shape}</svg>'
