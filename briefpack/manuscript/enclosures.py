"""Opens what the content encloses by name: evidence for quotes, figures, the cover's picture."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from briefpack import reading
from briefpack.brief import DRAWN, Brief, Prose
from briefpack.manuscript import drawings
from briefpack.manuscript.files import enclosed, unreadable
from briefpack.manuscript.sheets import read_sheet
from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, Refused, quoted
from briefpack.words import Words, complaint

FIGURES = "figures"
"""The folder within the brief's own that figures stand in."""

LARGEST_PICTURE = 20_000_000
_SIGNATURES = {
    ".png": b"\x89PNG\r\n\x1a\n",  # ISO/IEC 15948, 5.2
    ".jpg": b"\xff\xd8\xff",  # ISO/IEC 10918-1, B.1.1.3: SOI and the next marker
    ".jpeg": b"\xff\xd8\xff",
}


def evidence(brief: Brief, folder: Path, shown: Path) -> tuple[Mapping[str, Words], list[Problem]]:
    """The text of each file that a quote names, by that name; and what was wrong with any."""
    texts: dict[str, Words] = {}
    problems: list[Problem] = []
    for name in (quote.evidence for quote in brief.quotes):
        if name is None or name in texts:
            continue
        try:
            sheet = read_sheet(enclosed(folder, name), (shown / name).as_posix(), name)
            texts[str(name)] = sheet.words(sheet.text, 1, 1, len(sheet.lines))
        except Refused as refused:
            problems += refused.problems
    return texts, problems


def pictures(brief: Brief, texts: Iterable[Prose], folder: Path, shown: Path) -> Iterator[Problem]:
    """What is wrong with the pictures that the content names."""
    names = [
        block.argument
        for text in texts
        for block in reading.blocks(text.tokens)
        if block.name == "figure"
    ]
    for check, asked in (*((_figure, name) for name in names), (_art, brief.cover.art)):
        try:
            check(folder, shown, asked)
        except Refused as refused:
            yield from refused.problems


def _figure(folder: Path, shown: Path, name: Words) -> None:
    path = PurePosixPath(name)
    enclosed(folder, name)
    if path.parts[0] != FIGURES or path.as_posix() != name:
        message = f"a figure stands in the folder '{FIGURES}'"
        hint = f"put the file there, and write '{FIGURES}/{path.name}'"
        raise Refused([complaint(name, "figure", message, hint)])
    if path.suffix.lower() == ".svg":
        drawings.check(folder / name, (shown / name).as_posix(), name)
    else:
        _check_photograph(folder / name, name)


def _art(folder: Path, shown: Path, name: Words) -> None:
    if name in DRAWN:
        return
    if not name.lower().endswith(".svg"):
        message = f"there is no cover picture {quoted(name)}, and it is no SVG file"
        raise Refused([complaint(name, "cover-art", message, did_you_mean(name, DRAWN))])
    drawings.check(enclosed(folder, name), (shown / name).as_posix(), name)


def _check_photograph(path: Path, name: Words) -> None:
    """A PNG or JPEG file, by its first bytes."""
    signature = _SIGNATURES.get(path.suffix.lower())
    if signature is None:
        message = f"a figure is an SVG, PNG or JPEG file, and {quoted(name)} is none by its name"
        raise Refused([complaint(name, "figure", message)])
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(len(signature))
    except OSError as fault:
        raise unreadable(name, fault) from None
    if start != signature:
        kind = "PNG" if path.suffix.lower() == ".png" else "JPEG"
        raise Refused(
            [complaint(name, "figure", f"what is in {quoted(name)} is no {kind} picture")]
        )
    if size > LARGEST_PICTURE:
        most = f"a picture may hold {LARGEST_PICTURE / 1e6:.0f} MB"
        message = f"{quoted(name)} holds {size / 1e6:.0f} MB; {most}"
        raise Refused([complaint(name, "large-file", message)])
