"""The layout that the brief asks for is there, and knows the brief's language."""

from collections.abc import Iterator
from pathlib import Path

from briefpack.brief import Manuscript
from briefpack.copyedit import language as tags
from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, quoted
from briefpack.shelf import LAYOUTS, folders, languages, layouts
from briefpack.words import Words, complaint


def check(manuscript: Manuscript, shelf: Path = LAYOUTS) -> Iterator[Problem]:
    """The layout is one that there is, and has the words of the brief's language."""
    name, language = manuscript.brief.layout, manuscript.brief.language
    names = layouts(shelf)
    if name not in names:
        message = f"there is no layout {quoted(name)}"
        yield complaint(name, "unknown-layout", message, did_you_mean(name, names))
    elif not any(tags.check(manuscript)):
        yield from _check_words(name, language, languages(folders(shelf, name)))


def _check_words(name: str, language: Words, spoken: list[str]) -> Iterator[Problem]:
    """`en-GB` may be content with the words of `en`."""
    if not {str(language), language.split("-")[0]} & set(spoken):
        message = f"the layout {quoted(name)} has no words in {quoted(language)}"
        hint = f"it has {', '.join(spoken)}"
        yield complaint(language, "no-words", message, hint)
