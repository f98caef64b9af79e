"""The checks: one list, a row a check, each in the groups of those who ask for it."""

from briefpack.preflight.document import (
    alternatives,
    dating,
    headings,
    links,
    locks,
    outlines,
    sequence,
    tables,
    tagging,
    titling,
    weight,
)
from briefpack.preflight.pages import (
    breaks,
    collisions,
    contrasts,
    edges,
    emptiness,
    figures,
    letters,
    losses,
    resolution,
    sheets,
    spreads,
    typefaces,
)
from briefpack.preflight.press import boxes, contents, inks, metadata, pixels
from briefpack.preflight.proof import Check
from briefpack.preflight.sheet import opening

PAGES, READING, MAIL, PAPER, PRESS = ("pages",), ("reading",), ("mail",), ("paper",), ("press",)

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
    Check("text-contrast-grey", "text stands out in grey, too", contrasts.legible_in_grey, PAGES),
    Check("chart-contrast", "parts of charts are told apart", figures.apart, PAGES),
    Check(
        "chart-contrast-grey",
        "parts of charts are told apart in grey, too",
        figures.apart_in_grey,
        PAGES,
    ),
    Check("colour-blind", "everybody tells categories apart", figures.seen_by_all, PAGES),
    Check("title", "the file has a title that says what it is about", titling.titled, READING),
    Check("document-language", "the language is said", titling.spoken, READING),
    Check("tags", "all that a page says is tagged", tagging.tagged, READING),
    Check("reading-order", "tags follow one another as pages are read", sequence.followed, READING),
    Check("alt-text", "pictures and links are told in words", alternatives.described, READING),
    Check("headings", "headings go down step by step", headings.stepped, READING),
    Check("table-headers", "cells are told what they stand under", tables.headed, READING),
    Check("links", "links lead somewhere", links.linked, (*READING, *MAIL)),
    Check("outline", "bookmarks lead through the file", outlines.bookmarked, READING),
    Check("page-labels", "pages are called by their numbers", outlines.folioed, READING),
    Check("dates", "dates agree, and can be true", dating.dated, READING),
    Check("identifier", "the file can be known again", dating.identified, READING),
    Check("version-and-encryption", "nothing is locked", locks.unlocked, (*READING, *MAIL)),
    Check("programs", "nothing runs, and nothing is attached", locks.inert, (*READING, *MAIL)),
    Check("font-type3", "letters are outlines", typefaces.drawn, PAGES),
    Check("image-resolution", "pictures have 150 dots per inch", resolution.fine, PAGES),
    Check("page-size", "pages have one size", sheets.alike, PAGES),
    Check("page-rotation", "pages stand upright", sheets.upright, READING),
    Check("file-size", "the file goes through the mail", weight.light, MAIL),
    Check("page-count", "pages fill the sheets", sheets.counted, PAPER),
    Check("paper-size", "pages are as large as the paper", sheets.sized, PAPER),
    Check("page-boxes", "boxes of pages lie within the sheet", sheets.nested, PAPER),
    Check("box-order", "trim, bleed and media boxes lie in each other", boxes.nested, PRESS),
    Check("trim-size", "pages are trimmed to the size that was ordered", boxes.sized, PRESS),
    Check("bleed-width", "there is bleed all round", boxes.bleeding, PRESS),
    Check("bleed-ink", "what reaches the edge goes on through the bleed", boxes.inked, PRESS),
    Check("marks-inside", "printer's marks lie outside the bleed", boxes.outside, PRESS),
    Check("screen-colour", "every colour is one of inks", inks.separated, PRESS),
    Check("rich-black-text", "dark text is black ink alone", inks.black, PRESS),
    Check("ink-limit", "no place has too much ink", inks.dried, PRESS),
    Check("press-resolution", "pictures have 300 dots per inch", pixels.sharp, PRESS),
    Check("thin-line", "lines are thick enough", pixels.thick, (*PAGES, *PAPER, *PRESS)),
    Check("font-embedding", "fonts are in the file", contents.fonts, (*PAGES, *PRESS)),
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
    Check("damage", "the file is whole", opening.whole, (*PAGES, *READING, *MAIL, *PAPER, *PRESS)),
)
"""What is checked. `told` is the name that the print ticket gives it.

Damage is asked for last: some is only met on the way.
"""
