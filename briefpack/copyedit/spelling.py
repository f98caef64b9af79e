"""Spelling: words that no dictionary has, and words of the lists that nobody uses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import islice

from briefpack import dictionaries
from briefpack.brief import Manuscript
from briefpack.copyedit import lexicon, matter
from briefpack.copyedit.lexicon import Lexicon
from briefpack.problem import LACKING, Place, Problem, Severity, quoted
from briefpack.wordlist import FILE, WordLists
from briefpack.words import Words, complaint

MOST = 100
"""Words that are told of in one brief: where there are more, there is one cause for them."""

FEW = 2
"""Words of a stretch that are too few to tell its language by."""

MUCH_ALIKE = 0.8
"""The least likeness (2 x letters in common / letters of both) of a slip and what was meant."""

_UNSAID = re.compile(
    r"""\[-?@[^\[\]]*\]|(?<![\w.])-?@\w[\w:.+/-]*         # citations
    |\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\]\[[^\[\]]*\]     # where links lead
    |\{[^{}]*\}|`[^`]*`|&\#?\w+;                          # ids and numbers, code, entities
    |<[a-z][a-z+.-]*:[^<>\s]*>|https?://\S+|www\.\S+      # addresses
    |(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.-])(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?
    |\[\^[^\[\]]*\]|\^\[(?:[^\[\]]|\[[^\[\]]*\])*\]       # footnotes, which are lines of their own
    """,
    re.VERBOSE,
)
_LETTER = "(?:[^\\W\\d_][\u00ad\u0300-\u036f]*)"
_WORD = re.compile(
    rf"(?<![\w@])(?<![^\W\d_]['’ʼ\u2010-]){_LETTER}++(?:['’ʼ\u2010-]{_LETTER}++)*+(?![\w@])"
)
_STRETCH = re.compile(
    r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|\"[^\"]*\"|(?<![*\w])\*(?!\*)[^*]+\*(?![*\w])"
    r"|(?<![_\w])_(?!_)[^_]+_(?![_\w])"
)
"""Somebody's words, or words that stand out: between quotation marks, or in italics."""

_MEASURED = re.compile(r"(?:\d|[$€£¥])[\s\u00a0\u202f]?$")
_LONGEST_UNIT = 3  # letters, as kWh


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a line: where it stands, and which of its parts are wrong."""

    start: int
    end: int
    wrong: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class Misspelt:
    """A wrong word: its first place, and how often it occurs."""

    first: Words
    times: int = 0


@dataclass(slots=True)
class _Found:
    """What has been found so far, by the word in small letters."""

    words: dict[str, Misspelt] = field(default_factory=dict)

    def note(self, there: Words, part: str) -> None:
        misspelt = self.words.setdefault(lexicon.plain(part).casefold(), Misspelt(there))
        misspelt.times += 1


def check(manuscript: Manuscript, lists: WordLists) -> Iterator[Problem]:
    """Every word of a brief is in the dictionary of its language, or in one of its word lists.

    A misspelt word is what readers forgive least, and what an author sees last. Each is told once.
    Not looked at are codes, addresses, abbreviations, names and units, and what is in another
    language: a quotation, or a stretch in quotation marks or italics, of which the dictionary lacks
    more than half of the words. Where spelling cannot be checked, that is an error.
    """
    dictionary = dictionaries.find(manuscript.brief.language)
    if dictionary is None:
        yield _no_dictionary(manuscript)
        return
    try:
        lexis = lexicon.opened(dictionary, lists.entries, matter.names(manuscript.brief))
    except ImportError:
        yield _no_speller(manuscript)
        return
    found = _Found()
    for line in matter.lines(manuscript):
        _look_through(line, lexis, found)
    yield from _models(lexis)
    yield from islice(_misspelt(found, lexis, manuscript), MOST)
    if not (manuscript.gaps or lists.lost):
        yield from _unused(lexis)


def _look_through(line: matter.Line, lexis: Lexicon, found: _Found) -> None:
    """Note the wrong words of a line, but for those in another language."""
    content = line.written.content
    said = _UNSAID.sub(lambda match: " " * len(match[0]), content)
    tokens = [_token(match, lexis) for match in _WORD.finditer(said)]
    stretches = [(0, len(said))] if line.quoted else [one.span() for one in _STRETCH.finditer(said)]
    abroad = _abroad(stretches, tokens, lexis)
    for number, token in enumerate(tokens):
        for offset, part in token.wrong if number not in abroad else ():
            found.note(line.written.words(token.start + offset, part), part)


def _abroad(spans: list[tuple[int, int]], tokens: list[Token], lexis: Lexicon) -> set[int]:
    """Which of the words, by their number, are in another language."""
    starts, found = [token.start for token in tokens], set[int]()
    for start, end in spans:
        inside = range(bisect_left(starts, start), bisect_left(starts, end))
        if _is_foreign([tokens[number] for number in inside], lexis):
            found.update(inside)
    return found


def _token(match: re.Match[str], lexis: Lexicon) -> Token:
    start, end = match.span()
    before, after = match.string[max(start - 1, 0) : start], match.string[end : end + 1]
    wrong = tuple(lexis.wrong(match[0], lexicon.plain(before), lexicon.plain(after)))
    if len(match[0]) <= _LONGEST_UNIT and _MEASURED.search(match.string, max(start - 3, 0), start):
        wrong = ()
    return Token(start, end, wrong)


def _is_foreign(inside: list[Token], lexis: Lexicon) -> bool:
    """Whether the dictionary lacks more than half of the words of a stretch.

    One or two words may be a slip as well: these are, where the dictionary has one much like them.
    """
    wrong = [part for token in inside for _, part in token.wrong[:1]]
    if 2 * len(wrong) <= len(inside):
        return False
    return len(inside) > FEW or not any(_is_slip(part, lexis) for part in wrong)


def _is_slip(word: str, lexis: Lexicon) -> bool:
    near = lexis.nearest(word, most=1)
    return bool(near) and SequenceMatcher(None, word, near[0]).ratio() >= MUCH_ALIKE


def _misspelt(found: _Found, lexis: Lexicon, manuscript: Manuscript) -> Iterator[Problem]:
    for misspelt in sorted(found.words.values(), key=lambda one: one.first.place):
        often = f", and occurs {misspelt.times} times" if misspelt.times > 1 else ""
        message = f"{quoted(misspelt.first)} is no word of {lexis.name}{often}"
        meant = _meant(lexis.nearest(misspelt.first))
        or_not = f"if it is right, add it to {(manuscript.folder / FILE).as_posix()}"
        hint = "\n".join(filter(None, [meant, or_not]))
        yield complaint(misspelt.first, "spelling", message, hint, Severity.WARNING)


def _meant(words: list[str]) -> str:
    """ "did you mean 'this', 'that' or 'the other'?"; empty where there are none."""
    *more, last = [f"'{word}'" for word in words] or [""]
    either = f"{', '.join(more)} or {last}" if more else last
    return f"did you mean {either}?" if last else ""


def _models(lexis: Lexicon) -> Iterator[Problem]:
    """A word has the forms of another only if the dictionary knows that one."""
    for entry in lexis.formless:
        if entry.model is not None:
            message = f"{quoted(entry.model)} is no word of {lexis.name}, and lends no forms"
            hint = _meant(lexis.nearest(entry.model)) or "name a word of the dictionary"
            yield complaint(entry.model, "word-list", message, hint)


def _unused(lexis: Lexicon) -> Iterator[Problem]:
    for entry in lexis.unused():
        message = f"{quoted(entry.word)} occurs nowhere in what is checked"
        hint = "delete it: what stands in the list is never told of"
        yield complaint(entry.word, "unused-word", message, hint, Severity.WARNING)


def _no_dictionary(manuscript: Manuscript) -> Problem:
    language = manuscript.brief.language
    message = f"spelling cannot be checked: this machine has no dictionary of {quoted(language)}"
    if not dictionaries.names(language):
        return _lacking(manuscript, message, "expected a code as en-GB, fr or de")
    ways = dict.fromkeys([dictionaries.remedy(language), dictionaries.by_hand(language)])
    return _lacking(manuscript, message, "this brings it: " + "\nor ".join(ways))


def _no_speller(manuscript: Manuscript) -> Problem:
    from briefpack import doctor

    message = f"spelling cannot be checked: the package {dictionaries.SPELLER} is not installed"
    hint = f"this brings it: {doctor.bring([dictionaries.SPELLER])}"
    return _lacking(manuscript, message, hint)


def _lacking(manuscript: Manuscript, message: str, hint: str) -> Problem:
    language = manuscript.brief.language
    problem = complaint(language, LACKING, message, hint)
    if language.place.file:
        return problem
    return replace(problem, place=Place(manuscript.folder.as_posix()))
