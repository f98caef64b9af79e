"""The errand: what a reader is given, what it says first, and what it may take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefpack.preflight import Check, Order
from briefpack.problem import Problem

MEMORY = 2 << 30
"""Bytes that a reader may take."""

TIME = 60
"""Seconds that it may take, of a processor also when nobody waits for it any more."""


OUT_OF_MEMORY = 77
"""The exit code of a reader that would have needed more."""


@dataclass(frozen=True, slots=True)
class Job:
    """A PDF, what is ordered (no groups: what the file says that it is for), the checks to make.

    `found` are the problems that an earlier reader has found: their pages are pictured as well.
    Checks are functions of modules, which another process can load by their names.
    """

    pdf: bytes = field(repr=False)
    order: Order
    checks: Sequence[Check]
    found: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """The file can be read: so many pages, to be judged by these groups.

    `claims` are the flavours that its metadata say it is of, as validators name them.
    """

    pages: int
    groups: frozenset[str]
    claims: Sequence[str] = ()
