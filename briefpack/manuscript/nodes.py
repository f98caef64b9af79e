"""Turns YAML into plain values: `Record`, `Series` and `Words`, each of which knows its place.

PyYAML's parser gives the events; the values are built here, without recursion, and nothing is
guessed: `NO`, `1:30` and `2024-06` stay the words that they are. Composing is not left to PyYAML
because its composer recurses (a deep file overflows the stack) and keeps no bounds on aliases.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import events as happening

from briefpack.manuscript.comments import words_lost
from briefpack.manuscript.curly import wrapped
from briefpack.manuscript.sheets import Sheet
from briefpack.manuscript.slips import explained
from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, Refused, quoted
from briefpack.words import Words, complaint

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 40
MOST = 100_000
"""Values in one file, each alias counted as one."""
MOST_FROM_ALIASES = 10_000
"""Values that the aliases of one file may stand for (a "billion laughs" file has far more)."""

_NULLS = frozenset(["", "~", "null", "Null", "NULL"])  # YAML 1.2.2, section 10.3.2
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_TEXT_TAG = "tag:yaml.org,2002:str"


class Record(dict[str, Any]):
    """A mapping; its keys are `Words`, `start` is where it begins."""

    start: Words

    def key(self, name: str) -> Words:
        """A key as it stands in the file, with its place."""
        key = next(key for key in self if key == name)
        return key if isinstance(key, Words) else self.start


class Series(list[Any]):
    """A list; `start` is where it begins, and `marks` where each of its entries does."""

    start: Words

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[Words] = []


@dataclass(frozen=True, slots=True)
class Tree:
    """A file's content: its value, and the complaints that did not keep it from being read."""

    value: Any
    problems: Sequence[Problem]


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun and not ended; `size` counts it and all that it holds."""

    value: Record | Series
    anchor: str | None
    size: int = 1
    key: Words | None = None


@dataclass(slots=True)
class _Composer:
    """What has been read of a file so far."""

    sheet: Sheet
    root: Any = None
    documents: int = 0
    open: list[_Open] = field(default_factory=list)
    anchors: dict[str, tuple[Any, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    count: int = 0
    aliased: int = 0


def parse(sheet: Sheet) -> Tree:
    """The content of a YAML file. `Refused` where it cannot be made out."""
    composer = _Composer(sheet)
    try:
        for event in yaml.parse(sheet.text, Loader=LOADER):
            if handle := _HANDLERS.get(type(event)):
                handle(composer, event)
            if composer.documents > 1:
                break
    except yaml.YAMLError as fault:
        raise Refused([*composer.problems, explained(fault, sheet)]) from None
    return Tree(composer.root, composer.problems)


def _document(composer: _Composer, event: Any) -> None:
    composer.documents += 1
    if composer.documents > 1:
        message = "a second document begins here; a file holds one"
        hint = "delete the line '---'"
        composer.problems.append(complaint(_mark(composer, event), "two-documents", message, hint))


def _mapping(composer: _Composer, event: Any) -> None:
    _begin(composer, event, Record())


def _list(composer: _Composer, event: Any) -> None:
    _begin(composer, event, Series())


def _begin(composer: _Composer, event: Any, value: Record | Series) -> None:
    value.start = _mark(composer, event)
    _check_tag(composer, event)
    if len(composer.open) == DEEPEST:
        message = f"lists and mappings stand more than {DEEPEST} deep in each other"
        raise _refusal(composer, value.start, "too-deep", message)
    composer.open.append(_Open(value, event.anchor))


def _end(composer: _Composer, _: Any) -> None:
    done = composer.open.pop()
    if done.anchor:
        composer.anchors[done.anchor] = done.value, done.size
    _add(composer, done.value, done.size, done.value.start)


def _scalar(composer: _Composer, event: Any) -> None:
    """Words, or None where nothing is written."""
    words = _placed(composer.sheet, event)
    _check_tag(composer, event)
    if match := _CONTROL.search(words):
        message = f"an escape writes the control character U+{ord(match[0]):04X}"
        composer.problems.append(complaint(words, "control-character", message, "delete it"))
    composer.problems += words_lost(event, composer.sheet)
    composer.problems += wrapped(event, words, composer.open[-1].key if composer.open else None)
    empty = not words.strip() or (event.implicit[0] and words in _NULLS)
    value = None if empty else words
    if event.anchor:
        composer.anchors[event.anchor] = value, 1
    _add(composer, value, 1, words)


def _alias(composer: _Composer, event: Any) -> None:
    """What the anchor holds, once more; the value itself is shared, so that it costs nothing."""
    mark, name = _mark(composer, event), event.anchor
    if name in [collection.anchor for collection in composer.open]:
        raise _refusal(composer, mark, "alias", f"the alias '*{name}' stands inside what it names")
    if name not in composer.anchors:
        hint = did_you_mean(name, composer.anchors) or "put the words in quotation marks"
        raise _refusal(composer, mark, "alias", f"there is no anchor '&{name}' for '*{name}'", hint)
    value, size = composer.anchors[name]
    composer.aliased += size
    if composer.aliased > MOST_FROM_ALIASES:
        message = f"the aliases of this file stand for more than {MOST_FROM_ALIASES} values"
        raise _refusal(composer, mark, "alias-bomb", message, "write out what they stand for")
    _add(composer, value, size, mark)


_HANDLERS: Mapping[type, Callable[[_Composer, Any], None]] = {
    happening.DocumentStartEvent: _document,
    happening.MappingStartEvent: _mapping,
    happening.SequenceStartEvent: _list,
    happening.MappingEndEvent: _end,
    happening.SequenceEndEvent: _end,
    happening.ScalarEvent: _scalar,
    happening.AliasEvent: _alias,
}


def _add(composer: _Composer, value: Any, size: int, words: Words) -> None:
    """Put a finished value where it belongs."""
    composer.count += 1
    if composer.count > MOST:
        message = f"the file holds more than {MOST} values"
        raise _refusal(composer, words, "too-many", message)
    if not composer.open:
        composer.root = value
        return
    holder = composer.open[-1]
    holder.size += size
    if isinstance(holder.value, Series):
        holder.value.append(value)
        holder.value.marks.append(words)
    elif holder.key is None:
        holder.key = _key(composer, holder.value, value, words)
    else:
        holder.value.setdefault(holder.key, value)
        holder.key = None


def _key(composer: _Composer, record: Record, key: Any, words: Words) -> Words:
    """A key, checked: one word or phrase, for the first time, and not YAML 1.1's merge key."""
    if not isinstance(key, Words):
        message = "a key must be a word; nothing, a list or a mapping stands here"
        raise _refusal(composer, words, "key", message)
    if key == "<<":
        message = "'<<' (a merge key) is not known here"
        raise _refusal(composer, words, "key", message, "write the keys out")
    if key in record:
        first = record.key(key).place.line
        message = f"the key {quoted(key)} stands here twice, first in line {first}"
        composer.problems.append(complaint(key, "duplicate-key", message, "delete one of the two"))
    return key


