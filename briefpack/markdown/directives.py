"""Directives: how an author writes a block, taken apart.

    :::{name} argument
    :option: value
    The body, in Markdown.
    :::

`fences` finds them, `building` makes blocks of them.
"""

import re
from collections.abc import Collection, Iterator, Sequence
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


_NEARLY = re.compile(r"\s*(?P<colon>:?)\s*(?P<name>[a-z][\w-]*)\s*:(?:\s+(?P<value>.*?))?\s*$")


def misread(lines: range, source: Source, known: Collection[str]) -> Iterator[tuple[Words, str]]:
    """Lines at the start of a body that were to be options, and what was wrong with the first.

    An empty line ends the options, and so does a line that is none for want of a colon; what
    stands below is text, and the block lacks what it was given.
    """
    empty = None
    for number in lines:
        line = source.lines[number]
        if not line.strip():
            empty = number if empty is None else empty
            continue
        option = (_NEARLY if empty is None else _OPTION).match(line)
        if option and option["name"] in known:
            yield _said_of(source, empty, number, option)
        return


def _said_of(
    source: Source, empty: int | None, number: int, option: re.Match[str]
) -> tuple[Words, str]:
    name = option["name"]
    here = source.words(name, number, option.start("name"))
    if empty is None:
        return here, f"write ':{name}: {option['value'] or '…'}'"
    return here, "take out the empty line above it, where the options end"
