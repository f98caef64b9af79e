"""Abbreviations: said in full where the running prose first uses them.

"NASA (National Aeronautics and Space Administration)" reads right wherever the author wrote NASA.
The full form goes first ("the International Space Station (ISS)") where the language lets it:
behind the article that the author wrote. What stands in somebody's words, in a link, in a heading
or in a table is left alone; the next occurrence is taken instead.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from markdown_it.token import Token

from briefpack import markdown, reading
from briefpack.brief import Manuscript, Prose, Term
from briefpack.markdown.typography import quotes

_BOUND = re.compile(r"(?:-\w+)*(?:[’'](?:s\b)?)?")
_BINDS = ("-", "–", "/")
_SENTENCE = re.compile(r"(?:^|[.!?…:][”“’»)\]]*\s)$")
_EXPLAINED = re.compile(r"\s*\((?=[^\W\d])")
_AFTER_AN_ARTICLE = {
    "en": (
        re.compile(r"\b(?:the|this|that|these|those|its|their|our|each|every)\s$", re.IGNORECASE),
        None,
    ),
    "fr": (
        re.compile(r"\b(?:les?|la|du|des|aux?|cette|ces?|leurs?)\s$", re.IGNORECASE),
        re.compile(r"(?:\b[ld][’']|\b(?:les|des|aux|cet|cette|ces|leurs?)\s)$", re.IGNORECASE),
    ),
}
"""What comes before an abbreviation that its full form can replace; the second pattern is for full
forms that begin with a vowel, where that matters. Languages that decline are not here: there the
full form would need an ending that nobody can guess."""

_VOWEL = re.compile(r"[aeiouyhàâéèêëîïôùûœ]", re.IGNORECASE)


@dataclass(slots=True)
class _Text:
    """What is still to be said: in print in the whole brief, to a listener in this text."""

    language: str
    forms: Mapping[str, tuple[Term, str]]
    pattern: re.Pattern[str]
    unprinted: set[str]
    unspoken: set[str] = field(default_factory=set)


class _Spot(NamedTuple):
    """An abbreviation in a line of words: what stands before it and behind it there."""

    before: str
    abbreviation: str
    behind: str


def expanded(manuscript: Manuscript) -> Manuscript:
    """The manuscript with each abbreviation of the glossary in full at its first use.

    Where a text uses one that is not in full there, its first use becomes an `abbr`, which is
    spoken in full (ISO 32000-1, 14.9.5). The tokens of the manuscript itself stay as they are.
    """
    forms = dict(_forms(manuscript.brief.glossary))
    if not forms:
        return manuscript
    pattern = _pattern(forms)
    unprinted = {str(term.term) for term, _ in forms.values() if term.expand == "true"}
    prose: dict[int, Prose] = {}
    for index, text in manuscript.prose.items():
        unspoken = {str(term.term) for term, _ in forms.values()}
        state = _Text(str(manuscript.brief.language), forms, pattern, unprinted, unspoken)
        prose[index] = Prose(list(_blocks(text.tokens, state)))
    return replace(manuscript, prose=prose)


def _forms(terms: Iterable[Term]) -> Iterator[tuple[str, tuple[Term, str]]]:
    """Each way in which an abbreviation is written, and the full form of that."""
    for term in terms:
        if term.full is not None:
            yield f"{term.term}s", (term, str(term.plural or term.full))
            yield str(term.term), (term, str(term.full))


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Any of the forms as a whole word, or the first part of one."""
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _blocks(tokens: Sequence[Token], state: _Text) -> Iterator[Token]:
    prose = {id(line) for line in reading.running(tokens)}
    for token in tokens:
        if id(token) in prose:
            yield token.copy(children=_line(token.children or [], state))
        elif token.type == "block" and token.meta["block"].name == "box":
            block = token.meta["block"]
            body = tuple(_blocks(block.body, state))
            yield token.copy(meta={**token.meta, "block": block.model_copy(update={"body": body})})
        else:
            yield token


def _line(tokens: Sequence[Token], state: _Text) -> list[Token]:
    """The words of one line; those in a link are passed over."""
    words = [reading.word(token) for token in tokens]
    whole = "".join(words)
    line: list[Token] = []
    at = links = 0
    for token, said, after in zip(tokens, words, [*tokens[1:], None], strict=True):
        links += token.nesting if token.type.startswith("link_") else 0
        if token.type == "text" and not links and state.unspoken:
            called = after is not None and after.type in ("citation", "footnote")
            line += _pieces(token, whole[:at], whole[at + len(said) :], called, state)
        else:
            line.append(token)
        at += len(said)
    return list(_joined(line))


