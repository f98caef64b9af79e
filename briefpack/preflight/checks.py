"""The checks: one list, a row a check, each in the groups of those who ask for it."""

from briefpack.preflight import (
    boxes,
    breaks,
    collisions,
    contents,
    contrasts,
    edges,
    emptiness,
    figures,
    inks,
    letters,
    losses,
    metadata,
    pixels,
    spreads,
)
from briefpack.preflight.proof import Check

PAGES, PAPER, PRESS = ("pages",), ("paper",), ("press",)

CHECKS: tuple[Check, ...] = (
    Check("lost-words", "every word is on a page", losses.words, PAGES),
    Check("page-budget", "no part takes more pages than it may", losses.budgets, PAGES),
    Check("text-cut-off", "no text is cut off", edges.cut, PAGES),
    Check("safe-area", "no text stands too near to the edge", edges.safe, PAPER),
    Check("text-overlap", "no text lies on other text", collisions.overlapping, PAGES),
    Check("text-covered", "no text is painted over", collisions.covered, PAGES),
    Check("spread-torn", "spreads begin on a left-hand page", spreads.facing, PAGES),
    Check("spread-step", "lines go on across the fold", spreads.aligned, PAGES),
    Check("blank-page", "no page is blank", emptiness.blank, PAGES),
    Check("near-empty-page", "no page is nearly empty", emptiness.near_empty, PAGES),
    Check("widow", "no last line stands alone", breaks.widows, PAGES),
    Check("orphan", "no first line stands alone", breaks.orphans, PAGES),
    Check("stranded-heading", "headings stand with their text", breaks.stranded, PAGES),
    Check("hyphen-ladder", "hyphens do not stand below each other", breaks.ladders, PAGES),
    Check("missing-glyph", "every letter is in its font", letters.missing, PAGES),
    Check("small-type", "type is large enough to be read", letters.small, PAGES),
    Check("text-contrast", "text stands out from its ground", contrasts.legible, PAGES),
    Check("text-contrast-grey", "so it does in grey", contrasts.legible_in_grey, PAGES),
    Check("chart-contrast", "parts of charts are told apart", figures.apart, PAGES),
    Check("chart-contrast-grey", "so they are in grey", figures.apart_in_grey, PAGES),
    Check("colour-blind", "everybody tells categories apart", figures.seen_by_all, PAGES),
    Check("box-order", "trim, bleed and media boxes lie in each other", boxes.nested, PRESS),
    Check("trim-size", "pages are trimmed to the size that was ordered", boxes.sized, PRESS),
    Check("bleed-width", "there is bleed all round", boxes.bleeding, PRESS),
    Check("bleed-ink", "what reaches the edge goes on through the bleed", boxes.inked, PRESS),
    Check("marks-inside", "printer's marks lie outside the bleed", boxes.outside, PRESS),
    Check("screen-colour", "every colour is one of inks", inks.separated, PRESS),
    Check("rich-black-text", "dark text is black ink alone", inks.black, PRESS),
    Check("ink-limit", "no place has too much ink", inks.dried, PRESS),
    Check("press-resolution", "pictures have 300 dots per inch", pixels.sharp, PRESS),
    Check("thin-line", "lines are thick enough", pixels.thick, PRESS),
    Check("font-embedding", "fonts are in the file", contents.fonts, PRESS),
    Check("annotation-in-bleed", "no annotation lies in the bleed", contents.annotations, PRESS),
    Check(
        "active-content", "no encryption, actions, scripts or attachments", contents.still, PRESS
    ),
    Check("false-claim", "no claim of tags", contents.untagged, PRESS),
    Check(
        "output-intent", "one output intent with a profile of four inks", metadata.intended, PRESS
    ),
    Check("pdfx-metadata", "the metadata say what the file is", metadata.identified, PRESS),
    Check("metadata-agreement", "metadata and document information agree", metadata.alike, PRESS),
    Check("trapping", "it is said whether the file is trapped", metadata.trapped, PRESS),
)
"""What is checked. `told` is the name that the print ticket gives it."""
