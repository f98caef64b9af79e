"""Banning: words that the house does not use."""

import re
from collections.abc import Iterator, Mapping

from briefpack.copyedit.passages import Copy
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint


def check(copy: Copy) -> Iterator[Problem]:
    """The house's own words are plain, and the same in all its briefs.

    Whole words and phrases are meant, in capitals or not. Quotations and the titles of sources keep
    theirs.
    """
    banned = copy.manuscript.house.banned
    if not banned:
        return
    patterns = {name: re.compile(_pattern(name), re.IGNORECASE) for name in banned}
    whole = re.compile("|".join(pattern.pattern for pattern in patterns.values()), re.IGNORECASE)
    for passage in copy.passages:
        if passage.kind == "quoted" or passage.part == "sources":
            continue
        for match in whole.finditer(passage.own):
            name = next(name for name in patterns if patterns[name].fullmatch(match[0]))
            yield _problem(passage.at(match.start(), match[0]), name, banned)


def _pattern(name: str) -> str:
    words = r"\s+".join(map(re.escape, name.split())).replace(r"\*", r"\w*")
    return rf"(?<!\w){words}(?!\w)"


def _problem(there: Words, name: Words, banned: Mapping[Words, Words | None]) -> Problem:
    instead = banned[name]
    message = f"the house does not write {quoted(there)} ({name.place})"
    hint = f"write '{instead}'" if instead else "say it in other words"
    return complaint(there, "banned-word", message, hint, Severity.WARNING)