def _joined(tokens: Iterable[Token]) -> Iterator[Token]:
    """Runs of text as one token each: whoever sets them looks at the words around a space."""
    last: Token | None = None
    for token in tokens:
        if last is not None and last.type == token.type == "text":
            last = last.copy(content=last.content + token.content)
            continue
        if last is not None:
            yield last
        last = token
    if last is not None:
        yield last


def _pieces(token: Token, before: str, behind: str, called: bool, state: _Text) -> Iterator[Token]:
    """One run of text, cut where something is said in full. Where a number of a source follows
    (`called`), its last word stays whole, since the two are tied.
    """
    done, text = 0, token.content
    for match in state.pattern.finditer(text):
        if match.start() < done or str(state.forms[match[0]][0].term) not in state.unspoken:
            continue
        if called and not text[match.end() :].strip():
            continue
        bound = _BOUND.match(text, match.end())
        end = bound.end() if bound else match.end()
        spot = _Spot(before + text[: match.start()], match[0], text[match.end() :] + behind)
        found = _said(spot, text[match.end() : end], state)
        if found:
            yield token.copy(content=text[done : match.start()])
            yield from found
            done = end
    yield token.copy(content=text[done:])


def _said(spot: _Spot, bound: str, state: _Text) -> list[Token]:
    """What is set for an abbreviation and what is bound to it; nothing where they may stay."""
    term, full = state.forms[spot.abbreviation]
    name = str(term.term)
    if _is_untouchable(spot, state.language):
        return []
    state.unspoken.discard(name)
    if _is_introduced(spot, full):
        state.unprinted.discard(name)
        return []
    if name in state.unprinted:
        state.unprinted.discard(name)
        full = markdown.typographic(full, state.language)
        return [Token("text", "", 0, content=_in_full(spot, bound, full, state.language))]
    words = Token("text", "", 0, content=spot.abbreviation)
    opening = Token("abbr_open", "abbr", 1, attrs={"title": full})
    return [opening, words, Token("abbr_close", "abbr", -1), words.copy(content=bound)]


def _in_full(spot: _Spot, bound: str, full: str, language: str) -> str:
    """Abbreviation and full form, the one in parentheses; in brackets where those are open."""
    left, right = "[]" if spot.before.count("(") > spot.before.count(")") else "()"
    if bound or not _can_lead(spot, full, language):
        return f"{spot.abbreviation}{bound} {left}{full}{right}"
    if _SENTENCE.search(spot.before):
        full = full[:1].upper() + full[1:]
    return f"{full} {left}{spot.abbreviation}{right}"


def _can_lead(spot: _Spot, full: str, language: str) -> bool:
    """Whether the sentence stays right with the full form in the place of the abbreviation."""
    tongue = language.split("-")[0]
    after, before_vowel = _AFTER_AN_ARTICLE.get(tongue, (None, None))
    if tongue == "en" and spot.abbreviation.endswith("s") and full[:1].islower():
        return True  # "small and medium-sized enterprises (SMEs)" needs no article
    pattern = before_vowel if before_vowel and _VOWEL.match(full) else after
    return bool(pattern and pattern.search(spot.before))


def _is_untouchable(spot: _Spot, language: str) -> bool:
    """Whether it stands within somebody's words, or is bound to the word before it."""
    if spot.before.endswith(_BINDS) or spot.behind.startswith(("/", "–")):
        return True
    opening, closing = (mark.strip() for mark in quotes(language)[:2])
    if opening == closing:
        return bool(spot.before.count(opening) % 2)
    return spot.before.rfind(opening) > spot.before.rfind(closing)


def _is_introduced(spot: _Spot, full: str) -> bool:
    """Whether the author says beside it what it stands for: "(NASA)", "NASA (the space agency)"."""
    if spot.before[-1:] in ("(", "[") and spot.behind[:1] in (")", "]"):
        return True
    if _EXPLAINED.match(spot.behind):
        return True
    reach = len(full) + 8
    near = f"{spot.before[-reach:]}|{spot.behind[:reach]}"
    return reading.bare(full) in reading.bare(near)
