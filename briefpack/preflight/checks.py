"""The checks: one list, a row a check, each in the groups of those who ask for it."""

from briefpack.preflight import boxes, contents, inks, metadata, pixels
from briefpack.preflight.proof import Check

PRESS = ("press",)

CHECKS: tuple[Check, ...] = (
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
