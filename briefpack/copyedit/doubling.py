"""Doubling: words that stand twice, and spaces and stops that are too many."""

import re
from collections.abc import Iterator

from briefpack.copyedit.passages import Copy
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import complaint

MEANT = {
    "en": "had that is blah her",
    "de": "das dem den der des die ihr ihnen sie uns zu es an in mit ein eine",
    "fr": "nous vous faire très non",
}
"""Words that may stand twice in good sentences: "all that that implies", "die, die die Tür"."""

_TWICE = re.compile(
    r"(?<![\w'’.-])(?P<word>[^\W\d_]+)(?P<again>(?:\s+(?P=word))+)(?![\w'’-])", re.IGNORECASE
)
_SPACED = re.compile(r"\S(?P<found>[ \t]+[,;:!?)\]](?!\?)|[ \t]+\.(?![\w.]))")
_SPACED_IN_FRENCH = re.compile(r"\S(?P<found>[ \t]+[,)\]]|[ \t]+\.(?![\w.]))")
_OPENED = re.compile(r"(?P<found>[(\[][ \t]+)\w")
_STOPS = re.compile(r"(?P<found>,,+|;;+|::+|,\.(?!\d)|(?<!\.)\.\.(?!\.))")


def check_words(copy: Copy) -> Iterator[Problem]:
    """No word stands twice by accident: the eye passes over it, in the next line above all.

    Names (Bora Bora), and words that a language has twice in good sentences, are let pass.
    """
    meant = set(MEANT.get(copy.language, "").split())
    for passage in copy.passages:
        for match in _TWICE.finditer(passage.own):
            word = match["word"]
            is_name = word[0].isupper() and match["again"].lstrip()[0].isupper()
            if word.casefold() not in meant and not is_name and len(word) > 1:
                message = f"{quoted(word)} stands here twice"
                there = passage.at(match.start("again") + 1, word)
                yield complaint(there, "doubled-word", message, "take one out", Severity.WARNING)


def check_signs(copy: Copy) -> Iterator[Problem]:
    """Signs stand close to their word, and once; before some, French has a space."""
    spaced = _SPACED_IN_FRENCH if copy.language == "fr" else _SPACED
    for passage in copy.passages:
        for pattern in (spaced, _OPENED, _STOPS):
            for match in pattern.finditer(passage.own):
                found = match["found"]
                sign = quoted(found.strip())
                what = "a space too many beside" if found.strip() != found else "too many signs:"
                there = passage.at(match.start("found"), found.strip())
                message = f"there is {what} {sign}" if "space" in what else f"{what} {sign}"
                yield complaint(there, "stray-sign", message, severity=Severity.WARNING)
