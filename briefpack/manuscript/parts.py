"""Puts the parts of a brief in order, and checks that each has what it is to show."""

from collections.abc import Iterable, Iterator
from typing import Any

from briefpack.brief import DEFAULT_PARTS, Brief, Part
from briefpack.manuscript import library
from briefpack.manuscript.gathering import Bundle
from briefpack.manuscript.misfits import spot
from briefpack.manuscript.nodes import Record, Series
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint

SHOWS = {"annex": "numbers"}
"""What a part shows, where that is not called like the part."""

ALWAYS = ("cover", "about")
"""The parts that need no content of their own."""

TEXTUAL = ("text", "quote")
"""The parts that say themselves what they show, and of which there may be several."""

BEFORE_THE_TEXT = ("cover", "glance", "timeline")


def arrange(bundle: Bundle) -> None:
    """Give the content tree its parts: the default order where it names none.

    The body of a brief in one Markdown file stands at the part `text` that names neither a file
    nor words, or else behind the last of cover, glance and timeline.
    """
    data = bundle.data
    if data.get("parts") is None:
        data.pop("parts", None)
        data["parts"] = list(_default(bundle))
    elif bundle.body is not None and isinstance(data["parts"], Series):
        _place_body(data["parts"], bundle.body)


def _default(bundle: Bundle) -> Iterator[dict[str, Any]]:
    """Those of the parts, in their usual order, for which there is content."""
    for kind in DEFAULT_PARTS:
        if kind == "text":
            yield from _default_texts(bundle)
        elif kind in ALWAYS or bundle.data.get(kind) or _has_library(bundle, kind):
            yield {"kind": kind}


def _has_library(bundle: Bundle, kind: str) -> bool:
    return kind == "sources" and library.any_of(bundle)


def _default_texts(bundle: Bundle) -> Iterator[dict[str, Any]]:
    evidence = set(_evidence(bundle.data.get("quotes")))
    if bundle.body is not None:
        yield {"kind": "text", "text": bundle.body}
    for name in bundle.texts:
        if name not in evidence:
            place = bundle.data.start
            yield {"kind": "text", "file": place.instead(name)}


def _evidence(quotes: Any) -> Iterator[str]:
    """The files of evidence, which may be Markdown and are no part of the brief."""
    for quote in quotes if isinstance(quotes, Series) else ():
        if isinstance(quote, Record) and isinstance(quote.get("evidence"), str):
            yield str(quote["evidence"])


def _place_body(parts: Series, body: Words) -> None:
    kinds = [part.get("kind") if isinstance(part, Record) else part for part in parts]
    for index, part in enumerate(parts):
        if kinds[index] == "text" and not (isinstance(part, Record) and _has_words(part)):
            parts[index] = _text(parts.marks[index], body)
            return
    index = max((n for n, kind in enumerate(kinds) if kind in BEFORE_THE_TEXT), default=-1) + 1
    parts.insert(index, _text(body, body))
    parts.marks.insert(index, body)


def _has_words(part: Record) -> bool:
    return part.get("file") is not None or part.get("text") is not None


def _text(mark: Words, body: Words) -> Record:
    part = Record(kind="text", text=body)
    part.start = mark
    return part


def check(brief: Brief, data: Record, gaps: Iterable[str]) -> Iterator[Problem]:
    """What is wrong with the parts: nothing to show, shown twice, or content that is not shown.

    `gaps` are the keys of which something was lost: nobody can say that they have no content.
    """
    seen: set[str] = set()
    for index, part in enumerate(brief.parts):
        mark = spot(data, ("parts", index))[1]
        yield from _check_keys(part, mark)
        if part.kind in seen and part.kind not in TEXTUAL:
            yield complaint(mark, "part", f"the part {quoted(part.kind)} stands here twice")
        elif _has_nothing(brief, part.kind, gaps):
            message = f"there is nothing for the part {quoted(part.kind)} to show"
            key = SHOWS.get(part.kind, part.kind)
            own_file = "" if key == "glance" else f"the file {key}.yaml, or "
            hint = f"add {own_file}'{key}: …' in brief.yaml, or take the part out"
            yield complaint(mark, "part", message, hint)
        seen.add(part.kind)
    if "parts" not in gaps:
        yield from _not_shown(brief, data, seen)


def _has_nothing(brief: Brief, kind: str, gaps: Iterable[str]) -> bool:
    key = SHOWS.get(kind, kind)
    return key not in (*ALWAYS, *TEXTUAL, *gaps) and not getattr(brief, key)


def _check_keys(part: Part, mark: Words) -> Iterator[Problem]:
    """A text has a file or words, a quote its id, and no other part has either."""
    given = [key for key in ("file", "text", "quote") if getattr(part, key) is not None]
    allowed = {"text": ("file", "text"), "quote": ("quote",)}.get(part.kind, ())
    for key in given:
        if key not in allowed:
            message = f"a part {quoted(part.kind)} has no {quoted(key)}"
            yield complaint(getattr(part, key), "part", message)
    if allowed and not any(key in allowed for key in given):
        example = {"text": "text: argument.md", "quote": "quote: its-id"}[part.kind]
        yield complaint(mark, "part", f"which {part.kind}? it is not named", f"write '{example}'")
    if part.paragraphs and part.kind != "text":
        message = f"a part {quoted(part.kind)} has no 'paragraphs'"
        yield complaint(mark, "part", message, "the paragraphs of a text can be numbered")
    if part.file and part.text:
        yield complaint(part.text, "part", "a text has either a file or words, and not both")


def _not_shown(brief: Brief, data: Record, seen: set[str]) -> Iterator[Problem]:
    """Content that stands in no part; without the sources, citations would lead nowhere."""
    for kind in DEFAULT_PARTS:
        if kind not in (*ALWAYS, *TEXTUAL, *seen) and getattr(brief, kind):
            severity = Severity.ERROR if kind == "sources" else Severity.WARNING
            message = f"no part shows {quoted(kind)}"
            hint = f"add '- {kind}' to the parts"
            mark = data.key(kind) if kind in data else data.start
            yield complaint(mark, "part", message, hint, severity)
