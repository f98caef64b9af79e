"""Preflight: whether a finished PDF is what it claims to be.

"Structurally checked" is what can be said of a file that passed, with the list of the checks: no
full validator of PDF/X-4 is part of this. A new check is a function from a proof to its problems,
with its reason in the docstring, and a row of `CHECKS`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefpack.preflight import boxes, contents, inks, metadata, pixels
from briefpack.preflight.proof import Check, Order, laid_open
from briefpack.problem import Problem, errors

__all__ = ["CHECKS", "Order", "Outcome", "inspect"]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "trim, bleed and media boxes lie in each other": boxes.nested,
        "pages are trimmed to the size that was ordered": boxes.sized,
        "there is bleed all round": boxes.bleeding,
        "what reaches the edge goes on through the bleed": boxes.inked,
        "printer's marks lie outside the bleed": boxes.outside,
        "every colour is one of inks": inks.separated,
        "dark text is black ink alone": inks.black,
        "no place has too much ink": inks.dried,
        "pictures have 300 dots per inch": pixels.sharp,
        "lines are thick enough": pixels.thick,
        "fonts are in the file": contents.fonts,
        "no annotation lies in the bleed": contents.annotations,
        "no encryption, actions, scripts or attachments": contents.still,
        "no claim of tags": contents.untagged,
        "one output intent with a profile of four inks": metadata.intended,
        "the metadata say what the file is": metadata.identified,
        "metadata and document information agree": metadata.alike,
        "it is said whether the file is trapped": metadata.trapped,
    }
)
"""What is checked, by the name that the ticket gives it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one check."""

    check: str
    problems: tuple[Problem, ...]

    @property
    def verdict(self) -> str:
        """`passed`, `warned` or `failed`."""
        if errors(self.problems):
            return "failed"
        return "warned" if self.problems else "passed"


def inspect(pdf: bytes, order: Order, checks: Mapping[str, Check] = CHECKS) -> list[Outcome]:
    """Every check of a PDF, in order, with its outcome."""
    with laid_open(pdf, order) as proof:
        return [Outcome(name, tuple(check(proof))) for name, check in checks.items()]
