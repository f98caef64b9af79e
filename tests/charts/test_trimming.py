"""What is printed of a drawing is what is seen, in the layout's type."""

from briefpack.charts.trimming import trimmed
from tests.charts.plotted import INKS


def test_what_nobody_sees_goes() -> None:
    svg = (
        '<svg width="9" height="9"><g class="root" role="x" aria-label="y">'
        '<path class="background" aria-hidden="true" d="M0,0h5v5h-5Z"/>'
        '<path d="M0,30.000000000000004h2" opacity="1"/>'
        '<path class="foreground" d="" display="none"/><g></g></g></svg>'
    )
    assert trimmed(svg, INKS) == '<svg width="9" height="9"><g><path d="M0,30h2"/></g></svg>'


def test_a_background_that_is_painted_stays() -> None:
    svg = '<svg><path class="background" d="M0,0h5v5h-5Z" fill="#eeeeee"/></svg>'
    assert 'fill="#eeeeee"' in trimmed(svg, INKS)


def test_all_words_are_in_the_type_of_the_layout() -> None:
    assert trimmed('<text font-family="serif">3.14159</text>', INKS) == (
        '<text font-family="Fira Sans">3.14159</text>'
    )


def test_ids_are_counted_anew() -> None:
    svg = '<clipPath id="clip7"/><g clip-path="url(#clip7)"/><use href="#clip7"/>'
    assert trimmed(svg, INKS) == (
        '<clipPath id="own-1"/><g clip-path="url(#own-1)"/><use href="#own-1"/>'
    )
