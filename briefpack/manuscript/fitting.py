"""Fits what the files hold to the content model, and goes on with what fits where some does not."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from briefpack.brief import Brief
from briefpack.manuscript.misfits import Fault, Loc, explained
from briefpack.manuscript.nodes import Record, Series
from briefpack.problem import Problem
from briefpack.words import Words

ROUNDS = 5
STAND_INS: dict[str, Any] = {
    "title": Words("?"),
    "date": Words("2000"),
    "stance": Words("neutral"),
    "authors": [{"name": Words("?")}],
}
"""What a brief must have; it stands in for what is missing, so that the rest can be checked."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A brief of all that fits; the complaints, and the keys of which something was left out."""

    brief: Brief
    problems: list[Problem]
    gaps: frozenset[str]


def fit(data: Record) -> Fit:
    """Make a `Brief` of a content tree.

    What does not fit is taken out of `data`, the smallest entry of a list or else the whole key;
    so one bad event costs that event alone, and every other rule can still be applied to the rest.
    """
    problems: list[Problem] = []
    gaps: set[str] = set()
    for round_ in range(ROUNDS):
        try:
            return Fit(Brief.model_validate(data), problems, frozenset(gaps))
        except ValidationError as fault:
            faults = fault.errors(include_url=False, include_input=False)
        # A list that was long enough before something was taken out of it is none of the author's.
        new = [fault for fault in faults if not round_ or fault["type"] != "too_short"]
        problems += explained(new, data)
        gaps |= _take_out(faults, data)
        for key, value in STAND_INS.items():
            data[key] = value if data.get(key) is None else data[key]
    return Fit(Brief.model_validate(STAND_INS), problems, frozenset(data) | gaps)


def _take_out(faults: Iterable[Fault], data: Record) -> set[str]:
    """Remove what the faults are about; the result names the keys of the brief that lost by it."""
    gaps: set[str] = set()
    doomed: dict[int, tuple[Any, set[Any]]] = {}
    for fault in faults:
        unknown = fault["type"] == "extra_forbidden"
        holder, step = _smallest(data, fault["loc"], unknown)
        doomed.setdefault(id(holder), (holder, set()))[1].add(step)
        if not unknown:
            gaps.add(str(fault["loc"][0]) if fault["loc"] else "")
    for holder, steps in doomed.values():
        _remove(holder, steps)
    return gaps


def _smallest(data: Record, loc: Loc, unknown: bool) -> tuple[Any, str | int]:
    """The mapping or list, and the key or index in it, that can go without harm to its likes."""
    here: Any = data
    found: tuple[Any, str | int] = (data, loc[0] if loc else "")
    for step in loc:
        if isinstance(here, Series) and isinstance(step, int) and step < len(here):
            found = (here, step)
        elif not (isinstance(here, Record) and step in here):
            break
        elif unknown:
            found = (here, step)
        here = here[step]
    return found


def _remove(holder: Record | Series, steps: set[Any]) -> None:
    if isinstance(holder, Record):
        for key in steps:
            holder.pop(key, None)
        return
    for index in sorted(steps, reverse=True):
        del holder[index], holder.marks[index]
