"""A waiver: which rule an author lets pass, where, and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from briefpack.problem import Place
from briefpack.words import Words

HOLDING = frozenset((".yaml", ".yml", ".md", ".markdown"))
"""Endings of the files that hold waivers of their own."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule and the reason for which it is waived, from the line `first` to the line `last`.

    Lines count from 1, in the file that holds the waiver. One at the head of its file speaks of the
    `whole` as well: of what no line is blamed for. If that is the brief's own file, it is the
    `chief` one, and speaks also of files that hold no waivers (libraries, data, pictures), and of
    pages that no line is blamed for.
    """

    rule: Words
    reason: Words
    first: int
    last: int
    whole: bool = False
    chief: bool = False

    @property
    def file(self) -> str:
        """The file that it stands in, as messages name it."""
        return self.rule.place.file

    def covers(self, place: Place) -> bool:
        """Whether it speaks of what stands there."""
        if place.file != self.file:
            return self.chief and PurePosixPath(place.file).suffix.lower() not in HOLDING
        return self.first <= place.line <= self.last or (self.whole and not place.line)
