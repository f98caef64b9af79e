"""Specimens that other programs draw: the faults of briefpack's own, and odd pages that are sound.

reportlab places every word where it is told; WeasyPrint sets plain HTML, with tags and without.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, update_wrapper

from tests.calibration.foreign import letters, odd, places, plain, sheets
from tests.calibration.specimen import OF_PAGES, Specimen

ORDER = {"groups": OF_PAGES}
"""What is drawn is not tagged, and says nothing about itself."""


def drawn(rule: str, *makes: Callable[[], bytes], missed: str = "") -> list[Specimen]:
    return [Specimen(rule, make, "reportlab", ORDER, missed) for make in makes]


def tagged(rule: str, make: Callable[..., bytes], missed: str = "") -> list[Specimen]:
    """The same set twice: without tags, where nobody can tell, and with them."""
    with_tags = update_wrapper(partial(make, pdf_tags=True), make)
    return [
        Specimen(rule, make, "WeasyPrint", ORDER, UNTAGGED if rule else ""),
        Specimen(rule, with_tags, "WeasyPrint with tags", ORDER, missed),
    ]


UNTAGGED = "no tags"
HALVED = "each half of a paragraph is tagged as one of its own"

SPECIMENS = (
    *drawn(
        "text-cut-off",
        places.off_the_page,
        places.off_the_crop_box,
        places.clipped_by_a_path,
        places.clipped_by_a_form,
    ),
    *drawn("safe-area", places.near_the_edge, places.near_the_edge_on_its_side),
    *drawn(
        "text-overlap",
        places.overlapping,
        places.overlapping_letter_by_letter,
        places.overlapping_in_a_form,
        places.folio_on_text,
    ),
    *drawn("text-covered", places.under_a_box, places.under_a_box_of_lines, places.under_a_picture),
    *drawn("text-covered", places.under_a_circle, missed="a shape that is no box lies upon text"),
    *drawn("spread-torn", places.torn),
    *drawn("spread-step", places.stepped, places.stepped_lines),
    *drawn("blank-page", places.blank, places.blank_but_white),
    *drawn(
        "near-empty-page",
        places.a_few_words_over,
        places.a_few_words_over_under_a_head,
        places.a_few_words_over_on_a_turned_page,
    ),
    *tagged("widow", plain.widow, missed=HALVED),
    *tagged("orphan", plain.orphan, missed=HALVED),
    *tagged("stranded-heading", plain.stranded),
    *drawn("hyphen-ladder", letters.ladder, letters.ladder_of_text_lines),
    *drawn("missing-glyph", letters.a_lost_glyph),
    Specimen("missing-glyph", plain.a_strange_sign, "WeasyPrint", ORDER),
    *drawn(
        "small-type",
        letters.tiny,
        letters.tiny_by_its_matrix,
        letters.tiny_by_its_text_matrix,
        letters.tiny_in_a_form,
        letters.tiny_on_its_side,
    ),
    *drawn(
        "text-contrast",
        letters.pale,
        letters.pale_in_grey,
        letters.pale_in_inks,
        letters.transparent,
        letters.on_a_tint,
        letters.on_a_gradient,
        letters.on_a_picture,
    ),
    *drawn("text-contrast", letters.under_a_veil, missed="something lets text shine through"),
    *drawn("text-contrast-grey", letters.dark_on_green),
    *drawn("font-embedding", sheets.a_font_left_out),
    *drawn("image-resolution", sheets.a_coarse_picture, sheets.a_rather_coarse_picture),
    *drawn("thin-line", sheets.a_hair),
    *drawn("page-size", sheets.two_sizes),
    *tagged("chart-contrast", plain.pale_bars),
    *tagged("chart-contrast-grey", plain.bars_of_one_grey),
    *tagged("colour-blind", plain.red_and_green),
)
"""One fault each; `missed` says why it is not found."""

SOUND = (
    *drawn(
        "",
        odd.white_on_dark,
        odd.an_outline_in_white,
        odd.printed_twice,
        odd.with_a_shadow,
        odd.a_watermark,
        odd.scanned,
        odd.scanned_over_text,
        odd.a_picture_that_lets_through,
        odd.marked_with_a_pen,
        odd.a_triangle_beside,
        odd.a_hatch_upon,
        odd.an_initial,
        odd.a_table,
        odd.two_columns,
        odd.notes_and_formulas,
        odd.accents_apart,
        odd.turned_landscape,
        odd.landscape,
        odd.cropped,
        odd.with_labels,
        odd.with_boxes_inherited,
        odd.with_letters_drawn,
        odd.title_page,
        odd.said_to_be_blank,
        odd.mirrored_heads,
        odd.facing_axis,
        odd.wall_chart,
        sheets.a_font_that_paints_nothing,
    ),
    Specimen("", plain.from_right_to_left, "WeasyPrint", ORDER),
    *tagged("", plain.plain_bars),
)
"""What other programs do every day."""
