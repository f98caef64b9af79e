"""Opens what the content encloses by name: evidence for quotes, figures, the cover's picture, the
print shop's profile."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from briefpack import profiles
from briefpack.blocks.figure import FigureBlock, figures
from briefpack.brief import DRAWN, Brief, Prose
from briefpack.manuscript import drawings
from briefpack.manuscript.files import enclosed, unreadable
from briefpack.manuscript.sheets import read_sheet
from briefpack.nearest import did_you_mean
from briefpack.pictures import ENDINGS, Picture, Unfit, survey
from briefpack.problem import Problem, Refused, Severity, quoted
from briefpack.words import Words, complaint

FIGURES = "figures"
"""The folder within the brief's own that figures stand in."""

LARGEST_PICTURE = 100_000_000
"""The most bytes that a picture's file may hold."""

Pictures = Mapping[tuple[str, int], Picture]


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


def pictures(
    brief: Brief, texts: Iterable[Prose], folder: Path, shown: Path
) -> tuple[Pictures, list[Problem]]:
    """The picture of each figure, by name and page; what is wrong with any, or with the cover's."""
    found: dict[tuple[str, int], Picture] = {}
    problems: list[Problem] = []
    for figure in (placed.figure for text in texts for placed in figures(text.tokens)):
        name = figure.argument
        try:
            picture = _picture(folder, shown, figure)
        except Refused as refused:
            problems += refused.problems
            continue
        found[str(name), figure.number] = picture
        for remark in picture.remarks:
            message = f"{quoted(name)} {remark}"
            problems.append(complaint(name, "figure", message, severity=Severity.WARNING))
    try:
        _check_art(folder, shown, brief.cover.art)
    except Refused as refused:
        problems += refused.problems
    return found, problems


def profile(brief: Brief, folder: Path) -> list[Problem]:
    """What is wrong with the print shop's profile: every colour would come out wrong."""
    name = brief.press.profile
    if name is None:
        return []
    try:
        profiles.read(enclosed(folder, name))
    except Refused as refused:
        return refused.problems
    except OSError as fault:
        return unreadable(name, fault).problems
    except profiles.Unfit as unfit:
        hint = "take the ICC profile of CMYK that the print shop gives out, or leave 'profile' out"
        return [complaint(name, "profile", f"{quoted(name)} {unfit}", hint)]
    return []


def _picture(folder: Path, shown: Path, figure: FigureBlock) -> Picture:
    name = figure.argument
    path = PurePosixPath(name)
    enclosed(folder, name)
    if path.parts[0] != FIGURES or path.as_posix() != name:
        message = f"a figure stands in the folder '{FIGURES}'"
        hint = f"put the file there, and write '{FIGURES}/{path.name}'"
        raise Refused([complaint(name, "figure", message, hint)])
    kind = ENDINGS.get(path.suffix.lower())
    if kind is None:
        message = f"a figure is an SVG, PNG, JPEG or PDF file, and {quoted(name)} is none by name"
        raise Refused([complaint(name, "figure", message, "save a copy as one of these")])
    if figure.page and kind != "page":
        message = f"only a PDF file has pages, and {quoted(name)} is none"
        raise Refused([complaint(figure.page, "figure", message, "leave ':page:' out")])
    if kind == "drawing":
        return _drawing(folder / name, (shown / name).as_posix(), name)
    return _surveyed(folder / name, name, figure.number)


def _drawing(path: Path, shown: str, name: Words) -> Picture:
    """A drawing; its size tells how high it is at the width of its place."""
    outline = drawings.check(path, shown, name)
    if outline is None:
        message = f"the drawing {quoted(name)} does not say how wide and how high it is"
        hint = 'write viewBox="0 0 WIDTH HEIGHT" at its root'
        raise Refused([complaint(name, "figure", message, hint)])
    return Picture("drawing", path, "", *outline)


def _surveyed(path: Path, name: Words, number: int) -> Picture:
    try:
        size = path.stat().st_size
        if size <= LARGEST_PICTURE:
            return survey(path, number)
    except OSError as fault:
        raise unreadable(name, fault) from None
    except Unfit as fault:
        raise Refused([complaint(name, "figure", f"{quoted(name)} {fault}", fault.hint)]) from None
    most = f"a picture may hold {LARGEST_PICTURE / 1e6:.0f} MB"
    message = f"{quoted(name)} holds {size / 1e6:.0f} MB; {most}"
    raise Refused([complaint(name, "large-file", message, "save a smaller copy of it")])


def _check_art(folder: Path, shown: Path, name: Words) -> None:
    if name in DRAWN:
        return
    if not name.lower().endswith(".svg"):
        message = f"there is no cover picture {quoted(name)}, and it is no SVG file"
        raise Refused([complaint(name, "cover-art", message, did_you_mean(name, DRAWN))])
    drawings.check(enclosed(folder, name), (shown / name).as_posix(), name)
