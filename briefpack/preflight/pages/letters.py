"""Checks of letters: large enough to be read, and there at all."""

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.leaf import Run
from briefpack.preflight.sheet.lines import Line
from briefpack.preflight.sheet.painted import Painted
from briefpack.problem import counted, quoted

SMALL = 7.0
"""Points: smaller type is hard to read on paper for many, and lost on a copy of a copy."""

SLIP = 0.05
"""Points that rounding may take."""

SHORT = 3
"""Letters of what is raised and belongs to a word before it."""

STRANGER = "\ufffd"


def small(proof: Proof) -> Iterator[Finding]:
    """Type under 7 pt is not read: not on paper by readers over forty, not on a telephone.

    Raised numbers of notes and sources are left out; they belong to a larger line.
    """
    for page, lines in enumerate(proof.lines, 1):
        found: dict[float, list[Run]] = {}
        for line in lines:
            for run in line.runs:
                if run.size < SMALL - SLIP and not _is_raised(run, line):
                    found.setdefault(round(run.size, 1), []).append(run)
        for size, runs in sorted(found.items()):
            yield _told(page, size, runs)


def _told(page: int, size: float, runs: Sequence[Run]) -> Finding:
    times = f", and {len(runs) - 1} more" if len(runs) > 1 else ""
    return remark(
        f"{quoted(runs[0].words)} is set in {size:g} pt{times}; {SMALL:g} pt is the least",
        page,
        "set it larger, or leave it out",
        box=runs[0].box,
    )


def _is_raised(run: Run, line: Line) -> bool:
    """Whether it is the number of a note, a mark, or the end of a "5th", on larger type."""
    words = run.words.strip()
    raised = len(words) <= SHORT and run.base[1] > line.base + SLIP
    return run.size < line.size and (raised or not any(letter.isalpha() for letter in words[1:]))


def missing(proof: Proof) -> Iterator[Finding]:
    """A letter that the font lacks is printed as an empty box, or as a question mark."""
    for thing in proof.painted:
        if thing.kind == "text" and (count := _lacking(thing)):
            letters = counted(count, "letter")
            message = f"{letters} not in the font {_name(thing.font)}: a box is printed instead"
            yield fault(message, thing.page, "choose a font that has them", box=thing.box)
    for leaf in proof.leaves:
        for run in leaf.read:
            if STRANGER in run.words:
                message = f"{quoted(run.words)} holds a sign for a letter that was lost (U+FFFD)"
                yield fault(message, leaf.number, "look at the source of this text", box=run.box)


def _lacking(thing: Painted) -> int:
    """How many of its codes lead to no glyph (`.notdef`), as far as that can be told.

    In composite fonts whose codes are glyphs (ISO 32000-1, 9.7.4.3), and in simple ones that name
    it in their encoding (9.6.6).
    """
    font = thing.font
    if not isinstance(font, pikepdf.Dictionary):
        return 0
    if font.get("/Subtype") == "/Type0":
        if not _codes_are_glyphs(font):
            return 0
        pairs = (text[at : at + 2] for text in thing.codes for at in range(0, len(text) - 1, 2))
        return sum(pair == b"\0\0" for pair in pairs)
    lost = _unnamed(font)
    return sum(code in lost for text in thing.codes for code in text) if lost else 0


def _codes_are_glyphs(font: Any) -> bool:
    if font.get("/Encoding") not in ("/Identity-H", "/Identity-V"):
        return False
    descendants = font.get("/DescendantFonts")
    if not isinstance(descendants, pikepdf.Array) or not len(descendants):
        return False
    inner = descendants[0]
    if not isinstance(inner, pikepdf.Dictionary):
        return False
    return inner.get("/CIDToGIDMap", pikepdf.Name.Identity) == pikepdf.Name.Identity


def _unnamed(font: Any) -> set[int]:
    """The codes that a simple font's encoding leads to `.notdef`."""
    encoding = font.get("/Encoding")
    if not isinstance(encoding, pikepdf.Dictionary):
        return set()
    found: set[int] = set()
    code = 0
    for entry in encoding.get("/Differences", ()):
        if not isinstance(entry, pikepdf.Name):
            code = int(entry)
            continue
        if entry == "/.notdef":
            found.add(code)
        code += 1
    return found


def _name(font: Any) -> str:
    return str(font.get("/BaseFont", "/unnamed"))[1:]
