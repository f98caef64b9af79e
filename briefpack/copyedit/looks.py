"""The layout that the brief asks for is there, and knows the brief's language."""

from collections.abc import Iterator
from pathlib import Path

from briefpack.brief import Manuscript
from briefpack.copyedit import language as tags
from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, quoted
from briefpack.shelf import LAYOUTS
from briefpack.words import Words, complaint

FALLBACK = "policy"
"""The layout that lends others what they lack, their words too."""


def check(manuscript: Manuscript, shelf: Path = LAYOUTS) -> Iterator[Problem]:
    """Composing would refuse either, but only when a PDF is asked for."""
    name, language = manuscript.brief.layout, manuscript.brief.language
    names = sorted(folder.name for folder in shelf.iterdir() if folder.is_dir())
    if name not in names:
        message = f"there is no layout {quoted(name)}"
        yield complaint(name, "unknown-layout", message, did_you_mean(name, names))
    elif not any(tags.check(manuscript)):
        yield from _check_words(name, language, _languages(shelf, name))


def _languages(shelf: Path, name: str) -> set[str]:
    folders = (shelf / folder / "words" for folder in (name, FALLBACK))
    return {file.stem for folder in folders for file in folder.glob("*.yaml")}


def _check_words(name: str, language: Words, spoken: set[str]) -> Iterator[Problem]:
    """`en-GB` may be content with the words of `en`."""
    if not spoken & {str(language), language.split("-")[0]}:
        message = f"the layout {quoted(name)} has no words in {quoted(language)}"
        hint = f"it has {', '.join(sorted(spoken))}"
        yield complaint(language, "no-words", message, hint)
