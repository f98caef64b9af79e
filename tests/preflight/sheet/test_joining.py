"""Joining: letters that were placed one by one are words again, and words stay apart."""

from briefpack.preflight.sheet.joining import joined
from briefpack.preflight.sheet.leaf import Mark, Run

SIZE = 10.0


def letters(*pieces: tuple[str, float]) -> list[Run]:
    """Letters on one base line, each behind a gap in points, five points wide."""
    runs, left = [], 0.0
    for order, (words, gap) in enumerate(pieces):
        left += gap
        box = (left, 0.0, left + 5, 7.0)
        runs.append(
            Run(words, box, box, (left, 0), SIZE, "Fira", (0, 0, 0), 1, (1, 0), Mark(), order)
        )
        left += 5
    return runs


def words(*pieces: tuple[str, float]) -> list[str]:
    return [run.words for run in joined(letters(*pieces))]


def test_upright_letters_of_a_sans_serif_are_one_word() -> None:
    assert words(("L", 0), ("i", 1.1), ("n", 1.75), ("e ", 1.6), ("7", 3.8)) == ["Line 7"]


def test_a_gap_as_wide_as_a_space_parts_two_words() -> None:
    assert words(("a", 0), ("b", 2.5)) == ["a b"]


def test_a_wider_gap_parts_two_pieces() -> None:
    assert words(("a", 0), ("b", 6.5)) == ["a", "b"]