def _check_tag(composer: _Composer, event: Any) -> None:
    """Tags make objects of other programs; content holds words, lists and mappings alone."""
    if event.tag is None or event.tag == _TEXT_TAG:
        return
    tag = quoted(event.tag.replace("tag:yaml.org,2002:", "!!", 1))
    hint = "put words that begin with '!' in quotation marks"
    message = f"the tag {tag} is not allowed"
    composer.problems.append(complaint(_mark(composer, event), "tag", message, hint))


def _mark(composer: _Composer, event: Any) -> Words:
    mark = event.start_mark
    return composer.sheet.words("", mark.line + 1, mark.column + 1)


def _refusal(composer: _Composer, words: Words, rule: str, message: str, hint: str = "") -> Refused:
    return Refused([*composer.problems, complaint(words, rule, message, hint)])


def _placed(sheet: Sheet, event: Any) -> Words:
    """A scalar's words at the place of their first character, behind anchors and indicators."""
    start, last = event.start_mark, event.end_mark.line + 1
    if event.style in ("|", ">"):
        return _block(sheet, event.value, start.line + 2, last - 1)
    column = start.column
    if event.anchor or event.tag:
        match = _PROPERTIES.match(sheet.lines[start.line], column)
        column = match.end() if match else column
    return sheet.words(event.value, start.line + 1, column + 1, last)


def _block(sheet: Sheet, text: str, line: int, last: int) -> Words:
    """The words of a block scalar: they begin in the line below its indicator, indented."""
    written = next((row for row in sheet.lines[line - 1 : last] if row.strip()), "")
    kept = next((row for row in text.split("\n") if row.strip()), "")
    return sheet.words(text, line, _indent(written) - _indent(kept) + 1, last)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
