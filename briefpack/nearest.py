"""The nearest right word to a wrong one."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_LIST = 30
LONGEST_WORD = 80
MOST_WORDS = 500  # compared with a word; comparing is slow


def did_you_mean(word: str, right: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the most similar of the right words, or else all of them.

    `otherwise` is the hint where there is no right word at all.
    """
    names = list(right)
    return nearest(word, names) or expected(names) or otherwise


def nearest(word: str, right: Iterable[str]) -> str:
    """The hint that names the most similar of the right words; empty where none is similar."""
    names = {str(name).casefold(): str(name) for name in sorted(right, reverse=True)[-MOST_WORDS:]}
    close = get_close_matches(word[:LONGEST_WORD].casefold(), names, n=1, cutoff=0.55)
    return f"did you mean '{names[close[0]]}'?" if close else ""


def parting(word: str, right: Iterable[str]) -> str:
    """The hint for several right words that commas part; empty where any piece is not right."""
    pieces, names = [piece.strip() for piece in word.split(",")], {str(name) for name in right}
    if len(pieces) < 2 or not names.issuperset(pieces):
        return ""
    return "part them with semicolons: " + "; ".join(pieces)


def expected(right: Iterable[str], most: int = LONGEST_LIST) -> str:
    """The hint that names the right words, or as many as a reader will look through."""
    names = sorted({str(name) for name in right})
    more = ", …" if len(names) > most else ""
    choice = "one of " if len(names) > 1 else ""
    return f"expected {choice}{', '.join(names[:most])}{more}" if names else ""
