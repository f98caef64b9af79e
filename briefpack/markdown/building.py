"""Building: a directive becomes a block, or the problems that keep it from being one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_origin

from markdown_it.token import Token
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from briefpack import reading
from briefpack.blocks.block import Block, InMarkdown
from briefpack.brief import kebab
from briefpack.markdown.directives import Directive
from briefpack.markdown.line import parse_inline
from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

_QUOTED = re.compile(r"'([^']*)'")


def build(
    kind: type[Block], written: Directive, body: Sequence[Token], language: str
) -> tuple[Block | None, list[Problem]]:
    """A block of that kind; None where a problem stands in the way."""
    options, problems = _options(kind, written)
    problems += _surplus(kind, written, body)
    values: dict[str, Any] = dict(options)
    if written.argument and "argument" in kind.model_fields:
        values["argument"] = written.argument
    problems += _parse_lines(kind, values, language)
    _split_lists(kind, values)
    if "body" in kind.model_fields:
        values["body"] = tuple(body)
    try:
        return kind.model_validate(values), problems
    except ValidationError as faults:
        details = faults.errors(include_url=False)
        return None, problems + [_fault(kind, fault, written.name, options) for fault in details]


def options(kind: type[Block]) -> list[str]:
    """The names of a block's options, as authors write them."""
    return [kebab(name) for name in kind.model_fields if name not in ("argument", "body")]


def _options(kind: type[Block], written: Directive) -> tuple[dict[str, Words], list[Problem]]:
    """The options that the block has, by name, and what is wrong with the others."""
    known = options(kind)
    found: dict[str, Words] = {}
    problems = [
        complaint(line, "block-option", "this is not an option", _as_option(line, known))
        for line in written.stray
    ]
    for name, value in written.options:
        if name not in known:
            message = f"a {kind.called()} has no option {quoted(name)}"
            hint = did_you_mean(name, known, f"a {kind.called()} has no options")
            problems.append(complaint(name, "block-option", message, hint))
        elif name in found:
            message = f"the option {quoted(name)} stands twice"
            problems.append(complaint(name, "block-option", message))
        else:
            found[str(name)] = value
    return found, problems


def _as_option(line: Words, known: Sequence[str]) -> str:
    """How a line among the options is written that lacks a colon: ":kind line"."""
    name, _, value = line.strip(": ").partition(" ")
    right = name.rstrip(":") in known and value
    return f"write ':{name.rstrip(':')}: {value.strip(': ')}'" if right else "write ':name: value'"


def _surplus(kind: type[Block], written: Directive, body: Sequence[Token]) -> Iterator[Problem]:
    """What was written and has no place in a block of that kind."""
    if written.argument and "argument" not in kind.model_fields:
        message = f"a {kind.called()} has nothing behind its name"
        yield complaint(written.argument, "block-argument", message, f"write {kind.usage}")
    if body and "body" not in kind.model_fields:
        message = f"a {kind.called()} has no body"
        yield complaint(written.name, "block-body", message, "end it with ':::' on the next line")
    if not kind.footnotes and any(token.type == "footnote" for token in reading.walk(body)):
        message = f"a footnote cannot stand in a {kind.called()}"
        yield complaint(written.name, "footnote", message, "put it in the text, or cite a source")


def _parse_lines(kind: type[Block], values: dict[str, Any], language: str) -> list[Problem]:
    """Parse those of the values that are written in Markdown."""
    problems: list[Problem] = []
    for name, field in kind.model_fields.items():
        if kebab(name) in values and any(isinstance(mark, InMarkdown) for mark in field.metadata):
            tokens, more = parse_inline(values[kebab(name)], language=language)
            _place(tokens, values[kebab(name)])
            values[kebab(name)] = tuple(tokens)
            problems += more
    return problems


def _place(line: Sequence[Token], written: Words) -> None:
    """Let a line know where it begins."""
    for token in line[:1]:
        token.meta.setdefault("place", written.place)


def _split_lists(kind: type[Block], values: dict[str, Any]) -> None:
    """An option that is a list is written with semicolons: `:source: audit, p. 3; budget`."""
    for name, field in kind.model_fields.items():
        if kebab(name) in values and get_origin(field.annotation) is list:
            values[kebab(name)] = list(_pieces(values[kebab(name)]))


def _pieces(whole: Words) -> Iterator[Words]:
    column = whole.place.column
    for piece in whole.split(";"):
        if piece.strip():
            place = replace(whole.place, column=column + len(piece) - len(piece.lstrip()))
            yield Words(piece.strip(), place, whole.excerpt, whole.lines)
        column += len(piece) + 1


def _fault(
    kind: type[Block], fault: ErrorDetails, name: Words, options: Mapping[str, Words]
) -> Problem:
    """What pydantic found, said to the author."""
    field = str(fault["loc"][0]) if fault["loc"] else ""
    value = options.get(field, name)
    context = fault.get("ctx", {})
    match fault["type"]:
        case "missing":
            message = f"this {kind.called()} lacks what it shows"
            return complaint(name, "block-argument", message, f"write {kind.usage}")
        case "too_short":
            return complaint(name, "block-body", f"this {kind.called()} is empty")
        case "literal_error":
            message = f"':{field}:' is {context['expected']}, not {quoted(value)}"
            hint = did_you_mean(value, _QUOTED.findall(context["expected"]))
            return complaint(value, "block-option", message, hint)
        case "bool_parsing":
            message = f"':{field}:' is true or false, not {quoted(value)}"
            return complaint(value, "block-option", message)
        case "value_error":
            return complaint(value, "block", str(context["error"]))
        case _:
            return complaint(value, "block", fault["msg"].lower())
