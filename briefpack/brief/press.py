"""What a print shop asks for, where the brief goes to one."""

import re
from typing import Annotated

from pydantic import AfterValidator

from briefpack.brief.model import Model
from briefpack.words import Words

_LENGTH = re.compile(r"\d{1,2}(?:\.\d{1,2})?", re.ASCII)


def _proper_length(words: Words) -> Words:
    if not _LENGTH.fullmatch(words):
        raise ValueError("expected a length in millimetres, as 3 or 4.5, without a unit")
    return words


class Press(Model):
    """What the print shop asks for."""

    profile: Words | None = None
    """The shop's ICC profile (CMYK), a file of the folder; else one that the system has."""
    bleed: Annotated[Words, AfterValidator(_proper_length)] | None = None
    """How far (mm) pictures are to go on beyond the edge of the page, at least."""
