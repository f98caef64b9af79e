"""A rule: what it is called, and the function that looks for what is wrong."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from briefpack.problem import Problem

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Read]):
    """One rule: the `names` that its problems bear, and how it looks through what it reads.

    Most read a manuscript; those of the wording read its copy, passage by passage. The docstring of
    `look` is the reason of the rule.
    """

    names: Sequence[str]
    look: Callable[[Read], Iterator[Problem]]

    @property
    def reason(self) -> str:
        """Why there is such a rule, in a paragraph or two."""
        return inspect.getdoc(self.look) or ""


def reasons(rules: Iterable[Rule[Any]]) -> dict[str, str]:
    """The reason of each name, in the order of the names; of several rules of one name, all."""
    found: dict[str, list[str]] = {}
    for rule in rules:
        for name in rule.names:
            found.setdefault(name, []).append(rule.reason)
    return {name: "\n\n".join(found[name]) for name in sorted(found)}
