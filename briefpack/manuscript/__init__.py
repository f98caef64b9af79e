"""The manuscript: a content folder, or one file that holds it all, read into the content model.

This stage alone reads the content from disk. It complains of what cannot be read or does not fit
the model; whether what it read makes sense is for `briefpack.copyedit` to say.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from briefpack import reading
from briefpack.brief import COMPANIONS, Brief, Manuscript, Prose
from briefpack.manuscript import (
    asides,
    characters,
    charts,
    datasets,
    enclosures,
    house,
    ledger,
    library,
    paragraphs,
    parts,
    texts,
)
from briefpack.manuscript.fitting import STAND_INS, fit
from briefpack.manuscript.gathering import Bundle, gather
from briefpack.problem import Problem, Refused, errors
from briefpack.words import Words

__all__ = ["examine", "read"]


def read(path: Path) -> Manuscript:
    """Read a brief. `Refused` if anything at all is wrong with it; warnings stay in `problems`."""
    manuscript = examine(path)
    if errors(manuscript.problems):
        raise Refused(manuscript.problems)
    return manuscript


def examine(path: Path) -> Manuscript:
    """Read as much of a brief as there is, so that the rest of it can be checked as well.

    What is wrong stands in `problems`. `Refused` only where there is no brief to speak of.
    """
    bundle = gather(path)
    folder, shown = bundle.folder, bundle.shown
    as_written = list(characters.printed(bundle.data))
    clerk = ledger.keep(bundle)
    parts.arrange(bundle)
    brief, gaps, misfits = _typed(bundle)
    written = texts.parse(brief, bundle)
    prose = list(written.prose.values())
    plotted = charts.read(prose, brief.language, folder, shown)
    paragraphs.settle(brief, written.prose)
    lines, waivers, mistakes = asides.parse(brief)
    clerk.settle_all(prose, lines)
    evidence, missing = enclosures.evidence(brief, folder, shown)
    drawn_on = [*_drawn_on(prose), *plotted.data, *ledger.drawn_on(brief)]
    data, unfit = datasets.read(drawn_on, folder, shown)
    data = clerk.cells(data)
    pictures, unprintable = enclosures.pictures(brief, prose, folder, shown)
    of_libraries, misread = library.waivers(brief, folder, shown)
    unread = library.unread(brief, folder) if "bibliography" not in gaps else []
    cited = library.printed(brief, lines, prose)
    printed = [*as_written, *cited, *plotted.printed, *charts.lettering(data), *written.printed()]
    problems = {*misfits, *written.problems, *mistakes, *missing, *unfit, *unprintable}
    problems |= {*clerk.problems, *plotted.problems, *plotted.unknown(data)}
    rules, unruly = house.read(folder, shown, brief.layout)
    problems |= {*misread, *enclosures.profile(brief, folder), *unruly}
    problems |= {*library.unread_warnings(brief, unread, shown)}
    return Manuscript(
        brief=brief,
        folder=folder,
        prose=written.prose,
        characters=characters.first_places(printed),
        asides=lines,
        evidence=evidence,
        data=data,
        pictures=pictures,
        specifications=plotted.specifications,
        gaps=gaps | ({"text"} if written.lost else set()),
        unread=unread,
        house=rules,
        waivers=[*bundle.waivers, *written.waivers, *waivers, *of_libraries],
        problems=sorted(problems),
    )


def _typed(bundle: Bundle) -> tuple[Brief, frozenset[str], list[Problem]]:
    """The model with the sources of all libraries; the keys of which something was lost; what is
    wrong with any.
    """
    gaps = _gaps(bundle)
    fitted = fit(bundle.data)
    brief, unlisted, lost = library.enlarge(fitted.brief, bundle.folder, bundle.shown)
    gaps |= fitted.gaps | ({"sources"} if lost else set())
    misplaced = parts.check(brief, bundle.data, gaps)
    return brief, gaps, [*bundle.problems, *fitted.problems, *unlisted, *misplaced]


def _drawn_on(texts: Iterable[Prose]) -> Iterator[Words]:
    """The files of data that the content names."""
    for text in texts:
        for block in reading.blocks(text.tokens):
            yield from block.draws_on()


def _gaps(bundle: Bundle) -> frozenset[str]:
    """The keys of which something could not be read; the model is told to do without them."""
    if "brief" not in bundle.unread:
        return frozenset(bundle.unread)
    kept = [key for key in COMPANIONS if key in bundle.data]
    bundle.data.update({key: value for key, value in STAND_INS.items() if key not in bundle.data})
    return frozenset(_all_keys() - set(kept)) | bundle.unread


def _all_keys() -> set[str]:
    return {str(field.alias) for field in Brief.model_fields.values()} | {"text"}
