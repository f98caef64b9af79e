"""Directives: how an author writes a block, taken apart.

    :::{name} argument
    :option: value
    The body, in Markdown.
    :::

`fences` finds them, `building` makes blocks of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from briefpack.markdown.fences import OPENING
from briefpack.markdown.source import Source
from briefpack.words import Words

_OPTION = re.compile(r"\s*:(?P<name>[A-Za-z][\w-]*):(?:\s+(?P<value>.*?))?\s*$")
_MORE = re.compile(r"\s+(?P<value>[^\s:].*?)\s*$")


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive as it was written; `stray` are lines among the options that are none."""

    name: Words
    argument: Words
    in_braces: bool
    options: Sequence[tuple[Words, Words]]
    stray: Sequence[Words]


def read(opening: Token, source: Source) -> Directive:
    """Take apart the opening line and the options of a directive."""
    line = opening.map[0] if opening.map else 0
    match = OPENING.search(source.lines[line])
    if match is None:
        raise ValueError("the parser found a fence where there is none")
    written = list(_options(source, opening.meta["options"]))
    return Directive(
        source.words(match["name"], line, match.start("name")),
        source.words(match["argument"], line, match.start("argument")),
        "{" in match["fence"],
        [(name, value) for name, value in written if value is not None],
        [name for name, value in written if value is None],
    )


def _options(source: Source, lines: range) -> Iterator[tuple[Words, Words | None]]:
    """Each option and its value, which may go on in indented lines; without one it is "true"."""
    name: Words | None = None
    value = Words()
    for number in lines:
        line = source.lines[number]
        if (more := _MORE.match(line)) and name is not None:
            value = value.instead(f"{value} {more['value']}")
            continue
        if name is not None:
            yield name, value
        name, value = None, Words()
        if option := _OPTION.match(line):
            name = source.words(option["name"], number, option.start("name"))
            begin = option.start("value") if option["value"] else option.start("name")
            value = source.words(option["value"] or "true", number, begin)
        else:
            yield source.words(line.strip(), number, len(line) - len(line.lstrip())), None
    if name is not None:
        yield name, value
