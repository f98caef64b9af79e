"""Inks are dark enough, and hatches stand where the specification has stand-ins."""

import re
from itertools import pairwise

import pytest

from briefpack.charts.inks import DASHES, SHAPES, hatch, hatched
from tests.charts.plotted import INKS


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", [INKS.text, INKS.quiet, INKS.signal, *INKS.lines])
def test_words_can_be_read_on_white(colour: str) -> None:
    assert contrast(colour, "#ffffff") >= 4.5


def test_shapes_can_be_seen_on_white() -> None:
    assert contrast(INKS.dim, "#ffffff") >= 3


def test_what_outlines_a_hatch_can_be_seen_on_its_ground() -> None:
    for name, ground, stroke in INKS.hatches:
        assert name == "plain" or contrast(ground, stroke) >= 3


def test_neighbours_in_a_stack_differ_in_lightness() -> None:
    own = INKS.hatches[: len(INKS.lines)]
    for (_, one, _), (_, other, _) in pairwise(own):
        assert contrast(one, other) >= 3


def test_there_is_a_hatch_a_dash_and_a_shape_for_every_series() -> None:
    assert len(SHAPES) == len(DASHES) == len(INKS.lines) == 6
    assert len(set(SHAPES)) == len(set(DASHES)) == 6
    assert len(INKS.hatches) >= 2 * len(INKS.lines) - 1


def test_stand_ins_become_patterns_and_plain_ones_colours() -> None:
    svg = (
        f'<svg width="20" height="10"><path fill="{hatch(0)}"/><path fill="{hatch(1)}"/>'
        f'<path fill="{hatch(1)}"/></svg>'
    )
    drawn = hatched(svg, INKS)
    assert re.findall(r'<path fill="(\S+)"/>', drawn) == [
        INKS.hatches[0][1],
        "url(#hatch-1)",
        "url(#hatch-1)",
    ]
    assert drawn.count("<pattern") == 1


def test_a_drawing_without_hatches_stays_as_it_is() -> None:
    assert hatched('<svg width="2" height="1"/>', INKS) == '<svg width="2" height="1"/>'
