"""Parses the short fields of a brief, which hold a line of Markdown each."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from pydantic.fields import FieldInfo

from briefpack import markdown
from briefpack.brief import Brief, Model
from briefpack.brief.model import Markdown
from briefpack.ledger.filling import as_written
from briefpack.problem import Problem
from briefpack.waivers import Waiver
from briefpack.words import Words

if TYPE_CHECKING:
    from markdown_it.token import Token

_PARAGRAPH = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)


def parse(brief: Brief) -> tuple[list["Token"], list[Waiver], list[Problem]]:
    """The tokens of all of them, in reading order; their waivers, and what is wrong with any."""
    tokens: list[Token] = []
    waivers: list[Waiver] = []
    problems: list[Problem] = []
    for words in _fields(brief):
        found, faults = markdown.parse_inline(words, language=brief.language)
        waiving, misread = markdown.waivers.read(words)
        tokens += found
        waivers += waiving
        problems += [*faults, *misread]
    return tokens, waivers, problems


def _fields(brief: Brief) -> Iterator[Words]:
    """The fields that a layout prints as Markdown."""
    for words in _within(brief):
        if words.place.line:  # what the model itself provides has no place
            yield as_written(words)


def _within(value: Any) -> Iterator[Words]:
    """What is marked as Markdown in a thing of the content model, at whatever depth."""
    if isinstance(value, Model):
        for name, mark in _fields_of(type(value)):
            held = getattr(value, name)
            if mark is None:
                yield from _within(held)
            elif held is not None:
                for words in held if isinstance(held, list) else [held]:
                    yield from _paragraphs(words) if mark is Markdown.TEXT else [words]
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _within(item)


@cache
def _fields_of(model: type[Model]) -> list[tuple[str, Markdown | None]]:
    """The fields that are Markdown, and without a mark those that may hold such fields."""
    return [(name, mark) for name, field in model.model_fields.items() for mark in _marks(field)]


def _marks(field: FieldInfo) -> list[Markdown] | list[None]:
    parts = [field.annotation, *field.metadata]
    for part in parts:
        parts += get_args(part)  # and so on, until there are no more parts
    marks = [part for part in parts if isinstance(part, Markdown)]
    holds = any(isinstance(part, type) and issubclass(part, Model) for part in parts)
    return marks or [None] * holds


def _paragraphs(text: Words) -> Iterator[Words]:
    """Each paragraph of a field that may hold several, at its own place."""
    text = as_written(text)
    for match in _PARAGRAPH.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        rest = text.at(start)
        yield rest.instead(match[0].strip())
