"""Budgets: no part has more words than the house allows."""

from collections import Counter
from collections.abc import Iterator

from briefpack.copyedit.passages import Copy, words_in
from briefpack.problem import Problem, Severity
from briefpack.words import complaint

_UNCOUNTED = ("annex", "sources")


def check(copy: Copy) -> Iterator[Problem]:
    """A part keeps to its budget of words: who writes more is read less.

    Counted are words between spaces, with captions and tables, without citations, quotations that
    are called out, and what is only spoken.
    """
    budgets, gaps = copy.manuscript.house.words, copy.manuscript.gaps
    counts: Counter[str] = Counter()
    first = {"whole": copy.manuscript.brief.title}
    for passage in copy.passages:
        if passage.kind != "spoken" and passage.part not in _UNCOUNTED:
            count = words_in(passage.plain)
            counts.update({passage.part: count, "whole": count})
            first.setdefault(passage.part, passage.at(0))
    for part, most in budgets:
        lost = bool(gaps) if part == "whole" else bool(gaps & {part, "parts"})
        if most is not None and counts[part] > int(most) and not lost:
            what = "the brief" if part == "whole" else f"the part '{part}'"
            message = f"{what} has {counts[part]} words; the house allows {most} ({most.place})"
            hint = f"cut {counts[part] - int(most)}"
            yield complaint(first[part], "word-budget", message, hint, Severity.WARNING)
