"""The manuscript: a content folder, or one file that holds it all, read into the content model.

This stage alone reads the content from disk. It complains of what cannot be read or does not fit
the model; whether what it read makes sense is for `briefpack.copyedit` to say.
"""

from pathlib import Path

from briefpack import markdown
from briefpack.brief import Brief, Manuscript, Part, Prose
from briefpack.manuscript import asides, characters, enclosures, parts
from briefpack.manuscript.files import enclosed
from briefpack.manuscript.fitting import STAND_INS, fit
from briefpack.manuscript.gathering import COMPANIONS, Bundle, gather
from briefpack.manuscript.sheets import read_sheet
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
    printed = list(characters.printed(bundle.data))
    gaps = _gaps(bundle)
    parts.arrange(bundle)
    fitted = fit(bundle.data)
    brief, gaps = fitted.brief, gaps | fitted.gaps
    problems = [*bundle.problems, *fitted.problems, *parts.check(brief, bundle.data, gaps)]

    texts, prose, faults = _prose(brief, bundle)
    lines, mistakes = asides.parse(brief)
    evidence, missing = enclosures.evidence(brief, bundle.folder, bundle.shown)
    problems += [*faults, *mistakes, *missing]
    problems += enclosures.pictures(brief, prose.values(), bundle.folder, bundle.shown)

    for index, text in texts.items():
        printed += [text, *characters.of_tokens(prose[index].tokens, text)]
    return Manuscript(
        brief=brief,
        folder=bundle.folder,
        prose=prose,
        characters=characters.first_places(printed),
        asides=lines,
        evidence=evidence,
        gaps=gaps | ({"text"} if len(texts) < _count_texts(brief) else set()),
        problems=sorted(set(problems)),
    )


def _gaps(bundle: Bundle) -> frozenset[str]:
    """The keys of which something could not be read; the model is told to do without them."""
    if "brief" not in bundle.unread:
        return frozenset(bundle.unread)
    kept = [key for key in COMPANIONS if key in bundle.data]
    bundle.data.update({key: value for key, value in STAND_INS.items() if key not in bundle.data})
    return frozenset(_all_keys() - set(kept)) | bundle.unread


def _all_keys() -> set[str]:
    return {str(field.alias) for field in Brief.model_fields.values()} | {"text"}


def _count_texts(brief: Brief) -> int:
    return sum(part.kind == "text" for part in brief.parts)


def _prose(
    brief: Brief, bundle: Bundle
) -> tuple[dict[int, Words], dict[int, Prose], list[Problem]]:
    """The texts, as written and as parsed, by the index of their part; and what is wrong there."""
    texts: dict[int, Words] = {}
    prose: dict[int, Prose] = {}
    problems: list[Problem] = []
    numbered = ((index, part) for index, part in enumerate(brief.parts) if part.kind == "text")
    for number, (index, part) in enumerate(numbered, start=1):
        try:
            text = _words_of(part, bundle)
        except Refused as refused:
            problems += refused.problems
            continue
        if text is not None:
            first_id = f"text-{number}" if number > 1 else "text"
            tokens, faults = markdown.parse(text, language=brief.language, first_id=first_id)
            texts[index], prose[index] = text, Prose(tokens)
            problems += faults
    return texts, prose, problems


def _words_of(part: Part, bundle: Bundle) -> Words | None:
    """The Markdown of a text part; None where the part names none, which is noted elsewhere."""
    if part.file is None:
        return part.text
    name = (bundle.shown / part.file).as_posix()
    sheet = read_sheet(enclosed(bundle.folder, part.file), name, part.file)
    return sheet.words(sheet.text, 1, 1, len(sheet.lines))
