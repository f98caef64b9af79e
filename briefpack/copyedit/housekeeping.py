"""Housekeeping: what the house asks of every brief is there."""

from collections.abc import Iterator
from typing import Any

from briefpack.brief import Manuscript
from briefpack.nearest import expected
from briefpack.problem import Place, Problem, Severity, quoted
from briefpack.words import Words, complaint

ANY = "required"
"""What stands for markings where any will do."""
AND_SO_ON = "…"
_LAST = ("de",)
"""Languages in which what is to be done is an infinitive, and stands at the end."""


def check_required(manuscript: Manuscript) -> Iterator[Problem]:
    """Each brief of a house has what the house asks for: a number in the series, whom to ask.

    Of lists (authors.email) each entry has it.
    """
    brief = manuscript.brief
    for name in manuscript.house.required:
        *above, last = steps = name.split(".")
        if steps[0] not in manuscript.gaps and not _has(brief, steps):
            message = f"the house asks for {quoted(name)} ({name.place})"
            below = f" below '{'.'.join(above)}'" if above else ""
            hint = f"write '{last}: …'{below} in {_file(manuscript)}"
            yield complaint(_whole(manuscript), "required-field", message, hint)


def check_marking(manuscript: Manuscript) -> Iterator[Problem]:
    """A brief bears a marking of the house's scheme, so that nobody has to guess who may read it.

    Two schemes in one house, or a word of nobody's, protect nothing.
    """
    allowed, marking = manuscript.house.marking, manuscript.brief.marking
    if not allowed or "marking" in manuscript.gaps:
        return
    names = [str(name) for name in allowed if name != ANY]
    hint = expected(names) if names else "write 'marking: …'"
    if marking is None:
        message = f"the house asks for a marking ({allowed[0].place})"
        yield complaint(_whole(manuscript), "marking", message, hint)
    elif names and not any(_bears(marking, name) for name in names):
        message = f"{quoted(marking)} is no marking of the house ({allowed[0].place})"
        yield complaint(marking, "marking", message, hint)


def check_verbs(manuscript: Manuscript) -> Iterator[Problem]:
    """A recommendation says what to do by a verb that the house knows: "Publish", not "Towards".

    It is looked for where the language has it: in front, in German at the end.
    """
    language = str(manuscript.brief.language).split("-")[0]
    verbs: list[Words] = getattr(manuscript.house.verbs, language, [])
    items = manuscript.brief.recommendations.items if manuscript.brief.recommendations else []
    allowed = {str(verb).casefold() for verb in verbs}
    for item in items if verbs else ():
        words = [word.strip(".,;:!*_").casefold() for word in item.title.split()]
        verb = words[-1 if language in _LAST else 0]
        phrase = " ".join(words)
        if verb not in allowed and not any(phrase.startswith(f"{one} ") for one in allowed):
            message = f"{quoted(verb)} is no verb of the house's recommendations ({verbs[0].place})"
            hint = expected(map(str, verbs))
            yield complaint(item.title, "recommendation-verb", message, hint, Severity.WARNING)


def _has(thing: Any, steps: list[str]) -> bool:
    if isinstance(thing, (list, tuple)):
        return bool(thing) and all(_has(one, steps) for one in thing)
    if not steps or thing is None:
        return bool(thing)
    return _has(getattr(thing, steps[0].replace("-", "_")), steps[1:])


def _bears(marking: str, name: str) -> bool:
    """Whether a marking is one of that name; "EMBARGOED UNTIL …" has any words behind it."""
    if name.endswith(AND_SO_ON):
        return marking.startswith(name.removesuffix(AND_SO_ON))
    return marking == name


def _file(manuscript: Manuscript) -> str:
    return manuscript.brief.title.place.file.rpartition("/")[2] or "brief.yaml"


def _whole(manuscript: Manuscript) -> Words:
    """The brief as a whole."""
    return Words("", Place(manuscript.brief.title.place.file or manuscript.folder.as_posix()))
