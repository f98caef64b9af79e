"""Marks that nothing understands: braces without a meaning, and Markdown where words are plain."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from briefpack import reading
from briefpack.brief import Manuscript, Model
from briefpack.brief.model import Markdown
from briefpack.brief.source import Listed
from briefpack.copyedit.ledger import numbers_of
from briefpack.markdown.numbers import Written
from briefpack.problem import Place, Problem, Severity, quoted
from briefpack.words import Words, complaint

HINT = (
    "write {n its-id}, {ref its-id}, {name its-id} or {page its-id}\n"
    "where braces are meant, put a backslash before the first"
)

UNPRINTED = frozenset({"holds", "says", "text", "file", "url", "doi", "words"})
"""Fields that hold no Markdown and nothing to be printed as it stands, or the words of others."""
SPOKEN = ("alt", "unit")
"""Options of blocks that are plain words."""

FORMS = {
    "n": "n", "number": "n", "num": "n", "ref": "ref", "refs": "ref", "reference": "ref",
    "see": "ref", "name": "name", "page": "page",
}  # fmt: skip
"""What authors write for the forms of marks."""

_MISTYPED = re.compile(
    r"\{\s*(?:(?P<form>[A-Za-z]+)(?:\s*:\s*|\s+))?#?(?P<id>[a-z][a-z0-9-]*)\s*\}"
)
_MARKS = re.compile(
    r"\[-?@[^\]]*\]|\{(?:ref|name|page|p)\s[^{}]*\}|\^?\[[^\]]*\]\([^)\s]+\)|\^\[[^\]]*\]"
    r"|<!--\s*waive\s[^>]*-->"
)
_BRACES = re.compile(r"(?P<code>`+).*?(?P=code)|\\.|(?P<loose>\{[^{}]*\}?)", re.DOTALL)


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Braces that are no mark are printed.

    `{n launches` without its end, or `{number launches}`, would stand in the brief for all to see.
    """
    told = {_line(one.place) for one in manuscript.problems if one.rule == "paragraph-number"}
    numbers = {str(one.id) for one in numbers_of(manuscript)}
    anchors = set(map(str, reading.ids(manuscript.tokens)))
    for token in reading.walk([*manuscript.asides, *manuscript.tokens]):
        written = token.meta.get("written")
        if isinstance(written, Written):
            found = _loose(written, numbers, anchors)
            yield from (problem for problem in found if _line(problem.place) not in told)


def check_plain(manuscript: Manuscript) -> Iterator[Problem]:
    """Where words are plain, citations, links, references and waivers are printed as typed."""
    for words in (*_plain(manuscript.brief), *_options(manuscript)):
        for match in _MARKS.finditer(words):
            message = f"{quoted(match[0])} will be printed as it stands: words are plain here"
            at = words.at(match.start())
            yield complaint(at, "braces", message, severity=Severity.WARNING)


def _line(place: Place) -> tuple[str, int]:
    return place.file, place.line


def _meant(loose: str, numbers: set[str], anchors: set[str]) -> str:
    """The mark that braces were to be: `{ref night}` for `{Ref: night}` or `{night}`."""
    match = _MISTYPED.fullmatch(loose)
    if not match:
        return ""
    target = match["id"]
    form = FORMS.get((match["form"] or "").casefold(), "")
    if not match["form"]:
        form = "n" if target in numbers else "ref" if target in anchors else ""
    return f"write {{{form} {target}}}" if form else ""


def _loose(written: Written, numbers: set[str], anchors: set[str]) -> Iterator[Problem]:
    children = written.line.children or ()
    printed = "".join(token.content for token in children if token.type == "text")
    if "{" not in printed:
        return
    for match in _BRACES.finditer(written.content):
        loose = match["loose"]
        if loose and loose.split("\n")[0] in printed:
            message = f"{quoted(loose)} is no mark, and will be printed as it stands"
            at = written.words(match.start(), loose.split("\n")[0])
            hint = _meant(loose, numbers, anchors) or HINT
            yield complaint(at, "braces", message, hint, Severity.WARNING)


def _plain(value: Any) -> Iterator[Words]:
    """What stands in plain fields of a thing of the content model, at whatever depth."""
    if isinstance(value, Listed):
        return
    if isinstance(value, Model):
        for name in _plain_fields(type(value)):
            yield from _held(getattr(value, name))


@cache
def _plain_fields(model: type[Model]) -> list[str]:
    fields = model.model_fields.items()
    return [name for name, field in fields if name not in UNPRINTED and not _is_markdown(field)]


def _is_markdown(field: FieldInfo) -> bool:
    parts = [field.annotation, *field.metadata]
    for part in parts:
        parts += get_args(part)  # and so on, until there are no more parts
    return any(isinstance(part, Markdown) for part in parts)


def _held(value: Any) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _held(item)
    elif isinstance(value, dict):
        yield from _held(list(value.values()))
    else:
        yield from _plain(value)


def _options(manuscript: Manuscript) -> Iterator[Words]:
    for block in reading.blocks(manuscript.tokens):
        for name in SPOKEN:
            words = getattr(block, name, None)
            if isinstance(words, Words):
                yield words
