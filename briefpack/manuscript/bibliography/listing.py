"""A listing: one source as a library lists it, before anybody knows what it lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefpack.problem import Problem
from briefpack.words import Words


@dataclass(frozen=True, slots=True)
class Listing:
    """A source in CSL-JSON, by its key at its place; `spots` are where its variables were written.

    `faults` matter only where the source is cited: a library holds more than a brief needs.
    """

    key: Words
    item: Mapping[str, Any]
    spots: Mapping[str, Words]
    faults: Sequence[Problem] = ()
