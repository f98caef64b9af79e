"""Readability: how hard a text is to read, by the length of its sentences and words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefpack.copyedit.passages import Copy, Passage, every
from briefpack.copyedit.sentences import sentences
from briefpack.copyedit.syllables import count
from briefpack.problem import Problem, Severity
from briefpack.words import Words, complaint

LEAST = 100
"""Words that a score takes: Flesch took samples of a hundred."""


class Formula(NamedTuple):
    """Whose it is; the score is `base`, less each of the others times what it is called by."""

    name: str
    base: float
    sentence: float
    word: float


FORMULAS: Mapping[str, Formula] = {
    "en": Formula("Flesch", 206.835, 1.015, 84.6),
    "de": Formula("Amstad", 180.0, 1.0, 58.5),
    "fr": Formula("Kandel and Moles", 207.0, 1.015, 73.6),
}
"""Reading ease in English (R. Flesch, A New Readability Yardstick, Journal of Applied Psychology
32, 1948), German (T. Amstad, Wie verständlich sind unsere Zeitungen?, Zurich 1978) and French
(L. Kandel and A. Moles, Application de l'indice de Flesch à la langue française, 1958)."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Ease(NamedTuple):
    """How easily a text is read: 100 by everybody, 0 by those who must."""

    score: float
    sentence: float
    word: float


def check(copy: Copy) -> Iterator[Problem]:
    """A text can be read by those it is written for.

    The scale has 60 to 70 for plain language, under 30 for papers of scholars (Flesch 1948). It
    knows nothing of sense; a low score says that sentences and words are long, no more. Running
    prose of a hundred words and more is judged, each text by itself.
    """
    least = copy.manuscript.house.reading_ease
    if copy.language not in FORMULAS or not int(least):
        return
    for index in sorted(copy.manuscript.prose):
        text = [one for one in copy.passages if one.index == index]
        found = ease(list(every(text, "prose")), copy.language)
        if found is not None and found.score < int(least):
            yield _problem(text[0], found, copy.language, least)


def ease(passages: Sequence[Passage], language: str) -> Ease | None:
    """The score of some passages; None where there are too few words to say."""
    spoken = [one.words for text in passages for one in sentences(text.plain, language)]
    words = [word for sentence in spoken for word in _WORD.findall(sentence)]
    if len(words) < LEAST:
        return None
    formula = FORMULAS[language]
    length = len(words) / len(spoken)
    weight = sum(count(word, language) for word in words) / len(words)
    score = formula.base - formula.sentence * length - formula.word * weight
    return Ease(score, length, weight)


def _problem(first: Passage, found: Ease, language: str, least: Words) -> Problem:
    name = FORMULAS[language].name
    where = f" ({least.place})" if least.place.file else ""
    message = f"this text scores {found.score:.0f} by {name}'s formula; {least} is the least{where}"
    hint = (
        f"it has {found.sentence:.0f} words a sentence and {found.word:.1f} syllables a word:"
        " cut sentences in two, and take shorter words"
    )
    return complaint(first.at(0), "reading-ease", message, hint, Severity.WARNING)
