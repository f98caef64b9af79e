"""The record of the paragraph numbers that were issued."""

from typing import Annotated

from pydantic import AfterValidator

from briefpack import paragraphs
from briefpack.brief.model import Model
from briefpack.words import Words


def _whole(words: Words) -> Words:
    number = paragraphs.parse(words)
    if words != "0" and (number is None or number.levels):
        raise ValueError("expected a whole number, as 40")
    return words


def _lettered(words: Words) -> Words:
    number = paragraphs.parse(words)
    if number is None or not number.levels:
        raise ValueError("expected a number with letters, as 12A")
    return words


class Paragraphs(Model):
    """Which paragraph numbers were issued; `briefpack number` keeps it, so that none comes back."""

    last: Annotated[Words, AfterValidator(_whole)]
    """The highest whole number that a paragraph ever had."""
    inserted: list[Annotated[Words, AfterValidator(_lettered)]] = []
    """All numbers with letters that paragraphs ever had, as 12A."""
