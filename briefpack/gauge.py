"""The gauge: whether what a layout measures and uses is of the kinds that the press needs.

What stands in one group of `layout.yaml` is not mixed with what another layout has there, so each
file can be judged alone; keys that no table here names are a layout's own affair.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefpack.charts.inks import SHAPES, STROKES
from briefpack.charts.legible import is_colour
from briefpack.edition import EDITIONS
from briefpack.nearest import did_you_mean
from briefpack.paper import PAPERS
from briefpack.problem import quoted

Path = tuple[str | int, ...]
"""The way to a value: names of keys, and numbers of entries from 0."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the value at the end of a path, or with what is missing there."""

    path: Path
    message: str
    hint: str = ""


def faults(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """What is wrong with the groups that are there."""
    for name, check in GROUPS.items():
        if name in settings:
            yield from check((name,), settings[name])


Check = Callable[[Path, Any], Iterator[Fault]]

_POSITIVE = frozenset({"text", "size", "feed", "code", "scale"})
"""Lengths that nothing can be set in if they are 0."""


_GREATEST = 10_000
"""What no length reaches, in whatever unit."""


def _lengths(*names: str) -> Check:
    """A group that gives each of these lengths, and others at will."""

    def check(path: Path, group: Any) -> Iterator[Fault]:
        if not isinstance(group, dict):
            yield _expected(path, f"lengths ({names[0]}: 12) are", group)
            return
        yield from _missing(path, names, group)
        for name, length in group.items():
            if not _is_number(length):
                yield _expected((*path, name), "a number is", length)
            elif length < 0 or (length == 0 and name in _POSITIVE):
                least = "more than 0" if name in _POSITIVE else "0 or more"
                yield _expected((*path, name), f"a length of {least} is", length)

    return check


def _for_each_paper(check: Check) -> Check:
    """A group that has another one for each paper."""

    def check_all(path: Path, group: Any) -> Iterator[Fault]:
        if not isinstance(group, dict):
            yield _expected(path, f"a group for each paper ({', '.join(PAPERS)}) is", group)
            return
        yield from _missing(path, PAPERS, group)
        for paper in PAPERS:
            if paper in group:
                yield from check((*path, paper), group[paper])

    return check_all


def _one_of(*names: str) -> Check:
    """One of these words."""

    def check(path: Path, value: Any) -> Iterator[Fault]:
        if value not in names:
            message = f"'{path[-1]}' is {' or '.join(names)}, not {_shown(value)}"
            yield Fault(path, message, did_you_mean(str(value), names))

    return check


def _colours(*names: str, needed: bool) -> Check:
    """A group of colours with these names."""

    def check(path: Path, group: Any) -> Iterator[Fault]:
        if not isinstance(group, dict):
            yield _expected(path, f'colours ({names[0]}: "#13263b") are', group)
            return
        if needed:
            yield from _missing(path, names, group)
        for name in names:
            if name in group:
                yield from _colour((*path, name), group[name])
        for name in group if not needed else ():
            if name not in names:
                message = f"there is no colour {_shown(name)} in '{path[-1]}'"
                yield Fault((*path, name), message, did_you_mean(str(name), names))

    return check


def _colour(path: Path, value: Any) -> Iterator[Fault]:
    if not is_colour(value):
        hint = "a number sign begins a comment outside quotation marks" if value is None else ""
        yield Fault(path, f'a colour is written as "#13263b", not {_shown(value)}', hint)


def _chart_colours(path: Path, group: Any) -> Iterator[Fault]:
    """What charts are drawn in: see `charts.pens` for how many series there may be."""
    names = ("ink", "text", "quiet", "rule", "signal", "dim")
    yield from _colours(*names, needed=True)(path, group)
    if isinstance(group, dict):
        yield from _missing(path, ("lines", "hatches"), group)
        lines, hatches = group.get("lines", []), group.get("hatches", [])
        if "lines" in group:
            yield from _several((*path, "lines"), lines, len(SHAPES), _colour)
        if "hatches" in group:
            count = len(lines) if isinstance(lines, list) else 0
            least = max(count, len(SHAPES)) + len(SHAPES) - 1
            yield from _several((*path, "hatches"), hatches, least, _hatch)


def _several(path: Path, values: Any, least: int, check: Check) -> Iterator[Fault]:
    """A list of so many or more."""
    if not isinstance(values, list):
        yield _expected(path, "a list is", values)
        return
    if len(values) < least:
        yield Fault(path, f"'{path[-1]}' has {len(values)} entries; charts need {least} or more")
    for number, value in enumerate(values):
        yield from check((*path, number), value)


def _hatch(path: Path, value: Any) -> Iterator[Fault]:
    if not isinstance(value, list) or len(value) != 3:
        expected = 'what is drawn, its ground and its colour ([rising, "#ffffff", "#b9371f"]) are'
        yield _expected(path, expected, value)
        return
    if value[0] not in list(STROKES):
        hint = did_you_mean(str(value[0]), STROKES)
        yield Fault((*path, 0), f"there is no hatch {_shown(value[0])}", hint)
    for number in (1, 2):
        yield from _colour((*path, number), value[number])


_WIDEST = 50
"""Millimetres of bleed that no print shop asks for."""


def _bleed(path: Path, value: Any) -> Iterator[Fault]:
    if not _is_number(value) or not 0 <= value <= _WIDEST:
        yield _expected(path, f"a length of 0 to {_WIDEST} is", value)


def _words(path: Path, value: Any) -> Iterator[Fault]:
    """Words, as the name of a file."""
    if not isinstance(value, str) or not value:
        yield _expected(path, "the name of a file is", value)


def _editions(path: Path, values: Any) -> Iterator[Fault]:
    """A list of editions, with those that others follow."""
    if not isinstance(values, list) or not values:
        found = values or None  # an empty list holds nothing
        yield _expected(path, f"a list ([{', '.join(EDITIONS)}]) is", found)
        return
    for number, value in enumerate(values):
        row = EDITIONS.get(str(value))
        if row is None:
            message = f"there is no edition {_shown(value)}"
            if isinstance(value, (dict, list)):
                message = f"the name of an edition is expected, not {_shown(value)}"
            yield Fault((*path, number), message, did_you_mean(str(value), EDITIONS))
        elif row.follows and row.follows not in values:
            message = f"{quoted(row.name)} has the page numbers of {quoted(row.follows)} as well"
            yield Fault((*path, number), message, f"put {quoted(row.follows)} into the list")


GROUPS: Mapping[str, Check] = {
    "bleed": _bleed,
    "editions": _editions,
    "profile": _words,
    "paper": _one_of(*PAPERS),
    "grid": _for_each_paper(_lengths("top", "bottom", "inner", "outer", "text", "gap", "side")),
    "art-colours": _colours(
        "ground", "line", "signal", "faint", "ring", "body", "rim", needed=False
    ),
    "art-frame": _lengths("edge", "head", "foot"),
    "stamp": _lengths("head", "size", "code"),
    "timeline": _one_of("spread", "list"),
    "stage": _for_each_paper(_lengths("top", "bottom")),
    "timeline-heads": _lengths(
        *("title-size", "title-feed", "title-width", "text-size", "text-feed", "text-width"),
        "below",
    ),
    "timeline-colours": _colours(
        *("ink", "signal", "glow", "line", "faint", "pale", "paper", "band", "edge", "title"),
        needed=False,
    ),
    "sources": _lengths("size", "feed", "gap", "gutter", "indent", "hanging", "head"),
    "citations": _one_of("footnotes", "endnotes"),
    "chart-colours": _chart_colours,
    "glossary": _lengths("size", "feed", "gap", "indent", "head"),
}
"""What each group of `layout.yaml` must be."""


def _missing(path: Path, names: Sequence[str] | Mapping[str, Any], group: Any) -> Iterator[Fault]:
    for name in names:
        if name not in group:
            yield Fault(path, f"'{'.'.join(map(str, path))}' has no '{name}'")


def _expected(path: Path, what: str, value: Any) -> Fault:
    return Fault(path, f"{what} expected behind '{_name(path)}', not {_shown(value)}")


def _name(path: Path) -> str:
    """The last key of a path."""
    return str(next(step for step in reversed(path) if isinstance(step, str)))


def _shown(value: Any) -> str:
    """A value as a message has it."""
    if isinstance(value, (dict, list)):
        return "a list" if isinstance(value, list) else "a mapping"
    return "nothing" if value is None else quoted(str(value))


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and -_GREATEST < value < _GREATEST
