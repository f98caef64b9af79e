"""Footnotes: `[^label]` with `[^label]: the note` elsewhere, or `^[the note]` on the spot.

A note is printed at the foot of the page on which it is called, so its words move into the token
`footnote` at the call, and each note is called once.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from briefpack.markdown.marks import push
from briefpack.markdown.places import at, within
from briefpack.markdown.source import Source
from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint

RULE = "footnote"
IN_A_NOTE = frozenset(("paragraph_open", "inline", "paragraph_close", "problem"))

_CALL = re.compile(r"\[\^([^\s\]]+)\]")


def use(md: MarkdownIt) -> None:
    """Teach a parser footnotes."""
    md.block.ruler.before(
        "reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]}
    )
    md.inline.ruler.before("link", "footnote_call", _call)
    md.inline.ruler.before("link", "footnote_inline", _inline)
    md.core.ruler.after("inline", "footnote_lift", _lift)


def _call(state: StateInline, silent: bool) -> bool:
    call = _CALL.match(state.src, state.pos, state.posMax)
    if not call:
        return False
    if not silent:
        push(state, "footnote", state.pos, label=call[1])
    state.pos = call.end()
    return True


def _inline(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not state.src.startswith("^[", start, state.posMax):
        return False
    end = state.md.helpers.parseLinkLabel(state, start + 1)
    if end < 0:
        return False
    if not silent:
        words = state.src[start + 2 : end]
        tokens = state.md.inline.parse(words, state.md, state.env, [])
        push(state, "footnote", start, note=Token("inline", "", 0, content=words, children=tokens))
    state.pos = end + 1
    return True


def _lift(state: StateCore) -> None:
    """Bring the words of `^[notes]` into the stream, where the rules of punctuation see them."""
    for line in state.tokens:
        for token in line.children or []:
            if note := token.meta.pop("note", None):
                token.meta["label"] = label = f" {len(state.tokens)}"  # none has a space in it
                note.map, note.meta["within"] = line.map, (line, token.meta["offset"] + 2)
                state.tokens += [
                    Token("footnote_reference_open", "", 1, map=line.map, meta={"label": label}),
                    note,
                    Token("footnote_reference_close", "", -1),
                ]


@dataclass(slots=True)
class Note:
    """A note as it was written: where, and the tokens that it is made of."""

    at: Words
    tokens: list[Token] = field(default_factory=list)


def gather(
    tokens: Sequence[Token], source: Source, allowed: bool = True
) -> tuple[list[Token], list[Problem]]:
    """Put every note in its call; a text where none is `allowed` has only complaints of them."""
    rest, notes, problems = _notes(tokens, source)
    called: set[str] = set()
    for line, token in _calls(rest):
        label = token.meta.pop("label")
        if fault := _fault(label, notes, called, allowed):
            problems.append(complaint(within(line, token.meta["offset"], source), RULE, *fault))
        token.children = _words(notes[label].tokens) if label in notes else []
        if label in notes:
            token.meta["place"] = notes[label].at.place
        called.add(label)
    for label, note in notes.items():
        if label not in called and label[0] != " ":
            message = f"no text calls the footnote {quoted(label)}"
            problems.append(complaint(note.at, RULE, message, severity=Severity.WARNING))
    return rest, problems


def _notes(
    tokens: Sequence[Token], source: Source
) -> tuple[list[Token], dict[str, Note], list[Problem]]:
    """The text without its notes, the notes, and what is wrong with them."""
    rest: list[Token] = []
    notes: dict[str, Note] = {}
    problems: list[Problem] = []
    inside: list[Note] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            inside.append(Note(at(token, source)))
            if notes.setdefault(token.meta["label"], inside[-1]) is not inside[-1]:
                message = f"there are two footnotes {quoted(token.meta['label'])}"
                problems.append(complaint(inside[-1].at, RULE, message))
        elif token.type == "footnote_reference_close":
            problems += _unfit(inside.pop(), source)
        else:
            (inside[-1].tokens if inside else rest).append(token)
    return rest, notes, problems


def _unfit(note: Note, source: Source) -> Iterator[Problem]:
    """A note at the foot of a page is a run of words: blocks and further notes have no room."""
    if not any(token.children for token in note.tokens):
        yield complaint(note.at, RULE, "this footnote is empty")
    for token in note.tokens:
        if token.type not in IN_A_NOTE and token.map:
            message = "a footnote holds paragraphs only"
            yield complaint(at(token, source), RULE, message, "put this in the text")
            return
        kinds = {child.type for child in token.children or []}
        if "footnote" in kinds:
            yield complaint(note.at, RULE, "a footnote cannot call another")
        if "image" in kinds:
            yield complaint(note.at, RULE, "a footnote cannot hold a picture")


def _calls(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Each call, after the line that it stands in."""
    for line in tokens:
        for token in line.children or []:
            if token.type == "footnote":
                yield line, token


def _fault(
    label: str, notes: Mapping[str, Note], called: set[str], allowed: bool
) -> tuple[str, str] | None:
    """What is wrong with a call, and a hint."""
    if not allowed:
        return "a footnote cannot stand here", "put it in the text, or cite a source: [@key]"
    if label not in notes:
        names = [name for name in notes if name[0] != " "]
        hint = did_you_mean(label, names, f"write [^{label}]: …")
        return f"there is no footnote {quoted(label)}", hint
    if label in called:
        message = f"the footnote {quoted(label)} is called twice"
        return message, "a note stands at the foot of one page; write two"
    return None


def _words(tokens: Sequence[Token]) -> list[Token]:
    """The paragraphs of a note as one run of words, with line breaks between them."""
    unprinted = ("problem", "footnote", "image")
    words: list[Token] = []
    for token in tokens:
        if token.type == "inline":
            words += [Token("hardbreak", "br", 0)] if words else []
            words += [child for child in token.children or [] if child.type not in unprinted]
    return words
