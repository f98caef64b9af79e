"""The manuscript: a content folder, or one file that holds it all, read into the content model.

This stage alone reads the content from disk. It complains of what cannot be read or does not fit
the model; whether what it read makes sense is for `briefpack.copyedit` to say.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from briefpack import reading
from briefpack.brief import Brief, Manuscript, Prose
from briefpack.manuscript import asides, characters, datasets, enclosures, parts, texts
from briefpack.manuscript.fitting import STAND_INS, fit
from briefpack.manuscript.gathering import COMPANIONS, Bundle, gather
from briefpack.problem import Refused, errors
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
    printed = list(characters.printed(bundle.data))
    parts.arrange(bundle)
    gaps = _gaps(bundle)
    fitted = fit(bundle.data)
    gaps |= fitted.gaps
    brief, folder, shown = fitted.brief, bundle.folder, bundle.shown
    prose = texts.parse(brief, bundle)
    lines, mistakes = asides.parse(brief)
    evidence, missing = enclosures.evidence(brief, folder, shown)
    data, unfit = datasets.read(_drawn_on(prose.prose.values()), folder, shown)
    problems = {*bundle.problems, *fitted.problems, *prose.problems, *mistakes, *missing, *unfit}
    problems.update(parts.check(brief, bundle.data, gaps))
    problems.update(enclosures.pictures(brief, prose.prose.values(), folder, shown))
    return Manuscript(
        brief=brief,
        folder=folder,
        prose=prose.prose,
        characters=characters.first_places([*printed, *prose.printed()]),
        asides=lines,
        evidence=evidence,
        data=data,
        gaps=gaps | ({"text"} if prose.lost else set()),
        problems=sorted(problems),
    )


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
