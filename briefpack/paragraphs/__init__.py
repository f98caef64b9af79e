"""Numbered paragraphs: what a number is, and which one a new paragraph gets.

A number that was issued stays with its paragraph, and is never given to another: people cite it.
So a paragraph that comes in between gets a letter (12A), as sections of a law do.
"""

from briefpack.paragraphs.allotment import allot, ascending, between
from briefpack.paragraphs.number import EXPECTED, Number, parse

__all__ = ["EXPECTED", "Number", "allot", "ascending", "between", "parse"]
