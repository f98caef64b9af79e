"""Specimens that the tests of preflight plant: one fault of the document each, in a brief's PDF."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from tests.calibration.specimen import Specimen
from tests.preflight.document import test_reading
from tests.preflight.pages import test_sheets
from tests.preflight.press import test_checks
from tests.preflight.spoilt import Breaking, sample, spoilt

READING = {"groups": frozenset({"reading", "mail"})}
UPON_TEXT = ("image-resolution", "page-size")
"""What these plant lies upon the text of its page, or moves it, which is a fault of its own."""

SHEETS = frozenset({"pages", "mail", "paper"})


@cache
def good() -> bytes:
    with TemporaryDirectory() as folder:
        return sample(Path(folder))


def planted(breaking: Breaking) -> Callable[[], bytes]:
    return partial(_made, breaking)


def _made(breaking: Breaking) -> bytes:
    return spoilt(good(), breaking)


def locked() -> bytes:
    lock = pikepdf.Encryption(owner="owner", user="", allow=pikepdf.Permissions(extract=False))
    return spoilt(good(), lambda _: None, encryption=lock)


def without_its_index() -> bytes:
    """A file that says its index stands where it does not."""
    return good()[: good().rindex(b"startxref")] + b"startxref\n7\n%%EOF\n"


SPECIMENS: tuple[Specimen, ...] = (
    *(Specimen(rule, planted(breaking), order=READING,
               also=frozenset(test_reading.ALSO.get(message, ())))
      for breaking, rule, message in test_reading.BROKEN),
    *(Specimen(rule, planted(breaking), order={"groups": SHEETS, **order})
      for breaking, order, rule, _ in test_sheets.BROKEN if rule not in UPON_TEXT),
    Specimen("version-and-encryption", locked),
    Specimen("damage", without_its_index),
)  # fmt: skip


def of_the_press(told: str) -> int:
    """How many faults the tests plant in a file for a print shop for the check that is told so.

    That each is found is for those tests to say: the file needs a profile, which not every machine
    has.
    """
    return sum(piece in told for _, piece, _ in test_checks.BROKEN)
